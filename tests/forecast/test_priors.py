"""The priors: each has its source, they are in order, and together they give the deal that the account tells of."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from dealbot.domain.forecast import ItemKind
from dealbot.domain.pilot import PilotTiming
from dealbot.forecast.priors import Priors, general_priors
from dealbot.forecast.streams import Floats
from dealbot.forecast.usual import pilot_timing
from tests.forecast.paths import PRIORS, TODAY, course, from_nothing

_MONTH_DAYS = 365.25 / 12
DEALS = ("1", "2", "3", "Lakeshore")


def middle(days: Floats) -> float:
    return float(np.quantile(days, 0.5, method="inverted_cdf"))


def told() -> dict[str, Any]:
    return PRIORS.model_dump()


@pytest.mark.parametrize("deal", DEALS)
def test_a_deal_of_which_nothing_is_known_takes_as_long_as_such_deals_take(deal: str) -> None:
    shortest, longest = PRIORS.total.months
    assert (shortest, longest) == (18, 24)
    assert shortest <= middle(course(from_nothing(deal), PRIORS).signed) / _MONTH_DAYS <= longest


@pytest.mark.parametrize("deal", DEALS)
def test_its_pilot_begins_in_month_eight_to_ten(deal: str) -> None:
    prepared = middle(course(from_nothing(deal), PRIORS).aligned) + PRIORS.pilot.preparation.days[1]
    month = int(prepared / _MONTH_DAYS) + 1
    assert pilot_timing(month, PRIORS.pilot) is PilotTiming.MID_CYCLE


@pytest.mark.parametrize("deal", DEALS)
def test_its_committees_take_about_ninety_days(deal: str) -> None:
    found = course(from_nothing(deal), PRIORS).ends
    sponsor = next(ends for item, ends in found.items() if item.key == "CMO")
    board = next(ends for item, ends in found.items() if item.label == "Board")
    came = np.isfinite(sponsor)
    assert 75 <= middle(board[came] - sponsor[came]) <= 105


@pytest.mark.parametrize("deal", DEALS)
def test_its_contract_takes_two_to_three_months(deal: str) -> None:
    found = course(from_nothing(deal), PRIORS).ends
    pilot = next(ends for item, ends in found.items() if item.kind is ItemKind.PILOT)
    last = np.maximum.reduce([ends for item, ends in found.items() if item.kind is ItemKind.CONTRACT])
    came = np.isfinite(pilot)
    assert 60 <= middle(last[came] - pilot[came]) <= 92


@pytest.mark.parametrize(
    ("month", "timing"),
    [
        (3, PilotTiming.EARLY),
        (8, PilotTiming.MID_CYCLE),
        (9, PilotTiming.MID_CYCLE),
        (10, PilotTiming.MID_CYCLE),
        (22, PilotTiming.LATER),
    ],
)
def test_when_a_pilot_falls(month: int, timing: PilotTiming) -> None:
    assert pilot_timing(month, PRIORS.pilot) is timing


def test_every_prior_names_the_account_or_our_judgement_as_its_source() -> None:
    def sources(node: object) -> list[str]:
        if not isinstance(node, dict):
            return []
        return [*([node["source"]] if "source" in node else []), *(s for each in node.values() for s in sources(each))]

    assert len(sources(told())) > 30
    assert all(source.startswith(("account", "judged")) for source in sources(told()))


def test_the_priors_are_read_once() -> None:
    assert general_priors() is general_priors()


def test_days_that_are_out_of_order_are_refused() -> None:
    with pytest.raises(ValidationError, match="from the shortest to the longest"):
        Priors.model_validate(told() | {"integration": {"days": (90, 60, 150), "source": "judged"}})


def test_a_worse_stance_with_better_figures_is_refused() -> None:
    stances = told()["stances"]
    stances["neutral"] = stances["committed"]
    with pytest.raises(ValidationError, match="a worse stance"):
        Priors.model_validate(told() | {"stances": stances})


def test_a_stance_without_a_prior_is_refused() -> None:
    stances = told()["stances"]
    del stances["neutral"]
    with pytest.raises(ValidationError, match="has its prior"):
        Priors.model_validate(told() | {"stances": stances})


def test_a_horizon_sees_the_longest_deals() -> None:
    assert TODAY + timedelta(days=PRIORS.simulation.horizon_days) > date(TODAY.year + 2, 12, 31)
