"""From the states of points to scores and ratings, and what people make of them."""

import pytest

from dealbot.domain.practice.mark import Mark, PitfallMark, PointMark, PointState, Rating
from dealbot.domain.practice.marking import Weighed, apart, rating_of, settled, share_of, with_state

MET, PARTLY, UNSURE, MISSED = PointState.MET, PointState.PARTLY, PointState.UNSURE, PointState.MISSED


def points(*states: PointState) -> tuple[PointMark, ...]:
    return tuple(PointMark(f"point {number}", state) for number, state in enumerate(states))


def mark(*states: PointState, words: int = 40, pitfall: PitfallMark | None = None) -> Mark:
    told = points(*states)
    return Mark(share_of(told), rating_of(told, Weighed(words, pitfall)), told, pitfall, "a grader")


@pytest.mark.parametrize(
    ("states", "rating"),
    [
        ((), Rating.AGAIN),
        ((MISSED, MISSED), Rating.AGAIN),
        ((MET, MISSED, MISSED), Rating.HARD),
        ((UNSURE, MISSED, MISSED), Rating.HARD),
        ((MET, UNSURE, MISSED, MISSED), Rating.GOOD),
        ((MET, PARTLY, PARTLY), Rating.GOOD),
        ((MET, MET, MET, MISSED), Rating.GOOD),
        ((MET, MET, MET, MET, MISSED), Rating.EASY),
        ((MET, MET, UNSURE, UNSURE), Rating.GOOD),
    ],
)
def test_the_rating_follows_from_the_points(states: tuple[PointState, ...], rating: Rating) -> None:
    assert mark(*states).rating is rating


def test_what_is_unsure_is_never_again_and_alone_never_good() -> None:
    assert mark(UNSURE, UNSURE, UNSURE).rating is Rating.HARD


def test_a_thin_answer_is_never_easy() -> None:
    assert mark(MET, MET, words=6).rating is Rating.GOOD


def test_the_pitfall_is_again_whatever_else_is_shown() -> None:
    assert mark(MET, MET, pitfall=PitfallMark("a discount")).rating is Rating.AGAIN


def test_who_said_it_after_all_is_believed() -> None:
    told = with_state(mark(MET, MISSED, MISSED, MISSED), 1, MET)
    assert (told.rating, told.score, told.points[1].state) == (Rating.GOOD, 0.5, MET)


def test_an_unsure_point_is_marked_by_who_answered() -> None:
    assert with_state(mark(MET, UNSURE), 1, MISSED).rating is Rating.GOOD
    assert with_state(mark(UNSURE, MISSED), 0, MISSED).rating is Rating.AGAIN


def test_marking_oneself_keeps_an_easy_answer_easy_and_makes_none() -> None:
    easy = mark(MET, MET, MET, MET, MET, MISSED)
    assert with_state(easy, 5, MET).rating is Rating.EASY
    assert with_state(mark(MET, MET, UNSURE), 2, MET).rating is Rating.GOOD


def test_to_mark_a_point_as_it_is_changes_nothing() -> None:
    before = mark(MET, MET, MET)
    assert with_state(before, 0, MET) == before


def test_a_pitfall_stays_when_a_point_is_marked() -> None:
    assert with_state(mark(MET, MISSED, pitfall=PitfallMark("a discount")), 1, MET).rating is Rating.AGAIN


def test_enablements_word_wins_and_stays() -> None:
    told = settled(mark(MET, MET, MET), Rating.HARD, "Kim")
    assert (told.rating, told.by, told.doubtful) == (Rating.HARD, "Kim", False)
    assert with_state(told, 0, MISSED).rating is Rating.HARD


def test_a_score_stays_between_none_and_all() -> None:
    high = Mark(0.9, Rating.GOOD, points(MISSED, MET))
    assert with_state(high, 0, MET).score == 1.0


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [(Rating.AGAIN, Rating.EASY, 3), (Rating.GOOD, Rating.HARD, 1), (Rating.GOOD, Rating.GOOD, 0)],
)
def test_ratings_lie_so_many_steps_apart(one: Rating, other: Rating, steps: int) -> None:
    assert apart(one, other) == steps
