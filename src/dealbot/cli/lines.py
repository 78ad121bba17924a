"""Requests by the line: one JSON object in, one answer out, in order, a bad line spoils none of the others."""

import json
import math
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, BinaryIO

import typer

from dealbot.app.wording import listed
from dealbot.cli.call import Call, in_json
from dealbot.cli.edge import Stopped, edge, sentence
from dealbot.cli.streams import put, read_input, tell
from dealbot.domain.note import storable
from dealbot.errors import BadInput, DealbotError

Request = Mapping[str, Any]
_MOST_NUMBERS = 20
_DAY = re.compile(r"(?:19|20|21)\d\d-\d\d-\d\d", re.ASCII)


def answer_lines(
    call: Call,
    source: str,
    answer: Callable[[Request], Mapping[str, Any]],
    default: Mapping[str, str | None],
) -> None:
    """Answer every line of a file (`-`: standard input), each answer with its request's id; exits 1 if any failed.

    A line that leaves out what the command line gives as `default` takes it from there.
    """
    given = {name: value for name, value in default.items() if value is not None}
    answered, failed = 0, list[int]()
    with _opened(source) as file:
        for number, line in _lines(file):
            shape, wrong = _answered(call, line, lambda request: answer({**given, **request}))
            answered, failed = answered + 1, failed + [number] * wrong
            put(in_json(shape))
    if failed:
        where = listed([str(number) for number in failed], _MOST_NUMBERS, ", ")
        tell(f"{len(failed)} of {answered} lines failed (line {where}): each says why in its answer.")
        raise typer.Exit(1)


def read_text(source: Path | None) -> str:
    """Read a whole text from a file or, without one, from standard input; raises BadInput."""
    standard = source is None or str(source) == "-"
    try:
        raw = read_input() if source is None or standard else source.read_bytes()
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = "Standard input" if standard else f"'{source}'"
        raise BadInput(f"{what} is not a text in UTF-8: save it as UTF-8 and try again.") from error
    except OSError as error:
        raise BadInput(f"'{source}' cannot be read: {error.strerror}.") from error


def a_day(value: Any, name: str = "on") -> date:
    """Read a day written YYYY-MM-DD, from 1900 to 2199; raises BadInput."""
    if value is None:
        raise BadInput(f"The day '{name}' is missing: write it as YYYY-MM-DD.")
    with suppress(ValueError):
        if _DAY.fullmatch(str(value)):
            return date.fromisoformat(str(value))
    raise BadInput(f"'{name}' is a day written YYYY-MM-DD, not '{value}'.")


def an_instant(value: Any, name: str = "known_at") -> datetime:
    """Read an instant in ISO 8601; one without a zone is UTC; raises BadInput."""
    try:
        instant = datetime.fromisoformat(str(value))
        return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
    except (OverflowError, ValueError) as error:
        raise BadInput(f"'{name}' is an instant such as 2026-03-10T09:00:00Z, not '{value}'.") from error


def a_text(request: Request, name: str) -> str:
    """Take a text that has to be there, as it can be kept; raises BadInput."""
    value = request.get(name)
    if value is None:
        raise BadInput(f"The text '{name}' is missing.")
    if not isinstance(value, str):
        raise BadInput(f"'{name}' is a text, not {_kind(value)}.")
    return storable(value)


def an_optional_text(request: Request, name: str) -> str | None:
    """Take a text that may be left out; raises BadInput."""
    return a_text(request, name) if request.get(name) is not None else None


def an_id(request: Request) -> str | int | float | None:
    """Take the request's id, a text or a number, which its answer carries; raises BadInput."""
    value = request.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise BadInput(f"'id' is a text or a number, not {_kind(value)}.")
    return value


def _kind(value: Any) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return kinds.get(type(value), "that")


def _opened(source: str) -> AbstractContextManager[BinaryIO]:
    if source == "-":
        if sys.stdin is None:
            raise BadInput("Standard input is closed: name a file to read.")
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(source).open("rb")
    except OSError as error:
        raise BadInput(f"'{source}' cannot be read: {error.strerror}.") from error


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not empty, numbered, the mark some editors put at the start of a file taken off."""
    try:
        for number, line in enumerate(file, 1):
            whole = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if whole.strip():
                yield number, whole
    except OSError as error:
        raise BadInput(f"The requests cannot be read: {error.strerror}.") from error


def _answered(
    call: Call, line: bytes, answer: Callable[[Request], Mapping[str, Any]]
) -> tuple[Mapping[str, Any], bool]:
    name: Any = None
    try:
        request = _request(line)
        name = an_id(request)
        with edge(call.command, lambda: call.settings):
            return {"id": name, **answer(request)}, False
    except Stopped:
        raise
    except DealbotError as error:
        return {"id": name, "error": {"code": error.code, "message": sentence(error)}}, True


def _request(line: bytes) -> Request:
    try:
        request = json.loads(line.decode(), parse_float=_number, parse_constant=_number)
    except UnicodeDecodeError as error:
        raise BadInput("The line is not written in UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise BadInput("The line is not JSON.") from error
    if not isinstance(request, dict):
        raise BadInput("The line is JSON, but not an object.")
    return request


def _number(written: str) -> float:
    """Read a number that JSON can write back: Python also takes NaN and numbers too large to hold."""
    number = float(written)
    if not math.isfinite(number):
        raise ValueError
    return number
