"""How near a sentence is to a question: meaning, shared words, and the kind of thing asked for."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dealbot.app.patterns import alternatives
from dealbot.app.sayings import Saying, asks
from dealbot.app.stems import stems_of
from dealbot.reading.heads import Encoder

Floats = npt.NDArray[np.floating]

# Weights and floors were set on questions over the demo deals (tests/app/sayings.yaml). Of two sentences equally near
# in meaning the one with the question's own words is meant; what was said in reply to such a question counts nearly as
# much as what is itself near; a question is rarely an answer.
_SHARED = 0.4
_REPLY = 0.8
_REPLY_OWN = 0.3
_ITSELF_A_QUESTION = 0.3
# Below these a sentence is about something else: meaning with shared words counted in, shared words alone, the reply.
_ABOUT = 0.5
_SHARED_COUNTS = 0.3
_WORDS = 0.5
_REPLY_ABOUT = 0.6
_SIFT_KIND = 0.5
_PIECE = re.compile(r"\s*[\u2014\u2013:;,]\s*|\s-+\s")
_LEAST = 4
# More sentences than this are sifted by words first: a vector costs a hundredth of a second.
_MOST = 120

# What a question asks for, and the words of a sentence that tells it.
_KINDS: tuple[tuple[str, str, float], ...] = (
    (
        r"""
        \bwants?\b|\bneeds?\b|like to see|\bask(?:ed|s)? for\b|\bexpect|\bprefer|looking for|\bhopes?\b|\brequire
        cares? about
        """,
        r"""
        \bwants?\b|\bneeds?\b|love to|'d like|would like|\bwish|\bmust\b|\basks? for\b|\bprefer|looking for|\bhope
        \bcares? about|show me|only if|\bunless\b|\bno \w+.{0,20}, no\b
        """,
        0.25,
    ),
    (
        r"\bwhy\b|reason|\bcause",
        r"because|\bdue to\b|\bsince\b|reason|so that|\bafter\b|\bcan't\b|cannot|\bwon't\b|\buntil\b|\bnot\b|fixed",
        0.1,
    ),
    (
        r"how (?:many|much|long|often|big)|\bnumbers?\b|\bresults?\b|percent",
        r"\d|\bhalf\b|dozen|\btwo\b|\bthree\b|\bfour\b",
        0.1,
    ),
    (
        r"\bwhen\b|\bdate\b",
        r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|week|month|year)",
        0.1,
    ),
    (
        r"\breact|\brespond|\bfeel\b|\bthink|\bposition|\bsa(?:y|id)\b",
        r"[\"“]|\bfine\b|\bsa(?:ys|id)\b|worr|happy|\blike",
        0.1,
    ),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question as it is compared: its words without names, its telling stems, and the kind of thing asked for."""

    text: str
    stems: frozenset[str]
    kind: re.Pattern[str] | None
    kind_weight: float


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with how well it answers, and whether it is about the question at all."""

    saying: Saying
    score: float
    about: bool


def wanted_of(question: str, names: Iterable[str]) -> Wanted:
    """Prepare a question, the names of the deal and of the people meant left out."""
    plain = question
    for name in sorted(names, key=len, reverse=True):
        plain = re.sub(rf"(?<!\w){re.escape(name)}(?:['\u2019]s)?(?!\w)", " ", plain, flags=re.IGNORECASE)
    text = " ".join(plain.split())
    asked = (row for row in _KINDS if re.search(alternatives(row[0]), text.casefold()))
    _, telling, weight = next(asked, ("", "", 0.0))
    kind = re.compile(alternatives(telling), re.IGNORECASE) if telling else None
    return Wanted(text, stems_of(text), kind, weight)


def scored(wanted: Wanted, sayings: Sequence[Saying], encoder: Encoder) -> tuple[Scored, ...]:
    """Score sentences against a question, the best first; the same input always gives the same order."""
    own = _shared_words(wanted, [saying.text for saying in sayings])
    asked = _shared_words(wanted, [saying.asked for saying in sayings])
    telling = [bool(wanted.kind and wanted.kind.search(saying.text)) for saying in sayings]
    sift = sorted(range(len(sayings)), key=lambda i: (-(own[i] + asked[i] + _SIFT_KIND * telling[i]), -i))
    kept = sorted(sift[:_MOST])
    if not kept:
        return ()
    near = _nearness(wanted.text, [sayings[i].text for i in kept], encoder)
    near_asked = _nearness_of_asked(wanted.text, [sayings[i].asked for i in kept], encoder)
    found = [
        _score(wanted, sayings[i], _Nearness(near[row], own[i], near_asked[row], asked[i], telling[i]))
        for row, i in enumerate(kept)
    ]
    return tuple(sorted(found, key=lambda one: -one.score))


@dataclass(frozen=True, slots=True)
class _Nearness:
    """How near a sentence and the question it replies to are, in meaning and in words."""

    meaning: float
    words: float
    asked_meaning: float
    asked_words: float
    telling: bool


def _score(wanted: Wanted, saying: Saying, near: _Nearness) -> Scored:
    itself = near.meaning + _SHARED * near.words
    replied = near.asked_meaning + _SHARED * near.asked_words
    score = max(itself, _REPLY * replied + _REPLY_OWN * near.meaning)
    score += wanted.kind_weight if near.telling else 0.0
    score -= _ITSELF_A_QUESTION if asks(saying.text) else 0.0
    about = near.meaning + _SHARED_COUNTS * near.words >= _ABOUT or near.words >= _WORDS or replied >= _REPLY_ABOUT
    return Scored(saying, round(score, 6), about)


def _nearness(question: str, texts: Sequence[str], encoder: Encoder) -> list[float]:
    near: list[float] = (encoder.encode(texts) @ encoder.encode([question])[0]).tolist()
    return near


def _nearness_of_asked(question: str, asked: Sequence[str], encoder: Encoder) -> list[float]:
    """Of a question put at length the nearest piece counts."""
    pieces = {text: [text, *(p for p in _PIECE.split(text) if len(p.split()) >= _LEAST)] for text in asked if text}
    flat = [piece for text in sorted(pieces) for piece in pieces[text]]
    near = dict(zip(flat, _nearness(question, flat, encoder), strict=True)) if flat else {}
    return [max((near[piece] for piece in pieces.get(text, ())), default=0.0) for text in asked]


def _shared_words(wanted: Wanted, texts: Sequence[str]) -> list[float]:
    """The share of the question's words in each text, rare words weighing more."""
    stems = [stems_of(text) for text in texts]
    seen = Counter(stem for one in stems for stem in one)
    weight = {stem: math.log(1 + len(stems) / (1 + seen[stem])) for stem in wanted.stems}
    total = sum(weight[stem] for stem in sorted(weight)) or 1.0
    return [round(sum(weight[stem] for stem in sorted(wanted.stems & one)) / total, 6) for one in stems]
