"""Mastery by topic in shapes, words and a table."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbot.app.drawing_mastery import drawn_mastery
from dealbot.pictures.mastery import MOST_TOPICS, alt_text, mastery_scene
from dealbot.pictures.palette import BLUE
from dealbot.pictures.scene import Panel, Words
from dealbot.pictures.telling import MOST_LETTERS
from dealbot.pictures.values import Mastery, TopicMastery
from tests.pictures.boxes import outside, overlapping, text_boxes
from tests.pictures.samples import TODAY, a_topic, usual_mastery
from tests.pictures.test_layout import NAMES

SHARES = st.none() | st.floats(0, 1)


def of(*rows: TopicMastery, own: bool = False) -> Mastery:
    return Mastery("Cohort Nov", rows, TODAY, own)


def words(shown: Mastery) -> list[str]:
    return [shape.text for shape in mastery_scene(shown).shapes if isinstance(shape, Words)]


def bars(shown: Mastery) -> list[Panel]:
    return [s for s in mastery_scene(shown).shapes if isinstance(s, Panel) and s.width != 62]


def test_a_topic_is_told_with_its_share_its_people_and_how_it_was_a_month_ago() -> None:
    told = words(usual_mastery())
    assert {"Price undercut", "31 %", "up 6 points on last month · 8 people · 112 answers"} <= set(told)
    assert "Least known: EHR downtime, 0 %" in told


def test_the_least_known_comes_first_and_what_nobody_practised_last() -> None:
    order = [row.topic for row in usual_mastery().shown]
    assert order[0] == "EHR downtime"
    assert order[-2:] == ["Terms of health care", "Reimbursement in 2026"]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (0.4, "up 10 points"),
        (0.51, "down 1 point on"),
        (0.5, "as last month"),
        (None, "new this month"),
    ],
)
def test_a_share_is_held_against_last_month(before: float | None, told: str) -> None:
    assert told in alt_text(of(a_topic("Pilots", 0.5, before)))


def test_a_topic_that_fewer_than_three_people_practised_stands_nowhere_for_a_cohort() -> None:
    shown = usual_mastery()
    picture = drawn_mastery(shown)
    for told in (" ".join(words(shown)), picture.alt, picture.csv, picture.svg):
        assert "general counsel" not in told
    assert "Not shown: 1 topic that fewer than 3 people practised." in words(shown)
    assert "Not shown: 2 topics" in alt_text(of(a_topic("A", 0.1, people=1), a_topic("B", 0.2, people=2)))
    assert "Nothing to show yet" in words(of(a_topic("A", 0.1, people=1)))


def test_ones_own_topics_are_all_shown_and_no_people_counted() -> None:
    told = words(usual_mastery(own=True))
    assert "Meeting the general counsel" in told
    assert "up 30 points on last month · 28 answers" in told
    assert not any("people" in text for text in told)


def test_not_practised_yet_is_told_apart_from_nothing_known() -> None:
    nothing, not_yet = of(a_topic("Pilots", 0.0)), of(a_topic("Pilots", None))
    assert "0 %" in words(nothing)
    assert [bar.dashed for bar in bars(nothing)] == [False]
    assert words(not_yet).count("not practised yet") == 2
    assert [bar.dashed for bar in bars(not_yet)] == [True]
    assert "Nothing practised yet" in words(not_yet)
    assert alt_text(not_yet).endswith("Pilots: not practised yet.")


def test_a_bar_is_as_long_as_the_share_and_never_longer_than_the_whole() -> None:
    whole, half, more = (
        next(bar.width for bar in bars(of(a_topic("Pilots", known))) if bar.fill == BLUE) for known in (1.0, 0.5, 1.5)
    )
    assert whole == more == 2 * half


def test_of_many_topics_the_least_known_are_drawn_and_all_stand_in_the_table() -> None:
    many = of(*(a_topic(f"Topic {number:03}", number / 200) for number in range(MOST_TOPICS + 170)))
    assert "And 170 more topics, in the list beside." in words(many)
    picture = drawn_mastery(many)
    assert len(list(csv.DictReader(io.StringIO(picture.csv)))) == MOST_TOPICS + 170
    assert len(picture.alt) <= MOST_LETTERS
    assert picture.alt.endswith("more.")


def test_the_table_has_a_row_for_each_topic_with_nothing_where_nothing_is_known() -> None:
    rows = list(csv.DictReader(io.StringIO(drawn_mastery(usual_mastery()).csv)))
    assert rows[1] == {
        "topic": "Price undercut",
        "practised": "yes",
        "known": "0.31",
        "known_last_month": "0.25",
        "people": "8",
        "answers": "112",
        "as_of": TODAY.isoformat(),
    }
    assert (rows[-1]["practised"], rows[-1]["known"]) == ("no", "")


def test_a_topic_that_is_told_as_of_an_earlier_day_says_so() -> None:
    earlier = replace(a_topic("Pilots", 0.5), on=date(2026, 11, 3))
    assert any(each.endswith("as of 3 Nov 2026") for each in words(of(earlier)))
    assert "as of 3 Nov 2026" in drawn_mastery(of(earlier)).alt
    assert drawn_mastery(of(earlier)).csv.splitlines()[1].endswith(",2026-11-03")


def test_the_same_values_give_the_same_bytes() -> None:
    one, other = drawn_mastery(usual_mastery()), drawn_mastery(usual_mastery())
    assert one == other
    assert one.png.startswith(b"\x89PNG")


@given(
    title=NAMES, told=st.lists(st.tuples(NAMES, SHARES, SHARES, st.integers(0, 5000)), max_size=9), own=st.booleans()
)
@settings(max_examples=25, deadline=None)
def test_a_mastery_holds_whatever_topics_are_called(
    title: str, told: list[tuple[str, float | None, float | None, int]], *, own: bool
) -> None:
    rows = tuple(TopicMastery(topic, known, people, people, before) for topic, known, before, people in told)
    scene = mastery_scene(Mastery(title, rows, TODAY, own))
    boxes = text_boxes(scene)
    assert overlapping(boxes) == []
    assert outside(scene, boxes) == []
