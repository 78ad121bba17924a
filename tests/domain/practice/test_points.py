"""Key points: the behaviours that a model answer is cut into."""

import pytest

from dealbot.domain.practice.points import MOST, key_points


def test_each_sentence_is_a_behaviour() -> None:
    told = key_points("I ask finance for its figures. I show a bad case. Then I ask who signs.")
    assert told == ("I ask finance for its figures", "I show a bad case", "Then I ask who signs")


def test_bullets_are_behaviours_and_marks_are_dropped() -> None:
    told = key_points("- **Listen** to the CFO first\n- Ask who owns the budget\n2. Agree on a date for papers")
    assert told == ("Listen to the CFO first", "Ask who owns the budget", "Agree on a date for papers")


@pytest.mark.parametrize(
    ("reference", "points"),
    [
        (
            "I ask what the others included line by line; I never name a price before I know that. I take scope out.",
            (
                "I ask what the others included line by line",
                "I never name a price before I know that",
                "I take scope out",
            ),
        ),
        (
            "I call the sponsor on the same day and then I write to the successor.",
            ("I call the sponsor on the same day", "I write to the successor"),
        ),
        (
            "I write one page for the new leader, and I ask for twenty minutes to listen.",
            ("I write one page for the new leader", "I ask for twenty minutes to listen"),
        ),
        (
            "I put both offers on one page for them, and ask who wanted the comparison.",
            ("I put both offers on one page for them", "Ask who wanted the comparison"),
        ),
    ],
    ids=["semicolon", "and then", "and I", "comma and"],
)
def test_a_long_sentence_is_cut_between_behaviours(reference: str, points: tuple[str, ...]) -> None:
    assert key_points(reference) == points


def test_an_enumeration_is_not_cut_at_its_last_comma() -> None:
    told = key_points("I sort benefits into three heaps: money that leaves, money not spent, and time without a line.")
    assert told == ("I sort benefits into three heaps: money that leaves, money not spent, and time without a line",)


def test_nothing_is_cut_inside_quotes_and_abbreviations() -> None:
    told = key_points(
        'I call Dr. Lee in the U.S. Office first. I say "I do not know. I will find out, and then I call you" '
        "at once. I ask for proof, e.g. Results of a pilot."
    )
    assert told == (
        "I call Dr. Lee in the U.S. Office first",
        'I say "I do not know. I will find out, and then I call you" at once',
        "I ask for proof, e.g. Results of a pilot",
    )


def test_what_is_only_said_word_for_word_illustrates_what_stands_before() -> None:
    told = key_points('I say who pays me. "I work for the vendor. You are the expert." Then I ask about their week.')
    assert told == ("I say who pays me", "Then I ask about their week")


def test_a_storys_scene_and_outcome_are_no_behaviours() -> None:
    told = key_points(
        "In my previous role we sold to a clinic. Budgets are always important here. I asked finance for its own "
        "figures, resulting in trust. I showed a bad case and increased sales by 20%. As a result, we won. 30%."
    )
    assert told == ("I asked finance for its own figures", "I showed a bad case")


def test_a_label_of_the_lines_below_it_is_no_behaviour() -> None:
    assert key_points("What I do:\n- Ask their finance first\n- Show them the bad case") == (
        "Ask their finance first",
        "Show them the bad case",
    )


def test_where_nothing_but_a_scene_is_told_that_is_kept() -> None:
    assert key_points("We had a hard year.") == ("We had a hard year",)


def test_very_short_sentences_are_told_with_their_neighbours() -> None:
    told = key_points(
        "Listen first. Ask about the last bad week they had. Never argue. Come back with an answer in writing."
    )
    assert told == (
        "Listen first. Ask about the last bad week they had. Never argue",
        "Come back with an answer in writing",
    )


def test_there_are_at_most_six() -> None:
    told = key_points(
        " ".join(f"I do the {word} thing for them." for word in "first second third fourth fifth sixth last".split())
    )
    assert len(told) == MOST
    assert told[0] == "I do the first thing for them. I do the second thing for them"


def test_nothing_has_no_points() -> None:
    assert key_points(" \n - \n") == ()


def test_a_long_answer_that_is_to_be_said_word_for_word_is_the_answer() -> None:
    told = key_points(
        '"Nobody hands out such a badge. What we can show is the audit, its day, the safeguards and the agreement we '
        'sign." Then I ask which of those they accept and who reviews it.'
    )
    assert told == (
        "Nobody hands out such a badge",
        "What we can show is the audit, its day, the safeguards and the agreement we sign",
        "Then I ask which of those they accept and who reviews it",
    )


def test_words_in_quotes_within_a_sentence_end_none() -> None:
    told = key_points(
        'I ask "who decides?" and write the name down. I call them the same day. I thank them in writing.'
    )
    assert told[0] == 'I ask "who decides?" and write the name down'


def test_what_a_number_of_things_are_is_told_in_one() -> None:
    told = key_points(
        "Perhaps, if three things hold: the measure is theirs and counted by them today, both of us can move it within "
        "a year, and we agree beforehand what happens if not. I name a cap. I ask the lawyers."
    )
    assert len(told) == 3


def test_what_somebody_does_before_something_is_no_scene() -> None:
    told = key_points(
        "I wait for the first ward. Before the second ward I check what was special there. I plan in steps."
    )
    assert "Before the second ward I check what was special there" in told
