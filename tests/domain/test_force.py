"""A fact is told from what is denied, planned, hoped for or conditional."""

import re

import pytest

from dealbot.domain.force import Force, force, is_fact

STARTED = re.compile("started|start")


def force_of(text: str) -> Force:
    return force(text, text.index("start"))


@pytest.mark.parametrize(
    "text",
    [
        "the pilot started on Monday",
        "If it rains, we stay. They started",
        "not everybody came, but they started",
        "May 2 it started",
    ],
)
def test_what_is_told_plainly_is_a_fact(text: str) -> None:
    assert force_of(text) is Force.FACT
    assert is_fact(STARTED.search(text))


@pytest.mark.parametrize(
    "text", ["the pilot has not started", "it hasn't really started", "nobody has started", "without any start"]
)
def test_what_is_denied_is_none(text: str) -> None:
    assert force_of(text) is Force.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "it will start in May",
        "we hope they start",
        "they'll start soon",
        "once P&T has met it started to look good",
        "if the board agrees, they start",
        "it may start in June",
    ],
)
def test_what_is_planned_or_conditional_is_none(text: str) -> None:
    assert force_of(text) is Force.PLAN


def test_what_is_not_found_is_no_fact() -> None:
    assert not is_fact(STARTED.search("nothing of it"))
