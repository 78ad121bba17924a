from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from dealbot.playground.local_slack.server import LocalSlack
from tests.playground.workspace import (
    ANA,
    APP_TOKEN,
    BEN,
    BOT,
    DM,
    EVENTS,
    SCOPES,
    Page,
    browser,
    client,
    control,
    eventually,
    manifest,
    seed,
)


@pytest.fixture
def web(slack: LocalSlack) -> WebClient:
    return client(slack)


@pytest.fixture(scope="module")
def shared() -> Iterator[LocalSlack]:
    """A workspace for what changes nothing in it."""
    with LocalSlack(seed()) as running:
        yield running


def refused(web: WebClient, method: str, **arguments: Any) -> Any:
    with pytest.raises(SlackApiError) as caught:
        web.api_call(method, json=arguments)
    return caught.value.response.data


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("chat.shout", {}, "unknown_method"),
        ("chat.postMessage", {"text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C0NONE", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C0SECRET", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C0LOUNGE", "text": "x"}, "not_in_channel"),
        ("chat.postMessage", {"channel": "C0DEALS"}, "no_text"),
        ("chat.postMessage", {"channel": "C0DEALS", "text": "a" * 40_001}, "msg_too_long"),
        ("chat.postMessage", {"channel": "C0DEALS", "text": "x", "thread_ts": "1.2"}, "thread_not_found"),
        ("chat.postMessage", {"channel": "C0DEALS", "text": "x", "blocks": "{"}, "invalid_blocks_format"),
        ("chat.postMessage", {"channel": "C0DEALS", "text": "x", "metadata": {"a": 1}}, "invalid_metadata_format"),
        ("chat.update", {"channel": "C0DEALS", "ts": "1.2", "text": "x"}, "message_not_found"),
        ("chat.delete", {"channel": "C0DEALS"}, "invalid_arguments"),
        ("chat.postEphemeral", {"channel": "C0DEALS", "text": "x", "user": "U0NONE"}, "user_not_found"),
        ("chat.postEphemeral", {"channel": "C0TEAM", "text": "x", "user": BEN}, "user_not_in_channel"),
        ("chat.scheduleMessage", {"channel": "C0DEALS", "text": "x", "post_at": 1}, "time_in_past"),
        ("chat.scheduleMessage", {"channel": "C0DEALS", "text": "x", "post_at": 99999999999}, "time_too_far"),
        ("chat.scheduleMessage", {"channel": "C0DEALS", "text": "x"}, "invalid_time"),
        ("conversations.info", {"channel": "C0SECRET"}, "channel_not_found"),
        ("conversations.history", {"channel": "C0LOUNGE"}, "not_in_channel"),
        ("conversations.history", {"channel": "C0DEALS", "oldest": "soon"}, "invalid_ts_oldest"),
        ("conversations.history", {"channel": "C0DEALS", "limit": 1_000}, "invalid_limit"),
        ("conversations.history", {"channel": "C0DEALS", "limit": -1}, "invalid_limit"),
        ("conversations.replies", {"channel": "C0DEALS"}, "thread_not_found"),
        ("conversations.list", {"types": "secret"}, "invalid_types"),
        ("conversations.list", {"cursor": "next"}, "invalid_cursor"),
        ("conversations.open", {"users": "U0NONE"}, "user_not_found"),
        ("conversations.open", {}, "users_list_not_supplied"),
        ("conversations.join", {"channel": "C0TEAM"}, "method_not_supported_for_channel_type"),
        ("users.info", {"user": "U0NONE"}, "user_not_found"),
        ("users.lookupByEmail", {"email": "nobody@example.com"}, "users_not_found"),
        ("bots.info", {"bot": "B0NONE"}, "bot_not_found"),
        ("reactions.add", {"channel": "C0DEALS", "timestamp": "1.2", "name": "eyes"}, "message_not_found"),
        ("assistant.threads.setStatus", {"channel_id": DM, "thread_ts": "1.2", "status": "x"}, "invalid_thread_ts"),
        ("assistant.threads.setSuggestedPrompts", {"channel_id": DM, "prompts": []}, "invalid_arguments"),
        ("agents.sessions.setStatus", {"channel_id": DM, "status": "asleep"}, "invalid_arguments"),
        ("files.info", {"file": "F0NONE"}, "file_not_found"),
        ("files.getUploadURLExternal", {"filename": "a", "length": "long"}, "invalid_arguments"),
        ("files.getUploadURLExternal", {"filename": "a", "length": 0}, "missing_argument"),
        ("files.getUploadURLExternal", {"length": 3}, "invalid_arguments"),
        ("files.getUploadURLExternal", {"filename": "a", "length": 9_000_000}, "file_upload_size_restricted"),
        ("files.getUploadURLExternal", {"filename": "a", "length": 3, "alt_txt": "a" * 1_001}, "alt_txt_too_large"),
        ("files.completeUploadExternal", {"files": [{"id": "F0NONE"}]}, "file_not_found"),
        ("files.completeUploadExternal", {"files": [{"id": "F0NONE"}], "channel_id": ANA}, "channel_not_found"),
        ("views.open", {"view": {"type": "modal", "title": {"type": "plain_text", "text": "x"}, "blocks": []}},
         "invalid_trigger_id"),
        ("views.open", {"trigger_id": "1.2.3"}, "invalid_arguments"),
        ("views.update", {"view_id": "V0NONE", "view": {}}, "not_found"),
        ("views.publish", {"user_id": ANA, "view": {"type": "home", "blocks": [{"type": "table"}]}},
         "invalid_arguments"),
        ("chat.postMessage", {"channel": "C0DEALS", "text": "x", "markdown_text": "x"}, "markdown_text_conflict"),
        ("chat.postMessage", {"channel": "C0DEALS", "markdown_text": "a" * 12_001}, "msg_too_long"),
        ("api.test", {"error": "my_error"}, "my_error"),
    ],
)  # fmt: skip
def test_a_bad_call_is_refused_in_slacks_words(
    shared: LocalSlack, method: str, arguments: dict[str, Any], error: str
) -> None:
    assert refused(client(shared), method, **arguments)["error"] == error


def test_bad_blocks_are_refused_with_where_they_are_wrong(web: WebClient) -> None:
    blocks = [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}]

    answer = refused(web, "chat.postMessage", channel="C0DEALS", text="x", blocks=blocks)

    assert answer["error"] == "invalid_blocks"
    assert "[json-pointer:/blocks/0/text/type]" in answer["response_metadata"]["messages"][0]


def test_too_much_text_in_blocks_is_refused(web: WebClient) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "a" * 3000}}] * 5

    assert (
        refused(web, "chat.postMessage", channel="C0DEALS", text="x", blocks=blocks)["error"] == "msg_blocks_too_long"
    )


@pytest.mark.parametrize(
    ("token", "method", "error"),
    [
        ("", "auth.test", "not_authed"),
        ("xoxb-other", "auth.test", "invalid_auth"),
        (APP_TOKEN, "auth.test", "not_allowed_token_type"),
        ("xoxb-test", "apps.connections.open", "not_allowed_token_type"),
    ],
)
def test_a_token_is_good_for_what_it_is_for(shared: LocalSlack, token: str, method: str, error: str) -> None:
    headers = {"Authorization": f"Bearer {token}"} if token else {}

    answer = browser().post(f"{shared.api_url}{method}", headers=headers).json()

    assert answer == {"ok": False, "error": error}


@pytest.mark.parametrize(
    ("method", "arguments", "scope"),
    [
        ("chat.postMessage", {"channel": "C0DEALS", "text": "x"}, "chat:write"),
        ("conversations.history", {"channel": DM}, "im:history"),
        ("conversations.info", {"channel": "C0TEAM"}, "groups:read"),
        ("users.lookupByEmail", {"email": "ana@example.com"}, "users:read.email"),
        ("reactions.add", {"channel": "C0DEALS", "timestamp": "1.2", "name": "eyes"}, "reactions:write"),
        ("assistant.threads.setTitle", {"channel_id": DM, "thread_ts": "1", "title": "x"}, "assistant:write"),
    ],
)
def test_a_scope_that_is_missing_is_named(method: str, arguments: dict[str, Any], scope: str) -> None:
    left = sorted(set(SCOPES) - {scope})

    with LocalSlack(seed(manifest(scopes=left))) as slack:
        answer = refused(client(slack), method, **arguments)

    assert answer == {"ok": False, "error": "missing_scope", "needed": scope, "provided": ",".join(left)}


def test_an_event_needs_its_subscription_and_its_scope() -> None:
    for described in (manifest(scopes=[]), manifest(events=[])):
        with LocalSlack(seed(described)) as slack:
            Page(slack).say("hello")
            assert slack.journal("delivery") == []
    assert "message.im" in EVENTS


def test_messages_are_posted_changed_and_deleted(web: WebClient, page: Page) -> None:
    posted = web.chat_postMessage(
        channel="#deals", text="first", metadata={"event_type": "a", "event_payload": {"n": 1}}
    )
    ts = posted["ts"]
    reply = web.chat_postMessage(channel="C0DEALS", text="reply", thread_ts=ts)["ts"]
    web.chat_update(channel="C0DEALS", ts=ts, text="second")

    replies = web.conversations_replies(channel="C0DEALS", ts=ts, include_all_metadata=True)["messages"]
    assert [message["text"] for message in replies] == ["second", "reply"]
    assert replies[0]["metadata"]["event_payload"] == {"n": 1}
    assert (replies[0]["reply_count"], replies[0]["latest_reply"], replies[0]["reply_users"]) == (1, reply, [BOT])
    assert "metadata" not in web.conversations_replies(channel="C0DEALS", ts=ts)["messages"][0]
    assert [message["text"] for message in web.conversations_history(channel="C0DEALS")["messages"]] == ["second"]

    web.chat_delete(channel="C0DEALS", ts=ts)
    assert page.texts("C0DEALS") == ["reply"]


def test_the_app_may_not_change_what_people_say(web: WebClient, page: Page) -> None:
    ts = page.say("mine", "C0DEALS")

    assert refused(web, "chat.update", channel="C0DEALS", ts=ts, text="yours")["error"] == "cant_update_message"
    assert refused(web, "chat.delete", channel="C0DEALS", ts=ts)["error"] == "cant_delete_message"


def test_blocks_without_a_text_are_posted_with_a_warning(web: WebClient) -> None:
    answer = web.api_call("chat.postMessage", json={"channel": DM, "blocks": [{"type": "divider"}]})

    assert answer["warning"] == "missing_text_in_message"
    assert answer["message"]["blocks"][0]["block_id"]


def test_an_archived_channel_takes_nothing(slack: LocalSlack, web: WebClient) -> None:
    control(slack, "channels", id="C0DEALS", name="deals", kind="public", members=[ANA, BOT], archived=True)

    assert refused(web, "chat.postMessage", channel="C0DEALS", text="x")["error"] == "is_archived"


def test_an_ephemeral_message_is_one_persons_and_not_in_the_history(web: WebClient, page: Page) -> None:
    ts = web.chat_postEphemeral(channel="C0DEALS", user=ANA, text="only you")["message_ts"]

    assert [(message["text"], message["ephemeral"]) for message in page.messages("C0DEALS")] == [("only you", True)]
    assert page.of(BEN).messages("C0DEALS") == []
    assert web.conversations_history(channel="C0DEALS")["messages"] == []
    assert refused(web, "chat.update", channel="C0DEALS", ts=ts, text="x")["error"] == "message_not_found"
    page.post("delete", channel="C0DEALS", ts=ts)
    assert page.messages("C0DEALS") == []


def test_channels_people_and_the_team_are_listed(web: WebClient) -> None:
    names = [channel["name"] for channel in web.conversations_list(types="public_channel,private_channel")["channels"]]
    first = web.conversations_list(limit=1)
    second = web.conversations_list(limit=1, cursor=first["response_metadata"]["next_cursor"])

    assert names == ["deals", "lounge", "team"]
    assert [page["channels"][0]["name"] for page in (first, second)] == ["deals", "lounge"]
    assert web.conversations_members(channel="C0DEALS")["members"] == [ANA, BEN, BOT]
    assert [channel["id"] for channel in web.users_conversations(user=BEN)["channels"]] == ["C0DEALS", "C0LOUNGE"]
    assert web.conversations_open(users=[ANA])["channel"]["id"] == DM
    assert web.conversations_info(channel=DM)["channel"]["user"] == ANA
    assert web.users_info(user=ANA)["user"]["profile"]["title"] == "Account Executive"
    assert web.users_lookupByEmail(email="ana@example.com")["user"]["id"] == ANA
    assert len(web.users_list()["members"]) == 3
    assert web.bots_info()["bot"]["user_id"] == BOT
    assert web.team_info()["team"]["name"] == "Local"
    assert web.api_test(foo="bar")["args"] == {"foo": "bar"}


def test_the_bot_may_join_a_public_channel(web: WebClient) -> None:
    assert web.conversations_join(channel="C0LOUNGE")["channel"]["is_member"]
    assert web.conversations_join(channel="C0LOUNGE")["warning"] == "already_in_channel"
    assert web.chat_postMessage(channel="C0LOUNGE", text="hello")["ok"]


def test_reactions_are_added_once(web: WebClient, page: Page) -> None:
    ts = page.say("look", "C0DEALS")
    web.reactions_add(channel="C0DEALS", timestamp=ts, name="eyes")

    again = refused(web, "reactions.add", channel="C0DEALS", timestamp=ts, name="eyes")
    assert again["error"] == "already_reacted"
    assert page.messages("C0DEALS")[0]["reactions"] == [{"name": "eyes", "users": [BOT]}]
    assert web.reactions_get(channel="C0DEALS", timestamp=ts)["message"]["reactions"][0]["count"] == 1
    web.reactions_remove(channel="C0DEALS", timestamp=ts, name="eyes")
    assert refused(web, "reactions.remove", channel="C0DEALS", timestamp=ts, name="eyes")["error"] == "no_reaction"
    assert refused(web, "reactions.add", channel="C0DEALS", timestamp=ts, name="Eyes!")["error"] == "invalid_name"


def test_a_permalink_leads_to_the_page(slack: LocalSlack, web: WebClient, page: Page) -> None:
    ts = page.say("look", "C0DEALS")

    link = web.chat_getPermalink(channel="C0DEALS", message_ts=ts)["permalink"]

    assert link == f"{slack.url}/archives/C0DEALS/p{ts.replace('.', '')}" == page.messages("C0DEALS")[0]["permalink"]
    assert browser().get(link).headers["location"] == f"/?channel=C0DEALS&ts={ts}"


def test_a_scheduled_message_comes_when_it_is_due(slack: LocalSlack, web: WebClient, page: Page) -> None:
    at = int(slack.world.clock.now()) + 3600
    web.chat_scheduleMessage(channel="C0DEALS", post_at=at, text="later")

    assert page.texts("C0DEALS") == []
    slack.advance(3601)
    eventually(lambda: page.texts("C0DEALS") == ["later"])


def test_a_file_is_uploaded_in_three_steps_and_needs_a_token(slack: LocalSlack, web: WebClient, page: Page) -> None:
    answer = web.files_upload_v2(channel="C0DEALS", content="one,two", filename="deals.csv", initial_comment="Here")

    file = web.files_info(file=answer["file"]["id"])["file"]
    assert page.texts("C0DEALS") == ["Here"]
    assert browser().get(file["url_private"]).status_code == 302
    headers = {"Authorization": "Bearer xoxb-test"}
    assert browser().get(file["url_private"], headers=headers).text == "one,two"
    assert browser().post(f"{slack.url}/upload/F0NONE", content="x").status_code == 404
    assert browser().get(f"{slack.url}/files/F0NONE", headers=headers).status_code == 404
    multipart = web.files_getUploadURLExternal(filename="a", length=3)["upload_url"]
    assert browser().post(multipart, files={"file": b"abc"}).text == "OK"


def test_a_file_that_is_not_as_long_as_was_said_is_not_taken(web: WebClient) -> None:
    asked = web.files_getUploadURLExternal(filename="map.png", length=3)
    short = browser().post(asked["upload_url"], content=b"ab").status_code

    assert short == 404
    with pytest.raises(SlackApiError, match="file_not_found"):
        web.files_completeUploadExternal(files=[{"id": asked["file_id"], "title": "Map"}], channel_id="C0DEALS")


def test_a_picture_is_on_the_page_with_its_words_for_who_may_read_the_channel(
    slack: LocalSlack, web: WebClient, page: Page
) -> None:
    web.files_upload_v2(
        channel="C0DEALS", content=b"drawn", filename="map.png", title="Map", alt_txt="Dana: concerned."
    )
    (shared,) = page.messages("C0DEALS")[-1]["files"]
    address = f"{slack.url}/page/files/{shared['id']}"

    assert (shared["name"], shared["title"], shared["alt"]) == ("map.png", "Map", "Dana: concerned.")
    found = browser().get(address, params={"user": page.user})
    assert (found.content, found.headers["content-type"]) == (b"drawn", "image/png")
    assert browser().get(f"{slack.url}/page/files/F0NONE", params={"user": page.user}).status_code == 404


def test_what_is_not_json_is_refused(slack: LocalSlack) -> None:
    headers = {"Authorization": "Bearer xoxb-test", "Content-Type": "application/json"}

    answers = [
        browser().post(f"{slack.api_url}auth.test", headers=headers, content=body).json() for body in ("{", "[]")
    ]

    assert [answer["error"] for answer in answers] == ["invalid_json", "json_not_object"]


def test_every_call_and_refusal_is_in_the_journal(slack: LocalSlack, web: WebClient) -> None:
    web.auth_test()
    refused(web, "chat.postMessage", channel="C0NONE", text="x")

    assert [line["method"] for line in slack.journal("call")] == ["auth.test", "chat.postMessage"]
    journal: list[Any] = httpx.get(f"{slack.url}/control/journal", params={"what": "refused"}).json()
    assert [line["error"] for line in journal] == ["channel_not_found"]
    assert "xoxb" not in str(slack.journal())
