"""When cards come again: the settings of the scheduler, which were measured, and what they lead to."""

import time
from datetime import UTC, date, datetime, timedelta, timezone

import fsrs
import pytest

from dealbot.app.practice.scheduling import Pace, hurried, pace_until, scheduled, scheduled_anew
from dealbot.domain.practice.mark import Rating
from dealbot.domain.practice.schedule import Schedule

AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
PLAIN = Pace(spread=False)
TODAY = AT.date()


def days(ratings: list[Rating], pace: Pace = PLAIN) -> list[int]:
    """The days until a card is due after each of these answers, each given on its day."""
    found, schedule, at = [], None, AT
    for rating in ratings:
        schedule = scheduled("c1", schedule, rating, at, pace)
        found.append((schedule.standing.due_at - at).days)
        at = schedule.standing.due_at
    return found


def test_a_card_that_is_known_comes_ever_later_but_within_ninety_days() -> None:
    assert days([Rating.GOOD] * 6) == [2, 11, 46, 90, 90, 90]


@pytest.mark.parametrize(("rating", "after"), [(Rating.AGAIN, 1), (Rating.HARD, 1), (Rating.EASY, 8)])
def test_a_new_card_comes_again_within_days_never_minutes(rating: Rating, after: int) -> None:
    assert days([rating]) == [after]


def test_what_was_forgotten_comes_the_next_days() -> None:
    assert days([Rating.GOOD, Rating.GOOD, Rating.AGAIN])[-1] <= 2


def test_naive_instants_are_refused_by_the_engine_and_any_zone_of_ours_is_put_right() -> None:
    with pytest.raises(ValueError, match="UTC"):
        fsrs.Scheduler().review_card(fsrs.Card(card_id=1), fsrs.Rating.Good, datetime(2026, 3, 10))  # noqa: DTZ001
    chicago = AT.astimezone(timezone(timedelta(hours=-6)))

    assert scheduled("c1", None, Rating.GOOD, chicago, PLAIN) == scheduled("c1", None, Rating.GOOD, AT, PLAIN)


def test_schedules_are_the_same_in_every_process_and_five_hundred_take_no_sleep() -> None:
    start = time.perf_counter()
    made = [scheduled(f"c{number}", None, Rating.GOOD, AT, PLAIN) for number in range(500)]

    assert time.perf_counter() - start < 0.5  # with the engine's own ids it sleeps a millisecond a card, and more
    assert len({schedule.memory["card_id"] for schedule in made}) == 500
    assert made[0] == scheduled("c0", None, Rating.GOOD, AT, PLAIN)


def test_due_days_differ_a_little_and_are_the_same_whenever_worked_out() -> None:
    def due(card: str) -> int:
        known = None
        for _ in range(3):
            at = known.standing.due_at if known is not None else AT
            known = scheduled(card, known, Rating.GOOD, at, Pace())
        assert known is not None
        return (known.standing.due_at - AT).days

    drawn = [due(f"c{number}") for number in range(40)]
    assert len(set(drawn)) > 5
    assert drawn == [due(f"c{number}") for number in range(40)]
    assert all(days([Rating.GOOD] * 6, Pace())[number] <= 90 for number in range(6))


def test_before_an_interview_every_card_comes_twice_more() -> None:
    pace = pace_until(TODAY + timedelta(days=20), TODAY, spread=False)

    assert (pace.longest, pace.retention) == (10, 0.95)
    assert max(days([Rating.EASY] * 4, pace)) <= 10
    assert pace_until(TODAY + timedelta(days=1), TODAY).longest == 1


@pytest.mark.parametrize("interview_on", [None, TODAY, TODAY - timedelta(days=1)])
def test_without_an_interview_to_come_the_pace_is_as_ever(interview_on: date | None) -> None:
    assert pace_until(interview_on, TODAY) == Pace(90, 0.9)


def test_an_answer_rated_otherwise_is_scheduled_as_if_it_had_been_so_at_once() -> None:
    first = scheduled("c1", None, Rating.GOOD, AT, PLAIN)
    later = AT + timedelta(days=2)
    second = scheduled("c1", first, Rating.AGAIN, later, PLAIN)

    assert scheduled_anew(second, Rating.GOOD, later, PLAIN) == scheduled("c1", first, Rating.GOOD, later, PLAIN)
    assert scheduled_anew(first, Rating.EASY, AT, PLAIN) == scheduled("c1", None, Rating.EASY, AT, PLAIN)


def test_with_an_interview_what_lies_beyond_comes_earlier_and_the_rest_stays() -> None:
    far = Schedule(scheduled("c1", None, Rating.EASY, AT, PLAIN).standing, {"due": ""})
    near = scheduled("c2", None, Rating.AGAIN, AT, PLAIN)
    pace = Pace(longest=4)

    assert hurried(far, pace, AT).standing.due_at == AT + timedelta(days=4)
    assert hurried(near, pace, AT) is near
