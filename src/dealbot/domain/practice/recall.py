"""Cards that ask a guide's own question: a good answer does what the guide's answer does."""

from dealbot.domain.knowledge import Document, PartKind, Question, plain
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.making import asked_card, items_of, quote_of, taught
from dealbot.domain.practice.points import key_points


def recall_card(document: Document, question: Question) -> Card:
    """The question itself, with the behaviours of its answer and what the guide warns of."""
    quote = quote_of(taught(question)) or question.span.quote
    pitfalls = items_of(quote_of(question.of(PartKind.PITFALL)))
    points = key_points(quote)
    return asked_card(
        document, question, CardKind.RECALL, plain(question.text), quote, points=points, pitfalls=pitfalls
    )
