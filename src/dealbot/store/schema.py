"""Which version the schema has, and bringing an older one up to date under a lock."""

from sqlalchemy import Connection, Engine, inspect, text

from dealbot.store.migrations import HEAD, REVISIONS
from dealbot.store.trouble import newer

# Longer than any upgrade takes, so that of several processes started at once all but one simply wait.
_WAIT_MS = 60_000
_LOCK = 0x6465616C  # any number, the same in every process: "deal"


def bring_up_to_date(writer: Engine, reader: Engine) -> None:
    """Create or upgrade the schema; raises StoreUnavailable for one of a newer version."""
    with reader.connect() as connection:
        if _current(connection) == HEAD:
            return
    # Alembic takes longer to import than everything else an up-to-date ledger needs.
    from dealbot.store.migrations.run import upgrade  # noqa: PLC0415

    with writer.connect() as connection:
        _wait_for_turn(connection)
        if _current(connection) != HEAD:
            upgrade(connection)
        connection.commit()
    # The next connections wait as long as usual again.
    writer.dispose()


def _wait_for_turn(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = {_WAIT_MS}"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    else:
        cursor = connection.connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
        cursor.close()
        connection.begin()


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision is not None and revision not in REVISIONS:
        raise newer(connection.engine.url)
    return revision
