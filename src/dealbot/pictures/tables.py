"""Tables as CSV (RFC 4180) that a spreadsheet opens without running anything."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
Cell = str | int | bool | date | None


def csv_text(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table with its head; dates as ISO text, nothing where nothing is known."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([head, *(map(_cell, row) for row in rows)])
    return file.getvalue()


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case date():
            return cell.isoformat()
        case _:
            return harmless(str(cell))


def harmless(text: str) -> str:
    """A text that is not taken for a formula: such a one begins with an apostrophe."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
