"""What tells whether an answer shows a key point: likeness of meaning and of words, denial, and the other points."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p, nan

import numpy as np

from dealbot.reading.features import Floats
from dealbot.reading.grading.manner import excuses_in
from dealbot.reading.grading.views import AnswerView, View, unit
from dealbot.reading.grading.words import Rarity

DENIES = re.compile(
    r"\b(?:not|never|no|none|nothing|nobody|without|avoid\w*|instead|rather than|skip\w*|leave \w+ out"
    r"|refuse\w*|stop\w*|(?:do|does|did|would|wo|ca|is|was|could|should|has|have)n['’]?t|cannot)\b",
    re.IGNORECASE,
)
_WARNS = re.compile(
    r"\b(?:avoid\w*|never|mistake\w*|trap|careful|worst|wrong|bad idea|tempting|resist\w*"
    r"|(?:do|would|wo)n['’]?t|not)\b",
    re.IGNORECASE,
)
_DEMOTED = 0.4
_MOST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer is held against: a question, key points, pitfalls."""

    question: View
    points: Sequence[View]
    pitfalls: Sequence[View] = ()

    @property
    def turned(self) -> "Asked":
        """The same with the pitfalls to be looked at, the points beside them."""
        return Asked(self.question, self.pitfalls, self.points)


@dataclass(frozen=True, slots=True)
class Look:
    """The signs of one point, by name, and the number of the stretch that comes nearest to it.

    What there is nothing to tell by, no other point or no pitfall, is no number.
    """

    signs: Mapping[str, float]
    nearest: int


@dataclass(frozen=True, slots=True)
class _Table:
    """Every point against every stretch: `near` by meaning, `apart` by what of it is not the question's.

    `other` has a row for each pitfall.
    """

    near: Floats
    apart: Floats
    other: Floats

    @property
    def sinks(self) -> Floats:
        """How near each stretch comes to what is not to be done."""
        return self.other.max(axis=0)  # type: ignore[no-any-return]

    @property
    def nearest(self) -> list[int]:
        """For each point the stretch that comes nearest both ways."""
        return [int(at) for at in (self.near + self.apart).argmax(axis=1)]


def look(asked: Asked, answer: AnswerView, rarity: Rarity) -> list[Look]:
    """Look at each point beside an answer."""
    if not asked.points:
        return []
    table = _table(asked, answer)
    shared = _shared(asked, answer, table)
    looks = []
    for at, (point, nearest) in enumerate(zip(asked.points, table.nearest, strict=True)):
        signs = {
            "whole": float(point.vector @ answer.whole.vector),
            **_meaning(table, at, nearest),
            **_pieces(point, asked.question, answer, nearest),
            **_words(point, asked.question, answer, rarity),
            **_denial(point, answer.windows[nearest].quote),
            **shared,
        }
        looks.append(Look(signs, nearest))
    return looks


def _table(asked: Asked, answer: AnswerView) -> _Table:
    points, question = np.stack([point.vector for point in asked.points]), asked.question.vector
    apart = _without(points, question) @ _without(answer.vectors, question).T
    pitfalls = [pitfall.vector for pitfall in asked.pitfalls]
    none = np.full((1, len(answer.windows)), np.nan, dtype=np.float32)
    other = np.stack(pitfalls) @ answer.vectors.T if pitfalls else none
    return _Table(points @ answer.vectors.T, apart, other)


def _without(rows: Floats, away: Floats) -> Floats:
    return unit(rows - np.outer(rows @ away, away))


def _shared(asked: Asked, answer: AnswerView, table: _Table) -> dict[str, float]:
    """What holds for all points of an answer."""
    return {
        **_about(asked.question, answer),
        "excuses": float(excuses_in(answer.whole.text)),
        "others": float(table.apart.max(axis=1).mean()),
        "others_near": float(table.near.max(axis=1).mean()),
        "beside": float(table.other.max(axis=1).mean()),
        "length": log1p(min(_MOST_WORDS, len(answer.whole.text.split()))),
    }


def _about(question: View, answer: AnswerView) -> dict[str, float]:
    """How near an answer comes to the question itself: whole, in its first and nearest stretches, and by pieces."""
    near, weights = answer.vectors @ question.vector, question.weights + 1e-6
    pieces = (question.pieces @ answer.whole.pieces.T).max(axis=1)
    return {
        "asked": float(question.vector @ answer.whole.vector),
        "asked_first": float(near[0]),
        "asked_part": float(near.max()),
        "asked_pieces": float(pieces @ weights / weights.sum()),
        "asked_unusual": float(((pieces - question.usual) / question.spread) @ weights / weights.sum()),
    }


def _meaning(table: _Table, at: int, nearest: int) -> dict[str, float]:
    near = table.near[at]
    rest = np.delete(table.near, at, axis=0)
    return {
        "near": float(near.max()),
        "apart": float(table.apart[at].max()),
        "two": float(np.sort(near)[-2:].mean()),
        "mean": float(near.mean()),
        "margin": float(near[nearest] - rest[:, nearest].max()) if len(rest) else nan,
        "rank": float(near.max() - rest.max(axis=1).mean()) if len(rest) else nan,
        "sink": float(table.sinks[nearest]),
        "over_sink": float(near[nearest] - table.sinks[nearest]),
    }


def _pieces(point: View, question: View, answer: AnswerView, nearest: int) -> dict[str, float]:
    """How well each telling piece of the point is met by a piece of the answer, and of its nearest stretch."""
    asked = set(question.stems)
    demoted = np.array([_DEMOTED if stem in asked else 1.0 for stem in point.piece_stems], dtype=np.float32)
    weights = point.weights * demoted + 1e-6
    anywhere = (point.pieces @ answer.whole.pieces.T).max(axis=1)
    there = point.pieces @ answer.parts[nearest].pieces.T
    telling = anywhere[point.weights > 0]
    unusual = (anywhere - point.usual) / point.spread
    return {
        "unusual": float(unusual @ weights / weights.sum()),
        "pieces": float(anywhere @ weights / weights.sum()),
        "pieces_there": float(there.max(axis=1) @ weights / weights.sum()),
        "back": float(there.max(axis=0).mean()),
        "least": float(np.quantile(telling, 0.25)) if len(telling) else 0.0,
    }


def _words(point: View, question: View, answer: AnswerView, rarity: Rarity) -> dict[str, float]:
    told, asked = frozenset(answer.whole.stems), frozenset(question.stems)
    return {
        "recall": rarity.recall(point.stems, told),
        "recall_new": rarity.recall(point.stems, told, asked),
        "words": log1p(len(point.text.split())),
    }


def _denial(point: View, words: str) -> dict[str, float]:
    """Whether the point, and the words that come nearest to it, deny something."""
    denies, denied = DENIES.search(point.text) is not None, DENIES.search(words) is not None
    return {
        "denied": float(denied and not denies),
        "undenied": float(denies and not denied),
        "warns": float(_WARNS.search(words) is not None),
    }
