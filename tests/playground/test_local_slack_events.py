from typing import Any

from slack_sdk import WebClient

from tests.playground.conftest import Bot
from tests.playground.workspace import ANA, BEN, BOT, DM, Page, client, control, eventually


def test_a_direct_message_reaches_the_bot_and_its_answer_the_page(bot: Bot, ana: Page) -> None:
    def answer(event: dict[str, Any], client: WebClient) -> None:
        client.chat_postMessage(channel=event["channel"], thread_ts=event["ts"], text=f"You said {event['text']}")

    bot.app.event("message")(answer)
    bot.app._listeners.insert(0, bot.app._listeners.pop())

    with ana.watching() as watched:
        ts = ana.say("hello")
        assert watched.until("message")["message"]["text"] == "hello"
        said = watched.until("message")["message"]

    assert (said["text"], said["thread_ts"], said["bot"], said["name"]) == ("You said hello", ts, True, "dealbot")
    (event,) = bot.seen.events("message")
    assert (event["channel_type"], event["user"], event["channel"]) == ("im", ANA, DM)
    assert eventually(lambda: ana.messages()[0]["replies"]) == 1


def test_a_mention_comes_as_a_message_and_as_a_mention(bot: Bot, ana: Page) -> None:
    ana.say(f"<@{BOT}> where is Mercy?", "C0DEALS")

    mention = eventually(lambda: bot.seen.events("app_mention"))[0]
    message = eventually(lambda: bot.seen.events("message"))[0]

    assert mention["channel"] == "C0DEALS"
    assert message["channel_type"] == "channel"
    assert mention["ts"] == message["ts"]


def test_what_is_said_where_the_bot_is_not_stays_there(bot: Bot, ana: Page) -> None:
    with ana.watching() as watched:
        ana.say(f"<@{BOT}> are you here?", "C0LOUNGE")
        assert "not in #lounge" in watched.until("refused")["text"]
    ana.say("done", "C0TEAM")

    eventually(lambda: bot.seen.events("message"))
    assert [event["text"] for event in bot.seen.events("message")] == ["done"]
    assert not bot.seen.events("app_mention")


def test_edits_deletions_and_reactions_are_told(bot: Bot, ana: Page) -> None:
    ts = ana.say("Mercy is at risk")
    ana.post("edit", channel=DM, ts=ts, text="Mercy is safe")
    ana.post("react", channel=DM, ts=ts, name="eyes", on=True)
    ana.post("delete", channel=DM, ts=ts)

    changed = eventually(lambda: [e for e in bot.seen.events("message") if e.get("subtype") == "message_changed"])[0]
    gone = eventually(lambda: [e for e in bot.seen.events("message") if e.get("subtype") == "message_deleted"])[0]
    reaction = eventually(lambda: bot.seen.events("reaction_added"))[0]

    assert changed["message"]["text"] == "Mercy is safe"
    assert changed["previous_message"]["text"] == "Mercy is at risk"
    assert gone["deleted_ts"] == ts
    assert (reaction["reaction"], reaction["item"]["ts"], reaction["user"]) == ("eyes", ts, ANA)
    assert ana.messages() == []


def test_looking_at_the_app_or_at_a_channel_is_told(bot: Bot, ana: Page) -> None:
    ana.get("home")
    ana.post("opened", channel=DM)
    ana.post("opened", channel="C0DEALS")

    eventually(lambda: len(bot.seen.events("app_home_opened")) == 2)
    context = eventually(lambda: bot.seen.events("app_context_changed"))[0]

    assert {event["tab"] for event in bot.seen.events("app_home_opened")} == {"home", "messages"}
    assert context["context"]["entities"][0]["value"] == "C0DEALS"


def test_somebody_new_in_a_channel_is_told(bot: Bot) -> None:
    control(bot.slack, "users", id="U0NEW", name="Cy Dale")
    control(bot.slack, "channels", id="C0DEALS", name="deals", kind="public", members=[ANA, BEN, BOT, "U0NEW"])

    assert eventually(lambda: bot.seen.events("member_joined_channel"))[0]["user"] == "U0NEW"
    Page(bot.slack, "U0NEW").say("hello", "D0NEW")
    assert eventually(lambda: bot.seen.events("message"))[0]["channel"] == "D0NEW"


def test_the_bot_hears_of_its_own_messages_too(bot: Bot) -> None:
    client(bot.slack).chat_postMessage(channel="C0DEALS", text="Mercy is won")

    told = eventually(lambda: [line for line in bot.slack.journal("ack") if line["type"] == "message"])

    assert len(told) == 1


def test_any_event_can_be_raised_that_the_app_asked_for(bot: Bot) -> None:
    assert control(bot.slack, "events", event={"type": "app_mention", "text": "x", "user": ANA})["sent"]
    assert not control(bot.slack, "events", event={"type": "team_join"})["sent"]
    assert eventually(lambda: bot.seen.events("app_mention"))
