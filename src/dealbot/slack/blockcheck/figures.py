"""Tables and charts."""

from collections.abc import Iterator

from dealbot.slack import limits
from dealbot.slack.blockcheck.rich import RICH_TEXT
from dealbot.slack.blockcheck.rules import (
    Json,
    Problem,
    Rule,
    flag,
    kinds,
    many,
    number,
    one_of,
    shape,
    typed,
    words,
)

_BLOCK_ID = {"block_id": words(limits.IDENTIFIER)}
_PLAIN_CELLS: dict[str, Rule] = {
    "raw_text": typed("raw_text", {"text": words(limits.DATA_TABLE_TEXT)}),
    "raw_number": typed("raw_number", {"value": number(whole=False), "text": words(limits.IDENTIFIER)}),
}
_CELL = kinds({**_PLAIN_CELLS, "rich_text": RICH_TEXT}, "cell")
_ROW = many(_CELL, limits.TABLE_COLUMNS)
_COLUMN = shape({}, {"align": one_of("left", "center", "right"), "is_wrapped": flag})


def _or_null(rule: Rule) -> Rule:
    def check(value: Json, at: str) -> Iterator[Problem]:
        if value is not None:
            yield from rule(value, at)

    return check


def _even(value: dict[str, Json], at: str) -> Iterator[Problem]:
    width = len(value["rows"][0])
    for index, row in enumerate(value["rows"]):
        if len(row) != width:
            yield Problem(f"{at}/rows/{index}", f"all rows must have {width} cells")


def _header_is_plain(value: dict[str, Json], at: str) -> Iterator[Problem]:
    for index, cell in enumerate(value["rows"][0]):
        if cell["type"] == "rich_text":
            yield Problem(f"{at}/rows/0/{index}/type", "header cells cannot be rich_text")


def _row_header_is_there(value: dict[str, Json], at: str) -> Iterator[Problem]:
    if value.get("row_header_column_index", 0) >= len(value["rows"][0]):
        yield Problem(f"{at}/row_header_column_index", "must be a column of the table")


def letters(value: Json) -> int:
    """How many characters a person would read in a piece of a payload."""
    if isinstance(value, dict):
        own = value.get("text")
        return (len(own) if isinstance(own, str) else 0) + sum(
            letters(item) for item in value.values() if isinstance(item, dict | list)
        )
    return sum(letters(item) for item in value) if isinstance(value, list) else 0


def _not_too_long(value: dict[str, Json], at: str) -> Iterator[Problem]:
    if letters(value["rows"]) > limits.DATA_TABLE_TEXT:
        yield Problem(f"{at}/rows", f"no more than {limits.DATA_TABLE_TEXT} characters allowed")


def _points_fit_categories(value: dict[str, Json], at: str) -> Iterator[Problem]:
    categories = value["axis_config"]["categories"]
    for index, series in enumerate(value["series"]):
        labels = [point["label"] for point in series["data"]]
        if sorted(labels) != sorted(categories):
            yield Problem(f"{at}/series/{index}/data", "must have one point for each category")


def _names_differ(value: dict[str, Json], at: str) -> Iterator[Problem]:
    names = [series["name"] for series in value["series"]]
    if len(names) != len(set(names)):
        yield Problem(f"{at}/series", "the names of series must differ")


def _positive(value: Json, at: str) -> Iterator[Problem]:
    yield from number(whole=False)(value, at)
    if isinstance(value, int | float) and value <= 0:
        yield Problem(at, "must be more than 0")


_LABEL = words(limits.CHART_LABEL)
_AXIS = shape(
    {"categories": many(_LABEL, limits.CHART_CATEGORIES)},
    {"x_label": words(limits.AXIS_LABEL), "y_label": words(limits.AXIS_LABEL)},
)
_POINT = shape({"label": _LABEL, "value": number(whole=False)})
_SERIES = many(
    shape({"name": _LABEL, "data": many(_POINT, limits.CHART_CATEGORIES)}),
    limits.CHART_SERIES,
)
_SEGMENTS = many(shape({"label": _LABEL, "value": _positive}), limits.CHART_SEGMENTS)


def _chart(kind: str) -> Rule:
    return typed(kind, {"series": _SERIES, "axis_config": _AXIS}, None, _names_differ, _points_fit_categories)


_CHARTS: dict[str, Rule] = {
    "pie": typed("pie", {"segments": _SEGMENTS}),
    **{kind: _chart(kind) for kind in ("bar", "line", "area")},
}

TABLE = typed(
    "table",
    {"rows": many(_ROW, limits.TABLE_ROWS)},
    {"column_settings": many(_or_null(_COLUMN), limits.TABLE_COLUMNS), **_BLOCK_ID},
    _even,
)
DATA_TABLE = typed(
    "data_table",
    {"caption": words(limits.DATA_TABLE_CAPTION), "rows": many(_ROW, limits.DATA_TABLE_ROWS, 2)},
    {
        "page_size": number(1, limits.PAGE_SIZE),
        "row_header_column_index": number(0, limits.TABLE_COLUMNS - 1),
        **_BLOCK_ID,
    },
    _even,
    _header_is_plain,
    _row_header_is_there,
    _not_too_long,
)
DATA_VISUALIZATION = typed(
    "data_visualization", {"title": words(limits.CHART_TITLE), "chart": kinds(_CHARTS, "chart")}, _BLOCK_ID
)
