"""The health of an account: what kind of fact each is, where it points, and when it is too old."""

import pytest

from dealbot.domain.health import Direction, HealthTopic, dated
from dealbot.domain.observation import Observation
from tests.domain.builders import DEAL, a_correction, a_day, a_signal, a_state, said


def by_hand(topic: str, value: str, on: str = "03-10") -> Observation:
    return said(a_correction("health", value, topic), on, note=DEAL)


def noted(words: str, kind: str = "financial_stress", on: str = "03-10") -> Observation:
    return said(a_signal(kind, words), on)


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("operating margin of -2.1 percent", "margin"),
        ("they lost money again", "margin"),
        ("Moody's downgraded their bonds", "debt"),
        ("78 days cash on hand", "days_cash"),
        ("they are closing the ER in Dunmore", "closures"),
        ("laid off 200 people", "growth"),
        ("opened two clinics", "growth"),
        ("a lawsuit over billing", "news"),
    ],
)
def test_what_notes_tell_of_the_money_has_its_topic(words: str, topic: str) -> None:
    assert [fact.topic for fact in a_state(noted(words)).health] == [topic]


def test_other_facts_say_nothing_of_the_health() -> None:
    assert a_state(said(a_signal("ehr", "Epic"))).health == ()


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("operating margin -2.1%", Direction.STRAINED),
        ("in the red", Direction.STRAINED),
        ("growing fast in the suburbs", Direction.GROWING),
        ("no layoffs planned", None),
        ("they may close a site", None),
        ("rumour of a merger", None),
        ("a lawsuit over billing", None),
    ],
)
def test_a_fact_points_where_its_words_point_and_what_is_denied_or_feared_nowhere(
    words: str, direction: Direction | None
) -> None:
    assert a_state(noted(words)).health[0].direction is direction


def test_of_a_figure_the_latest_counts_and_news_stand_beside_each_other() -> None:
    facts = a_state(
        by_hand("margin", "1.5% 2025-12-31"),
        by_hand("margin", "-2.1% 2026-06-30", "07-10"),
        by_hand("news", "a new CEO"),
        by_hand("news", "bought a clinic group", "05-01"),
    ).health
    assert [(fact.topic, fact.text) for fact in facts] == [
        (HealthTopic.MARGIN, "-2.1%"),
        (HealthTopic.NEWS, "bought a clinic group"),
        (HealthTopic.NEWS, "a new CEO"),
    ]


@pytest.mark.parametrize(("of", "stale"), [("2025-12-31", False), ("2025-12-30", True)])
def test_a_fact_is_stale_after_a_year_from_the_day_it_is_of(of: str, *, stale: bool) -> None:
    (fact,) = a_state(by_hand("margin", f"2% {of}")).health
    assert fact.stale(a_day("12-31")) is stale


def test_the_day_stands_at_the_end() -> None:
    assert dated("bought a clinic group") == ("bought a clinic group", None)
    with pytest.raises(ValueError, match="month must be"):
        dated("2% 2026-13-01")


def test_a_part_of_the_health_is_nobody_of_the_deal() -> None:
    assert a_state(by_hand("margin", "2%")).people == ()
