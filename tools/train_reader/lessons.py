"""A labelled note as the network learns it: what it looks at, and what it should come to."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.names import fold, may_mean
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance
from dealbot.domain.title import function_of
from dealbot.reading.judge import readable
from dealbot.reading.names import names_of
from dealbot.reading.net.cues import cues_of
from dealbot.reading.net.looks import looks_of, words_of
from dealbot.reading.net.ties import ties_of, traits_of
from dealbot.reading.people import Person, people_of
from dealbot.reading.ports import NoteText
from dealbot.reading.spotting import Spot, TitleSpot, spot_titles
from dealbot.reading.subjects import subjects_of
from dealbot.reading.text import Clause
from dealbot.retrieval.engine import Engine
from tools.train_reader.places import Place, places_of

Label = dict[str, Any]
Floats = NDArray[np.float32]

TOPICS, STATUS, KINDS = list(ConcernTopic), list(ConcernStatus), list(SignalKind)
STANCES, ROLES, FUNCTIONS, SIDES = list(Stance), list(BuyingRole), list(Function), list(Side)
NONE = -1


@dataclass(frozen=True, slots=True)
class Concern:
    """A labelled concern: the clauses its quote covers, its classes, and its holder (NONE: nobody; None: not known)."""

    clauses: list[int]
    topic: int
    status: int
    blocking: float
    holder: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """A labelled next step."""

    clauses: list[int]
    side: int
    owner: int | None


@dataclass(frozen=True, slots=True)
class Somebody:
    """A labelled person; `stance` is None off the buyer's side, `side` and `function` where they were not labelled."""

    side: int | None
    stance: int | None
    roles: list[int]
    function: int | None
    clauses: list[int]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One note: pieces and which of them make up each word, clause and person; features; labels.

    `tags` is None where names and titles were not labelled.
    """

    pieces: list[int]
    words: list[NDArray[np.intp]]
    clauses: list[NDArray[np.intp]]
    people: list[NDArray[np.intp]]
    looks: Floats
    cues: Floats
    traits: Floats
    ties: Floats
    tags: NDArray[np.int64] | None
    concerns: list[Concern]
    steps: list[Step]
    signals: list[tuple[list[int], int]]
    views: list[tuple[list[int], int | None]]
    persons: list[Somebody]


def read_notes(files: Iterable[Path]) -> list[Label]:
    """The labelled notes of some files of JSON lines; the author is never one of a note's people."""
    notes = (json.loads(line) for file in files for line in file.read_text("utf-8").splitlines())
    return [note | {"people": list(_without_author(note))} for note in notes]


def _without_author(note: Label) -> Iterator[Label]:
    author = fold(note.get("author") or "")
    for person in note["people"]:
        name = fold(person["name"] or "")
        if not (name and author and (name == author or may_mean(name, author))):
            yield person


def lesson_of(label: Label, engine: Engine) -> Lesson | None:
    """Prepare a labelled note; None where nothing in it can be read."""
    note = NoteText(label["text"], date.fromisoformat(label["on"]), label.get("author"), label.get("deal"))
    clauses = readable(note.text)
    if not clauses:
        return None
    placed, tags = places_of(note.text, label["people"])
    people = [_person(note, place) for place in placed]
    about = _Answers(note.text, [(clause.start, clause.end) for clause in clauses], people)
    return replace(
        _unlabelled(note, clauses, people, engine),
        tags=tags,
        concerns=list(about.concerns(label["concerns"])),
        steps=list(about.steps(label["next_steps"])),
        signals=[(at, KINDS.index(one["kind"])) for one in label["signals"] if (at := about.clauses(one))],
        views=[(at, about.person(one["person"])) for one in label["views"] if (at := about.clauses(one))],
        persons=[about.somebody(place.label) for place in placed],
    )


def lesson_of_statement(label: Label, engine: Engine) -> Lesson | None:
    """Prepare a single statement about one person of this deal as the shortest of notes; None if it is not one."""
    note = NoteText(label["text"], date(2026, 3, 10))
    clauses = readable(note.text)
    titles = spot_titles(note.text)
    names = [name for name in names_of(note) if not any(one.start <= name.start < one.end for one in titles)]
    people = people_of(note, names, titles)
    if not clauses or len(people) != 1 or label["scope"] != "deal" or label["view"]:
        return None
    every = list(range(len(clauses)))
    roles = [ROLES.index(role) for role in label["roles"]]
    stance = STANCES.index(label["stance"] or Stance.UNKNOWN)
    return replace(
        _unlabelled(note, clauses, people, engine),
        concerns=[_concern(label, every)] if label["concern"] else [],
        steps=[Step(every, SIDES.index(label["step"]), None)] if label["step"] in SIDES else [],
        signals=[(every, KINDS.index(label["signal"]))] if label["signal"] else [],
        persons=[Somebody(None, stance, roles, None, every)],
    )


def _concern(label: Label, clauses: list[int]) -> Concern:
    topic, status = TOPICS.index(label["concern"]), STATUS.index(label["status"])
    return Concern(clauses, topic, status, float(bool(label["blocking"])), None)


def _unlabelled(note: NoteText, clauses: Sequence[Clause], people: Sequence[Person], engine: Engine) -> Lesson:
    abouts = subjects_of(note.text, clauses, people)
    found = engine.tokenizer.encode(note.text, add_special_tokens=False)
    starts, ends = np.array(found.offsets, dtype=np.intp).reshape(-1, 2).T

    def within(*places: tuple[int, int]) -> NDArray[np.intp]:
        return np.concatenate([np.flatnonzero((starts < end) & (ends > start)) for start, end in places])

    words = words_of(note.text)
    return Lesson(
        pieces=found.ids,
        words=[within(word) for word in words],
        clauses=[within((clause.start, clause.end)) for clause in clauses],
        people=[within(*person.places) for person in people],
        looks=looks_of(note, words, names_of(note)),
        cues=cues_of(abouts),
        traits=traits_of(people),
        ties=ties_of(people, abouts),
        tags=None,
        concerns=[],
        steps=[],
        signals=[],
        views=[],
        persons=[],
    )


def _person(note: NoteText, place: Place) -> Person:
    """A labelled person as the reader would put them together from the same names and titles."""
    text, label = note.text, place.label
    names = [Spot(text[start:end], start, end, sure=True) for start, end in place.names[:1]]
    titles = [TitleSpot(text[start:end], start, end, generic=False, definite=True) for start, end in place.titles[:1]]
    found = people_of(replace(note, author=None), names, titles)
    person = found[0] if found else Person(label["name"], label["title"], None, Side.BUYER)
    person.name, person.title = label["name"], label["title"]
    person.function = person.function or function_of(label["title"] or "")
    person.places = sorted([*place.names, *place.titles])
    return person


@dataclass(frozen=True, slots=True)
class _Answers:
    """Labels by the places of clauses and people."""

    text: str
    spans: Sequence[tuple[int, int]]
    people: Sequence[Person]

    def concerns(self, labels: Iterable[Label]) -> Iterator[Concern]:
        for one in labels:
            if at := self.clauses(one):
                holder = NONE if one["holder"] is None else self.person(one["holder"])
                topic, status = TOPICS.index(one["topic"]), STATUS.index(one["status"])
                yield Concern(at, topic, status, float(one["blocking"]), holder)

    def steps(self, labels: Iterable[Label]) -> Iterator[Step]:
        for one in labels:
            if at := self.clauses(one):
                owner = NONE if one["owner"] is None else self.person(one["owner"])
                yield Step(at, SIDES.index(one["side"]), owner)

    def somebody(self, one: Label) -> Somebody:
        function = FUNCTIONS.index(one["function"]) if one["function"] else len(FUNCTIONS)
        stance = STANCES.index(one["stance"]) if one["stance"] else None
        roles = [ROLES.index(role) for role in one["roles"]]
        return Somebody(SIDES.index(one["side"]), stance, roles, function, self.clauses(one))

    def clauses(self, one: Label) -> list[int]:
        """The clauses that share half of the shorter with the quote."""
        start = self.text.index(one["quote"])
        end = start + len(one["quote"])
        shared = [(min(b, end) - max(a, start), min(b - a, end - start)) for a, b in self.spans]
        return [at for at, (both, shorter) in enumerate(shared) if both > 0 and 2 * both >= shorter]

    def person(self, name: str) -> int | None:
        """The place of the person of this name or title; None where it is nobody of the list."""
        folded = fold(name)
        same = [at for at, person in enumerate(self.people) if fold(person.label) == folded]
        like = [at for at, one in enumerate(self.people) if _alike(folded, one)]
        return next(iter([*same, *like]), None)


def _alike(folded: str, person: Person) -> bool:
    name = fold(person.label)
    return may_mean(folded, name) or may_mean(name, folded) or fold(person.title or "-") == folded
