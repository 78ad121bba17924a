"""Whose day it is: a learner in Los Angeles and one in Berlin, on a machine whose clock is in UTC."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dealbot.app.practice.answering import Given, answer
from dealbot.app.practice.keeping import choose, progress
from dealbot.app.practice.reminding import cards_are_due, cards_of_today
from dealbot.app.practice.room import PracticeRoom
from dealbot.app.practice.starting import Wanted, start
from dealbot.domain.practice.schedule import Choice
from dealbot.domain.practice.session import Mode
from tests.app.practice.room import ANN, TOM, World

LOS_ANGELES, BERLIN = ZoneInfo("America/Los_Angeles"), ZoneInfo("Europe/Berlin")
EVENING = datetime(2026, 11, 24, 1, tzinfo=UTC)  # Monday, 17:00 in Los Angeles; Tuesday, 2:00 in Berlin


def room_in(world: World, zone: ZoneInfo) -> PracticeRoom:
    return replace(world.room, desk=world.desk.within(zone))


@pytest.mark.parametrize(("zone", "ends"), [(LOS_ANGELES, 8), (BERLIN, 23)])
def test_a_day_ends_at_midnight_where_somebody_is(world: World, zone: ZoneInfo, ends: int) -> None:
    world.now = EVENING
    room = room_in(world, zone)
    assert room.end_of_today() == datetime(2026, 11, 24, ends, tzinfo=UTC)
    assert room.end_of_today() - room.start_of_today() == timedelta(days=1)


def test_without_a_zone_a_day_ends_where_the_clock_is(world: World) -> None:
    assert world.room.end_of_today() == datetime(2026, 11, 24, tzinfo=UTC)


def test_what_is_due_tonight_in_berlin_is_due_today_and_can_be_asked_in_the_morning(world: World) -> None:
    world.now = datetime(2026, 11, 23, 19, tzinfo=UTC)  # 20:00 in Berlin, 11:00 in Los Angeles
    asked = start(room_in(world, BERLIN), TOM, Wanted(Mode.INTERVIEW)).card.id
    answer(room_in(world, BERLIN), TOM, Given("no idea"))
    world.now = datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert progress(room_in(world, BERLIN), TOM).due_today == 1
    with world.desk.reading(TOM) as books:
        assert cards_of_today(room_in(world, BERLIN), books) == 1
    assert start(room_in(world, BERLIN), TOM, Wanted(Mode.DRIP)).card.id == asked


@pytest.mark.parametrize(("zone", "again"), [(LOS_ANGELES, False), (BERLIN, True)])
def test_who_practised_today_is_not_asked_again_today(world: World, zone: ZoneInfo, *, again: bool) -> None:
    world.now = datetime(2026, 11, 23, 22, tzinfo=UTC)  # 14:00 in Los Angeles, 23:00 in Berlin
    room = room_in(world, zone)
    choose(room, ANN, Choice(drip=True))
    start(room, ANN, Wanted(Mode.INTERVIEW))
    answer(room, ANN, Given("cause finance"))
    world.now = EVENING
    with world.desk.reading(ANN) as books:
        assert cards_are_due(room_in(world, zone), books) is again


def test_a_weekend_begins_where_somebody_is(world: World) -> None:
    world.now = datetime(2026, 11, 28, 1, tzinfo=UTC)  # Saturday, still Friday in Los Angeles
    for zone, due in ((LOS_ANGELES, True), (BERLIN, False)):
        choose(room_in(world, zone), TOM, Choice(drip=True))
        with world.desk.reading(TOM) as books:
            assert cards_are_due(room_in(world, zone), books) is due
