"""What enablement may ask for, as values."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class MakeCohort:
    """A cohort is to be made: its name, and who, by when and from which decks, in words."""

    name: str
    people: str = ""
    due: str = ""
    decks: str = ""


class Change(StrEnum):
    """What is to be different about a cohort."""

    JOIN = "join"
    LEAVE = "leave"
    DUE = "due"
    DECKS = "decks"


@dataclass(frozen=True, slots=True)
class ChangeCohort:
    """A cohort is to be changed, in words; without a name the one there is."""

    change: Change
    what: str
    cohort: str = ""


class About(StrEnum):
    """What is asked of a cohort."""

    STANDING = "standing"
    READY = "ready"
    SIGN_OFFS = "sign_offs"
    REVIEW = "review"
    SEND = "send"
    MASTERY = "mastery"
    REMIND = "remind"
    END = "end"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class AskCohort:
    """Something is asked of a cohort; without a name of the one there is. `sure` tells that it is said to be one."""

    about: About
    cohort: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class ShowCards:
    """The cards of a cohort or of a deck are to be looked through."""

    of: str


@dataclass(frozen=True, slots=True)
class ShowCard:
    """One card is to be seen, by words of its prompt."""

    words: str


@dataclass(frozen=True, slots=True)
class ScoreMock:
    """Somebody's live mock is to be scored."""

    person: str


@dataclass(frozen=True, slots=True)
class AskTeam:
    """How one's own team is doing in practice."""


@dataclass(frozen=True, slots=True)
class AskPerson:
    """How somebody is doing in practice, or what they answered."""

    person: str


@dataclass(frozen=True, slots=True)
class AskAnswers:
    """What somebody handed in is to be read and signed."""

    person: str


@dataclass(frozen=True, slots=True)
class AskReady:
    """How somebody did in a check; who is in no cohort may be a buyer."""

    person: str


@dataclass(frozen=True, slots=True)
class RemindPerson:
    """Somebody is to be reminded of their check."""

    person: str


OfPerson = AskAnswers | AskReady | RemindPerson


@dataclass(frozen=True, slots=True)
class AskGaps:
    """What is asked and stands in no guide; `sure` tells that guides are named."""

    sure: bool = True


Asked = (
    OfPerson | MakeCohort | ChangeCohort | AskCohort | ShowCards | ShowCard | ScoreMock | AskTeam | AskPerson | AskGaps
)
