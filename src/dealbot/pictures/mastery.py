"""Mastery by topic: how much of each is known, against last month, and what nobody practised yet."""

from collections.abc import Iterable
from typing import Final

from dealbot.pictures.engine import width_of
from dealbot.pictures.legend import Entry, legend
from dealbot.pictures.page import LINE, MARGIN, ROOM, SMALL, WIDTH, Page
from dealbot.pictures.palette import BLUE, GREY, INK, PALE, QUIET, WHITE
from dealbot.pictures.scene import Panel, Scene, Shape, Stroke, Words
from dealbot.pictures.tables import Cell, csv_text
from dealbot.pictures.telling import fitting
from dealbot.pictures.text import day_text, drawable, plain, wrapped
from dealbot.pictures.values import LEAST_PEOPLE, Mastery, Picture, TopicMastery

MOST_TOPICS: Final = 20
_WHAT: Final = "Mastery by topic"
_HEAD: Final = ("topic", "practised", "known", "known_last_month", "people", "answers", "as_of")
_NOT_YET: Final = "not practised yet"
_TOPIC: Final = 34
_TOPIC_LINES: Final = 2
_BAR: Final = 34
_BEFORE: Final = 7
_BETWEEN: Final = 30
_BESIDE: Final = 24
_ROUND: Final = 6
_SAMPLE: Final = 62


def draw_mastery(shown: Mastery) -> Picture:
    """Draw the topics for a phone, with the same facts in words and as a table."""
    return _page(shown).picture(
        _title(shown), alt_text(shown), csv_text(_HEAD, (_cells(row, shown) for row in shown.shown))
    )


def mastery_scene(shown: Mastery) -> Scene:
    """The topics before they are painted."""
    return _page(shown).scene()


def alt_text(shown: Mastery) -> str:
    """The topics in words, the least known first."""
    told = (f"{_title(shown)}, {day_text(shown.on)}. {_summary(shown)}.", _left_out(shown))
    head = " ".join(filter(None, told))
    full = [f"{plain(row.topic)}: {', '.join((_share(row), *_told(row, shown)))}." for row in shown.shown]
    return fitting(head, [full, [f"{plain(row.topic)}: {_share(row)}." for row in shown.shown]])


def _page(shown: Mastery) -> Page:
    page = Page()
    page.head(shown.title, _WHAT, shown.on, _summary(shown))
    for row in shown.shown[:MOST_TOPICS]:
        _add(page, row, shown)
    if entries := list(_entries(shown.shown[:MOST_TOPICS])):
        page.y = legend(page, entries) + 12
    if (more := len(shown.shown) - MOST_TOPICS) > 0:
        page.say(f"And {more} more {_topics(more)}, in the list beside.")
    if left_out := _left_out(shown):
        page.say(left_out)
    return page


def _title(shown: Mastery) -> str:
    return f"{plain(shown.title)}: {_WHAT[:1].casefold()}{_WHAT[1:]}"


def _summary(shown: Mastery) -> str:
    practised = [row for row in shown.shown if row.known is not None]
    if not practised:
        return "Nothing to show yet" if shown.hidden else "Nothing practised yet"
    return f"Least known: {plain(practised[0].topic)}, {_share(practised[0])}"


def _left_out(shown: Mastery) -> str:
    if not shown.hidden:
        return ""
    return f"Not shown: {shown.hidden} {_topics(shown.hidden)} that fewer than {LEAST_PEOPLE} people practised."


def _topics(count: int) -> str:
    return "topic" if count == 1 else "topics"


def _add(page: Page, row: TopicMastery, shown: Mastery) -> None:
    """A topic with its share over its bar, and below how it came about."""
    share = _share(row)
    known = row.known is not None
    color = INK if known else QUIET
    room = ROOM - width_of(share, SMALL, bold=known) - _BESIDE
    for line in wrapped(drawable(row.topic), room, _TOPIC, _TOPIC_LINES, bold=True):
        page.y += LINE
        page.add([Words(MARGIN, page.y, line, _TOPIC, color, bold=True)])
    page.add([Words(WIDTH - MARGIN, page.y, share, SMALL, color, bold=known, anchor="right")])
    page.add(_bar(row, page.y + 16))
    page.y += 16 + _BAR
    if told := _told(row, shown):
        page.say(" · ".join(told))
    page.y += _BETWEEN


def _bar(row: TopicMastery, top: float) -> list[Shape]:
    """Filled as far as it is known, with an upright where it was a month ago; in dashes if nobody practised it."""
    if row.known is None:
        return [_frame(MARGIN, top, ROOM, dashed=True)]
    shapes: list[Shape] = [_frame(MARGIN, top, ROOM)]
    if row.known > 0:
        width = max(_within(row.known) * ROOM, 2 * _ROUND)
        shapes.append(Panel(MARGIN, top, width, _BAR, BLUE, BLUE, 2, radius=_ROUND))
    if row.before is not None:
        shapes += _a_month_ago(MARGIN + _within(row.before) * ROOM, top)
    return shapes


def _frame(x: float, top: float, width: float, *, dashed: bool = False) -> Panel:
    return Panel(x, top, width, _BAR, WHITE if dashed else PALE, GREY, 2, dashed, _ROUND)


def _a_month_ago(x: float, top: float) -> list[Shape]:
    """An upright on a white ground, seen on the bar and beside it."""
    ends = ((x, top - 5), (x, top + _BAR + 5))
    return [Stroke(ends, WHITE, _BEFORE + 6), Stroke(ends, INK, _BEFORE)]


def _within(share: float) -> float:
    return min(max(share, 0), 1)


def _share(row: TopicMastery) -> str:
    return _NOT_YET if row.known is None else f"{_percent(row.known)} %"


def _percent(share: float) -> int:
    return round(100 * _within(share))


def _told(row: TopicMastery, shown: Mastery) -> tuple[str, ...]:
    """Against last month, by how many people (of a cohort), in how many answers, and as of when if earlier."""
    if row.known is None:
        return ()
    people = () if shown.own else (_counted(row.people, "person", "people"),)
    on = () if row.on is None else (f"as of {day_text(row.on)}",)
    return (_change(row.known, row.before), *people, _counted(row.answers, "answer", "answers"), *on)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _change(known: float, before: float | None) -> str:
    if before is None:
        return "new this month"
    points = _percent(known) - _percent(before)
    if not points:
        return "as last month"
    return f"{'up' if points > 0 else 'down'} {_counted(abs(points), 'point', 'points')} on last month"


def _cells(row: TopicMastery, shown: Mastery) -> tuple[Cell, ...]:
    shares = (None if share is None else f"{_within(share):.2f}" for share in (row.known, row.before))
    return row.topic, row.known is not None, *shares, row.people, row.answers, (row.on or shown.on).isoformat()


def _entries(rows: Iterable[TopicMastery]) -> Iterable[Entry]:
    """Tell of what the picture uses alone."""
    every = tuple(rows)
    if any(row.known is not None for row in every):
        yield Entry(lambda x, y: [Panel(x, y - 26, _SAMPLE, _BAR, BLUE, BLUE, 2, radius=_ROUND)], _SAMPLE, "known")
    if any(row.known is not None and row.before is not None for row in every):
        yield Entry(lambda x, y: _a_month_ago(x + 12, y - 26), 24, "a month ago")
    if any(row.known is None for row in every):
        yield Entry(lambda x, y: [_frame(x, y - 26, _SAMPLE, dashed=True)], _SAMPLE, _NOT_YET)
