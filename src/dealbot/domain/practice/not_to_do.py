"""Cards that ask what one must not do: the pitfalls of a guide's question."""

import re

from dealbot.domain.knowledge import Document, PartKind, Question
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.making import MOST_POINTS, asked_card, quote_of, warnings_of
from dealbot.domain.practice.points import key_points
from dealbot.domain.practice.wording import as_question, moment_of, quoted

# Nobody makes a mistake of the trade in telling what something is.
_DEFINES = re.compile(
    r"(?:(?:can you )?(?:explain|describe|tell me) )?what (?:is|are) (?:an? |the )?(?!your|you|usual)"
    r"(?:\w+[ -]){0,4}\w+(?:\?|,? and (?:how|why)\b)"
    r"|(?:explain|describe|what (?:is|are)) the (?:key )?(?:differences?|concepts?)\b|define\b",
    re.IGNORECASE,
)


def not_to_do_card(document: Document, question: Question) -> Card | None:
    """The pitfalls of a question; None where it has none."""
    points = tuple(point for warning in warnings_of(question) for point in key_points(warning)[:1])[:MOST_POINTS]
    if not points or _DEFINES.match(question.text.lstrip("#* ")):
        return None
    quote = quote_of(question.of(PartKind.PITFALL))
    return asked_card(document, question, CardKind.NOT_TO_DO, pitfall_prompt(question), quote, points=points)


def pitfall_prompt(question: Question) -> str:
    """What is asked: a sentence of its own where one can be made, else the question with what is wanted."""
    moment = moment_of(question.text)
    if moment is None:
        return as_question(f"Which mistake does the guide warn of: {quoted(question.text)}")
    return as_question(f"What should you not do {moment}")
