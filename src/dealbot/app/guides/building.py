"""Making an index: documents to passages, passages to words and vectors, each text embedded once."""

import logging
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from dealbot.domain.knowledge import Document, Passage
from dealbot.domain.search import Entry
from dealbot.errors import DamagedIndex
from dealbot.knowledge.passages import Count, passages_of
from dealbot.reading.heads import Encoder
from dealbot.retrieval.chroma import fill_embedded, fill_server
from dealbot.retrieval.vectors import Floats, KeptVectors, collection_of, key_of, write_vectors
from dealbot.store.catalog import Catalog, write_catalog

CATALOG: Final = "catalog.sqlite3"
CHROMA: Final = "chroma"
_AT_ONCE = 4_096
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tools:
    """What passages are cut and embedded with, opened when first needed.

    `name` changes whenever the vectors would; no passage has more than `longest` word pieces. `chroma_url` is a server.
    """

    name: str
    encoder: Callable[[], Encoder]
    count: Callable[[], Count]
    longest: int
    chroma_url: str | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths of an index that are to be left out or replaced, and the documents that come in."""

    paths: frozenset[str]
    documents: Iterable[Document]


def build(folder: Path, documents: Iterable[Document], tools: Tools, known: KeptVectors | None) -> None:
    """Fill a new folder from documents, with the vectors already known."""
    documents = sorted(documents, key=lambda document: document.path)
    count = tools.count()
    passages = [passage for document in documents for passage in passages_of(document, count, tools.longest)]
    write_catalog(folder / CATALOG, [Entry.of(document) for document in documents], passages)
    _embed(folder, passages, tools, known)


def build_beside(folder: Path, catalog: Catalog, changes: Changes, tools: Tools, known: KeptVectors | None) -> None:
    """Fill a new folder from an index that is whole, with some of its documents changed; raises DamagedIndex."""
    count, new = tools.count(), list(changes.documents)
    entries = [entry for entry in catalog.entries() if entry.document.path not in changes.paths]
    entries += [Entry.of(document) for document in new]
    passages = [passage for passage in catalog.passages() if passage.document not in changes.paths]
    passages += [passage for document in new for passage in passages_of(document, count, tools.longest)]
    passages.sort(key=lambda passage: passage.document)
    write_catalog(folder / CATALOG, sorted(entries, key=lambda entry: entry.document.path), passages)
    _embed(folder, passages, tools, known)


def build_again(folder: Path, catalog: Catalog, file: Path, tools: Tools, known: KeptVectors | None) -> None:
    """Fill a new folder from an index whose catalog is whole; raises DamagedIndex."""
    shutil.copyfile(file, folder / CATALOG)
    _embed(folder, list(catalog.passages()), tools, known)


def _embed(folder: Path, passages: Sequence[Passage], tools: Tools, known: KeptVectors | None) -> None:
    texts = [passage.searched for passage in passages]
    keys = [key_of(text) for text in texts]
    vectors = _vectors(dict(zip(keys, texts, strict=True)), tools, known)
    write_vectors(folder, keys, np.stack([vectors[key] for key in keys]))
    try:
        fill_chroma(folder, KeptVectors(folder), tools)
    except DamagedIndex as error:  # the vectors kept answer as well, only slower
        _log.warning("Chroma could not be filled: %s", error)
        shutil.rmtree(folder / CHROMA, ignore_errors=True)


def fill_chroma(folder: Path, vectors: KeptVectors, tools: Tools) -> None:
    """Put the vectors into Chroma, below the folder or on the server; raises DamagedIndex."""
    if tools.chroma_url is None:
        fill_embedded(folder / CHROMA, vectors)
    else:
        fill_server(tools.chroma_url, collection_of(folder), vectors)


def _vectors(texts: dict[str, str], tools: Tools, known: KeptVectors | None) -> dict[str, Floats]:
    rows = known.by_key() if known is not None else {}
    found = {key: known.rows[rows[key]] for key in texts if key in rows} if known is not None else {}
    new = [key for key in texts if key not in found]
    for first in range(0, len(new), _AT_ONCE):
        keys = new[first : first + _AT_ONCE]
        found |= dict(zip(keys, tools.encoder().encode([texts[key] for key in keys]), strict=True))
    return found
