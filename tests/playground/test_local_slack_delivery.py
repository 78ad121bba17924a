import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from dealbot.playground.local_slack.server import LocalSlack
from tests.playground.bot import Seen, bolt_app, over_sockets
from tests.playground.workspace import APP_TOKEN, SIGNING_SECRET, Page, browser, control, eventually, manifest, seed
from tests.served import served


@dataclass
class Receiver:
    """An app that answers as it is told, and keeps what it got."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: bool = False
    got: list[tuple[dict[str, str], Any]] = field(default_factory=list)
    forged: int = 0

    async def __call__(self, request: Request) -> Response:
        body, headers = (await request.body()).decode(), dict(request.headers)
        if not SignatureVerifier(SIGNING_SECRET).is_valid_request(body, headers):
            self.forged += 1
        read = json.loads(body)
        if "challenge" in read:
            return JSONResponse({"challenge": read["challenge"]})
        self.got.append((headers, read))
        if self.wait:
            await request.receive()
        return Response(status_code=self.status, headers=self.headers)


@contextmanager
def receiving(receiver: Receiver) -> Iterator[LocalSlack]:
    app = Starlette(routes=[Route("/", receiver.__call__, methods=["POST"])])
    with LocalSlack(seed(manifest(sockets=False))) as slack, served(app) as address:
        assert slack.point_to(address)
        yield slack


def test_a_request_is_signed_as_bolt_verifies_it() -> None:
    receiver = Receiver()

    with receiving(receiver) as slack:
        Page(slack).say("hello")
        eventually(lambda: receiver.got)

    assert receiver.forged == 0
    (headers, body) = receiver.got[0]
    assert body["type"] == "event_callback"
    assert "x-slack-retry-num" not in headers


def test_an_event_that_fails_comes_again_at_once_and_after_one_and_five_minutes() -> None:
    receiver = Receiver(status=500)

    with receiving(receiver) as slack:
        Page(slack).say("hello")
        for tries, seconds in ((2, 60), (3, 300)):
            eventually(lambda tries=tries: len(receiver.got) == tries)  # type: ignore[misc]
            eventually(lambda tries=tries: len(slack.journal("no_ack")) == tries)  # type: ignore[misc]
            slack.advance(seconds - 1)
            assert len(receiver.got) == tries
            slack.advance(1.5)
        eventually(lambda: slack.journal("given_up"))
        slack.advance(10_000)

    assert [headers.get("x-slack-retry-num") for headers, _ in receiver.got] == [None, "1", "2", "3"]
    assert {headers.get("x-slack-retry-reason") for headers, _ in receiver.got} == {None, "http_error"}
    assert len({body["event_id"] for _, body in receiver.got}) == 1


def test_an_app_that_wants_no_retry_gets_none() -> None:
    receiver = Receiver(500, {"X-Slack-No-Retry": "1"})

    with receiving(receiver) as slack:
        Page(slack).say("hello")
        eventually(lambda: slack.journal("given_up"))

    assert len(receiver.got) == 1


def test_an_app_that_does_not_answer_for_three_seconds_has_failed() -> None:
    receiver = Receiver(wait=True)

    with receiving(receiver) as slack:
        Page(slack).say("hello")
        eventually(lambda: receiver.got)
        slack.advance(3)
        eventually(lambda: len(receiver.got) == 2)

    assert receiver.got[1][0]["x-slack-retry-reason"] == "http_timeout"


def test_an_app_that_is_not_there_is_tried_again_and_shown_as_down() -> None:
    with LocalSlack(seed(manifest(sockets=False))) as slack:
        page = Page(slack)
        page.say("hello")
        eventually(lambda: len(slack.journal("no_ack")) == 2)
        assert not page.get("workspace")["app"]["up"]
        assert not slack.point_to("http://127.0.0.1:9/")
        assert not slack.point_to("nowhere")

    assert slack.journal("no_ack")[0]["reason"] == "connection_failed"


def test_deliveries_are_dropped_repeated_and_put_out_of_order() -> None:
    receiver = Receiver()

    with receiving(receiver) as slack:
        page = Page(slack)
        slack.upset_deliveries("drop", 1)
        page.say("dropped")
        eventually(lambda: len(receiver.got) == 1)
        control(slack, "deliveries", kind="duplicate")
        page.say("twice")
        eventually(lambda: len(receiver.got) == 3)
        control(slack, "deliveries", kind="reorder", count=3)
        for text in ("first", "second", "third"):
            page.say(text)
        eventually(lambda: len(receiver.got) == 6)

    said = [body["event"]["text"] for _, body in receiver.got]
    assert said == ["dropped", "twice", "twice", "third", "second", "first"]
    assert receiver.got[0][0]["x-slack-retry-num"] == "1"
    assert receiver.got[1][1]["event_id"] == receiver.got[2][1]["event_id"]


def test_each_envelope_goes_to_one_of_the_connections(slack: LocalSlack, page: Page) -> None:
    bots = [Seen() for _ in range(3)]

    first, second, third = (bolt_app(slack, seen) for seen in bots)
    with over_sockets(slack, first), over_sockets(slack, second), over_sockets(slack, third):
        for number in range(9):
            page.say(f"message {number}")
        eventually(lambda: sum(len(seen.events("message")) for seen in bots) == 9)
        eventually(lambda: len(slack.journal("ack")) == 9)

    assert [len(seen.events("message")) for seen in bots] == [3, 3, 3]


def test_an_envelope_that_is_not_acknowledged_comes_again(slack: LocalSlack, page: Page) -> None:
    url = _socket_url(slack)

    with connect(url) as socket:
        assert json.loads(socket.recv())["type"] == "hello"
        page.say("hello")
        first = json.loads(socket.recv())
        slack.advance(3)
        second = json.loads(socket.recv())
        socket.send("nonsense")
        socket.send(json.dumps({"envelope_id": second["envelope_id"]}))
        eventually(lambda: slack.journal("ack"))

    assert (first["retry_attempt"], second["retry_attempt"], second["retry_reason"]) == (0, 1, "timeout")
    assert first["envelope_id"] != second["envelope_id"]
    assert first["payload"]["event_id"] == second["payload"]["event_id"]
    assert slack.journal("refused")[0]["error"] == "invalid_envelope"


def test_an_envelope_goes_to_another_connection_when_its_own_breaks(slack: LocalSlack, page: Page) -> None:

    with connect(_socket_url(slack)) as broken:
        broken.recv()
        page.say("hello")
        broken.recv()
        with connect(_socket_url(slack)) as other:
            other.recv()
            broken.close()
            again = json.loads(other.recv(timeout=5))

    assert (again["retry_attempt"], again["retry_reason"]) == (1, "connection_failed")


def test_a_ticket_opens_one_connection_and_there_are_ten_at_most(slack: LocalSlack) -> None:

    with ExitStack() as open_ones:
        url = _socket_url(slack)
        sockets = [open_ones.enter_context(connect(url))]
        with pytest.raises(InvalidStatus), connect(url):
            pass
        sockets += [open_ones.enter_context(connect(_socket_url(slack))) for _ in range(9)]
        assert json.loads(sockets[-1].recv())["num_connections"] == 10
        with connect(_socket_url(slack)) as eleventh:
            assert json.loads(eleventh.recv())["reason"] == "too_many_websockets"


@pytest.mark.parametrize("how", ["refresh", "cut"])
def test_a_bolt_app_comes_back_when_its_connection_ends(slack: LocalSlack, page: Page, how: str) -> None:
    seen = Seen()

    with over_sockets(slack, bolt_app(slack, seen), ping_interval=0.2):
        control(slack, "sockets", do=how)
        eventually(lambda: len([line for line in slack.journal("socket") if line["open"]]) > 1)
        eventually(lambda: slack.world.sockets.count == 1)
        page.say("are you back?")
        assert eventually(lambda: seen.events("message"))


def test_an_app_of_http_has_no_sockets() -> None:
    with LocalSlack(seed(manifest(sockets=False))) as slack:
        headers = {"Authorization": "Bearer xapp-test"}

        answer = browser().post(f"{slack.api_url}apps.connections.open", headers=headers).json()

    assert answer["error"] == "socket_mode_not_enabled"


def _socket_url(slack: LocalSlack) -> str:

    return str(WebClient(APP_TOKEN, base_url=slack.api_url).apps_connections_open(app_token=APP_TOKEN)["url"])
