"""Train the reader's heads from the examples beside it and write their weights: `python tools/train_heads.py [OUT]`."""

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dealbot.reading.features import Floats, matrix, rarity
from dealbot.reading.heads import Encoder

READING = Path(__file__).parents[1] / "src" / "dealbot" / "reading"
ROLES = ("champion", "economic_buyer", "veto", "user", "evaluator", "influencer", "detractor", "owner")
Example = dict[str, Any]


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
    for role in ROLES:
        heads[role] = (every, ["yes" if role in e["roles"] else "no" for e in examples])
    return heads


def train(examples: Sequence[Example], embedded: Floats) -> dict[str, Any]:
    """Train every head; returns the arrays to store."""
    texts = [example["text"] for example in examples]
    weights = rarity(texts)
    rows = csr_matrix(matrix(texts, embedded, weights))
    names, columns, bias = [], [], []
    for head, (chosen, classes) in labels(examples).items():
        model = LogisticRegression(C=8, max_iter=300, class_weight="balanced").fit(rows[chosen], classes)
        coefficients, intercept = model.coef_, model.intercept_
        if len(model.classes_) == 2:
            coefficients, intercept = np.vstack([0 * coefficients, coefficients]), np.append(0 * intercept, intercept)
        names.append(f"{head}={','.join(model.classes_)}")
        columns.append(coefficients.T)
        bias.append(intercept)
    stored = np.hstack(columns).astype(np.float16)
    return {"names": "\n".join(names), "weights": stored, "bias": np.concatenate(bias), "rarity": weights}


def main(encoder: Encoder, out: Path) -> None:
    """Train and write."""
    examples, digest = read_examples()
    embedded = encoder.encode([example["text"] for example in examples])
    np.savez_compressed(out, examples=digest, **train(examples, embedded))
    print(f"{len(examples)} examples, {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    from dealbot.wiring import open_encoder

    main(open_encoder(), Path(sys.argv[1]) if len(sys.argv) > 1 else READING / "heads.npz")
