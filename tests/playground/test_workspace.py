"""What the demo's page offers to try."""

from dealbot.playground.workspace import demo_seed


def test_the_hints_of_the_demo_begin_practice_too() -> None:
    assert "/practice objection drill" in demo_seed().hints
