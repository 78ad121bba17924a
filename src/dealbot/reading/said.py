"""What the network makes of one clause and of one person, in the words of the domain."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance


@dataclass(frozen=True, slots=True)
class Said:
    """Shares (0 to 1) of what a clause may say; people are told by their place in the note's list.

    `topics` tells for each whether there is a concern on it, `which` what it is on if there is one.
    """

    concern: float = 0.0
    topics: Mapping[ConcernTopic, float] = field(default_factory=dict)
    which: Mapping[ConcernTopic, float] = field(default_factory=dict)
    status: Mapping[ConcernStatus, float] = field(default_factory=dict)
    blocking: float = 0.0
    step: float = 0.0
    done: float = 0.0
    side: Mapping[Side, float] = field(default_factory=dict)
    signals: Mapping[SignalKind, float] = field(default_factory=dict)
    view: float = 0.0
    stance: Mapping[Stance, float] = field(default_factory=dict)
    elsewhere: float = 0.0
    general: float = 0.0
    holder: int | None = None
    owner: int | None = None
    viewed: int | None = None

    def signal(self, *kinds: SignalKind) -> float:
        """The share of the likeliest of some kinds."""
        return max((self.signals.get(kind, 0.0) for kind in kinds), default=0.0)


@dataclass(frozen=True, slots=True)
class Stand:
    """Shares of where a person may stand and what part they may have; `tells` weighs the note's clauses."""

    stance: Mapping[Stance, float]
    roles: Mapping[BuyingRole, float]
    function: Function | None
    side: Side
    tells: tuple[float, ...]
