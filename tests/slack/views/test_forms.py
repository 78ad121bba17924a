"""How the forms look, and what is taken from them."""

from datetime import date
from typing import Any

import pytest
from inline_snapshot import snapshot

from dealbot.app.must_say_yes import Choice, choices
from dealbot.domain.alignment import align
from dealbot.domain.observation import ConcernStatement
from dealbot.slack.views import forms
from dealbot.slack.views.forms import (
    chosen_seats,
    correct_form,
    corrections,
    day,
    day_form,
    log_form,
    move_form,
    required_form,
    wrong,
)
from tests.slack.views.saying import BEFORE, NOTE, SAID, TODAY, state

WORRIES = [o.item for o in SAID if isinstance(o.item, ConcernStatement)]


def filled(callback: str, **chosen: str) -> dict[str, Any]:
    values: dict[str, Any] = {
        name: {name: {"selected_option": {"value": value}, "value": value}} for name, value in chosen.items()
    }
    values.setdefault("person", {"person": {"selected_option": None}})
    return {"callback_id": callback, "state": {"values": values}}


def test_the_form_of_a_wrong_deal() -> None:
    assert move_form({"note": NOTE, "deal": "Lakeshore"}, ["Mercy", "Norton"]) == snapshot(
        {
            "type": "modal",
            "callback_id": "move_note",
            "title": {"type": "plain_text", "text": "Wrong deal?"},
            "close": {"type": "plain_text", "text": "Close"},
            "private_metadata": '{"note":"C0LAKESHORE-1763280000.000100","deal":"Lakeshore"}',
            "blocks": [
                {"type": "section", "text": {"type": "mrkdwn", "text": "The note is in *Lakeshore* now."}},
                {
                    "type": "input",
                    "block_id": "recent",
                    "label": {"type": "plain_text", "text": "Move it to"},
                    "element": {
                        "type": "radio_buttons",
                        "action_id": "recent",
                        "options": [
                            {"text": {"type": "plain_text", "text": "Mercy"}, "value": "Mercy"},
                            {"text": {"type": "plain_text", "text": "Norton"}, "value": "Norton"},
                        ],
                    },
                    "optional": True,
                },
                {
                    "type": "input",
                    "block_id": "deals",
                    "label": {"type": "plain_text", "text": "Or to another deal"},
                    "element": {
                        "type": "external_select",
                        "action_id": "deals",
                        "placeholder": {"type": "plain_text", "text": "Type its name"},
                        "min_query_length": 0,
                    },
                    "optional": True,
                },
                {
                    "type": "context",
                    "elements": [
                        {"type": "mrkdwn", "text": "Its card, its corrections and what was answered from it move too."}
                    ],
                },
            ],
            "submit": {"type": "plain_text", "text": "Move"},
        }
    )


def test_the_form_of_corrections() -> None:
    assert correct_form({"note": NOTE, "deal": "Lakeshore"}, state(*BEFORE, *SAID), WORRIES)["blocks"] == snapshot(
        [
            {
                "type": "input",
                "block_id": "person",
                "label": {"type": "plain_text", "text": "Who"},
                "element": {
                    "type": "static_select",
                    "action_id": "person",
                    "placeholder": {"type": "plain_text", "text": "Choose a person"},
                    "options": [
                        {"text": {"type": "plain_text", "text": "Dana Ruiz, CFO"}, "value": "Dana Ruiz"},
                        {"text": {"type": "plain_text", "text": "Raj Patel, CIO"}, "value": "Raj Patel"},
                    ],
                },
                "optional": True,
            },
            {
                "type": "input",
                "block_id": "stance",
                "label": {"type": "plain_text", "text": "Where they stand"},
                "element": {
                    "type": "static_select",
                    "action_id": "stance",
                    "placeholder": {"type": "plain_text", "text": "As it was"},
                    "options": [
                        {"text": {"type": "plain_text", "text": "committed"}, "value": "committed"},
                        {"text": {"type": "plain_text", "text": "supportive"}, "value": "supportive"},
                        {"text": {"type": "plain_text", "text": "neutral"}, "value": "neutral"},
                        {"text": {"type": "plain_text", "text": "concerned"}, "value": "concerned"},
                        {"text": {"type": "plain_text", "text": "opposed"}, "value": "opposed"},
                        {"text": {"type": "plain_text", "text": "unknown"}, "value": "unknown"},
                    ],
                },
                "optional": True,
            },
            {
                "type": "input",
                "block_id": "title",
                "label": {"type": "plain_text", "text": "Their title"},
                "element": {
                    "type": "plain_text_input",
                    "action_id": "title",
                    "placeholder": {"type": "plain_text", "text": "Such as CNO"},
                },
                "optional": True,
            },
            {
                "type": "input",
                "block_id": "worry",
                "label": {"type": "plain_text", "text": "Or a worry"},
                "element": {
                    "type": "static_select",
                    "action_id": "worry",
                    "placeholder": {"type": "plain_text", "text": "Choose a worry"},
                    "options": [
                        {"text": {"type": "plain_text", "text": "the money worry"}, "value": "budget_roi"},
                        {"text": {"type": "plain_text", "text": "the integration worry"}, "value": "integration"},
                    ],
                },
                "optional": True,
            },
            {
                "type": "input",
                "block_id": "is",
                "label": {"type": "plain_text", "text": "It"},
                "element": {
                    "type": "static_select",
                    "action_id": "is",
                    "placeholder": {"type": "plain_text", "text": "As it was"},
                    "options": [
                        {"text": {"type": "plain_text", "text": "holds the deal up"}, "value": "blocking"},
                        {"text": {"type": "plain_text", "text": "does not hold the deal up"}, "value": "not_blocking"},
                        {"text": {"type": "plain_text", "text": "is settled"}, "value": "resolved"},
                        {"text": {"type": "plain_text", "text": "is no worry at all"}, "value": "none"},
                    ],
                },
                "optional": True,
            },
            {
                "type": "input",
                "block_id": "holder",
                "label": {"type": "plain_text", "text": "It is the worry of"},
                "element": {
                    "type": "static_select",
                    "action_id": "holder",
                    "placeholder": {"type": "plain_text", "text": "As it was"},
                    "options": [
                        {"text": {"type": "plain_text", "text": "Dana Ruiz, CFO"}, "value": "Dana Ruiz"},
                        {"text": {"type": "plain_text", "text": "Raj Patel, CIO"}, "value": "Raj Patel"},
                    ],
                },
                "optional": True,
            },
        ]
    )


def test_the_form_of_a_note() -> None:
    assert log_form({}, TODAY, "Met Dana.", "Lakeshore")["blocks"] == snapshot(
        [
            {
                "type": "input",
                "block_id": "deals",
                "label": {"type": "plain_text", "text": "Deal"},
                "element": {
                    "type": "external_select",
                    "action_id": "deals",
                    "placeholder": {"type": "plain_text", "text": "Type the hospital's name"},
                    "min_query_length": 0,
                    "initial_option": {"text": {"type": "plain_text", "text": "Lakeshore"}, "value": "Lakeshore"},
                },
                "optional": False,
            },
            {
                "type": "input",
                "block_id": "text",
                "label": {"type": "plain_text", "text": "What was said"},
                "element": {
                    "type": "plain_text_input",
                    "action_id": "text",
                    "multiline": True,
                    "max_length": 3000,
                    "initial_value": "Met Dana.",
                },
                "optional": False,
                "hint": {"type": "plain_text", "text": "A line that starts with “private:” stays with you."},
            },
            {
                "type": "input",
                "block_id": "on",
                "label": {"type": "plain_text", "text": "Day of the call"},
                "element": {"type": "datepicker", "action_id": "on", "initial_date": "2026-11-23"},
                "optional": False,
            },
        ]
    )


@pytest.mark.parametrize(
    ("chosen", "pairs"),
    [
        ({"person": "Dana Ruiz", "stance": "supportive"}, ("Dana Ruiz.stance=supportive",)),
        ({"person": "Dana Ruiz", "title": " COO "}, ("Dana Ruiz.title=COO",)),
        ({"worry": "integration", "holder": "Raj Patel"}, ("integration.holder=Raj Patel",)),
        ({"worry": "integration", "is": "resolved"}, ("integration=resolved",)),
        ({"person": "Dana Ruiz"}, ()),
    ],
)
def test_what_is_set_right_on_the_form(chosen: dict[str, str], pairs: tuple[str, ...]) -> None:
    assert corrections(filled(forms.CORRECT, **chosen)) == pairs


@pytest.mark.parametrize(
    ("callback", "chosen", "field"),
    [
        (forms.MOVE, {}, forms.DEALS),
        (forms.CORRECT, {"person": "Dana Ruiz"}, "stance"),
        (forms.CORRECT, {"worry": "integration"}, "is"),
        (forms.LOG, {"text": "  "}, "text"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(callback: str, chosen: dict[str, str], field: str) -> None:
    assert list(wrong(filled(callback, **chosen)) or ()) == [field]


def test_the_form_of_a_day() -> None:
    [picker, _] = day_form({"note": NOTE}, TODAY)["blocks"]
    assert picker["element"]["initial_date"] == TODAY.isoformat()
    view = {"callback_id": "date_note", "state": {"values": {"on": {"on": {"selected_date": "2026-11-17"}}}}}
    assert (wrong(view), day(view), day({})) == (None, date(2026, 11, 17), None)


def test_a_form_nobody_knows_has_nothing_wrong() -> None:
    assert wrong(filled("another")) is None


def test_a_note_of_which_nothing_was_read_has_nothing_to_correct() -> None:
    form = correct_form({}, state(), [])
    assert "submit" not in form


def test_the_form_of_whose_yes_is_needed_offers_people_and_seats_and_has_those_needed_chosen() -> None:
    said = state(*BEFORE, *SAID)
    form = required_form({"deal": "Lakeshore"}, choices(align(said), said))
    menu = form["blocks"][0]["element"]
    offered = [option["text"]["text"] for option in menu["options"]]
    assert offered[:4] == ["Dana Ruiz, CFO", "Raj Patel, CIO", "CMO (not named)", "CNO (not named)"]
    assert "Compliance officer (not named)" in offered
    assert menu["initial_options"] == menu["options"][: len(align(said).required)]
    assert form["private_metadata"] == '{"deal":"Lakeshore"}'


def test_a_form_without_anybody_needed_has_nobody_chosen() -> None:
    form = required_form({}, [Choice("Dana Ruiz", "Dana Ruiz, CFO", needed=False)])
    assert "initial_options" not in form["blocks"][0]["element"]


def test_the_seats_chosen_are_read_from_the_form_and_nothing_from_a_broken_one() -> None:
    chosen: dict[str, Any] = {"selected_options": [{"value": "CISO"}, {"value": "Dana Ruiz"}, "?", {}]}
    view = {"state": {"values": {"must_say_yes": {"must_say_yes": chosen}}}}
    assert chosen_seats(view) == ("CISO", "Dana Ruiz")
    assert chosen_seats({}) == ()
