"""A forecast in the shape of the contract, and in a line."""

import json
from dataclasses import replace

import pytest

from dealbot.app.deal_path import forecast_of
from dealbot.app.forecast_shape import at_best, forecast_json
from dealbot.app.status import status
from dealbot.app.status_text import status_text
from dealbot.domain.forecast import Forecast, Item, ItemKind
from tests.app.deals import lakeshore
from tests.builders import a_deal


def test_the_keys_come_in_the_contracts_order_with_and_without_figures() -> None:
    keys = ["enough_evidence", "likelihood", "p10", "p50", "p90", "critical_path", "drivers"]
    assert list(forecast_json(None)) == list(forecast_json(forecast_of(lakeshore()))) == keys


def test_the_figures_of_a_deal_are_json() -> None:
    deal = lakeshore()
    found = json.loads(json.dumps(status(deal.name, deal.state, deal.alignment, forecast_of(deal))["forecast"]))
    assert found["enough_evidence"]
    low, high = found["likelihood"]
    assert 0 <= low <= high <= 1
    assert deal.state.as_of.isoformat() < found["p10"] < found["p50"]
    assert [list(item) for item in found["critical_path"]] == [["item", "kind", "until"]] * len(found["critical_path"])
    assert [list(driver) for driver in found["drivers"]] == [["text", "effect"]] * 3
    assert found["critical_path"][0]["item"] == "Dana Ruiz"


def test_below_the_floor_there_are_no_figures() -> None:
    assert (
        forecast_json(forecast_of(a_deal()))
        == forecast_json(None)
        == {
            "enough_evidence": False,
            "likelihood": None,
            "p10": None,
            "p50": None,
            "p90": None,
            "critical_path": [],
            "drivers": [],
        }
    )


@pytest.mark.parametrize(
    ("kind", "label", "text"),
    [
        (ItemKind.PERSON, "Dana Ruiz", "Dana Ruiz says yes"),
        (ItemKind.CONCERN, "approvals", "approvals is settled"),
        (ItemKind.GATE, "P&T", "P&T is passed"),
        (ItemKind.INTEGRATION, "integration", "the integration is done"),
        (ItemKind.PILOT, "pilot", "the pilot goes as fast as any"),
        (ItemKind.CONTRACT, "baa", "baa is agreed"),
    ],
)
def test_the_best_that_can_happen_of_an_item(kind: ItemKind, label: str, text: str) -> None:
    assert at_best(Item(kind, label, label)) == text


def last_line(forecast: Forecast | None) -> str:
    return status_text(lakeshore(), forecast).splitlines()[-1]


def test_the_figures_in_a_line_say_that_they_are_of_deals_in_general() -> None:
    found = forecast_of(lakeshore())
    assert last_line(found).startswith("Forecast: 0% to 0%, half of such deals by ")
    assert last_line(found).endswith("; general durations, not your history")
    assert last_line(None) == last_line(forecast_of(a_deal())) == "Forecast: not enough evidence yet"


def test_what_takes_longer_than_the_horizon_says_so() -> None:
    found = forecast_of(lakeshore())
    assert found.outlook is not None
    far = replace(found.outlook, signed=replace(found.outlook.signed, p50=None))
    assert "half of such deals not within three years" in last_line(replace(found, outlook=far))
