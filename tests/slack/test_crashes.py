"""A worker killed at any moment: what was acknowledged is done once, and answered once."""

import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from dealbot import clock
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE
from dealbot.slack.client import open_client
from dealbot.slack.delivery import Delivery
from dealbot.slack.intake import Intake
from dealbot.slack.worker import Worker
from dealbot.store.books import reading
from dealbot.store.database import open_database
from tests.slack.dying import LEASE, converse
from tests.slack.fakes import TOKEN, FakeSlack, until
from tests.slack.said import OURS, event, message


@pytest.mark.parametrize(
    ("when", "sent"), [("in hand", 0), ("in the transaction", 0), ("before sending", 0), ("after sending", 1)]
)
def test_a_worker_killed(tmp_path: Path, slack: FakeSlack, when: str, sent: int) -> None:
    database_url = f"sqlite:///{tmp_path}/dealbot.sqlite3"
    with open_database(database_url) as database:
        Intake(database, OURS, clock.now).keep(event(message()))
        command = [sys.executable, "-m", "tests.slack.dying", when, database_url, slack.api]
        killed = subprocess.run(command, check=False, capture_output=True)
        assert (killed.returncode, killed.stderr, len(slack.messages)) == (-signal.SIGKILL, b"", sent)

        worker = Worker(database, LOCAL_WORKSPACE, partial(converse, database), clock.now, LEASE)
        delivery = Delivery(database, LOCAL_WORKSPACE, open_client(TOKEN, slack.api), clock.now, LEASE)
        if when != "after sending":
            assert until(lambda: worker.work() or when == "before sending", 5)
        assert until(delivery.deliver, 5)

        assert (slack.texts(), worker.work(), delivery.deliver()) == (["Logged."], False, False)
        with reading(database, LOCAL_OPERATOR) as books:
            assert len(books.deals.all()) == 1
