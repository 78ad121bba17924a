"""An index that is open: its words, its vectors, and Chroma as long as it can be trusted."""

import json
import logging
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from dealbot.app.guides.building import CATALOG, CHROMA, Tools
from dealbot.app.guides.own import of_others, own_policies, owned
from dealbot.errors import DamagedIndex
from dealbot.retrieval.chroma import Chroma, Dense, open_embedded, open_server
from dealbot.retrieval.generations import Generation
from dealbot.retrieval.probe import probe
from dealbot.retrieval.vectors import Floats, KeptVectors, collection_of
from dealbot.store.catalog import Catalog

_log = logging.getLogger(__name__)


class Opened:
    """One generation, open to read; threads may share it.

    Without `dense` the vectors kept are looked through one by one; without `vectors` words alone find passages.
    """

    def __init__(
        self, generation: Generation, catalog: Catalog, vectors: KeptVectors | None, told: Callable[[], None]
    ) -> None:
        """Take what is whole; `told` is called when something turns out not to be."""
        self.generation = generation
        self.catalog = catalog
        self.vectors = vectors
        self.dense: Dense | None = None
        self._told = told
        self._hidden: dict[str | None, frozenset[str]] = {}

    def hidden_from(self, workspace: str | None) -> frozenset[str]:
        """The paths that a workspace does not find: those of others, and what it has a text of its own of."""
        if workspace not in self._hidden:
            documents = owned(self.generation.manifest.documents)
            others = {path for path in documents if of_others(path, workspace)}
            # Of its own what is in the index: a text that cannot be read any more takes nobody's place.
            notes = self.catalog.policies if own_policies(documents, workspace) else {}
            own = own_policies(notes, workspace)
            replaced = {path for path, note in notes.items() if note.id in own and path not in documents}
            self._hidden[workspace] = frozenset(others | replaced)
        return self._hidden[workspace]

    def found_by(self, workspace: str | None) -> dict[str, str]:
        """The paths that a workspace finds, each with what is another whenever the document is."""
        hidden = self.hidden_from(workspace)
        return {path: mark for path, mark in self.generation.manifest.documents.items() if path not in hidden}

    def nearest(self, query: Floats, most: int, among: Sequence[int] | None = None) -> tuple[int, ...]:
        """The rows nearest to a unit vector, of all or `among` some."""
        if self.vectors is None:
            return ()
        if self.dense is None:
            self._told()
        elif among is None:
            try:
                return self.dense.nearest(query, most)
            except DamagedIndex as error:
                _log.warning("The index is mended: %s", error)
                self.dense = None
                self._told()
        return self.vectors.nearest(query, most, among)

    def close(self) -> None:
        """Let go of all files."""
        self.catalog.close()
        if self.dense is not None:
            self.dense.close()


def open_parts(generation: Generation, damaged: frozenset[str]) -> tuple[Catalog, KeptVectors | None]:
    """Open the words, and the vectors if they are whole; raises DamagedIndex where the words are not."""
    if CATALOG in damaged or CATALOG not in generation.manifest.files:
        raise DamagedIndex("The catalog is damaged.")
    return Catalog(generation.folder / CATALOG), kept_vectors(generation, damaged)


def kept_vectors(generation: Generation, damaged: frozenset[str]) -> KeptVectors | None:
    """The vectors, None where they are damaged."""
    try:
        return None if {"vectors.npy", "keys.txt"} & damaged else KeptVectors(generation.folder)
    except DamagedIndex:
        return None


def trusted_dense(generation: Generation, damaged: frozenset[str], vectors: KeptVectors | None, tools: Tools) -> Dense:
    """Open Chroma where it knows what is known; raises DamagedIndex.

    The embedded one is first looked at by a process of its own, unless its files are as they were when it last worked.
    """
    if vectors is None:
        raise DamagedIndex("The vectors are damaged.")
    if tools.chroma_url is not None:
        served = open_server(tools.chroma_url, collection_of(generation.folder), vectors)
        return _checked(served)
    folder, worked = generation.folder / CHROMA, generation.folder.with_suffix(".worked")
    if not folder.is_dir() or any(name.startswith(f"{CHROMA}/") for name in damaged):
        raise DamagedIndex("Chroma's files are damaged.")
    if not worked.exists() or worked.read_text("utf-8", errors="replace") != _look(folder):
        probe(folder, generation.folder)
    embedded = _checked(open_embedded(folder, vectors))
    remember_worked(generation)
    return embedded


def _checked(chroma: Chroma) -> Chroma:
    try:
        chroma.check()
    except DamagedIndex:
        chroma.close()
        raise
    return chroma


def remember_worked(generation: Generation) -> None:
    """Write down, beside the folder, how Chroma's files look whose answers are as they should be."""
    folder = generation.folder / CHROMA
    if not folder.is_dir():
        return
    try:
        generation.folder.with_suffix(".worked").write_text(_look(folder), encoding="utf-8")
    except OSError as error:  # without it, it is looked at again next time
        _log.info("That Chroma worked is not written down: %s", error.strerror)


def _look(folder: Path) -> str:
    """Names, sizes and times of Chroma's files, and its version."""
    files = ((file.relative_to(folder).as_posix(), file.stat()) for file in sorted(folder.rglob("*")) if file.is_file())
    return json.dumps([version("chromadb"), [[name, seen.st_size, seen.st_mtime_ns] for name, seen in files]])
