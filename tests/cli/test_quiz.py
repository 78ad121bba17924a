"""`quiz`: what there is to practise."""

from pathlib import Path

import pytest

from tests.app.guides.shelf import FILES
from tests.cli.running import Program

TERMS = """# Words

## Which word is meant?

### 1. What does a redline mean?

- **Answer**: A redline is a draft with the changes of the other side in it.

### 2. Why are words short?

- **Answer**: Time is short.
"""


@pytest.fixture
def taken_in(dealbot: Program, tmp_path: Path) -> Program:
    """A program that has taken in a small knowledge folder."""
    for path, text in (*FILES.items(), ("guides/terms.md", TERMS)):
        (tmp_path / "own" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "own" / path).write_text(text)
    dealbot("ingest", str(tmp_path / "own"))
    return dealbot


def test_cards_lists_the_cards_of_a_guide_by_its_file_or_its_title(taken_in: Program) -> None:
    found = [taken_in("quiz", "cards", "--guide", name, "--json").json for name in ("alarms", "Alarms on the ward")]
    assert found[0] == found[1]
    assert {card["kind"] for card in found[0]} == {"recall", "not_to_do"}
    assert {card["title"] for card in found[0]} == {"Alarms on the ward"}
    first = found[0][0]
    assert first["prompt"] == "What do you answer when a nurse complains about alarm fatigue?"
    assert (len(first["points"]) > 1, len(first["pitfalls"])) == (True, 1)
    assert first["source"]["document"] == "guides/alarms.md"


def test_cards_of_one_kind_are_listed_with_their_key(taken_in: Program) -> None:
    listed = taken_in("quiz", "cards", "--kind", "fact").out.splitlines()
    assert len(listed) == 6
    assert [line for line in listed if line.startswith("    * ")] == ["    * proposed, not in force"]


def test_cards_in_words_have_their_points_and_what_to_avoid(taken_in: Program) -> None:
    listed = taken_in("quiz", "cards", "--guide", "prices", "--kind", "recall").out
    assert "    + " in listed
    assert "    ! Cutting the price in the same breath." in listed


def test_a_gap_is_listed_with_all_that_fills_it(taken_in: Program) -> None:
    assert "    = redline\n" in taken_in("quiz", "cards", "--kind", "cloze").out


def test_where_there_are_no_such_cards_that_is_said(taken_in: Program) -> None:
    assert taken_in("quiz", "cards", "--kind", "follow_up").out == "There are no such cards.\n"
    assert "no cards of a guide 'pillows'" in taken_in("quiz", "cards", "--guide", "pillows").sentence
