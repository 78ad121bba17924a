from threading import Event, Thread
from typing import Any

import pytest
from slack_bolt import Ack, Respond
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from dealbot.playground.local_slack.server import LocalSlack
from tests.playground.bot import Seen, bolt_app, over_sockets
from tests.playground.conftest import Bot
from tests.playground.workspace import ANA, BEN, DM, Page, client, eventually, manifest, seed
from tests.slack.payloads import FEEDBACK, actions, asking, button, option, plain, section

DEALS = [{"text": plain("Mercy"), "value": "mercy"}]
SELECT = {"type": "external_select", "action_id": "deal", "min_query_length": 0}
BOTH = [
    section(block_id="top", accessory={"type": "static_select", "action_id": "stage", "options": [option("won")]}),
    actions(button("press", value="7"), SELECT, block_id="row"),
]


def posted(bot: Bot, blocks: list[Any] | None = None) -> Any:
    ts = client(bot.slack).chat_postMessage(channel=DM, text="choose", blocks=blocks or BOTH)["ts"]
    return {"channel": DM, "ts": ts}


def test_a_command_is_answered_to_one_person_or_to_all(bot: Bot, ana: Page) -> None:
    def command(ack: Ack, command: dict[str, str], respond: Respond) -> None:
        public = command["text"] == "share"
        ack(f"{command['command']} {command['text']}", response_type="in_channel" if public else "ephemeral")
        respond("later")

    bot.app.command("/deal")(command)
    ana.say("/deal status Mercy", "C0DEALS")
    ana.say("/deal share", "C0DEALS")

    eventually(lambda: len(ana.texts("C0DEALS")) == 4)
    mine, theirs = ana.texts("C0DEALS"), ana.of(BEN).texts("C0DEALS")
    assert sorted(mine) == ["/deal share", "/deal status Mercy", "later", "later"]
    assert theirs == ["/deal share"]
    body = bot.seen.bodies[0]
    assert (body["channel_name"], body["user_name"], body["team_domain"]) == ("deals", "ana.lopez", "local")


def test_a_command_that_says_nothing_shows_nothing(bot: Bot, ana: Page) -> None:
    bot.app.command("/deal")(lambda ack: ack())

    ana.say("/deal")

    assert ana.messages() == []


@pytest.mark.parametrize(
    ("text", "thread", "told"),
    [
        ("/deals", None, "/deals is not a valid command."),
        ("/deal x", "1.2", "/deal is not supported in threads. Sorry!"),
        ("/deal x", None, '/deal failed with the error "dispatch_failed"'),
    ],
)
def test_a_command_that_cannot_be_run_is_refused(page: Page, text: str, thread: str | None, told: str) -> None:
    with page.watching() as watched:
        page.post("messages", channel=DM, text=text, thread_ts=thread)
        assert watched.until("refused")["text"] == told


def test_what_is_not_acknowledged_in_three_seconds_is_refused(bot: Bot, ana: Page) -> None:
    began, go = Event(), Event()

    def slow(ack: Ack) -> None:
        began.set()
        go.wait(8)
        ack()

    bot.app.command("/deal")(slow)
    bot.app.action("press")(slow)
    container = posted(bot)
    for act in (lambda: ana.say("/deal"), lambda: ana.click(container, "row", "press")):
        began.clear()
        go.clear()
        with ana.watching() as watched:
            acting = Thread(target=act)
            acting.start()
            assert began.wait(8)
            bot.slack.advance(3)
            assert watched.until("refused")["text"]
            go.set()
            acting.join()


def test_a_click_tells_who_where_and_what_and_the_answer_replaces_the_message(bot: Bot, ana: Page) -> None:
    def press(ack: Ack, respond: Respond) -> None:
        ack()
        respond(text="pressed", replace_original=True)

    bot.app.action("press")(press)
    container = posted(bot)
    ana.click(container, "row", "press")

    eventually(lambda: ana.texts() == ["pressed"])
    (body,) = bot.seen.of_type("block_actions")
    assert body["user"]["id"] == ANA
    assert body["container"]["message_ts"] == container["ts"]
    assert body["message"]["text"] == "choose"
    (action,) = body["actions"]
    assert (action["type"], action["value"], action["block_id"]) == ("button", "7", "row")


def test_choices_are_kept_in_the_state_of_the_message(bot: Bot, ana: Page) -> None:
    bot.app.action("stage")(lambda ack: ack())
    bot.app.action("press")(lambda ack: ack())
    container = posted(bot)
    ana.click(container, "top", "stage", {"text": "won", "value": "won"})
    ana.click(container, "row", "press")

    _, body = bot.seen.of_type("block_actions")
    assert body["state"]["values"]["top"]["stage"]["selected_option"]["value"] == "won"
    assert body["state"]["values"]["row"]["deal"] == {"type": "external_select", "selected_option": None}


def test_feedback_is_a_choice_of_two(bot: Bot, ana: Page) -> None:
    bot.app.action("feedback")(lambda ack: ack())
    container = posted(bot, [{"type": "context_actions", "block_id": "f", "elements": [FEEDBACK]}])

    ana.click(container, "f", "feedback", "bad")

    assert bot.seen.of_type("block_actions")[0]["actions"][0]["value"] == "bad"
    failed = ana.try_post("actions", container=container, block_id="f", action_id="feedback", value="fair")
    assert failed.json() == {"error": "There is no button fair."}


def test_an_ephemeral_message_can_be_clicked_and_deleted(bot: Bot, ana: Page) -> None:
    def press(ack: Ack, respond: Respond) -> None:
        ack()
        respond(delete_original=True)

    bot.app.action("press")(press)
    web = client(bot.slack)
    ts = web.chat_postEphemeral(channel="C0DEALS", user=ANA, text="only you", blocks=BOTH)["message_ts"]
    ana.click({"channel": "C0DEALS", "ts": ts}, "row", "press")

    eventually(lambda: ana.messages("C0DEALS") == [])
    (body,) = bot.seen.of_type("block_actions")
    assert body["container"]["is_ephemeral"]
    assert "message" not in body
    failed = ana.of(BEN).try_post("actions", container={"channel": "C0DEALS", "ts": ts}, block_id="row", action_id="p")
    assert failed.status_code == 400


def test_options_come_from_the_app(bot: Bot, ana: Page) -> None:
    bot.app.options("deal")(lambda ack, payload: ack(options=DEALS if payload["value"] == "mer" else []))
    container = posted(bot)
    asked = {"container": container, "block_id": "row", "action_id": "deal"}

    assert ana.post("options", **asked, query="mer") == [{"text": "Mercy", "value": "mercy"}]
    assert ana.post("options", **asked, query="x") == []
    bot.app.action("deal")(lambda ack: ack())
    ana.click(container, "row", "deal", {"text": "Mercy", "value": "mercy"})
    assert bot.seen.of_type("block_actions")[0]["actions"][0]["selected_option"]["value"] == "mercy"


def test_bad_options_are_not_shown(bot: Bot, ana: Page) -> None:
    bot.app.options("deal")(lambda ack: ack(options=[option("v" * 151)]))

    failed = ana.try_post("options", container=posted(bot), block_id="row", action_id="deal", query="m")

    assert failed.json() == {"error": "The options could not be loaded."}
    assert bot.slack.journal("refused")[0]["error"] == "invalid_options"


def test_shortcuts_of_the_workspace_and_of_a_message(bot: Bot, ana: Page) -> None:
    for name in ("log_call", "log_message"):
        bot.app.shortcut(name)(lambda ack: ack())
    ts = ana.say("We met Dana", "C0DEALS")
    ana.post("shortcuts", callback_id="log_call", channel=None, ts=None)
    ana.post("shortcuts", callback_id="log_message", channel="C0DEALS", ts=ts)

    (shortcut,), (on_message,) = bot.seen.of_type("shortcut"), bot.seen.of_type("message_action")
    assert shortcut["callback_id"] == "log_call"
    assert (on_message["message"]["text"], on_message["channel"]["name"]) == ("We met Dana", "deals")
    assert ana.try_post("shortcuts", callback_id="log_message").json() == {"error": "This shortcut needs a message."}
    assert ana.try_post("shortcuts", callback_id="other").json() == {"error": "There is no shortcut other."}


def test_a_response_url_is_good_five_times_and_half_an_hour(slack: LocalSlack, page: Page) -> None:
    seen = Seen()
    app = bolt_app(slack, seen)
    app.command("/deal")(lambda ack: ack())
    with over_sockets(slack, app):
        page.say("/deal one")
        page.say("/deal two")
    first, second = (body["response_url"] for body in seen.bodies)

    uses = [WebhookClient(first).send(text=f"use {number}") for number in range(6)]
    bad: list[Any] = [{"text": ""}, {"text": "x", "response_type": "loud"}, {"text": "x", "blocks": [{"type": "x"}]}]
    refused = [WebhookClient(second).send_dict(body).body for body in bad]
    slack.advance(30 * 60 + 1)
    late = WebhookClient(second).send(text="late")

    assert [use.status_code for use in uses] == [200] * 5 + [404]
    assert "used_url" in uses[5].body
    assert [answer.split('"')[5] for answer in refused] == ["no_text", "invalid_response_type", "invalid_blocks"]
    assert (late.status_code, "expired_url" in late.body) == (404, True)
    assert "invalid_url" in WebhookClient(f"{slack.url}/response/R0NONE").send(text="x").body


def test_an_input_in_a_message_is_told_only_where_it_asks_for_it(bot: Bot, ana: Page) -> None:
    bot.app.action("told")(lambda ack: ack())
    typed = {"type": "plain_text_input"}
    container = posted(
        bot,
        [
            asking(typed | {"action_id": "told"}, block_id="a", dispatch_action=True),
            asking(typed | {"action_id": "kept"}, block_id="b"),
        ],
    )
    ana.click(container, "b", "kept", "silent")
    ana.click(container, "a", "told", "loud")

    (body,) = bot.seen.of_type("block_actions")
    assert {block: next(iter(of.values()))["value"] for block, of in body["state"]["values"].items()} == {
        "a": "loud",
        "b": "silent",
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"container": {"channel": DM, "ts": "1.2"}},
        {"container": {"view": "V0NONE"}},
        {"container": None},
        {"action_id": "other"},
        {"block_id": "other"},
        {"block_id": "top", "action_id": "stage", "value": {"value": "lost"}},
    ],
)
def test_what_is_not_there_cannot_be_clicked(slack: LocalSlack, page: Page, wrong: Any) -> None:
    ts = client(slack).chat_postMessage(channel=DM, text="choose", blocks=BOTH)["ts"]

    body = {"container": {"channel": DM, "ts": ts}, "block_id": "row", "action_id": "press"} | wrong

    assert page.try_post("actions", **body).status_code == 400


def test_an_app_that_is_not_connected_is_told_of_as_slackbot_does(slack: LocalSlack, page: Page) -> None:
    ts = client(slack).chat_postMessage(channel=DM, text="choose", blocks=BOTH)["ts"]
    place = {"container": {"channel": DM, "ts": ts}, "block_id": "row"}

    with page.watching() as watched:
        page.click(place["container"], "row", "press")
        assert watched.until("refused")["text"] == "dealbot did not answer in time: try again."
    assert page.try_post("options", **place, action_id="deal", query="m").status_code == 400


def test_a_view_opened_from_a_click_belongs_to_who_clicked(bot: Bot, ana: Page) -> None:
    def open_it(ack: Ack, client: WebClient, body: dict[str, Any]) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=_modal())
        ack()

    bot.app.action("press")(open_it)
    with ana.watching() as watched, ana.of(BEN).watching():
        ana.click(posted(bot), "row", "press")
        view = watched.until("view")["view"]

    assert (view["title"], view["submit"], view["close"], view["type"]) == ("Log a call", None, None, "modal")


def _modal() -> Any:
    return {"type": "modal", "title": plain("Log a call"), "blocks": [section()]}


def test_the_workspace_tells_what_the_app_offers() -> None:
    with LocalSlack(seed(manifest())) as slack:
        found = Page(slack).get("workspace")

    assert found["app"]["commands"] == [{"command": "/deal", "usage": "status NAME", "description": "Ask about a deal"}]
    assert [shortcut["type"] for shortcut in found["app"]["shortcuts"]] == ["global", "message"]
    assert found["app"]["prompts"] == [{"title": "Mine", "message": "My deals"}]


@pytest.mark.parametrize(
    ("escapes", "told"),
    [
        (False, "ask @ben.ochs in #deals about P&amp;T"),
        (True, "ask <@U0BEN|ben.ochs> in <#C0DEALS|deals> about P&amp;T"),
    ],
)
def test_a_command_names_people_as_it_asks_to(escapes: bool, told: str) -> None:  # noqa: FBT001 -- a case
    described = manifest()
    described["features"]["slash_commands"][0]["should_escape"] = escapes
    with LocalSlack(seed(described)) as slack:
        seen = Seen()
        app = bolt_app(slack, seen)
        app.command("/deal")(lambda ack: ack())
        with over_sockets(slack, app):
            Page(slack).say("/deal ask @Ben Ochs in #deals about P&T")

    assert seen.bodies[0]["text"] == told
