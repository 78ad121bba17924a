"""What the words of a note tell of an account's exposure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dealbot.domain.exposure import ExposureKey, ExposurePart, RiskContract, Value, part_of
from dealbot.domain.exposures.shares import shares_in
from dealbot.domain.force import Force, force, told
from dealbot.domain.policy import Setting
from dealbot.domain.states import STATES, state_code
from dealbot.domain.wording import any_of


@dataclass(frozen=True, slots=True)
class Told:
    """A value as told; `partial`: the words name some, and there may be more."""

    key: ExposureKey
    value: Value
    about: bool = False
    partial: bool = False


_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_CLAUSE = re.compile(r"[.!?;]\s+|,\s+|\n+")
_OTHERS = any_of(r"""
    competitors?|competition|rivals?|peers?|industry|national(?:ly)?|nationwide|average|benchmarks?|typical(?:ly)?
    market|county|region|unlike|compared (?:to|with)|across town|elsewhere
    (?:other|another|most|many|some|neighbou?ring) (?:\w+ )?(?:systems?|hospitals?|clients?|customers?)
    (?:my|his|her|their|our) (?:last|former|previous|old) (?:job|shop|employer|place|system)
""")
_CONTRACTS: tuple[tuple[RiskContract, re.Pattern[str]], ...] = (
    (RiskContract.MSSP, any_of(r"mssp\b|medicare shared savings")),
    (RiskContract.ACO_REACH, any_of(r"aco[- ]reach\b|(?-i:REACH) aco\b")),
    (RiskContract.BPCI, any_of(r"bpci\b")),
    (
        RiskContract.COMMERCIAL,
        any_of(r"""
            commercial (?:risk|shared[- ]savings|value[- ]based|aco|capitat\w+)\b
            risk contracts? with (?:\w+ ){0,2}(?:aetna|cigna|united\w*|anthem|bcbs|blue cross|commercial)\b
        """),
    ),
)
_LEFT = re.compile(
    r"\b(?:left|leaving|dropp\w+|exit\w*|out of|ended|ends|quit\w*|former\w*|used to)\b(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
_BACK = 120  # letters, more than those words have
_AT_RISK = r"(?:risk|value[- ]based|downside|shared[- ]savings)(?:[- ](?:bearing|based|sharing))?"
_NO_CONTRACTS = any_of(rf"""
    (?:no|zero|without(?: any)?) {_AT_RISK} (?:contracts?|arrangements?|deals)\b
    (?:not|\w+n['\u2019]t)(?: \w+){{0,2}} any {_AT_RISK} (?:contracts?|arrangements?|deals)\b
""")
_ATTRIBUTES: tuple[tuple[ExposureKey, re.Pattern[str]], ...] = (
    (ExposureKey.SELF_INSURED, any_of(r"self[- ](?:insured?s?|funded)\b")),
    (
        ExposureKey.PROGRAM_340B,
        any_of(r"""
            340b (?:hospital|covered entity|entity|site|participant|provider)s?\b
            (?:in|on|part of|participat\w+ in|enrolled in|qualif\w+ for|ha[sv]e?) (?:the )?340b\b(?! (?:rule|cut|wor))
        """),
    ),
    (ExposureKey.TEACHING, any_of(r"teaching (?:hospital|facility|status)s?\b|academic medical cent(?:er|re)\b")),
    (ExposureKey.CRITICAL_ACCESS, any_of(r"critical[- ]access\b(?! to)|(?-i:CAH)s?\b")),
)
_SETTINGS: tuple[tuple[Setting, re.Pattern[str]], ...] = (
    (Setting.ASC, any_of(r"(?-i:ASC)s?\b|(?:ambulatory )?surgery cent(?:er|re)s?\b")),
    (Setting.PHYSICIAN_PRACTICE, any_of(r"physician (?:practices?|group)\b|medical group\b")),
    (Setting.RURAL_HEALTH, any_of(r"rural health clinics?\b|(?-i:RHC)s?\b")),
    (Setting.POST_ACUTE, any_of(r"skilled nursing\b|(?-i:SNF)s?\b|post[- ]acute\b")),
    (Setting.HOME_HEALTH, any_of(r"home health\b")),
    (Setting.PSYCHIATRIC, any_of(r"psych(?:iatric)? (?:hospital|unit|beds?)\b")),
    (Setting.DIALYSIS, any_of(r"dialysis (?:cent(?:er|re)s?|clinics?|units?)\b")),
)
_HAVE = re.compile(r"\b(?:have|has|own|owns|run|runs|operate|operates|with)\b", re.IGNORECASE)
_A_STATE = (
    rf"(?:{'|'.join(sorted(STATES.values(), key=len, reverse=True))}|(?-i:{'|'.join(STATES)})\b)(?!,? (?-i:D\.?C))"
)
_STATES = re.compile(
    rf"""\b(?:(?:we|they)(?:['\u2019]re|\sare)|operat\w+|hospitals?|sites?|clinics?|facilities|footprint|campus(?:es)?|beds)
    \s(?:(?:is|are|all|only|both|mostly)\s){{0,2}}(?:in|across)\s(?P<states>{_A_STATE}(?:(?:,?\s(?:and|&)\s|,\s|/){_A_STATE})*)""",
    re.IGNORECASE | re.VERBOSE,
)
_EACH_STATE = re.compile(_A_STATE, re.IGNORECASE)
_RISK = (
    r"risk[- ](?:contracts?|bearing|sharing|based)|full risk|shared savings|\bmssp\b|\baco\b|capitat|bundled? payment"
    r"|(?:two|one)[- ]sided|downside|upside|at risk for"
)
_PAYERS = r"payer mix|medicare|medicaid|medi-?cal|ahcccs|commercial|uninsured|self[- ]pay|charity care|payers?\b"
_PARTS: tuple[tuple[ExposurePart, re.Pattern[str]], ...] = tuple(
    (part, re.compile(words, re.IGNORECASE))
    for part, words in (
        (ExposurePart.PAYER_MIX, _PAYERS),
        (ExposurePart.PAYMENT_MODEL, r"fee[- ]for[- ]service|\bffs\b|value[- ]based|\bvbc\b"),
        (ExposurePart.RISK_CONTRACTS, _RISK),
        (ExposurePart.SELF_INSURED, r"self[- ](?:insured|funded|insures?)|own (?:employee )?health plan"),
        (ExposurePart.CARE, r"out-?patient|340b|critical[- ]access|teaching"),
    )
)


@lru_cache(maxsize=4096)
def values_in(text: str) -> tuple[Told, ...]:
    """All values that words tell of the account itself, each key once, the last word on it."""
    found = (told for sentence in sentences(text) for told in _values(sentence))
    return tuple({each.key: each for each in found}.values())


def parts_in(text: str) -> frozenset[ExposurePart]:
    """The parts that words tell something of as a fact, with a value or without one."""
    return frozenset(
        part
        for sentence in sentences(text)
        for part, words in _PARTS
        if any(force(sentence, found.start()) is Force.FACT for found in words.finditer(sentence))
    ) | frozenset(part_of(each.key) for each in values_in(text))


def words_on(part: ExposurePart, text: str) -> str:
    """The clause of a text that tells of a part: "mostly fee-for-service"."""
    words = dict(_PARTS)[part]
    return next((clause.strip() for clause in _CLAUSE.split(text) if words.search(clause)), text)


def sentences(text: str) -> Iterator[str]:
    """The sentences that are about the account itself."""
    return (sentence for sentence in _SENTENCE.split(text) if sentence.strip() and not _OTHERS.search(sentence))


def _values(sentence: str) -> Iterator[Told]:
    yield from (Told(share.key, share.percent, about=share.about) for share in shares_in(sentence))
    yield from _contracts(sentence)
    for key, words in _ATTRIBUTES:
        found = told(words, sentence)
        if found is not None:
            yield Told(key, not found.denied)
    places = _STATES.search(sentence)
    if places is not None and force(sentence, places.start()) is Force.FACT:
        names = _EACH_STATE.findall(places["states"])
        yield Told(ExposureKey.STATES, frozenset(code for name in names if (code := state_code(name))))
    settings = _named(_SETTINGS, sentence) if _HAVE.search(sentence) else frozenset()
    if settings:
        yield Told(ExposureKey.SETTINGS, settings, partial=True)


def _contracts(sentence: str) -> Iterator[Told]:
    contracts = _named(_CONTRACTS, sentence)
    if contracts:
        yield Told(ExposureKey.RISK_CONTRACTS, contracts, partial=True)
    elif _NO_CONTRACTS.search(sentence):
        yield Told(ExposureKey.RISK_CONTRACTS, frozenset())


def _named(names: tuple[tuple[str, re.Pattern[str]], ...], sentence: str) -> frozenset[str]:
    return frozenset(
        name
        for name, words in names
        for found in words.finditer(sentence)
        if force(sentence, found.start()) is Force.FACT
        and _LEFT.search(sentence, max(found.start() - _BACK, 0), found.start()) is None
    )
