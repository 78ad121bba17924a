"""What changed between two states of a deal: the lines of the card after a note."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dealbot.domain.champion import Criterion, CriterionTest
from dealbot.domain.champion_loss import champion_test
from dealbot.domain.conflict import Conflict
from dealbot.domain.deal import Concern, DealState, NextStep, Stakeholder
from dealbot.domain.ending import OPEN, Ending, Told
from dealbot.domain.evidence import Evidence
from dealbot.domain.path_changes import path_changes
from dealbot.domain.stakeholder import BuyingRole, Stance


class ChangeKind(StrEnum):
    """What kind of thing changed."""

    STANCE = "stance"
    PERSON = "person"
    ROLE = "role"
    GONE = "gone"
    CONCERN = "concern"
    BLOCKING = "blocking"
    STEP = "next_step"
    SIGNAL = "signal"
    PHASE = "phase"
    PATH = "path"
    MONEY = "money"
    OUTCOME = "outcome"
    CONFLICT = "conflict"
    TESTED = "tested"
    AFFECTED = "affected"
    RESISTANCE_PLAN = "resistance_plan"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was `before` and is `after`; None where there was or is nothing."""

    what: ChangeKind
    who: str | None
    before: str | None
    after: str | None
    evidence: Evidence | None


def changes_between(before: DealState, after: DealState) -> tuple[Change, ...]:
    """List what changed, people first, then worries, promises, signals and the phase."""
    changes = [
        *_people(before, after),
        *_concerns(before, after),
        *_steps(before, after),
        *_signals(before, after),
        *_path(before, after),
        *_conflicts(before, after),
        *_tested(before, after),
        *_affected(before, after),
    ]
    if before.phase is not after.phase:
        changes.append(Change(ChangeKind.PHASE, None, before.phase, after.phase, None))
    return (*changes, *_money(before, after), *_outcome(before, after))


def _money(before: DealState, after: DealState) -> list[Change]:
    old, new = before.terms, after.terms
    pairs = (("amount", old.amount, new.amount), ("quarter", old.quarter, new.quarter), ("call", old.call, new.call))
    latest = max(new.sources, key=lambda evidence: evidence.on, default=None)
    return [
        Change(ChangeKind.MONEY, None, _part(part, was), _part(part, now), latest)
        for part, was, now in pairs
        if was != now
    ]


def _part(part: str, value: int | str | None) -> str | None:
    return None if value is None else f"{part}: {value}"


def _outcome(before: DealState, after: DealState) -> list[Change]:
    old, new = before.ending, after.ending
    if old == new:
        return []
    return [Change(ChangeKind.OUTCOME, None, _ended(old), _ended(new), new.evidence if new else None)]


def _ended(ending: Ending | None) -> str:
    return str(Told(ending.outcome, ending.cause, ending.revisit_on, ending.reason)) if ending else OPEN


def _people(before: DealState, after: DealState) -> list[Change]:
    still = {person.key for person in after.people}
    renamed = [person for person in before.people if person.key not in still]
    return [change for person in after.people for change in _person(_known_as(person, before, renamed), person)]


def _known_as(person: Stakeholder, before: DealState, renamed: Sequence[Stakeholder]) -> Stakeholder | None:
    """The same person before, if need be by another name: who was "Dana" may now be Dana Ruiz."""
    same = before.person(person.key)
    return same or next((old for old in renamed if not set(old.written).isdisjoint(person.written)), None)


def _person(old: Stakeholder | None, new: Stakeholder) -> list[Change]:
    changes = []
    stance = old.stance if old is not None else Stance.UNKNOWN
    if old is None and new.stance is Stance.UNKNOWN:
        changes.append(Change(ChangeKind.PERSON, new.label, None, new.title or new.side, new.evidence))
    if stance is not new.stance:
        changes.append(Change(ChangeKind.STANCE, new.label, stance, new.stance, new.evidence))
    roles = new.roles - (old.roles if old is not None else frozenset())
    changes += [Change(ChangeKind.ROLE, new.label, None, role, new.evidence) for role in sorted(roles)]
    if new.gone is not None and (old is None or old.gone is None):
        changes.append(Change(ChangeKind.GONE, new.label, stance, "gone", new.gone))
    return changes


def _concerns(before: DealState, after: DealState) -> list[Change]:
    old = {(concern.holder_key, concern.topic): concern for concern in before.concerns}
    changes = []
    for concern in after.concerns:
        changes.extend(_concern(old.get((concern.holder_key, concern.topic)), concern))
    return changes


def _concern(old: Concern | None, new: Concern) -> list[Change]:
    changes = []
    if old is None or old.status is not new.status:
        after = f"{new.topic}: {new.status}"
        before = f"{old.topic}: {old.status}" if old is not None else None
        changes.append(Change(ChangeKind.CONCERN, new.holder, before, after, new.evidence))
    if new.blocking and not (old is not None and old.blocking):
        changes.append(Change(ChangeKind.BLOCKING, new.holder, None, new.topic, new.evidence))
    return changes


def _steps(before: DealState, after: DealState) -> list[Change]:
    old = {step.key: step for step in before.steps}
    return [
        Change(ChangeKind.STEP, step.owner or step.side, _told(old.get(step.key)), _told(step), step.evidence)
        for step in after.steps
        if _told(old.get(step.key)) != _told(step)
    ]


def _told(step: NextStep | None) -> str | None:
    if step is None:
        return None
    due = step.due.isoformat() if step.due else step.due_text
    return f"{step.action} ({step.status}{', ' + due if due else ''})"


def _signals(before: DealState, after: DealState) -> list[Change]:
    known = set(before.signals)
    return [
        Change(ChangeKind.SIGNAL, None, None, f"{signal.kind}: {signal.detail}", signal.evidence)
        for signal in after.signals
        if signal not in known
    ]


def _path(before: DealState, after: DealState) -> list[Change]:
    changed = path_changes(before, after)
    return [Change(ChangeKind.PATH, each.name, each.before, each.after, each.evidence) for each in changed]


def _conflicts(before: DealState, after: DealState) -> list[Change]:
    known = {(conflict.one, conflict.other, conflict.since): conflict for conflict in before.conflicts}
    changes = []
    for conflict in after.conflicts:
        old = known.get((conflict.one, conflict.other, conflict.since))
        told, was = _conflict(conflict), _conflict(old) if old is not None else None
        if told != was and not conflict.left:
            said = conflict.ended or conflict.evidence
            changes.append(Change(ChangeKind.CONFLICT, conflict.one.label, was, told, said))
    return changes


def _conflict(conflict: Conflict) -> str:
    if conflict.open:
        return f"against {conflict.other.label}" + (f" over {conflict.cause}" if conflict.cause else "")
    by = f" by {conflict.settled_by}" if conflict.settled_by else ""
    return f"settled with {conflict.other.label}{by}"


def _tested(before: DealState, after: DealState) -> list[Change]:
    """What a champion needs, but for what stances and roles tell already."""
    changes: list[Change] = []
    for test in after.champion_tests:
        sways = any(BuyingRole.INFLUENCER in person.roles for person in after.people if person.key == test.key)
        told_of = {Criterion.BELIEF, *((Criterion.INFLUENCE,) if sways else ())}
        old = champion_test(before, test.key).criteria
        changes += [
            Change(ChangeKind.TESTED, _label(after, test.key), _met(was), _met(now), now.evidence)
            for was, now in zip(old, test.criteria, strict=True)
            if was.met is not now.met and now.criterion not in told_of
        ]
    return changes


def _met(tested: CriterionTest) -> str:
    return f"{tested.criterion} {_MET[tested.met]}"


_MET = {True: "yes", False: "no", None: "unknown"}


def _affected(before: DealState, after: DealState) -> list[Change]:
    """What was set by hand of who is affected, and how resistance is met."""
    was, now = ({one.key: one for one in state.affected if one.by_hand} for state in (before, after))
    changes = [
        Change(ChangeKind.AFFECTED, _label(after, key), None, one.how or "yes", one.evidence)
        for key, one in now.items()
        if one != was.get(key)
    ]
    gone = [one for one in before.affected if all(one.key != still.key for still in after.affected)]
    changes += [Change(ChangeKind.AFFECTED, _label(after, one.key), one.how or "yes", "no", None) for one in gone]
    planned = {plan.key: plan.text for plan in before.resistance_plans}
    return changes + [
        Change(ChangeKind.RESISTANCE_PLAN, _label(after, plan.key), planned.get(plan.key), plan.text, plan.evidence)
        for plan in after.resistance_plans
        if planned.get(plan.key) != plan.text
    ]


def _label(state: DealState, key: str) -> str:
    person = state.person(key)
    return person.label if person is not None else key
