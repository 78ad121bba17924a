"""The rows of the tables in a text, each value with the header that it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dealbot.domain.knowledge import plain

_RULE = re.compile(r"(?!-\s)\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")  # "- " begins a list
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table at `start` to `end` of its text; `cells` are pairs of header and value, none in its head."""

    start: int
    end: int
    cells: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """Say it without the table around it: what is empty is left out."""
        told = ((plain(header), plain(_BREAK.sub(" ", value))) for header, value in self.cells)
        return " · ".join(f"{header}: {value}" if header else value for header, value in told if value)


def rows_in(text: str, start: int, end: int) -> Iterator[Row]:
    """The lines of tables that overlap a piece of a text, whole; the head of a table may stand before the piece."""
    at = text.rfind("\n", 0, start) + 1
    head = _head_above(text, at)
    while at < end:
        line = _line(text, at)
        begins = _head_at(text, at)
        head = (begins or head) if "|" in line else ()
        if head:
            in_head = begins or _RULE.fullmatch(line.strip())
            cells = () if in_head else tuple(zip(head, _cells(line), strict=False))
            yield Row(at + len(line) - len(line.lstrip()), at + len(line.rstrip()), cells)
        at += len(line) + 1


def _head_above(text: str, at: int) -> tuple[str, ...]:
    """The headers of the table that a line goes on with, none where it does not."""
    while at > 0:
        at = text.rfind("\n", 0, at - 1) + 1
        if "|" not in _line(text, at):
            return ()
        if head := _head_at(text, at):
            return head
    return ()


def _head_at(text: str, at: int) -> tuple[str, ...]:
    """The headers in a line that the rule of a table follows with as many cells, none in any other."""
    line = _line(text, at)
    below = _line(text, at + len(line) + 1)
    if "|" not in line or "|" not in below or not _RULE.fullmatch(below.strip()):
        return ()
    head = _cells(line)
    return head if len(head) == len(_cells(below)) else ()


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)]


def _cells(line: str) -> tuple[str, ...]:
    cells = _BAR.split(line.strip())
    first, last = (1 if not cells[0].strip() else 0), (-1 if len(cells) > 1 and not cells[-1].strip() else None)
    return tuple(cell.strip() for cell in cells[first:last])
