"""The people of a deal, replayed: identity, stance, roles, last heard, who left."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from dealbot.domain.deal import Disagreement, Stakeholder, View
from dealbot.domain.evidence import Evidence
from dealbot.domain.identity import Identities
from dealbot.domain.names import fold
from dealbot.domain.observation import (
    ConcernStatement,
    CorrectedField,
    Correction,
    Observation,
    PersonStatement,
    ViewStatement,
)
from dealbot.domain.settle import settle
from dealbot.domain.stakeholder import BuyingRole, Function, Movement, Side, Stance
from dealbot.domain.title import canonical_title, function_of

_T = TypeVar("_T")
_BADNESS = {
    Stance.UNKNOWN: -1,
    Stance.COMMITTED: 0,
    Stance.SUPPORTIVE: 1,
    Stance.NEUTRAL: 2,
    Stance.CONCERNED: 3,
    Stance.OPPOSED: 4,
}
_HELPERS = ("assistant", "scheduler", "secretary", "receptionist", "admin to", "coordinator to")


@dataclass(slots=True)
class _Draft:
    """All that was said of one person, in replay order."""

    said: list[tuple[Observation, PersonStatement]] = field(default_factory=list)
    corrected: list[tuple[Observation, Correction]] = field(default_factory=list)
    concerned: list[Observation] = field(default_factory=list)
    views: list[View] = field(default_factory=list)


def replay_people(observations: Sequence[Observation], identities: Identities) -> tuple[Stakeholder, ...]:
    """Build every person of the deal from observations in replay order, by name."""
    drafts: dict[str, _Draft] = defaultdict(_Draft)
    for observation in observations:
        _file(observation, identities, drafts)
    people = (_person(key, draft, identities) for key, draft in drafts.items() if draft.said or draft.corrected)
    return tuple(sorted(people, key=lambda person: (person.label.casefold(), person.key)))


def _file(observation: Observation, identities: Identities, drafts: dict[str, _Draft]) -> None:
    item, origin = observation.item, observation.origin
    if isinstance(item, PersonStatement):
        drafts[identities.key_of(observation, item)].said.append((observation, item))
    elif isinstance(item, ConcernStatement) and item.holder is not None:
        drafts[identities.key(item.holder, origin.said_on, origin.note)].concerned.append(observation)
    elif isinstance(item, ViewStatement):
        view = View(item.stance, observation.evidence)
        drafts[identities.key(item.person, origin.said_on, origin.note)].views.append(view)
    elif isinstance(item, Correction) and item.subject is not None and _about_person(item):
        drafts[identities.key(item.subject, origin.said_on, origin.note)].corrected.append((observation, item))


def _about_person(item: Correction) -> bool:
    aside = {CorrectedField.STEP, CorrectedField.STEP_DUE, CorrectedField.SAME_AS, CorrectedField.HOLDER}
    return item.field not in aside


def _person(key: str, draft: _Draft, identities: Identities) -> Stakeholder:
    title = _identity(draft, CorrectedField.TITLE) or _last([item.title for _, item in draft.said])
    side = _identity(draft, CorrectedField.SIDE) or _last([item.side for _, item in draft.said]) or Side.BUYER
    person = Stakeholder(
        key=key,
        name=_name(key, draft),
        title=title,
        function=_function(draft, title),
        side=Side(side),
        roles=_roles(draft),
        stance=Stance.UNKNOWN,
        since=None,
        last_heard=None,
        evidence=_every(draft)[0].evidence,
        on_committee=False,
        gone=_gone(key, draft, identities),
        reports_to=_identity(draft, CorrectedField.REPORTS_TO),
        email=_identity(draft, CorrectedField.EMAIL),
        views=tuple(draft.views),
        heard_on=_heard_on(draft),
    )
    person = _with_stance(person, draft)
    last_heard = person.heard_on[-1] if person.heard_on else None
    return replace(person, last_heard=last_heard, on_committee=_on_committee(person, draft))


def _every(draft: _Draft) -> list[Observation]:
    return [observation for observation, _ in (*draft.said, *draft.corrected)]


def _last(values: Sequence[_T | None]) -> _T | None:
    return next((value for value in reversed(values) if value is not None), None)


def _identity(draft: _Draft, wanted: CorrectedField) -> str | None:
    return _last([item.value for _, item in draft.corrected if item.field is wanted])


def _name(key: str, draft: _Draft) -> str | None:
    written = [item.name for _, item in draft.said if item.name]
    renamed = [item.value for _, item in draft.corrected if item.field is CorrectedField.NAME]
    added = [item.subject for _, item in draft.corrected if item.subject and fold(item.subject) == key]
    if renamed:
        return renamed[-1]
    fullest = max(
        written, key=lambda name: (fold(name) == key, len(fold(name).split()), name[:1].isupper()), default=None
    )
    if fullest is not None or key.startswith("title:"):
        return fullest
    return added[-1] if added else None


def _function(draft: _Draft, title: str | None) -> Function | None:
    corrected = _identity(draft, CorrectedField.FUNCTION)
    if corrected is not None:
        return Function(corrected)
    read = _last([item.function for _, item in draft.said])
    return read or (function_of(title) if title else None)


def _roles(draft: _Draft) -> frozenset[BuyingRole]:
    roles: set[BuyingRole] = set()
    events: list[tuple[Observation, PersonStatement | Correction]] = [*draft.said, *draft.corrected]
    for _, item in sorted(events, key=lambda pair: pair[0].order):
        if isinstance(item, PersonStatement):
            roles |= item.roles
        elif item.field is CorrectedField.ROLE_ADDED:
            roles.add(BuyingRole(item.value))
        elif item.field is CorrectedField.ROLE_REMOVED:
            roles.discard(BuyingRole(item.value))
    return frozenset(roles)


def _gone(key: str, draft: _Draft, identities: Identities) -> Evidence | None:
    corrections = [pair for pair in draft.corrected if pair[1].field is CorrectedField.GONE]
    if corrections:
        observation, item = corrections[-1]
        return observation.evidence if item.value == "yes" else None
    day = identities.departed_on(key)
    if day is None:
        return None
    leaving = [observation for observation, item in draft.said if item.movement is Movement.LEAVING]
    return next(iter(leaving), _every(draft)[-1]).evidence


def _heard_on(draft: _Draft) -> tuple[date, ...]:
    present = {
        o.origin.said_on for o, item in draft.said if item.took_part or item.stance not in {None, Stance.UNKNOWN}
    }
    voiced = {observation.origin.said_on for observation in draft.concerned}
    return tuple(sorted(present | voiced))


def _with_stance(person: Stakeholder, draft: _Draft) -> Stakeholder:
    told: list[tuple[Observation, Stance | None]]
    told = [(o, item.stance) for o, item in draft.said if item.stance not in {None, Stance.UNKNOWN}]
    told += [(o, Stance(item.value)) for o, item in draft.corrected if item.field is CorrectedField.STANCE]
    known = sorted(((o, stance) for o, stance in told if stance is not None), key=lambda pair: pair[0].order)
    settled = settle(known, _BADNESS.__getitem__)
    if not settled:
        return person
    observation, stance, readings = settled[-1]
    since = observation.origin.said_on
    for earlier, before, _ in reversed(settled):
        if before is not stance:
            break
        since = earlier.origin.said_on
    disagreement = Disagreement(tuple((value, o.evidence) for o, value in readings)) if readings else None
    return replace(person, stance=stance, since=since, evidence=observation.evidence, disagreement=disagreement)


def _on_committee(person: Stakeholder, draft: _Draft) -> bool:
    """Everyone of the buyer's who takes part in deciding, paying, contracting, testing or using; not the merely named."""
    if person.side is not Side.BUYER or any(word in (person.title or "").casefold() for word in _HELPERS):
        return False
    heard = person.stance is not Stance.UNKNOWN or bool(person.roles) or bool(draft.concerned)
    told = any(item.field in {CorrectedField.TITLE, CorrectedField.FUNCTION} for _, item in draft.corrected)
    took_part = any(item.took_part for _, item in draft.said)
    placed = person.function is not None or (person.title is not None and bool(canonical_title(person.title)))
    return heard or told or (took_part and placed)
