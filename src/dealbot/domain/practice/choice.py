"""Cards of multiple choice: the pitfall or best practice of a question among those of other questions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dealbot.domain.knowledge import Document, PartKind, Question
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.fact import in_drawn_order
from dealbot.domain.practice.making import card_id, quote_of, sentences_of, source_of, warnings_of, written_items
from dealbot.domain.practice.wording import gerund, moment_of, quoted

DISTRACTORS = 3
_KINDS = {PartKind.PITFALL: "pitfall", PartKind.BEST_PRACTICE: "best practice"}
_HEAD = re.compile(r"^\s*(?:[-*]\s+)?(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__)?:|^[A-Z][\w' -]{1,40}: ")
_AVOID = re.compile(r"^(?:avoid|never|beware of)\s+(?P<rest>[a-z][\w-]*ing\b.+)$", re.IGNORECASE)
_DO_NOT = re.compile(r"^(?:do not|don[’']t|never)\s+(?P<verb>[a-z]+)\b(?P<rest>.*)$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"^(?:this|that|these|those|they|it|such|he|she)\b", re.IGNORECASE)
_FEWEST_WORDS, _MOST_WORDS = 4, 28
_SHORTEST, _LONGEST = 0.55, 1.8


@dataclass(frozen=True, slots=True)
class Option:
    """Something that a card may offer: it is right for its own question."""

    document: Document
    question: Question
    kind: PartKind
    text: str
    quote: str

    @property
    def seed(self) -> str:
        """The id of the card that asks for it."""
        return card_id(self.document, CardKind.CHOICE, self.question.id, self.kind.value)


def options_of(document: Document) -> Iterator[Option]:
    """The first pitfall and the first best practice of each question that can stand by itself."""
    for question in document.questions:
        for kind in _KINDS:
            quote = quote_of(question.of(kind))
            items = warnings_of(question) if kind is PartKind.PITFALL else written_items(quote)
            text = _standing_alone(items[0], kind) if items and not _HEAD.match(quote) else None
            if text is not None:
                yield Option(document, question, kind, text, quote)


def _standing_alone(item: str, kind: PartKind) -> str | None:
    text = "" if _HEAD.match(item) else next(iter(sentences_of(item)), "")
    if kind is PartKind.PITFALL:
        text = _as_deed(text.split(";")[0])
    fits = _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS and text.count('"') % 2 == 0
    return text if fits and not _POINTS_BACK.match(text) and not text.endswith((":", "?")) else None


def _as_deed(text: str) -> str:
    """A warning as the deed that it warns of: "Don't rush" is "Rushing"."""
    avoided = _AVOID.match(text)
    if avoided is not None:
        return avoided["rest"][0].upper() + avoided["rest"][1:]
    forbidden = _DO_NOT.match(text)
    if forbidden is not None:
        return gerund(forbidden["verb"].lower()).capitalize() + forbidden["rest"]
    return "" if re.match(r"(?:avoid|never|do not|don[’']t)\b", text, re.IGNORECASE) else text


def alike_in_length(one: str, other: str) -> bool:
    """Whether neither of two options stands out by its length."""
    return _SHORTEST <= len(other) / len(one) <= _LONGEST


def choice_card(right: Option, distractors: Sequence[Option]) -> Card:
    """The card that asks for an option among these, in an order drawn from its id."""
    seed, question, document = right.seed, right.question, right.document
    moment = moment_of(question.text)
    what = f"Which of these is the {_KINDS[right.kind]}"
    prompt = f"{what} for: {quoted(question.text)}?" if moment is None else f"{what} {moment}?"
    return Card(
        seed,
        CardKind.CHOICE,
        document.path,
        question.category,
        prompt.replace('?"?', '?"'),
        source_of(document, question.heading, right.quote),
        choices=in_drawn_order([right.text, *(each.text for each in distractors)], seed),
        accepted=(right.text,),
        question=question.id,
    )
