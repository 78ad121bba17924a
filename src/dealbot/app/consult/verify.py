"""Whether a sentence says no more than the facts that it cites: each of its numbers, days, names and telling words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dealbot.app.consult.facts import Fact
from dealbot.app.stems import stems_of
from dealbot.domain.evidence import Evidence
from dealbot.reading.align import words_in
from dealbot.reading.grounding import numbers_in
from dealbot.reading.namelike import names_in, public

MOST = 4
_LONGEST = 300
_CITED = re.compile(r"\s*\[(?P<ids>[^\[\]]*)\](?P<end>[.!]?)\s*$")
_APART = re.compile(r"\n|(?<=\])[ \t]+|(?<=\][.!])[ \t]+")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
_ID = re.compile(r"e[1-9]\d*")
_WITH_UNIT = re.compile(r"[$€£]\s?\d[\d.,]*\d|[$€£]\s?\d|\d[\d.,]*\s?(?:%|percent\b)", re.IGNORECASE)
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY_MONTH = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?(?!\d)", re.IGNORECASE)
_MONTH_NAME = re.compile(rf"\b{_MONTH}", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?day\b", re.IGNORECASE)
_CAPITAL = re.compile(r"(?:(?<=[^\s.!?:;] )[^\w\s]*(?=[A-Z])|\b(?=[A-Z]{2}))(?P<word>[\w&'\u2019-]+)")
_DENIES = re.compile(
    r"\b(?:no|not|never|nobody|none|nothing|neither|nor|cannot|lacks?|lacking|refuse[sd]?|oppose[sd]?|\w+n['\u2019]t)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:until|unless|without|before|only|first|once|if)\b", re.IGNORECASE)
# So much of what a sentence tells, its names left out, stands in its facts; the rest is how people put it.
_TOLD = 2 / 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that holds, with the facts it cites."""

    text: str
    facts: tuple[Fact, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of its facts, each piece once."""
        return tuple(dict.fromkeys(one for fact in self.facts for one in fact.evidence))


def verified(words: str, facts: Mapping[str, Fact]) -> tuple[tuple[Sentence, ...], int]:
    """The first sentences of a model's words that hold, and how many of the others there are."""
    claimed = [line for line in _APART.split(words) if line.strip()]
    held = [sentence for line in claimed for sentence in _cited(line, facts) if holds(sentence.text, sentence.facts)]
    return tuple(held[:MOST]), len(claimed) - len(held)


def _cited(line: str, facts: Mapping[str, Fact]) -> Iterator[Sentence]:
    """A line as a sentence with its facts; none where it cites nothing, or what was never returned."""
    match = _CITED.search(line)
    ids = dict.fromkeys(re.split(r"[\s,;]+", match["ids"].strip())) if match else {}
    if match is None or not all(_ID.fullmatch(one) and one in facts for one in ids):
        return
    text = " ".join(_BULLET.sub("", line[: match.start()] + match["end"]).split())
    yield Sentence(text, tuple(facts[one] for one in ids))


def holds(text: str, facts: Sequence[Fact]) -> bool:
    """Whether the facts carry a sentence; words that tell nothing of their own are carried by nothing."""
    if not text or len(text) > _LONGEST or "[" in text:
        return False
    told = _plain("\n".join(fact.text for fact in facts))
    checks = (_numbers, _units, _days, _names, _telling_words)
    return all(check(_plain(text), told) for check in checks) and _denies_alike(text, facts)


def _plain(text: str) -> str:
    """A text in which a month or a weekday is always written the same."""
    return _WEEKDAY.sub(lambda day: day[1].title(), _MONTH_NAME.sub(lambda month: month[1][:3].title(), text))


def _numbers(text: str, told: str) -> bool:
    """Every number stands in the facts; "one" is mostly none."""
    return numbers_in(text) - numbers_in(told) <= {1.0} and set(re.findall(r"\d+", text)) <= set(
        re.findall(r"\d+", told)
    )


def _units(text: str, told: str) -> bool:
    """A percentage is no sum of money, and neither is a count."""
    given, known = ({_unit(match.group()) for match in _WITH_UNIT.finditer(one)} for one in (text, told))
    return given <= known


def _unit(written: str) -> str:
    return re.sub(r"[\s,]+", "", written.casefold().replace("percent", "%"))


def _days(text: str, told: str) -> bool:
    return set(_days_of(text)) <= set(_days_of(told))


def _days_of(text: str) -> Iterator[tuple[int, str]]:
    yield from ((int(match[1]), match[2][:3].casefold()) for match in _DAY_MONTH.finditer(text))
    yield from ((int(match[2]), match[1][:3].casefold()) for match in _MONTH_DAY.finditer(text))


def _names(text: str, told: str) -> bool:
    """Every part of every name, public ones too, and whatever else has a capital within, stands in the facts."""
    capitals = {word for match in _CAPITAL.finditer(text) for word in words_in(match["word"])}
    named = {word for name in names_in(text) for word in words_in(name.text)}
    return capitals | named | {*filter(public, words_in(text))} <= set(words_in(told))


def _telling_words(text: str, told: str) -> bool:
    names = {stem for name in names_in(text) for stem in stems_of(name.text)}
    telling = stems_of(text) - names
    return len(telling) > 0 and len(telling & stems_of(told)) >= _TOLD * len(telling)


def _denies_alike(text: str, facts: Sequence[Fact]) -> bool:
    """A sentence that denies rests on words that do; what is denied throughout is denied, or on a condition."""
    denied = [_DENIES.search(fact.text) is not None for fact in facts]
    if _DENIES.search(text):
        return any(denied)
    return not all(denied) or _CONDITION.search(text) is not None
