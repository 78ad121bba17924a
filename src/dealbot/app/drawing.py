"""What the pictures of a deal show, from what was said: nothing here draws."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from dealbot.app.answer import Deal
from dealbot.app.answers.about import worries
from dealbot.app.answers.standing import named_only
from dealbot.app.wording import short_title, stage_words, who
from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.decision_stage import stage_of
from dealbot.domain.names import fold
from dealbot.domain.observation import Observation
from dealbot.domain.reconcile import replay
from dealbot.domain.required import Position, RequiredSeat, required_seats
from dealbot.domain.stakeholder import BuyingRole
from dealbot.pictures.values import AlignmentHistory, InfluenceMap, Moment, Seat, Tie, TieKind

# Whoever sways others more than most do.
_ORDINARY = 3


def influence_map_of(deal: Deal) -> InfluenceMap:
    """Everybody of the committee who is still there, seats of whom only the name or not even that is known."""
    people = [person for person in deal.state.committee if person.gone is None] + [*named_only(deal)]
    gaps = [
        Seat(seat.key, None, seat.label, function=seat.function, must_say_yes=True, identified=False)
        for seat in deal.alignment.required
        if not seat.holders
    ]
    left = tuple((who(person), person.gone.on) for person in deal.alignment.gone if person.gone)
    seats = (*(_seat(deal, person) for person in people), *gaps)
    ties = (*_reports(people), *_conflicts(deal, {person.key for person in people}))
    return InfluenceMap(deal.name, deal.state.as_of, seats, ties, left)


def _seat(deal: Deal, person: Stakeholder) -> Seat:
    held = worries(deal, person)
    blocking = [worry.topic.words for worry in held if worry.blocking]
    stage = stage_of(person, deal.state)
    return Seat(
        key=person.key,
        name=person.name,
        title=short_title(person.title) if person.title else None,
        stance=person.stance,
        roles=tuple(role for role in BuyingRole if role in person.roles),
        function=person.function,
        sways=person.sway > _ORDINARY,
        must_say_yes=any(seat.speaker == person for seat in deal.alignment.required),
        last_heard=person.last_heard,
        decision_stage=stage_words(stage.stage) if stage else None,
        blocks=", ".join(blocking) or None,
        worries=len(held),
        influence=person.influence.level if person.influence else None,
    )


def _reports(people: Iterable[Stakeholder]) -> Iterator[Tie]:
    """A line to each superior who has a seat, however they are written."""
    keys = {
        fold(form): person.key for person in people for form in (person.label, person.title, *person.written) if form
    }
    for person in people:
        superior = keys.get(fold(person.reports_to)) if person.reports_to else None
        if superior is not None and superior != person.key:
            yield Tie(TieKind.REPORTS_TO, person.key, superior)


def _conflicts(deal: Deal, shown: Collection[str]) -> Iterator[Tie]:
    """A line between two people with a seat who are against each other."""
    for each in deal.state.conflicts:
        one, other = each.one.key, each.other.key
        if each.open and one in shown and other in shown and one is not None and other is not None:
            yield Tie(TieKind.CONFLICT, one, other, each.cause)


def alignment_history_of(name: str, observations: Iterable[Observation], as_of: date) -> AlignmentHistory:
    """Replay the deal as of each day on which something was said, and keep the days that changed the count."""
    every = list(observations)
    days = sorted({observation.origin.said_on for observation in every if observation.origin.said_on <= as_of})
    today = replay(every, as_of)
    moments: list[Moment] = []
    before: Mapping[str, bool] = {}
    for day in days:
        state = replay(every, day)
        seats = required_seats(state)
        now, required = _positions(seats, today), len(seats)
        told = _told(before, now)
        if told or not moments or moments[-1].required != required:
            changed = f"{required} must say yes" + (f", not {moments[-1].required}" if moments else "")
            moments.append(Moment(day, sum(now.values()), required, "; ".join(told) or changed))
        before = now
    return AlignmentHistory(name, as_of, tuple(moments))


def _positions(required: Iterable[RequiredSeat], today: DealState) -> dict[str, bool]:
    """Whether each person who must say yes did, under the name by which they are known today."""
    said = ((seat.speaker, seat.position) for seat in required)
    return {_known_as(person, today): position is Position.YES for person, position in said if person is not None}


def _known_as(person: Stakeholder, today: DealState) -> str:
    same = (other for other in today.people if not set(other.written).isdisjoint(person.written))
    return who(today.person(person.key) or next(same, person))


def _told(before: Mapping[str, bool], now: Mapping[str, bool]) -> list[str]:
    """Who says yes that did not, and who no longer does."""
    yes = [f"{name} says yes" for name, says in now.items() if says and not before.get(name)]
    no = [f"{name} no longer says yes" for name, said in before.items() if said and not now.get(name, False)]
    return yes + no
