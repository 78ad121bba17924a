"""What was done with each person, replayed from the words that tell of them and from what people set by hand."""

from collections.abc import Iterable, Iterator

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import Activity, DealState, Stakeholder
from dealbot.domain.identity import Identities
from dealbot.domain.observation import Correction, Observation, PersonStatement
from dealbot.domain.partnership import ActivityKind, activity_told
from dealbot.domain.plan import is_for

# So many things sent and nothing asked make a champion an audience.
_MARKETING = 2


def activities(observations: Iterable[Observation], identities: Identities) -> tuple[Activity, ...]:
    """Everything done with somebody, in replay order, each of a day and kind once."""
    found = {(each.key, each.kind, each.evidence.on): each for each in _told(observations, identities)}
    return tuple(found.values())


def _told(observations: Iterable[Observation], identities: Identities) -> Iterator[Activity]:
    for observation in observations:
        item = observation.item
        if isinstance(item, PersonStatement):
            kind = activity_told(item.span.quote)
            if kind is not None:
                yield Activity(identities.key_of(observation, item), kind, observation.evidence)
        elif isinstance(item, Correction) and item.field is CorrectedField.ACTIVITY and item.subject:
            key = identities.key(item.subject, observation.origin.said_on, observation.origin.note)
            yield Activity(key, ActivityKind(item.value), observation.evidence)


def activities_with(person: Stakeholder, state: DealState) -> tuple[Activity, ...]:
    """What was done with a person, the steps for them included, the earliest first."""
    steps = ((step, activity_told(step.action)) for step in state.steps if is_for(step, person))
    done = [Activity(person.key, kind, step.evidence) for step, kind in steps if kind is not None]
    promised = {(each.kind, each.evidence.note) for each in done}  # what a note promises it tells of the person too
    told = (each for each in state.activities if each.key == person.key)
    done += [each for each in told if (each.kind, each.evidence.note) not in promised]
    return tuple(sorted(done, key=lambda each: (each.evidence.on, each.kind, each.evidence.span.start)))


def marketing_only(done: Iterable[Activity]) -> bool:
    """Whether somebody is sent things and asked for nothing."""
    kinds = [each.kind for each in done]
    return len(kinds) >= _MARKETING and set(kinds) == {ActivityKind.OUTBOUND}
