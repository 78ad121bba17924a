"""Telling notes, questions, fixes, answers and chatter apart: weights learnt from the examples, and what is certain."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from dealbot.app.chat.fixes import lexicon
from dealbot.app.chat.open_question import NO, SAYS_APART, SAYS_SAME, SAYS_UNKNOWN, YES
from dealbot.app.chat.said import Kind, Where
from dealbot.app.follow_up import FollowUp, Wanted
from dealbot.app.understand.note_like import ASKS, MARKED, REPORTS, is_note
from dealbot.app.understand.rules import intent_of
from dealbot.app.understand.shape import shape_of
from dealbot.app.words import words_of
from dealbot.reading.heads import Encoder, Guess, Heads

HEAD = "kind"
LONGEST = 1_500
_EMBEDDED_LETTERS = 600
# A note that was asked for is a nuisance; a question that was saved is a lie in the ledger.
_SURE_NOTE = 0.55
_SURE_QUESTION = 0.45
_MOST_DOUBT = 0.25
_NO_DOUBT = 0.05
_LENGTHS = (1, 3, 6, 12, 25)
_MANY_LINES = 3
_SIGNS: Mapping[str, re.Pattern[str]] = {
    "reports": REPORTS,
    "unknown": SAYS_UNKNOWN,
    "yes": YES,
    "no": NO,
    "move": lexicon.MOVE,
    "not": lexicon.NEGATED,
    "they": lexicon.PRONOUN,
    "theirs": lexicon.THEIRS,
    "done": lexicon.DONE,
    "drop": lexicon.DROP,
    "number": re.compile(r"\d"),
    "we": re.compile(r"\b(?:i|we|my)\b", re.IGNORECASE),
    "you": re.compile(r"\b(?:you|u)\b", re.IGNORECASE),
    "mark": re.compile(r"\?"),
    "turned": re.compile(
        r"\b(?:is|are|was|were|did|does|do|has|have|will|can|could|should) "
        r"(?:the|our|their|we|they|it|you|i|she|he|that|there|any\w*)\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Heard:
    """A message with what tells how it is meant: where it was said, and the question that was open."""

    text: str
    where: Where
    question: FollowUp | None = None

    @property
    def wanted(self) -> str:
        """What the open question wants to know, or "none"."""
        return self.question.wanted.value if self.question is not None else "none"


class Kinds:
    """Tells what a message is; encoder and weights are opened when first needed."""

    def __init__(self, encoder: Callable[[], Encoder], heads: Callable[[], Heads]) -> None:
        """Tell with what these open."""
        self._encoder = cache(encoder)
        self._heads = cache(heads)

    def of(self, heard: Heard) -> tuple[Kind, bool]:
        """Tell the kind, and whether it is sure; only a note and a question may be unsure."""
        certain = _certain(heard)
        if certain is not None:
            return certain, True
        guess = self._guess(heard)
        kind = Kind(guess.among(_possible(heard)))
        return kind, _sure(kind, guess)

    def _guess(self, heard: Heard) -> Guess:
        text = with_context(heard.text, heard.where, heard.wanted)
        embedded = self._encoder().encode([embedded_part(heard.text)])
        return self._heads().guess([text], embedded)[0][HEAD]


def _certain(heard: Heard) -> Kind | None:
    text = heard.text.strip()
    if not any(letter.isalnum() for letter in text):
        return Kind.QUESTION if "?" in text else Kind.CHATTER
    if lexicon.TAKE_BACK.match(text) or lexicon.UNLEARN.match(text):
        return Kind.FIX
    if MARKED.match(text):
        return Kind.NOTE
    return Kind.ANSWER if _says_who_is_who(text, heard.question) else None


def _says_who_is_who(text: str, question: FollowUp | None) -> bool:
    asked = question is not None and question.wanted is Wanted.SAME
    return asked and any(said.match(text) for said in (SAYS_SAME, SAYS_APART, SAYS_UNKNOWN))


def _possible(heard: Heard) -> tuple[str, ...]:
    """What a message can be: without an open question it is no answer."""
    return tuple(kind for kind in Kind if kind is not Kind.ANSWER or heard.question is not None)


def _sure(kind: Kind, guess: Guess) -> bool:
    if kind is Kind.NOTE:
        return _over(guess, Kind.NOTE, Kind.QUESTION, _SURE_NOTE)
    return kind is not Kind.QUESTION or _over(guess, Kind.QUESTION, Kind.NOTE, _SURE_QUESTION)


def _over(guess: Guess, kind: Kind, other: Kind, least: float) -> bool:
    """Whether one of the two that must not be mixed up is likely enough, or the other out of the question."""
    doubt = guess.of(other)
    return doubt < _NO_DOUBT or (guess.of(kind) >= least and doubt < _MOST_DOUBT)


def with_context(text: str, where: Where | str, wanted: Wanted | str) -> str:
    """A message as the weights know it: with words that tell where, how long and after what it was said."""
    text = text[:LONGEST]
    words = text.split()
    length = next((str(most) for most in _LENGTHS if len(words) <= most), "more")
    lines = sum(1 for line in text.splitlines() if line.strip())
    is_open = "asked" if wanted != "none" else "unasked"
    told = [
        *(f"ctx{sign}" for sign in signs_of(text)),
        f"ctx{wanted}",
        f"ctx{is_open}",
        f"ctx{where}",
        f"ctxlen{length}",
        f"ctxlen{length}{is_open}",
        f"ctxfirst{re.sub(r'[^a-z]', '', words[0].casefold()) if words else ''}",
        "ctxends?" if text.rstrip().endswith("?") else "ctxtells",
        *(["ctxlines"] if lines >= _MANY_LINES else []),
    ]
    return " ".join([*told, text])


def signs_of(text: str) -> tuple[str, ...]:
    """What rules say of a text: that it reports, asks, denies, undoes; each a hint, none certain."""
    plain = shape_of(words_of(text[:_EMBEDDED_LETTERS]), (), ()).plain
    found = {name: pattern.search(text) is not None for name, pattern in _SIGNS.items()}
    found |= {"note": is_note(text), "rule": intent_of(plain) is not None, "asks": ASKS.match(text) is not None}
    return tuple(name for name, there in found.items() if there)


def embedded_part(text: str) -> str:
    """The part of a message whose meaning is looked at."""
    return text[:_EMBEDDED_LETTERS]


def load_kinds() -> Heads:
    """Load the weights that ship with the package."""
    with resources.files(__package__).joinpath("kinds.npz").open("rb") as file, np.load(file) as stored:
        return Heads(
            names={HEAD: tuple(str(stored["names"]).split(","))},
            weights=stored["weights"].astype(np.float32),
            bias=stored["bias"].astype(np.float32),
            rarity=stored["rarity"].astype(np.float32),
            examples=str(stored["examples"]),
        )
