"""Cards that ask what one must not do: the pitfalls of a guide's question."""

import re
from collections.abc import Iterable

from dealbot.domain.knowledge import Document, PartKind, Question, plain
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.deeds import is_plain
from dealbot.domain.practice.making import MOST_POINTS, asked_card, quote_of, warnings_of
from dealbot.domain.practice.points import key_points
from dealbot.domain.practice.wording import as_question, asked_about, moment_of

_MISTAKE = "Which mistake does the guide warn of"
# Nobody makes a mistake of the trade in telling what something is, or how it works.
_EXPLAINS = re.compile(
    r"(?:(?:can|could) you )?(?:please )?(?:(?:explain|describe|discuss|tell me|define|compare) )?(?:briefly )?"
    r"(?:what (?:is|are) (?!(?:your|you|usual)\b|(?:[\w-]+ ){0,3}(?:ways?|steps?|approach|considerations?"
    r"|strateg\w+)\b)"
    r"|what (?:does|do) .+ (?:mean|stand for)\b|what role (?:does|do)\b|how (?:does|do|is|are) (?!you\b|we\b|i\b)"
    r"|why (?:is|are|does|do) (?!you\b)"
    r"|(?:what |the |an? )*(?:key |main )?(?:differences?|concepts?|purpose|roles?|importance|significance|benefits?"
    r"|advantages?)\b)"
    r"|(?:(?:can|could) you )?describe (?:how (?!you\b)|the (?!process of \w+ing\b|steps\b|approach\b))"
    r"|(?:(?:can|could) you )?explain (?!how you\b|(?:the|your) (?:process|steps|approach)\b)"
    r"|(?:define|compare|which|who|when did)\b|.*\bstand for\b",
    re.IGNORECASE,
)


def explains(question: Question) -> bool:
    """Whether a question asks what something is, or which or who, and not what to do."""
    return _EXPLAINS.match(plain(question.text)) is not None


def not_to_do_card(document: Document, question: Question) -> Card | None:
    """The pitfalls of a question; None where it has none."""
    points = tuple(point for warning in warnings_of(question) for point in key_points(warning)[:1])[:MOST_POINTS]
    if not points or explains(question):
        return None
    quote, prompt = quote_of(question.of(PartKind.PITFALL)), _prompt(question, points)
    return asked_card(document, question, CardKind.NOT_TO_DO, prompt, quote, points=points)


def _prompt(question: Question, points: Iterable[str]) -> str:
    """What is asked, so that the answer follows: one sentence where it can be made, else behind the question."""
    moment = moment_of(question.text)
    if moment is None:
        return asked_about(question.text, _MISTAKE)
    asked = "What should you not do" if all(map(is_plain, points)) else _MISTAKE
    return as_question(f"{asked} {moment}")
