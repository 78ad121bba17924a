"""How the exposure of several deals is told, and the form in which that of one is set."""

from datetime import date
from typing import Any

import pytest

from dealbot.app.chat.replies import ExposuresSet
from dealbot.app.correct import Corrected, parse
from dealbot.domain.exposure import Exposure, ExposureKey
from dealbot.slack.views.exposures import exposure_form, exposure_set, exposures_set, wrong_exposure
from dealbot.slack.views.messages import message_of
from tests.builders import an_observation
from tests.slack.views.saying import state

ON = date(2026, 11, 23)
KNOWN = ("medicare_ffs=about 45", "self_insured=no", "risk_contracts=mssp", "states=TX, OK")


def known(*settings: str) -> Exposure:
    told = (an_observation(parse(setting.replace("=", ".exposure=", 1)), "11-20") for setting in settings)
    return state(*told).exposure


def filled(was: Exposure, **changes: object) -> dict[str, Any]:
    """The form as it comes back, with some of it changed."""
    form = exposure_form({"deal": "Lakeshore"}, was, ON)
    values = {block["block_id"]: {block["block_id"]: _as_sent(block["element"])} for block in form["blocks"]}
    for name, value in changes.items():
        chosen = [{"value": each} for each in value] if isinstance(value, list) else None
        options = {"selected_options": chosen} if chosen is not None else {"value": value}
        values[name] = {name: {"selected_option": {"value": value}} if name == "self_insured" else options}
    return {
        "callback_id": form["callback_id"],
        "private_metadata": form["private_metadata"],
        "state": {"values": values},
    }


def _as_sent(element: dict[str, Any]) -> dict[str, Any]:
    return {
        "value": element.get("initial_value"),
        "selected_option": element.get("initial_option"),
        "selected_options": element.get("initial_options", []),
    }


def test_the_form_asks_for_every_key_with_what_is_known_in_it() -> None:
    form = exposure_form({"deal": "Lakeshore"}, known(*KNOWN), ON)
    fields = {block["block_id"]: block["element"] for block in form["blocks"]}
    assert [*fields] == [*ExposureKey, "on", "source"]
    assert fields["medicare_ffs"]["initial_value"] == "about 45"
    assert fields["states"]["initial_value"] == "OK, TX"
    assert fields["self_insured"]["initial_option"]["value"] == "no"
    assert [each["value"] for each in fields["risk_contracts"]["initial_options"]] == ["mssp"]
    assert "initial_value" not in fields["medicaid"]


def test_the_form_tells_who_can_read_the_source() -> None:
    hints = [
        block["hint"]["text"]
        for block in exposure_form({"deal": "Lakeshore"}, known(), ON)["blocks"]
        if "hint" in block
    ]
    assert any("Analysts can read it." in hint for hint in hints)


def test_only_what_was_changed_is_set_and_what_was_emptied_is_unknown() -> None:
    view = filled(
        known(*KNOWN), medicare_ffs="48", states=None, risk_contracts=["bpci", "mssp"], source="annual  report"
    )
    assert dict(exposure_set(view)) == {
        ExposureKey.MEDICARE_FFS: "48; source annual report",
        ExposureKey.RISK_CONTRACTS: "bpci, mssp; source annual report",
        ExposureKey.STATES: "unknown; source annual report",
    }


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, {"medicare_ffs": "Change something first: all of it is as it was."}),
        ({"medicaid": "lots"}, {"medicaid": "It takes a share from 0 to 100 percent."}),
        (
            {"risk_contracts": ["none", "mssp"]},
            {"risk_contracts": "It takes some of mssp, aco_reach, bpci, commercial, or none."},
        ),
        ({"self_insured": "yes"}, None),
    ],
)
def test_what_is_wrong_with_the_form_is_told_by_its_fields(
    changes: dict[str, object], wrong: dict[str, str] | None
) -> None:
    assert wrong_exposure(filled(known(*KNOWN), **changes)) == wrong


def corrected(deal: str, *settings: str) -> Corrected:
    given = tuple(parse(setting.replace("=", ".exposure=", 1)) for setting in settings)
    after = state(*(an_observation(each, "11-20") for each in given))
    return Corrected(deal, (), after, tuple(range(len(given))), given)


def test_of_several_deals_each_has_a_line_and_one_tap_takes_all_back() -> None:
    parts = (corrected("Lakeshore", "medicare_ffs=60", "medicaid=50"), corrected("Norton"))
    reply = ExposuresSet(parts, ("There is no deal called 'Nortn'.",))
    message = message_of(reply)
    assert message is not None
    assert message.text.splitlines() == [
        "Exposure set, 2 deals",
        "• Lakeshore: 2 values · Payer mix: the shares add up to 110%, check them.",
        "• Norton: as it was",
        "Not set: There is no deal called 'Nortn'.",
    ]
    (tap,) = message.blocks[1]["elements"]
    assert (tap["action_id"], tap["value"]) == ("undo_exposures", '{"of":[["Lakeshore",[0,1]]]}')


def test_what_was_taken_back_has_nothing_to_tap() -> None:
    message = exposures_set(ExposuresSet((corrected("Lakeshore", "medicare_ffs=60"),), undone=True))
    assert message.text.splitlines() == ["Exposure set back, 1 deal", "• Lakeshore: as it was before"]
    assert len(message.blocks) == 1


def test_of_more_deals_than_a_button_has_room_for_it_is_told_how_to_take_all_back() -> None:
    parts = tuple(corrected(f"Lakeshore Health System {number}", "medicare_ffs=60") for number in range(60))
    message = exposures_set(ExposuresSet(parts, tuple(f"There is no deal called '{n}'." for n in range(60))))
    assert [block["type"] for block in message.blocks] == ["section", "context"]
    assert "• Lakeshore Health System 0: 1 value" in message.text
    assert "and 56 more not set" in message.text
    assert message.text.endswith("Reply “undo” within half an hour to take all of it back.")
