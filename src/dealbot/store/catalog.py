"""The documents and passages of an index, and the words to find them by: one SQLite file, written once, then only read.

Words are matched by their stems (porter) and ranked by bm25 (FTS5).
"""

import errno
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from pydantic import TypeAdapter

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import Document, Passage
from dealbot.domain.policy import PolicyNote
from dealbot.domain.search import DocumentKind, Entry
from dealbot.errors import DamagedIndex

_SCHEMA = (
    "CREATE TABLE documents (path TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE passages (row INTEGER PRIMARY KEY, id, document, heading, breadcrumb, start INTEGER, end INTEGER)",
    "CREATE VIRTUAL TABLE words USING fts5(searched, content='', tokenize='porter unicode61')",
)
_MATCH = "SELECT rowid FROM words WHERE words MATCH ? {among} ORDER BY bm25(words), rowid LIMIT ?"
_AMONG = "AND rowid IN (SELECT value FROM json_each(?))"
_DOCUMENT = TypeAdapter(Document)
_ERRNO = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
}
_PRIMARY = 0xFF


def write_catalog(path: Path, entries: Sequence[Entry], passages: Sequence[Passage]) -> None:
    """Write a new file; a passage's row is its place in the sequence. Raises OSError where it cannot be written."""
    with _writing(), closing(sqlite3.connect(path)) as database, database:
        for statement in _SCHEMA:
            database.execute(statement)
        database.executemany("INSERT INTO documents VALUES (?, ?, ?)", map(_document_row, entries))
        database.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)", map(_passage_row, enumerate(passages))
        )
        database.executemany(
            "INSERT INTO words (rowid, searched) VALUES (?, ?)",
            ((row, passage.searched) for row, passage in enumerate(passages)),
        )
        database.execute("INSERT INTO words (words) VALUES ('optimize')")


class Catalog:
    """An index's file, open to read; threads may share it. Whatever is wrong with the file is DamagedIndex."""

    def __init__(self, path: Path) -> None:
        """Open the file, which nobody changes any more."""
        with _told():
            self._database = sqlite3.connect(
                f"{path.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False
            )
        self._lock = Lock()
        self._entries: dict[str, Entry] = {}

    def __len__(self) -> int:
        """How many passages there are."""
        ((count,),) = self._all("SELECT count(*) FROM passages")
        return int(count)

    def match(self, words: Sequence[str], most: int, among: Sequence[int] | None = None) -> tuple[int, ...]:
        """The rows that hold any of the words or phrases, best first, of all or `among` some."""
        query = " OR ".join(_quoted(word) for word in words if any(map(str.isalnum, word)))
        if not query:
            return ()
        extra = () if among is None else (json.dumps(list(among)),)
        found = self._all(_MATCH.format(among="" if among is None else _AMONG), (query, *extra, most))
        return tuple(row for (row,) in found)

    def spread(self, word: str) -> int:
        """How many rows hold a word."""
        ((count,),) = self._all("SELECT count(*) FROM words WHERE words MATCH ?", (_quoted(word),))
        return int(count)

    def passage(self, row: int) -> Passage:
        """The passage of a row."""
        (found,) = self._all("SELECT * FROM passages WHERE row = ?", (row,))
        return self._passage(found)

    def passages(self) -> Iterator[Passage]:
        """All passages in the order of their rows."""
        return map(self._passage, self._all("SELECT * FROM passages ORDER BY row"))

    @cached_property
    def documents_of(self) -> tuple[str, ...]:
        """The path of each row's document, in the order of rows."""
        return tuple(path for (path,) in self._all("SELECT document FROM passages ORDER BY row"))

    @cached_property
    def policies(self) -> dict[str, PolicyNote]:
        """The notes on rules by their documents' paths."""
        paths = self._all("SELECT path FROM documents WHERE kind = ? ORDER BY path", (DocumentKind.POLICY.value,))
        notes = ((path, self.entry(path).document.policy) for (path,) in paths)
        return {path: note for path, note in notes if note is not None}

    def entries(self) -> Iterator[Entry]:
        """All documents, by their paths."""
        return (self.entry(path) for (path,) in self._all("SELECT path FROM documents ORDER BY path"))

    def entry(self, path: str) -> Entry:
        """A document by its path."""
        if path not in self._entries:
            ((kind, body),) = self._all("SELECT kind, body FROM documents WHERE path = ?", (path,))
            with _told():
                document = _DOCUMENT.validate_json(body)
                self._entries[path] = Entry.of(document, DocumentKind(kind))
        return self._entries[path]

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _passage(self, found: tuple[Any, ...]) -> Passage:
        with _told():
            _, name, path, heading, breadcrumb, start, end = found
            text = self.entry(path).document.text[start:end]
            return Passage(
                name, path, tuple(json.loads(heading)), tuple(json.loads(breadcrumb)), Span(text, start, end)
            )

    def _all(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with _told(), self._lock:
            return self._database.execute(statement, tuple(values)).fetchall()


def _quoted(word: str) -> str:
    """A word or phrase as FTS5 takes it, whatever stands in it."""
    return f'"{word.replace(chr(34), " ")}"'


def _document_row(entry: Entry) -> tuple[str, str, str]:
    slim = replace(entry.document, sections=(), questions=())
    return slim.path, entry.kind.value, _DOCUMENT.dump_json(slim).decode()


def _passage_row(numbered: tuple[int, Passage]) -> tuple[object, ...]:
    row, passage = numbered
    headings = json.dumps(passage.heading), json.dumps(passage.breadcrumb)
    return row, passage.id, passage.document, *headings, passage.span.start, passage.span.end


@contextmanager
def _writing() -> Iterator[None]:
    """Say as the file system would that there is no room, or no writing."""
    try:
        yield
    except sqlite3.OperationalError as error:
        number = _ERRNO.get(error.sqlite_errorcode & _PRIMARY)
        if number is None:
            raise
        raise OSError(number, str(error)) from error


@contextmanager
def _told() -> Iterator[None]:
    """What SQLite or JSON find wrong is damage: the file was right when it was written."""
    try:
        yield
    except (sqlite3.Error, ValueError, LookupError) as error:
        raise DamagedIndex(f"The catalog cannot be read: {type(error).__name__}.") from error
