"""What a deal comes to after all its notes: replayed from what was read, and from what was labelled."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby

from dealbot.domain.alignment import align
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.deal import DealState
from dealbot.domain.names import fold
from dealbot.domain.observation import ConcernStatement, Observation, Origin, PersonStatement, Reading
from dealbot.domain.reconcile import replay
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance
from dealbot.evals.labelled import Item, LabelledNote
from dealbot.evals.scorers import f1, share
from dealbot.reading.ports import NoteReader, NoteText
from dealbot.reading.roster import roster_of

_LEARNT = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Replayed:
    """One deal: the list each person labelled stands in, and in what was read; its open concerns in both."""

    buckets: tuple[tuple[str, str | None], ...]
    concerns: frozenset[tuple[str, str]]
    concerns_read: frozenset[tuple[str, str]]


def replay_deals(reader: NoteReader, notes: Sequence[LabelledNote]) -> list[Replayed]:
    """Read each deal's notes, each with everybody whom any of them names, and replay."""
    by_deal = groupby(sorted(notes, key=lambda note: note.deal), key=lambda note: note.deal)
    return [_replayed(reader, list(group)) for _, group in by_deal]


def right_bucket(deals: Sequence[Replayed]) -> float | None:
    """The share of labelled people who stand in the list where they belong; one who is missed does not."""
    return share(labelled == read for deal in deals for labelled, read in deal.buckets)


def open_concerns(deals: Sequence[Replayed]) -> float | None:
    """F1 of the open concerns by holder and topic."""
    both = sum(len(deal.concerns & deal.concerns_read) for deal in deals)
    every = sum(len(deal.concerns) for deal in deals)
    read = sum(len(deal.concerns_read) for deal in deals)
    return f1(both, every - both, read - both)


AFTER: dict[str, Callable[[Sequence[Replayed]], float | None]] = {
    "WrongListAfterReplay (accuracy)": right_bucket,
    "WrongOpenConcernAfterReplay (F1)": open_concerns,
}


def _replayed(reader: NoteReader, notes: Sequence[LabelledNote]) -> Replayed:
    labelled = _state(notes, [labelled_reading(note) for note in notes])
    alone = _state(notes, [reader.read(_text(note)) for note in notes])
    read = _state(notes, [reader.read(replace(_text(note), roster=roster_of(alone))) for note in notes])
    found = _buckets(read)
    buckets = tuple((bucket, found.get(name)) for name, bucket in _buckets(labelled).items())
    return Replayed(buckets, _open(labelled), _open(read))


def labelled_reading(note: LabelledNote) -> Reading:
    """What was labelled in a note of people and concerns, as a reading."""
    return Reading(
        on=note.on,
        people=tuple(_person(item) for item in note.items["people"]),
        concerns=tuple(_concern(item) for item in note.items["concerns"]),
    )


def _text(note: LabelledNote) -> NoteText:
    return NoteText(note.text, note.on, note.author, note.deal)


def _state(notes: Sequence[LabelledNote], readings: Iterable[Reading]) -> DealState:
    """Replay; labels do not tell who left, so that is left out of both."""
    observations = [
        Observation(
            Origin(note.id, note.on, _LEARNT, note.author),
            replace(item, movement=None) if isinstance(item, PersonStatement) else item,
        )
        for note, reading in zip(notes, readings, strict=True)
        for item in reading.statements
    ]
    return replay(observations, max(note.on for note in notes))


def _buckets(state: DealState) -> dict[str, str]:
    alignment = align(state)
    lists = {"aligned": alignment.aligned, "to convince": alignment.to_convince, "unknown": alignment.unknown}
    return {fold(person.label): name for name, people in lists.items() for person in people}


def _open(state: DealState) -> frozenset[tuple[str, str]]:
    return frozenset((fold(concern.holder or ""), concern.topic.value) for concern in state.open_concerns)


def _person(item: Item) -> PersonStatement:
    return PersonStatement(
        item["name"],
        item["title"],
        Function(item["function"]) if item["function"] else None,
        Side(item["side"]),
        frozenset(BuyingRole(role) for role in item["roles"] or ()),
        Stance(item["stance"]) if item["stance"] else None,
        item["span"],
    )


def _concern(item: Item) -> ConcernStatement:
    return ConcernStatement(
        item["holder"],
        ConcernTopic(item["topic"]),
        ConcernStatus(item["status"]),
        bool(item["blocking"]),
        item["span"],
    )
