"""What a plain reply may change, and what it is read against."""

from dataclasses import dataclass
from datetime import date

from dealbot.app.deal_names import DealName
from dealbot.domain.deal import DealState
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import ConcernStatement, Item, PersonStatement


@dataclass(frozen=True, slots=True)
class SetRight:
    """KEY=VALUE pairs as `correct` takes them; `in_note` ones hold for what the last note says only.

    `of_deal` ones are of the deal as a whole, whatever note is talked of.
    """

    pairs: tuple[str, ...]
    in_note: bool = False
    of_deal: bool = False


@dataclass(frozen=True, slots=True)
class CloseStep:
    """A promise is kept or given up."""

    key: str
    status: StepStatus


@dataclass(frozen=True, slots=True)
class MoveStep:
    """A promise has another day."""

    key: str
    due: date


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The last thing done is to be undone: a correction if that was the last, else the note."""


@dataclass(frozen=True, slots=True)
class Unlearn:
    """What the last correction taught is to be taken back, the correction is to stay."""


@dataclass(frozen=True, slots=True)
class MoveNote:
    """The note belongs to another deal; without a name it has to be asked."""

    deal: str | None


@dataclass(frozen=True, slots=True)
class DateNote:
    """The call of the note was on another day."""

    on: date


Fix = SetRight | CloseStep | MoveStep | TakeBack | Unlearn | MoveNote | DateNote


@dataclass(frozen=True, slots=True)
class Basis:
    """What a reply is read against: the deal's state, what the last note says, and the deals there are."""

    state: DealState
    noted: tuple[Item, ...]
    deals: tuple[DealName, ...]
    on: date

    @property
    def people(self) -> tuple[PersonStatement, ...]:
        """The people the note speaks of."""
        return tuple(item for item in self.noted if isinstance(item, PersonStatement))

    @property
    def concerns(self) -> tuple[ConcernStatement, ...]:
        """The worries the note tells."""
        return tuple(item for item in self.noted if isinstance(item, ConcernStatement))
