"""The values of a forecast."""

import pytest

from dealbot.domain.forecast import Chance, Forecast, Lacking, Likelihood, Missing, Timeline


@pytest.mark.parametrize(
    ("middle", "chance"),
    [
        (0.0, Chance.UNLIKELY),
        (0.2, Chance.LESS_LIKELY),
        (0.5, Chance.EVEN),
        (0.84, Chance.LIKELY),
        (0.85, Chance.VERY_LIKELY),
        (1.0, Chance.VERY_LIKELY),
    ],
)
def test_a_likelihood_in_words(middle: float, chance: Chance) -> None:
    assert Likelihood(0.0, middle, 1.0).chance is chance


def test_the_likelihood_is_by_the_target_else_within_the_horizon() -> None:
    near, far = Likelihood(0.1, 0.2, 0.3), Likelihood(0.5, 0.6, 0.7)
    assert Timeline(near, far, None, None, None).likelihood == near
    assert Timeline(None, far, None, None, None).likelihood == far


def test_without_an_outlook_there_is_not_enough_evidence() -> None:
    assert not Forecast(None, (Missing(Lacking.NOBODY_MUST_SAY_YES),), ()).enough_evidence
