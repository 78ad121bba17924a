"""How fast the knowledge is searched and taken in, against brute force and against embedding alone."""

import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter

import numpy as np

from benchmarks.figure import Figure, milliseconds
from dealbot.app.guides.building import Tools
from dealbot.app.guides.index import KnowledgeIndex
from dealbot.app.guides.roots import Roots
from dealbot.app.guides.search import Searcher
from dealbot.domain.glossary import Glossary
from dealbot.knowledge.library import knowledge_folder, load
from dealbot.knowledge.passages import passages_of
from dealbot.retrieval.chroma import fill_embedded, open_embedded
from dealbot.retrieval.embeddings import WORD_PIECES, MiniLm
from dealbot.retrieval.engine import model_name, packaged_model, word_pieces_in
from dealbot.retrieval.vectors import Floats, KeptVectors, key_of, write_vectors

_TOPICS = 200
_WORDS = ["ward", "price", "alarm", "contract", "pilot", "nurse", "audit", "rate", "shift", "board", "risk", "data"]


class _Drawn:
    """An encoder that draws a vector for each text: what is measured is the search."""

    def encode(self, texts: Sequence[str]) -> Floats:
        seeds = [int(key_of(text)[:8], 16) for text in texts]
        rows = np.stack([np.random.default_rng(seed).normal(size=384) for seed in seeds])
        unit: Floats = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
        return unit


def figures() -> list[Figure]:
    """A search among 10,000 passages, the nearest of 100,000 by Chroma, and taking in the knowledge of dealbot."""
    with tempfile.TemporaryDirectory(prefix="dealbot-") as folder:
        place = Path(folder)
        return [_search(place / "many"), _dense(place / "dense"), _ingest(place / "own")]


def _search(place: Path, count: int = 10_000) -> Figure:
    """The 95th percentile of what a whole search takes beyond embedding its query; the passages' vectors are drawn."""
    numbers = np.random.default_rng(1)
    (place / "guides").mkdir(parents=True)
    for name in range(count // 100):
        lines = [f"## Part {part}\n\n{' '.join(numbers.choice(_WORDS, 12))} {name}-{part}.\n" for part in range(100)]
        (place / "guides" / f"{name}.md").write_text(f"# Guide {name}\n\n{''.join(lines)}")
    tools = Tools("drawn", _Drawn, lambda: lambda text: len(text.split()), 256)
    index, encoder = (
        KnowledgeIndex(place / "cache", Roots(place / "roots.json", lambda: place / "guides"), tools),
        MiniLm(),
    )
    with closing(Searcher(index, lambda: encoder, Glossary)) as searcher:
        searcher.search("the first search opens")
        beyond = []
        for _ in range(60):
            asked = " ".join(numbers.choice(_WORDS, 5))
            embedding = milliseconds(lambda: encoder.encode([asked]), 1)  # noqa: B023 -- called at once
            beyond.append(milliseconds(lambda: searcher.search(asked), 1) - embedding)  # noqa: B023
    return Figure("search: 10k passages, p95, less embedding", float(np.percentile(beyond, 95)), 50, "ms")


def _dense(place: Path, count: int = 100_000) -> Figure:
    """The nearest ten of 100,000 clustered vectors by Chroma, in times of brute force."""
    numbers = np.random.default_rng(1)
    rows = numbers.normal(size=(_TOPICS, 384))[numbers.integers(_TOPICS, size=count)]
    rows = rows + numbers.normal(size=(count, 384))
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    place.mkdir()
    write_vectors(place, [key_of(str(row)) for row in range(count)], rows)
    vectors = KeptVectors(place)
    fill_embedded(place / "chroma", vectors)
    with closing(open_embedded(place / "chroma", vectors)) as chroma:
        chroma.nearest(rows[0], 10)
        brute = milliseconds(lambda: vectors.nearest(rows[7], 10), 21)
        dense = milliseconds(lambda: chroma.nearest(rows[7], 10), 21)
    return Figure("search: dense, 100k, in times of brute force", dense / brute, 1.5, "x")


def _ingest(place: Path) -> Figure:
    """Taking in dealbot's own knowledge, in times of embedding its passages."""
    encoder, count = MiniLm(), word_pieces_in(packaged_model())
    documents = load([knowledge_folder()]).documents
    texts = [each.searched for document in documents for each in passages_of(document, count, WORD_PIECES)]
    encoder.encode(texts[:1])
    start = perf_counter()
    encoder.encode(texts)
    embedded = perf_counter() - start
    tools = Tools(model_name(), lambda: encoder, lambda: count, WORD_PIECES)
    start = perf_counter()
    KnowledgeIndex(place, Roots(place / "roots.json", knowledge_folder), tools).ingest()
    return Figure("ingest: in times of embedding alone", (perf_counter() - start) / embedded, 1.3, "x")


if __name__ == "__main__":
    print(*figures(), sep="\n")
