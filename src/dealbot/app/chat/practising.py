"""What practice works with in a conversation, each opened when it is first needed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dealbot.domain.practice.card import Deck
from dealbot.domain.practice.officer_lines import OfficerLines
from dealbot.reading.ports import AnswerGrader, OfficerVoice


@dataclass(frozen=True, slots=True)
class Practising:
    """The decks of a workspace on a day, what marks answers in words, and what the officers of role-plays say."""

    decks: Callable[[str, date], Sequence[Deck]]
    grader: Callable[[], AnswerGrader]
    lines: Callable[[], OfficerLines]
    voice: Callable[[], OfficerVoice]
