"""A note through MiniLM-L6 as trained further on notes: what each word piece means where it stands.

What training changed lies beside this module: for each norm its weights, for each dense layer two thin matrices whose
product is added to it (LoRA, arXiv:2106.09685).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final

import numpy as np
import numpy.typing as npt

from dealbot.retrieval.engine import DIMENSIONS, WEIGHTS, Engine, open_engine, packaged_model, whole
from dealbot.retrieval.tensors import Tensors

TRAINED: Final = Path(__file__).with_name("reader.npz")
AT_ONCE: Final = 400
AROUND: Final = 64
OPENS: Final = 101
CLOSES: Final = 102
_TEXTS, _SHORT = 32, 4_000  # some 1,000 pieces of 1.5 kB each
_LONG = 64_000  # of these one, some 25 MB


@dataclass(frozen=True, slots=True)
class States:
    """Word pieces of a text: where each starts and ends (code points), and its state, shape (pieces, 384)."""

    starts: npt.NDArray[np.intp]
    ends: npt.NDArray[np.intp]
    vectors: npt.NDArray[np.float32]


class NoteStates:
    """Texts to the states of their pieces; loads in the first call and may be shared by threads.

    A note is read by itself and again beside what is known: the states of short texts are kept for a while, and those
    of the last long one.
    """

    def __init__(self, model: Path | None = None) -> None:
        self._model = model or packaged_model()
        self._lock = Lock()
        self._engine: Engine | None = None
        self._lately = lru_cache(maxsize=_TEXTS)(self._states)
        self._last = lru_cache(maxsize=1)(self._states)

    def of(self, text: str) -> States:
        """Read a text of any length; of a long one, stretches with what stands around them."""
        if len(text) > _LONG:
            return self._states(text)
        return self._lately(text) if len(text) <= _SHORT else self._last(text)

    def _states(self, text: str) -> States:
        engine = self._loaded()
        found = engine.tokenizer.encode(whole(text), add_special_tokens=False)
        starts, ends = np.array(found.offsets, dtype=np.intp).reshape(-1, 2).T
        parts = [
            engine.states([[OPENS, *found.ids[first:last], CLOSES]])[0][1 + begin - first : 1 + end - first]
            for first, last, begin, end in stretches(len(found.ids))
        ]
        none = np.zeros((0, DIMENSIONS), dtype=np.float32)
        vectors = np.concatenate([none, *parts])
        for shared in (starts, ends, vectors):
            shared.setflags(write=False)
        return States(starts, ends, vectors)

    def _loaded(self) -> Engine:
        with self._lock:
            if self._engine is None:
                self._engine = open_engine(self._model, trained(self._model, TRAINED))
            return self._engine


def trained(model: Path, changes: Path) -> dict[str, npt.NDArray[np.float32]]:
    """The weights that training changed, by their names in the package."""
    packaged = Tensors(model / WEIGHTS)
    with np.load(changes) as stored:
        thin = {name: stored[name].astype(np.float32) for name in stored}
    layers = [name.removesuffix(".down") for name in thin if name.endswith(".down")]
    dense = {
        f"{name}.weight": packaged[f"{name}.weight"] + thin[f"{name}.up"] @ thin[f"{name}.down"] for name in layers
    }
    return dense | {name: weights for name, weights in thin.items() if "LayerNorm" in name}


def stretches(count: int) -> Iterator[tuple[int, int, int, int]]:
    """Cut so many pieces into overlapping stretches: (first, last, begin, end), of which begin to end is kept."""
    begin = 0
    while begin < count:
        first = max(0, begin - AROUND) if count > AT_ONCE else 0
        last = min(count, first + AT_ONCE)
        end = count if last == count else last - AROUND
        yield first, last, begin, end
        begin = end
