"""How often each person and group should be heard, by part and phase, and who is overdue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.phase import DealPhase
from dealbot.domain.required import required_seats
from dealbot.domain.stakeholder import BuyingRole, Function


class Group(StrEnum):
    """The groups of the buyer that are kept in touch with, each by a rhythm of its own."""

    CLINICAL = "clinical"
    NURSING = "nursing"
    PHARMACY = "pharmacy"
    FINANCE = "finance"
    IT_SECURITY = "IT and security"
    LEGAL = "legal"
    EXECUTIVE = "executive"


_GROUPS: Mapping[Function, Group] = {
    Function.CLINICAL: Group.CLINICAL,
    Function.QUALITY: Group.CLINICAL,
    Function.NURSING: Group.NURSING,
    Function.PHARMACY: Group.PHARMACY,
    Function.FINANCE: Group.FINANCE,
    Function.PROCUREMENT: Group.FINANCE,
    Function.IT: Group.IT_SECURITY,
    Function.SECURITY: Group.IT_SECURITY,
    Function.LEGAL: Group.LEGAL,
    Function.COMPLIANCE: Group.LEGAL,
    Function.EXECUTIVE: Group.EXECUTIVE,
    Function.OPERATIONS: Group.EXECUTIVE,
    Function.BOARD: Group.EXECUTIVE,
}
# All thresholds in one place: after how many days without a word somebody has gone quiet. Our own rules of thumb, no
# figures of a source: those who carry the deal weekly to fortnightly, clinicians and IT closest while a pilot runs,
# money and law closest while a contract is on the table. Whoever belongs nowhere is as the executives.
_A, _V, _C = DealPhase.STRATEGIC_ALIGNMENT, DealPhase.VALIDATION, DealPhase.CONTRACTING
_OF_ROLES: Mapping[BuyingRole, Mapping[DealPhase, int]] = {
    BuyingRole.CHAMPION: {_A: 14, _V: 14, _C: 14},
    BuyingRole.OWNER: {_A: 21, _V: 14, _C: 14},
    BuyingRole.ECONOMIC_BUYER: {_A: 30, _V: 30, _C: 14},
    BuyingRole.VETO: {_A: 30, _V: 30, _C: 21},
}
_OF_GROUPS: Mapping[Group, Mapping[DealPhase, int]] = {
    Group.CLINICAL: {_A: 30, _V: 21, _C: 45},
    Group.NURSING: {_A: 45, _V: 21, _C: 45},
    Group.PHARMACY: {_A: 45, _V: 30, _C: 45},
    Group.FINANCE: {_A: 45, _V: 45, _C: 21},
    Group.IT_SECURITY: {_A: 45, _V: 21, _C: 30},
    Group.LEGAL: {_A: 60, _V: 45, _C: 14},
    Group.EXECUTIVE: {_A: 60, _V: 60, _C: 30},
}
_COUNTED = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Touch:
    """When somebody was last heard and how often in the last 90 days; `every` are the days they may go unheard."""

    last: date | None
    recent: int
    days: int | None
    every: int

    @property
    def stale(self) -> bool:
        """Whether they were heard once and have gone quiet since."""
        return self.days is not None and self.days > self.every


@dataclass(frozen=True, slots=True)
class GroupDue:
    """A group that is overdue to be heard: since so many days, of a group never heard since the first note."""

    group: Group
    last: date | None
    days: int
    every: int


def group_of(function: Function | None) -> Group | None:
    """The group that a part of the house belongs to."""
    return _GROUPS.get(function) if function else None


def touch_of(person: Stakeholder, state: DealState) -> Touch:
    """Tell when a person was heard and whether that is too long ago for their part and the phase."""
    recent = sum(1 for day in person.heard_on if state.as_of - day <= _COUNTED)
    days = (state.as_of - person.last_heard).days if person.last_heard else None
    return Touch(person.last_heard, recent, days, _every(person, state))


def _every(person: Stakeholder, state: DealState) -> int:
    phase = state.phase or _A
    own = [days[phase] for role, days in _OF_ROLES.items() if role in person.roles]
    return min([*own, _OF_GROUPS[group_of(person.function) or Group.EXECUTIVE][phase]])


def groups_due(state: DealState) -> tuple[GroupDue, ...]:
    """Tell which groups with somebody on the committee, or with a yes to give, are overdue, the longest first."""
    heard: dict[Group, list[date]] = {}
    for person in state.committee:
        group = group_of(person.function)
        if group is not None and person.gone is None:
            heard.setdefault(group, [])
    for seat in required_seats(state):
        group = group_of(seat.function)
        if group is not None:
            heard.setdefault(group, [])
    for person in state.people:
        group = group_of(person.function)
        if group in heard:
            heard[group] += person.heard_on
    due = (_due(group, max(days, default=None), state) for group, days in heard.items())
    return tuple(sorted((each for each in due if each is not None), key=lambda each: (-each.days, each.group)))


def _due(group: Group, last: date | None, state: DealState) -> GroupDue | None:
    since = last or state.first_heard
    every = _OF_GROUPS[group][state.phase or _A]
    days = (state.as_of - since).days if since else 0
    return GroupDue(group, last, days, every) if days > every else None
