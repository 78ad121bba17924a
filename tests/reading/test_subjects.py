import pytest

from dealbot.reading.subjects import subjects_of
from dealbot.reading.text import clauses_of
from tests.reading.notes import a_note, people_by_rules


def about(text: str) -> dict[str, str | None]:
    """Whom each clause of a note is about."""
    note = a_note(text)
    found = subjects_of(text, clauses_of(text), people_by_rules(note))
    return {item.clause.text: item.subject.label if item.subject else None for item in found}


def last(text: str) -> str | None:
    """Whom the last clause of a note is about."""
    return list(about(text).values())[-1]


def test_a_clause_is_about_whom_it_names() -> None:
    assert last("Maria Ochoa wants proof.") == "Maria Ochoa"


def test_each_half_of_a_sentence_is_about_its_own_person() -> None:
    assert list(about("Maria Ochoa loves it but Tom Becker is dead set against it.").values()) == [
        "Maria Ochoa",
        "Tom Becker",
    ]


@pytest.mark.parametrize("pronoun", ["She", "she'll see, she", "Her team"])
def test_a_pronoun_is_whoever_was_named_last(pronoun: str) -> None:
    assert last(f"Tom Becker came. Maria Ochoa joined late. {pronoun} wants proof.") == "Maria Ochoa"


def test_a_pronoun_goes_back_across_lines() -> None:
    assert last("- Maria Ochoa joined late\n- she wants proof") == "Maria Ochoa"


def test_a_clause_that_begins_with_a_pronoun_is_not_about_whom_it_names_later() -> None:
    assert last("Maria Ochoa joined late. She left when Tom Becker came in.") == "Maria Ochoa"


def test_what_a_writer_says_whose_name_tells_nothing_is_about_nobody() -> None:
    assert last("From: Quarrington <q@lakeshore.example>\n\nBudget is tight this year.") is None


def test_a_pronoun_before_anybody_is_named_is_nobody() -> None:
    assert last("She wants proof.") is None


def test_whom_something_is_done_to_is_not_whom_it_is_about() -> None:
    assert last("Sent the plan to Maria Ochoa.") is None


@pytest.mark.parametrize("verb", ["Met with", "Lunch with", "Call with", "Spoke to", "Heard from"])
def test_whom_the_author_met_is_whom_it_is_about(verb: str) -> None:
    assert last(f"{verb} Maria Ochoa today.") == "Maria Ochoa"


def test_what_a_colleague_reports_is_about_the_one_reported_on() -> None:
    assert last("Priya Nair says the CFO isn't sold.") == "CFO"


def test_the_second_half_of_a_sentence_goes_on_about_the_same_person() -> None:
    assert last("Maria Ochoa joined very late, and wants to see proof") == "Maria Ochoa"


def test_a_new_sentence_about_us_is_about_nobody_of_theirs() -> None:
    assert last("Maria Ochoa joined very late. We have to call her.") is None


def test_a_new_line_without_a_name_is_about_nobody() -> None:
    assert last("Maria Ochoa joined late.\nBudget is tight this year.") is None


def test_what_a_speaker_says_in_the_first_person_is_about_the_speaker() -> None:
    note = "Maria Ochoa: I want to see proof.\nTom Becker: I do not.\nMaria Ochoa: I know that Tom Becker does not."
    assert list(about(note).values())[0:2] == ["Maria Ochoa", "Tom Becker"]


def test_what_a_speaker_says_of_another_is_about_the_other() -> None:
    note = "Maria Ochoa: Hello there.\nTom Becker: Paul Stein wants to see proof first.\nMaria Ochoa: Fine then."
    assert about(note)["Paul Stein wants to see proof first."] == "Paul Stein"


def test_a_field_that_names_one_person_is_about_them() -> None:
    assert last("Champion: Maria Ochoa") == "Maria Ochoa"


def test_the_authors_guess_about_a_pronoun_is_about_whoever_was_named_last() -> None:
    assert last("The CFO said little. My gut is she will come round.") == "CFO"
