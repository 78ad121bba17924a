"""The decks that a workspace may practise from: of the guides and policy notes that it finds when it searches."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from dealbot.app.practice.kept_decks import Keep, not_kept
from dealbot.domain.glossary import Glossary
from dealbot.domain.knowledge import Document
from dealbot.domain.policy_shelf import shelf
from dealbot.domain.practice.card import Deck
from dealbot.domain.practice.deck import deck_of
from dealbot.errors import BadDocument, DamagedIndex
from dealbot.knowledge.documents import whole

if TYPE_CHECKING:
    from dealbot.app.guides.opened import Opened
    from dealbot.app.guides.search import Searcher

K = TypeVar("K")
V = TypeVar("V")

_MOST_KEPT = 8
_log = logging.getLogger(__name__)
_Found = frozenset[tuple[str, str]]


class Decks:
    """All decks, made when first asked for and again when what a workspace finds changes; threads may share it."""

    def __init__(self, searcher: "Searcher", glossary: Callable[[], Glossary], keep: Keep = not_kept) -> None:
        """Make nothing yet; `keep` remembers what was made for other processes."""
        self.searcher = searcher
        self._glossary = glossary
        self._keep = keep
        self._documents: dict[tuple[str, str], Document | None] = {}
        self._guides: OrderedDict[_Found, tuple[Deck, ...]] = OrderedDict()
        self._decks: OrderedDict[tuple[_Found, date], tuple[Deck, ...]] = OrderedDict()
        self._lock = Lock()

    def of(self, workspace: str | None, day: date) -> tuple[Deck, ...]:
        """The decks of a workspace on a day that hold any card, in the order of their documents' paths."""
        try:
            return self._of(self.searcher.index.opened(), workspace, day)
        except DamagedIndex:
            self.searcher.index.distrust()
            return self._of(self.searcher.index.opened(), workspace, day)

    def _of(self, opened: "Opened", workspace: str | None, day: date) -> tuple[Deck, ...]:
        found = frozenset(opened.found_by(workspace).items())
        with self._lock:
            return _remembered(self._decks, (found, day), lambda: self._made(opened, found, day))

    def _made(self, opened: "Opened", found: _Found, day: date) -> tuple[Deck, ...]:
        """Guides give the same cards every day, policy notes those of the day."""
        notes = frozenset(each for each in found if each[0] in opened.catalog.policies)
        guides = found - notes
        known = repr(self._glossary())
        of_guides = _remembered(
            self._guides,
            guides,
            lambda: self._keep(f"{sorted(guides)} {known}", lambda: self._of_guides(opened, guides)),
        )
        of_notes = self._keep(f"{sorted(notes)} {day} {known}", lambda: self._of_notes(opened, notes, day))
        return tuple(sorted((*of_guides, *of_notes), key=lambda deck: deck.name))

    def _of_guides(self, opened: "Opened", found: _Found) -> tuple[Deck, ...]:
        documents = self._whole(opened, found)
        decks = (deck_of(document, self._glossary(), date.min) for document in documents)
        return tuple(deck for deck in decks if deck.cards)

    def _of_notes(self, opened: "Opened", found: _Found, day: date) -> tuple[Deck, ...]:
        documents = as_they_stand(self._whole(opened, found), day)
        decks = (deck_of(document, self._glossary(), day) for document in documents)
        return tuple(deck for deck in decks if deck.cards)

    def _whole(self, opened: "Opened", found: _Found) -> list[Document]:
        """The documents with their sections and questions; each version is parsed once."""
        kept = self._documents
        for path, mark in found - kept.keys():
            kept[path, mark] = parsed(opened.catalog.entry(path).document)
        used = found.union(*self._guides, opened.generation.manifest.documents.items())
        self._documents = {key: document for key, document in kept.items() if key in used}
        documents = (self._documents[key] for key in sorted(found))
        return [document for document in documents if document is not None]


def parsed(kept: Document) -> Document | None:
    """A document with its questions; None, told in the log, where it cannot be read any more."""
    try:
        return whole(kept)
    except BadDocument as error:  # it could be when it was taken in
        _log.warning("There are no cards of a document: %s", error.reason)
        return None


def as_they_stand(documents: Sequence[Document], day: date) -> Iterator[Document]:
    """The documents, each policy note among them as its rule stands on a day."""
    notes = {note.id: note for note in shelf((each.policy for each in documents if each.policy is not None), day)}
    for document in documents:
        note = document.policy
        yield document if note is None else replace(document, policy=notes.get(note.id, note))


def _remembered(kept: "OrderedDict[K, V]", key: K, make: Callable[[], V]) -> V:
    """What is kept under a key, made where it is not; the longest unused is forgotten."""
    if key not in kept:
        kept[key] = make()
    kept.move_to_end(key)
    if len(kept) > _MOST_KEPT:
        kept.popitem(last=False)
    return kept[key]
