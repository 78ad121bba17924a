"""Of what the tables are made: a rule takes a JSON value and where it stands, and tells what is wrong with it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = Any
Rule = Callable[[Json, str], Iterator["Problem"]]
Checked = Callable[[dict[str, Json], str], Iterator["Problem"]]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: a JSON pointer into the payload."""

    pointer: str
    text: str

    def __str__(self) -> str:
        """Write it as Slack does in `response_metadata.messages`."""
        return f"[ERROR] {self.text} [json-pointer:{self.pointer}]"


def words(most: int, least: int = 1) -> Rule:
    """A string of a length."""

    def check(value: Json, at: str) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem(at, "must be a string")
        elif len(value) > most:
            yield Problem(at, f"must be no more than {most} characters")
        elif len(value) < least:
            yield Problem(at, f"must be at least {least} character{'s' * (least > 1)}")

    return check


def link(most: int) -> Rule:
    """An address on the web."""

    def check(value: Json, at: str) -> Iterator[Problem]:
        yield from words(most)(value, at)
        if isinstance(value, str) and not value.startswith(("https://", "http://", "mailto:", "slack://")):
            yield Problem(at, "must be a valid URL")

    return check


def number(low: float | None = None, high: float | None = None, *, whole: bool = True) -> Rule:
    """A number within bounds."""

    def check(value: Json, at: str) -> Iterator[Problem]:
        if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)):
            yield Problem(at, "must be an integer" if whole else "must be a number")
        elif (low is not None and value < low) or (high is not None and value > high):
            yield Problem(at, f"must be between {low} and {high}")

    return check


def flag(value: Json, at: str) -> Iterator[Problem]:
    """True or false."""
    if not isinstance(value, bool):
        yield Problem(at, "must be a boolean")


def one_of(*values: Json) -> Rule:
    """A value of a closed set."""

    def check(value: Json, at: str) -> Iterator[Problem]:
        if value not in values:
            yield Problem(at, f"must be one of: {', '.join(map(str, values))}")

    return check


def many(rule: Rule, most: int | None = None, least: int = 1) -> Rule:
    """A list whose items keep a rule."""

    def check(value: Json, at: str) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem(at, "must be an array")
            return
        if most is not None and len(value) > most:
            yield Problem(at, f"no more than {most} items allowed")
        if len(value) < least:
            yield Problem(at, f"no fewer than {least} items allowed")
        for index, item in enumerate(value):
            yield from rule(item, f"{at}/{index}")

    return check


def shape(required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None, *together: Checked) -> Rule:
    """An object with these keys and no others; `together` looks at several keys at once, where each is right."""
    known = {**(optional or {}), **required}

    def check(value: Json, at: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem(at, "must be an object")
            return
        found = [Problem(f"{at}/{key}", "missing required field") for key in required if key not in value]
        for key, item in value.items():
            wrong = known[key](item, f"{at}/{key}") if key in known else [Problem(f"{at}/{key}", "unknown field")]
            found.extend(wrong)
        yield from found
        if not found:
            for rule in together:
                yield from rule(value, at)

    return check


def kinds(table: Mapping[str, Rule], what: str) -> Rule:
    """An object whose `type` says which rule it keeps."""

    def check(value: Json, at: str) -> Iterator[Problem]:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str):
            yield Problem(at, f"must be a {what} with a type")
        elif kind in table:
            yield from table[kind](value, at)
        else:
            yield Problem(f"{at}/type", f"unsupported type of {what}: {kind}")

    return check


def typed(kind: str, required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None, *more: Checked) -> Rule:
    """An object of one type."""
    return shape({"type": one_of(kind), **required}, optional, *more)


def later(find: Callable[[], Rule]) -> Rule:
    """A rule that is made only when it is asked for: what holds its like."""

    def check(value: Json, at: str) -> Iterator[Problem]:
        yield from find()(value, at)

    return check


def exactly_one(*names: str) -> Checked:
    """Just one of these keys."""

    def check(value: dict[str, Json], at: str) -> Iterator[Problem]:
        if sum(name in value for name in names) != 1:
            yield Problem(at, f"must have exactly one of: {', '.join(names)}")

    return check


def any_of(*names: str) -> Checked:
    """At least one of these keys."""

    def check(value: dict[str, Json], at: str) -> Iterator[Problem]:
        if not any(name in value for name in names):
            yield Problem(at, f"must have at least one of: {', '.join(names)}")

    return check
