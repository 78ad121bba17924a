"""Train the reader's heads from the examples beside it and write their weights: `python -m tools.train_heads [OUT]`."""

import hashlib
import json
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dealbot.domain.stakeholder import BuyingRole
from dealbot.reading.features import Floats, matrix, rarity
from dealbot.reading.heads import Encoder

READING = Path(__file__).parents[1] / "src" / "dealbot" / "reading"
Example = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TrainedHead:
    """One head: a column of `weights` (WIDTH, classes) and a `bias` for each class."""

    classes: tuple[str, ...]
    weights: Floats
    bias: Floats


def read_examples() -> tuple[list[Example], str]:
    """Read all examples, and the hash of their files."""
    files = sorted((READING / "examples").glob("*.jsonl"))
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()], digest


def labels(examples: Sequence[Example]) -> dict[str, tuple[list[int], list[str]]]:
    """Tell for each head which examples it learns from and their classes."""
    every = list(range(len(examples)))
    worried = [i for i in every if examples[i]["concern"]]
    heads = {
        "concern": (every, ["yes" if e["concern"] else "no" for e in examples]),
        "topic": (worried, [examples[i]["concern"] for i in worried]),
        "status": (worried, [examples[i]["status"] for i in worried]),
        "blocking": (worried, ["yes" if examples[i]["blocking"] else "no" for i in worried]),
        "step": (every, [e["step"] or "none" for e in examples]),
        "signal": (every, [e["signal"] or "none" for e in examples]),
        "stance": (every, [e["stance"] or "none" for e in examples]),
        "view": (every, ["yes" if e["view"] else "no" for e in examples]),
        "scope": (every, [e["scope"] for e in examples]),
    }
    for role in BuyingRole:
        heads[role.value] = (every, ["yes" if role in e["roles"] else "no" for e in examples])
    return heads


def train(examples: Sequence[Example], encoder: Encoder, chosen: Collection[str] = ()) -> dict[str, TrainedHead]:
    """Train the chosen heads, or every head; only the examples that they learn from are embedded."""
    heads = {head: learned for head, learned in labels(examples).items() if not chosen or head in chosen}
    texts = [example["text"] for example in examples]
    needed = sorted({index for indexes, _ in heads.values() for index in indexes})
    used = [texts[index] for index in needed]
    rows = csr_matrix(matrix(used, encoder.encode(used), rarity(texts)))
    place = {index: row for row, index in enumerate(needed)}
    return {
        head: _trained(rows[[place[index] for index in indexes]], classes) for head, (indexes, classes) in heads.items()
    }


def _trained(rows: csr_matrix, classes: Sequence[str]) -> TrainedHead:
    model = LogisticRegression(C=8, max_iter=300, class_weight="balanced").fit(rows, classes)
    coefficients, intercept = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        coefficients, intercept = np.vstack([0 * coefficients, coefficients]), np.append(0 * intercept, intercept)
    return TrainedHead(tuple(model.classes_), coefficients.T.astype(np.float32), intercept.astype(np.float32))


def main(encoder: Encoder, out: Path, chosen: Collection[str] = ()) -> None:
    """Train the chosen heads, or every head, and write them."""
    examples, digest = read_examples()
    heads = train(examples, encoder, chosen)
    np.savez_compressed(
        out,
        examples=digest,
        names="\n".join(f"{name}={','.join(head.classes)}" for name, head in heads.items()),
        weights=np.hstack([head.weights for head in heads.values()]).astype(np.float16),
        bias=np.concatenate([head.bias for head in heads.values()]),
        rarity=rarity([example["text"] for example in examples]),
    )
    print(f"{len(examples)} examples, {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    from dealbot.wiring import open_encoder

    main(open_encoder(), Path(sys.argv[1]) if len(sys.argv) > 1 else READING / "heads.npz")
