"""Words tell what a pilot must show, and a measure belongs to a group of success."""

import pytest

from dealbot.domain.pilot import Component
from dealbot.domain.pilots.criteria import agrees, bars_in, component_of, criteria_in


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("The pilot is a success if 60% of nurses use it", ["60% of nurses use it"]),
        (
            "They agreed on two success criteria, 60% of nurses using it and 20 minutes less charting.",
            ["60% of nurses using it", "20 minutes less charting"],
        ),
        ("Ana wants to see adoption above 60% before she calls it a win", ["adoption above 60%"]),
        ("criteria are fewer falls, agreed with Ana", ["fewer falls"]),
        ("the pilot starts in May", []),
    ],
)
def test_what_the_pilot_must_show_is_told_thing_by_thing(text: str, things: list[str]) -> None:
    assert list(criteria_in(text)) == things


def test_a_bare_measure_is_a_target_only_where_it_names_a_bar_or_is_agreed() -> None:
    assert bars_in("60% of nurses use it daily", agreed=False) == ()
    assert bars_in("60% of nurses use it daily", agreed=True) == ("60% of nurses use it daily",)
    assert bars_in("adoption above 60%, charting time down 20 minutes", agreed=False) == (
        "adoption above 60%",
        "charting time down 20 minutes",
    )
    assert bars_in("below the fold", agreed=False) == ()


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("overtime down 5%", Component.FINANCIAL),
        ("fewer than 2 falls", Component.CLINICAL),
        ("20 minutes less charting", Component.WORKFLOW),
        ("60% of nurses use it", Component.OPERATIONS),
        ("everybody is happy", None),
    ],
)
def test_a_criterion_belongs_to_a_group_of_success_by_its_words(text: str, group: Component | None) -> None:
    assert component_of(text) is group


def test_somebody_agreed_only_where_it_is_told_as_a_fact() -> None:
    assert agrees("Ana agreed to it")
    assert not agrees("Ana has not agreed")
    assert not agrees("Ana liked it")
