"""What the knowledge folder holds: documents in sections, their questions, and the passages that are searched."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.domain.evidence import Span
from dealbot.domain.policy import PolicyNote

_QUOTES = str.maketrans("‘’‚‛`´“”„‟«»", "''''''" + '""""""')
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
_NO_WORD = re.compile(r"[^\w']+")


class PartKind(StrEnum):
    """What a part of an answer is for."""

    ANSWER = "answer"
    PITFALL = "pitfall"
    OUTCOME = "outcome"
    BEST_PRACTICE = "best_practice"
    FOLLOW_UP = "follow_up"
    EXAMPLE = "example"
    ALTERNATIVE = "alternative"
    REASONING = "reasoning"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an answer; `label` as written, empty where there is none."""

    kind: PartKind
    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a guide with the parts of its answer; `number` counts from 1, `heading` is (category, text)."""

    id: str
    number: int
    category: str
    text: str
    parts: tuple[Part, ...]
    span: Span

    @property
    def heading(self) -> tuple[str, ...]:
        """The headings it stands under, its own last."""
        return tuple(filter(None, (self.category, self.text)))

    def of(self, kind: PartKind) -> tuple[Part, ...]:
        """Its parts of one kind, in order."""
        return tuple(part for part in self.parts if part.kind is kind)


@dataclass(frozen=True, slots=True)
class About:
    """What a document's front matter says of it."""

    title: str
    description: str = ""
    category: str = ""
    vertical: str = ""
    published_on: date | None = None
    modified_on: date | None = None
    author: str = ""
    tags: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The text under one path of headings, as the blocks (paragraphs, bullets, tables) it may be cut between."""

    heading: tuple[str, ...]
    blocks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One file: `path` below the knowledge folder; all offsets are code points of `text`. A guide has questions."""

    path: str
    text: str
    about: About
    sections: tuple[Section, ...]
    questions: tuple[Question, ...] = ()
    policy: PolicyNote | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a section, short enough to be embedded whole together with where it stands.

    `heading` is all it stands under; `breadcrumb` is the title and that, shortened where it would leave no room.
    """

    id: str
    document: str
    heading: tuple[str, ...]
    breadcrumb: tuple[str, ...]
    span: Span

    @property
    def searched(self) -> str:
        """What is embedded and matched: the breadcrumb, then the text without its marks."""
        return searched(self.breadcrumb, self.span.quote)


def searched(breadcrumb: tuple[str, ...], text: str) -> str:
    """The breadcrumb in a line of its own, then the text without its marks."""
    return f"{' > '.join(breadcrumb)}\n{plain(text)}"


def plain(text: str) -> str:
    """The text as it reads: without emphasis, code and escaping marks and the addresses of links, in single spaces."""
    return " ".join(_ESCAPED.sub(r"\1", _MARKS.sub("", _LINK.sub(r"\1", text))).split())


def fold(text: str) -> str:
    """The words alone, to compare by: no case, marks, punctuation, nor one kind of quotes against another."""
    folded = unicodedata.normalize("NFKC", plain(text).translate(_QUOTES)).translate(_QUOTES).casefold()
    return _NO_WORD.sub(" ", folded).strip(" '")


def stable_id(*parts: str) -> str:
    """A short name for these words that survives a change of case, quotes or punctuation."""
    return hashlib.sha256("\n".join(map(fold, parts)).encode()).hexdigest()[:16]
