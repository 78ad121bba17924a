"""Cards of what a guide names as an example: "conferences such as HIMSS", "EHR platforms like Epic and Cerner"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dealbot.domain.knowledge import Document, fold, plain
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.fact import in_drawn_order, texts_of
from dealbot.domain.practice.making import card_id, source_of

_CLASSES = {
    "tools": "tools platforms systems technologies applications software frameworks libraries vendors",
    "rules": "regulations laws standards acts",
    "meetings": "conferences events",
    "reading": "newsletters journals publications magazines blogs websites",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
_NAME = r"(?:[A-Z0-9][\w’'.&+-]*[\w+])(?: (?:[A-Z0-9][\w’'&+-]*[\w+]|of|and(?= [A-Z]\w+ [A-Z])))*"
_LIST = rf"{_NAME}(?:, {_NAME})*(?:,? (?:and|or) {_NAME})?"
_SUCH_AS = re.compile(
    rf"(?P<what>(?:[A-Za-z-]+ ){{0,2}}(?P<noun>{'|'.join(_CLASS_OF)}),? (?:such as|like|including)) (?P<names>{_LIST})"
)
_CUT = re.compile(r",? (?:and|or) |, ")
_LEADING = re.compile(
    r"^(?:.*\b(?:and|or|of|to|with|in|on|at|by|for|from|using|through|via|the|as|on) )?"
    r"(?:(?:an?|attend|attending|use|used|employ|leverag\w+|follow|following|read|reading|other|some|various|specific"
    r"|relevant|popular|utiliz\w+|i|we|major|key|like|understand\w*|regular|automat\w+|implement\w*|learn\w*) )*",
    re.IGNORECASE,
)
_MOST_OF_ONE = 2
_OPTIONS = 4


class _Group(NamedTuple):
    what: str
    kind: str
    names: tuple[str, ...]
    heading: tuple[str, ...]
    text: str


def named_cards(document: Document) -> list[Card]:
    """Which of some names a guide gives as an example of a thing; the others are examples of other things."""
    groups = list(_groups(document))
    return [card for group in groups for card in _cards(document, group, groups)]


def _groups(document: Document) -> Iterator[_Group]:
    seen: set[str] = set()
    for heading, text in texts_of(document):
        for found in _SUCH_AS.finditer(plain(text)):
            names = tuple(name for name in _CUT.split(found["names"]) if fold(name))
            what = _LEADING.sub("", re.sub(r",? (?:such as|like|including)$", "", found["what"]))
            modified = " " in what or _CLASS_OF[found["noun"]] != "tools"
            if modified and what not in seen:
                seen.add(what)
                yield _Group(what, _CLASS_OF[found["noun"]], names, heading, text)


def _cards(document: Document, group: _Group, groups: Sequence[_Group]) -> Iterator[Card]:
    inside = {fold(name) for other in groups if other.kind == group.kind for name in other.names}
    others = dict.fromkeys(name for other in groups if other.kind != group.kind for name in other.names)
    pool = [name for name in others if fold(name) not in inside]
    for name in group.names[:_MOST_OF_ONE]:
        seed = card_id(document, CardKind.FACT, "named", group.what, name)
        chosen = in_drawn_order(pool, seed)[: _OPTIONS - 1]
        if len(chosen) == _OPTIONS - 1:
            yield Card(
                seed,
                CardKind.FACT,
                document.path,
                group.heading[0] if group.heading else "",
                f"Which of these does the guide name as an example of {group.what}?",
                source_of(document, group.heading, group.text),
                choices=in_drawn_order((name, *chosen), seed),
                accepted=(name,),
            )
