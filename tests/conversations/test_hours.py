"""What is told at an hour of somebody's day, without a word from her: by the clock, through the real app."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from threading import Thread
from zoneinfo import ZoneInfo

import pytest

from dealbot.app.practice.checks import Assignment, assign
from dealbot.app.practice.reminding import awaited
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE
from dealbot.slack.client import open_client
from dealbot.slack.people import People
from dealbot.slack.rounds import Rounds
from dealbot.store.database import open_database
from tests.conversations.cast import ZONE, user_called
from tests.conversations.house import House, house
from tests.conversations.script import Stage
from tests.playground.workspace import BOT, BOT_TOKEN

CHICAGO, HONOLULU = ZoneInfo(ZONE), ZoneInfo("Pacific/Honolulu")
MONDAY = datetime(2026, 11, 23, 7, tzinfo=CHICAGO)
CARDS, OPEN = "three cards of today", "Still open: your check"


@dataclass
class Office:
    """A house whose clock is moved, with processes that go the rounds."""

    house: House
    stage: Stage
    rounds: tuple[Rounds, ...]

    def says(self, who: str, text: str, answer: str) -> None:
        self.stage._play({f"{who} says": text, "answer": [answer]})

    def comes(self, at: datetime) -> None:
        """Let it be that moment, and everything be done that falls due."""
        now = self.house.slack.world.clock.now()
        self.house.slack.advance(max(0.0, at.timestamp() - now))
        for rounds in self.rounds:
            rounds.go()
        self.house.settle()

    def told(self, who: str, words: str) -> int:
        """How often somebody was told these words alone."""
        channel = f"D{user_called(who)[1:]}"
        messages = self.house.slack.world.state.messages
        return sum(each.user == BOT and each.channel == channel and words in (each.text or "") for each in messages)


@contextmanager
def office(url: str, at: datetime = MONDAY, processes: int = 2) -> Iterator[Office]:
    with open_database(url) as database, house(database, at, sockets=True) as opened:
        people = People(database, open_client(BOT_TOKEN, opened.slack.api_url), LOCAL_WORKSPACE)
        rounds = Rounds(people, LOCAL_WORKSPACE, opened.worker.now, partial(awaited, opened.desk))
        opened.settle()
        yield Office(opened, Stage(opened), tuple(replace(rounds, _zones={}) for _ in range(processes)))


@pytest.fixture(params=["sqlite", "postgres"])
def open_office(request: pytest.FixtureRequest, ledger: Callable[[tuple[str, ...], str], str]) -> Iterator[Office]:
    with office(ledger((), request.param)) as opened:
        yield opened


@pytest.fixture
def at_desk(ledger: Callable[[tuple[str, ...], str], str]) -> Iterator[Office]:
    with office(ledger((), "sqlite")) as opened:
        yield opened


def test_cards_come_once_at_nine_where_each_person_is(open_office: Office) -> None:
    for who in ("priya", "kai"):
        open_office.says(who, "three cards a day", "Three cards a workday")
    for minute in (59, 60, 61, 120):
        open_office.comes(MONDAY + timedelta(hours=1, minutes=minute))
        assert open_office.told("priya", CARDS) == (minute >= 60)
    assert open_office.told("kai", CARDS) == 0
    for minute in (0, 1, 90):
        open_office.comes(datetime(2026, 11, 23, 9, tzinfo=HONOLULU) + timedelta(minutes=minute))
    assert (open_office.told("priya", CARDS), open_office.told("kai", CARDS)) == (1, 1)


def test_cards_come_at_the_time_that_was_chosen_and_checks_at_nine(open_office: Office) -> None:
    given = assign(
        open_office.house.room,
        LOCAL_OPERATOR,
        Assignment(
            "Nov", MONDAY.date(), (open_office.house.room.shelf(LOCAL_OPERATOR)[0].name,), (user_called("tom"),)
        ),
    )
    assert given.check.people == (user_called("tom"),)
    open_office.says("tom", "three cards a day at 7:30", "Three cards a day at 7:30, on workdays")
    open_office.says("priya", "daily cards at 2", "Three cards a day at 14:00")
    open_office.says("kai", "three cards a day at 19:30", "Three cards a day at 19:30")
    for hours in (0.25, 0.5, 1.9, 2, 6.9, 7, 8):
        open_office.comes(MONDAY + timedelta(hours=hours))
        told = open_office.told("tom", CARDS), open_office.told("priya", CARDS)
        assert told == (hours >= 0.5, hours >= 7)
        assert open_office.told("tom", "A check for you: Nov") == (hours >= 2)
    for hour, minute, evening in ((19, 29, 0), (19, 45, 1), (20, 15, 1)):
        open_office.comes(datetime(2026, 11, 23, hour, minute, tzinfo=HONOLULU))
        assert open_office.told("kai", CARDS) == evening
    open_office.says("tom", "three cards a day", "Three cards a day at 7:30")
    open_office.says("tom", "cards at 9", "Three cards a day at 9:00")
    open_office.comes(MONDAY + timedelta(days=1, hours=1))
    assert open_office.told("tom", CARDS) == 1
    open_office.comes(MONDAY + timedelta(days=1, hours=2))
    assert open_office.told("tom", CARDS) == 2


def test_cards_that_were_missed_in_the_evening_are_not_made_up_for(at_desk: Office) -> None:
    at_desk.says("priya", "three cards a day at 19:30", "Three cards a day at 19:30")
    at_desk.comes(MONDAY + timedelta(hours=13, minutes=31))
    assert at_desk.told("priya", CARDS) == 0


def test_cards_of_a_time_do_not_come_with_what_is_written_before(at_desk: Office) -> None:
    at_desk.says("priya", "three cards a day at 14:00", "Three cards a day at 14:00")
    at_desk.stage._play({"priya says": "list my deals", "never": ["cards of today"]})
    at_desk.comes(MONDAY + timedelta(hours=7, minutes=1))
    assert at_desk.told("priya", CARDS) == 1


def test_two_workers_at_once_send_one_message(open_office: Office) -> None:
    open_office.says("priya", "three cards a day", "Three cards a workday")
    open_office.house.slack.advance(2 * 3600 + 60)
    threads = [Thread(target=rounds.go) for rounds in open_office.rounds]
    threads += [Thread(target=_works, args=(open_office.house,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    open_office.comes(MONDAY + timedelta(hours=2, minutes=2))
    assert open_office.told("priya", CARDS) == 1
    assert open_office.house.crashes == []


def _works(opened: House) -> None:
    for _ in range(20):
        opened.worker.work()


def test_what_a_worker_took_that_died_is_told_once_by_another(open_office: Office) -> None:
    open_office.says("priya", "three cards a day", "Three cards a workday")
    open_office.house.slack.advance(2 * 3600)
    assert open_office.rounds[0].go() == 1
    assert open_office.house.worker._take() is not None
    open_office.house.settle()
    assert open_office.told("priya", CARDS) == 0
    open_office.comes(MONDAY + timedelta(hours=2, minutes=1))
    assert open_office.told("priya", CARDS) == 1


def test_nothing_comes_on_a_weekend_and_one_message_after_it(at_desk: Office) -> None:
    at_desk.says("priya", "three cards a day", "Three cards a workday")
    at_desk.comes(MONDAY + timedelta(hours=3))
    assert at_desk.told("priya", CARDS) == 1
    for days in (5, 6):
        at_desk.comes(MONDAY + timedelta(days=days, hours=3))
    assert at_desk.told("priya", CARDS) == 1
    at_desk.comes(MONDAY + timedelta(days=7, hours=3))
    assert at_desk.told("priya", CARDS) == 2


def test_a_check_is_reminded_of_on_the_workday_after_a_weekend_and_before_one_that_it_is_due_on(
    at_desk: Office,
) -> None:
    tom, room = user_called("tom"), at_desk.house.room
    deck = room.shelf(LOCAL_OPERATOR)[0]
    for cohort, days in (("Sunday", 6), ("Monday", 7), ("Tuesday", 8)):
        due = MONDAY.date() + timedelta(days=days)
        given = assign(room, LOCAL_OPERATOR, Assignment(cohort, due, (deck.name,), (tom,)))
        with at_desk.house.desk.writing(LOCAL_OPERATOR) as books:
            books.reminders.keep(tom, f"check {given.check.id} announced", MONDAY.date(), at_desk.house.desk.now())
    told = []
    for days in range(8):
        at_desk.comes(MONDAY + timedelta(days=days, hours=3))
        told.append([at_desk.told("tom", f"check {name}") for name in ("Sunday", "Monday", "Tuesday")])
    assert told == [[0, 0, 0]] * 4 + [[1, 0, 0]] * 3 + [[2, 1, 1]]


def test_a_check_that_is_due_on_the_weekend_it_is_given_on_is_told_then(at_desk: Office) -> None:
    tom, room = user_called("tom"), at_desk.house.room
    at_desk.comes(MONDAY + timedelta(days=5))
    for cohort, days in (("Sun", 6), ("Mon", 7)):
        due = MONDAY.date() + timedelta(days=days)
        assign(room, LOCAL_OPERATOR, Assignment(cohort, due, (room.shelf(LOCAL_OPERATOR)[0].name,), (tom,)))
    at_desk.comes(MONDAY + timedelta(days=5, hours=3))
    assert (at_desk.told("tom", "Sun"), at_desk.told("tom", "Mon")) == (1, 0)
    at_desk.comes(MONDAY + timedelta(days=7, hours=3))
    assert at_desk.told("tom", "Mon") == 1


def test_who_wrote_before_nine_had_them_then(at_desk: Office) -> None:
    at_desk.says("priya", "three cards a day", "Three cards a workday")
    at_desk.stage._play({"priya says": "list my deals", "answer": ["cards of today"]})
    at_desk.comes(MONDAY + timedelta(hours=3))
    assert at_desk.told("priya", CARDS) == 1


def test_who_practised_already_is_left_alone_that_day(at_desk: Office) -> None:
    at_desk.says("priya", "three cards a day", "Three cards a workday")
    at_desk.says("priya", "interview prep", "1 of")
    at_desk.says("priya", "I would find the cause and show a result.", "")
    at_desk.comes(MONDAY + timedelta(hours=3))
    assert at_desk.told("priya", CARDS) == 0
    at_desk.comes(MONDAY + timedelta(days=1, hours=3))
    assert at_desk.told("priya", CARDS) == 1


def test_who_stopped_the_cards_gets_none(at_desk: Office) -> None:
    at_desk.says("priya", "three cards a day", "Three cards a workday")
    at_desk.says("priya", "stop the daily cards", "No more daily cards")
    at_desk.comes(MONDAY + timedelta(hours=3))
    assert at_desk.told("priya", CARDS) == 0


def test_a_bot_that_was_away_all_day_catches_nothing_up_in_the_evening(at_desk: Office) -> None:
    at_desk.says("priya", "three cards a day", "Three cards a workday")
    at_desk.comes(MONDAY + timedelta(hours=12))
    assert at_desk.told("priya", CARDS) == 0
    at_desk.comes(MONDAY + timedelta(days=1, hours=2, minutes=1))
    assert at_desk.told("priya", CARDS) == 1


def test_checks_and_cards_of_a_day_are_one_message(at_desk: Office) -> None:
    opened = at_desk.house
    tom, due = user_called("tom"), MONDAY.date() + timedelta(days=3)
    room = opened.room
    deck = room.shelf(LOCAL_OPERATOR)[0]
    for cohort in ("Nov", "Dec", "Jan", "Feb"):
        given = assign(room, LOCAL_OPERATOR, Assignment(cohort, due, (deck.name,), (tom,)))
        with opened.desk.writing(LOCAL_OPERATOR) as books:
            books.reminders.keep(tom, f"check {given.check.id} announced", MONDAY.date(), opened.desk.now())
    at_desk.says("tom", "three cards a day", "Three cards a workday")
    at_desk.comes(MONDAY + timedelta(hours=3))
    assert (at_desk.told("tom", OPEN), at_desk.told("tom", CARDS)) == (0, 1)
    at_desk.comes(MONDAY + timedelta(days=1, hours=3))
    assert (at_desk.told("tom", OPEN), at_desk.told("tom", CARDS)) == (1, 2)
    assert at_desk.told("tom", "And 1 check more") == 1
    at_desk.comes(MONDAY + timedelta(days=2, hours=3))
    assert at_desk.told("tom", OPEN) == 1
