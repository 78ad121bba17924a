"""The index of the knowledge: made where there is none, anew where documents change, mended where it is damaged."""

import json
import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import RLock, Thread

from dealbot.app.guides.building import CATALOG, Changes, Tools, build, build_again, build_beside, fill_chroma
from dealbot.app.guides.opened import Opened, kept_vectors, open_parts, remember_worked, trusted_dense
from dealbot.app.guides.own import NOTHING, OwnDocuments, owned
from dealbot.domain.knowledge import Document
from dealbot.errors import BadDocument, BadInput, DamagedIndex, DealbotError, StoreUnavailable
from dealbot.knowledge.library import load
from dealbot.retrieval.chroma import drop_on_server
from dealbot.retrieval.generations import Generation, Generations, Manifest
from dealbot.retrieval.vectors import KeptVectors, collection_of, key_of

_ROOTS = "roots.json"
_PAUSE_S = 60.0
_PATIENCE_S = 5.0
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
    """The index in a folder, of the knowledge below `default` or the paths taken in last; threads may share it."""

    def __init__(self, folder: Path, default: Callable[[], Path], tools: Tools, own: OwnDocuments = NOTHING) -> None:
        """Open nothing yet; `own` is what workspaces have beside that."""
        self._folder = folder
        self._default = default
        self._tools = tools
        self._own = own
        self._generations = Generations(folder)
        self._lock = RLock()
        self._opened: Opened | None = None
        self._pointer = ""
        self._retired: list[Opened] = []
        self._mending: Thread | None = None
        self._renewing: Thread | None = None
        self._not_before = 0.0

    def ingest(self, roots: Sequence[Path] = ()) -> Ingested:
        """Let the index be exactly these files and folders, and what workspaces have of their own.

        Raises BadInput where there is nothing in these.
        """
        roots = [root.absolute() for root in roots] or [self._default()]
        library = load(roots)
        documents, refused = _each_once(library.documents)
        refused = (*library.refused, *refused)
        if not documents:
            raise BadInput(_nothing(roots, refused))
        own = self._marks() or {}
        wanted = {document.path: key_of(document.text) for document in documents if document.path not in own} | own
        before = self._current()
        known = before.manifest.documents if before else {}
        if known != wanted or before is None or before.damaged() or before.manifest.encoder != self._tools.name:
            with self._generations.lock(), self._generations.aside() as aside:
                build(aside, (*documents, *self._own.documents(own)), self._tools, self._vectors_of(before))
                self._publish(aside, wanted)
        if self._roots() != roots:
            (self._folder / _ROOTS).write_text(json.dumps([str(root) for root in roots]), encoding="utf-8")
        return _report(known, wanted, refused)

    def opened(self) -> Opened:
        """The index as it is now; what is damaged of it is mended meanwhile."""
        with self._lock:
            if self._opened is None or self._generations.pointer() != self._pointer:
                if self._opened is not None:
                    self._retired.append(self._opened)  # others may still read it
                self._opened = self._open()
            if self._renew(self._opened):
                self._retired.append(self._opened)
                self._opened = self._open()
            return self._opened

    def distrust(self) -> None:
        """Look at the files anew before the next use."""
        with self._lock:
            self._pointer = ""

    def close(self) -> None:
        """Finish mending and let go of all files."""
        for thread in filter(None, (self._mending, self._renewing)):
            thread.join()
        with self._lock:
            for each in (*self._retired, *([self._opened] if self._opened else [])):
                each.close()
            self._opened, self._retired = None, []

    def _open(self) -> Opened:
        if generation := self._current():
            try:
                return self._opened_of(generation)
            except DamagedIndex as error:
                _log.warning("The index is made anew: %s", error)
        self._from_sources()
        generation = self._generations.current()
        if generation is None:
            raise DamagedIndex("The index was taken away while it was made: try again.")
        return self._opened_of(generation)

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
        roots = self._roots()
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
                    fill_chroma(opened.generation.folder, opened.vectors, self._tools)
                    opened.dense = trusted_dense(opened.generation, frozenset(), opened.vectors, self._tools)
                    return
                with self._generations.aside() as aside:
                    file = opened.generation.folder / CATALOG
                    build_again(aside, opened.catalog, file, self._tools, opened.vectors)
                    self._publish(aside, opened.generation.manifest.documents)
        except (DealbotError, OSError) as error:
            _log.warning("The index could not be mended: %s", error)

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

    def _roots(self) -> list[Path]:
        try:
            return [Path(root) for root in json.loads((self._folder / _ROOTS).read_text(encoding="utf-8"))]
        except (OSError, ValueError, TypeError):
            return []


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
