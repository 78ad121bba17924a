"""Shares in the words of a note: "45% Medicare", "Medicaid is 20 percent", "about half commercial"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dealbot.domain.exposure import ExposureKey
from dealbot.domain.force import Force, force
from dealbot.domain.when.words import TENS

_MOST = 100.0
_OF: tuple[tuple[ExposureKey, str], ...] = (
    (ExposureKey.MEDICARE_ADVANTAGE, r"medicare advantage|managed medicare|medicare managed care|(?-i:MA)\b"),
    (
        ExposureKey.MEDICARE_FFS,
        r"(?:traditional|original|ffs|fee[- ]for[- ]service) medicare|medicare(?: ffs| fee[- ]for[- ]service)?",
    ),
    (ExposureKey.MEDICAID, r"(?:managed )?medicaid|medi-?cal\b|ahcccs|tenncare|masshealth"),
    (
        ExposureKey.COMMERCIAL,
        r"commercial(?:ly[- ]insured)?(?: (?:insurance|payers?|insurers?))?|private(?:ly)? insur\w+",
    ),
    (ExposureKey.SELF_PAY, r"self[- ]pay|uninsured"),
    (ExposureKey.FFS_SHARE, r"fee[- ]for[- ]service|ffs\b"),
    (ExposureKey.VBC_SHARE, r"value[- ]based|vbc\b|shared savings|capitat(?:ed|ion)"),
    (ExposureKey.OUTPATIENT_SHARE, r"out-?patient"),
)
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_WORDS = {word: n for n, word in enumerate((*_ONES, *_TEENS), start=1)} | TENS
_FRACTIONS = {"half": 50.0, "third": 33.0, "two thirds": 67.0, "quarter": 25.0, "three quarters": 75.0}
_SPELLED = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{'|'.join((*_TEENS, *_ONES))})"
_PERCENT = r"\s?(?:%|percent|per cent|pct\b)"
_FIGURE = (
    rf"(?P<digits>(?<!\d)\d+(?:\.\d+)?){_PERCENT}|(?P<spelled>\b{_SPELLED}){_PERCENT}"
    r"|\b(?<!first )(?<!second )(?P<fraction>half|two[- ]thirds|three[- ]quarters|(?<=\ba )(?:third|quarter))\b"
    r"(?![- ](?:a|year)\b)"
)
_NAMED = "|".join(rf"(?P<{key}>\b(?:{words}))" for key, words in _OF)
_TOKEN = re.compile(rf"{_FIGURE}|{_NAMED}", re.IGNORECASE)
# Who lists a payer mix leaves the percent sign away.
_BARE = re.compile(rf"{_FIGURE}|(?P<bare>(?<![\d.$-])\b\d{{1,2}}(?:\.\d)?\b(?![\d%/-]))|{_NAMED}", re.IGNORECASE)
_MIX = re.compile(r"\bmix\b", re.IGNORECASE)
_ALL = r"(?:patients?|revenues?|volumes?|business|book|mix|admissions|discharges|charges|collections|it|them|that)"
_WHOLE = rf"(?:of\s+)?(?:(?:our|their|the|all|its)\s+)*(?:(?:net|total|patient|payer)\s+)?{_ALL}\s+"
_IS = r"(?:is|are|was|were|comes?|from|still|now)"
_BEFORE_NAME = re.compile(
    rf"\s+(?:{_WHOLE}(?:(?:{_IS}|on|in|through|under|paid)\s+){{0,3}}|(?:{_IS}\s+){{0,3}})", re.IGNORECASE
)
_ABOUT_WORD = r"(?:~|\b(?:about|around|roughly|approx(?:\.|imately)?|some)\b)"
_BEFORE_FIGURE = re.compile(
    rf"\s*(?:(?:share|patients?|volume|revenue|business|care)\s*)?"
    rf"(?:(?:[:=(\u2013-]|{_ABOUT_WORD}|\b(?:{_IS}|at|makes? up|runs?|only|an?)\b)\s*){{0,4}}",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\s*(?:[+/&]|,?\s*\b(?:and|or|plus)\b)?\s*(?:the\s+)?", re.IGNORECASE)
_ABOUT = re.compile(rf"{_ABOUT_WORD}\s*(?:an?\s+)?$", re.IGNORECASE)
# A bound, a range or a change is no share.
_BOUND = re.compile(
    rf"""(?:[<>]|(?<!\d)(?<!\s)[-\u2013]|(?<!\w)[-\u2013]|\b(?:over|under|(?:more|less|greater|fewer)\sthan|at\s(?:least|most)|up\sto
    |below|above|up|down|by|from|los\w+|cut\w*|minus|another|gr[eo]w\w*|r[io]s\w+|fell|drop\w*|between))\s*(?:{_ABOUT_WORD}\s*)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_RANGE = re.compile(
    r"(?P<from>from\s+)?(?:~|about\s+)?\d+(?:\.\d+)?\s*(?:%|percent)?\s*(?:to|or|[-\u2013])\s*$", re.IGNORECASE
)
_CHANGE = re.compile(
    r"""\s*(?:cut|rates?|increas|reduc|margin|discount|update|penal|denial|bump|raise|decreas|payment|growth|penetration
    |higher|lower|less|more|below|above|of\scost|points?|or\s(?:more|less|so\b)|[-\u2013]\s?\d|to\s\d|\+(?:\s*$|%))""",
    re.IGNORECASE | re.VERBOSE,
)
_PAST = re.compile(r"\b(?:used to|formerly|previously|historically|originally|years ago)\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:cut\w*|slash\w*|lower\w*|rais\w+|reduc\w+|increas\w+|los\w+|drop\w*)\s+(?:the\s+)?$", re.IGNORECASE
)
# How far before a figure its few words can begin.
_BACK = 120
# What stands before a figure as a plain fact, though elsewhere it supposes or plans.
_LOOSE = {
    "about": re.compile(r"\b(?:almost|nearly|close to)\b", re.IGNORECASE),
    "have": re.compile(r"\bgets?\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Share:
    """A share in percent as told; `about`: the words only say about how much."""

    key: ExposureKey
    percent: float
    about: bool


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    key: ExposureKey | None
    percent: float = 0.0
    rough: bool = False


def shares_in(sentence: str) -> tuple[Share, ...]:
    """Find the shares that a sentence tells as a fact: not what it denies, supposes or bounds, nor what once was."""
    text = sentence
    for plain, loose in _LOOSE.items():
        text = loose.sub(plain, text)
    if _PAST.search(text):
        return ()
    tokens = [_token(found) for found in (_BARE if _MIX.search(text) else _TOKEN).finditer(text)]
    return tuple(_told(text, figure, named) for figure, named in _pairs(text, tokens) if _holds(text, figure, named))


def _token(found: re.Match[str]) -> _Token:
    groups = {name: value for name, value in found.groupdict().items() if value is not None}
    name, value = next(iter(groups.items()))
    words = value.casefold().replace("-", " ")
    match name:
        case "digits" | "bare":
            return _Token(found.start(), found.end(), None, float(value))
        case "spelled":
            return _Token(found.start(), found.end(), None, float(sum(_WORDS[word] for word in words.split())))
        case "fraction":
            return _Token(found.start(), found.end(), None, _FRACTIONS[words], rough=True)
        case _:
            return _Token(found.start(), found.end(), ExposureKey(name))


def _pairs(text: str, tokens: list[_Token]) -> Iterator[tuple[_Token, _Token]]:
    """Figures with what they are of: as the sentence begins, so it goes on ("Medicare 45% Medicaid 20%")."""
    used: set[int] = set()
    named_first = bool(tokens) and tokens[0].key is not None
    for wanted in (named_first, not named_first):
        for at, (one, other) in enumerate(pairwise(tokens)):
            if used & {at, at + 1} or (one.key is not None) is not wanted or (other.key is None) is not wanted:
                continue
            gap, named = (_BEFORE_FIGURE, at) if wanted else (_BEFORE_NAME, at + 1)
            if gap.fullmatch(text, one.end, other.start) and not _joined(text, tokens, named):
                used |= {at, at + 1}
                yield (other, one) if wanted else (one, other)


def _joined(text: str, tokens: list[_Token], named: int) -> bool:
    """Whether a figure is of two together: "61% Medicaid + Medicare"."""
    beside = pairwise(tokens[max(named - 1, 0) : named + 2])
    sides = [(one, other) for one, other in beside if one.key is not None and other.key is not None]
    return any(_JOINS.fullmatch(text, one.end, other.start) for one, other in sides)


def _holds(text: str, figure: _Token, named: _Token) -> bool:
    ranged = _before(_RANGE, text, figure.start)
    bound = figure.percent > _MOST or _before(_BOUND, text, figure.start) is not None
    if bound or (ranged is not None and ranged["from"] is None):
        return False
    at = min(figure.start, named.start)
    changes = _CHANGE.match(text, max(figure.end, named.end)) or _CHANGE.match(text, figure.end)
    return changes is None and _before(_MOVED, text, at) is None and force(text, at) is Force.FACT


def _before(words: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """Find words that stand right before an offset."""
    return words.search(text, max(at - _BACK, 0), at)


def _told(text: str, figure: _Token, named: _Token) -> Share:
    about = figure.rough or _before(_ABOUT, text, figure.start) is not None
    return Share(named.key or ExposureKey.MEDICARE_FFS, figure.percent, about)
