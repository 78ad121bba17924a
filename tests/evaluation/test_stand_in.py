"""What is lost between a perfect model and the ledger: next to nothing, whatever form the names come back in."""

from pathlib import Path

import pytest

from dealbot.evals.evaluate import judge
from dealbot.evals.labelled import load
from dealbot.evals.scorers import SCORERS
from dealbot.reading.fallback import FallbackReader
from dealbot.reading.ports import NoteText
from dealbot.wiring import open_builtin_reader
from tests.evaluation.stand_in import StandIn
from tests.fakes_openai import FakeOpenAI
from tests.reading.test_llm import reader_of

pytestmark = pytest.mark.no_cover  # others cover what these go over again and again

LEAST = 0.98


@pytest.mark.parametrize("masked", [False, True], ids=["clear", "masked"])
def test_a_perfect_models_labels_reach_the_reading(masked: bool) -> None:  # noqa: FBT001
    notes = load(sorted((Path(__file__).parents[1] / "evals" / "notes").glob("*.yaml")))
    builtin = open_builtin_reader()
    readings = []
    with FakeOpenAI(StandIn(notes[0], masked=masked)) as server:
        reader = FallbackReader(reader_of(server, 30.0), builtin)
        for note in notes:
            server.play(StandIn(note, masked=masked))
            readings.append(reader.read(NoteText(note.text, note.on, note.author, note.deal)))
    judged = judge(notes, readings)
    figures = {name: scorer(judged) for name, scorer in SCORERS.items()}
    assert {name: value for name, value in figures.items() if value is None or value < LEAST} == {}
