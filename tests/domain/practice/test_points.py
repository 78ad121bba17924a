"""Key points: the behaviours that a model answer is cut into."""

import pytest

from dealbot.domain.practice.points import MOST, asked_terms, key_points


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
    assert key_points(" \n - \n") == key_points("- …\n") == ()


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


def test_what_is_to_be_said_of_what_was_asked_stays_whole() -> None:
    told = key_points(
        '"It opens inside your own record, already signed in, and it shows the right patient to a nurse." I wait.'
    )
    assert told[0].startswith('Say: "It opens inside your own record')


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


def test_who_does_what_is_not_lost_in_a_series() -> None:
    told = key_points("I map the steps of the ward, time them, and show the cost. I ask who owns the beds. I wait.")
    assert told[0] == "I map the steps of the ward, time them, and show the cost"


def test_a_sentence_may_begin_with_a_figure() -> None:
    told = key_points(
        "A permit is asked for beforehand. 340B is a program for drugs. The nurse says no. 3 wards agree."
    )
    assert told[:2] == ("A permit is asked for beforehand", "340B is a program for drugs")
    assert key_points("I use form No. 5 for beds. I call. I sort the beds of the ward.")[0].startswith(
        "I use form No. 5"
    )


def test_of_terms_that_are_asked_for_by_name_nothing_else_is_told() -> None:
    answer = " ".join(f"{name} is a kind of bed for wards." for name in ("An AB", "A CD", "A quilt", "An EF"))
    told = key_points(f"{answer} A sofa is no bed at all.", asked="What are an AB, a CD and an EF?")
    assert told == tuple(f"{name} is a kind of bed for wards" for name in ("An AB", "A CD", "An EF"))


def test_an_asked_term_that_is_not_told_of_by_its_name_leaves_all() -> None:
    answer = "An AB is a kind of bed. A CD is one too. The third is a hospital, small and rural."
    assert len(key_points(answer, asked="What are an AB, a CD and an EF?")) == 3


def test_what_tells_of_an_asked_term_is_no_scene() -> None:
    answer = "An AB is a bed. A CD is a critical access hospital, small and rural. An EF is a ward."
    assert len(key_points(answer, asked="What are an AB, a CD and an EF?")) == 3


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("What are an MSA, an SLA and the BAA?", ("msa", "sla", "baa")),
        ("What do payer mix, 340B and DSH mean?", ("payer mix", "340b", "dsh")),
        ("What are the beds and chairs of wards?", ()),
        ("What are the signs that a ward is full, and who sees them, and when?", ()),
        ("How do you count beds, chairs and desks?", ()),
    ],
)
def test_a_question_may_ask_for_terms_by_name(question: str, terms: tuple[str, ...]) -> None:
    assert asked_terms(question) == terms


def test_a_storys_scene_below_its_own_heading_is_none() -> None:
    told = key_points(
        "- **Context**:\n  - A ward has old beds.\n- **What I did**:\n  - I called the maker of the beds."
    )
    assert told == ("I called the maker of the beds",)
    told = key_points(
        "- **Situation**: The ward was full of beds.\n- **Task**: To sell the beds.\n- **Action**: I called the maker."
    )
    assert told == ("I called the maker",)


def test_what_somebody_did_once_is_no_behaviour_where_a_story_is_asked_for() -> None:
    answer = "The beds came too late.\n- **Role**: Nurse of the ward\n- **Action**: Called the maker of the beds."
    asked = "Describe a time when beds were late."
    assert key_points(answer, asked=asked) == ()
    assert key_points(f"{answer}\n- **Rule**: Count the beds.", asked=asked) == ("Rule: Count the beds",)
    assert key_points("I called the maker of the beds.", asked=asked) == ("I called the maker of the beds",)


def test_what_stands_before_the_action_is_none_of_a_story_unless_it_is_asked_for() -> None:
    answer = "Beds creak at night.\n- **Limits**: Few nurses for the beds\n- **Action**: Call the maker of the beds."
    asked = "Describe a time when beds were late."
    assert key_points(answer, asked=asked) == ("Call the maker of the beds",)
    assert key_points(answer, asked=f"{asked} What were the limits?") == (
        "Limits: Few nurses for the beds",
        "Call the maker of the beds",
    )


@pytest.mark.parametrize(
    ("answer", "point"),
    [
        ("- **Approach**: Count the beds by ward.", "Count the beds by ward"),
        ("- **Approach and Strategy**: Count the beds by ward.", "Count the beds by ward"),
        ("- **Counting**:\n  - **Action**: Count the beds by ward.", "Counting: Count the beds by ward"),
        ("- **Counting**: Count the beds by ward.", "Counting: Count the beds by ward"),
    ],
)
def test_only_a_label_that_tells_something_stands_before_a_behaviour(answer: str, point: str) -> None:
    assert key_points(answer) == (point,)


def test_a_heading_of_a_scene_may_hold_a_definition() -> None:
    told = key_points("- **Context**: A bed is a place to lie on.\n- **Use**: Put it in the ward.")
    assert told == ("Context: A bed is a place to lie on", "Use: Put it in the ward")


def test_a_bare_label_is_no_behaviour_beside_others() -> None:
    assert key_points("- **Overhead**\n- Count the beds by ward first") == ("Count the beds by ward first",)
    assert key_points("- **Counting of beds by ward**\n") == ("Counting of beds by ward",)


def test_a_behaviour_does_not_begin_with_and() -> None:
    assert key_points("I count the beds. And I call the maker.") == ("I count the beds", "I call the maker")
    assert key_points("For example, I call at night.") == ("I call at night",)


def test_where_things_are_compared_each_sentence_names_what_it_is_of() -> None:
    answer = "- **Bed**: It is for lying. Nurses move it by night.\n- **Chair**: It is for sitting."
    told = key_points(answer, asked="What is the difference between beds and chairs?")
    assert "Bed – Nurses move it by night" in told
    assert "Nurses move it by night" in key_points(answer, asked="How do you use beds?")


def test_of_pieces_told_together_one_heading_is_told() -> None:
    lines = "\n".join(f"  - **Part {each}**: Count the {each} of them." for each in "abcdefg")
    told = key_points(f"- **Parts of beds**:\n{lines}")
    assert len(told) == MOST
    assert told[0] == "Parts of beds – Part a: Count the a of them; Part b: Count the b of them"


def test_a_cut_sentence_is_led_by_its_heading_once() -> None:
    told = key_points("- **Wards**:\n  - I count the beds of each ward by night; I write the number of beds down.")
    assert told == ("Wards: I count the beds of each ward by night", "I write the number of beds down")
