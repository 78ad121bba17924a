"""Cards that ask a guide's own question: a good answer does what the guide's answer does."""

from dealbot.domain.knowledge import Document, Question, plain
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.making import asked_card, quote_of, taught, warnings_of
from dealbot.domain.practice.points import key_points


def recall_card(document: Document, question: Question) -> Card:
    """The question itself, with the behaviours of its answer and what the guide warns of."""
    quote = quote_of(taught(question)) or question.span.quote
    pitfalls = warnings_of(question)
    points = key_points(quote)
    return asked_card(
        document, question, CardKind.RECALL, plain(question.text), quote, points=points, pitfalls=pitfalls
    )
