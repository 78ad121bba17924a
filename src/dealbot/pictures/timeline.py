"""The timeline: gates, pilot and contract as bars that end in a band, and where today is."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from dealbot.pictures.days import Days
from dealbot.pictures.engine import width_of
from dealbot.pictures.legend import Entry, legend
from dealbot.pictures.page import LINE, MARGIN, ROOM, SMALL, WIDTH, Page
from dealbot.pictures.palette import BLUE, GREY, INK, ORANGE, QUIET, SKY, VERMILION, WHITE, pale
from dealbot.pictures.scene import Mark, Panel, Scene, Shape, Stroke, Words
from dealbot.pictures.tables import csv_text
from dealbot.pictures.telling import fitting
from dealbot.pictures.text import day_text, drawable, fitted, plain
from dealbot.pictures.values import Picture, Timeline, Track, TrackKind

MOST_TRACKS: Final = 20
_WHAT: Final = "Timeline"
_HEAD: Final = ("track", "kind", "starts", "p10", "p50", "p90", "done_on", "note", "meets")
_COLORS: Final = {
    TrackKind.GATE: ORANGE,
    TrackKind.PILOT: SKY,
    TrackKind.CONTRACT: BLUE,
    TrackKind.WHOLE: INK,
}
_BAR: Final = 26
_GAP: Final = 22


def draw_timeline(shown: Timeline) -> Picture:
    """Draw the timeline for a phone, with the same facts in words and as a table."""
    return _page(shown).picture(
        f"{_WHAT} of {plain(shown.deal)}", alt_text(shown), csv_text(_HEAD, map(_cells, shown.tracks))
    )


def timeline_scene(shown: Timeline) -> Scene:
    """The timeline before it is painted."""
    return _page(shown).scene()


def alt_text(shown: Timeline) -> str:
    """The timeline in words: the whole deal first, then what is still to come, then what is done."""
    basis = f" Based on {plain(shown.basis)}." if shown.basis else ""
    head = f"{_WHAT} of {plain(shown.deal)}, {day_text(shown.as_of)}. {_summary(shown)}.{basis}"
    in_order = sorted(shown.tracks, key=lambda track: (track.kind is not TrackKind.WHOLE, track.done_on is not None))
    full = [
        f"{plain(t.label)}, {t.kind}: {', '.join(_told(t))}{f', {plain(t.note)}' if t.note else ''}." for t in in_order
    ]
    return fitting(head, [full, [f"{plain(t.label)}: {_told(t)[-1]}." for t in in_order]])


def _summary(shown: Timeline) -> str:
    whole = next((track for track in shown.tracks if track.kind is TrackKind.WHOLE), None)
    if whole is not None and whole.ends is not None:
        return f"Most likely done by {day_text(whole.ends.p50)}"
    done = sum(track.done_on is not None for track in shown.tracks)
    return f"{done} of {len(shown.tracks)} done" if shown.tracks else "Nothing is dated yet"


def _told(track: Track) -> list[str]:
    """Since when a track runs, when it may end, or that it did."""
    starts = [f"from {day_text(track.starts)}"] if track.starts else []
    if track.done_on is not None:
        return [*starts, f"done {day_text(track.done_on)}"]
    starts += [f"meets {day_text(track.meets)}"] if track.meets else []
    if track.ends is None:
        return starts if track.meets else [*starts, "no end in sight yet"]
    band = track.ends
    return [*starts, f"likely by {day_text(band.p50)}, between {day_text(band.p10)} and {day_text(band.p90)}"]


def _cells(track: Track) -> tuple[str | date | None, ...]:
    band = (track.ends.p10, track.ends.p50, track.ends.p90) if track.ends else (None, None, None)
    return (track.label, track.kind.value, track.starts, *band, track.done_on, track.note, track.meets)


def _page(shown: Timeline) -> Page:
    page = Page()
    page.head(shown.deal, _WHAT, shown.as_of, _summary(shown))
    tracks = shown.tracks[:MOST_TRACKS]
    if tracks:
        days = _days(tracks, shown.as_of)
        page.y += LINE
        top = page.y + 14
        rows = [shape for track in tracks for shape in _row(track, days, page)]
        page.y += _GAP
        page.add((*days.axis(top, page.y), *_today(days.x(shown.as_of), top, page.y), *rows))
        page.y += 70
        page.y = legend(page, _entries(tracks)) + 12
    if more := len(shown.tracks) - len(tracks):
        page.say(f"And {more} more, in the list beside.")
    if shown.basis:
        page.say(f"Based on {shown.basis}.")
    return page


def _days(tracks: Sequence[Track], as_of: date) -> Days:
    """From the first day told to the last, with some room at both ends."""
    bands = [track.ends for track in tracks if track.ends is not None]
    told = [as_of, *(day for track in tracks for day in (track.starts, track.done_on, track.meets) if day is not None)]
    told += [day for band in bands for day in (band.p10, band.p90)]
    room = timedelta(days=max((max(told) - min(told)).days // 30, 7))
    return Days(min(told) - room, max(told) + room, MARGIN, WIDTH - MARGIN)


def _today(x: float, top: float, bottom: float) -> list[Shape]:
    half = width_of("today", SMALL, bold=True) / 2
    middle = min(max(x, MARGIN + half), WIDTH - MARGIN - half)
    word = Words(middle, top - 14, "today", SMALL, VERMILION, bold=True, anchor="center")
    return [Stroke(((x, top), (x, bottom)), VERMILION, 4), word]


def _row(track: Track, days: Days, page: Page) -> list[Shape]:
    """A track: its name and when it ends, its bar, and what it waits for."""
    page.y += _GAP + LINE
    when = fitted([_told(track)[-1], *_short(track)], ROOM / 2, SMALL)
    label = fitted([drawable(track.label)], ROOM - width_of(when, SMALL) - _GAP, SMALL, bold=True)
    shapes = _backed(label, MARGIN, page.y, INK, bold=True)
    shapes += _backed(when, WIDTH - MARGIN - width_of(when, SMALL), page.y, QUIET)
    page.y += 14 + _BAR
    shapes += _bar(track, days, page.y - _BAR)
    if track.note:
        page.y += LINE - 4
        shapes += _backed(fitted([drawable(track.note)], ROOM, SMALL), MARGIN, page.y, QUIET)
    return shapes


def _short(track: Track) -> list[str]:
    return [f"likely {day_text(track.ends.p50)}"] if track.ends else ["no end yet"]


def _backed(text: str, x: float, y: float, color: str, *, bold: bool = False) -> list[Shape]:
    """Text on white, so that no line of days runs through it."""
    ground = Panel(x - 4, y - 30, width_of(text, SMALL, bold=bold) + 8, 40, WHITE)
    return [ground, Words(x, y, text, SMALL, color, bold)]


def _bar(track: Track, days: Days, y: float) -> list[Shape]:
    """Solid as far as it surely runs, pale where it may end, with an upright at the likely day."""
    color = _COLORS[track.kind]
    band = track.ends if track.done_on is None else None
    until = track.done_on or (band.p10 if band else None)
    begins = track.starts or until
    shapes: list[Shape] = []
    if begins is not None and until is not None and begins < until:
        shapes.append(_panel((days.x(begins), days.x(until)), y, color, color))
    elif begins is not None and until is None:
        right = days.x(track.meets) if track.meets else WIDTH - MARGIN
        shapes.append(_panel((days.x(begins), right), y, WHITE, color, dashed=True))
    if track.done_on is not None:
        shapes.append(Mark(days.x(track.done_on), y + _BAR / 2, "circle", 24, color, INK))
    if band is not None:
        x = days.x(band.p50)
        shapes.append(_panel((days.x(band.p10), days.x(band.p90)), y, pale(color), color))
        shapes.append(Stroke(((x, y - 6), (x, y + _BAR + 6)), INK, 7))
    if track.meets is not None and track.done_on is None:
        shapes.append(Mark(days.x(track.meets), y + _BAR / 2, "diamond", 28, WHITE, INK))
    return shapes


def _panel(ends: tuple[float, float], y: float, fill: str, edge: str, *, dashed: bool = False) -> Panel:
    left, right = ends
    return Panel(left, y, max(right - left, 6), _BAR, fill, edge, 3, dashed)


def _entries(tracks: Sequence[Track]) -> list[Entry]:
    """The kinds there are, then how an end is told."""
    kinds = [kind for kind in TrackKind if any(track.kind is kind for track in tracks)]
    entries = [Entry(partial(_sample, _COLORS[kind]), 44, kind.value) for kind in kinds]
    if any(track.done_on is not None for track in tracks):
        entries.append(Entry(lambda x, y: [Mark(x + 12, y - 11, "circle", 24, WHITE, INK)], 24, "done"))
    if any(track.meets is not None and track.done_on is None for track in tracks):
        entries.append(Entry(lambda x, y: [Mark(x + 14, y - 11, "diamond", 28, WHITE, INK)], 28, "next meeting"))
    if any(track.ends is not None and track.done_on is None for track in tracks):
        entries.append(Entry(_sample_band, 90, "8 in 10 end within the band, half by its mark"))
    return entries


def _sample(color: str, x: float, y: float) -> list[Shape]:
    return [Panel(x, y - 24, 44, _BAR, color, color, 3)]


def _sample_band(x: float, y: float) -> list[Shape]:
    mark = Stroke(((x + 40, y - 30), (x + 40, y + 8)), INK, 7)
    return [Panel(x, y - 24, 90, _BAR, pale(GREY), GREY, 3), mark]
