"""How well answers are graded, totals only: `python -m tests.evaluation.grading_scores FILE [--guides FOLDER]`.

A file holds answers with labelled points, or answers to a guide's questions, each with its kind.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dealbot.domain.practice.mark import Mark, PointState, Rating
from dealbot.domain.practice.rubric import Rubric
from dealbot.domain.practice.rubrics import rubric_of
from dealbot.knowledge.library import load
from dealbot.practice_wiring import open_builtin_grader
from dealbot.reading.grading.builtin import BuiltinGrader
from dealbot.reading.grading.substance import says_something


@dataclass(frozen=True, slots=True)
class Decision:
    """One key point of one answer: the label, the likelihood told, and what was said of it."""

    label: bool
    likely: float
    state: PointState


@dataclass(frozen=True, slots=True)
class Graded:
    """One answer with its mark and what is known of it."""

    told: Mapping[str, Any]
    mark: Mark
    decisions: tuple[Decision, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of answer that was written."""
        return str(self.told.get("kind", "answer"))

    @property
    def unsure(self) -> bool:
        """Whether any point is left to whoever answered."""
        return bool(self.mark.of(PointState.UNSURE))


def rows_of(file: Path) -> list[dict[str, Any]]:
    """The answers of a file."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def graded(rows: Iterable[Mapping[str, Any]], grader: BuiltinGrader, rubric: Callable[..., Rubric]) -> list[Graded]:
    """Grade every answer."""
    return [_graded(row, grader, rubric(row)) for row in rows]


def _graded(row: Mapping[str, Any], grader: BuiltinGrader, rubric: Rubric) -> Graded:
    labels, answer = row.get("labels", []), row["answer"]
    if not says_something(rubric.question, answer):
        mark, likely = grader.grade(rubric, answer), (0.0,) * len(rubric.points)
    else:
        judged = grader.judge(rubric, answer)
        mark, likely = grader.marked(judged, answer), judged.likely
        if judged.off_topic:
            likely = (0.0,) * len(rubric.points)
    told = zip(labels, likely, mark.points, strict=False)
    return Graded(
        row, mark, tuple(Decision(bool(label), p, point.state) for label, p, point in told if label is not None)
    )


def written_rubric(row: Mapping[str, Any]) -> Rubric:
    """The points and pitfalls that stand beside an answer."""
    return Rubric(row["question"], tuple(row["points"]), tuple(row["pitfalls"]), row.get("reference", ""))


def guide_rubric(folder: Path) -> Callable[[Mapping[str, Any]], Rubric]:
    """The points and pitfalls of the question of a guide, by its file's stem."""
    guides = {Path(guide.path).stem: guide for guide in load([folder]).documents}
    return lambda row: rubric_of(guides[row["guide"]].questions[int(row["question"]) - 1])


def kappa(decisions: Sequence[Decision]) -> float:
    """How far the likelier side agrees with the labels beyond chance."""
    both = Counter((one.label, one.likely >= 0.5) for one in decisions)
    count = max(1, len(decisions))
    agreed = (both[True, True] + both[False, False]) / count
    said = (both[True, True] + both[False, True]) / count
    true = (both[True, True] + both[True, False]) / count
    chance = said * true + (1 - said) * (1 - true)
    return (agreed - chance) / max(1e-9, 1 - chance)


def report(every: Sequence[Graded]) -> Iterator[str]:
    """The totals, a line each."""
    decisions = [one for each in every for one in each.decisions]
    if decisions:
        sure = [one for one in decisions if one.state is not PointState.UNSURE]
        yield f"{len(decisions)} decisions, {sum(one.label for one in decisions)} shown: kappa {kappa(decisions):.3f}"
        yield f"  unsure {1 - len(sure) / len(decisions):.1%}; kappa of the others {kappa(sure):.3f}"
    for kind in sorted({each.kind for each in every}):
        of_kind = [each for each in every if each.kind == kind]
        ratings = Counter(each.mark.rating for each in of_kind)
        at_least = sum(each.unsure or each.mark.rating in {Rating.GOOD, Rating.EASY} for each in of_kind)
        told = ", ".join(f"{rating} {ratings[rating]}" for rating in Rating)
        flagged = sum(each.mark.pitfall is not None for each in of_kind)
        yield f"  {kind}: {len(of_kind)}: {told}; good, easy or unsure {at_least}; pitfall flagged {flagged}"
    if pitfalls := [each for each in every if each.told.get("has_pitfall") and each.kind == "pitfall"]:
        flagged = sum(each.mark.pitfall is not None for each in pitfalls)
        yield f"  pitfall flagged where the question has one: {flagged} of {len(pitfalls)}"
    hits = [each for each in every if each.told.get("pitfall_hit") is not None]
    if hits:
        others = [each for each in every if "pitfall_hit" in each.told and each.told["pitfall_hit"] is None]
        told_hits = sum(each.mark.pitfall is not None for each in hits)
        false = sum(each.mark.pitfall is not None for each in others)
        yield f"  pitfalls done and flagged {told_hits} of {len(hits)}; flagged wrongly {false} of {len(others)}"


def main() -> None:
    """Grade a file and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--guides", type=Path)
    given = parser.parse_args()
    rubric = guide_rubric(given.guides) if given.guides else written_rubric
    print("\n".join(report(graded(rows_of(given.file), open_builtin_grader(), rubric))))  # noqa: T201


if __name__ == "__main__":
    main()
