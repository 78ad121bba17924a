"""The one tool a model is offered: READING.md's shape without offsets."""

from pydantic import BaseModel, ConfigDict, Field

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.observation import SaidBy
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance

TOOL = "record_reading"


class PersonItem(BaseModel):
    """Somebody the note says something about."""

    name: str | None = None
    title: str | None = None
    function: Function | None = None
    side: Side = Side.BUYER
    roles: list[BuyingRole] = Field(default_factory=list)
    stance: Stance | None = None
    said_by: SaidBy | None = None
    quote: str


class ConcernItem(BaseModel):
    """A reservation, objection, unmet condition or fear on the buyer's side."""

    holder: str | None = None
    topic: ConcernTopic
    status: ConcernStatus = ConcernStatus.RAISED
    blocking: bool = False
    said_by: SaidBy | None = None
    quote: str


class StepItem(BaseModel):
    """Something a named side has agreed, promised or been asked to do after the call."""

    action: str
    owner: str | None = None
    side: Side
    due: str | None = Field(default=None, description="YYYY-MM-DD")
    due_text: str | None = None
    quote: str


class SignalItem(BaseModel):
    """A fact that changes the account or the path of the deal."""

    kind: SignalKind
    detail: str
    said_by: SaidBy | None = None
    quote: str


class ViewItem(BaseModel):
    """What the author believes of somebody's stance."""

    person: str
    stance: Stance
    quote: str


class Items(BaseModel):
    """Record what the call note says."""

    model_config = ConfigDict(title=TOOL)

    people: list[PersonItem] = Field(default_factory=list)
    concerns: list[ConcernItem] = Field(default_factory=list)
    next_steps: list[StepItem] = Field(default_factory=list)
    signals: list[SignalItem] = Field(default_factory=list)
    views: list[ViewItem] = Field(default_factory=list)

    def __len__(self) -> int:
        """How many items there are."""
        return len(self.people) + len(self.concerns) + len(self.next_steps) + len(self.signals) + len(self.views)
