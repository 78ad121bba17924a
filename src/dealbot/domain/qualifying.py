"""What notes and people tell of the qualification checklist, replayed: the last word on each item counts."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.force import Force, force
from dealbot.domain.observation import ConcernStatement, Correction, Observation, PersonStatement, SignalStatement
from dealbot.domain.qualification import Qualification, QualificationItem, Qualified
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import Movement, Side
from dealbot.domain.title import canonical_title
from dealbot.domain.wording import NOT, any_of

_TELLING = frozenset({SignalKind.SECURITY_REQUIREMENT, SignalKind.CONTRACT})
_CISO = canonical_title("CISO")
_ITEMS = {
    QualificationItem.CISO: any_of(
        r"ciso\b|chief information security officer|(?:head|chief) of (?:information )?security\b"
    ),
    QualificationItem.AUDIT_PROCESS: any_of(r"""
        (?:security |vendor |risk )*(?:audit|review) (?:process|committee|queue|team|board)
        audits? (?:every|all|each) vendors?|security (?:review|questionnaire|audit)\b
        (?:line|item|question)[ -](?:security )?questionnaire
    """),
    QualificationItem.THIRD_PARTY_ASSESSMENT: any_of(r"""
        (?:third|3rd)[- ]party (?:security |risk )?(?:assess\w*|audit\w*|review\w*)
        (?:outside|external|independent) (?:firm|auditors?|assessors?|assess\w*|audit\w*)|hitrust\b
    """),
    QualificationItem.VENDOR_AGREEMENT: any_of(r"""
        (?:vendor|standard|template|master)(?: \w+)? (?:agreement|contract|template|paper)|agreement template
        legal framework|(?:their|own) (?:\w+ )?(?:paper|template|msa|baa)\b
    """),
    QualificationItem.SOC2: any_of(r"soc ?-?(?:2|ii)\b"),
    QualificationItem.FEDRAMP: any_of(r"fed ?ramp\b"),
    QualificationItem.PEN_TEST: any_of(r"pen(?:etration)?[- ]?test(?:s|ing)?\b"),
    QualificationItem.RIGHT_OF_AUDIT: any_of(r"right (?:of|to) audit|audit rights?\b|rights? to inspect"),
}
# Most words name none of them.
_ANY = re.compile("|".join(pattern.pattern for pattern in _ITEMS.values()), re.IGNORECASE)
_VACANT = any_of(
    r"hiring|recruit\w+|looking for|search\w* for|vacan\w+|open (?:role|position|seat)|post is open", before=r"\b"
)
# Who asks for nothing says so in words of asking: "without a pen test" is a demand.
_NOT_ASKED_BEFORE = any_of(
    r"need\w*|requir\w*|ask\w*|care|want\w*|insist\w*|mention\w*",
    after=rf"(?:not|never|no|nobody|{NOT})\W+(?:\w+\W+){{0,2}}",
    before=r"\b(?:\W+\w+){0,3}\W*$",
)
_NOT_ASKED_AFTER = re.compile(
    rf"\W*(?:\w+\W+){{0,3}}(?:waived|optional|(?:not|never|{NOT})\W+(?:\w+\W+)?"
    r"(?:need\w*|requir\w*|necessary|ask\w*|a must))\b",
    re.IGNORECASE,
)


def qualification_of(counted: Iterable[Observation]) -> Qualification:
    """Work out the checklist from observations in replay order."""
    known: dict[QualificationItem, Qualified] = {}
    for observation in counted:
        for item, answer in _told(observation):
            known.pop(item, None)
            if answer is not None:
                known[item] = Qualified(item, answer, observation.evidence)
    return Qualification(tuple(known[item] for item in QualificationItem if item in known))


@lru_cache(maxsize=4096)
def answers_in(text: str) -> tuple[tuple[QualificationItem, bool], ...]:
    """Tell which items words answer, and how; what they only plan or ask stays open."""
    found = ((item, _answer(item, match)) for item, match in _named(text))
    return tuple((item, answer) for item, answer in found if answer is not None)


@lru_cache(maxsize=1024)
def items_in(text: str) -> tuple[QualificationItem, ...]:
    """Tell which items words name, whatever they say of them."""
    return tuple(item for item, _ in _named(text))


def _named(text: str) -> Iterator[tuple[QualificationItem, re.Match[str]]]:
    if _ANY.search(text) is None:
        return
    for item, pattern in _ITEMS.items():
        match = pattern.search(text)
        if match is not None:
            yield item, match


def _answer(item: QualificationItem, match: re.Match[str]) -> bool | None:
    text = match.string
    if not item.gating:
        before, after = text[: match.start()], text[match.end() :]
        return _NOT_ASKED_BEFORE.search(before) is None and _NOT_ASKED_AFTER.match(after) is None
    if _VACANT.search(text):
        return False
    return {Force.FACT: True, Force.DENIED: False}.get(force(text, match.start()))


def _told(observation: Observation) -> Iterator[tuple[QualificationItem, bool | None]]:
    match observation.item:
        case Correction(field=CorrectedField.QUALIFICATION, subject=subject, value=value):
            if subject in tuple(QualificationItem):
                yield QualificationItem(subject), {"yes": True, "no": False}.get(value)
        case SignalStatement(kind=kind, span=span) if kind in _TELLING:
            yield from answers_in(span.quote)
        case PersonStatement(side=Side.BUYER) as person if _sits_as_ciso(person):
            yield QualificationItem.CISO, dict(answers_in(person.span.quote)).get(QualificationItem.CISO, True)
        case ConcernStatement(span=span):
            yield from ((item, answer) for item, answer in answers_in(span.quote) if not item.gating)
        case _:
            pass


def _sits_as_ciso(person: PersonStatement) -> bool:
    titled = person.title is not None and canonical_title(person.title) == _CISO
    return titled and person.movement is not Movement.LEAVING
