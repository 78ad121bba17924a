"""Ledgers for the conversations: what a conversation begins with is logged once and copied."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dealbot.store.database import open_database
from tests.conversations.cast import fill
from tests.conversations.house import open_desk

_BEGAN = datetime(2026, 11, 2, 18, tzinfo=UTC)


def filled(url: str, deals: tuple[str, ...]) -> None:
    """Log into an empty ledger what is known of these deals."""
    with open_database(url) as database:
        fill(open_desk(database, lambda: _BEGAN), deals)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Callable[[tuple[str, ...]], Path]:
    """Ledgers in files, one for each set of deals."""
    folder, made = tmp_path_factory.mktemp("ledgers"), dict[tuple[str, ...], Path]()

    def template(deals: tuple[str, ...]) -> Path:
        if deals not in made:
            file = folder / f"{len(made)}.sqlite3"
            filled(f"sqlite:///{file}", deals)
            made[deals] = file
        return made[deals]

    return template


@pytest.fixture
def ledger(
    request: pytest.FixtureRequest, templates: Callable[[tuple[str, ...]], Path], tmp_path: Path
) -> Callable[[tuple[str, ...], str], str]:
    """Give a new ledger with these deals in it, in a file or in PostgreSQL."""

    def begin(deals: tuple[str, ...], kind: str) -> str:
        if kind == "postgres":
            url = str(request.getfixturevalue("postgres_url"))
            filled(url, deals)
            return url
        file = tmp_path / "dealbot.sqlite3"
        shutil.copy(templates(deals), file)
        return f"sqlite:///{file}"

    return begin
