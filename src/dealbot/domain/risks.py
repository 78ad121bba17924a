"""What may cost a deal though nobody says no: each risk in words, with its evidence where it has any."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from dealbot.domain.arbiter import arbiters
from dealbot.domain.champion_loss import champion_test, champions, single_threaded
from dealbot.domain.conflict import months
from dealbot.domain.deal import DealState
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import BuyingRole, Stance

# Half a year in, somebody on their side runs the purchase, or nobody does.
OWNER_BY = timedelta(days=183)
_LATELY = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Risk:
    """One risk in words; without evidence it is one of what nobody said."""

    text: str
    evidence: Evidence | None = None


def pressing(state: DealState) -> list[str]:
    """Risks that somebody's words tell of: they put a deal at risk by themselves."""
    found = (*_expired(state), *_detractors(state), *_conflicts(state), *_org_changes(state))
    return [risk.text for risk in found]


def risks(state: DealState) -> tuple[Risk, ...]:
    """All risks: those of words, then those of silence: no backup, an untested champion, no owner on their side."""
    told = (*_expired(state), *_detractors(state), *_conflicts(state), *_org_changes(state))
    return (*told, *_champions(state), *_owner(state))


def ownerless(state: DealState) -> bool:
    """Whether nobody is named who runs the purchase on their side, long after the beginning."""
    named = any(BuyingRole.OWNER in person.roles and person.gone is None for person in state.people)
    return not named and state.first_heard is not None and state.as_of - state.first_heard > OWNER_BY


def _expired(state: DealState) -> Iterator[Risk]:
    for each in state.successions:
        heir, before = state.person(each.heir), state.person(each.before)
        if each.expired and heir is not None and before is not None and heir.stance is Stance.UNKNOWN:
            new = heir.label if heir.name else f"the new {heir.label}"
            yield Risk(f"{new} is unheard and {before.label}'s yes no longer counts", each.told)


def _detractors(state: DealState) -> Iterator[Risk]:
    for concern in state.open_concerns:
        holder = state.person(concern.holder_key)
        if holder is not None and holder.gone is None and BuyingRole.DETRACTOR in holder.roles:
            topic = concern.topic.words
            yield Risk(f"{holder.label} works against it: {topic}", concern.evidence)


def _conflicts(state: DealState) -> Iterator[Risk]:
    for conflict in state.conflicts:
        if conflict.open:
            lasted = months(conflict.days(state.as_of))
            since = f" for {lasted} month{'s' if lasted > 1 else ''}" if lasted else ""
            who = "" if arbiters(conflict, state.people) else ", nobody named above both"
            yield Risk(f"{conflict.one.label} against {conflict.other.label}{since}{who}", conflict.evidence)


def _org_changes(state: DealState) -> Iterator[Risk]:
    for change in state.org_changes:
        if state.as_of - change.evidence.on <= _LATELY:
            what = "a change of the organisation" if change.kind == "other" else change.kind.value
            held = ", everything on hold" if change.on_hold else ": who decides now?"
            yield Risk(f"{what}{held}", change.evidence)


def _champions(state: DealState) -> Iterator[Risk]:
    selling = champions(state)
    if single_threaded(state):
        yield Risk(f"{selling[0].label} is the only champion, no backup", selling[0].evidence)
    for person in selling:
        if champion_test(state, person.key).title_only:
            yield Risk(f"{person.label} is champion by title only, not tested", person.evidence)


def _owner(state: DealState) -> Iterator[Risk]:
    if ownerless(state):
        yield Risk("nobody runs the purchase on their side")
