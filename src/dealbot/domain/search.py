"""Searching the knowledge: what is looked for, rankings put together, and what was found."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import Document, Passage, fold
from dealbot.domain.policy import PolicyNote, PolicyStatus

# Cormack, Clarke and Büttcher, "Reciprocal rank fusion" (SIGIR 2009).
RANK_CONSTANT: Final = 60
# Enough to come some seven places after what holds, and not to vanish.
_OUT_OF_DATE: Final = 0.9
_YEAR = re.compile(r"(?<![\w-])20\d\d(?![\w-])")
DRAFT: Final = re.compile(r"\b(?:propos\w*|drafts?)\b", re.IGNORECASE)


class DocumentKind(StrEnum):
    """What a document is."""

    PLAYBOOK = "playbook"
    POLICY = "policy"
    OTHER = "other"


def kind_of(document: Document) -> DocumentKind:
    """Tell by what was read in it: the facts of a policy, or questions."""
    if document.policy is not None:
        return DocumentKind.POLICY
    return DocumentKind.PLAYBOOK if document.questions else DocumentKind.OTHER


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as it is searched: what it is, and what people may filter by, folded."""

    document: Document
    kind: DocumentKind
    roles: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Document, kind: DocumentKind | None = None) -> "Entry":
        """Take from a document what it is filtered by: a policy's tags are its topics."""
        about, policy = document.about, document.policy
        tags = (*about.tags, about.category, about.vertical, *(policy.topics if policy else ()))
        return cls(document, kind or kind_of(document), _folded(about.audience), _folded(tags))


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What a document must be to be looked at: of one of the kinds, for one of the roles, with all of the tags."""

    kinds: frozenset[DocumentKind] = frozenset()
    roles: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()

    def admits(self, entry: Entry) -> bool:
        """Whether an entry passes; an empty set lets everything through."""
        return (
            (not self.kinds or entry.kind in self.kinds)
            and (not self.roles or bool(_folded(self.roles) & entry.roles))
            and _folded(self.tags) <= entry.tags
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with its document; `score` is only to be compared within one answer."""

    passage: Passage
    document: Document
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, best first. Where nothing is near enough, there are none, and `nearest` are titles that come close."""

    hits: tuple[Hit, ...]
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a document with where they stand and its date; `span` has offsets in the document's text."""

    document: str
    heading: tuple[str, ...]
    on: date | None
    author: str | None
    span: Span

    @classmethod
    def of(cls, hit: Hit, span: Span) -> "Citation":
        """Cite a piece of a hit's passage."""
        document = hit.document
        return cls(document.path, hit.passage.heading, dated(document), document.about.author or None, span)

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.span.quote


def dated(document: Document) -> date | None:
    """The day a document is of: a rule's publication, else its last change."""
    if document.policy is not None:
        return document.policy.published_on
    return document.about.modified_on or document.about.published_on


def fuse(rankings: Sequence[Sequence[int]]) -> tuple[tuple[int, float], ...]:
    """Put rankings together by reciprocal rank, all counting the same; equal scores go by the number itself."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, item in enumerate(ranking, 1):
            scores[item] = scores.get(item, 0.0) + 1 / (RANK_CONSTANT + rank)
    return tuple(sorted(scores.items(), key=lambda scored: (-scored[1], scored[0])))


def as_of(hits: Iterable[Hit], policies: Iterable[PolicyNote]) -> Iterator[Hit]:
    """The hits with rules as they stand among these, without the rules that are not."""
    there = {note.id: note for note in policies}
    for hit in hits:
        policy = hit.document.policy
        if policy is None:
            yield hit
        elif policy.id in there:
            yield replace(hit, document=replace(hit.document, policy=there[policy.id]))


def timely(hits: Iterable[Hit], question: str) -> tuple[Hit, ...]:
    """The hits again, rules put back that another took the place of or that are of other years than the question."""
    weighed = (replace(hit, score=hit.score * _OUT_OF_DATE) if _late(hit.document, question) else hit for hit in hits)
    return tuple(sorted(weighed, key=lambda hit: -hit.score))


def _late(document: Document, question: str) -> bool:
    if document.policy is None:
        return False
    asked, told = (set(_YEAR.findall(text)) for text in (question, document.about.title))
    if asked and told and not asked & told:
        return True
    return document.policy.status is PolicyStatus.SUPERSEDED and not DRAFT.search(question)


def _folded(words: Sequence[str] | frozenset[str]) -> frozenset[str]:
    return frozenset(fold(word.replace("_", " ")) for word in words if word)
