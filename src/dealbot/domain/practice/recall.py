"""Cards that ask a guide's own question: a good answer does what the guide's answer does."""

import re
from collections.abc import Iterable

from dealbot.domain.knowledge import Document, Question, plain
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.making import as_lines, asked_card, quote_of, taught, warnings_of
from dealbot.domain.practice.points import key_points

_NO_DEED = re.compile(
    r"\b(?:is|are) (?:an? |the )?(?:very |really )?(?:crucial|essential|important|key|vital|critical)"
    r"(?= (?:for|to|in|as|when|because|since|that|considerations?|factors?|parts?)\b|[.,;]|$)"
    r"|^(?:this|it|that|these|they)\b|\bcan (?:be challenging|stem from)\b"
    r"|^(?:effective|good|proper|clear|strong|efficient|thorough|comprehensive|quick)\b.*"
    r"\b(?:ensures?|minimi[sz]es?|leads? to|provides?|builds?|prevents?|improves?|enables?)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(r"^for (?:the|a) (?:first|second|third|fourth|last|other)s?\b", re.IGNORECASE)
_AVOIDS = re.compile(r"avoid\b", re.IGNORECASE)
_MOST_WORDS = 30


def recall_card(document: Document, question: Question) -> Card:
    """The question itself, with the behaviours of its answer and what the guide warns of; of a mere story, none."""
    quote = quote_of(taught(question))
    points, pitfalls = marked_by(question)
    prompt, shown = plain(question.text), quote if points else question.span.quote
    return asked_card(document, question, CardKind.RECALL, prompt, shown, points=points, pitfalls=pitfalls)


def marked_by(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What an answer is to show, and what not to do; that is also what the answer itself says to avoid."""
    points, warned = behaviours(quote_of(taught(question))), warnings_of(question)
    avoided = tuple(point for point in points if _AVOIDS.match(point))
    kept = tuple(point for point in points if point not in avoided)
    return (kept, (*warned, *avoided)) if kept else (points, warned)


def behaviours(quote: str) -> tuple[str, ...]:
    """What an answer does; that something is important, or leads to much, is nothing done."""
    points = (point.removeprefix("- ") for point in key_points(as_lines(quote)))
    return tuple(_standing_alone(point for point in points if not _NO_DEED.search(point)))


def _standing_alone(points: Iterable[str]) -> list[str]:
    """Pieces that lean on the one before are told with it, or not at all where that would be too long."""
    told: list[str] = []
    for point in points:
        if not told or not _LEANS.match(point):
            told.append(point)
        elif len(f"{told[-1]} {point}".split()) <= _MOST_WORDS:
            told[-1] = f"{told[-1].rstrip('.')}; {point[0].lower()}{point[1:]}"
    return told
