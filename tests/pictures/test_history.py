"""Alignment over time in shapes and words."""

import csv
import io
from datetime import date

from dealbot.pictures.history import MOST_MOMENTS, alt_text, draw_alignment_history, history_scene
from dealbot.pictures.palette import BLUE
from dealbot.pictures.scene import Stroke, Words
from dealbot.pictures.telling import MOST_LETTERS
from dealbot.pictures.values import AlignmentHistory, Moment
from tests.pictures.samples import a_history, long_history, usual_history


def words(shown: AlignmentHistory) -> list[str]:
    return [shape.text for shape in history_scene(shown).shapes if isinstance(shape, Words)]


def test_every_moment_is_numbered_dated_and_named() -> None:
    told = words(usual_history())
    assert "16 Nov 2026 · 2 of 6" in told
    assert any("no longer says yes" in text for text in told)
    assert {"1", "2", "3", "4", "5"} <= set(told)


def test_moments_too_close_to_tell_apart_share_a_number_on_the_line() -> None:
    close = [Moment(date(2026, 11, day), 2, 6 + day, "a seat more") for day in (1, 2, 3)]
    told = words(a_history(*close, Moment(date(2026, 11, 22), 4, 9, "Dana says yes")))
    assert "1–3" in told
    assert "1–4" not in told


def test_the_line_goes_up_in_steps_and_down_again() -> None:
    strokes = [s for s in history_scene(usual_history()).shapes if isinstance(s, Stroke) and s.color == BLUE]
    line = max(strokes, key=lambda stroke: len(stroke.points))
    assert all(x0 == x1 or y0 == y1 for (x0, y0), (x1, y1) in zip(line.points, line.points[1:], strict=False))
    heights = [y for _, y in line.points]
    assert min(heights) < heights[-1] < heights[0]


def test_of_many_moments_the_latest_are_named_and_the_others_counted() -> None:
    told = words(long_history(30))
    assert f"And {30 - MOST_MOMENTS} earlier changes, in the list beside." in told
    assert any(text.startswith("change 29") for text in told)
    assert not any(text.startswith("change 5") for text in told)


def test_the_words_begin_with_where_it_stands_and_go_back_from_there() -> None:
    text = alt_text(usual_history())
    assert text.startswith(
        "Alignment over time of Lakeshore Health, to 23 Nov 2026. 2 of 6 who must say yes do. 16 Nov"
    )
    assert text.index("16 Nov 2026, 2 of 6") < text.index("3 Nov 2026, 3 of 6") < text.index("14 Jan 2026, 0 of 4")
    assert len(alt_text(long_history(60))) <= MOST_LETTERS
    assert alt_text(long_history(60)).endswith("more.")


def test_nothing_heard_is_said() -> None:
    assert "Nothing was heard yet" in words(a_history())
    assert "Nothing was heard yet" in alt_text(a_history())


def test_the_table_has_a_row_for_each_moment() -> None:
    picture = draw_alignment_history(usual_history())
    rows = list(csv.DictReader(io.StringIO(picture.csv)))
    assert [row["date"] for row in rows] == [moment.on.isoformat() for moment in usual_history().moments]
    assert rows[-1] == {
        "date": "2026-11-16",
        "aligned": "2",
        "must_say_yes": "6",
        "what_changed": "Dana Ruiz, CFO: no longer says yes, no money before P&T",
    }
