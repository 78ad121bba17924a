"""A safetensors file: a length, a JSON table, and the numbers."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt


class Place(NamedTuple):
    """Where a tensor lies in its file, in bytes, and its shape."""

    start: int
    length: int
    shape: tuple[int, ...]


class Tensors:
    """The float32 tensors of a file by name; only what is asked for is read."""

    def __init__(self, file: Path) -> None:
        self._file = file
        with file.open("rb") as stream:
            length = int.from_bytes(stream.read(8), "little")
            self._table: dict[str, Any] = json.loads(stream.read(length))
        self._start = 8 + length

    def __iter__(self) -> Iterator[str]:
        return (name for name, entry in self._table.items() if entry.get("dtype") == "F32")

    def place(self, name: str) -> Place:
        """Where a tensor lies."""
        begin, end = self._table[name]["data_offsets"]
        return Place(self._start + begin, end - begin, tuple(self._table[name]["shape"]))

    def __getitem__(self, name: str) -> npt.NDArray[np.float32]:
        start, length, shape = self.place(name)
        with self._file.open("rb") as stream:
            stream.seek(start)
            return np.frombuffer(stream.read(length), dtype="<f4").reshape(shape)
