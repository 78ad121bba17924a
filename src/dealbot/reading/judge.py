"""A note put before the network: its people, and what every clause and every person comes to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance
from dealbot.reading.features import Floats
from dealbot.reading.layout import LineKind
from dealbot.reading.names import names_of, told_names
from dealbot.reading.net.cues import cues_of
from dealbot.reading.net.looks import looks_of, words_of
from dealbot.reading.net.network import ClauseShares, Network, PersonShares
from dealbot.reading.net.spots import spots_of
from dealbot.reading.net.ties import ties_of, traits_of
from dealbot.reading.people import Person, people_of
from dealbot.reading.ports import NoteText
from dealbot.reading.said import Said, Stand
from dealbot.reading.spotting import Spot
from dealbot.reading.subjects import About, subjects_of
from dealbot.reading.text import Clause, clauses_of

Named = TypeVar("Named", bound=StrEnum)
_UNREAD = frozenset({LineKind.HEADER, LineKind.HEADING, LineKind.SIGNATURE})
_NOT_THEIRS = 0.7
_TELLS_ENOUGH = 3
_LETTER = re.compile(r"[^\W\d_]{2}")


class Pieces(Protocol):
    """Word pieces of a text with their places and states (pieces, 384)."""

    @property
    def starts(self) -> NDArray[np.intp]:
        """Where each piece starts, in code points."""
        ...

    @property
    def ends(self) -> NDArray[np.intp]:
        """Where each piece ends."""
        ...

    @property
    def vectors(self) -> Floats:
        """The state of each piece."""
        ...


class Encoder(Protocol):
    """Reads a whole text."""

    def of(self, text: str) -> Pieces:
        """Tell the state of every word piece."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """A note's people and clauses, and what the network makes of each, in their order."""

    people: tuple[Person, ...]
    abouts: tuple[About, ...]
    said: tuple[Said, ...]
    stands: tuple[Stand, ...]


def judge(note: NoteText, encoder: Encoder, network: Network) -> Verdict:
    """Find the people of a note and judge its clauses."""
    clauses = readable(note.text)
    if not clauses:
        return Verdict((), (), (), ())
    pieces = encoder.of(note.text)
    people = _people(note, pieces, network)
    abouts = subjects_of(note.text, clauses, people)
    at_clauses = means(pieces, [[(clause.start, clause.end)] for clause in clauses])
    at_people = means(pieces, [person.places for person in people])
    shares, stands = network.read(at_clauses, cues_of(abouts), at_people, traits_of(people), ties_of(people, abouts))
    return Verdict(
        tuple(people),
        tuple(abouts),
        tuple(_said(shares, stands, at) for at in range(len(clauses))),
        tuple(_stand(stands, at, told=len(clauses) >= _TELLS_ENOUGH) for at in range(len(people))),
    )


def readable(text: str) -> list[Clause]:
    """The clauses of a note that tell something: no headers, headings, signatures, nor marks alone."""
    return [clause for clause in clauses_of(text) if clause.kind not in _UNREAD and _LETTER.search(clause.text)]


def means(pieces: Pieces, groups: Sequence[Sequence[tuple[int, int]]]) -> Floats:
    """The mean state of the pieces within each group of stretches of the text, nothing where there are none."""
    result = np.zeros((len(groups), pieces.vectors.shape[1]), dtype=np.float32)
    for row, group in zip(result, groups, strict=True):
        inside = [pieces.vectors[_inside(pieces, *stretch)] for stretch in group]
        count = sum(map(len, inside))
        if count:
            row[:] = np.concatenate(inside).sum(axis=0) / count
    return result


def _inside(pieces: Pieces, start: int, end: int) -> slice:
    return slice(pieces.ends.searchsorted(start, side="right"), pieces.starts.searchsorted(end))


def _people(note: NoteText, pieces: Pieces, network: Network) -> list[Person]:
    words = words_of(note.text)
    at_words = means(pieces, [[word] for word in words])
    ruled = names_of(note)
    tags = network.tags(at_words, looks_of(note, words, ruled)).argmax(axis=1)
    names, titles = spots_of(note.text, words, [int(tag) for tag in tags])
    seen = [_whole(name, ruled) for name in names]
    return people_of(note, _with_told(seen, told_names(note)), titles)


def _with_told(seen: Sequence[Spot], told: Sequence[Spot]) -> list[Spot]:
    """The names that the network saw, and those of which a person told where it saw none."""
    unseen = [spot for spot in told if not any(spot.start < other.end and other.start < spot.end for other in seen)]
    return sorted((*seen, *unseen), key=lambda spot: spot.start)


def _whole(name: Spot, ruled: Sequence[Spot]) -> Spot:
    """The whole of a name that rules are sure of, where the network saw a part of it."""
    around = (spot for spot in ruled if spot.sure and spot.start <= name.start and name.end <= spot.end)
    return next(around, name)


def _said(shares: ClauseShares, people: PersonShares, at: int) -> Said:
    return Said(
        concern=float(shares.concern[at]),
        topics=_by(ConcernTopic, shares.topic[at]),
        which=_by(ConcernTopic, shares.which[at]),
        status=_by(ConcernStatus, shares.status[at]),
        blocking=float(shares.blocking[at]),
        step=float(shares.step[at]),
        done=float(shares.done[at]),
        side=_by(Side, shares.side[at]),
        signals=_by(SignalKind, shares.signal[at]),
        view=float(shares.view[at]),
        stance=_by(Stance, shares.stance[at]),
        elsewhere=float(shares.scope[at, 1]),
        general=float(shares.scope[at, 2]),
        holder=_somebody(shares.holder[at]),
        owner=_somebody(shares.owner[at]),
        viewed=int(people.viewed[:, at].argmax()) if len(people.viewed) else None,
    )


def _stand(shares: PersonShares, at: int, *, told: bool) -> Stand:
    """One person; of a note that tells next to nothing the side is not known, and so the buyer's."""
    functions = (*Function, None)
    return Stand(
        stance=_by(Stance, shares.stance[at]),
        roles=_by(BuyingRole, shares.roles[at]),
        function=functions[int(shares.function[at].argmax())],
        side=_side(shares.side[at]) if told else Side.BUYER,
        tells=tuple(float(share) for share in shares.tells[at]),
    )


def _side(shares: Floats) -> Side:
    """The likeliest side; somebody is the buyer's unless it is fairly sure that they are not."""
    best = int(shares.argmax())
    return tuple(Side)[best] if shares[best] > _NOT_THEIRS else Side.BUYER


def _by(classes: type[Named], shares: Floats) -> dict[Named, float]:
    return {name: float(share) for name, share in zip(classes, shares, strict=False)}


def _somebody(shares: Floats) -> int | None:
    """The likeliest person; none where nobody is likelier."""
    best = int(shares.argmax())
    return best - 1 if best else None
