"""What dealbot says in a conversation, as values; how they look is the business of where they are shown."""

from dataclasses import dataclass
from datetime import date

from dealbot.app.answer import Answer
from dealbot.app.chat.of_enabling import OfEnabling
from dealbot.app.chat.of_practice import OfPractice
from dealbot.app.correct import Corrected
from dealbot.app.date_note import Dated
from dealbot.app.drop_document import Decided, Dropped
from dealbot.app.guides.unmet import Unfit
from dealbot.app.log_note import Logged
from dealbot.app.picture import Wanted
from dealbot.app.place_note import Placed
from dealbot.app.policies.notes import AddedPolicy
from dealbot.app.reassign import Handed
from dealbot.domain.champion_loss import ChampionLoss
from dealbot.domain.deal import DealState
from dealbot.domain.dropped import DraftState
from dealbot.domain.ending import Told


@dataclass(frozen=True, slots=True)
class NoteCard:
    """A note was saved; `choices` answer its question by a tap, `carried` tells that its deal came from the talk.

    `again` tells that it was saved before and changed by its author, `dated` that its call was on another day.
    """

    logged: Logged
    choices: tuple[str, ...] = ()
    carried: bool = False
    shared: bool = False
    again: bool = False
    dated: bool = False


@dataclass(frozen=True, slots=True)
class CallSeen:
    """A call that a message tells of: its day, whom it names, and its deal where that is known."""

    on: date
    who: tuple[str, ...]
    deal: str | None


@dataclass(frozen=True, slots=True)
class SeveralCalls:
    """A message, named by the note it would be, tells of several calls and waits to be saved as these or as one."""

    note: str
    calls: tuple[CallSeen, ...]


@dataclass(frozen=True, slots=True)
class NoteDated:
    """The day of a note's call was set right, or set back."""

    dated: Dated
    undone: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered; `deal` is the one it is about, `choices` the deals it may be about.

    `asked` names what was asked among what waits. `picture` is to be shown beside the words, drawn when it is sent.
    `for_guides` is a question that the guides may be asked instead; `unfit` what is to be noted for the
    `asker` (a user's id) if what the guides say is not what was asked.
    """

    answer: Answer
    deal: str | None = None
    carried: bool = False
    choices: tuple[str, ...] = ()
    shared: bool = False
    asked: str = ""
    picture: Wanted | None = None
    for_guides: str = ""
    unfit: Unfit | None = None
    asker: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Something was set right, or set back."""

    corrected: Corrected
    undone: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class ExposuresSet:
    """The exposure of several deals was set, or set back; `refused` says what could not be, in a sentence each."""

    parts: tuple[Corrected, ...]
    refused: tuple[str, ...] = ()
    undone: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class ChampionLost:
    """A champion is lost, told to whoever logged it, who may tell their manager by a tap."""

    deal: str
    loss: ChampionLoss
    state: DealState
    shared: bool = False


@dataclass(frozen=True, slots=True)
class ManagerTold:
    """A manager (a user's id) is told by somebody (a name) that a champion is lost."""

    to: str
    teller: str
    lost: ChampionLost


@dataclass(frozen=True, slots=True)
class NotePlaced:
    """A note was taken back or moved; its card has to go from where it was."""

    placed: Placed
    shared: bool = False

    @property
    def left(self) -> bool:
        """Whether the note counts where it counted before no more."""
        return self.placed.after != self.placed.before


@dataclass(frozen=True, slots=True)
class WhichDeal:
    """A note waits for its deal, or one that is `moving` for another; `new` is a name that no deal goes by yet."""

    note: str
    choices: tuple[str, ...]
    new: str | None = None
    first: bool = False
    moving: bool = False


@dataclass(frozen=True, slots=True)
class WhyEnded:
    """A deal is closed or rests once its cause is told; without an outcome it is asked whether won or lost."""

    deal: str
    told: Told


@dataclass(frozen=True, slots=True)
class DealHanded:
    """A deal was given to somebody, who gets a brief of their own."""

    handed: Handed
    shared: bool = False


@dataclass(frozen=True, slots=True)
class AskedOfOwner:
    """The question that mends what Monday shows of a deal, for its owner (a user's id and name, or nobody)."""

    deal_id: int
    deal: str
    owner: str | None
    owner_name: str | None
    question: str


@dataclass(frozen=True, slots=True)
class QuestionsSent:
    """A manager (a name and a user's id) asks owners on a day, each question once a week."""

    asker: str
    user: str
    on: date
    asks: tuple[AskedOfOwner, ...]


@dataclass(frozen=True, slots=True)
class NoteOrQuestion:
    """Nothing was done yet: it may be a note, it may be a question."""

    text: str


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain words; `note` offers to correct it by a form."""

    text: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """Nothing to say: the person sees that it was heard."""


@dataclass(frozen=True, slots=True)
class GuideDropped:
    """A guide was dropped: a draft to be approved, or there already."""

    dropped: Dropped


@dataclass(frozen=True, slots=True)
class GuideDecided:
    """A guide was approved, discarded or taken out."""

    decided: Decided
    state: DraftState


@dataclass(frozen=True, slots=True)
class PolicyTaken:
    """A policy note was dropped, as it stands on a day."""

    added: AddedPolicy
    on: date


Settling = WhyEnded | DealHanded
OfChampions = ChampionLost | ManagerTold
OfFiles = GuideDropped | GuideDecided | PolicyTaken
Reply = (
    OfChampions
    | OfPractice
    | OfFiles
    | OfEnabling
    | NoteCard
    | Answered
    | Fixed
    | ExposuresSet
    | NotePlaced
    | NoteDated
    | WhichDeal
    | SeveralCalls
    | NoteOrQuestion
    | Settling
    | QuestionsSent
    | Plain
    | Seen
)
