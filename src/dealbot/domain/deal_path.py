"""What still lies between a deal and its signature: whose yes it needs, and what must happen in which order."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar, assert_never

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.contract import ContractTrack
from dealbot.domain.gate import Gate
from dealbot.domain.pilot import NOT_YET, Integration, Pilot
from dealbot.domain.stakeholder import Stance


@dataclass(frozen=True, slots=True)
class OpenConcern:
    """A concern that stands; `status` is raised or addressed."""

    topic: ConcernTopic
    status: ConcernStatus = ConcernStatus.RAISED
    blocking: bool = False


@dataclass(frozen=True, slots=True)
class Decider:
    """Somebody who must say yes, or a seat that nobody is known to hold; `heard_on` are the days they were heard.

    The committees wait for the yes of those who bring the matter before them (`sponsor`).
    """

    key: str
    label: str
    stance: Stance = Stance.UNKNOWN
    heard_on: tuple[date, ...] = ()
    concerns: tuple[OpenConcern, ...] = ()
    sponsor: bool = False


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A concern in the way that is none of the deciders' own."""

    key: str
    label: str
    concern: OpenConcern


Part = Decider | Obstacle | Gate | Pilot | ContractTrack


@dataclass(frozen=True, slots=True)
class DealPath:
    """A deal before its signature: everybody's yes and the gates, then the pilot, then the contract.

    Gates come in their order, the rest in any. `target` is the day to be signed by, `budget_lock` the day after which
    the money is for the next year's budget; None is not known.
    """

    deal: str
    deciders: tuple[Decider, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    gates: tuple[Gate, ...] = ()
    integration: Integration = Integration.ORDINARY
    pilot: Pilot = NOT_YET
    tracks: tuple[ContractTrack, ...] = ()
    target: date | None = None
    budget_lock: date | None = None

    def as_if(self, *parts: Part) -> "DealPath":
        """The same path with these parts in the place of those of their key, or added to them."""
        path = self
        for part in parts:
            path = path._with(part)
        return path

    def _with(self, part: Part) -> "DealPath":
        match part:
            case Decider():
                return replace(self, deciders=_put(self.deciders, part))
            case Obstacle():
                return replace(self, obstacles=_put(self.obstacles, part))
            case Gate():
                return replace(self, gates=_put(self.gates, part))
            case ContractTrack():
                return replace(self, tracks=_put(self.tracks, part))
            case Pilot():
                return replace(self, pilot=part)
        assert_never(part)


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_K = TypeVar("_K", bound=_Keyed)


def _put(parts: tuple[_K, ...], part: _K) -> tuple[_K, ...]:
    if all(other.key != part.key for other in parts):
        return (*parts, part)
    return tuple(part if other.key == part.key else other for other in parts)
