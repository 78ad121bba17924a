from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from dealbot.playground.local_slack.server import LocalSlack
from tests.playground.conftest import Bot
from tests.playground.workspace import ANA, DM, Page, client, eventually
from tests.slack.payloads import FEEDBACK, section

TASK = {"type": "task_update", "id": "1", "title": "Reading", "status": "in_progress"}


@pytest.fixture
def web(slack: LocalSlack) -> WebClient:
    return client(slack)


def error_of(web: WebClient, method: str, **arguments: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        web.api_call(method, json=arguments)
    return str(caught.value.response["error"])


def test_a_message_grows_while_it_streams(web: WebClient, page: Page) -> None:
    ts = page.say("Where is Mercy?")
    with page.watching() as watched:
        stream = web.chat_startStream(channel=DM, thread_ts=ts, markdown_text="Mercy ")
        web.chat_appendStream(channel=DM, ts=stream["ts"], chunks=[TASK])
        web.chat_appendStream(channel=DM, ts=stream["ts"], markdown_text="is at risk.")
        feedback = {"type": "context_actions", "elements": [FEEDBACK]}
        done: list[dict[str, Any]] = [TASK | {"status": "complete"}, {"type": "blocks", "blocks": [section()]}]
        web.chat_stopStream(channel=DM, ts=stream["ts"], chunks=done, blocks=[feedback])
        grown = [watched.until("changed")["message"] for _ in range(4)]

    texts = [message["text"] for message in grown if message["thread_ts"] == ts]
    assert texts[-1] == "Mercy is at risk."
    last = page.messages()[-1]
    assert (last["streaming"], last["tasks"][0]["status"]) == (False, "complete")
    assert [block["type"] for block in last["blocks"]] == ["section", "context_actions"]
    assert "streaming_state" not in web.conversations_replies(channel=DM, ts=ts)["messages"][-1]


def test_the_sdks_own_stream_works(bot: Bot, ana: Page) -> None:
    ts = ana.say("Where is Mercy?", "C0DEALS")
    stream = client(bot.slack).chat_stream(
        channel="C0DEALS", thread_ts=ts, recipient_user_id=ANA, recipient_team_id="T0LOCAL", buffer_size=10
    )
    for word in ("Mercy ", "is at ", "risk, ", "says Dana."):
        stream.append(markdown_text=word)
    stream.stop()

    assert eventually(lambda: ana.texts("C0DEALS")[1:]) == ["Mercy is at risk, says Dana."]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"channel": DM}, "invalid_arguments"),
        ({"channel": DM, "thread_ts": "1.2"}, "invalid_thread_ts"),
        ({"channel": DM, "markdown_text": "a" * 12_001}, "msg_too_long"),
        ({"channel": DM, "markdown_text": 7}, "invalid_arguments"),
        ({"channel": DM, "task_display_mode": "grid"}, "invalid_arguments"),
        ({"channel": DM, "chunks": "x"}, "invalid_chunks"),
        ({"channel": DM, "chunks": [{"type": "image"}]}, "invalid_chunks"),
        ({"channel": DM, "chunks": [TASK | {"status": "done"}]}, "invalid_chunks"),
        ({"channel": DM, "chunks": [{"type": "blocks", "blocks": [{"type": "x"}]}]}, "invalid_chunks"),
    ],
)
def test_a_bad_stream_does_not_begin(web: WebClient, page: Page, arguments: dict[str, Any], error: str) -> None:
    ts = page.say("hello")
    if error != "invalid_arguments" or len(arguments) > 1:
        arguments = {"thread_ts": ts, **arguments}

    assert error_of(web, "chat.startStream", **arguments) == error
    assert len(page.messages()) == 1


def test_in_a_channel_a_stream_names_who_it_is_for(web: WebClient, page: Page) -> None:
    ts = page.say("hello", "C0DEALS")

    assert error_of(web, "chat.startStream", channel="C0DEALS", thread_ts=ts) == "missing_recipient_user_id"


def test_a_stream_ends_once(web: WebClient, page: Page) -> None:
    ts = page.say("hello")
    stream = web.chat_startStream(channel=DM, thread_ts=ts)["ts"]

    assert error_of(web, "chat.update", channel=DM, ts=stream, text="x") == "streaming_state_conflict"
    assert error_of(web, "chat.appendStream", channel=DM, ts=stream) == "no_text"
    assert error_of(web, "chat.appendStream", channel=DM, ts=ts, markdown_text="x") == "message_not_owned_by_app"
    web.chat_stopStream(channel=DM, ts=stream, chunks=[{"type": "plan_update", "title": "Plan"}])
    assert error_of(web, "chat.stopStream", channel=DM, ts=stream) == "message_not_in_streaming_state"
    assert web.chat_update(channel=DM, ts=stream, text="whole")["ok"]


def test_a_status_shows_until_the_app_says_something(web: WebClient, page: Page) -> None:
    ts = page.say("hello")
    with page.watching() as watched:
        web.assistant_threads_setStatus(channel_id=DM, thread_ts=ts, status="is reading…", loading_messages=["a"])
        assert watched.until("typing")["status"] == "is reading…"
        web.chat_postMessage(channel=DM, thread_ts=ts, text="Read.")
        assert watched.until("typing")["status"] == ""
        web.agents_sessions_setStatus(channel_id=DM, thread_ts=ts, status="processing", title="Mercy")
        assert watched.until("typing")["status"] == "is working…"
        answer = web.agents_sessions_setStatus(channel_id=DM, thread_ts=ts, status="closed")
        assert watched.until("typing")["status"] == ""

    assert answer["warning"] == "missing_agent_session_stopped_event_subscription"
    many = ["x"] * 11
    assert error_of(
        web, "assistant.threads.setStatus", channel_id=DM, thread_ts=ts, status="x", loading_messages=many
    ) == ("invalid_arguments")
    assert web.assistant_threads_setTitle(channel_id=DM, thread_ts=ts, title="Mercy")["ok"]


def test_prompts_are_pinned_atop_the_direct_messages(web: WebClient, page: Page) -> None:
    prompts = [{"title": "Mercy", "message": "Where is Mercy?"}]
    with page.watching() as watched:
        web.assistant_threads_setSuggestedPrompts(channel_id=DM, prompts=prompts, title="Ask")
        assert watched.until("prompts")["prompts"] == prompts

    assert page.get("workspace")["app"]["prompts"] == prompts
    in_channel = error_of(web, "assistant.threads.setSuggestedPrompts", channel_id="C0DEALS", prompts=prompts)
    assert in_channel == "channel_type_not_supported"
    five = error_of(web, "assistant.threads.setSuggestedPrompts", channel_id=DM, prompts=prompts * 5)
    assert five == "invalid_arguments"
