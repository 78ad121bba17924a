"""How committees, boards and departments are written."""

import pytest

from dealbot.domain.bodies import canonical_body


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P&T", "the Pharmacy & Therapeutics Committee"),
        ("P and T committee", "pharmacy and therapeutics"),
        ("MEC", "Medical Executive Committee"),
        ("the board", "Board of Trustees"),
        ("IRB", "Institutional Review Board"),
        ("IT", "the IT team"),
        ("IT", "information technology"),
        ("infosec", "security team"),
        ("AI governance council", "A.I. Governance Committee"),
        ("capital cmte", "capital committee"),
        ("Legal", "their legal department"),
    ],
)
def test_two_ways_to_write_a_body_are_one(one: str, other: str) -> None:
    assert canonical_body(one) == canonical_body(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("finance committee", "finance team"), ("P&T", "MEC"), ("board", "board finance committee"), ("the", "our")],
)
def test_two_bodies_stay_two(one: str, other: str) -> None:
    assert canonical_body(one) != canonical_body(other)


@pytest.mark.parametrize("written", ["raj patel", "???", "理事会"])
def test_what_is_no_known_body_stays_as_it_is(written: str) -> None:
    assert canonical_body(written) == written
