"""Opening the ledger, and its transactions: many readers, one writer, everything committed is on the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from dealbot.errors import BadInput, DealbotError, StoreUnavailable
from dealbot.store.schema import bring_up_to_date
from dealbot.store.trouble import damaged, told_plainly

__all__ = ["Database", "Session", "open_database"]

WAIT_MS = 2_000
_CONNECT_S = 5
_BEGIN = "dealbot_begin"
_WRITE = {_BEGIN: ("PRAGMA query_only = OFF", "BEGIN IMMEDIATE")}
_READ = {_BEGIN: ("PRAGMA query_only = ON", "BEGIN")}
_SQLITE_SETUP = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)


class Database:
    """An open ledger; sessions of `read()` see one moment and cannot write, those of `write()` are one transaction."""

    def __init__(self, engine: Engine) -> None:
        """Take an engine and bring its schema up to date."""
        self.url = engine.url
        self._writer = engine
        self._reader = _reading(engine)
        bring_up_to_date(self._writer, self._reader)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one moment of the ledger; raises StoreUnavailable."""
        with told_plainly(self.url), Session(self._reader) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session whose work is committed as a whole at the end, or not at all; raises StoreUnavailable."""
        with told_plainly(self.url), Session(self._writer) as session, session.begin():
            yield session

    def check(self) -> None:
        """Look through the whole file for damage, or ask the server; raises StoreUnavailable."""
        with self.read() as session:
            if self.url.get_backend_name() != "sqlite":
                session.execute(text("SELECT 1"))
            elif session.execute(text("PRAGMA quick_check(1)")).scalar() != "ok":
                raise damaged(self.url)

    def close(self) -> None:
        """Close every connection."""
        self._writer.dispose()

    def __enter__(self) -> Self:
        """Close when the block ends."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every connection."""
        self.close()


def open_database(address: str | URL) -> Database:
    """Open or create the ledger and bring its schema up to date.

    Takes a URL of SQLite or PostgreSQL. Raises BadInput for any other, StoreUnavailable for what cannot be opened.
    """
    url = _parsed(address)
    with told_plainly(url):
        engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)
        try:
            return Database(engine)
        except (DealbotError, DBAPIError):
            engine.dispose()
            raise


def _parsed(address: str | URL) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        msg = "The database address cannot be read: it starts with sqlite:/// or postgresql://."
        raise BadInput(msg) from error
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in {"sqlite", "postgresql+psycopg"} or (url.drivername == "sqlite" and not url.database):
        msg = "The ledger is kept in a file of SQLite or in PostgreSQL: the address starts with sqlite:/// or postgresql://."
        raise BadInput(msg)
    return url


def _sqlite(url: URL) -> Engine:
    path = Path(url.database or "")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
    engine = create_engine(url, connect_args={"timeout": WAIT_MS / 1_000}, pool_timeout=WAIT_MS / 1_000)
    engine = engine.execution_options(**_WRITE)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own transactions begin late and unlocked; with None it leaves BEGIN to the hook below.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _SQLITE_SETUP:
        cursor.execute(pragma)
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    for statement in connection.get_execution_options()[_BEGIN]:
        connection.exec_driver_sql(statement)


def _postgresql(url: URL) -> Engine:
    wait = url.query.get("connect_timeout", _CONNECT_S)
    settings = {"connect_timeout": wait, "options": f"-c lock_timeout={WAIT_MS} -c timezone=UTC"}
    try:
        return create_engine(url, pool_pre_ping=True, pool_timeout=WAIT_MS / 1_000, connect_args=settings)
    except ModuleNotFoundError as error:
        msg = "PostgreSQL needs the extra: install dealbot[postgres]."
        raise StoreUnavailable(msg) from error


def _reading(engine: Engine) -> Engine:
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**_READ)
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
