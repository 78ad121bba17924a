"""What every picture keeps, whatever it shows: no text on another or over the edge, none too small for a phone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbot.domain.stakeholder import BuyingRole, Stance
from dealbot.pictures.history import history_scene
from dealbot.pictures.influence_map import MOST_SEATS, influence_scene
from dealbot.pictures.mastery import mastery_scene
from dealbot.pictures.page import WIDTH
from dealbot.pictures.scene import Scene, Words
from dealbot.pictures.timeline import timeline_scene
from dealbot.pictures.values import (
    AlignmentHistory,
    InfluenceMap,
    Mastery,
    Moment,
    Seat,
    Tie,
    TieKind,
    Timeline,
    Track,
    TrackKind,
)
from tests.pictures.boxes import LEAST, PHONE, outside, overlapping, struck_through, text_boxes
from tests.pictures.samples import (
    TODAY,
    a_band,
    a_history,
    a_map,
    ago,
    large_map,
    long_history,
    small_map,
    usual_history,
    usual_map,
    usual_mastery,
    usual_timeline,
)

SCENES: dict[str, Callable[[], Scene]] = {
    "map of nobody": lambda: influence_scene(a_map()),
    "map of 3": lambda: influence_scene(small_map()),
    "map of 10": lambda: influence_scene(usual_map()),
    "map of 40": lambda: influence_scene(large_map()),
    "map of too many": lambda: influence_scene(large_map(MOST_SEATS + 9)),
    "no history": lambda: history_scene(a_history()),
    "history": lambda: history_scene(usual_history()),
    "long history": lambda: history_scene(long_history()),
    "no timeline": lambda: timeline_scene(Timeline("Lakeshore", TODAY)),
    "timeline": lambda: timeline_scene(usual_timeline()),
    "no mastery": lambda: mastery_scene(Mastery("Cohort Nov", (), TODAY)),
    "mastery": lambda: mastery_scene(usual_mastery()),
    "own mastery": lambda: mastery_scene(usual_mastery(own=True)),
}

# Names as people are called, and as nobody is: emoji, right to left, no spaces, formulas, marks.
NAMES = st.one_of(
    st.text(min_size=1, max_size=80),
    st.text(st.characters(min_codepoint=0x590, max_codepoint=0x6FF), min_size=1, max_size=80),
    st.text("Ww@ ", min_size=1, max_size=80),
    st.sampled_from(
        ["王小明", "👩🏽‍⚕️ Ana", "יעל לוי", "$x^2$", "\u202eabc", "Ana\nLee", "W" * 80, "=1+1", "e\u0301" * 40]
    ),
)
SEATS = st.builds(
    Seat,
    key=st.uuids().map(str),
    name=st.none() | NAMES,
    title=st.none() | NAMES,
    stance=st.sampled_from(Stance),
    roles=st.lists(st.sampled_from(BuyingRole), unique=True).map(tuple),
    sways=st.booleans(),
    must_say_yes=st.booleans(),
    last_heard=st.none() | st.integers(0, 9999).map(ago),
    identified=st.booleans(),
    decision_stage=st.none() | NAMES,
    blocks=st.none() | NAMES,
)


@st.composite
def maps(draw: st.DrawFn) -> InfluenceMap:
    seats = draw(st.lists(SEATS, max_size=12))
    keys = st.sampled_from([seat.key for seat in seats] or [""])
    ties = draw(st.lists(st.builds(Tie, st.sampled_from(TieKind), keys, keys, st.none() | NAMES), max_size=12))
    return InfluenceMap(draw(NAMES), TODAY, tuple(seats), tuple(tie for tie in ties if tie.source != tie.target))


@pytest.mark.parametrize("name", SCENES)
def test_no_two_texts_touch_and_none_is_over_the_edge(name: str) -> None:
    scene = SCENES[name]()
    boxes = text_boxes(scene)
    assert overlapping(boxes) == []
    assert outside(scene, boxes) == []


@pytest.mark.parametrize("name", SCENES)
def test_the_smallest_text_can_be_read_on_a_phone(name: str) -> None:
    scene = SCENES[name]()
    sizes = [shape.size for shape in scene.shapes if isinstance(shape, Words)]
    assert scene.width == WIDTH
    assert min(sizes) * PHONE / scene.width >= LEAST


@pytest.mark.parametrize("name", ["map of 3", "map of 10", "map of 40"])
def test_no_line_between_people_runs_through_a_text(name: str) -> None:
    scene = SCENES[name]()
    assert struck_through(scene, text_boxes(scene)) == []


@given(maps())
@settings(max_examples=40, deadline=None)
def test_a_map_holds_whatever_people_are_called(shown: InfluenceMap) -> None:
    scene = influence_scene(shown)
    boxes = text_boxes(scene)
    assert overlapping(boxes) == []
    assert outside(scene, boxes) == []
    assert struck_through(scene, boxes) == []


@given(NAMES, st.lists(st.tuples(st.integers(0, 900), st.integers(0, 9), st.integers(0, 9), NAMES), max_size=9))
@settings(max_examples=25, deadline=None)
def test_a_history_holds_whatever_happened_when(deal: str, told: list[tuple[int, int, int, str]]) -> None:
    moments = (Moment(ago(days), yes, must, what) for days, yes, must, what in sorted(told, reverse=True))
    scene = history_scene(AlignmentHistory(deal, TODAY, tuple(moments)))
    boxes = text_boxes(scene)
    assert overlapping(boxes) == []
    assert outside(scene, boxes) == []


@given(NAMES, st.lists(st.tuples(NAMES, st.integers(-900, 900), st.integers(0, 900), st.none() | NAMES), max_size=9))
@settings(max_examples=25, deadline=None)
def test_a_timeline_holds_whatever_is_told(basis: str, told: list[tuple[str, int, int, str | None]]) -> None:
    tracks = tuple(
        Track(label, kind, TODAY + timedelta(days=starts), a_band(*_days(starts, lasts)), note=note)
        for (label, starts, lasts, note), kind in zip(told, [*TrackKind] * 3, strict=False)
    )
    scene = timeline_scene(Timeline("Lakeshore", TODAY, tracks, basis))
    boxes = text_boxes(scene)
    assert overlapping(boxes) == []
    assert outside(scene, boxes) == []


def _days(starts: int, lasts: int) -> tuple[str, str, str]:
    p10, p50, p90 = (TODAY + timedelta(days=starts + lasts * part) for part in (1, 2, 3))
    return p10.isoformat(), p50.isoformat(), p90.isoformat()
