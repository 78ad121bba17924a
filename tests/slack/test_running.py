"""The parts of a running bot: the process that acknowledges, those that work, and how each notices its end."""

import os
import shutil
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from threading import Event, Thread

import pytest

from dealbot import clock
from dealbot.domain.principal import LOCAL_WORKSPACE
from dealbot.errors import StoreUnavailable
from dealbot.slack.catch_up import CatchUp
from dealbot.slack.client import open_client
from dealbot.slack.delivery import Delivery
from dealbot.slack.holding import holding
from dealbot.slack.installation import SlackUnreachable
from dealbot.slack.intake import Intake
from dealbot.slack.serve import Bot, _send, work
from dealbot.slack.transports import OverHttp
from dealbot.slack.watch import Watch
from dealbot.slack.worker import Worker
from dealbot.store.database import Database
from dealbot.store.post import LostLease
from tests.slack.conftest import Kept, front_door
from tests.slack.dying import converse
from tests.slack.fakes import TOKEN, FakeSlack, until
from tests.slack.said import OURS, as_sent, event, message, signed

SLEEP = [shutil.which("sleep") or "sleep", "60"]
FALSE = [shutil.which("false") or "false"]


def catch_up(slack: FakeSlack, database: Database) -> CatchUp:
    return CatchUp(Intake(database, OURS, clock.now), open_client(TOKEN, slack.api), timedelta(hours=1))


def test_a_bot_keeps_what_arrives_until_it_is_told_to_stop(slack: FakeSlack, database: Database, kept: Kept) -> None:
    stop, said = Event(), list[str]()
    watch = Watch(SLEEP, 2)
    bot = Bot(OverHttp(front_door(slack, database), "127.0.0.1", 0), watch, catch_up(slack, database))
    thread = Thread(target=bot.run, args=(stop, said.append))
    thread.start()
    assert until(lambda: said)
    body, content_type = as_sent(event(message()))
    url = said[0].removeprefix("dealbot listens on ").removesuffix(".")
    request = urllib.request.Request(url, body, signed(body, content_type))  # noqa: S310 -- on this machine
    with urllib.request.urlopen(request) as answer:  # noqa: S310 -- as above
        status = answer.status
    stop.set()
    thread.join(10)

    assert (status, kept.arrivals(), thread.is_alive(), watch._running) == (200, ["message"], False, [])


def test_a_worker_process_answers_until_who_started_it_is_gone(slack: FakeSlack, database: Database) -> None:
    lifeline, held = os.pipe()
    worker = Worker(database, LOCAL_WORKSPACE, partial(converse, database), clock.now)
    delivery = Delivery(database, LOCAL_WORKSPACE, open_client(TOKEN, slack.api), clock.now)
    Intake(database, OURS, clock.now).keep(event(message()))
    thread = Thread(target=work, args=(worker, delivery, Event(), lifeline))
    thread.start()
    assert until(lambda: slack.messages)
    os.close(held)
    thread.join(10)
    os.close(lifeline)

    assert (thread.is_alive(), slack.texts()) == (False, ["Logged."])


def test_a_sender_that_fails_stops_its_process(slack: FakeSlack, database: Database) -> None:
    stop = Event()
    delivery = Delivery(database, LOCAL_WORKSPACE, open_client(TOKEN, slack.api), _no_clock)
    thread = Thread(target=_failing, args=(delivery, stop))
    thread.start()
    thread.join(10)

    assert stop.is_set()


def test_a_bot_that_no_longer_listens_says_so(slack: FakeSlack, database: Database) -> None:
    transport = OverHttp(front_door(slack, database), "127.0.0.1", 0)
    bot = Bot(transport, Watch(SLEEP, 1), catch_up(slack, database))

    with pytest.raises(SlackUnreachable, match="start it again"):
        bot.run(Event(), lambda _: transport.stop())


def test_a_process_that_dies_is_started_again_but_not_at_once() -> None:
    watch = Watch(FALSE, 1)
    watch.look()
    (first,) = watch._running
    first.communicate()
    watch.look()
    at_once = list(watch._running)

    def again() -> bool:
        watch.look()
        return bool(watch._running)

    assert (at_once, until(again, 5)) == ([], True)
    watch.stop()


def test_a_process_that_does_not_stop_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dealbot.slack.watch._DRAIN_S", 0.2)
    shell = shutil.which("sh") or "sh"
    watch = Watch([shell, "-c", "trap '' TERM; read line; read line; sleep 60 & wait"], 1)
    watch.look()
    (process,) = watch._running
    process.send_signal(0)

    watch.stop()
    assert process.returncode is not None


@pytest.mark.parametrize(("errors", "renewed"), [([StoreUnavailable("locked")], 2), ([LostLease()], 1)])
def test_a_lease_is_renewed_through_trouble_until_it_is_lost(errors: list[Exception], renewed: int) -> None:
    tried = list[int]()

    def renew() -> None:
        tried.append(1)
        if errors:
            raise errors.pop()

    lease = timedelta(seconds=0.15)
    with holding(lease, renew):
        _wait(lambda: len(tried) >= 2)

    assert min(len(tried), 2) == renewed


def _wait(enough: Callable[[], bool]) -> None:
    until(enough, 0.5)


def _no_clock() -> datetime:
    raise LookupError


def _failing(delivery: Delivery, stop: Event) -> None:
    with suppress(LookupError):
        _send(delivery, stop)
