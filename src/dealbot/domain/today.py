"""Today, between people who do not share a day: what was said where it is tomorrow already was said today."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from dealbot.domain.lesson import Lesson
from dealbot.domain.observation import Correction, Observation

_FARTHEST_EAST = timedelta(hours=14)  # no place on earth is further ahead of UTC


def day_today(said_on: date, told: datetime | None, today: date) -> date:
    """The day on which something counts today; `told` is the instant it was told (UTC), None where nobody knows.

    A day to come that it could not be anywhere at that instant was meant: it stays.
    """
    if told is None or not today < said_on <= (told + _FARTHEST_EAST).date():
        return said_on
    return today


def heard_today(observation: Observation, today: date) -> Observation:
    """The observation with the day on which it counts today."""
    origin = observation.origin
    by_hand = isinstance(observation.item, Correction | Lesson)
    told = origin.recorded_at if by_hand else origin.said_at
    day = day_today(origin.said_on, told, today)
    return observation if day == origin.said_on else replace(observation, origin=replace(origin, said_on=day))
