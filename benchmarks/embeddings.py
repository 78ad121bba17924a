"""How fast the embedding engine starts and reads."""

import subprocess
import sys

from benchmarks.figure import Figure, milliseconds
from dealbot.retrieval.embeddings import MiniLm

START = "from dealbot.retrieval.embeddings import MiniLm; MiniLm().embed_query('hello')"
SENTENCES = [
    f"{who} {what} {when}."
    for who in ("The CFO", "Dr. Lee", "Legal", "Our champion in nursing", "The security team", "Procurement")
    for what in ("wants to see the numbers", "will not sign", "asked for a reference", "is happy with the pilot")
    for when in ("before the board meets in March", "this quarter", "unless the EHR integration is proven")
]


def figures() -> list[Figure]:
    """Start in a new process, one query, and a batch of sentences."""
    minilm = MiniLm()
    minilm.embed_query("the first call loads")
    start = milliseconds(lambda: subprocess.run([sys.executable, "-c", START], check=True), times=3)  # noqa: S603 -- ours
    query = milliseconds(lambda: minilm.embed_query(SENTENCES[0]), times=21)
    batch = milliseconds(lambda: minilm.encode(SENTENCES)) / len(SENTENCES)
    return [
        Figure("embeddings: process to first vector", start, 1500, "ms"),
        Figure("embeddings: one query", query, 25, "ms"),
        Figure("embeddings: a sentence among many", batch, 20, "ms"),
    ]
