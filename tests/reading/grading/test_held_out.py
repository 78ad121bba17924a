"""Key points told on answers that were written and labelled by somebody who has not seen the grader."""

from pathlib import Path

from dealbot.reading.grading.builtin import BuiltinGrader
from tests.evaluation.grading_scores import graded, kappa, rows_of, written_rubric

HELD_OUT = Path(__file__).parents[2] / "evals" / "grading_held_out" / "answers.jsonl"
LEAST = 0.6


def test_points_are_told_as_a_careful_lead_tells_them(builtin: BuiltinGrader) -> None:
    decisions = [one for each in graded(rows_of(HELD_OUT), builtin, written_rubric) for one in each.decisions]
    assert len(decisions) >= 200
    assert kappa(decisions) >= LEAST
