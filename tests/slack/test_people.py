"""Who somebody is, and the zone that their days are in."""

import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE, User
from dealbot.slack.client import open_client
from dealbot.slack.people import People
from dealbot.store.books import writing
from dealbot.store.database import Database
from tests.slack.fakes import TOKEN, FakeSlack, Fault

AT = datetime(2026, 11, 23, 16, tzinfo=UTC)


@pytest.fixture
def people(slack: FakeSlack, database: Database) -> People:
    return People(database, open_client(TOKEN, slack.api), LOCAL_WORKSPACE)


def told(slack: FakeSlack, **user: object) -> None:
    """Let Slack tell this of the next user it is asked about."""
    slack.faults["users.info"].append(Fault(body=json.dumps({"ok": True, "user": {"name": "kai"} | user})))


def test_the_day_is_of_the_zone_that_slack_tells_and_it_is_asked_once(people: People, slack: FakeSlack) -> None:
    told(slack, tz="Pacific/Auckland")

    assert people.person("U1").day(AT) == date(2026, 11, 24)
    assert people.person("U1").day(AT) == date(2026, 11, 24)
    assert [name for name, _, _ in slack.calls] == ["users.info"]


@pytest.mark.parametrize("user", [{"tz": "Moon/Tranquility"}, {"tz": None}, {}], ids=["no zone", "null", "untold"])
def test_where_no_zone_is_known_the_day_is_of_utc(people: People, slack: FakeSlack, user: dict[str, object]) -> None:
    told(slack, **user)

    assert people.person("U1").day(datetime(2026, 11, 23, 23, 59, tzinfo=UTC)) == date(2026, 11, 23)


def test_where_slack_does_not_answer_the_day_is_of_the_workspace(slack: FakeSlack, database: Database) -> None:
    zone = ZoneInfo("Pacific/Honolulu")
    people = People(database, open_client(TOKEN, slack.api), LOCAL_WORKSPACE, zone)

    assert people.person("U1").zone == zone


def test_a_zone_set_by_hand_counts_more_than_slacks(people: People, slack: FakeSlack, database: Database) -> None:
    with writing(database, LOCAL_OPERATOR) as books:
        books.users.add(User("U1", "Kai", timezone="Pacific/Honolulu"))
    told(slack, tz="Pacific/Auckland")

    assert people.person("U1").day(AT) == date(2026, 11, 23)
