from typing import Any

import pytest
from slack_bolt import Ack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from dealbot.playground.local_slack.server import LocalSlack
from tests.playground.conftest import Bot
from tests.playground.workspace import ANA, BEN, Page, client, eventually
from tests.slack.payloads import actions, asking, button, modal, option, plain, section

NAME = {"type": "plain_text_input", "action_id": "name", "min_length": 2, "max_length": 9}
WHEN = {"type": "datepicker", "action_id": "when", "initial_date": "2026-11-21"}
MANY = {"type": "multi_users_select", "action_id": "who"}
FORM = (
    asking(NAME, block_id="n"),
    asking(WHEN, block_id="w"),
    asking(MANY, block_id="m", optional=True),
)


def form(*blocks: Any, **more: Any) -> Any:
    return modal(*(blocks or FORM), **({"submit": plain("Save"), "callback_id": "form"} | more))


def opened(slack: LocalSlack, view: Any, user: str = ANA) -> Any:
    """A view that the app opened for somebody."""
    return client(slack).views_open(trigger_id=trigger(slack, user), view=view)["view"]


def trigger(slack: LocalSlack, user: str = ANA) -> str:
    return slack.world.triggers.give(user)


def refused(slack: LocalSlack, method: str, **arguments: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        client(slack).api_call(method, json=arguments)
    return str(caught.value.response["error"])


def test_a_trigger_is_good_once_and_for_three_seconds(slack: LocalSlack) -> None:
    used, late = trigger(slack), trigger(slack)
    client(slack).views_open(trigger_id=used, view=form())
    again = refused(slack, "views.open", trigger_id=used, view=form())
    slack.advance(3.5)

    assert again == "exchanged_trigger_id"
    assert refused(slack, "views.open", trigger_id=late, view=form()) == "expired_trigger_id"


def test_a_view_that_is_refused_leaves_the_trigger_unspent(slack: LocalSlack) -> None:
    id_ = trigger(slack)

    assert refused(slack, "views.open", trigger_id=id_, view=modal(*FORM)) == "invalid_arguments"
    assert refused(slack, "views.open", trigger_id=id_, view={"type": "home", "blocks": []}) == "invalid_arguments"
    assert client(slack).views_open(trigger_id=id_, view=form())["ok"]


def test_modals_stack_three_high(slack: LocalSlack, page: Page) -> None:
    assert refused(slack, "views.push", trigger_id=trigger(slack), view=form()) == "not_found"
    root = opened(slack, form())
    second, third = (client(slack).views_push(trigger_id=trigger(slack), view=form())["view"] for _ in range(2))

    assert refused(slack, "views.push", trigger_id=trigger(slack), view=form()) == "push_limit_reached"
    assert (third["root_view_id"], third["previous_view_id"]) == (root["id"], second["id"])
    with page.watching() as watched:
        assert watched.until("view")["view"]["id"] == third["id"]
        page.post("close", view=third["id"])
        assert watched.until("view")["view"]["id"] == second["id"]
        assert page.try_post("close", view=root["id"]).status_code == 400
        page.post("close", view=second["id"])
        page.post("close", view=root["id"])
        watched.until("closed")


def test_a_view_is_changed_only_from_what_the_app_knows(slack: LocalSlack, page: Page) -> None:
    view = opened(slack, form(external_id="deal-7"))
    web = client(slack)
    with page.watching() as watched:
        web.views_update(external_id="deal-7", hash=view["hash"], view=form(title=plain("Changed")))
        watched.until("view")
        assert watched.until("view")["view"]["title"] == "Changed"

    assert refused(slack, "views.update", view_id=view["id"], hash=view["hash"], view=form()) == "hash_conflict"
    web.views_update(view_id=view["id"], view=form(external_id="deal-7"))
    assert refused(slack, "views.open", trigger_id=trigger(slack), view=form(external_id="deal-7")) == (
        "duplicate_external_id"
    )


def test_the_home_of_each_person_is_their_own(slack: LocalSlack, page: Page) -> None:
    home = {"type": "home", "blocks": [actions(button("log"), block_id="row")]}
    with page.watching() as watched:
        view = client(slack).views_publish(user_id=ANA, view=home)["view"]
        assert watched.until("home")["view"]["type"] == "home"

    assert page.get("home")["view"]["blocks"][0]["block_id"] == "row"
    assert page.of(BEN).get("home")["view"] is None
    client(slack).views_publish(user_id=ANA, view=home, hash=view["hash"])
    assert refused(slack, "views.publish", user_id=ANA, view=home, hash=view["hash"]) == "hash_conflict"


def test_a_home_is_clicked_and_told_when_opened(bot: Bot, ana: Page) -> None:
    home = {"type": "home", "blocks": [actions(button("log"), block_id="row")]}
    client(bot.slack).views_publish(user_id=ANA, view=home)
    bot.app.action("log")(lambda ack: ack())
    id_ = ana.get("home")["view"]["id"]
    ana.click({"view": id_}, "row", "log")

    (body,) = bot.seen.of_type("block_actions")
    assert body["container"] == {"type": "view", "view_id": id_}
    assert eventually(lambda: bot.seen.events("app_home_opened"))[0]["view"]["id"] == id_


def test_what_was_typed_is_submitted_with_first_values(bot: Bot, ana: Page) -> None:
    bot.app.view("form")(lambda ack: ack())
    view = opened(bot.slack, form(private_metadata="deal-7"))

    with ana.watching() as watched:
        answer = ana.post("submit", view=view["id"], values={"n": {"name": "Dana"}, "m": {"who": [BEN]}})
        watched.until("closed")

    assert answer == {"done": True, "errors": {}}
    (body,) = bot.seen.of_type("view_submission")
    values = body["view"]["state"]["values"]
    assert body["view"]["private_metadata"] == "deal-7"
    assert values["n"]["name"] == {"type": "plain_text_input", "value": "Dana"}
    assert values["w"]["when"]["selected_date"] == "2026-11-21"
    assert values["m"]["who"]["selected_users"] == [BEN]


@pytest.mark.parametrize(
    ("element", "value"),
    [
        (NAME, None),
        (NAME, "A"),
        (NAME, "far too long"),
        ({"type": "email_text_input", "action_id": "name"}, "ana at example"),
        ({"type": "url_text_input", "action_id": "name"}, "example"),
        ({"type": "number_input", "action_id": "name", "is_decimal_allowed": False}, "1.5"),
        ({"type": "number_input", "action_id": "name", "is_decimal_allowed": True, "min_value": "2"}, "1.5"),
        ({"type": "number_input", "action_id": "name", "is_decimal_allowed": True, "max_value": "1"}, "1.5"),
        ({"type": "checkboxes", "action_id": "name", "options": [option()]}, []),
    ],
)
def test_what_slack_checks_itself_never_reaches_the_app(
    slack: LocalSlack, page: Page, element: Any, value: Any
) -> None:
    view = opened(slack, form(asking(element, block_id="n")))

    answer = page.post("submit", view=view["id"], values={"n": {"name": value}})

    assert answer["done"] is False
    assert answer["errors"].keys() == {"n"}
    assert slack.journal("delivery") == []


@pytest.mark.parametrize(
    ("element", "value", "told"),
    [
        ({"type": "email_text_input"}, "ana@example.com", ("value", "ana@example.com")),
        ({"type": "url_text_input"}, "https://example.com", ("value", "https://example.com")),
        ({"type": "number_input", "is_decimal_allowed": True, "max_value": "2"}, "1.5", ("value", "1.5")),
        ({"type": "datetimepicker"}, "1795228000", ("selected_date_time", 1795228000)),
        ({"type": "timepicker"}, "10:30", ("selected_time", "10:30")),
        ({"type": "channels_select"}, {"value": "C0DEALS"}, ("selected_channel", "C0DEALS")),
        ({"type": "radio_buttons", "options": [option("a")]}, {"value": "a"}, ("selected_option", option("a"))),
        ({"type": "checkboxes", "options": [option("a")]}, ["a"], ("selected_options", [option("a")])),
        ({"type": "static_select", "option_groups": [{"label": plain(), "options": [option("g")]}]}, "g",
         ("selected_option", option("g"))),
        ({"type": "rich_text_input"}, {"type": "rich_text", "elements": []},
         ("rich_text_value", {"type": "rich_text", "elements": []})),
    ],
)  # fmt: skip
def test_each_element_tells_its_value_in_its_own_key(
    slack: LocalSlack, page: Page, element: Any, value: Any, told: tuple[str, Any]
) -> None:
    view = opened(slack, form(asking(element | {"action_id": "x"}, block_id="b")))

    with page.watching() as watched:
        page.post("submit", view=view["id"], values={"b": {"x": value}})
        watched.until("refused")

    kept = slack.world.state.views.get(view["id"])
    assert kept is not None
    assert kept.values["b"]["x"][told[0]] == told[1]


def test_the_app_answers_with_errors_then_another_view_then_the_end(bot: Bot, ana: Page) -> None:
    answers: list[dict[str, Any]] = [
        {"response_action": "errors", "errors": {"n": "Nobody is called so."}},
        {"response_action": "update", "view": form(title=plain("Again"))},
        {"response_action": "push", "view": form(title=plain("Sure?"), callback_id="form")},
        {"response_action": "clear"},
    ]

    def submit(ack: Ack) -> None:
        ack(**answers.pop(0))

    bot.app.view("form")(submit)
    id_ = opened(bot.slack, form())["id"]
    values = {"n": {"name": "Dana"}}
    with ana.watching() as watched:
        watched.until("view")
        assert ana.post("submit", view=id_, values=values) == {
            "done": False,
            "errors": {"n": "Nobody is called so."},
        }
        assert ana.post("submit", view=id_, values=values)["done"]
        assert watched.until("view")["view"]["title"] == "Again"
        ana.post("submit", view=id_, values=values)
        pushed = watched.until("view")["view"]
        assert pushed["title"] == "Sure?"
        ana.post("submit", view=pushed["id"], values=values)
        watched.until("closed")


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"other": "No."}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "update", "view": modal(*FORM)},
        {"response_action": "explode"},
    ],
)
def test_a_bad_answer_to_a_submission_troubles_the_person(bot: Bot, ana: Page, answer: dict[str, Any]) -> None:
    bot.app.view("form")(lambda ack: ack(answer))
    id_ = opened(bot.slack, form())["id"]

    with ana.watching() as watched:
        assert not ana.post("submit", view=id_, values={"n": {"name": "Dana"}})["done"]
        assert watched.until("refused")["text"] == "We had some trouble connecting. Try again?"


def test_closing_is_told_to_an_app_that_asks(bot: Bot, ana: Page) -> None:
    bot.app.view_closed("form")(lambda ack: ack())
    ana.post("close", view=opened(bot.slack, form())["id"])
    ana.post("close", view=opened(bot.slack, form(notify_on_close=True, clear_on_close=True))["id"])

    (closed,) = bot.seen.of_type("view_closed")
    assert closed["is_cleared"]


def test_a_choice_in_a_modal_may_change_the_modal_and_keeps_what_was_typed(bot: Bot, ana: Page) -> None:
    def stage(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        view = body["view"]
        client.views_update(view_id=view["id"], hash=view["hash"], view=form(*blocks, section(block_id="new")))

    select = {"type": "static_select", "action_id": "stage", "options": [option("won")]}
    blocks = [asking(NAME, block_id="n"), actions(select, block_id="row")]
    bot.app.action("stage")(stage)
    bot.app.view("form")(lambda ack: ack())
    id_ = opened(bot.slack, form(*blocks))["id"]
    ana.click({"view": id_}, "n", "name", "Dana")
    ana.click({"view": id_}, "row", "stage", {"text": "won", "value": "won"})
    eventually(lambda: len(bot.slack.world.state.views.get(id_).body["blocks"]) == 3)  # type: ignore[union-attr]
    ana.post("submit", view=id_, values={})

    values = bot.seen.of_type("view_submission")[0]["view"]["state"]["values"]
    assert values["n"]["name"]["value"] == "Dana"
    assert values["row"]["stage"]["selected_option"]["value"] == "won"


def test_a_modal_may_ask_for_a_channel_to_answer_in(bot: Bot, ana: Page) -> None:
    where = {"type": "conversations_select", "action_id": "c", "response_url_enabled": True}
    bot.app.view("form")(lambda ack: ack())
    id_ = opened(bot.slack, form(asking(where, block_id="where")))["id"]
    ana.post("submit", view=id_, values={"where": {"c": "C0DEALS"}})

    (url,) = bot.seen.of_type("view_submission")[0]["response_urls"]
    assert (url["channel_id"], url["block_id"]) == ("C0DEALS", "where")


def test_nobody_acts_in_anothers_modal(slack: LocalSlack, page: Page) -> None:
    id_ = opened(slack, form())["id"]

    assert page.of(BEN).try_post("submit", view=id_, values={}).json() == {"error": "That modal is not open."}
    failed = page.of(BEN).try_post("actions", container={"view": id_}, block_id="n", action_id="name", value="x")
    assert failed.json() == {"error": "That view is not open."}
    assert page.try_post("submit", view=id_, values={"n": "Dana"}).status_code == 400
