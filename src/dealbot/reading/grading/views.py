"""A text as it is compared: what each of its word pieces means where it stands, and how telling its words are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dealbot.domain.evidence import Span
from dealbot.reading.features import EMBEDDED, Floats
from dealbot.reading.grading.windows import MOST_LETTERS, windows_of
from dealbot.reading.grading.words import Rarity, stem_of, stems_in
from dealbot.reading.judge import Pieces

Sight = Callable[[str], Pieces]
_AT_ONCE = 800
_LEAST_SPREAD = 0.05
_NONE: Floats = np.zeros((0, EMBEDDED), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class View:
    """A text: `vector` is that of all of it, `pieces` those of its word pieces, each of length 1.

    `weights` say how telling each piece is, 0 for one that tells nothing; `stems` those of its telling words. How near
    an answer to something else usually comes to each piece is `usual`, give or take `spread`.
    """

    text: str
    vector: Floats
    pieces: Floats
    weights: Floats
    piece_stems: tuple[str, ...]
    stems: tuple[str, ...]
    usual: Floats
    spread: Floats


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer, whole and in stretches; there is at least one."""

    whole: View
    windows: tuple[Span, ...]
    parts: tuple[View, ...]
    vectors: Floats


def view_of(text: str, sight: Sight, rarity: Rarity, background: Sequence[Floats] = ()) -> View:
    """See a text of any length, of a very long one its beginning; `background` are the pieces of other answers."""
    portions = list(_portions(text[:MOST_LETTERS]))
    seen = [(portion, sight(portion)) for portion in portions]
    stems = tuple(stem for portion, states in seen for stem in _stems(portion, states))
    pieces = np.concatenate([_NONE, *(states.vectors for _, states in seen)])
    weights = np.array([rarity.of(stem) if stem else 0.0 for stem in stems], dtype=np.float32)
    told = tuple(stems_in(text[:MOST_LETTERS]))
    rows = unit(pieces)
    return View(text, unit(pieces.sum(0)), rows, weights, stems, told, *_usual(rows, background))


def _usual(pieces: Floats, background: Sequence[Floats]) -> tuple[Floats, Floats]:
    if not background:
        return pieces[:, 0] * 0, pieces[:, 0] * 0 + 1
    nearest = np.stack([(pieces @ other.T).max(axis=1) for other in background])
    return nearest.mean(axis=0), nearest.std(axis=0) + _LEAST_SPREAD


def answer_view(text: str, sight: Sight, rarity: Rarity) -> AnswerView:
    """See an answer that has at least one stretch."""
    windows = windows_of(text)
    parts = tuple(view_of(window.quote, sight, rarity) for window in windows)
    return AnswerView(view_of(text, sight, rarity), windows, parts, np.stack([part.vector for part in parts]))


def unit(rows: Floats) -> Floats:
    """Each row with length 1; one that is zero stays so."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return rows / np.maximum(lengths, 1e-9)  # type: ignore[no-any-return]


def _stems(text: str, states: Pieces) -> Iterator[str]:
    return (stem_of(text[start:end].casefold()) for start, end in zip(states.starts, states.ends, strict=True))


def _portions(text: str) -> Iterator[str]:
    """A text in pieces that are seen whole, cut between words where there is a space to cut at."""
    while text:
        space = text.rfind(" ", 0, _AT_ONCE) if len(text) > _AT_ONCE else len(text)
        end = space if space > 0 else _AT_ONCE
        yield text[:end]
        text = text[end:]
