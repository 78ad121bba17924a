from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.reading.text import clauses_of, sentences_of

PIECES = st.sampled_from(
    [
        "Dana Ruiz (CFO) ",
        "likes it, but she ",
        "and they ",
        "asked. ",
        "Dr. ",
        "e.g. ",
        "J.P. ",
        "- ",
        "[ ] ",
        "> ",
        "Tom: ",
        "[Tom] ",
        "Budget: ",
        "From: ",
        "On Monday Tom wrote:\n",
        "Best regards,\n",
        "## ",
        "1) ",
        " -> ",
        "...",
        "\n",
        "\n\n",
        "   ",
        "\t",
        "\r\n",
        "“no way” ",
    ]
)
NOTES = st.text() | st.lists(PIECES | st.text(max_size=8), max_size=24).map("".join)


def sentences(note: str) -> list[str]:
    """The sentences of a note."""
    return [sentence.text for sentence in sentences_of(note)]


def clauses(note: str) -> list[str]:
    """The clauses of a note."""
    return [clause.text for clause in clauses_of(note)]


@given(NOTES)
def test_every_clause_is_the_note_between_its_offsets(note: str) -> None:
    assert all(clause.text == note[clause.start : clause.end] != "" for clause in clauses_of(note))


@given(NOTES)
def test_every_sentence_is_the_note_between_its_offsets(note: str) -> None:
    assert all(sentence.text == note[sentence.start : sentence.end] != "" for sentence in sentences_of(note))


@given(NOTES)
def test_clauses_follow_one_another_and_never_overlap(note: str) -> None:
    assert all(first.end <= second.start for first, second in pairwise(clauses_of(note)))


@given(NOTES)
def test_sentences_follow_one_another_and_never_overlap(note: str) -> None:
    assert all(first.end <= second.start for first, second in pairwise(sentences_of(note)))


@given(NOTES)
def test_every_clause_lies_within_its_sentence(note: str) -> None:
    assert all(clause.sentence[0] <= clause.start < clause.end <= clause.sentence[1] for clause in clauses_of(note))


@given(NOTES)
def test_the_blocks_of_a_note_are_in_order(note: str) -> None:
    blocks = [clause.block for clause in clauses_of(note)]
    assert blocks == sorted(blocks)


def test_a_note_without_words_has_no_clauses() -> None:
    assert clauses(" \n\t\n - \n") == []


@pytest.mark.parametrize("end", [".", "!", "?", "…", "?!", '."', ".)", ";"])
def test_a_sentence_ends_at_its_mark(end: str) -> None:
    assert sentences(f"They liked the demo{end} Legal goes next") == [
        f"They liked the demo{end}".rstrip(";"),
        "Legal goes next",
    ]


@pytest.mark.parametrize("dash", [" - ", " -- ", " – ", " — ", " -> ", " → ", " | ", "    "])
def test_a_dash_an_arrow_or_a_gap_ends_a_sentence(dash: str) -> None:
    assert sentences(f"Pharmacy is happy{dash}legal is not") == ["Pharmacy is happy", "legal is not"]


@pytest.mark.parametrize(
    "note",
    [
        "Dr. Ortiz asked for more time.",
        "We met Mr. Holt and Mrs. Vance.",
        "The fee is approx. 40k a year.",
        "They want proof, e.g. from a peer.",
        "Their dept. head was away.",
        "It went live on Feb. 3 at two sites.",
        "We start at 9 a.m. on site.",
        "A. Deshmukh was quiet.",
        "J.P. Ortega was quiet.",
        "Talked with (M. Lund) at length.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(note: str) -> None:
    assert sentences(note) == [note]


@pytest.mark.parametrize(
    "note",
    [
        "They bought from Acme Inc. Dana was furious.",
        "She asked about price, scope, etc. Tom was silent.",
        "We meet at 9 a.m. Tom brings the plan.",
        "It starts in Jan. Tom brings the plan.",
        "So did I. Tom brings the plan.",
        'She said "no." Tom brings the plan.',
    ],
)
def test_an_abbreviation_ends_a_sentence_where_a_new_one_begins(note: str) -> None:
    assert len(sentences(note)) == 2


def test_a_full_stop_that_stands_alone_ends_a_sentence() -> None:
    assert sentences("They left . We stayed") == ["They left .", "We stayed"]


def test_a_decimal_point_does_not_end_a_sentence() -> None:
    assert sentences("It costs 2.4 million over 3.5 years.") == ["It costs 2.4 million over 3.5 years."]


@pytest.mark.parametrize("joint", [", but ", " but ", ", while ", " because ", ", and ", ", who "])
def test_a_joining_word_parts_two_clauses(joint: str) -> None:
    first, second = clauses(f"Dana really wants it{joint}legal still says no")
    assert first == "Dana really wants it"
    assert second.endswith("legal still says no")


def test_a_joining_word_between_scraps_parts_nothing() -> None:
    assert clauses("Slow but steady") == ["Slow but steady"]


def test_speech_without_punctuation_is_cut_at_its_subjects() -> None:
    looked = "yeah we looked at it for a while with the nurses and the docs on the third floor last week"
    wants = "she wants the price to come down a good bit before the summer"
    assert clauses(f"{looked} he likes the way it flags falls at night {wants}")[-2:] == [
        "he likes the way it flags falls at night",
        wants,
    ]


def test_punctuation_is_no_clause() -> None:
    assert clauses("We really like it, and * * *, but legal does not") == ["We really like it", "legal does not"]


def test_a_comma_before_a_pronoun_parts_two_clauses() -> None:
    assert clauses("Dana was in a rush, she left after ten minutes") == [
        "Dana was in a rush",
        "she left after ten minutes",
    ]


@pytest.mark.parametrize(
    "mark", ["- ", "* ", "• ", "– ", "1. ", "2) ", "(3) ", "☐ ", "[ ] ", "[x] ", "- [ ] ", "* [x] "]
)
def test_a_bullet_is_no_part_of_its_clause(mark: str) -> None:
    assert clauses(f"{mark}Pharmacy wants a pilot first") == ["Pharmacy wants a pilot first"]


def test_quoting_marks_of_a_mail_are_no_part_of_its_clauses() -> None:
    assert clauses("> Pharmacy wants a pilot first\n> > Legal is done") == [
        "Pharmacy wants a pilot first",
        "Legal is done",
    ]


def test_the_label_of_a_field_is_kept_beside_its_value() -> None:
    (clause,) = clauses_of("Next steps: send the contract")
    assert (clause.label, clause.text) == ("next steps", "send the contract")
