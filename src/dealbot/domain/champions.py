"""Everybody of the buying committee against a champion's four criteria, replayed; the latest words count."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from dealbot.domain.champion import UNTESTED, ChampionTest, Criterion, CriterionTest, criterion_by_hand
from dealbot.domain.champion_words import ANY_OF_IT, LACKED, SHOWN
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import Stakeholder
from dealbot.domain.force import told
from dealbot.domain.identity import Identities
from dealbot.domain.mentions import people_named
from dealbot.domain.observation import Correction, Observation, PersonStatement, ViewStatement
from dealbot.domain.stakeholder import BuyingRole, Stance

_Found = dict[Criterion, CriterionTest]


def champion_tests(
    observations: Iterable[Observation], identities: Identities, people: Sequence[Stakeholder]
) -> tuple[ChampionTest, ...]:
    """Test everybody of the committee, in the order of `people`; observations come in replay order."""
    found: Mapping[str, _Found] = defaultdict(dict)
    for observation in observations:
        item = observation.item
        if isinstance(item, Correction):
            _by_hand(observation, item, identities, found)
        elif isinstance(item, PersonStatement) and BuyingRole.INFLUENCER in item.roles:
            _note(found[identities.key_of(observation, item)], Criterion.INFLUENCE, observation, met=True)
        _by_words(observation, identities, people, found)
    return tuple(_test(person, found.get(person.key, {})) for person in people if person.on_committee)


def _test(person: Stakeholder, found: _Found) -> ChampionTest:
    told_of = found | _belief(person, found.get(Criterion.BELIEF))
    return ChampionTest(person.key, tuple(told_of.get(none.criterion, none) for none in UNTESTED))


def _belief(person: Stakeholder, by_hand: CriterionTest | None) -> _Found:
    """Whether they believe in it is where they stand; a worry leaves it open."""
    known = person.stance is not Stance.UNKNOWN
    if not known or (
        by_hand is not None and by_hand.evidence is not None and by_hand.evidence.on >= person.evidence.on
    ):
        return {}
    met = None if person.stance is Stance.CONCERNED else person.stance.aligned
    return {Criterion.BELIEF: CriterionTest(Criterion.BELIEF, met, person.evidence if met is not None else None)}


def _by_hand(observation: Observation, item: Correction, identities: Identities, found: Mapping[str, _Found]) -> None:
    tested = criterion_by_hand(item.value) if item.field is CorrectedField.TESTED else None
    if tested is not None and item.subject is not None:
        key = identities.key(item.subject, observation.origin.said_on, observation.origin.note)
        found[key][tested.criterion] = replace(tested, evidence=observation.evidence)


def _by_words(
    observation: Observation, identities: Identities, people: Sequence[Stakeholder], found: Mapping[str, _Found]
) -> None:
    """What a quote tells of the only person it names; of nobody where it names several."""
    item, quote = observation.item, observation.item.span.quote
    if isinstance(item, Correction | ViewStatement):
        return
    shown = shown_in(quote)
    if not shown:
        return
    named = [mention.key for mention in people_named(quote, people)]
    if not named and isinstance(item, PersonStatement):
        named = [identities.key_of(observation, item)]
    if len(named) == 1 and named[0] is not None:
        for criterion, met in shown.items():
            _note(found[named[0]], criterion, observation, met=met)


@lru_cache(maxsize=8192)
def shown_in(quote: str) -> Mapping[Criterion, bool]:
    """What words show; what they say is lacking counts before what they say is there."""
    if ANY_OF_IT.search(quote) is None:
        return {}
    there = {criterion: not said.denied for criterion, words in SHOWN if (said := told(words, quote))}
    lacking = {criterion: False for criterion, words in LACKED if (said := told(words, quote)) and not said.denied}
    return there | lacking


def _note(found: _Found, criterion: Criterion, observation: Observation, *, met: bool) -> None:
    found[criterion] = CriterionTest(criterion, met, observation.evidence)
