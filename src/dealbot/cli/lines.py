"""Requests by the line: one JSON object in, one answer out, in order, a bad line spoils none of the others."""

import json
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TextIO

import typer

from dealbot.errors import BadInput, DealbotError

Request = Mapping[str, Any]


def answer_lines(source: str, answer: Callable[[Request], Mapping[str, Any]]) -> None:
    """Answer every line of a file (`-`: standard input), each answer with its request's id; exits 1 if any failed."""
    failed = False
    with _opened(source) as lines:
        for line in lines:
            if line.strip():
                shape, wrong = _answered(line, answer)
                failed = failed or wrong
                sys.stdout.write(f"{json.dumps(shape, ensure_ascii=False)}\n")
                sys.stdout.flush()
    if failed:
        raise typer.Exit(1)


def read_text(source: Path | None) -> str:
    """Read a whole text from a file or, without one, from standard input."""
    if source is None or str(source) == "-":
        return sys.stdin.read()
    try:
        return source.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{source.name} is not a text in UTF-8.") from error
    except OSError as error:
        raise BadInput(f"{source} cannot be read: {error.strerror}.") from error


def a_day(value: Any, name: str = "on") -> date:
    """Read a day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise BadInput(f"'{name}' is a day written YYYY-MM-DD, not '{value}'.") from error


def an_instant(value: Any, name: str = "known_at") -> datetime:
    """Read an instant in ISO 8601; one without a zone is UTC."""
    try:
        instant = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise BadInput(f"'{name}' is an instant such as 2026-03-10T09:00:00Z, not '{value}'.") from error
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def a_text(request: Request, name: str) -> str:
    """Take a text that has to be there."""
    value = request.get(name)
    if not isinstance(value, str):
        raise BadInput(f"The line has no text '{name}'.")
    return value


def an_optional_text(request: Request, name: str) -> str | None:
    """Take a text that may be left out."""
    return a_text(request, name) if request.get(name) is not None else None


def _opened(source: str) -> AbstractContextManager[TextIO]:
    if source == "-":
        return nullcontext(sys.stdin)
    try:
        return Path(source).open(encoding="utf-8-sig")
    except OSError as error:
        raise BadInput(f"{source} cannot be read: {error.strerror}.") from error


def _answered(line: str, answer: Callable[[Request], Mapping[str, Any]]) -> tuple[Mapping[str, Any], bool]:
    name: Any = None
    try:
        request = _request(line)
        name = request.get("id")
        return {"id": name, **answer(request)}, False
    except DealbotError as error:
        return {"id": name, "error": {"code": error.code, "message": str(error)}}, True


def _request(line: str) -> Request:
    try:
        request = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadInput("The line is not JSON.") from error
    if not isinstance(request, dict):
        raise BadInput("The line is JSON, but not an object.")
    return request
