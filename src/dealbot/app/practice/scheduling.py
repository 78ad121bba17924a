"""When a card comes again: spaced repetition by fsrs, which only this module knows.

Steps of minutes make no sense in a chat, so there are none: what was not known comes back the next day.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any, cast

import fsrs
from fsrs.card import CardDict

from dealbot.domain.practice.mark import Rating
from dealbot.domain.practice.schedule import Schedule, Standing

_LONGEST_D = 90
_RETENTION = 0.9
_BEFORE_INTERVIEW = 0.95
_RATINGS = {
    Rating.AGAIN: fsrs.Rating.Again,
    Rating.HARD: fsrs.Rating.Hard,
    Rating.GOOD: fsrs.Rating.Good,
    Rating.EASY: fsrs.Rating.Easy,
}


@dataclass(frozen=True, slots=True)
class Pace:
    """How far apart a card is asked: at most `longest` days, so that `retention` of the cards is still known.

    With `spread` an interval is a little longer or shorter, so that what was learnt in one go does not come back in
    one go; how much is drawn from the card and the day, and the same whenever it is worked out.
    """

    longest: int = _LONGEST_D
    retention: float = _RETENTION
    spread: bool = True


def pace_until(interview_on: date | None, today: date, *, spread: bool = True) -> Pace:
    """The pace of somebody who sets the day of an interview: every card comes twice before it."""
    if interview_on is None or interview_on <= today:
        return Pace(spread=spread)
    return Pace(max(1, min(_LONGEST_D, (interview_on - today).days // 2)), _BEFORE_INTERVIEW, spread)


def scheduled(card: str, before: Schedule | None, rating: Rating, at: datetime, pace: Pace) -> Schedule:
    """The schedule of a card after an answer; `at` in any zone."""
    return _reviewed(card, before.memory if before is not None else None, rating, at, pace)


def scheduled_anew(last: Schedule, rating: Rating, at: datetime, pace: Pace) -> Schedule:
    """The schedule as if the last answer, given at that instant, had been rated otherwise."""
    return _reviewed(last.standing.card, last.before, rating, at, pace)


def hurried(schedule: Schedule, pace: Pace, now: datetime) -> Schedule:
    """The schedule with nothing further away than the pace allows from now."""
    latest = now.astimezone(UTC) + timedelta(days=pace.longest)
    standing = schedule.standing
    if standing.due_at <= latest:
        return schedule
    memory = {**schedule.memory, "due": latest.isoformat()}
    return Schedule(Standing(standing.card, latest, standing.rating), memory, schedule.before)


def _reviewed(card: str, memory: Mapping[str, Any] | None, rating: Rating, at: datetime, pace: Pace) -> Schedule:
    instant = at.astimezone(UTC)  # fsrs takes no other zone, nor an instant without one
    known = fsrs.Card.from_dict(cast(CardDict, memory)) if memory is not None else _new(card, instant)
    after, _ = _scheduler(pace).review_card(known, _RATINGS[rating], instant)
    after.due = instant + _spread(after.due - instant, f"{card} {instant.date()}", pace)
    standing = Standing(card, after.due, rating)
    return Schedule(standing, dict(after.to_dict()), dict(memory) if memory is not None else None)


def _scheduler(pace: Pace) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        desired_retention=pace.retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=pace.longest,
        enable_fuzzing=False,  # its own draws differ from run to run
    )


def _new(card: str, at: datetime) -> fsrs.Card:
    # Without an id of ours fsrs takes the clock's, and sleeps to make it unique.
    return fsrs.Card(card_id=int(sha256(card.encode()).hexdigest()[:12], 16), due=at)


def _spread(interval: timedelta, seed: str, pace: Pace) -> timedelta:
    """The interval, from three days on as much as a tenth longer or shorter."""
    if not pace.spread or interval.days < 3:
        return interval
    most = max(1, interval.days // 10)
    draw = random.Random(seed).randint(-most, most)  # noqa: S311 - nothing here is secret
    return timedelta(days=min(pace.longest, interval.days + draw))
