"""The network learns what the labels say; the weights that ship are those of the notes beside the trainer."""

import hashlib
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dealbot.reading.net.weights import load_network
from dealbot.retrieval.engine import Engine, open_engine, packaged_model
from tools.train_reader.lessons import NONE, SIDES, STANCES, Lesson, lesson_of, lesson_of_statement, read_notes
from tools.train_reader.places import places_of
from tools.train_reader.statements import drills

TRAINER = Path(__file__).parents[3] / "tools" / "train_reader"
NOTES = sorted((TRAINER / "notes").glob("*.jsonl"))
STATEMENTS = sorted((TRAINER / "statements").glob("*.jsonl"))

TEXT = (
    "Dana Ruiz, CFO. She won't sign before the SOC 2 report is in. Raj sends the form by Friday. My gut: Raj is a no."
)
LABEL: dict[str, Any] = {
    "text": TEXT,
    "on": "2026-03-10",
    "author": "Sam Lee",
    "people": [
        {
            "name": "Dana Ruiz",
            "title": "CFO",
            "function": "finance",
            "side": "buyer",
            "roles": ["veto"],
            "stance": "concerned",
            "quote": "She won't sign before the SOC 2 report is in.",
        },
        {
            "name": "Raj",
            "title": None,
            "function": None,
            "side": "buyer",
            "roles": [],
            "stance": "unknown",
            "quote": "Raj sends the form by Friday.",
        },
    ],
    "concerns": [
        {
            "holder": "Dana Ruiz",
            "topic": "security_privacy",
            "status": "raised",
            "blocking": True,
            "quote": "She won't sign before the SOC 2 report is in.",
        }
    ],
    "next_steps": [{"owner": "Raj", "side": "buyer", "quote": "Raj sends the form by Friday."}],
    "signals": [{"kind": "security_requirement", "quote": "SOC 2 report is in"}],
    "views": [{"person": "Raj", "stance": "opposed", "quote": "My gut: Raj is a no."}],
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    """A tokenizer; the graph is not run."""
    return open_engine(packaged_model())


@pytest.fixture(scope="module")
def lesson(engine: Engine) -> Lesson:
    """The labelled note as it is learnt."""
    found = lesson_of(LABEL, engine)
    assert found is not None
    return found


def test_the_weights_are_those_of_the_notes_beside_the_trainer() -> None:
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in chain(NOTES, STATEMENTS))).hexdigest()
    assert load_network().examples == digest


def test_names_and_titles_are_tagged_wherever_they_stand() -> None:
    placed, tags = places_of("Dana Ruiz (CFO) came. Dana likes it, the CFO says Ruiz-Lane does not.", LABEL["people"])
    assert [len(placed[0].names), len(placed[0].titles)] == [3, 2]
    assert "".join(".nNtT"[tag] for tag in tags) == "nNt.n...t.n..."


def test_a_label_is_about_the_clauses_that_its_quote_covers(lesson: Lesson) -> None:
    (concern,) = lesson.concerns
    assert (concern.clauses, concern.holder, concern.blocking) == ([1], 0, 1.0)
    assert [clauses for clauses, _ in lesson.signals] == [[1]]
    assert lesson.steps[0].owner == 1
    assert lesson.views[0][1] == 1


def test_people_are_learnt_with_stance_side_and_their_words(lesson: Lesson) -> None:
    dana, raj = lesson.persons
    assert (STANCES[dana.stance or 0], dana.clauses) == ("concerned", [1])
    assert (STANCES[raj.stance or 0], SIDES[raj.side or 0]) == ("unknown", "buyer")
    assert lesson.ties.shape[:2] == (2, len(lesson.clauses))


def test_a_concern_of_nobody_is_learnt_as_nobodys(engine: Engine) -> None:
    found = lesson_of(LABEL | {"concerns": [LABEL["concerns"][0] | {"holder": None}]}, engine)
    assert found is not None
    assert found.concerns[0].holder == NONE


def test_the_author_is_nobody_of_the_note(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"author": "Sam Lee", "people": [{"name": "Sam"}, {"name": "Dana"}, {"name": null}]}\n')
    assert [person["name"] for person in read_notes([file])[0]["people"]] == ["Dana", None]


def test_a_note_without_words_teaches_nothing(engine: Engine) -> None:
    assert lesson_of(LABEL | {"text": "👍"}, engine) is None


def test_a_statement_about_one_person_is_a_short_note(engine: Engine) -> None:
    label: dict[str, Any] = {
        "text": "Dana Ruiz is worried about the price.",
        "concern": "budget_roi",
        "status": "raised",
    }
    label |= {"blocking": False, "step": None, "signal": None, "stance": "concerned", "view": False}
    found = lesson_of_statement(label | {"roles": [], "scope": "deal"}, engine)
    assert found is not None
    assert (len(found.persons), len(found.concerns), found.tags) == (1, 1, None)
    assert lesson_of_statement(label | {"roles": [], "scope": "other"}, engine) is None


def test_statements_are_put_together_by_length(engine: Engine) -> None:
    some = drills(STATEMENTS[:1], engine)
    assert sum(len(drill.pieces) for drill in some) == len(STATEMENTS[0].read_text("utf-8").splitlines())
    assert all(drill.pieces.ndim == 2 and np.isfinite(drill.cues).all() for drill in some)


def test_every_class_is_shown_by_many_notes() -> None:
    notes = read_notes(NOTES)
    topics = Counter(concern["topic"] for note in notes for concern in note["concerns"])
    kinds = Counter(signal["kind"] for note in notes for signal in note["signals"])
    roles = Counter(role for note in notes for person in note["people"] for role in person["roles"])
    assert len(notes) > 2_000
    assert min(topics.values()) > 150
    assert min(kinds.values()) > 200
    assert min(roles.values()) > 200
