"""Sentence embeddings by MiniLM-L6."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import Final

import numpy as np
import numpy.typing as npt

from dealbot.retrieval.engine import DIMENSIONS, Engine, open_engine, packaged_model, whole
from dealbot.retrieval.states import States

WORD_PIECES: Final = 256
BATCH: Final = 32


class MiniLm:
    """Texts to unit vectors; loads in the first call, may be shared by threads, and fits LangChain's `Embeddings`."""

    def __init__(self, model: Path | None = None) -> None:
        self._model = model or packaged_model()
        self._lock = Lock()
        self._engine: Engine | None = None

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One row per text, of length 1, from its first 256 word pieces."""
        engine = self._loaded()
        pieces = [found.ids for found in engine.tokenizer.encode_batch_fast([whole(text) for text in texts])]
        vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        for batch in _batches([len(text) for text in pieces]):
            vectors[batch] = engine.vectors([pieces[place] for place in batch])
        return vectors

    def states(self, text: str) -> States:
        """The states of a text's first word pieces; `encode` gives the mean of such."""
        engine = self._loaded()
        found = engine.tokenizer.encode(whole(text))
        starts, ends = np.array(found.offsets[1:-1], dtype=np.intp).reshape(-1, 2).T
        return States(starts, ends, engine.states([found.ids])[0][1:-1])

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The rows of `encode` as lists."""
        rows: list[list[float]] = self.encode(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """The vector of one text."""
        return self.embed_documents([text])[0]

    def _loaded(self) -> Engine:
        with self._lock:
            if self._engine is None:
                self._engine = open_engine(self._model)
                self._engine.tokenizer.enable_truncation(WORD_PIECES)
            return self._engine


def _batches(lengths: list[int]) -> Iterator[list[int]]:
    """The places of equally long texts, together: as quick as batches that are padded, and nothing to mask."""
    in_order = sorted(range(len(lengths)), key=lengths.__getitem__)
    for _, group in groupby(in_order, key=lengths.__getitem__):
        same = list(group)
        yield from (same[start : start + BATCH] for start in range(0, len(same), BATCH))
