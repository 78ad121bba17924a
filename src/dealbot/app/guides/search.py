"""Searching the knowledge: by meaning and by words, put together, and nothing where nothing is near enough."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dealbot.app.guides.floor import named, near_in_meaning, near_in_words
from dealbot.app.guides.index import KnowledgeIndex
from dealbot.app.guides.opened import Opened
from dealbot.app.guides.terms import terms_of
from dealbot.domain.glossary import Glossary
from dealbot.domain.knowledge import Passage
from dealbot.domain.policy_shelf import shelf
from dealbot.domain.search import Found, Hit, SearchFilter, as_of, fuse, timely
from dealbot.errors import DamagedIndex
from dealbot.reading.heads import Encoder
from dealbot.retrieval.vectors import Floats

_DEPTH: Final = 200
_OTHER_NAMES = 4
_NEAREST = 3
# So many of either way are looked at for whether they are near enough.
_BY_MEANING, _BY_WORDS = 3, 1
LOOKED_THROUGH = 40
_EVERYTHING = SearchFilter()


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to search: for so many hits, one a document or not, only where something is near enough or always.

    With `on`, rules are given as they stood on that day, and none that was published later. What a workspace has of its
    own is found for that `workspace` alone.
    """

    most: int = 5
    by_document: bool = False
    floor: bool = True
    among: SearchFilter = _EVERYTHING
    on: date | None = None
    workspace: str | None = None


class Searcher:
    """Searches an index; threads may share it."""

    def __init__(self, index: KnowledgeIndex, encoder: Callable[[], Encoder], glossary: Callable[[], Glossary]) -> None:
        """Search with what these open."""
        self.index = index
        self._encoder = encoder
        self._glossary = glossary

    def search(self, query: str, wanted: Wanted | None = None) -> Found:
        """Search once; an index that turns out to be damaged is made anew first."""
        try:
            return self._search(query, wanted or Wanted())
        except DamagedIndex:
            self.index.distrust()
            return self._search(query, wanted or Wanted())

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()

    def encode(self, texts: Sequence[str]) -> Floats:
        """The vectors of texts, as passages and questions are compared by."""
        return self._encoder().encode(texts)

    def _search(self, query: str, wanted: Wanted) -> Found:
        opened, glossary = self.index.opened(), self._glossary()
        hidden = opened.hidden_from(wanted.workspace)
        query = _with_titles(query, opened, hidden)
        among = _admitted(opened, wanted.among, hidden)
        ranked = self._ranked(opened, query, glossary.meanings(query), among)
        if wanted.floor and not self._near(opened, ranked):
            others = glossary.other_names(query)[:_OTHER_NAMES]
            ranked = self._ranked(opened, f"{query} ({'; '.join(others)})", others, among) if others else ranked
            if not others or not self._near(opened, ranked):
                nearest = (row for row, _ in fuse(ranked.rankings)[: 4 * _NEAREST])
                return Found((), tuple(dict.fromkeys(_titles(opened, nearest)))[:_NEAREST])
        scored = _documents(opened, ranked.rankings) if wanted.by_document else fuse(ranked.rankings)
        hits = [_hit(opened, row, score) for row, score in scored[: max(wanted.most, LOOKED_THROUGH)]]
        if wanted.on is not None:
            rules = (note for path, note in opened.catalog.policies.items() if path not in hidden)
            hits = [*as_of(hits, shelf(rules, wanted.on))]
        return Found(timely(hits, query)[: wanted.most])

    def _ranked(self, opened: Opened, text: str, phrases: Sequence[str], among: Sequence[int] | None) -> "_Ranked":
        vector, terms = self.encode([text])[0], terms_of(text)
        dense = opened.nearest(vector, _DEPTH, among)
        lexical = opened.catalog.match((*terms, *phrases), _DEPTH, among)
        return _Ranked((dense, lexical), vector, terms)

    def _near(self, opened: Opened, ranked: "_Ranked") -> bool:
        """Whether one of the first is near enough to be shown; without vectors by its words."""
        dense, lexical = ranked.rankings
        if opened.vectors is None:
            return near_in_words(opened.catalog, ranked.terms, lexical[:_BY_MEANING])
        rows = tuple(dict.fromkeys((*dense[:_BY_MEANING], *lexical[:_BY_WORDS])))
        if any(named(ranked.terms, title) for title in _titles(opened, rows)):
            return True
        cosines = opened.vectors.likeness(ranked.vector, rows)
        headings = self.encode([_last_heading(opened.catalog.passage(row)) for row in rows]) @ ranked.vector
        return any(near_in_meaning(float(c), float(h)) for c, h in zip(cosines, headings, strict=True))


@dataclass(frozen=True, slots=True)
class _Ranked:
    """The rows by meaning and by words, and what they were looked for with."""

    rankings: tuple[Sequence[int], Sequence[int]]
    vector: Floats
    terms: tuple[str, ...]


def _with_titles(query: str, opened: Opened, hidden: frozenset[str]) -> str:
    """The query with the titles of rules in place of their numbers, which no passage has."""
    for path, note in opened.catalog.policies.items():
        if note.document_number and path not in hidden:
            query = query.replace(note.document_number, note.title)
    return query


def _last_heading(passage: Passage) -> str:
    return (passage.heading or passage.breadcrumb)[-1]


def _admitted(opened: Opened, among: SearchFilter, hidden: frozenset[str]) -> tuple[int, ...] | None:
    """The rows that are not hidden and that a filter lets through, None where these are all."""
    if among == _EVERYTHING and not hidden:
        return None
    refused = {entry.document.path for entry in opened.catalog.entries() if not among.admits(entry)} | hidden
    return tuple(row for row, path in enumerate(opened.catalog.documents_of) if path not in refused)


def _documents(opened: Opened, rankings: Sequence[Sequence[int]]) -> list[tuple[int, float]]:
    """Each document's best passage, the documents ranked by the best passage that either way finds of them."""
    paths = opened.catalog.documents_of
    number = {path: place for place, path in enumerate(dict.fromkeys(paths))}
    best: dict[int, int] = {}
    for row, _ in fuse(rankings):
        best.setdefault(number[paths[row]], row)
    by_document = [tuple(dict.fromkeys(number[paths[row]] for row in rows)) for rows in rankings]
    return [(best[document], score) for document, score in fuse(by_document)]


def _titles(opened: Opened, rows: Iterable[int]) -> Iterator[str]:
    for row in rows:
        yield opened.catalog.entry(opened.catalog.passage(row).document).document.about.title


def _hit(opened: Opened, row: int, score: float) -> Hit:
    passage = opened.catalog.passage(row)
    return Hit(passage, opened.catalog.entry(passage.document).document, score)
