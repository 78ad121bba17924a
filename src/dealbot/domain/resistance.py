"""Who is affected and how resistance is met, replayed: users, who worries about the work, whose words say so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dealbot.domain.affected import Affected, ResistancePlan, affected_by_hand
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import Stakeholder
from dealbot.domain.identity import Identities
from dealbot.domain.mentions import people_named
from dealbot.domain.observation import ConcernStatement, Correction, Observation, PersonStatement
from dealbot.domain.stakeholder import BuyingRole, Side

_WORK = r"(?:team|nurses|staff|floors?|shifts?|pharmacists|residents|clinics?|workflow|people)"
_CHANGES = re.compile(
    rf"\b(?:affected by|affects (?:her|his|their)|changes? how (?:she|he|they|her|his|their)|more clicks|extra clicks"
    rf"|(?:have|has) to (?:chart|document|click|round|retrain|relearn)|(?:her|his|their) (?:\w+ )?{_WORK} (?:\w+ )?"
    r"(?:will|would|has to|have to|must|changes?))\b",
    re.IGNORECASE,
)


def affected_people(
    observations: Iterable[Observation], identities: Identities, people: Sequence[Stakeholder]
) -> tuple[Affected, ...]:
    """Tell whose work changes, in the order of `people`; the latest word counts, observations come in replay order."""
    found: dict[str, Affected] = {}
    for observation in observations:
        item, origin = observation.item, observation.origin
        if not isinstance(item, Correction):
            for key in _by_words(observation, identities, people):
                found.setdefault(key, Affected(key, observation.evidence))
        elif item.field is CorrectedField.AFFECTED and item.subject is not None:
            key = identities.key(item.subject, origin.said_on, origin.note)
            yes, how = affected_by_hand(item.value) or (False, None)
            found.pop(key, None)
            if yes:
                found[key] = Affected(key, observation.evidence, how, by_hand=True)
    return tuple(found[person.key] for person in people if person.key in found and person.side is Side.BUYER)


def resistance_plans(observations: Iterable[Observation], identities: Identities) -> tuple[ResistancePlan, ...]:
    """Tell the latest plan for each person, by key."""
    found: dict[str, ResistancePlan] = {}
    for observation in observations:
        item, origin = observation.item, observation.origin
        if isinstance(item, Correction) and item.field is CorrectedField.RESISTANCE_PLAN and item.subject is not None:
            key = identities.key(item.subject, origin.said_on, origin.note)
            found[key] = ResistancePlan(key, item.value, observation.evidence)
    return tuple(found[key] for key in sorted(found))


def _by_words(observation: Observation, identities: Identities, people: Sequence[Stakeholder]) -> Iterator[str]:
    item, origin = observation.item, observation.origin
    if isinstance(item, PersonStatement):
        uses = BuyingRole.USER in item.roles
        if not (uses or _changes(item.span.quote)):
            return
        key = identities.key_of(observation, item)
        if uses or _only(key, item.span.quote, people):
            yield key
    elif isinstance(item, ConcernStatement) and item.holder and item.topic is ConcernTopic.WORKFLOW_BURDEN:
        yield identities.key(item.holder, origin.said_on, origin.note, Side.BUYER)


@lru_cache(maxsize=8192)
def _changes(quote: str) -> bool:
    return _CHANGES.search(quote) is not None


def _only(key: str, quote: str, people: Sequence[Stakeholder]) -> bool:
    """Whether a quote names nobody else."""
    return all(mention.key == key for mention in people_named(quote, people))
