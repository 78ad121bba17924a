"""What dealbot says to enablement and to those who are in a cohort, as values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.app.practice.reminding import Reminder
from dealbot.app.practice.reports import CohortStanding
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.cohort import Cohort, Verdict
from dealbot.domain.practice.missed import MissedPoint, Suspect
from dealbot.domain.practice.readiness import Proposal
from dealbot.domain.practice.review import KeptReview


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody: a user's id and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class CohortSet:
    """A cohort as it stands after something was set: `head` says what, `waiting` who has no check of it yet.

    `decks` are titles, `questions` how many a check asks; `told` are those whose check was moved.
    """

    head: str
    cohort: Cohort
    people: tuple[Named, ...]
    decks: tuple[str, ...]
    questions: int
    waiting: tuple[Named, ...]
    on: date
    told: tuple[Reminder, ...] = ()


@dataclass(frozen=True, slots=True)
class EndToConfirm:
    """A cohort, or only its `check`, is to be ended: `people` have questions open, so many are signed."""

    cohort: int
    title: str
    people: tuple[Named, ...]
    signed: int
    check: bool


@dataclass(frozen=True, slots=True)
class WhichCohort:
    """Several cohorts are called what was said in `text`: a tap says it of one."""

    cohorts: tuple[Cohort, ...]
    text: str


@dataclass(frozen=True, slots=True)
class CardShown:
    """A card as enablement looks at it, of a cohort or a deck (`of`, by `key`); `off` is one that is not asked.

    `number` counts from 1 within those looked through, 0 where it is seen by itself; `head` says what was done before.
    """

    card: Card
    of: str
    key: str = ""
    number: int = 0
    total: int = 0
    off: bool = False
    head: str = ""


@dataclass(frozen=True, slots=True)
class WhichCard:
    """Several cards have the words that were said: those to choose from, of so many."""

    cards: tuple[Card, ...]
    found: int


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """Every card of a cohort or deck was looked at; `cohort` may be sent its check where some of it wait."""

    of: str
    total: int
    cohort: int | None = None
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class CheckSent:
    """A check went out, or people were reminded of it: each of `told` in their own direct message.

    `head` tells enablement so.
    """

    head: str
    told: tuple[Reminder, ...]
    cohort: int
    on: date


@dataclass(frozen=True, slots=True)
class AnswersToRead:
    """What one person of a cohort handed in, for enablement to read and sign; `prompts` of the cards by their ids.

    `left` counts who else is to be read, `head` says what was done before.
    """

    cohort: int
    title: str
    person: Named
    answers: tuple[KeptReview, ...]
    prompts: tuple[tuple[str, str], ...]
    asked: int
    proposal: Proposal | None
    left: int
    head: str = ""


@dataclass(frozen=True, slots=True)
class VerdictSigned:
    """Somebody of a cohort was signed; the learner is told in their own direct message."""

    cohort: int
    title: str
    person: Named
    verdict: Verdict
    note: str
    by: str
    left: int


@dataclass(frozen=True, slots=True)
class MockToScore:
    """A live mock of somebody is to be scored, in a form that a tap opens."""

    cohort: int
    title: str
    person: Named


@dataclass(frozen=True, slots=True)
class StandingShown:
    """How a cohort is doing: to enablement with what is missed, suspect and in no guide; `names` names all.

    `cards` are the prompts of the cards named, `gap` what is asked and stands in no guide with how many asked.
    """

    standing: CohortStanding
    on: date
    trains: bool
    missed: MissedPoint | None = None
    suspect: Suspect | None = None
    cards: tuple[tuple[str, str], ...] = ()
    gap: tuple[str, int] | None = None
    names: bool = False


@dataclass(frozen=True, slots=True)
class GapsShown:
    """What is asked and stands in no guide: topic, how many asked, and an example."""

    gaps: tuple[tuple[str, int, str], ...]


class FileKind(StrEnum):
    """What may be made as a file when it is sent."""

    SIGN_OFFS = "sign-off list"
    GUIDE = "draft guide"
    MASTERY = "mastery"


@dataclass(frozen=True, slots=True)
class FileToMake:
    """A file for enablement, made when it is sent: of a cohort's name or a topic, with words beside it."""

    kind: FileKind
    of: str
    text: str


OfEnabling = (
    CohortSet
    | EndToConfirm
    | WhichCohort
    | CardShown
    | WhichCard
    | LookedThrough
    | CheckSent
    | AnswersToRead
    | VerdictSigned
    | MockToScore
    | StandingShown
    | GapsShown
    | FileToMake
)
