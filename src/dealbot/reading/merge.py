"""Readings of the parts of one note put together: one entry per person, concern, step, signal and view."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from dealbot.domain.evidence import Span
from dealbot.domain.names import fold, may_mean
from dealbot.domain.observation import (
    ConcernStatement,
    PersonStatement,
    Reading,
    SignalStatement,
    StepStatement,
    ViewStatement,
)
from dealbot.domain.stakeholder import Stance, worse
from dealbot.domain.title import canonical_title

Statement = TypeVar("Statement")


def merge(readings: Sequence[Reading]) -> Reading:
    """One reading of the whole note out of those of its parts, in the order of the note."""
    first = readings[0]
    people = _merge_people([person for reading in readings for person in reading.people])
    full = _full_names(people)
    concerns = [replace(one, holder=full(one.holder)) for reading in readings for one in reading.concerns]
    steps = [[replace(one, owner=full(one.owner)) for one in reading.next_steps] for reading in readings]
    signals = [reading.signals for reading in readings]
    views = [replace(one, person=full(one.person) or one.person) for reading in readings for one in reading.views]
    return replace(
        first,
        people=tuple(people),
        concerns=tuple(_once([[one] for one in concerns], _same_concern, _later)),
        next_steps=tuple(_once(steps, _same_step, _dated)),
        signals=tuple(_once(signals, _same_signal, _first)),
        views=tuple(_once([[one] for one in views], _same_view, _first)),
    )


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share at least half of the shorter."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return 2 * shared >= max(1, min(a.end - a.start, b.end - b.start))


def same_person(a: PersonStatement, b: PersonStatement) -> bool:
    """Whether two entries of one note mean one person: by name, else by title where one of them has no name."""
    if a.name and b.name:
        one, other = fold(a.name), fold(b.name)
        return may_mean(one, other) or may_mean(other, one)
    return bool(a.title and b.title) and canonical_title(a.title or "") == canonical_title(b.title or "")


def _merge_people(people: Iterable[PersonStatement]) -> list[PersonStatement]:
    """One entry per person; a short form that may mean two people stays apart."""
    merged: list[PersonStatement] = []
    for person in sorted(people, key=lambda one: -len(fold(one.name or "").split())):
        same = [at for at, other in enumerate(merged) if same_person(person, other)]
        if len(same) == 1:
            merged[same[0]] = _one_person(merged[same[0]], person)
        else:
            merged.append(person)
    return sorted(merged, key=lambda one: (one.span.start, one.span.end))


def _one_person(a: PersonStatement, b: PersonStatement) -> PersonStatement:
    """The fuller of two entries with what the other adds; of two known stances the worse."""
    telling = _more_telling(a, b)
    return replace(
        a,
        name=a.name or b.name,
        title=a.title or b.title,
        function=a.function or b.function,
        roles=a.roles | b.roles,
        stance=telling.stance,
        span=telling.span,
        said_by=telling.said_by,
        took_part=a.took_part or b.took_part,
        movement=a.movement or b.movement,
    )


def _more_telling(a: PersonStatement, b: PersonStatement) -> PersonStatement:
    silent = {None, Stance.UNKNOWN}
    if a.stance in silent or b.stance in silent:
        return b if a.stance in silent and b.stance not in silent else a
    if a.stance is None or b.stance is None or a.stance is b.stance:
        return min(a, b, key=lambda one: one.span.start)
    return a if worse(a.stance, b.stance) is a.stance else b


def _full_names(people: Iterable[PersonStatement]) -> Callable[[str | None], str | None]:
    """A name in its fullest form, where one person of the note has it."""
    names = [person.name for person in people if person.name]

    def full(name: str | None) -> str | None:
        owners = [known for known in names if name and may_mean(fold(name), fold(known))]
        return owners[0] if len(owners) == 1 else name

    return full


def _once(
    parts: Iterable[Iterable[Statement]],
    same: Callable[[Statement, Statement], bool],
    join: Callable[[Statement, Statement], Statement],
) -> list[Statement]:
    """Items of several parts, those of a later part joined to the same of an earlier one; one part's own stay apart."""
    kept: list[Statement] = []
    for part in parts:
        earlier = range(len(kept))
        for item in part:
            at = next((at for at in earlier if same(kept[at], item)), None)
            if at is None:
                kept.append(item)
            else:
                kept[at] = join(kept[at], item)
    return kept


def _same_concern(a: ConcernStatement, b: ConcernStatement) -> bool:
    return a.topic is b.topic and (a.holder or "").casefold() == (b.holder or "").casefold()


def _same_step(a: StepStatement, b: StepStatement) -> bool:
    return a.side is b.side and overlap(a.span, b.span)


def _same_signal(a: SignalStatement, b: SignalStatement) -> bool:
    return a.kind is b.kind and (overlap(a.span, b.span) or a.detail.casefold() == b.detail.casefold())


def _same_view(a: ViewStatement, b: ViewStatement) -> bool:
    return a.person == b.person


def _later(a: ConcernStatement, b: ConcernStatement) -> ConcernStatement:
    """Of one concern told twice the later status, and blocking if either blocks."""
    last = max(a, b, key=lambda one: one.span.start)
    return replace(last, blocking=last.status.open and (a.blocking or b.blocking))


def _dated(a: StepStatement, b: StepStatement) -> StepStatement:
    return b if a.due is None and b.due is not None else a


def _first(a: Statement, _: Statement) -> Statement:
    return a
