"""The draws: the same on every run and machine, each of its own, and even."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.forecast.streams import Streams, mixed, uniforms

shares = st.floats(0, 1, exclude_max=True)


def test_the_draws_of_an_item_are_these_on_every_run_and_machine() -> None:
    assert uniforms("7", "person dana", 3).tolist() == [0.7717139579376272, 0.39941980531522747, 0.6439125987096477]


def test_more_draws_leave_the_first_as_they_were() -> None:
    assert uniforms("7", "person dana", 500)[:3].tolist() == uniforms("7", "person dana", 3).tolist()


@pytest.mark.parametrize(("deal", "item"), [("8", "person dana"), ("7", "person raj"), ("7 ", "person dana")])
def test_another_deal_or_item_has_other_draws(deal: str, item: str) -> None:
    assert not np.isin(uniforms(deal, item, 500), uniforms("7", "person dana", 500)).any()


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5])
def test_what_is_mixed_with_what_all_share_is_as_even_as_before(share: float) -> None:
    drawn = np.sort(Streams("7", 20_000, share).of("person dana"))
    assert np.abs(drawn - np.linspace(0, 1, 20_000)).max() < 0.015


def test_two_items_of_one_deal_go_together_and_of_two_deals_do_not() -> None:
    one, other = Streams("7", 20_000, 0.3), Streams("8", 20_000, 0.3)
    together = np.corrcoef(one.of("person dana"), one.of("person raj"))[0, 1]
    apart = np.corrcoef(one.of("person dana"), other.of("person dana"))[0, 1]
    assert together > 0.1
    assert abs(apart) < 0.03


@given(shares, shares, shares, st.floats(0.05, 0.5))
def test_a_mixed_draw_rises_with_the_common_one_and_with_its_own(
    common: float, own: float, more: float, share: float
) -> None:
    def of(common: float, own: float) -> float:
        return float(mixed(np.array([common]), np.array([own]), share)[0])

    higher = max(common, more), max(own, more)
    assert 0 <= of(common, own) <= of(higher[0], own) + 1e-12
    assert of(common, own) <= of(common, higher[1]) + 1e-12 <= 1 + 2e-12
