"""Cards of what a guide names as an example: "conferences such as HIMSS", "EHR platforms like Epic and Cerner"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dealbot.domain.knowledge import Document, fold, plain
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.fact import texts_of
from dealbot.domain.practice.making import card_id, source_of
from dealbot.domain.practice.wording import as_question, quoted

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
    r"|relevant|popular|emerging|how|utiliz\w+|i|we|major|key|like|understand\w*|regular|automat\w+|implement\w*"
    r"|learn\w*) )*",
    re.IGNORECASE,
)


class _Group(NamedTuple):
    what: str
    names: tuple[str, ...]
    heading: tuple[str, ...]
    text: str


def named_cards(document: Document) -> list[Card]:
    """What a guide names as examples of a thing, of which any one is right."""
    return [_card(document, group) for group in _groups(document)]


def _groups(document: Document) -> Iterator[_Group]:
    seen: set[str] = set()
    for heading, text in texts_of(document):
        for found in _SUCH_AS.finditer(plain(text)):
            names = tuple(name for name in _CUT.split(found["names"]) if fold(name))
            what = _LEADING.sub("", re.sub(r",? (?:such as|like|including)$", "", found["what"]))
            modified = " " in what or _CLASS_OF[found["noun"]] != "tools"
            if modified and what not in seen:
                seen.add(what)
                yield _Group(what, names, heading, text)


def _card(document: Document, group: _Group) -> Card:
    where = quoted((document.about.title, *group.heading)[-1])
    if len(group.names) > 1:
        end = "" if where.endswith('?"') else "."
        prompt = f"Name one of the {group.what} that the guide gives as examples at {where}{end}"
    else:
        prompt = as_question(f"Which example of {group.what} does the guide give at {where}")
    return Card(
        card_id(document, CardKind.FACT, "named", group.what, group.names[0]),
        CardKind.FACT,
        document.path,
        group.heading[0] if group.heading else "",
        prompt,
        source_of(document, group.heading, group.text),
        accepted=group.names,
    )
