"""The vectors of an index as numbers in a file: what Chroma is filled from and held against."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from dealbot.errors import DamagedIndex

Floats = npt.NDArray[np.float32]
COLLECTIONS: Final = "dealbot-"
_VECTORS = "vectors.npy"
_KEYS = "keys.txt"


def key_of(text: str) -> str:
    """The name by which the vector of a text is known again."""
    return sha256(text.encode(errors="replace")).hexdigest()[:32]


def collection_of(folder: Path) -> str:
    """The name of an index's collection on a server: the same wherever the same texts are indexed; raises OSError."""
    return f"{COLLECTIONS}{key_of((folder / _KEYS).read_text(encoding='ascii'))}"


def write_vectors(folder: Path, keys: Sequence[str], vectors: Floats) -> None:
    """Write one unit row per key."""
    np.save(folder / _VECTORS, np.ascontiguousarray(vectors, dtype=np.float32))
    (folder / _KEYS).write_text("".join(f"{key}\n" for key in keys), encoding="ascii")


class KeptVectors:
    """The vectors of an index, mapped from their file; raises DamagedIndex."""

    def __init__(self, folder: Path) -> None:
        """Open the files of a folder."""
        try:
            self.rows: Floats = np.load(folder / _VECTORS, mmap_mode="r", allow_pickle=False)
            self._keys = (folder / _KEYS).read_text(encoding="ascii").split()
        except (OSError, ValueError) as error:
            raise DamagedIndex(f"The vectors cannot be read: {type(error).__name__}.") from error
        if self.rows.ndim != 2 or len(self.rows) != len(self._keys):
            raise DamagedIndex("The vectors and their keys do not go together.")

    def by_key(self) -> Mapping[str, int]:
        """The row of each key."""
        return {key: row for row, key in enumerate(self._keys)}

    def nearest(self, query: Floats, most: int, among: Sequence[int] | None = None) -> tuple[int, ...]:
        """The rows nearest to a unit vector, nearest first, by looking at all of them or `among` some."""
        rows = np.arange(len(self.rows)) if among is None else np.array(among, dtype=np.intp)
        likeness = (self.rows if among is None else self.rows[rows]) @ query
        if most < len(rows):
            kept = np.sort(np.argpartition(-likeness, most - 1)[:most])
            rows, likeness = rows[kept], likeness[kept]
        return tuple(int(row) for row in rows[np.lexsort((rows, -likeness))])

    def likeness(self, query: Floats, rows: Sequence[int]) -> Floats:
        """The cosine of each row with a unit vector."""
        found: Floats = self.rows[np.array(rows, dtype=np.intp)] @ query
        return found
