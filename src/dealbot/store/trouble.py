"""What the database engines complain of, turned into one sentence each for the person."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from dealbot.errors import StoreUnavailable

_LOCKED = "The ledger is being written by somebody else: nothing was saved, please try again in a moment."
_READ_ONLY = "The ledger {place} cannot be written: its folder or file is read-only."
_READS_ONLY = "The PostgreSQL server {place} lets dealbot read only: nothing was saved."
_FULL = "The disk that holds the ledger {place} is full or failing: nothing was saved."
_DAMAGED = "The ledger {place} is damaged: restore it from a backup."
_NO_FOLDER = "The ledger {place} cannot be opened: its folder is not a folder that can be used."
_UNREACHABLE = "The PostgreSQL server {place} cannot be reached or does not let dealbot in."
_NEWER = "The ledger {place} was written by a newer version of dealbot: install that version to open it."

_SQLITE = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _FULL,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
_PRIMARY = 0xFF
_SQLSTATES = {
    "55P03": _LOCKED,
    "40": _LOCKED,
    "25006": _READS_ONLY,
    "42501": _READS_ONLY,
    "53100": _FULL,
    "58030": _FULL,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
    "08": _UNREACHABLE,
    "28": _UNREACHABLE,
    "3D": _UNREACHABLE,
    "53300": _UNREACHABLE,
    "57P": _UNREACHABLE,
}
_ERRNO = {
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
}


@contextmanager
def told_plainly(url: URL) -> Iterator[None]:
    """Turn an engine's error into StoreUnavailable with its sentence; what is no fault of the store passes through."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StoreUnavailable(_LOCKED) from error
    except DBAPIError as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        raise StoreUnavailable(sentence.format(place=place(url))) from error
    except OSError as error:
        sentence = _ERRNO.get(error.errno or 0, _NO_FOLDER)
        raise StoreUnavailable(sentence.format(place=place(url))) from error


def newer(url: URL) -> StoreUnavailable:
    """Say that the schema is of a version this program does not know."""
    return StoreUnavailable(_NEWER.format(place=place(url)))


def damaged(url: URL) -> StoreUnavailable:
    """Say that the file holds what no ledger does."""
    return StoreUnavailable(_DAMAGED.format(place=place(url)))


def place(url: URL) -> str:
    """Name the database without its credentials."""
    if url.get_backend_name() == "sqlite":
        return url.database or "in memory"
    return f"{url.host or url.query.get('host') or 'on this machine'}/{url.database or ''}"


def _sentence(error: DBAPIError) -> str | None:
    if isinstance(error.orig, sqlite3.Error):
        return _SQLITE.get(getattr(error.orig, "sqlite_errorcode", 0) & _PRIMARY)
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        lost = isinstance(error, OperationalError) or error.connection_invalidated
        return _UNREACHABLE if lost else None
    return next((sentence for prefix, sentence in _SQLSTATES.items() if state.startswith(prefix)), None)
