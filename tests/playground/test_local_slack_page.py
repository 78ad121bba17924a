import time
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from starlette.testclient import TestClient
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from dealbot.playground.local_slack.faults import CallFault
from dealbot.playground.local_slack.hangup import Hangups
from dealbot.playground.local_slack.server import LocalSlack
from dealbot.playground.local_slack.site import site
from dealbot.playground.local_slack.world import World
from tests.playground.workspace import ANA, BEN, BOT, DM, Page, browser, client, control, seed


def test_a_person_sees_public_channels_and_their_own(page: Page) -> None:
    channels = page.get("channels")

    assert [(each["name"], each["kind"]) for each in channels] == [
        ("deals", "public"),
        ("lounge", "public"),
        ("team", "private"),
        ("dealbot", "im"),
    ]
    assert channels[0]["topic"] == "What moves"
    assert set(channels[0]["members"]) == {ANA, BEN, BOT}


def test_the_workspace_names_its_people_and_hints(page: Page) -> None:
    found = page.get("workspace")

    assert (found["team"]["name"], found["you"]) == ("Local", ANA)
    assert [(each["initials"], each["title"]) for each in found["users"]] == [
        ("AL", "Account Executive"),
        ("BO", "Sales Manager"),
    ]
    assert found["hints"] == ["Ask: where is Mercy?"]


def test_what_others_say_is_unread_until_the_channel_is_opened(page: Page) -> None:
    page.of(BEN).say("one", "C0DEALS")
    page.of(BEN).say("two", "C0DEALS")
    page.say("mine", "C0DEALS")

    assert page.get("channels")[0]["unread"] == 2
    page.post("opened", channel="C0DEALS")
    assert page.get("channels")[0]["unread"] == 0


def test_an_edit_and_a_reaction_are_shown_to_all_and_an_ephemeral_message_to_one(slack: LocalSlack, page: Page) -> None:
    with page.of(BEN).watching() as watched:
        ts = page.say("first", "C0DEALS")
        page.post("edit", channel="C0DEALS", ts=ts, text="second")
        page.post("react", channel="C0DEALS", ts=ts, name=":eyes:", on=True)
        client(slack).chat_postEphemeral(channel="C0DEALS", user=ANA, text="only Ana")
        page.post("delete", channel="C0DEALS", ts=ts)

        assert watched.until("message")["message"]["text"] == "first"
        edited = watched.until("changed")["message"]
        assert (edited["text"], edited["edited"]) == ("second", True)
        assert watched.until("changed")["message"]["reactions"] == [{"name": "eyes", "users": [ANA]}]
        assert watched.until("deleted")["ts"] == ts


@pytest.mark.parametrize(
    ("what", "body", "told"),
    [
        ("messages", {"channel": DM, "text": " "}, "There is nothing to say."),
        ("messages", {"channel": DM}, "There is no text."),
        ("messages", {"channel": DM, "text": "", "files": [{}]}, "A file has a name and a content."),
        ("messages", {"channel": DM, "text": "", "files": "a.md"}, "A message has 10 files at most."),
        ("messages", {"channel": DM, "text": "", "files": [{"name": "a"}] * 11}, "A message has 10 files at most."),
        (
            "messages",
            {"channel": DM, "text": "", "files": [{"name": "a", "content": "?"}]},
            "A file's content is not base64.",
        ),
        ("messages", {"channel": "C0SECRET", "text": "x"}, "There is no such channel."),
        ("messages", {"channel": DM, "text": "x", "thread_ts": "1.2"}, "That thread is not there."),
        ("edit", {"channel": DM, "ts": "1.2", "text": "x"}, "That message is not there."),
        ("delete", {"channel": DM}, "There is no ts."),
        ("submit", {"view": "V0NONE", "values": {}}, "That modal is not open."),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(page: Page, what: str, body: Any, told: str) -> None:
    answer = page.try_post(what, **body)

    assert (answer.status_code, answer.json()) == (400, {"error": told})


def test_nobody_writes_where_they_are_not_or_changes_what_others_said(slack: LocalSlack, page: Page) -> None:
    control(slack, "channels", id="C0OTHER", name="other", kind="public", members=[BEN])
    control(slack, "channels", id="C0OLD", name="old", kind="public", members=[ANA], archived=True)
    ts = page.of(BEN).say("mine", "C0DEALS")
    only = client(slack).chat_postEphemeral(channel="C0DEALS", user=ANA, text="x")["message_ts"]

    told = [
        page.try_post(what, **body).json()["error"]
        for what, body in (
            ("messages", {"channel": "C0OTHER", "text": "x"}),
            ("messages", {"channel": "C0OLD", "text": "x"}),
            ("edit", {"channel": "C0DEALS", "ts": ts, "text": "x"}),
            ("delete", {"channel": "C0DEALS", "ts": ts}),
            ("react", {"channel": "C0DEALS", "ts": only, "name": "eyes", "on": True}),
        )
    ]

    assert told == [
        "You are not in #other.",
        "#old is archived.",
        "Only your own messages can be edited.",
        "Only your own messages can be deleted.",
        "Only you see that message.",
    ]


def test_a_page_needs_a_user_that_is_there(slack: LocalSlack) -> None:
    for user in ("", "U0NONE", BOT):
        assert browser().get(f"{slack.url}/page/channels", params={"user": user}).status_code == 400
    with pytest.raises(InvalidStatus), connect(f"ws://127.0.0.1:{slack.port}/page/events?user=U0NONE"):
        pass
    for content in ("{", "[]"):
        answer = browser().post(f"{slack.url}/page/messages?user={ANA}", content=content)
        assert answer.status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
    ],
)
def test_another_site_is_kept_out(slack: LocalSlack, headers: dict[str, str]) -> None:
    assert browser().get(f"{slack.url}/page/workspace", headers=headers).status_code == 403
    if "Origin" in headers:
        with (
            pytest.raises(InvalidStatus),
            connect(f"ws://127.0.0.1:{slack.port}/page/events?user={ANA}", additional_headers=headers),
        ):
            pass


def test_the_page_itself_may_come_in(slack: LocalSlack) -> None:
    for headers in (
        {"Origin": slack.url},
        {"Host": f"localhost:{slack.port}", "Origin": f"http://localhost:{slack.port}"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
    ):
        answer = browser().get(f"{slack.url}/page/workspace", headers=headers)
        assert answer.status_code == 200
        assert "access-control-allow-origin" not in answer.headers


def test_it_listens_on_this_machine_only(slack: LocalSlack) -> None:
    assert slack._server is not None
    listening = [each for server in slack._server.servers for each in server.sockets]
    assert {each.getsockname() for each in listening} == {("127.0.0.1", slack.port)}


def test_the_files_of_the_page_are_served(tmp_path: Any) -> None:
    (tmp_path / "index.html").write_text("<title>local</title>")
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "main.js").write_text("1")

    with TestClient(site(World(seed(), None), Hangups(), tmp_path), base_url="http://127.0.0.1") as test:
        page, script, missing = (test.get(path) for path in ("/", "/js/main.js", "/../conftest.py"))

    assert (page.text, script.text, missing.status_code) == ("<title>local</title>", "1", 404)
    assert page.headers["x-frame-options"] == "DENY"
    assert page.headers["cache-control"] == "no-cache"


def test_a_port_that_is_taken_is_told(slack: LocalSlack) -> None:
    with pytest.raises(OSError, match="in use"), LocalSlack(seed(), port=slack.port):
        pass


def test_calls_go_wrong_as_tests_ask(slack: LocalSlack) -> None:
    web = client(slack)
    slack.fault(CallFault("auth.test", "ratelimited", seconds=7))
    with pytest.raises(SlackApiError) as limited:
        web.auth_test()
    control(slack, "faults", method="auth.test", kind="server_error")
    with pytest.raises((SlackApiError, SlackRequestError)):
        web.auth_test()
    control(slack, "faults", method="*", kind="error", error="fatal_error")
    with pytest.raises(SlackApiError, match="fatal_error"):
        web.auth_test()
    control(slack, "faults", method="auth.test", kind="slow", seconds=0.2)
    began = time.monotonic()
    assert web.auth_test()["ok"]
    assert time.monotonic() - began > 0.2
    control(slack, "faults", method="auth.test", kind="close", count=5)
    assert browser().delete(f"{slack.url}/control/faults").status_code == 200
    assert web.auth_test()["ok"]

    assert limited.value.response.status_code == 429
    assert limited.value.response.headers["Retry-After"] == "7"


def test_a_closed_connection_and_a_limit_are_overcome_by_retries(slack: LocalSlack) -> None:
    web = client(slack)
    web.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=2))
    slack.fault(CallFault("chat.postMessage", "close"))
    slack.fault(CallFault("chat.postMessage", "ratelimited"))

    assert web.chat_postMessage(channel="C0DEALS", text="at last")["ok"]
    assert Page(slack).texts("C0DEALS") == ["at last"]


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("faults", {"method": "x", "kind": "melt"}),
        ("deliveries", {"kind": "lose"}),
        ("sockets", {"do": "knit"}),
        ("channels", {"id": "C1"}),
        ("events", {}),
        ("clock", {"advance": "soon"}),
    ],
)
def test_control_refuses_what_it_does_not_know(slack: LocalSlack, what: str, body: Any) -> None:
    assert browser().post(f"{slack.url}/control/{what}", json=body).status_code == 400


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("P&T <soon>", "P&amp;T &lt;soon&gt;"),
        ("P&amp;T", "P&amp;T"),
        ("@dealbot where is Mercy?", f"<@{BOT}> where is Mercy?"),
        ("ask @Ben Ochs in #deals", f"ask <@{BEN}> in <#C0DEALS|deals>"),
        ("mail ana@example.com, @nobody", "mail ana@example.com, @nobody"),
        (f"<@{BOT}> see <https://example.com?a=1>", f"<@{BOT}> see <https://example.com?a=1>"),
    ],
)
def test_what_is_typed_is_written_as_slack_writes_it(slack: LocalSlack, page: Page, typed: str, written: str) -> None:
    ts = page.say(typed, "C0DEALS")

    assert page.texts("C0DEALS") == [written]
    page.post("edit", channel="C0DEALS", ts=ts, text=written)
    assert client(slack).conversations_history(channel="C0DEALS")["messages"][0]["text"] == written
