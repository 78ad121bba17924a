"""The index of the knowledge: made where there is none, anew where documents change, mended where it is damaged."""

import logging
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import RLock, Thread

from dealbot.app.guides.building import CATALOG, Changes, Tools, build, build_again, build_beside, fill_chroma
from dealbot.app.guides.opened import Opened, kept_vectors, open_parts, remember_worked, trusted_dense
from dealbot.app.guides.own import NOTHING, OwnDocuments, owned
from dealbot.app.guides.roots import Roots
from dealbot.domain.knowledge import Document
from dealbot.errors import BadDocument, BadInput, DamagedIndex, DealbotError, IndexUnwritable, StoreUnavailable
from dealbot.knowledge.library import load
from dealbot.retrieval.chroma import Dense, drop_on_server
from dealbot.retrieval.generations import Generation, Generations, Manifest
from dealbot.retrieval.vectors import KeptVectors, collection_of, key_of

_PAUSE_S = 60.0
_PATIENCE_S = 5.0
_READ_S = 60.0  # nobody reads in an index any longer after another took its place
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of the documents: paths added, changed, removed and left as they were, and files refused."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    refused: tuple[BadDocument, ...]


class KnowledgeIndex:
    """The index in a folder, of the files and folders taken in last; threads may share it."""

    def __init__(self, folder: Path, roots: Roots, tools: Tools, own: OwnDocuments = NOTHING) -> None:
        """Open nothing yet; `own` is what workspaces have beside that."""
        self._roots = roots
        self._tools = tools
        self._own = own
        self._generations = Generations(folder)
        self._lock = RLock()
        self._opened: Opened | None = None
        self._pointer = ""
        self._retired: list[tuple[float, Opened]] = []
        self._mending: Thread | None = None
        self._renewing: Thread | None = None
        self._not_before = 0.0

    def ingest(self, roots: Sequence[Path] = ()) -> Ingested:
        """Let the index be exactly these files and folders, and what workspaces have of their own.

        Raises BadInput where there is nothing in these, IndexUnwritable.
        """
        wanted = self._roots.wanted(roots)
        library = load(wanted)
        documents, again = _each_once(library.documents)
        refused = (*library.refused, *again)
        if not documents:
            raise BadInput(_nothing(wanted, refused))
        with self._generations.lock():
            known, now = self._take_in(documents)
            self._roots.remember(wanted)
        return _report(known, now, refused)

    def _take_in(self, documents: Sequence[Document]) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Build the index anew if it holds anything else; gives what it held before and what it holds now."""
        own = self._marks() or {}
        wanted = {document.path: key_of(document.text) for document in documents if document.path not in own} | own
        before = self._current()
        known = before.manifest.documents if before else {}
        if known != wanted or before is None or before.damaged() or before.manifest.encoder != self._tools.name:
            with self._generations.aside() as aside:
                build(aside, (*documents, *self._own.documents(own)), self._tools, self._vectors_of(before))
                self._publish(aside, wanted)
        return known, wanted

    def opened(self) -> Opened:
        """The index as it is now; what is damaged of it is mended meanwhile. Raises IndexUnwritable."""
        with self._lock:
            if self._opened is None or self._generations.pointer() != self._pointer:
                self._opened = self._anew()
            if self._renew(self._opened):
                self._opened = self._anew()
            return self._opened

    def _anew(self) -> Opened:
        """Open what there is now; what was open before is closed once nobody can be reading in it."""
        now = time.monotonic()
        for _, each in [one for one in self._retired if one[0] < now - _READ_S]:
            each.close()
        self._retired = [one for one in self._retired if one[0] >= now - _READ_S]
        if self._opened is not None:
            self._retired.append((now, self._opened))
        return self._open()

    def distrust(self) -> None:
        """Look at the files anew before the next use."""
        with self._lock:
            self._pointer = ""

    def close(self) -> None:
        """Finish mending and let go of all files."""
        for thread in filter(None, (self._mending, self._renewing)):
            thread.join()
        with self._lock:
            for each in (*(one for _, one in self._retired), *([self._opened] if self._opened else [])):
                each.close()
            self._opened, self._retired = None, []

    def _open(self) -> Opened:
        generation = self._current()
        if generation is not None and self._roots.outdated():
            generation = self._brought_up_to_date(generation)
        if generation is not None:
            try:
                return self._opened_of(generation)
            except DamagedIndex as error:
                _log.warning("The index is made anew: %s", error)
        self._from_sources()
        generation = self._generations.current()
        if generation is None:
            raise DamagedIndex("The index was taken away while it was made: try again.")
        return self._opened_of(generation)

    def _brought_up_to_date(self, generation: Generation) -> Generation | None:
        """The index of the knowledge that comes with dealbot as it is now; as it was, where it cannot be read now."""
        try:
            self.ingest()
        except (BadInput, IndexUnwritable, OSError) as error:
            _log.warning("The knowledge that comes with dealbot could not be read again: %s", type(error).__name__)
            return generation
        return self._current()

    def _opened_of(self, generation: Generation) -> Opened:
        self._pointer = self._generations.pointer()
        damaged = generation.damaged()
        opened = Opened(generation, *open_parts(generation, damaged), lambda: self._mend(opened))
        if generation.manifest.encoder != self._tools.name:
            opened.vectors = None
        try:
            opened.dense = trusted_dense(generation, damaged, opened.vectors, self._tools)
        except (DamagedIndex, OSError) as error:
            _log.warning("The index is mended: %s", error)
            self._mend(opened)
        return opened

    def _from_sources(self) -> None:
        roots = self._roots.taken_in()
        try:
            self.ingest(roots)
        except BadInput:
            if not roots:
                raise
            _log.warning("What was taken in is gone: the knowledge that comes with dealbot is used.")
            self.ingest()

    def _mend(self, opened: Opened) -> None:
        """Make anew in the background what is damaged, not more often than once a minute."""
        with self._lock:
            if time.monotonic() < self._not_before:
                return
            self._not_before = time.monotonic() + _PAUSE_S
            self._mending = Thread(target=self._mend_now, args=(opened, self._pointer), name="mending", daemon=True)
            self._mending.start()

    def _mend_now(self, opened: Opened, pointer: str) -> None:
        try:
            with self._generations.lock():
                if self._generations.pointer() != pointer:
                    return
                if self._tools.chroma_url is not None and opened.vectors is not None:
                    opened.dense = self._served(opened.generation, opened.vectors)
                    return
                with self._generations.aside() as aside:
                    file = opened.generation.folder / CATALOG
                    build_again(aside, opened.catalog, file, self._tools, opened.vectors)
                    self._publish(aside, opened.generation.manifest.documents)
        except (DealbotError, OSError) as error:
            _log.warning("The index could not be mended: %s", error)

    def _served(self, generation: Generation, vectors: KeptVectors) -> Dense:
        """What the server answers from, filled again unless another process did so meanwhile; raises DamagedIndex."""
        try:
            return trusted_dense(generation, frozenset(), vectors, self._tools)
        except DamagedIndex:
            fill_chroma(generation.folder, vectors, self._tools)
            return trusted_dense(generation, frozenset(), vectors, self._tools)

    def _renew(self, opened: Opened) -> bool:
        """Make the index anew where a workspace approved or took out something; tells whether that is done by now.

        It goes on in the background where it takes longer.
        """
        busy = self._renewing is not None and self._renewing.is_alive()
        wanted, known = self._marks(), owned(opened.generation.manifest.documents)
        if wanted is None or known == wanted or busy or time.monotonic() < self._not_before:
            return False
        pointer = self._pointer
        changed = frozenset(path for path in {*known, *wanted} if known.get(path) != wanted.get(path))
        self._renewing = Thread(target=self._renew_now, args=(opened, changed, wanted), name="renewing", daemon=True)
        self._renewing.start()
        self._renewing.join(_PATIENCE_S)
        return self._generations.pointer() != pointer

    def _marks(self) -> dict[str, str] | None:
        """What workspaces have of their own now; None while the ledger cannot tell."""
        try:
            return self._own.marks()
        except StoreUnavailable as error:
            _log.warning("What workspaces approved is not known now: %s", error)
            return None

    def _renew_now(self, opened: Opened, changed: frozenset[str], wanted: Mapping[str, str]) -> None:
        pointer = self._pointer
        try:
            with self._generations.lock():
                if self._generations.pointer() != pointer:
                    return
                changes = Changes(changed, self._own.documents(changed & wanted.keys()))
                with self._generations.aside() as aside:
                    build_beside(aside, opened.catalog, changes, self._tools, opened.vectors)
                    before = opened.generation.manifest.documents
                    self._publish(aside, {path: before[path] for path in before.keys() - changed} | dict(wanted))
        except (DealbotError, OSError) as error:
            self._not_before = time.monotonic() + _PAUSE_S
            _log.warning("What workspaces approved could not be taken in: %s", error)

    def _publish(self, aside: Path, documents: Mapping[str, str]) -> None:
        before = self._current()
        self._generations.publish(aside, Manifest(self._tools.name, documents, {}))
        after = self._current()
        if self._tools.chroma_url is None:
            if after is not None:
                remember_worked(after)
            return
        folders = [each.folder for each in (before, after) if each is not None]
        try:
            drop_on_server(self._tools.chroma_url, [collection_of(folder) for folder in folders])
        except (DamagedIndex, OSError) as error:
            _log.info("Old collections stay on the server: %s", error)

    def _current(self) -> Generation | None:
        try:
            return self._generations.current()
        except DamagedIndex as error:
            _log.warning("%s", error)
            return None

    def _vectors_of(self, before: Generation | None) -> KeptVectors | None:
        same = before is not None and before.manifest.encoder == self._tools.name
        return kept_vectors(before, before.damaged()) if before is not None and same else None


def _each_once(documents: Iterable[Document]) -> tuple[tuple[Document, ...], tuple[BadDocument, ...]]:
    """Documents by their paths; of two that go by one path, below two folders, the second is refused."""
    found: dict[str, Document] = {}
    again = [document.path for document in documents if found.setdefault(document.path, document) is not document]
    return tuple(found.values()), tuple(BadDocument(path, "another file goes by the same path") for path in again)


def _nothing(roots: Sequence[Path], refused: Sequence[BadDocument]) -> str:
    where = ", ".join(str(root) for root in roots)
    why = f": {refused[0]}" if refused else "."
    return f"There is no document that can be read in {where}{why} The index is as it was."


def _report(known: Mapping[str, str], wanted: Mapping[str, str], refused: Sequence[BadDocument]) -> Ingested:
    both = sorted(known.keys() & wanted.keys())
    return Ingested(
        added=tuple(sorted(wanted.keys() - known.keys())),
        changed=tuple(path for path in both if known[path] != wanted[path]),
        removed=tuple(sorted(known.keys() - wanted.keys())),
        unchanged=tuple(path for path in both if known[path] == wanted[path]),
        refused=tuple(sorted(refused, key=lambda error: error.path)),
    )
