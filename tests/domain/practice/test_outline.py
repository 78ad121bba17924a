"""The items of an answer: bullets and paragraphs with what they stand under."""

import pytest

from dealbot.domain.practice.outline import Item, outline

NESTED = """- **Scene**:
  - A ward has beds of three makers.

- **What is done**:
  1. **Counting**: Count the beds
     by ward.
  2. **Sorting**: Sort them by age. Sell the old ones.
- Then call the makers, all of
  them.
"""


def texts(text: str) -> list[str]:
    return [f"{item.lead}{item.text}" for item in outline(text)]


def test_items_know_the_headings_they_stand_under() -> None:
    assert outline(NESTED) == (
        Item("A ward has beds of three makers.", ("Scene",), lead="Scene: "),
        Item("Counting: Count the beds by ward.", ("What is done",)),
        Item("Sorting: Sort them by age. Sell the old ones.", ("What is done",)),
        Item("Then call the makers, all of them."),
    )


def test_a_heading_beside_its_bullets_holds_them_until_the_next_one() -> None:
    found = outline(
        "**Beds:**\n\n- Count them by ward\n\n**Chairs**\n- Count them by room\n\n## Desks\nLeave them alone."
    )
    assert [item.under for item in found] == [("Beds",), ("Chairs",), ("Desks",)]


def test_a_label_that_comes_again_is_told_apart_by_what_it_stands_under() -> None:
    assert texts("- **Beds**:\n  - **Price**: It is high.\n- **Chairs**:\n  - **Price**: It is low.") == [
        "Beds – Price: It is high.",
        "Chairs – Price: It is low.",
    ]


def test_a_paragraph_that_begins_with_a_name_lends_it_to_what_is_below() -> None:
    told = "**Beds** are for sleep.\n- **Price**: It is high.\n\n**Chairs** are for sitting.\n- **Price**: It is low."
    assert texts(told)[1::2] == ["Beds – Price: It is high.", "Chairs – Price: It is low."]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("**Uses of beds**:\n- Wards with many patients", ["Uses of beds: Wards with many patients"]),
        ("**Steps**:\n- Wards with many patients", ["Wards with many patients"]),
        ("- **Uses of beds**:\n  - **Steps**:\n    - Count them by ward", ["Uses of beds: Count them by ward"]),
        ("- Wards with many patients", ["Wards with many patients"]),
    ],
    ids=["name", "heading says nothing", "heading above", "no heading"],
)
def test_an_item_is_told_with_the_heading_that_says_what_it_is(text: str, items: list[str]) -> None:
    assert texts(text) == items


def test_very_short_items_of_a_list_are_told_in_one() -> None:
    assert texts("We count three things:\n- beds\n- old chairs.\n- desks") == [
        "We count three things: beds; old chairs; desks"
    ]
    assert texts("- beds\n- old chairs") == ["beds; old chairs"]


def test_what_a_paragraph_says_before_it_leads_to_its_bullets_is_kept() -> None:
    assert texts("A bed is a place to lie. It matters because it:\n- Gives rest to the patients") == [
        "A bed is a place to lie.",
        "Gives rest to the patients",
    ]


def test_tables_and_code_are_no_items() -> None:
    assert texts("Count the beds first.\n| a | b |\n\n```\nbeds = 3\n```\nSort them by age.") == [
        "Count the beds first.",
        "Sort them by age.",
    ]


def test_an_emphasised_label_alone_is_bare() -> None:
    found = outline("- **Overhead**\n- Count the beds by ward first")
    assert [(item.text, item.bare, item.label) for item in found] == [
        ("Overhead", True, ""),
        ("Count the beds by ward first", False, ""),
    ]


def test_a_label_within_a_line_begins_an_item() -> None:
    assert texts("- **Counting**: Count the beds. **Sorting**: Sort them.") == [
        "Counting: Count the beds.",
        "Sorting: Sort them.",
    ]


def test_what_is_a_labels_own_is_told_with_it_but_not_the_solution_of_a_challenge() -> None:
    assert texts("- **Old beds**: They are of wood. **Application**: Wards at night.") == [
        "Old beds: They are of wood.",
        "Old beds – Application: Wards at night.",
    ]
    assert texts("- **Challenge**: Beds creak at night. **Solution**: Oil them.")[1] == "Solution: Oil them."


def test_a_text_may_begin_behind_the_mark_of_its_first_bullet() -> None:
    assert [item.under for item in outline("**Counting**: Count by ward.\n  - **Sorting**: Sort by age.")] == [(), ()]
    assert [item.under for item in outline("Count them by ward.\n- Sort them by age.")] == [(), ()]
