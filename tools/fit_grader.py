"""Learn how answers are graded from labelled ones and write the weights: `python -m tools.fit_grader [OUT]`.

What the grader sees in each example takes minutes, and is kept beside the examples for the test that fits again.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression, Ridge

from dealbot.domain.practice.deeds import deed_of
from dealbot.reading.grading.likeness import likeness_of
from dealbot.reading.grading.looks import Asked, look
from dealbot.reading.grading.topic import topic_of
from dealbot.reading.grading.views import AnswerView, Sight, answer_view, view_of
from dealbot.reading.grading.words import Rarity, stems_in
from dealbot.wiring import open_encoder

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "tests" / "evals" / "grading"
LOOKS = EXAMPLES / "looks.npz"
WEIGHTS = ROOT / "src" / "dealbot" / "reading" / "grading" / "grader.npz"
SHORT = "short_scored.jsonl"
_BOOSTED: Mapping[str, Any] = {
    "learning_rate": 0.04,
    "max_leaf_nodes": 6,
    "min_samples_leaf": 60,
    "l2_regularization": 10.0,
    "max_features": 0.4,
    "random_state": 0,
    "early_stopping": False,
}
ROUNDS = 150
_OF_PITFALLS = """
    whole near apart pieces unusual pieces_there over_sink beside warns denied undenied mean recall_new asked excuses
""".split()
# Who tells what they lived through uses few words of the points: what comes near the question counts, not how long.
_OF_TOPIC = """
    asked asked_first asked_part asked_pieces asked_unusual pieces.mean unusual.mean pieces_there.mean
""".split()
# How short answers are graded elsewhere, in spreads: meaning and words alike, the question's own meaning against it.
_BELIEVED = {"near": 0.7, "asked": -0.5, "pieces": 1.0, "recall": 0.4, "recall_new": 1.0, "length": 0.3}
_STUBBORN = 300.0
BACKGROUND = 32
# What is said of the question and how it is said tells topics and pitfalls apart, but no single point.
_NOT_OF_POINTS = frozenset({"asked_first", "asked_part", "asked_pieces", "asked_unusual", "excuses"})
OF_PITFALLS, OF_OTHERS = ("sink", "over_sink", "beside"), ("margin", "rank")
ELSEWHERE = "elsewhere"
# Answers to other questions show some points after all: they are to hold down long answers, not to decide.
WEIGHT_ELSEWHERE = 0.05


@dataclass(frozen=True, slots=True)
class Row:
    """Signs with what they stand for, and the question they belong to."""

    signs: Mapping[str, float]
    label: float
    question: str
    weight: float = 1.0


def files() -> list[Path]:
    """The files of answers with labelled points."""
    return sorted(EXAMPLES.glob("train_*.jsonl"))


def read(file: Path) -> list[dict[str, Any]]:
    """The examples of a file."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def digest() -> str:
    """The hash of all that is learnt from."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in [*files(), EXAMPLES / SHORT])).hexdigest()


def rarity_of(examples: Sequence[Mapping[str, Any]]) -> Rarity:
    """How rare stems are in these questions, references and answers; a stem of one text is like any unseen."""
    texts = {text for one in examples for text in (one["question"], one["reference"], one["answer"])}
    seen = Counter(stem for text in sorted(texts) for stem in set(stems_in(text)))
    return Rarity({stem: count for stem, count in sorted(seen.items()) if count > 1}, len(texts))


def looked(sight: Sight) -> dict[str, Any]:
    """What the grader sees in every example, with the labels, as arrays."""
    examples, short = [one for file in files() for one in read(file)], read(EXAMPLES / SHORT)
    rarity = rarity_of([*examples, *short])
    texts = background_of(examples)
    background = [view_of(text, sight, rarity).pieces for text in texts]
    view = lru_cache(maxsize=None)(lambda text: view_of(text, sight, rarity, background))
    answered = lru_cache(maxsize=None)(lambda text: answer_view(text, sight, rarity))
    rows: dict[str, list[Row]] = {name: [] for name in ("points", "pitfalls", "topic", "likeness")}
    for one in [*examples, *beside(examples, short)]:
        asked = Asked(
            view(one["question"]), [*map(view, one["points"])], [view(deed_of(each)) for each in one["pitfalls"]]
        )
        for name, row in _rows(one, asked, answered(one["answer"]), rarity):
            rows[name].append(row)
    for one in short:
        signs = likeness_of(view(one["question"]), view(one["reference"]), view(one["answer"]), rarity)
        rows["likeness"].append(Row(signs, one["score"] / 5, one["question"]))
    return {"examples": digest(), "background": "\n\n".join(texts), **_rarity(rarity), **dict(_arrays(rows))}


def beside(examples: Sequence[Mapping[str, Any]], short: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Questions with answers to others: as like answers as any, but of something else."""
    draw = Random(0)  # noqa: S311 -- the same every time
    for number, one in enumerate(examples):
        others = [short[number % len(short)]] if number % 3 == 0 else []
        others += [other for other in draw.sample(examples, 1) if other["question"] != one["question"]]
        for other in others:
            missed = [0] * len(one["labels"])
            yield {**one, "answer": other["answer"], "labels": missed, "pitfall_hit": None, "kind": ELSEWHERE}


def _rows(one: Mapping[str, Any], asked: Asked, answer: AnswerView, rarity: Rarity) -> Iterator[tuple[str, Row]]:
    """The rows that an example gives: of its points, of its pitfalls, and of what it is about."""
    elsewhere, question = one["kind"] == ELSEWHERE, one["question"]
    looks = look(asked, answer, rarity)
    for each, label in zip(looks, one["labels"], strict=True):
        if label is not None:
            signs = {name: sign for name, sign in each.signs.items() if name not in _NOT_OF_POINTS}
            yield "points", Row(signs, label, question, WEIGHT_ELSEWHERE if elsewhere else 1.0)
    if not elsewhere:
        for at, each in enumerate(look(asked.turned, answer, rarity)):
            yield "pitfalls", Row(each.signs, at == one["pitfall_hit"], question)
    yield "topic", Row(topic_of(looks), not elsewhere and one["kind"] != "off_topic", question)


def background_of(examples: Sequence[Mapping[str, Any]]) -> list[str]:
    """Answers as they are usually written, to as many questions."""
    usual = [one for one in examples if one["kind"] in {"good", "own_story"} and 40 <= len(one["answer"].split()) <= 70]
    answers = {one["question"]: " ".join(one["answer"].split()) for one in usual}
    return list(answers.values())[:: max(1, len(answers) // BACKGROUND)][:BACKGROUND]


def _rarity(rarity: Rarity) -> dict[str, Any]:
    counts = np.array(list(rarity.seen.values()), dtype=np.int32)
    return {"rarity.stems": " ".join(rarity.seen), "rarity.counts": counts, "rarity.texts": rarity.texts}


def _arrays(rows: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, Any]]:
    for name, told in rows.items():
        groups = {question: number for number, question in enumerate(dict.fromkeys(row.question for row in told))}
        yield f"{name}.names", " ".join(told[0].signs)
        yield f"{name}.signs", np.array([[*row.signs.values()] for row in told], dtype=np.float32)
        yield f"{name}.labels", np.array([row.label for row in told], dtype=np.float32)
        yield f"{name}.weights", np.array([row.weight for row in told], dtype=np.float32)
        yield f"{name}.groups", np.array([groups[row.question] for row in told], dtype=np.int32)


def fit(seen: Mapping[str, Any]) -> dict[str, Any]:
    """Learn the weights from what was seen; returns the arrays to store."""
    kept = {name: seen[name] for name in ("examples", "background", "rarity.stems", "rarity.counts", "rarity.texts")}
    fitted = {"points": _trees(seen), "likeness": _likeness(seen)}
    fitted["pitfalls"] = _told_apart(seen, "pitfalls", 0.05, _OF_PITFALLS)
    fitted["topic"] = _told_apart(seen, "topic", 0.1, _OF_TOPIC)
    return kept | {f"{name}.{part}": value for name, parts in fitted.items() for part, value in parts.items()}


def boosted() -> HistGradientBoostingClassifier:
    """The trees to learn, before they have."""
    return HistGradientBoostingClassifier(max_iter=ROUNDS, **_BOOSTED)


def lacking(seen: Mapping[str, Any], name: str = "points") -> tuple[Any, Any, Any]:
    """The rows to learn from, their labels and weights: each whole, as if there were no pitfalls, and as if alone."""
    rows, names = seen[f"{name}.signs"].astype(np.float64), str(seen[f"{name}.names"]).split()
    without, alone = rows.copy(), rows.copy()
    for told, left_out in ((without, OF_PITFALLS), (alone, OF_PITFALLS + OF_OTHERS)):
        told[:, [names.index(each) for each in left_out]] = np.nan
    for shared, own in (("others", "apart"), ("others_near", "near")):
        alone[:, names.index(shared)] = rows[:, names.index(own)]
    weights = seen[f"{name}.weights"].astype(np.float64)
    shares = np.concatenate([share * weights for share in (0.5, 0.3, 0.2)])
    return np.concatenate([rows, without, alone]), np.tile(seen[f"{name}.labels"] > 0.5, 3), shares


def _trees(seen: Mapping[str, Any]) -> dict[str, Any]:
    rows, yes, counts = lacking(seen)
    model = boosted().fit(rows, yes, sample_weight=counts)
    trees = [predictor.nodes for (predictor,) in model._predictors]  # noqa: SLF001 -- there is no other way to them
    roots = np.cumsum([0, *map(len, trees)])
    nodes, first = np.concatenate(trees), np.repeat(roots[:-1], [*map(len, trees)])
    leaf, itself = nodes["is_leaf"].astype(bool), np.arange(len(nodes))
    return {
        "names": seen["points.names"],
        "roots": roots[:-1].astype(np.int32),
        "sign": np.where(leaf, 0, nodes["feature_idx"]).astype(np.int32),
        "least": np.where(leaf, 0.0, nodes["num_threshold"]),
        "lacking": np.where(leaf, 0, nodes["missing_go_to_left"]).astype(np.bool_),
        "left": np.where(leaf, itself, nodes["left"] + first).astype(np.int32),
        "right": np.where(leaf, itself, nodes["right"] + first).astype(np.int32),
        "vote": np.where(leaf, nodes["value"], 0.0),
        "base": model._baseline_prediction.item(),  # noqa: SLF001
    }


def _standard(seen: Mapping[str, Any], name: str, chosen: Sequence[str] = ()) -> tuple[Any, dict[str, Any]]:
    """Signs against their mean and spread, all or some, and what that takes."""
    names = str(seen[f"{name}.names"]).split()
    kept = list(chosen or names)
    signs = seen[f"{name}.signs"].astype(np.float64)[:, [names.index(each) for each in kept]]
    mean, spread = signs.mean(axis=0), signs.std(axis=0)
    return (signs - mean) / spread, {"names": " ".join(kept), "mean": mean, "spread": spread}


def _told_apart(seen: Mapping[str, Any], name: str, looseness: float, chosen: Sequence[str] = ()) -> dict[str, Any]:
    rows, line = _standard(seen, name, chosen)
    model = LogisticRegression(C=looseness, max_iter=3_000).fit(rows, seen[f"{name}.labels"] > 0.5)
    return line | {"weights": model.coef_[0], "base": model.intercept_.item()}


def _likeness(seen: Mapping[str, Any]) -> dict[str, Any]:
    """What is believed of short answers, moved by the examples as far as they insist."""
    rows, line = _standard(seen, "likeness")
    scores = seen["likeness.labels"].astype(np.float64)
    believed = rows @ np.array([_BELIEVED[name] for name in str(line["names"]).split()])
    size = np.cov(believed, scores)[0, 1] / believed.var()
    moved = Ridge(alpha=_STUBBORN).fit(rows, scores - size * believed)
    weights = size * np.array([_BELIEVED[name] for name in str(line["names"]).split()]) + moved.coef_
    return line | {"weights": weights, "base": scores.mean()}


def main(out: Path) -> None:
    """See, learn and write."""
    seen = looked(open_encoder().states)
    np.savez_compressed(LOOKS, **seen)
    np.savez_compressed(out, **fit(seen))
    points, pitfalls = (len(seen[f"{name}.labels"]) for name in ("points", "pitfalls"))
    print(f"{points} points, {pitfalls} pitfalls: {out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else WEIGHTS)
