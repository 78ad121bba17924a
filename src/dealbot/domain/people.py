"""The people of a deal, replayed: identity, stance, roles, last heard, who left."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from dealbot.domain.corrected_field import OF_A_PERSON, SAME_PERSON, CorrectedField
from dealbot.domain.deal import Disagreement, Stakeholder, View
from dealbot.domain.identity import Identities
from dealbot.domain.judged import influence_set, proof_set, stage_set
from dealbot.domain.names import fold
from dealbot.domain.observation import Correction, Observation, PersonStatement, ViewStatement
from dealbot.domain.settle import settle
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance, badness
from dealbot.domain.title import function_of, is_helper

_T = TypeVar("_T")
_OF_SEATS_AND_DEEDS = frozenset({CorrectedField.REQUIRED, CorrectedField.ACTIVITY})
_ALSO_CALLED = frozenset({CorrectedField.ALIAS, *SAME_PERSON})
_CALLED = frozenset({CorrectedField.NAME, *_ALSO_CALLED})
_PLACED = frozenset({CorrectedField.TITLE, CorrectedField.FUNCTION})


@dataclass(slots=True)
class _Draft:
    """All that was said and set right of one person, in replay order, and the days on which they voiced a worry."""

    told: list[tuple[Observation, PersonStatement | Correction]] = field(default_factory=list)
    said: list[tuple[Observation, PersonStatement]] = field(default_factory=list)
    corrected: list[Correction] = field(default_factory=list)
    views: list[View] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    voiced: frozenset[date] = frozenset()

    def set_right(self, wanted: CorrectedField) -> str | None:
        """What a person last set this field to."""
        return _last(item.value for item in self.corrected if item.field is wanted)


def replay_people(
    observations: Iterable[Observation], identities: Identities, voiced: Mapping[str, frozenset[date]]
) -> tuple[Stakeholder, ...]:
    """Build every person of the deal from observations in replay order, by name; `voiced` are days of worries."""
    drafts: dict[str, _Draft] = defaultdict(_Draft)
    for observation in observations:
        _file(observation, identities, drafts)
    people: dict[str, Stakeholder] = {}
    for key, draft in drafts.items():
        if draft.told:
            draft.voiced = voiced.get(key, frozenset())
            people[key] = _person(key, draft, identities)
    _seat_heirs(people, identities)
    return tuple(sorted(people.values(), key=lambda person: (person.label.casefold(), person.key)))


def _file(observation: Observation, identities: Identities, drafts: Mapping[str, _Draft]) -> None:
    item, day, note = observation.item, observation.origin.said_on, observation.origin.note
    if isinstance(item, PersonStatement):
        draft = drafts[identities.key_of(observation, item)]
        draft.told.append((observation, item))
        draft.said.append((observation, item))
    elif isinstance(item, ViewStatement):
        drafts[identities.key(item.person, day, note)].views.append(View(item.stance, observation.evidence))
    elif isinstance(item, Correction) and item.subject is not None and item.field in OF_A_PERSON - _OF_SEATS_AND_DEEDS:
        draft = drafts[identities.key(item.subject, day, note)]
        if item.field not in SAME_PERSON:
            draft.corrected.append(item)
        if item.field not in _ALSO_CALLED:
            draft.told.append((observation, item))
        if item.field in _CALLED:
            draft.called.append(item.value)


def _person(key: str, draft: _Draft, identities: Identities) -> Stakeholder:
    title = draft.set_right(CorrectedField.TITLE) or _last(item.title for _, item in draft.said)
    side = draft.set_right(CorrectedField.SIDE) or _last(item.side for _, item in draft.said) or Side.BUYER
    heard_on = _heard_on(draft)
    person = Stakeholder(
        key=key,
        name=_name(key, draft),
        title=title,
        function=_function(draft, title),
        side=Side(side),
        roles=_roles(draft),
        stance=Stance.UNKNOWN,
        since=None,
        last_heard=heard_on[-1] if heard_on else None,
        evidence=_first(draft).evidence,
        on_committee=False,
        gone=identities.left(key),
        reports_to=draft.set_right(CorrectedField.REPORTS_TO),
        email=draft.set_right(CorrectedField.EMAIL),
        views=tuple(draft.views),
        heard_on=heard_on,
        written=_written(draft),
        aliases=tuple(sorted({item.value for item in draft.corrected if item.field is CorrectedField.ALIAS})),
        influence=influence_set(draft.told),
        stage_set=stage_set(draft.told),
        proof_set=proof_set(draft.told),
    )
    person = _with_stance(person, draft)
    return replace(person, on_committee=_may_sit(person) and _takes_part(person, draft))


def _first(draft: _Draft) -> Observation:
    """The first mention in a note; of somebody no note tells of, the first time they were set right."""
    told = [observation for observation, _ in draft.said]
    return (told or [observation for observation, _ in draft.told])[0]


def _last(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in reversed([*values]) if value is not None), None)


def _name(key: str, draft: _Draft) -> str | None:
    """As a person set it right; else as it is written in full; else, of somebody only set right, as they wrote it."""
    renamed = draft.set_right(CorrectedField.NAME)
    if renamed is not None or key.startswith("title:"):
        return renamed
    written = [item.name for _, item in draft.said if item.name]
    forms = [*written, *draft.called] or [item.subject for item in draft.corrected if item.subject]
    return max(
        dict.fromkeys(forms),
        key=lambda name: (fold(name) == key, len(fold(name).split()), name[:1].isupper()),
        default=None,
    )


def _written(draft: _Draft) -> tuple[str, ...]:
    told = (form for _, item in draft.said for form in (item.name, item.name is None and item.title) if form)
    subjects = (item.subject for item in draft.corrected if item.subject)
    return tuple(sorted({*told, *subjects, *draft.called}))


def _function(draft: _Draft, title: str | None) -> Function | None:
    corrected = draft.set_right(CorrectedField.FUNCTION)
    if corrected is not None:
        return Function(corrected)
    read = _last(item.function for _, item in draft.said)
    return read or (function_of(title) if title else None)


def _roles(draft: _Draft) -> frozenset[BuyingRole]:
    roles: set[BuyingRole] = set()
    for _, item in draft.told:
        if isinstance(item, PersonStatement):
            roles |= item.roles
        elif item.field is CorrectedField.ROLE_ADDED:
            roles.add(BuyingRole(item.value))
        elif item.field is CorrectedField.ROLE_REMOVED:
            roles.discard(BuyingRole(item.value))
    return frozenset(roles)


def _heard_on(draft: _Draft) -> tuple[date, ...]:
    heard = ((o, item) for o, item in draft.said if item.took_part or item.stance not in {None, Stance.UNKNOWN})
    return tuple(sorted({observation.origin.said_on for observation, _ in heard} | draft.voiced))


def _stances(draft: _Draft) -> Iterator[tuple[Observation, Stance]]:
    for observation, item in draft.told:
        if isinstance(item, Correction):
            if item.field is CorrectedField.STANCE:
                yield observation, Stance(item.value)
        elif item.stance is not None and item.stance is not Stance.UNKNOWN:
            yield observation, item.stance


def _with_stance(person: Stakeholder, draft: _Draft) -> Stakeholder:
    settled = list(settle(_stances(draft), badness))
    if not settled:
        return person
    last = settled[-1]
    since = last.observation.origin.said_on
    for earlier in reversed(settled):
        if earlier.value is not last.value:
            break
        since = earlier.observation.origin.said_on
    readings = tuple((stance, observation.evidence) for observation, stance in last.readings)
    return replace(
        person,
        stance=last.value,
        since=since,
        evidence=last.observation.evidence,
        disagreement=Disagreement(readings) if readings else None,
    )


def _may_sit(person: Stakeholder) -> bool:
    return person.side is Side.BUYER and not is_helper(person.title or "")


def _takes_part(person: Stakeholder, draft: _Draft) -> bool:
    """Whoever evaluates, decides, pays, contracts or uses, as far as was told; not who is merely named."""
    heard = person.stance is not Stance.UNKNOWN or bool(person.roles) or bool(draft.voiced)
    set_right = any(item.field in _PLACED for item in draft.corrected)
    placed = person.function is not None or person.title is not None
    return heard or set_right or (placed and any(item.took_part for _, item in draft.said))


def _seat_heirs(people: dict[str, Stakeholder], identities: Identities) -> None:
    """Whoever comes to a seat of the committee is on it, unheard."""
    for heir, before in identities.successions():
        person = people.get(heir)
        sat = any(key in people and people[key].on_committee for key in before)
        if person is not None and sat and _may_sit(person):
            people[heir] = replace(person, on_committee=True)
