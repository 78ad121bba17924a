"""Who says yes and who must still be convinced: per person and for the committee, never averaged."""

from dataclasses import dataclass
from enum import StrEnum

from dealbot.domain.champion_loss import champion_losses, champions
from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.required import Position, RequiredSeat, required_seats
from dealbot.domain.risks import pressing
from dealbot.domain.stakeholder import BuyingRole, Stance


class Standing(StrEnum):
    """Where a deal stands, in words."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    STUCK = "stuck"
    TOO_LITTLE_HEARD = "too_little_heard"


@dataclass(frozen=True, slots=True)
class Alignment:
    """The committee in four disjoint lists; precedence gone > to_convince > aligned > unknown."""

    aligned: tuple[Stakeholder, ...]
    to_convince: tuple[Stakeholder, ...]
    unknown: tuple[Stakeholder, ...]
    gone: tuple[Stakeholder, ...]
    standing: Standing
    reasons: tuple[str, ...]
    required: tuple[RequiredSeat, ...] = ()
    champions: tuple[Stakeholder, ...] = ()

    @property
    def said_yes(self) -> tuple[RequiredSeat, ...]:
        """Those of whom the deal needs a yes who gave it without a worry left."""
        return tuple(seat for seat in self.required if seat.position is Position.YES)

    @property
    def champion(self) -> Stakeholder | None:
        """The champion still there: of several the best by the four criteria, then the latest heard."""
        return next(iter(self.champions), None)

    @property
    def economic_buyer(self) -> Stakeholder | None:
        """Whoever was said to release the money and is still there."""
        there = (*self.to_convince, *self.aligned, *self.unknown)
        holders = [person for person in there if BuyingRole.ECONOMIC_BUYER in person.roles]
        return max(holders, key=lambda p: (p.last_heard.isoformat() if p.last_heard else "", p.label), default=None)


_POWER = (BuyingRole.VETO, BuyingRole.ECONOMIC_BUYER)
_ENOUGH_HEARD = 2


def align(state: DealState) -> Alignment:
    """Sort the committee by where each person stands and say in words where the deal stands."""
    blocked = {concern.holder_key for concern in state.open_concerns if concern.blocking}
    lists: dict[str, list[Stakeholder]] = {"aligned": [], "to_convince": [], "unknown": [], "gone": []}
    for person in state.committee:
        lists[_bucket(person, blocked)].append(person)
    to_convince = tuple(sorted(lists["to_convince"], key=_most_pressing))
    aligned, unknown, gone = (tuple(lists[name]) for name in ("aligned", "unknown", "gone"))
    standing, reasons = _standing(state, to_convince, aligned)
    return Alignment(aligned, to_convince, unknown, gone, standing, reasons, required_seats(state), champions(state))


def _bucket(person: Stakeholder, blocked: set[str | None]) -> str:
    if person.gone is not None:
        return "gone"
    if person.key in blocked or (person.stance is not Stance.UNKNOWN and not person.stance.aligned):
        return "to_convince"
    return "unknown" if person.stance is Stance.UNKNOWN else "aligned"


def _most_pressing(person: Stakeholder) -> tuple[bool, int, str, str]:
    power = not any(role in person.roles for role in _POWER)
    heard = person.last_heard.isoformat() if person.last_heard else ""
    return (power, -person.sway, heard, person.label)


def _standing(
    state: DealState, to_convince: tuple[Stakeholder, ...], aligned: tuple[Stakeholder, ...]
) -> tuple[Standing, tuple[str, ...]]:
    if len(to_convince) + len(aligned) < _ENOUGH_HEARD:
        heard = len(to_convince) + len(aligned)
        return Standing.TOO_LITTLE_HEARD, (f"only {heard} of the committee heard so far",)
    stuck = tuple(_stuck_reasons(state, to_convince, aligned))
    if stuck:
        return Standing.STUCK, stuck
    risks = tuple(_risk_reasons(state, to_convince, aligned))
    return (Standing.AT_RISK, risks) if risks else (Standing.ON_TRACK, (f"{len(aligned)} say yes, nobody says no",))


def _stuck_reasons(
    state: DealState, to_convince: tuple[Stakeholder, ...], aligned: tuple[Stakeholder, ...]
) -> list[str]:
    lost = [loss.person for loss in champion_losses(state) if not loss.left]
    reasons = [f"{person.label} left and nobody sells for us inside" for person in lost]
    opposed = [person for person in to_convince if person.stance is Stance.OPPOSED]
    reasons += [
        f"{person.label} says no and can stop it" for person in opposed if any(role in person.roles for role in _POWER)
    ]
    if opposed and not aligned:
        reasons.append("nobody says yes")
    return reasons


def _risk_reasons(
    state: DealState, to_convince: tuple[Stakeholder, ...], aligned: tuple[Stakeholder, ...]
) -> list[str]:
    reasons = [
        f"{concern.holder or 'somebody'} holds it up: {concern.topic.words}"
        for concern in state.open_concerns
        if concern.blocking
    ]
    reasons += [f"{person.label} says no" for person in to_convince if person.stance is Stance.OPPOSED]
    reasons += pressing(state)
    if len(to_convince) > len(aligned):
        reasons.append(f"{len(to_convince)} to convince, {len(aligned)} say yes")
    late = sum(1 for step in state.open_steps if step.overdue(state.as_of))
    if late:
        reasons.append(f"{late} promise{'s' if late > 1 else ''} late")
    return reasons
