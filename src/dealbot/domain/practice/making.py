"""What the makers of all kinds of cards share: a card with its id and its source, and a text cut into items."""

import re
from collections.abc import Iterable

from dealbot.domain.knowledge import Document, Part, PartKind, Question, plain, stable_id
from dealbot.domain.practice.card import Card, CardKind, CardSource
from dealbot.domain.practice.deeds import under_heading, warned_of

_BULLET = re.compile(r"^\s*(?:[-*+•]|\d{1,2}[.)])\s+", re.MULTILINE)
_END = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[A-Z0-9\"“])")
_SHORTENED = re.compile(r"\b(?:e\.g|i\.e|etc|vs|Dr|Mr|Ms|Mrs|St|No|U\.S|Inc)\.$")
MOST_POINTS = 6
_TAUGHT = (PartKind.ANSWER, PartKind.BEST_PRACTICE)


def source_of(document: Document, heading: tuple[str, ...], quote: str) -> CardSource:
    """Where in a document a card's answer stands."""
    modified_on = document.about.modified_on or document.about.published_on
    return CardSource(document.path, document.about.title, heading, quote, modified_on)


def asked_card(  # noqa: PLR0913 -- a card has that many fields
    document: Document,
    question: Question,
    kind: CardKind,
    prompt: str,
    quote: str,
    *,
    points: tuple[str, ...] = (),
    pitfalls: tuple[str, ...] = (),
) -> Card:
    """A card of a guide's question, answered in words."""
    source = source_of(document, question.heading, quote)
    name = card_id(document, kind, question.id)
    category = question.category
    return Card(name, kind, document.path, category, prompt, source, points, pitfalls, question=question.id)


def card_id(document: Document, kind: CardKind, *words: str) -> str:
    """The id of a card: the document, the kind, and what it asks about, whatever its wording is now."""
    return stable_id(document.path, kind.value, *words)


def quote_of(parts: Iterable[Part]) -> str:
    """The words of some parts as they stand in the document, each in a paragraph of its own."""
    return "\n\n".join(part.span.quote for part in parts)


def taught(question: Question) -> tuple[Part, ...]:
    """The parts that say what to do, in order; the reasons for it where that is all there is."""
    found = tuple(part for part in question.parts if part.kind in _TAUGHT)
    return found or question.of(PartKind.REASONING)


def warnings_of(question: Question) -> tuple[str, ...]:
    """What a question's pitfall parts warn of, a sentence each; what they advise, and why, is none of it."""
    written = (item for part in question.of(PartKind.PITFALL) for item in written_items(part.span.quote))
    return tuple(warning for warning in map(_warning, written) if warning)


def _warning(item: str) -> str:
    """The deed that an item warns of, empty where there is none: what follows a heading may only be the remedy."""
    first = next(iter(sentences_of(item)), "")
    head, colon, rest = first.partition(": ")
    if not colon or not item.startswith(("**", "__")):
        return warned_of(first)
    return under_heading(head, rest)


def written_items(text: str) -> tuple[str, ...]:
    """The bullets or paragraphs of a text, with their marks of emphasis."""
    return tuple(item.strip() for item in _BULLET.sub("\n\n", text).split("\n\n") if item.strip())


def items_of(text: str) -> tuple[str, ...]:
    """The bullets of a text, or its paragraphs where it has none, without their marks."""
    return tuple(item for item in map(plain, written_items(text)) if item)


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of all items of a text."""
    return tuple(sentence for item in items_of(text) for sentence in _cut(item))


def _cut(item: str) -> list[str]:
    found: list[str] = []
    start = 0
    for end in [*(match.end() for match in _END.finditer(item)), len(item)]:
        piece = item[start:end].strip()
        if end == len(item) or not _SHORTENED.search(piece):
            found.append(piece)
            start = end
    return [piece for piece in found if piece]
