"""Whom quoted words name: by name, half a name, title or part in the decision; never by guess."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dealbot.domain.deal import Stakeholder
from dealbot.domain.names import fold, may_mean
from dealbot.domain.stakeholder import BuyingRole, Function, Side

_WORD = re.compile(r"[^\W_][\w'\u2019&-]*")
_CHAMPION = re.compile(r"\b(?:our|the|their) champion\b", re.IGNORECASE)
_GROUPS: tuple[tuple[Function, re.Pattern[str]], ...] = tuple(
    (function, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for function, words in (
        (Function.PHARMACY, r"pharmacy(?: (?:leadership|team|side|department))?|pharmacists"),
        (Function.NURSING, r"nursing(?: (?:leadership|team|side))?|nurses"),
        (Function.FINANCE, r"finance(?: (?:team|side|department))?"),
        (Function.LEGAL, r"legal(?: (?:team|side|department))?"),
        (Function.COMPLIANCE, r"compliance(?: (?:team|side))?"),
        (Function.SECURITY, r"(?:information )?security team|infosec"),
        (Function.IT, r"(?-i:IT)(?: (?:team|side|department))?"),
        (Function.PROCUREMENT, r"procurement|supply chain"),
        (Function.QUALITY, r"quality (?:team|department)"),
        (Function.CLINICAL, r"(?:the )?(?:physicians|doctors|cardiologists|surgeons|medical staff)"),
    )
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named at a place of a quote; without a key it is a part of the house of whom nobody is known."""

    start: int
    end: int
    key: str | None
    label: str
    function: Function | None = None


def people_named(quote: str, people: Sequence[Stakeholder]) -> tuple[Mention, ...]:
    """People whom words name, each once, in the order of the words."""
    buyers = [person for person in people if person.side is Side.BUYER]
    found = (*_titled(quote, buyers), *_named(quote, buyers), *_as_champion(quote, buyers))
    return _each_once(found)


def parties_named(quote: str, people: Sequence[Stakeholder]) -> tuple[Mention, ...]:
    """As `people_named`, and parts of the house: the one person known there, else the part itself."""
    named = people_named(quote, people)
    return _each_once((*named, *_groups(quote, people, named)))


def _titled(quote: str, people: Sequence[Stakeholder]) -> Iterator[Mention]:
    """By title, of several who held it the one still there."""
    for title in sorted({person.title for person in people if person.title}, key=lambda title: (-len(title), title)):
        match = _whole(title).search(quote)
        holder = _one([p for p in people if p.title is not None and p.title.casefold() == title.casefold()])
        if match is not None and holder is not None:
            yield Mention(match.start(), match.end(), holder.key, holder.label, holder.function)


@lru_cache(maxsize=1024)
def _whole(title: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(title)}(?!\w)", re.IGNORECASE)


def _named(quote: str, people: Sequence[Stakeholder]) -> Iterator[Mention]:
    """By words with a capital first that can mean one person only."""
    known = [(person, [fold(form) for form in (person.name, *person.aliases) if form]) for person in people]
    for match in (match for match in _WORD.finditer(quote) if match.group()[0].isupper()):
        name = fold(match.group())
        meant = [person for person, forms in known if any(name == form or may_mean(name, form) for form in forms)]
        if len(meant) == 1:
            yield Mention(match.start(), match.end(), meant[0].key, meant[0].label, meant[0].function)


def _as_champion(quote: str, people: Sequence[Stakeholder]) -> Iterator[Mention]:
    match = _CHAMPION.search(quote)
    champion = _one([person for person in people if BuyingRole.CHAMPION in person.roles])
    if match is not None and champion is not None:
        yield Mention(match.start(), match.end(), champion.key, champion.label, champion.function)


def _groups(quote: str, people: Sequence[Stakeholder], named: Sequence[Mention]) -> Iterator[Mention]:
    for function, pattern in _GROUPS:
        match = pattern.search(quote)
        if match is None or any(_overlap(match, mention) for mention in named):
            continue
        known = _one([p for p in people if p.side is Side.BUYER and p.function is function])
        key, label = (known.key, known.label) if known is not None else (None, match.group())
        yield Mention(match.start(), match.end(), key, label, function)


def _overlap(match: re.Match[str], mention: Mention) -> bool:
    return match.start() < mention.end and mention.start < match.end()


def _one(people: Sequence[Stakeholder]) -> Stakeholder | None:
    """The only one, or the only one still there."""
    there = people if len(people) == 1 else [person for person in people if person.gone is None]
    return there[0] if len(there) == 1 else None


def _each_once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    in_order = sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.label))
    first = {mention.key or mention.label.casefold(): mention for mention in reversed(in_order)}
    return tuple(sorted(first.values(), key=lambda mention: (mention.start, mention.label)))
