"""What is said in practice, as values: all of it goes to the person's own direct message, wherever they asked."""

from dataclasses import dataclass
from datetime import date, datetime

from dealbot.app.practice.answering import Answered
from dealbot.app.practice.asking import Asked
from dealbot.app.practice.handing_in import Owed
from dealbot.app.practice.keeping import Progress
from dealbot.app.practice.reminding import Reminder
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.mark import PointMark
from dealbot.domain.practice.officer import Officer
from dealbot.domain.practice.review import KeptReview
from dealbot.domain.practice.role_card import RoleCard
from dealbot.domain.practice.session import Mode, Session


@dataclass(frozen=True, slots=True)
class Posed:
    """A question is asked; `left` is a practice that was begun before and waits, `again` that it is asked once more."""

    asked: Asked
    left: Session | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """An answer was marked; the source of its card may be shown now."""

    answered: Answered


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer of a check was kept, and may be added to (`more`): no mark and no source before all is handed in.

    `word` says in a word what was done.
    """

    session: Session
    review: int
    word: str = "Kept"
    more: bool = True


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A check is handed in; `before` tells that it was, and nothing new was done."""

    owed: Owed
    today: date
    before: bool = False


@dataclass(frozen=True, slots=True)
class ToHandIn:
    """All of a check is answered, and it waits to be handed in."""

    title: str
    check: int


@dataclass(frozen=True, slots=True)
class CheckMarks:
    """The answers of a check that was handed in, each with its card."""

    answers: tuple[tuple[Card, KeptReview], ...]


@dataclass(frozen=True, slots=True)
class WhichPoint:
    """It is asked which of several points was said after all."""

    review: int
    points: tuple[tuple[int | None, PointMark], ...]


@dataclass(frozen=True, slots=True)
class Recounted:
    """A mark after its person's own word; `over` tells that nothing comes next."""

    review: KeptReview
    over: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole answer of the guide to a question that was answered, with what it warns of."""

    card: Card
    review: int
    may_be_note: bool = False


@dataclass(frozen=True, slots=True)
class MarkStands:
    """An answer that is done was changed: its mark stands, and it may be asked once more."""

    text: str
    review: int


@dataclass(frozen=True, slots=True)
class Over:
    """A session is over: how many were known well, what to look at again, when the next is due, how many are now.

    `stopped` tells that it was ended before its last card.
    """

    mode: Mode
    title: str
    answered: int
    known: int
    again: tuple[str, ...]
    due_at: datetime | None
    today: date
    stopped: bool = False
    due: int = 0


@dataclass(frozen=True, slots=True)
class Waits:
    """A practice (a role-play without a session) waits: something else was done, its person left it, or none runs."""

    session: Session | None
    paused: bool = False
    idle: bool = False


@dataclass(frozen=True, slots=True)
class AnswerOrElse:
    """What was written may be the answer, or a note (a question, if it `asks`; `either` of the two).

    `plain` tells that it is either the answer or nothing, `check` that it would be an answer of a check.
    """

    asks: bool
    either: bool = False
    plain: bool = False
    check: bool = False


@dataclass(frozen=True, slots=True)
class HowFar:
    """How far somebody is, for themselves."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class CardsDue:
    """How many cards are due today; `daily` tells that they come by choice each workday."""

    due: int
    daily: bool = False


@dataclass(frozen=True, slots=True)
class OfficerSays:
    """Somebody speaks in a role-play: `opening` tells that it begins, `turn` of `of` the answer that is asked for."""

    speaker: str
    words: str
    turn: int
    of: int
    opening: bool = False
    aside: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class RoleOver:
    """What a role-play came to; `words` are the officer's last."""

    card: RoleCard
    words: str
    said: str
    review: int


@dataclass(frozen=True, slots=True)
class WhichOfficer:
    """It is asked with whom is to be played."""

    officers: tuple[Officer, ...]


@dataclass(frozen=True, slots=True)
class PlayChoice:
    """What a button of a role-play stands for: somebody of a deal (`who` is their key), the deal, or an officer."""

    label: str
    deal: str = ""
    who: str = ""
    officer: Officer | None = None


@dataclass(frozen=True, slots=True)
class WhichPlayer:
    """It is asked whom of several is meant, or told why there is nobody, with what can be played instead."""

    head: str
    choices: tuple[PlayChoice, ...]


@dataclass(frozen=True, slots=True)
class PracticeSaid:
    """Plain words of practice; `practice` offers to begin."""

    text: str
    begin: bool = False


@dataclass(frozen=True, slots=True)
class DueToday:
    """What somebody is told of practice at her hour of the day, in one message; `cards` of those she chose."""

    reminders: tuple[Reminder, ...]
    on: date
    cards: CardsDue | None = None


OfPractice = (
    Posed
    | Marked
    | Kept
    | HandedIn
    | ToHandIn
    | CheckMarks
    | WhichPoint
    | Recounted
    | Whole
    | MarkStands
    | Over
    | Waits
    | AnswerOrElse
    | HowFar
    | CardsDue
    | DueToday
    | OfficerSays
    | RoleOver
    | WhichOfficer
    | WhichPlayer
    | PracticeSaid
)
