"""Which of the appended rows count: the newest, as known at an instant."""

from datetime import datetime
from functools import cache
from typing import TypeVar

from sqlalchemy import ColumnElement, and_, exists, true
from sqlalchemy.orm import aliased

from dealbot.store.tables import Appended, Base

_T = TypeVar("_T", bound=Base)
_R = TypeVar("_R", bound=Appended)


@cache
def another(row: type[_T]) -> type[_T]:
    """Give a second name for a table within one statement; made once, as making it costs more than asking."""
    return aliased(row)


def known(row: type[Appended], known_at: datetime | None) -> ColumnElement[bool]:
    """Tell whether a row had been recorded by then; everything has been by now (None)."""
    return true() if known_at is None else row.recorded_at <= known_at


def newest(row: type[_R], of: str, known_at: datetime | None = None, **same: object) -> ColumnElement[bool]:
    """Tell whether a row is the last appended `of` its parent by then, among those whose columns are as in `same`."""
    later = another(row)
    alike = [getattr(later, column) == value for column, value in same.items()]
    mine = [getattr(row, column) == value for column, value in same.items()]
    superseded = exists().where(
        getattr(later, of) == getattr(row, of), later.id > row.id, known(later, known_at), *alike
    )
    return and_(known(row, known_at), ~superseded, *mine)
