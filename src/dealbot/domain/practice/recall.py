"""Cards that ask a guide's own question: a good answer does what the guide's answer does."""

import re
from collections.abc import Iterable

from dealbot.domain.knowledge import Document, Part, PartKind, Question, plain
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.making import asked_card, quote_of, taught, warnings_of
from dealbot.domain.practice.outline import outline
from dealbot.domain.practice.points import FEWEST, MOST, key_points
from dealbot.domain.practice.stories import asks_for_a_story

_NO_DEED = re.compile(
    r"\b(?:is|are) (?:an? |the )?(?:very |really )?(?:crucial|essential|important|key|vital|critical)"
    r"(?= (?:for|to|in|as|when|because|since|that|considerations?|factors?|parts?)\b|[.,;]|$)"
    r"|^(?:this|it|that|these|they)\b|\bcan (?:be challenging|stem from)\b"
    r"|\b(?:involves?|includes?|requires?) (?:an? |the )?(?:\w+ )?"
    r"(?:several|various|many|multiple|approach|steps|layers)\b"
    r"|\brequires? careful\b|\bposes? (?:unique|many|several)\b"
    r"|^(?:the|my|this) (?:\w+ )?(?:answer|approach|choice) depends on\b"
    r"|^(?:effective|good|proper|clear|strong|efficient|thorough|comprehensive|quick)\b.*"
    r"\b(?:ensures?|minimi[sz]es?|leads? to|provides?|builds?|prevents?|improves?|enables?)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(?:(?:[-*+•]|\d{1,2}[.)])\s+)*")
_DOING = re.compile(r"(?:\w+ly )?\w{3,}ing\b", re.IGNORECASE)
_ITS_LABEL = re.compile(r"(?:approach|actions?|steps?|solutions?)(?: taken)?: ", re.IGNORECASE)
_AVOIDS = re.compile(r"avoid\b", re.IGNORECASE)


def recall_card(document: Document, question: Question) -> Card:
    """The question itself, with the behaviours of its answer and what the guide warns of; of a mere story, none."""
    points, pitfalls = marked_by(question)
    prompt, shown = plain(question.text), model_answer(question) if points else question.span.quote
    return asked_card(document, question, CardKind.RECALL, prompt, shown, points=points, pitfalls=pitfalls)


def model_answer(question: Question) -> str:
    """What the behaviours are taken from, as it stands in the document."""
    parts = taught(question)
    told = any(part.kind is not PartKind.BEST_PRACTICE for part in parts) or not _exemplified(question)
    return quote_of(parts if told else (*question.of(PartKind.EXAMPLE), *parts))


def marked_by(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What an answer is to show, and what not to do; that is also what the answer itself says to avoid."""
    points, warned = _behaviours_of(question), warnings_of(question)
    avoided = tuple(point for point in points if _AVOIDS.match(point))
    kept = tuple(point for point in points if point not in avoided)
    if len(kept) == 1 and _asks_for_a_story(question):
        return (), (*warned, *avoided)  # one hint how it is best done is no story of how it was done
    return (kept, (*warned, *avoided)) if kept else (points, warned)


def _behaviours_of(question: Question) -> tuple[str, ...]:
    """What the answer does; then what is best practice, as far as there is room."""
    parts = taught(question)
    best = [part for part in parts if part.kind is PartKind.BEST_PRACTICE]
    more = key_points(_written(question, best), _no_deed, fewest=0)
    answer = _written(question, [part for part in parts if part not in best])
    told = key_points(answer, _no_deed, FEWEST - len(more), plain(question.text)) if answer else _exemplified(question)
    return (*told, *more[: MOST - len(told)])


def _exemplified(question: Question) -> tuple[str, ...]:
    """What examples say is done, where they are all the answer there is; what else they tell is a story."""
    text, asked = _written(question, question.of(PartKind.EXAMPLE)), plain(question.text)
    done = [f"- {item.text}" for item in outline(text) if _ITS_LABEL.match(item.text)]
    if done:
        return key_points("\n".join(done), _no_deed, fewest=0, asked=asked)
    examples = () if asks_for_a_story(asked) else key_points(text, _no_deed, fewest=0)
    return tuple(point for point in examples if _DOING.match(point))


def _asks_for_a_story(question: Question) -> bool:
    return asks_for_a_story(plain(question.text))


def _no_deed(point: str) -> bool:
    """Whether a point says no more than that something is important, or leads to much."""
    return _NO_DEED.search(point) is not None


def _written(question: Question, parts: Iterable[Part]) -> str:
    """Some parts as they stand in the document, with the marks of the list items that they begin."""
    whole, start = question.span.quote, question.span.start
    texts = []
    for part in parts:
        before = whole[: part.span.start - start].rpartition("\n")[2]
        texts.append(f"{before if _MARK.fullmatch(before) else ''}{part.span.quote}")
    return "\n".join(texts)
