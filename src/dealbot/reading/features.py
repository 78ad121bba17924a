"""A statement as numbers: its embedding beside hashed words and letters, the same in training and reading."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

EMBEDDED = 384
WORDS = 8192
LETTERS = 8192
WIDTH = EMBEDDED + WORDS + LETTERS

_TOKEN = re.compile(r"[\w$%'’&]+|[?!:]")


def words_and_letters(text: str) -> tuple[Counter[int], Counter[int]]:
    """Count the hashed words, word pairs and letter runs (2 to 5) of a text by column, columns from 0."""
    tokens = _TOKEN.findall(text.casefold().replace("’", "'"))
    words = Counter(_column(token, WORDS) for token in (*tokens, *map(" ".join, pairwise(tokens))))
    letters: Counter[int] = Counter()
    for token in tokens:
        padded = f" {token} "
        for size in range(2, 6):
            letters.update(_column(padded[at : at + size], LETTERS) for at in range(max(1, len(padded) - size + 1)))
    return words, letters


def sparse(text: str, weights: Floats) -> tuple[NDArray[np.intp], Floats]:
    """The columns after the embedding that a text fills, and their values; `weights` are the columns' rarity."""
    words, letters = words_and_letters(text)
    parts = (_values(words, weights[:WORDS], 0), _values(letters, weights[WORDS:], WORDS))
    columns = np.concatenate([part[0] for part in parts])
    return columns, np.concatenate([part[1] for part in parts])


def matrix(texts: Sequence[str], embedded: Floats, weights: Floats) -> Floats:
    """Put embeddings (n, 384) beside words and letters weighted by `weights` (their rarity); shape (n, WIDTH)."""
    rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
    rows[:, :EMBEDDED] = embedded
    for row, text in zip(rows, texts, strict=True):
        columns, values = sparse(text, weights)
        row[EMBEDDED + columns] = values
    return rows


def rarity(texts: Sequence[str]) -> Floats:
    """Weigh each column by how few of the texts have it (smoothed inverse document frequency)."""
    seen = np.zeros(WORDS + LETTERS, dtype=np.float32)
    for text in texts:
        words, letters = words_and_letters(text)
        seen[list(words)] += 1
        seen[[WORDS + column for column in letters]] += 1
    return (np.log((1 + len(texts)) / (1 + seen)) + 1).astype(np.float32)


def _values(counts: Counter[int], weights: Floats, offset: int) -> tuple[NDArray[np.intp], Floats]:
    columns = np.fromiter(counts, dtype=np.intp, count=len(counts))
    values = (1 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))) * weights[columns]
    return columns + offset, values / max(float(np.linalg.norm(values)), 1e-9)


def _column(token: str, width: int) -> int:
    return crc32(token.encode()) % width
