"""What the program builds at its start, and tests need not build for each ledger and each command."""

from functools import cache
from typing import Any

import pytest
import typer.main
from sqlalchemy import Engine, create_engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

from dealbot.store import database

_STATEMENTS = 1_500  # of two databases


def build_once(patch: pytest.MonkeyPatch) -> None:
    """Share compiled statements between all ledgers of a kind, and the command line between all calls."""
    compiled: LRUCache[Any, Any] = LRUCache(_STATEMENTS)

    def engine(*args: Any, **options: Any) -> Engine:
        made = create_engine(*args, **options)
        made._compiled_cache = compiled
        return made

    patch.setattr(database, "create_engine", engine)
    # Statements are kept by dialect, of which each engine has its own.
    patch.setattr(DefaultDialect, "__eq__", lambda one, other: type(one) is type(other))
    patch.setattr(DefaultDialect, "__hash__", lambda one: hash(type(one)))
    patch.setattr(typer.main, "get_command", cache(typer.main.get_command))
