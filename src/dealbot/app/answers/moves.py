"""What moved in a deal between two days, in two or three words for each person: "Dana down, Raj new"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dealbot.app.answer import Deal
from dealbot.app.wording import listed, short_title
from dealbot.domain.changes import Change, ChangeKind, changes_between
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.names import fold
from dealbot.domain.stakeholder import Stance, badness

_MOST = 3
_WEEK = 7


class Way(StrEnum):
    """Whether a move is for the worse, for the better, or neither."""

    DOWN = "down"
    UP = "up"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Move:
    """The weightiest thing that changed about one person, or about nobody's obstacle; 0 weighs most."""

    text: str
    way: Way
    weight: int
    evidence: Evidence | None


def last_monday(day: date) -> date:
    """The Monday before a day; on a Monday the one a week ago, for this one's changes are still to be told."""
    return day - timedelta(days=day.weekday() or _WEEK)


def since_monday(deal: Deal) -> tuple[Move, ...]:
    """What moved since last Monday, that day included; nothing where the deal is as young."""
    before = deal.before(last_monday(deal.state.as_of) - timedelta(days=1))
    return moves(before, deal) if before.state.first_heard else ()


def moves(before: Deal, after: Deal) -> tuple[Move, ...]:
    """What moved between two states of a deal, what weighs most first, one move for each person."""
    found: dict[str, Move] = {}
    changes = changes_between(before.state, after.state)
    told = [(change.who or "", move) for change in changes if (move := _move(change, before.state, after.state))]
    for who, move in sorted(told, key=lambda each: (each[1].weight, each[1].text)):
        found.setdefault(who or move.text, move)
    return tuple(found.values())


def in_words(found: Sequence[Move], most: int = _MOST) -> str:
    """The weightiest moves in a row."""
    return listed([move.text for move in found], most, ", ")


def way_of(found: Iterable[Move]) -> Way:
    """Which way a deal went: what is worse counts before what is better."""
    ways = {move.way for move in found}
    return next((way for way in (Way.DOWN, Way.UP) if way in ways), Way.ASIDE)


def _move(change: Change, before: DealState, after: DealState) -> Move | None:
    who = _called(change.who, after.people) if change.who else ""
    match change.what:
        case ChangeKind.GONE:
            return Move(f"{who} left", Way.DOWN, 0, change.evidence)
        case ChangeKind.BLOCKING:
            words = f"{who} blocks" if who else f"{_topic(change.after)} in the way"
            return Move(words, Way.DOWN, 1, change.evidence)
        case ChangeKind.STANCE:
            return _stance(change, who, before)
        case ChangeKind.CONCERN:
            return _concern(change, who)
        case ChangeKind.PERSON:
            return Move(f"{who} new", Way.ASIDE, 6, change.evidence)
        case _:
            return None


def _stance(change: Change, who: str, before: DealState) -> Move:
    old, new = Stance(change.before or Stance.UNKNOWN), Stance(change.after or Stance.UNKNOWN)
    if old is Stance.UNKNOWN:
        known = any(person.label == change.who for person in before.people)
        way = Way.UP if new.aligned else Way.DOWN if new in {Stance.CONCERNED, Stance.OPPOSED} else Way.ASIDE
        return Move(f"{who} {new.value}" if known else f"{who} new", way, 4, change.evidence)
    worse = badness(new) > badness(old)
    return Move(f"{who} {'down' if worse else 'up'}", Way.DOWN if worse else Way.UP, 2 if worse else 5, change.evidence)


def _concern(change: Change, who: str) -> Move | None:
    topic, _, status = (change.after or "").partition(": ")
    if status == ConcernStatus.RAISED:
        words = f"{who} worried over {_topic(topic)}" if who else f"{_topic(topic)} in the way"
        return Move(words, Way.DOWN, 3, change.evidence)
    if status == ConcernStatus.RESOLVED and change.before is not None:
        whose = f"{who}'s {_topic(topic)} worry" if who else _topic(topic)
        return Move(f"{whose} settled", Way.UP, 5, change.evidence)
    return None


def _topic(topic: str | None) -> str:
    return ConcernTopic(topic).words if topic in tuple(ConcernTopic) else topic or ""


def _called(label: str, people: Iterable[Stakeholder]) -> str:
    """A first name where nobody else has it, else the whole name; a title as people say it."""
    names = [fold(person.name).split()[0] for person in people if person.name]
    person = next((person for person in people if person.label == label), None)
    if person is None or person.name is None:
        return short_title(label)
    first = person.name.split()[0]
    return first if names.count(fold(first)) == 1 else person.name
