"""A new ledger as a copy of one that was migrated: what the migrations make need not be made for every test."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, inspect

from dealbot.store.database import open_database
from dealbot.store.migrations import run

Upgrade = Callable[[Connection], None]
migrate: Upgrade = run.upgrade


def by_copy(folder: Path) -> Upgrade:
    """What makes an empty SQLite ledger by the statements of a migrated one, and migrates any other."""
    template = folder / "template.db"
    open_database(f"sqlite:///{template}").close()
    with sqlite3.connect(template) as opened:
        begin, *statements, commit = opened.iterdump()
    assert (begin, commit) == ("BEGIN TRANSACTION;", "COMMIT;")

    def upgrade(connection: Connection) -> None:
        if connection.dialect.name != "sqlite" or inspect(connection).get_table_names():
            migrate(connection)
            return
        for statement in statements:
            connection.exec_driver_sql(statement)

    return upgrade
