"""Learn what messages are from the chat examples and write the weights: `python -m tools.train_kinds [OUT]`."""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dealbot.app.chat.kinds import embedded_part, with_context
from dealbot.reading.features import matrix, rarity
from dealbot.reading.heads import Encoder

CHAT = Path(__file__).parents[1] / "src" / "dealbot" / "app" / "chat"
# How each of dealbot's questions begins.
_WANTED = {"Who": "who", "By when": "when", "Does": "blocks", "Which EHR": "ehr", "What worries": "rest"}


def wanted_by(question: str | None) -> str:
    """What a question of an example wants to know; which deal is meant is asked apart and counts as none."""
    return next((wanted for start, wanted in _WANTED.items() if (question or "").startswith(start)), "none")


def read_examples() -> tuple[list[dict[str, Any]], str]:
    """Read the examples, and the hash of their files."""
    content = b"".join(file.read_bytes() for file in sorted((CHAT / "examples").glob("*.jsonl")))
    every = [json.loads(line) for line in content.decode().splitlines() if line.strip()]
    unplaced = [one["label"] == "answer" and wanted_by(one["open_question"]) == "none" for one in every]
    told = [one for one, without in zip(every, unplaced, strict=True) if not without]
    return told, hashlib.sha256(content).hexdigest()


def train(encoder: Encoder) -> dict[str, Any]:
    """Learn the weights; returns the arrays to store."""
    examples, digest = read_examples()
    texts = [with_context(one["text"], one["place"], wanted_by(one["open_question"])) for one in examples]
    weights = rarity(texts)
    embedded = encoder.encode([embedded_part(one["text"]) for one in examples])
    rows = csr_matrix(matrix(texts, embedded, weights))
    model = LogisticRegression(C=10, max_iter=2_000).fit(rows, [one["label"] for one in examples])
    return {
        "examples": digest,
        "names": ",".join(model.classes_),
        "weights": model.coef_.T.astype(np.float16),
        "bias": model.intercept_.astype(np.float32),
        "rarity": weights.astype(np.float16),
    }


def main(encoder: Encoder, out: Path) -> None:
    """Learn and write."""
    np.savez_compressed(out, **train(encoder))
    print(f"{out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    from dealbot.wiring import open_encoder

    main(open_encoder(), Path(sys.argv[1]) if len(sys.argv) > 1 else CHAT / "kinds.npz")
