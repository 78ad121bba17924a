"""Learn how answers are graded from labelled ones and write the weights: `python -m tools.fit_grader [OUT]`.

What the grader sees in each example takes minutes, and is kept beside the examples for the test that fits again.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import Ridge

from dealbot.reading.grading.likeness import likeness_of
from dealbot.reading.grading.looks import Asked, look
from dealbot.reading.grading.views import Sight, answer_view, view_of
from dealbot.reading.grading.words import Rarity, stems_in

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "tests" / "evals" / "grading"
LOOKS = EXAMPLES / "looks.npz"
WEIGHTS = ROOT / "src" / "dealbot" / "reading" / "grading" / "grader.npz"
SHORT = "short_scored.jsonl"
_BOOSTED: Mapping[str, Any] = {
    "learning_rate": 0.04,
    "max_leaf_nodes": 6,
    "min_samples_leaf": 30,
    "l2_regularization": 10.0,
    "max_features": 0.4,
    "random_state": 0,
    "early_stopping": False,
}
ROUNDS = {"points": 150, "pitfalls": 60}
# How short answers are graded elsewhere, in spreads: meaning and words alike, the question's own meaning against it.
_BELIEVED = {"near": 0.7, "asked": -0.5, "pieces": 1.0, "recall": 0.4, "recall_new": 1.0, "length": 0.3}
_STUBBORN = 300.0


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
    view = lru_cache(maxsize=None)(lambda text: view_of(text, sight, rarity))
    rows: dict[str, list[tuple[Mapping[str, float], float, str]]] = {"points": [], "pitfalls": [], "likeness": []}
    for one in examples:
        asked = Asked(view(one["question"]), [*map(view, one["points"])], [*map(view, one["pitfalls"])])
        answer = answer_view(one["answer"], sight, rarity)
        done = [float(at == one["pitfall_hit"]) for at in range(len(one["pitfalls"]))]
        for name, what, labels in (("points", asked, one["labels"]), ("pitfalls", asked.turned, done)):
            looks = zip(look(what, answer, rarity), labels, strict=True)
            rows[name] += [(each.signs, label, one["question"]) for each, label in looks if label is not None]
    for one in short:
        signs = likeness_of(view(one["question"]), view(one["reference"]), view(one["answer"]), rarity)
        rows["likeness"].append((signs, one["score"] / 5, one["question"]))
    return {"examples": digest(), **_rarity(rarity), **dict(_arrays(rows))}


def _rarity(rarity: Rarity) -> dict[str, Any]:
    counts = np.array(list(rarity.seen.values()), dtype=np.int32)
    return {"rarity.stems": " ".join(rarity.seen), "rarity.counts": counts, "rarity.texts": rarity.texts}


def _arrays(rows: Mapping[str, Sequence[tuple[Mapping[str, float], float, str]]]) -> Iterator[tuple[str, Any]]:
    for name, told in rows.items():
        groups = {question: number for number, question in enumerate(dict.fromkeys(group for *_, group in told))}
        yield f"{name}.names", " ".join(told[0][0])
        yield f"{name}.signs", np.array([[*signs.values()] for signs, _, _ in told], dtype=np.float32)
        yield f"{name}.labels", np.array([label for _, label, _ in told], dtype=np.float32)
        yield f"{name}.groups", np.array([groups[group] for *_, group in told], dtype=np.int32)


def fit(seen: Mapping[str, Any]) -> dict[str, Any]:
    """Learn the weights from what was seen; returns the arrays to store."""
    kept = {name: seen[name] for name in ("examples", "rarity.stems", "rarity.counts", "rarity.texts")}
    return kept | {
        f"{name}.{part}": value
        for name, fitted in (*((name, _trees(seen, name)) for name in ROUNDS), ("likeness", _line(seen)))
        for part, value in fitted.items()
    }


def boosted(name: str) -> HistGradientBoostingClassifier:
    """The trees to learn, before they have."""
    return HistGradientBoostingClassifier(max_iter=ROUNDS[name], **_BOOSTED)


def _trees(seen: Mapping[str, Any], name: str) -> dict[str, Any]:
    model = boosted(name).fit(seen[f"{name}.signs"].astype(np.float64), seen[f"{name}.labels"] > 0.5)
    trees = [predictor.nodes for (predictor,) in model._predictors]  # noqa: SLF001 -- there is no other way to them
    roots = np.cumsum([0, *map(len, trees)])
    nodes, first = np.concatenate(trees), np.repeat(roots[:-1], [*map(len, trees)])
    leaf, itself = nodes["is_leaf"].astype(bool), np.arange(len(nodes))
    return {
        "names": seen[f"{name}.names"],
        "roots": roots[:-1].astype(np.int32),
        "sign": np.where(leaf, 0, nodes["feature_idx"]).astype(np.int32),
        "least": np.where(leaf, 0.0, nodes["num_threshold"]),
        "left": np.where(leaf, itself, nodes["left"] + first).astype(np.int32),
        "right": np.where(leaf, itself, nodes["right"] + first).astype(np.int32),
        "vote": np.where(leaf, nodes["value"], 0.0),
        "base": model._baseline_prediction.item(),  # noqa: SLF001
    }


def _line(seen: Mapping[str, Any]) -> dict[str, Any]:
    """What is believed of short answers, moved by the examples as far as they insist."""
    signs, scores = seen["likeness.signs"].astype(np.float64), seen["likeness.labels"].astype(np.float64)
    mean, spread = signs.mean(axis=0), signs.std(axis=0)
    rows = (signs - mean) / spread
    names = str(seen["likeness.names"]).split()
    believed = np.array([_BELIEVED[name] for name in names])
    size = np.cov(rows @ believed, scores)[0, 1] / (rows @ believed).var()
    moved = Ridge(alpha=_STUBBORN).fit(rows, scores - size * (rows @ believed))
    weights = size * believed + moved.coef_
    return {"names": " ".join(names), "mean": mean, "spread": spread, "weights": weights, "base": scores.mean()}


def main(out: Path) -> None:
    """See, learn and write."""
    from dealbot.wiring import open_encoder

    seen = looked(open_encoder().states)
    np.savez_compressed(LOOKS, **seen)
    np.savez_compressed(out, **fit(seen))
    print(
        f"{len(seen['points.labels'])} points, {len(seen['pitfalls.labels'])} pitfalls: {out.stat().st_size / 1e3:.0f} kB"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else WEIGHTS)
