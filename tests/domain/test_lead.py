"""A lead's score: a band that what is not known widens, by criteria of which the newest counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.lead import (
    SHIPPED,
    Criteria,
    LeadFactor,
    LeadScore,
    Rated,
    Weights,
    criteria_on,
    days_unseen,
    level_in,
    score,
    weighed,
)
from dealbot.domain.observation import Observation
from tests.domain.builders import DEAL, a_correction, a_day, a_person, a_state, said

BUDGET, TIMELINE, FIT, VALUE = LeadFactor
LEVELS = st.dictionaries(st.sampled_from(LeadFactor), st.integers(0, 4))
WEIGHTS = st.builds(Weights, st.integers(0, 10), st.integers(0, 10), st.integers(0, 10), st.integers(1, 10))


def by_hand(factor: str, level: str, on: str = "03-10") -> Observation:
    return said(a_correction("lead", level, factor), on, note=DEAL)


def told(**levels: int) -> tuple[Rated, ...]:
    return a_state(*(by_hand(factor, str(level)) for factor, level in levels.items())).lead


def scored(levels: dict[LeadFactor, int], weights: Weights) -> LeadScore:
    return score(told(**{factor.value: level for factor, level in levels.items()}), weights)


def test_nothing_is_known_of_a_lead_until_somebody_sets_it() -> None:
    assert a_state(said(a_person("Dana Ruiz"))).lead == ()


def test_the_latest_word_counts_for_each_factor_with_who_said_it_and_when() -> None:
    lead = a_state(by_hand("fit", "4", "05-02"), by_hand("budget", "3"), by_hand("fit", "1")).lead
    assert [(each.factor, each.level, each.evidence.on) for each in lead] == [
        (BUDGET, 3, a_day("03-10")),
        (FIT, 4, a_day("05-02")),
    ]


def test_what_is_set_to_unknown_is_not_known_again() -> None:
    assert a_state(by_hand("budget", "3"), by_hand("budget", "unknown", "04-01")).lead == ()


@pytest.mark.parametrize("value", ["5", "-1", "3.5", "high", "", "\u0663"])
def test_a_level_is_a_whole_number_from_0_to_4(value: str) -> None:
    with pytest.raises(ValueError, match="0 to 4"):
        level_in(value)


def test_all_that_is_known_makes_a_score_without_a_band() -> None:
    assert score(told(budget=4, timeline=2, fit=3, strategic_value=1), Weights()) == LeadScore(63, 63, ())


def test_what_is_not_known_widens_the_band_from_its_worst_to_its_best() -> None:
    assert score(told(budget=3, fit=4, strategic_value=2), Weights()) == LeadScore(56, 81, (TIMELINE,))


def test_the_unknown_factor_with_the_most_weight_comes_first() -> None:
    assert score(told(fit=4), Weights(2, 1, 1, 3)).missing == (VALUE, BUDGET, TIMELINE)


def test_a_factor_that_does_not_count_is_not_missed() -> None:
    assert score(told(budget=4, timeline=4, fit=4), Weights(strategic_value=0)) == LeadScore(100, 100, ())


@given(LEVELS, WEIGHTS)
def test_a_band_lies_in_0_to_100_and_is_one_figure_only_where_nothing_that_counts_is_missing(
    levels: dict[LeadFactor, int], weights: Weights
) -> None:
    found = scored(levels, weights)
    assert 0 <= found.low <= found.high <= 100
    assert (found.low == found.high) is not bool(found.missing)


@given(LEVELS, WEIGHTS, st.sampled_from(LeadFactor), st.integers(0, 4))
def test_whatever_is_found_out_the_score_stays_in_its_band(
    levels: dict[LeadFactor, int], weights: Weights, factor: LeadFactor, level: int
) -> None:
    before = {each: known for each, known in levels.items() if each is not factor}
    wide, narrow = scored(before, weights), scored({**before, factor: level}, weights)
    assert wide.low <= narrow.low <= narrow.high <= wide.high


def test_some_weights_are_changed_and_the_others_stay() -> None:
    assert weighed(Weights(2, 1, 1, 3), {TIMELINE: 5}) == Weights(2, 5, 1, 3)


@pytest.mark.parametrize("changes", [{BUDGET: 11}, {BUDGET: -1}, dict.fromkeys(LeadFactor, 0)])
def test_weights_go_from_0_to_10_and_something_has_to_count(changes: dict[LeadFactor, int]) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        weighed(Weights(), changes)


@pytest.mark.parametrize(
    ("weights", "besides", "usual"),
    [
        (Weights(), (), 1),
        (Weights(3, 3, 1, 0), (), 3),
        (Weights(3, 3, 1, 1), (), 1),
        (Weights(3, 3, 1, 0), (BUDGET, TIMELINE), 1),
        (Weights(1, 0, 0, 0), (BUDGET,), 1),
    ],
)
def test_the_usual_weight_is_what_most_of_them_count(
    weights: Weights, besides: tuple[LeadFactor, ...], usual: int
) -> None:
    assert weights.usual(besides) == usual


SECOND = Criteria(2, Weights(timeline=2), "Ana", date(2026, 11, 12), "deals slip")
THIRD = Criteria(3, Weights(), "Ana", date(2026, 11, 20), "back again")


@pytest.mark.parametrize(
    ("day", "counts"), [("11-11", SHIPPED), ("11-12", SECOND), ("11-19", SECOND), ("12-31", THIRD)]
)
def test_on_a_day_the_newest_criteria_set_by_then_count(day: str, counts: Criteria) -> None:
    assert criteria_on((SHIPPED, THIRD, SECOND), a_day(day)) == counts


def test_criteria_that_nobody_looked_at_for_more_than_90_days_say_so() -> None:
    assert days_unseen(SECOND, (), date(2027, 2, 10)) is None
    assert days_unseen(SECOND, (), date(2027, 2, 11)) == 91


def test_those_that_ship_count_their_days_from_the_first_rating() -> None:
    assert days_unseen(SHIPPED, (), date(2027, 2, 11)) is None
    assert days_unseen(SHIPPED, (date(2026, 11, 12), date(2027, 1, 5)), date(2027, 2, 11)) == 91
