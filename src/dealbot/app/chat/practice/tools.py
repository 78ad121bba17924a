"""What practice works with in a conversation, each opened when it is first needed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dealbot.domain.practice.card import Deck
from dealbot.reading.ports import AnswerGrader


@dataclass(frozen=True, slots=True)
class Practising:
    """The decks of a workspace on a day, and what marks answers in words."""

    decks: Callable[[str, date], Sequence[Deck]]
    grader: Callable[[], AnswerGrader]
