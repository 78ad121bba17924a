"""Learn what questions ask from examples.yaml and write the weights: `python -m tools.train_questions [OUT]`."""

import hashlib
import sys
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dealbot.app.understand.likeness import in_plain_words
from dealbot.reading.features import matrix, rarity
from dealbot.reading.heads import Encoder

UNDERSTAND = Path(__file__).parents[1] / "src" / "dealbot" / "app" / "understand"
FEWEST = 5  # what is shown by fewer examples is left to the rules


def read_examples() -> tuple[list[str], list[str], str]:
    """Read the examples as sentences with what they ask, and the hash of their file."""
    content = (UNDERSTAND / "examples.yaml").read_bytes()
    told = {intent: shapes for intent, shapes in yaml.safe_load(content).items() if len(shapes) >= FEWEST}
    pairs = [(in_plain_words(shape), intent) for intent, shapes in told.items() for shape in shapes]
    return [text for text, _ in pairs], [intent for _, intent in pairs], hashlib.sha256(content).hexdigest()


def train(encoder: Encoder) -> dict[str, Any]:
    """Learn the weights; returns the arrays to store."""
    texts, intents, digest = read_examples()
    weights = rarity(texts)
    rows = csr_matrix(matrix(texts, encoder.encode(texts), weights))
    model = LogisticRegression(C=10, max_iter=600, class_weight="balanced").fit(rows, intents)
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

    main(open_encoder(), Path(sys.argv[1]) if len(sys.argv) > 1 else UNDERSTAND / "intents.npz")
