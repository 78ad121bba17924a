"""The nearest passages by Chroma, embedded or a server, with every answer held against the vectors kept.

A damaged Chroma may crash, panic, hang, or answer too little without a word: whatever is not a whole and true answer
is DamagedIndex. Chroma's own embedding function would fetch a model and is never used.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar
from urllib.parse import urlsplit

import numpy as np

from dealbot.errors import BadInput, DamagedIndex
from dealbot.quiet import quiet
from dealbot.retrieval.vectors import COLLECTIONS, Floats, KeptVectors

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.config import Settings

Value = TypeVar("Value")
DEEPEST: Final = 400
_NAME = "passages"
_BATCH = 1_000
_SECONDS = 20.0
_BUILD_SECONDS = 3_600.0
_KNOWN_ANSWERS = 16
_EXACT = 1e-3


class Dense(Protocol):
    """Finds the nearest rows to a unit vector, nearest first; raises DamagedIndex."""

    def nearest(self, query: Floats, most: int) -> tuple[int, ...]:
        """At most so many rows."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


class Chroma:
    """A collection whose ids are the row numbers of the vectors kept; threads may share it."""

    def __init__(self, client: "Client", name: str, vectors: KeptVectors) -> None:
        """Take an open client and open the collection; raises DamagedIndex."""
        self._client = client
        self._vectors = vectors
        self._threads = ThreadPoolExecutor(4, thread_name_prefix="chroma")
        try:
            self._collection = self._tried(lambda: client.get_collection(name, embedding_function=None))
        except DamagedIndex:
            self.close()
            raise

    def nearest(self, query: Floats, most: int) -> tuple[int, ...]:
        """The nearest rows, ordered by their exact cosine; an answer that is not whole is DamagedIndex."""
        wanted = min(most, DEEPEST, len(self._vectors.rows))
        asked: Any = [query.tolist()]
        answer: Any = self._tried(
            lambda: self._collection.query(query_embeddings=asked, n_results=wanted, include=["distances"])
        )
        rows, told = _rows(answer)
        if len(set(rows)) != wanted or not all(0 <= row < len(self._vectors.rows) for row in rows):
            raise DamagedIndex("Chroma gave a short or strange answer.")
        exact = self._vectors.likeness(query, rows)
        if not np.all(np.abs(1 - np.array(told) - exact) <= _EXACT):  # so that no number is no answer either
            raise DamagedIndex("Chroma gave distances that are not so.")
        return tuple(row for _, row in sorted(zip(-exact, rows, strict=True)))

    def check(self) -> None:
        """Ask what the answer to is known: passages spread over the index, each nearest to itself."""
        count = len(self._vectors.rows)
        if self._tried(self._collection.count) != count:
            raise DamagedIndex("Chroma does not hold as many passages as it should.")
        for row in np.unique(np.linspace(0, count - 1, min(count, _KNOWN_ANSWERS), dtype=np.intp)):
            query: Floats = np.array(self._vectors.rows[row])
            (nearest, *_) = self.nearest(query, 10)
            if float(self._vectors.likeness(query, [nearest])[0]) < 1 - _EXACT:
                raise DamagedIndex("Chroma does not find a passage by its own vector.")

    def close(self) -> None:
        """Let go of the client; a call that hangs is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        _close(self._client)

    def _tried(self, call: Callable[[], Value]) -> Value:
        return tried(call, self._threads, _SECONDS)


def tried(call: Callable[[], Value], threads: ThreadPoolExecutor, seconds: float) -> Value:
    """The value of a call to Chroma; whatever it raises, a panic in Rust included, and no answer are DamagedIndex."""
    future = threads.submit(call)
    try:
        error = future.exception(timeout=seconds)
    except TimeoutError:
        raise DamagedIndex("Chroma does not answer.") from None
    if error is not None:
        raise DamagedIndex(f"Chroma failed: {type(error).__name__}.") from error
    return future.result()


def open_embedded(folder: Path, vectors: KeptVectors) -> Chroma:
    """Open a folder that `fill_embedded` wrote; raises DamagedIndex."""
    return Chroma(_embedded(folder), _NAME, vectors)


def fill_embedded(folder: Path, vectors: KeptVectors) -> None:
    """Write a new folder and ask it what is known; raises DamagedIndex."""
    with _closing(_embedded(folder)) as client:
        _fill(client, _NAME, np.array(vectors.rows))
        with closing(Chroma(client, _NAME, vectors)) as filled:
            filled.check()


def open_server(url: str, name: str, vectors: KeptVectors) -> Chroma:
    """Open the collection of an index on a server; raises DamagedIndex, BadInput."""
    return Chroma(_server(url), name, vectors)


def fill_server(url: str, name: str, vectors: KeptVectors) -> None:
    """Write the collection of an index on a server; raises DamagedIndex, BadInput."""
    with _closing(_server(url)) as client:
        _fill(client, name, np.array(vectors.rows))


def drop_on_server(url: str, kept: Collection[str]) -> None:
    """Remove the collections of older indexes from a server; raises DamagedIndex, BadInput."""
    with _closing(_server(url)) as client, ThreadPoolExecutor(1) as threads:

        def drop() -> None:
            for name in {collection.name for collection in client.list_collections()}:
                if name.startswith(COLLECTIONS) and name not in kept:
                    client.delete_collection(name)

        tried(drop, threads, _SECONDS)


@contextmanager
def _closing(client: "Client") -> "Iterator[Client]":
    try:
        yield client
    finally:
        _close(client)


def _close(client: "Client") -> None:
    """Close a client and the connections that Chroma leaves open: its own, and those of its part for databases."""
    both = (client, getattr(client, "_admin_client", None))
    servers = [getattr(each, "_server", None) for each in both]
    client.close()
    if getattr(client, "_identifier", None) in getattr(client, "_identifier_to_system", {}):
        return  # others still use it
    for session in (getattr(server, "_session", None) for server in servers):
        if session is not None:
            session.close()


def _fill(client: "Client", name: str, vectors: Floats) -> None:
    """Make the collection anew, its graph written whole: below `sync_threshold` Chroma leaves that for later."""
    count = len(vectors)
    hnsw: Any = {"space": "cosine", "ef_construction": 200, "ef_search": DEEPEST, "max_neighbors": 32}
    hnsw |= {"batch_size": max(2, min(count, 100)), "sync_threshold": max(2, count)}

    def fill() -> None:
        if name in {collection.name for collection in client.list_collections()}:
            client.delete_collection(name)
        collection = client.create_collection(name, embedding_function=None, configuration={"hnsw": hnsw})
        for first in range(0, count, _BATCH):
            rows = range(first, min(count, first + _BATCH))
            batch: Any = vectors[rows.start : rows.stop]
            collection.add(ids=[str(row) for row in rows], embeddings=batch)

    with ThreadPoolExecutor(1) as threads:
        tried(fill, threads, _BUILD_SECONDS)


def _embedded(folder: Path) -> "Client":
    chroma = _library()
    with ThreadPoolExecutor(1) as threads:
        client: Client = tried(lambda: chroma.PersistentClient(str(folder), settings=_settings()), threads, _SECONDS)
    return client


def _server(url: str) -> "Client":
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadInput("DEALBOT_CHROMA_URL cannot be used: write it as http://host:port.")
    host, port, ssl = parts.hostname, parts.port or (443 if parts.scheme == "https" else 8000), parts.scheme == "https"
    chroma = _library()
    with ThreadPoolExecutor(1) as threads:
        client: Client = tried(lambda: chroma.HttpClient(host, port, ssl, settings=_settings()), threads, _SECONDS)
    return client


def _settings() -> "Settings":
    from chromadb.config import Settings  # noqa: PLC0415 -- two seconds: only who searches waits for it

    return Settings(anonymized_telemetry=False)


def _library() -> ModuleType:
    quiet()
    import chromadb  # noqa: PLC0415 -- two seconds: only who searches waits for it

    return chromadb


def _rows(answer: Mapping[str, Any]) -> tuple[list[int], list[float]]:
    try:
        return [int(name) for name in answer["ids"][0]], [float(each) for each in answer["distances"][0]]
    except (LookupError, TypeError, ValueError) as error:
        raise DamagedIndex("Chroma gave an answer that cannot be read.") from error
