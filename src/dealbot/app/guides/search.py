"""Searching the knowledge: by meaning and by words, put together, and nothing where nothing is near enough."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dealbot.app.guides.floor import Nearness, near_enough, share_of_terms
from dealbot.app.guides.index import KnowledgeIndex
from dealbot.app.guides.opened import Opened
from dealbot.app.guides.terms import terms_of
from dealbot.domain.glossary import Glossary
from dealbot.domain.search import Found, Hit, SearchFilter, fuse
from dealbot.errors import DamagedIndex
from dealbot.reading.heads import Encoder
from dealbot.retrieval.vectors import Floats

_DEPTH: Final = 200
_OTHER_NAMES = 4
_NEAREST = 3
_EVERYTHING = SearchFilter()


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to search: for so many hits, one a document or not, only where something is near enough or always."""

    most: int = 5
    by_document: bool = False
    floor: bool = True
    among: SearchFilter = _EVERYTHING


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

    def encode(self, texts: Sequence[str]) -> Floats:
        """The vectors of texts, as passages and questions are compared by."""
        return self._encoder().encode(texts)

    def _search(self, query: str, wanted: Wanted) -> Found:
        opened = self.index.opened()
        others = self._glossary().expand(query)[:_OTHER_NAMES]
        vector = self.encode([f"{query} ({'; '.join(others)})" if others else query])[0]
        terms = terms_of(query)
        among = _admitted(opened, wanted.among)
        dense = opened.nearest(vector, _DEPTH, among)
        lexical = opened.catalog.match((*terms, *others), _DEPTH, among)
        if wanted.floor and not near_enough(_nearness(opened, vector, terms, dense, lexical)):
            return Found((), tuple(dict.fromkeys(_titles(opened, fuse([dense, lexical]))))[:_NEAREST])
        ranked = _documents(opened, dense, lexical) if wanted.by_document else fuse([dense, lexical])
        return Found(tuple(_hit(opened, row, score) for row, score in ranked[: wanted.most]))


def _admitted(opened: Opened, among: SearchFilter) -> tuple[int, ...] | None:
    """The rows that a filter lets through, None where it lets all through."""
    if among == _EVERYTHING:
        return None
    admitted = {entry.document.path for entry in opened.catalog.entries() if among.admits(entry)}
    return tuple(row for row, path in enumerate(opened.catalog.documents_of()) if path in admitted)


def _nearness(
    opened: Opened, vector: Floats, terms: Sequence[str], dense: Sequence[int], lexical: Sequence[int]
) -> Nearness:
    cosine = float(opened.vectors.likeness(vector, dense[:1])[0]) if opened.vectors is not None and dense else None
    return Nearness(cosine, share_of_terms(opened.catalog, terms, tuple(dict.fromkeys((*dense[:5], *lexical[:5])))))


def _documents(opened: Opened, dense: Sequence[int], lexical: Sequence[int]) -> list[tuple[int, float]]:
    """Each document's best passage, the documents ranked by the best passage that either way finds of them."""
    paths = opened.catalog.documents_of()
    number = {path: place for place, path in enumerate(dict.fromkeys(paths))}
    best: dict[int, int] = {}
    for row, _ in fuse([dense, lexical]):
        best.setdefault(number[paths[row]], row)
    rankings = [tuple(dict.fromkeys(number[paths[row]] for row in rows)) for rows in (dense, lexical)]
    return [(best[document], score) for document, score in fuse(rankings)]


def _titles(opened: Opened, ranked: Sequence[tuple[int, float]]) -> Iterator[str]:
    for row, _ in ranked[: 4 * _NEAREST]:
        yield opened.catalog.entry(opened.catalog.passage(row).document).document.about.title


def _hit(opened: Opened, row: int, score: float) -> Hit:
    passage = opened.catalog.passage(row)
    return Hit(passage, opened.catalog.entry(passage.document).document, score)
