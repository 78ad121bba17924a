"""Chroma is believed only where its answer is whole and true; whatever else it does is damage."""

import signal
import sys
import time
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from dealbot.errors import BadInput, DamagedIndex
from dealbot.retrieval import chroma as module
from dealbot.retrieval.chroma import Chroma, fill_embedded, open_embedded, open_server
from dealbot.retrieval.probe import probe
from dealbot.retrieval.vectors import Floats, KeptVectors, key_of, write_vectors


class PanicError(BaseException):
    """What a panic in Rust is in Python: no Exception."""


class FakeCollection:
    """A collection that answers as it is told."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def count(self) -> int:
        return 3

    def query(self, **_: Any) -> Any:
        return self.answer()


class FakeClient:
    """A client with one collection."""

    def __init__(self, answer: Any) -> None:
        self.collection = FakeCollection(answer)

    def get_collection(self, *_: Any, **__: Any) -> FakeCollection:
        return self.collection

    def close(self) -> None:
        pass


def kept(folder: Path, rows: Floats) -> KeptVectors:
    """Vectors in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write_vectors(folder, [key_of(str(row)) for row in range(len(rows))], rows)
    return KeptVectors(folder)


def some(count: int, seed: int = 1) -> Floats:
    """Unit vectors in groups, as texts on a few subjects have."""
    numbers = np.random.default_rng(seed)
    rows = numbers.normal(size=(20, 384))[numbers.integers(20, size=count)] + numbers.normal(size=(count, 384))
    unit: Floats = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


def panics() -> Any:
    raise PanicError


def fails() -> Any:
    raise RuntimeError("Error executing plan")


def hangs() -> Any:
    time.sleep(1)


def answers(ids: list[str], distances: list[float]) -> Any:
    return lambda: {"ids": [ids], "distances": [distances]}


AXES = np.eye(3, 384, dtype=np.float32)


@pytest.mark.parametrize(
    "answer",
    [
        panics,
        fails,
        hangs,
        answers(["0", "1"], [0.0, 1.0]),
        answers([], []),
        answers(["0", "0", "1"], [0.0, 0.0, 1.0]),
        answers(["0", "1", "7"], [0.0, 1.0, 1.0]),
        answers(["0", "one", "2"], [0.0, 1.0, 1.0]),
        answers(["0", "1", "2"], [0.0, 0.4, 1.0]),
        answers(["0", "1", "2"], [0.0, float("nan"), 1.0]),
        lambda: {"ids": None},
    ],
    ids="panics fails hangs short empty twice unknown strange untrue no-number nothing".split(),
)
def test_an_answer_that_is_not_whole_and_true_is_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Any
) -> None:
    monkeypatch.setattr(module, "_SECONDS", 0.2)
    fake = Chroma(cast("Any", FakeClient(answer)), "any", kept(tmp_path, AXES))
    with pytest.raises(DamagedIndex):
        fake.nearest(AXES[0], 3)


def test_equal_passages_come_in_their_order(tmp_path: Path) -> None:
    rows = np.stack([AXES[1], AXES[0], AXES[0]])
    fake = Chroma(cast("Any", FakeClient(answers(["2", "0", "1"], [0.0, 1.0, 0.0]))), "any", kept(tmp_path, rows))

    assert fake.nearest(AXES[0], 3) == (1, 2, 0)


def test_the_graph_finds_nearly_all_that_brute_force_finds(tmp_path: Path) -> None:
    vectors = kept(tmp_path, some(3_000))
    fill_embedded(tmp_path / "chroma", vectors)
    opened = open_embedded(tmp_path / "chroma", vectors)
    queries = some(40, seed=2)
    found = [len({*opened.nearest(each, 10)} & {*vectors.nearest(each, 10)}) for each in queries]
    opened.close()

    assert sum(found) / (10 * len(queries)) >= 0.99


def test_a_probe_that_crashes_is_damage(tmp_path: Path) -> None:
    crash = (sys.executable, "-c", f"import os; os.kill(os.getpid(), {int(signal.SIGSEGV)})")
    with pytest.raises(DamagedIndex, match="-11"):
        probe(tmp_path, tmp_path, crash)


def test_a_probe_that_hangs_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DamagedIndex, match="hangs"):
        probe(tmp_path, tmp_path, (sys.executable, "-c", "import time; time.sleep(9)"), seconds=0.2)


def test_a_probe_finds_a_whole_chroma_right_and_another_ones_wrong(tmp_path: Path) -> None:
    fill_embedded(tmp_path / "chroma", kept(tmp_path, some(30)))
    probe(tmp_path / "chroma", tmp_path)
    kept(tmp_path / "other", some(30, seed=9))

    with pytest.raises(DamagedIndex):
        probe(tmp_path / "chroma", tmp_path / "other")


@pytest.mark.parametrize("url", ["chroma", "ftp://127.0.0.1", "http://"])
def test_an_address_that_is_none_is_told(tmp_path: Path, url: str) -> None:
    with pytest.raises(BadInput, match="DEALBOT_CHROMA_URL"):
        open_server(url, "any", kept(tmp_path, AXES))
