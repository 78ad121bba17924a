"""The timeline in shapes and words."""

import csv
import io
from datetime import date

import pytest

from dealbot.pictures.palette import VERMILION
from dealbot.pictures.scene import Mark, Panel, Stroke, Words
from dealbot.pictures.telling import MOST_LETTERS
from dealbot.pictures.timeline import MOST_TRACKS, alt_text, draw_timeline, timeline_scene
from dealbot.pictures.values import Timeline, Track, TrackKind
from tests.pictures.samples import TODAY, a_band, usual_timeline


def words(shown: Timeline) -> list[str]:
    return [shape.text for shape in timeline_scene(shown).shapes if isinstance(shape, Words)]


def a_timeline(*tracks: Track) -> Timeline:
    return Timeline("Lakeshore Health", TODAY, tracks)


BAND = a_band("2026-12-08", "2027-01-12", "2027-03-01")


def test_every_track_is_named_with_its_likely_end() -> None:
    told = words(usual_timeline())
    for text in ("P&T committee", "likely 8 Dec 2026", "done 30 Oct 2026", "no end in sight yet"):
        assert text in told


def test_today_is_a_line_with_its_word() -> None:
    scene = timeline_scene(usual_timeline())
    line = next(shape for shape in scene.shapes if isinstance(shape, Stroke) and shape.color == VERMILION)
    assert "today" in words(usual_timeline())
    assert line.points[0][0] == line.points[1][0]


def test_a_band_lies_between_its_ends_around_its_likely_day() -> None:
    scene = timeline_scene(a_timeline(Track("Board", TrackKind.GATE, TODAY, BAND)))
    sure, band = [shape for shape in scene.shapes if isinstance(shape, Panel) and shape.thickness][:2]
    mark = next(shape for shape in scene.shapes if isinstance(shape, Stroke) and shape.thickness == 7)
    assert sure.x + sure.width == pytest.approx(band.x)
    assert band.x < mark.points[0][0] < band.x + band.width


def test_a_track_without_an_end_is_open_and_dashed() -> None:
    scene = timeline_scene(a_timeline(Track("Liability cap", TrackKind.CONTRACT, TODAY)))
    assert any(isinstance(shape, Panel) and shape.dashed for shape in scene.shapes)


def test_the_next_meeting_of_a_gate_is_a_mark_and_told_where_no_end_is() -> None:
    gate = Track("Board", TrackKind.GATE, TODAY, meets=date(2026, 12, 8))
    shown = a_timeline(gate)
    assert [shape.form for shape in timeline_scene(shown).shapes if isinstance(shape, Mark)] == ["diamond", "diamond"]
    assert {"meets 8 Dec 2026", "next meeting"} <= set(words(shown))
    assert "Board, gate: from 23 Nov 2026, meets 8 Dec 2026." in alt_text(shown)


def test_the_head_says_when_the_whole_deal_is_likely_done_else_how_much_is() -> None:
    whole = Track("All signed", TrackKind.WHOLE, None, BAND)
    done = Track("Security review", TrackKind.CONTRACT, done_on=TODAY)
    assert "Most likely done by 12 Jan 2027" in words(a_timeline(done, whole))
    assert "1 of 2 done" in words(a_timeline(done, Track("BAA", TrackKind.CONTRACT)))
    assert "Nothing is dated yet" in words(a_timeline())


def test_the_basis_of_the_bands_is_said() -> None:
    assert "Based on general durations, not your history." in words(usual_timeline())
    assert "Based on general durations, not your history." in alt_text(usual_timeline())


def test_the_words_name_every_track_the_whole_deal_first_and_what_is_done_last() -> None:
    text = alt_text(usual_timeline())
    assert all(track.label in text for track in usual_timeline().tracks)
    assert text.index("All signed") < text.index("P&T committee") < text.index("Security review")
    assert "P&T committee, gate: from 1 Oct 2026, meets 8 Dec 2026, likely by 8 Dec 2026, between 8 Dec 2026" in text


def test_of_very_many_tracks_the_last_are_counted() -> None:
    shown = a_timeline(*(Track(f"Track {at} {'x' * 80}", TrackKind.CONTRACT, TODAY) for at in range(MOST_TRACKS + 5)))
    assert "And 5 more, in the list beside." in words(shown)
    assert len(alt_text(shown)) <= MOST_LETTERS


def test_the_table_has_a_row_for_each_track() -> None:
    rows = list(csv.DictReader(io.StringIO(draw_timeline(usual_timeline()).csv)))
    assert [row["track"] for row in rows] == [track.label for track in usual_timeline().tracks]
    assert (rows[0]["p10"], rows[0]["p50"], rows[0]["p90"]) == ("2026-12-08", "2026-12-08", "2027-01-12")
    assert date.fromisoformat(rows[4]["done_on"]) == date(2026, 10, 30)
