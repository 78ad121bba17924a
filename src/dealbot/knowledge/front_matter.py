"""The front matter of a Markdown file: YAML between two lines of three dashes at its very beginning."""

import re
from collections.abc import Mapping
from datetime import date, datetime

import yaml

from dealbot.domain.knowledge import About, plain
from dealbot.domain.note import storable
from dealbot.errors import BadInput

_OPENS = re.compile(r"\s*---[ \t]*\n(?=\s*[\w\"'][^\n]*:(?:\s|$))")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


def split(text: str) -> tuple[dict[str, object], int]:
    """The front matter and where the rest begins; a rule on the first line of a plain text is none."""
    opened = _OPENS.match(text)
    if not opened:
        return {}, 0
    closed = _CLOSES.search(text, opened.end())
    if not closed:
        raise BadInput("its front matter is not closed: a line of three dashes is missing")
    return _mapping(text[opened.end() : closed.start()]), closed.end()


def _mapping(matter: str) -> dict[str, object]:
    try:
        read = yaml.safe_load(matter)
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise BadInput(f"its front matter is no YAML{line}: {error.problem or 'unreadable'}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BadInput(f"its front matter is no YAML: {str(error).splitlines()[0]}") from error
    if not isinstance(read, dict):
        raise BadInput("its front matter is no list of names and values")
    return {str(key): value for key, value in read.items()}


def about(head: Mapping[str, object], untitled: str) -> About:
    """What the front matter of a guide or a plain document says; without any, the title is `untitled`."""
    title = _words(head, "term") or _words(head, "title")
    if head and not title:
        raise BadInput("its front matter has no term (or title)")
    return About(
        title=title or untitled,
        description=_words(head, "description"),
        category=_words(head, "category"),
        vertical=_words(head, "vertical"),
        published_on=day(head, "pubDate"),
        modified_on=day(head, "modDate"),
        author=_words(head, "author"),
        tags=_list(head, "tags"),
        audience=_list(head, "audience"),
    )


def day(head: Mapping[str, object], key: str) -> date | None:
    """The date under a key, None where it is empty; raises BadInput for one that is not in the calendar."""
    value = head.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError as error:
        raise BadInput(f"its {key} is no date as in 2026-01-31: {value}") from error


def _words(head: Mapping[str, object], key: str) -> str:
    value = head.get(key)
    if isinstance(value, Mapping | list):
        raise BadInput(f"its {key} is not a line of text")
    return "" if value is None else plain(storable(str(value)))


def _list(head: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = head.get(key)
    if isinstance(value, str):
        return tuple(each.strip() for each in value.split(",") if each.strip())
    if value is not None and not isinstance(value, list):
        raise BadInput(f"its {key} are no list")
    return tuple(storable(str(each)) for each in value or ())
