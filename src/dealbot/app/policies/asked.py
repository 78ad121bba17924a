"""Which policy note a question means: by its number, or by the words people call it by; several are never guessed."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Final

from dealbot.app.policies.notes import Policy
from dealbot.app.stems import stems_of
from dealbot.app.understand.bounds import without_verb
from dealbot.domain.policy import DOCUMENT_NUMBER, PolicyKind, PolicyStatus
from dealbot.domain.policy_shelf import by_number, named
from dealbot.domain.search import DRAFT

# What people call a rule beside the words of its title; a year or a kind is read of the note itself.
_CALLED: Final[Mapping[str, str]] = {
    "opps_asc": "opps outpatient surgery center apc",
    "physician_fee_schedule": "pfs mpfs physician doctor fee schedule",
    "ipps": "ipps inpatient",
    "ltch": "ltch",
    "home_health": "home health",
    "esrd": "esrd dialysis kidney",
    "ipf": "ipf psychiatric behavioral",
    "340b": "340b drug",
    "medicare_advantage": "ma medicare advantage",
    "provider_tax": "provider tax",
    "long_term_care": "nursing home snf staffing",
    "prior_authorization": "prior auth authorization wiser",
    "hipaa_security": "hipaa security",
    "hipaa_privacy": "hipaa privacy",
}
_GENERIC: Final = stems_of(
    "rule rules regulation policy policies notice note change changes cms hhs federal new latest final proposed deals"
    " accounts affected affect affects hit hits impact impacts touch touches exposed pipeline draft message write cfo"
    " reimbursement payment update fill cy fy care"
)
_SO_CALLED: Final = re.compile(r"((?:[\w&/'-]+ ){1,4})(?:rule|regulation|policy|notice)s?\b", re.IGNORECASE)
_BEFORE_A_NAME: Final = frozenset(
    "a about an and any are as by does did do earlier first for from in is it its last no of old on or other our"
    " same second that the their these this those to under was what when which with your".split()
)
_ALIKE: Final = 0.8  # of the letters
_SAME_BUT_FOR_A_SLIP: Final = 0.9  # of the digits: "2025-20970" for "2025-20907", not another rule of the year
_FINAL: Final = re.compile(r"\bfinal", re.IGNORECASE)
_HOLDS: Final = {PolicyStatus.IN_FORCE: 0, PolicyStatus.PROPOSED: 1, PolicyStatus.UNKNOWN: 2}
_NEWEST: Final = 548  # days: a proposal of a year and a half ago is settled, if only by a rule that is not at hand


def policies_asked(text: str, policies: Sequence[Policy], day: date) -> tuple[Policy, ...]:
    """The note that a question means; several where its words fit rules about different things, none for no rule."""
    if numbered := by_number(text, [each.note for each in policies]):
        return tuple(each for each in policies if each.note in numbered)
    exact = {note.id for note in named(text, [each.note for each in policies])}
    if DOCUMENT_NUMBER.search(text) or len(exact) == 1:
        return tuple(each for each in policies if each.note.id in exact)
    words = stems_of(text) - _GENERIC
    terms = {each.note.id: _terms(each) for each in policies}
    weights = {word: _weight(word, terms) for word in words}
    scores = {key: sum(weights[word] * worth.get(word, 0.0) for word in words) for key, worth in terms.items()}
    best = max(scores.values(), default=0.0)
    found = [each for each in policies if best and math.isclose(scores[each.note.id], best)]
    return _one_of_each(_of_kind(text, found), day)


def rule_named(text: str) -> str | None:
    """What a question calls a rule that no note at hand goes by: its number, or "MIPS rule"; None for "that rule"."""
    number = DOCUMENT_NUMBER.search(text)
    if number is not None:
        return number.group()
    for found in _SO_CALLED.finditer(text):
        before = found[1].split()
        start = max((place for place, word in enumerate(before, 1) if word.casefold() in _BEFORE_A_NAME), default=0)
        if stems_of(" ".join(before[start:])) - _GENERIC:
            return " ".join((*before[start:], found[0].split()[-1]))
    return None


def near(named: str, policies: Sequence[Policy]) -> tuple[Policy, ...]:
    """The notes whose number, or a word of whose title, is written much like what a rule is called."""
    if DOCUMENT_NUMBER.fullmatch(named):
        numbers = {each.note.document_number or "": each for each in policies}
        return tuple(numbers[number] for number in get_close_matches(named, numbers, cutoff=_SAME_BUT_FOR_A_SLIP))
    terms = {each.note.id: _terms(each) for each in policies}
    known = {term for each in terms.values() for term in each}
    alike = {like for word in stems_of(named) - _GENERIC for like in get_close_matches(word, known, cutoff=_ALIKE)}
    return tuple(each for each in policies if alike & set(terms[each.note.id]))


def _terms(policy: Policy) -> Mapping[str, float]:
    """The words it goes by, and how much each says: what its subject is called, its title, what else it is about."""
    first, *more = (*policy.note.topics, "")
    worth = dict.fromkeys(
        stems_of(" ".join((*more, *(_CALLED.get(topic, "") for topic in more))).replace("_", " ")), 0.5
    )
    worth |= dict.fromkeys(stems_of(f"{policy.note.title} {first}".replace("_", " ")), 1.0)
    return worth | dict.fromkeys(stems_of(_CALLED.get(first, "")), 1.5)


def _weight(word: str, terms: Mapping[str, Mapping[str, float]]) -> float:
    """How telling a word is: the fewer notes go by it, the more."""
    count = sum(word in each for each in terms.values())
    return math.log(1 + len(terms) / count) if count else 0.0


def _of_kind(text: str, found: Sequence[Policy]) -> Sequence[Policy]:
    """Those of the kind that is asked for, if one is."""
    proposed = [each for each in found if each.note.doc_type is PolicyKind.PROPOSED]
    if DRAFT.search(without_verb(text)):
        return proposed or found
    return [each for each in found if each not in proposed] or found if _FINAL.search(text) else found


def _one_of_each(found: Sequence[Policy], day: date) -> tuple[Policy, ...]:
    """Of rules about one thing the one that holds, else a proposal, else the latest; one for each thing."""
    by_thing: dict[str, list[Policy]] = {}
    for each in found:
        by_thing.setdefault(next(iter(each.note.topics), each.note.id), []).append(each)
    return tuple(min(several, key=lambda each: _order(each, day)) for several in by_thing.values())


def _order(policy: Policy, day: date) -> tuple[int, int]:
    note = policy.note
    holds = _HOLDS.get(note.status, len(_HOLDS))
    if note.status is PolicyStatus.PROPOSED and (day - note.published_on).days > _NEWEST:
        holds = len(_HOLDS)
    return holds, -note.published_on.toordinal()
