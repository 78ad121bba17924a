"""The door: nothing that is forged, malformed, too large or somebody else's is kept, and nothing of it is an error."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette

from dealbot.slack.signature import signature
from dealbot.store.database import Database
from tests.slack.conftest import Kept
from tests.slack.fakes import SECRET, TEAM, FakeSlack
from tests.slack.said import as_sent, command, event, knock, message, signed, tell

GOOD = as_sent(event(message()))[0]
Headers = dict[str, str]


def but(**changed: str | None) -> Callable[[Headers], Headers]:
    def change(headers: Headers) -> Headers:
        named = {name.replace("_", "-"): value for name, value in changed.items()}
        return {name: value for name, value in (headers | named).items() if value is not None}

    return change


def at(stamp: str) -> Callable[[Headers], Headers]:
    """Signed rightly for a time that is none, or another one."""

    def change(headers: Headers) -> Headers:
        sign = signature(SECRET, stamp.encode("latin-1"), GOOD).decode()
        return headers | {"x-slack-request-timestamp": stamp, "x-slack-signature": sign}

    return change


FORGED = {
    "no signature": but(x_slack_signature=None),
    "an empty signature": but(x_slack_signature=""),
    "another signature": but(x_slack_signature="v0=" + "0" * 64),
    "a signature cut short": but(x_slack_signature="v0="),
    "another version": but(x_slack_signature="v1=" + "0" * 64),
    "a signature that is no ASCII": but(x_slack_signature="v0=\u00e9\u00ff" * 20),
    "a signature of 100,000 letters": but(x_slack_signature="v0=" + "a" * 100_000),
    "no timestamp": but(x_slack_request_timestamp=None),
    "an empty timestamp": at(""),
    "a timestamp of letters": at("abc"),
    "a timestamp with a point": at("1.5"),
    "a timestamp of 5,000 digits": at("9" * 5_000),
    "a negative timestamp": at("-1"),
    "a timestamp with a sign": at("+1763280000"),
    "a timestamp with blanks": at(" 1763280000 "),
    "a timestamp in other digits": at("\u00b2\u00b3"),
    "the year 0": at("0"),
    "five minutes ago": at(str(int(time.time()) - 400)),
    "in six minutes": at(str(int(time.time()) + 4_000)),
    "infinity": at("inf"),
    "no number": at("nan"),
    "a number in hexadecimal": at("0x10"),
}

MALFORMED = {
    "half an object": b"{x",
    "nothing": b" ",
    "null": b"null",
    "a list": b"[1,2]",
    "a number": b"5",
    "a text": b'"event"',
    "true": b"true",
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 90 + b"1" + b"}" * 90,
    "very deep objects": b'{"a":' * 50_000,
    "not UTF-8": b'{"type":"\xff\xfe"}',
    "not a number": b'{"type":"event_callback","a":NaN}',
    "infinity": b'{"type":"event_callback","a":-Infinity}',
    "a number of 5,000 digits": b'{"a":' + b"9" * 5_000 + b"}",
    "an event that is a list": json.dumps({"type": "event_callback", "team_id": TEAM, "event": [1]}).encode(),
    "an event without id": json.dumps(event(message()) | {"event_id": None}).encode(),
    "an id of 300 letters": json.dumps(event(message()) | {"event_id": "E" * 300}).encode(),
    "an id with a zero": json.dumps(event(message()) | {"event_id": "E\0"}).encode(),
    "a channel that is an object": json.dumps(event(message() | {"channel": {"a": 1}})).encode(),
    "a moment that is none": json.dumps(event(message(ts="soon"))).encode(),
    "a moment that is a number": json.dumps(event(message() | {"ts": 1763280000.0001})).encode(),
    "a change of nothing": json.dumps(event(message() | {"subtype": "message_changed"})).encode(),
    "authorizations that are a number": json.dumps(event(message()) | {"authorizations": 5}).encode(),
}

MALFORMED_FORMS = {
    "no fields": b"abc",
    "a payload that is no JSON": b"payload={x",
    "a payload that is null": b"payload=null",
    "a payload that is a list": b"payload=[]",
    "a deep payload": b"payload=" + b"[" * 100_000,
    "not UTF-8": b"command=\xff",
    "a thousand fields": b"&".join(b"a%d=1" % number for number in range(1_000)),
}


@pytest.mark.parametrize("how", FORGED)
def test_what_is_forged_is_refused(door: Starlette, kept: Kept, how: str) -> None:
    assert knock(door, GOOD, FORGED[how](signed(GOOD))).status == 401
    assert kept.arrivals() == []


@pytest.mark.parametrize("how", MALFORMED)
def test_what_is_forged_and_malformed_is_refused_before_it_is_read(door: Starlette, how: str) -> None:
    body = MALFORMED[how]

    assert knock(door, body, signed(body) | {"x-slack-signature": "v0=" + "0" * 64}).status == 401


@pytest.mark.parametrize("how", MALFORMED)
def test_what_is_malformed_is_not_kept(door: Starlette, kept: Kept, how: str) -> None:
    body = MALFORMED[how]

    status = knock(door, body, signed(body)).status
    assert status == 400 or (how in {"an event that is a list", "a change of nothing"} and status == 200)
    assert kept.arrivals() == []


@pytest.mark.parametrize("how", MALFORMED_FORMS)
def test_a_form_that_is_malformed_is_not_kept(door: Starlette, kept: Kept, how: str) -> None:
    body = MALFORMED_FORMS[how]

    assert knock(door, body, signed(body, "application/x-www-form-urlencoded")).status == 400
    assert kept.arrivals() == []


def test_what_is_too_large_is_not_read_to_its_end(door: Starlette, kept: Kept) -> None:
    body = GOOD + b" " * 1_048_577

    assert knock(door, body, signed(body)).status == 413
    assert kept.arrivals() == []


def test_what_is_just_small_enough_is_kept(door: Starlette, kept: Kept) -> None:
    body = GOOD + b" " * (1_048_576 - len(GOOD))

    assert knock(door, body, signed(body)).status == 200
    assert kept.arrivals() == ["message"]


@pytest.mark.parametrize("age", [-299, 0, 298])
def test_what_is_up_to_five_minutes_old_is_taken(door: Starlette, kept: Kept, age: int) -> None:
    assert knock(door, GOOD, signed(GOOD, at=time.time() - age)).status == 200
    assert kept.arrivals() == ["message"]


def test_slack_is_shown_that_the_address_is_right(door: Starlette) -> None:
    assert tell(door, {"type": "url_verification", "challenge": "abc"}).json == {"challenge": "abc"}


@pytest.mark.parametrize("told", [{"type": "app_rate_limited", "team_id": TEAM}, {"ssl_check": "1", "token": "x"}])
def test_what_slack_says_about_itself_is_acknowledged(door: Starlette, kept: Kept, told: dict[str, str]) -> None:
    assert tell(door, told).status == 200
    assert kept.arrivals() == []


def test_another_team_is_refused_politely(door: Starlette, kept: Kept) -> None:
    foreign = [event(message(), team_id="T0EVIL"), event(message(user_team="T0EVIL")), command(team_id="T0EVIL")]

    answers = [tell(door, told) for told in foreign]
    assert [answer.status for answer in answers] == [200, 200, 200]
    assert b"its own workspace only" in answers[2].body
    assert kept.arrivals() == []


def test_the_house_is_in_order(door: Starlette) -> None:
    assert knock(door, b"", {}, "/healthz").status == 200
    assert knock(door, b"", {}, "/readyz").json == {"ledger": True, "slack": True}


def test_the_house_is_not_in_order_without_its_ledger(door: Starlette, database: Database, tmp_path: Path) -> None:
    database.close()
    for file in tmp_path.glob("dealbot.sqlite3*"):
        file.unlink()
    (tmp_path / "dealbot.sqlite3").mkdir()

    assert knock(door, b"", {}, "/readyz").status == 503


def test_nothing_of_all_this_is_asked_of_slack(door: Starlette, slack: FakeSlack) -> None:
    tell(door, event(message()))

    assert slack.calls == []
