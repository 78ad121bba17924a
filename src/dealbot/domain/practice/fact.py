"""Cards with a key: what a short form stands for, which certification does what, what a guide names as an example."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from dealbot.domain.glossary import Glossary
from dealbot.domain.knowledge import Document, fold, plain, stable_id
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.making import card_id, source_of
from dealbot.domain.practice.short_forms import ShortForm, short_forms_in

_MOST_SHORT_FORMS = 12
_MANY = re.compile(r"(ie)?s$")
_ACRONYM = re.compile(r"(?=(?:.*[A-Z0-9]){2})[A-Z0-9][\w&-]{1,8}")


def short_form_cards(document: Document, glossary: Glossary) -> list[Card]:
    """What the short forms stand for that a document spells out, or that the glossary knows it does."""
    first: dict[str, tuple[tuple[str, ...], str]] = {}
    meanings: defaultdict[str, list[str]] = defaultdict(list)
    for heading, text in texts_of(document):
        for found in (*short_forms_in(text), *_known(plain(text), glossary)):
            first.setdefault(found.short, (heading, text))
            meanings[found.short].append(found.means)
    for found in short_forms_in(document.about.title):
        meanings[found.short].append(found.means)
    asked = islice(first.items(), _MOST_SHORT_FORMS)
    return [_stands_for(document, heading, text, short, meanings[short]) for short, (heading, text) in asked]


def _known(text: str, glossary: Glossary) -> Iterator[ShortForm]:
    """The short forms of the glossary that stand in a text together with what they mean."""
    for term in (each for each in glossary.terms if each.term in text):  # few are: patterns cost more
        written = _ACRONYM.fullmatch(term.term) and re.search(rf"(?<!\w){re.escape(term.term)}(?!\w)", text)
        if written and f" {fold(term.means)} " in f" {fold(text)} ":
            yield ShortForm(term.term, term.means)


def _stands_for(document: Document, heading: tuple[str, ...], text: str, short: str, meanings: Iterable[str]) -> Card:
    accepted: dict[str, str] = {}
    for means in meanings:
        accepted.setdefault(fold(means), means)
        accepted.setdefault(fold(_singular(means)), _singular(means))
    return Card(
        card_id(document, CardKind.FACT, "short form", short),
        CardKind.FACT,
        document.path,
        heading[0] if heading else "",
        f"What does {short} stand for?",
        source_of(document, heading, text),
        accepted=tuple(accepted.values()),
    )


def _singular(means: str) -> str:
    return means if means.endswith(("ss", "is", "us")) else _MANY.sub(lambda many: "y" if many[1] else "", means)


def texts_of(document: Document) -> Iterator[tuple[tuple[str, ...], str]]:
    """All blocks of a document with the headings above them, below the one of the whole."""
    for section in document.sections:
        heading = section.heading[-2:]
        yield from ((heading, block.quote) for block in section.blocks)


def in_drawn_order(options: Sequence[str], seed: str) -> tuple[str, ...]:
    """The options in an order that is always the same for a card and tells nothing about which is right."""
    return tuple(sorted(options, key=lambda option: stable_id(seed, option)))
