"""The same state and the same question give the same answer, whoever runs it and in whatever order it was told."""

import json
from pathlib import Path

import pytest

from tests.asked import QUESTIONS
from tests.cli.running import Program

TOLD = (
    ("2026-09-07", "Met Dana Ruiz, CFO, and Raj Patel, CIO. Dana likes it. Raj worries about the interface queue."),
    ("2026-10-05", "Amelia Lee, CMO, is our champion. P&T meets December 8. They run Epic. Raj is fine now."),
    ("2026-11-02", "Dana Ruiz says no money before P&T. I send the ROI model by Friday. Legal wants their own paper."),
    ("2026-11-16", "The pilot on 4 West starts in January, success is 60% adoption. Ana Gomez, CNO, is on board."),
)


def test_every_question_is_answered_alike_in_two_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = _answers(Program(tmp_path / "one", monkeypatch), TOLD)
    other = _answers(Program(tmp_path / "other", monkeypatch), TOLD[::-1])
    assert len(one) == len(QUESTIONS)
    assert [line for line in one if "error" in line] == []
    assert one == other


def _answers(dealbot: Program, told: tuple[tuple[str, str], ...]) -> list[dict[str, object]]:
    notes = [{"id": f"n-{on}", "deal": "Lakeshore", "on": on, "author": "Priya", "text": text} for on, text in told]
    logged = dealbot("log", "--jsonl", "-", given="\n".join(map(json.dumps, notes)))
    assert logged.code == 0, logged.err
    named = [question.format(deal="Lakeshore", person="Dana Ruiz") for question in QUESTIONS]
    asked = [{"question": question, "as_of": "2026-11-20"} for question in named]
    return dealbot("ask", "--jsonl", "-", given="\n".join(map(json.dumps, asked))).lines
