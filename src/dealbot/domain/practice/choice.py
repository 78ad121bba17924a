"""Cards of multiple choice: the pitfall or best practice of a question among those of other questions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dealbot.domain.knowledge import Document, PartKind, Question, fold
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.fact import in_drawn_order
from dealbot.domain.practice.making import card_id, quote_of, sentences_of, source_of, warnings_of, written_items
from dealbot.domain.practice.wording import as_question, gerund, moment_of, quoted

DISTRACTORS = 3
_KINDS = {PartKind.PITFALL: "pitfall", PartKind.BEST_PRACTICE: "best practice"}
_HEAD = re.compile(r"^\s*(?:[-*]\s+)?(?:\*\*|__)[^*_\n]{1,60}(?:\*\*|__)?:|^[A-Z][\w' -]{1,40}: ")
_AVOID = re.compile(r"^(?:avoid|never|beware of)\s+(?P<rest>[a-z][\w-]*ing\b.+)$", re.IGNORECASE)
_DO_NOT = re.compile(r"^(?:do not|don[’']t|never)\s+(?P<verb>[a-z]+)\b(?P<rest>.*)$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"^(?:this|that|these|those|they|it|such|he|she)\b", re.IGNORECASE)
_BROAD = re.compile(r"\b(?:common|challenges|strategies|trends|key (?:components|elements|factors))\b", re.IGNORECASE)
# What is right in many moments is no distractor, and no card.
_GOOD_ANYWHERE = re.compile(
    r"\bregularly\b|\bcontinuous(?:ly)?\b|stay (?:informed|updated|current)|active listening|data-driven|composure"
    r"|\b(?:open|clear|effective|poor|lack of) communication|communication (?:channels|is)"
    r"|\bcommunicate (?:clearly|openly|effectively)|\bfeedback\b|transparen|stakeholders?\b|\broot cause|underlying"
    r"|jumping to conclusions|the (?:issue|situation|problem)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS, _MOST_WORDS = 4, 28
_SHORTEST, _LONGEST = 0.55, 1.8
_STEM = 5


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


def is_kin(one: Document, other: Document) -> bool:
    """Whether two documents are about one trade, so that an option of one is not silly in the other."""
    trades = [fold(each.about.vertical) for each in (one, other)]
    return one.path == other.path or (trades[0] != "" and trades[0] == trades[1])


def options_of(document: Document) -> Iterator[Option]:
    """The first pitfall and the first best practice of each question that can stand by itself."""
    for question in document.questions:
        for kind in _KINDS:
            quote = quote_of(question.of(kind))
            items = warnings_of(question) if kind is PartKind.PITFALL else written_items(quote)
            text = _standing_alone(items[0], kind) if items and not _HEAD.match(quote) else None
            if text is not None and not _BROAD.search(question.text):
                yield Option(document, question, kind, text, quote)


def _standing_alone(item: str, kind: PartKind) -> str | None:
    text = "" if _HEAD.match(item) else next(iter(sentences_of(item)), "")
    if kind is PartKind.PITFALL:
        text = _as_deed(text.split(";")[0])
    fits = _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS and text.count('"') % 2 == 0
    return (
        text
        if fits and not _POINTS_BACK.match(text) and not _GOOD_ANYWHERE.search(text) and not text.endswith((":", "?"))
        else None
    )


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


def gives_itself_away(right: Option, others: Sequence[Option]) -> bool:
    """Whether only the right option takes up a word of what is asked."""
    asked = _telling(right.question.text)
    return bool(asked & _telling(right.text)) and not any(asked & _telling(other.text) for other in others)


def _telling(text: str) -> frozenset[str]:
    """The beginnings of its longer words."""
    return frozenset(word[:_STEM] for word in fold(text).split() if len(word) > _STEM)


def choice_card(right: Option, distractors: Sequence[Option]) -> Card:
    """The card that asks for an option among these, in an order drawn from its id."""
    seed, question, document = right.seed, right.question, right.document
    moment = moment_of(question.text)
    what = f"Which of these is the {_KINDS[right.kind]}"
    prompt = as_question(f"{what} for: {quoted(question.text)}" if moment is None else f"{what} {moment}")
    return Card(
        seed,
        CardKind.CHOICE,
        document.path,
        question.category,
        prompt,
        source_of(document, question.heading, right.quote),
        choices=in_drawn_order([right.text, *(each.text for each in distractors)], seed),
        accepted=(right.text,),
        question=question.id,
    )
