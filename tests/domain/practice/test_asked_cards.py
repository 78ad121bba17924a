"""Cards of a guide's questions: recall, what not to do, and what is asked next."""

import pytest

from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.wording import moment_of
from tests.domain.practice.guides import asked, cards

PARTS = """- **Answer**: I ask what it is for. I name the price in a range.
- **Reasoning**: People fear what is hidden.
- **Example**: Once a clinic paid 30% less.
- **Outcome**: They signed for $2 million.
- **Pitfall to avoid**: Naming a low number to stay in the game. It comes back in a year.
- **Best practice**: Send it in writing on the same day.
"""


def the_card(kind: CardKind, question: str, answer: str, **more: str) -> Card:
    return cards(asked(question, answer), kind, **more)[0]


def test_a_question_is_asked_with_the_behaviours_of_its_answer_and_no_story() -> None:
    card = the_card(CardKind.RECALL, "What do you say about the price?", PARTS)

    assert card.prompt == "What do you say about the price?"
    assert card.pitfalls == ("Naming a low number to stay in the game.",)
    assert "I ask what it is for" in card.source.quote
    assert "Send it in writing" in " ".join(card.points)
    assert not {"30%", "$2 million", "low number"} & set(" ".join((*card.points, card.source.quote)).split("."))
    assert (card.category, card.source.heading[-1]) == ("Technical Questions", card.prompt)
    assert not card.keyed


def test_a_card_is_graded_by_its_points_and_the_words_they_come_from() -> None:
    rubric = the_card(CardKind.RECALL, "What do you say about the price?", PARTS).rubric
    assert (rubric.question, rubric.reference[:14]) == ("What do you say about the price?", "I ask what it ")


def test_an_abbreviation_ends_no_sentence() -> None:
    card = the_card(
        CardKind.RECALL, "What do you read at night?", "- **Pitfall**: Reading e.g. Bed Weekly alone. It is old."
    )
    assert card.pitfalls == ("Reading e.g. Bed Weekly alone.",)


def test_that_something_matters_is_nothing_done() -> None:
    answer = "- **Answer**: Sleep is crucial for all. It helps. Effective beds ensure sleep. I count the beds by ward."
    card = the_card(CardKind.RECALL, "How do you plan the beds?", answer)
    assert [point.rstrip(".") for point in card.points] == ["I count the beds by ward"]


def test_pieces_that_lean_on_the_one_before_are_all_told_with_it_or_none_of_them() -> None:
    answer = """- **Answer**: I sort the beds into two heaps by ward. For the first, I name a day.
  For the second, I name the nurse who counts all of the beds in it every single night until they are gone from there.
"""
    card = the_card(CardKind.RECALL, "How do you plan the beds?", answer)
    assert card.points == ("I sort the beds into two heaps by ward",)
    short = "- **Answer**: I sort the beds into two heaps. For the first, I name a day. For the second, I name a nurse."
    assert the_card(CardKind.RECALL, "How do you plan the beds?", short).points == (
        "I sort the beds into two heaps; for the first, I name a day; for the second, I name a nurse",
    )
    alone = the_card(CardKind.RECALL, "How do you plan beds?", "- **Answer**: For the first, I name a day at once.")
    assert [point.rstrip(".") for point in alone.points] == ["For the first, I name a day at once"]


def test_the_reasons_count_where_that_is_all_there_is() -> None:
    card = the_card(CardKind.RECALL, "How do you plan the beds?", "- **Reasoning**: I count them, as nobody else does.")
    assert [point.rstrip(".") for point in card.points] == ["I count them, as nobody else does"]


def test_items_are_told_with_the_heading_above_them() -> None:
    answer = """- **Answer**:
  - **Wards**:
    - **Definition**: I say that a ward is a room.
    - **Use**: I say who sleeps there.
  - **Units**:
    - **Definition**: I say that a unit is a team.
"""
    points = " ".join(the_card(CardKind.RECALL, "How do you explain wards and units?", answer).points)
    assert "Wards – Definition: I say that a ward is a room" in points
    assert "Units – Definition: I say that a unit is a team" in points
    assert "Wards – Use: I say who sleeps there" in points


def test_of_a_mere_story_no_points_are_made() -> None:
    card = the_card(CardKind.RECALL, "Describe a hard day at work.", "- **Example**: It rained and the lift broke.")
    assert (card.points, card.source.quote) == ((), "**Example**: It rained and the lift broke.")


def test_the_text_that_is_kept_is_the_documents_own_day_and_title() -> None:
    card = the_card(CardKind.RECALL, "What do you say about the price?", PARTS)
    assert (card.source.title, str(card.source.modified_on)) == ("Selling beds", "2026-01-10")


@pytest.mark.parametrize(
    ("question", "prompt"),
    [
        ("How would you handle a doubtful buyer?", "What should you not do when handling a doubtful buyer?"),
        ("How do you say no and keep it?", "What should you not do when saying no and keeping it?"),
        ("How do you get a date from a committee?", None),
        ("How do you run a demo?", "What should you not do when running a demo?"),
        ("How do you untie a bundle?", "What should you not do when untying a bundle?"),
        ("How do you agree on a plan, and why?", "What should you not do when agreeing on a plan?"),
        ("What would you do if they undercut you?", "What should you not do if they undercut you?"),
        ("What would you do if they left? Or: if they stayed?", None),
        ("How would you handle a situation where a bug is found?", "What should you not do when a bug is found?"),
        ("How would you handle a situation where it fails if used?", None),
        ("How would you approach finding a bug?", "What should you not do when finding a bug?"),
        ("How would you approach finding out if it works?", None),
        ("How do you plan tasks when managing many accounts?", None),
        ("How do you sort tasks when managing many?", "What should you not do when sorting tasks while managing many?"),
        (
            "Describe a time when you had to change a plan. How did you do it?",
            "What should you not do when you have to change a plan?",
        ),
        ("Describe a time when you had to help a team that failed.", None),
        ("Tell me about a plan you made.", None),
        ("How do you know that it works?", None),
        ('"Are you certified?"', 'What should you not do when you are asked "Are you certified?"'),
        (f"How do you sort {'many ' * 30}beds?", None),
        ('How do you answer "no" and 5" beds?', None),
    ],
)
def test_what_not_to_do_is_asked_in_a_whole_sentence_or_with_the_question(question: str, prompt: str | None) -> None:
    card = the_card(CardKind.NOT_TO_DO, question, "- **Pitfall to avoid**: Waiting for a better day.")
    assert [point.rstrip(".") for point in card.points] == ["Waiting for a better day"]
    assert card.prompt == prompt if prompt else card.prompt.endswith('" Which mistake does the guide warn of?')
    assert not card.prompt.endswith('?"?')


def test_a_mistake_is_asked_for_behind_the_question_so_that_it_does_not_seem_to_be_it() -> None:
    warned = "- **Pitfall to avoid**: Waiting for a better day."
    for question in ("Tell me about a plan you made.", "How do you know that it works?"):
        card = the_card(CardKind.NOT_TO_DO, question, warned)
        assert card.prompt == f'"{question}" Which mistake does the guide warn of?'


@pytest.mark.parametrize(
    "question",
    [
        "What is a bed, and how does it differ from a cot?",
        "Explain the difference between a bed and a cot.",
        "What are beds?",
        "What are a bed, a cot and a chair?",
        "What do IPPS and OPPS mean?",
        "Which beds are there, and what does ICU stand for?",
        "How does a bed work, and why?",
        "Explain beds to a nurse.",
        "What role does a bed play in a ward?",
    ],
)
def test_nobody_makes_a_mistake_in_telling_what_something_is(question: str) -> None:
    assert not cards(asked(question, "- **Pitfall to avoid**: Waiting for a better day."), CardKind.NOT_TO_DO)


@pytest.mark.parametrize(
    ("pitfall", "asked_for"),
    [
        ("Naming a price.", "What should you not do"),
        ("Quietly naming a price.", "What should you not do"),
        ("A price in the corridor.", "Which mistake does the guide warn of"),
        ('"It is cheap."', "Which mistake does the guide warn of"),
        ("Avoiding the question.", "Which mistake does the guide warn of"),
        ("Not asking for the price.", "Which mistake does the guide warn of"),
    ],
)
def test_what_is_no_deed_is_asked_for_as_a_mistake(pitfall: str, asked_for: str) -> None:
    card = the_card(CardKind.NOT_TO_DO, "How do you sell a bed?", f"- **Pitfall to avoid**: {pitfall}")
    assert card.prompt == f"{asked_for} when selling a bed?"


def test_what_is_said_without_a_question_is_heard() -> None:
    assert moment_of('"There is no budget."') == 'when you hear "There is no budget"'


@pytest.mark.parametrize(
    ("pitfall", "warned_of"),
    [
        ("**Quick fixes**: Avoid changing what you do not know.", "Changing what you do not know"),
        ("**Overhead**: Beds take a lot of room.", None),
        ("**Overwhelmed by trends**: Choose a few.", None),
        ("**Hurry**: Skipping the test can break them.", "Skipping the test can break them"),
        ("**Overpromising**: Ensure that claims are true.", "Overpromising"),
        ("**Resistance**: Involve the team.", None),
        ("Ensure that the timer is reset.", None),
        ("Choosing a number can be challenging.", None),
        ("- Rushing the test.\n  - Hiding the price.", "Rushing the test"),
    ],
)
def test_a_warning_is_a_deed_and_no_advice(pitfall: str, warned_of: str | None) -> None:
    found = cards(asked("How do you test beds?", f"- **Pitfall to avoid**: {pitfall}"), CardKind.NOT_TO_DO)
    assert [card.points[0].rstrip(".") for card in found] == ([warned_of] if warned_of else [])


@pytest.mark.parametrize(
    ("follow_up", "prompt"),
    [
        ("How do you keep them clean?", "How do you keep them clean?"),
        ("**Interviewer**: How do you keep them clean?", "How do you keep them clean?"),
        ("Discuss how you wash sheets.", "discuss how you wash sheets."),
        ("Discuss new methods for washing sheets.", "discuss new methods for washing sheets."),
        ("Be ready to explain the trade-offs between wool and silk.", "explain the trade-offs between wool and silk."),
        ("The interviewer might ask how you would wash them.", "say how you would wash them."),
        ("An interviewer may ask if you wash them yourself.", "say whether you wash them yourself."),
        ("The interviewer might ask about the cost of sheets.", None),
        ("Discuss the importance of clean sheets.", None),
        ("Discuss how you washed sheets in past projects.", None),
        ("Provide examples of clean sheets.", None),
        ("How did you convince the ward?", None),
        ("Which sheets would you never wash?", None),
        ("How do you keep these clean?", None),
        ("Regular checks of the beds.", None),
        ("Why so?", None),
    ],
)
def test_in_an_interview_a_follow_up_is_asked_that_its_question_makes_clear(follow_up: str, prompt: str | None) -> None:
    answer = f"- **Answer**: I wash them.\n- **Follow-up**: {follow_up}"
    found = cards(asked("How do you care for beds?", answer), CardKind.FOLLOW_UP, title="Interview guide")
    wanted = [f'Follow-up to "How do you care for beds?": {prompt}'] if prompt else []
    assert [card.prompt for card in found] == wanted


def test_what_a_follow_up_says_of_its_own_answer_are_its_points() -> None:
    answer = "- **Answer**: Ok.\n- **Follow-up**: How do you wash sheets in winter? Explain the dryer first. Why not?"
    (card,) = cards(asked("How do you care for beds?", answer), CardKind.FOLLOW_UP, title="Interview guide")
    assert [point.rstrip(".") for point in card.points] == ["Explain the dryer first"]


@pytest.mark.parametrize(
    ("follow_up", "is_asked"),
    [
        ("What do you do when they stay silent?", True),
        ("Who washes your sheets today?", False),
        ("What would you do with your old sheets?", False),
    ],
)
def test_outside_of_interviews_what_to_ask_a_buyer_back_is_not_asked(follow_up: str, *, is_asked: bool) -> None:
    answer = f"- **Answer**: Ok.\n- **Follow-up**: {follow_up}"
    found = cards(asked('"We have enough beds."', answer), CardKind.FOLLOW_UP)
    wanted = [f'Follow-up to "We have enough beds.": {follow_up}'] if is_asked else []
    assert [card.prompt for card in found] == wanted


def test_how_it_is_best_done_is_no_story_of_how_it_was_done() -> None:
    answer = "- **Example**: I once sold beds.\n- **Best Practice**: Count the beds regularly."
    assert the_card(CardKind.RECALL, "Describe a time when you sold beds.", answer).points == ()
    assert the_card(CardKind.RECALL, "How do you sell beds?", answer).points == ("Count the beds regularly",)


STORY = """- **Context**: The beds came too late.
- **Approach**: I called the maker and moved the beds.
- **Best Practice**: Count the beds every week.{more}
"""


@pytest.mark.parametrize(
    ("more", "points"),
    [
        ("", ()),
        (" Avoid full wards.", ()),
        (" Ask the nurse about them.", ("Count the beds every week", "Ask the nurse about them")),
    ],
)
def test_of_a_labelled_story_only_what_is_advised_are_points(more: str, points: tuple[str, ...]) -> None:
    answer = STORY.format(more=more)
    assert the_card(CardKind.RECALL, "Describe a time when beds were late.", answer).points == points
    assert the_card(CardKind.RECALL, "Describe a hard problem you solved.", answer).points == points
    assert "I called the maker and moved the beds" in the_card(CardKind.RECALL, "How do you sell beds?", answer).points


def test_what_examples_say_is_done_is_the_answer_where_there_is_no_other() -> None:
    answer = """- **Scenario 1**: Selling beds to a ward.
  - **Context**: A ward had old beds.
  - **Approach**: Count the beds by ward.
  - **Outcome**: They were sold.
  - **Best Practice**: Ask the nurse every week.
"""
    card = the_card(CardKind.RECALL, "How do you sell beds?", answer)
    assert card.points == ("Count the beds by ward", "Ask the nurse every week")
    assert "Count the beds by ward." in card.source.quote
    doing = "- **Example**: Counting the beds by ward. *Outcome*: Sold.\n- **Best Practice**: Ask the nurse first."
    assert the_card(CardKind.RECALL, "How do you sell beds?", doing).points == (
        "Counting the beds by ward",
        "Ask the nurse first",
    )


def test_best_practice_stands_behind_the_answer_and_only_as_far_as_there_is_room() -> None:
    told = " ".join(f"I {verb} the beds of the ward." for verb in ("count", "sort", "oil", "wash", "move"))
    answer = f"- **Answer**: {told}\n- **Best Practice**: Ask the nurse about them. Write every number down."
    card = the_card(CardKind.RECALL, "How do you sell beds?", answer)
    assert card.points[-2:] == ("I move the beds of the ward", "Ask the nurse about them")
    assert len(card.points) == 6


@pytest.mark.parametrize(
    ("pitfall", "pitfalls"),
    [
        ("**Overhead**: Beds need oil.", ()),
        ("**Training**: Beds need nurses.", ()),
        ("**Pricing Models**: They differ.", ()),
        ("**Overpromising**: Beds come late.", ("Overpromising",)),
        ("**Ignoring the Ward**: It may be full.", ("Ignoring the Ward",)),
        ("Limited room for beds.", ()),
    ],
)
def test_a_label_that_names_no_act_is_no_pitfall(pitfall: str, pitfalls: tuple[str, ...]) -> None:
    card = the_card(CardKind.RECALL, "How do you sell beds?", f"- **Pitfalls**:\n  - {pitfall}")
    assert card.pitfalls == pitfalls


def test_what_is_answered_to_a_follow_up_is_none_of_the_answer() -> None:
    answer = (
        "**Answer:**\n- I count the beds.\n\n**Follow-up Points:**\n"
        "- **Interviewer:** How do you count them?\n- **Response:** Tell of the list."
    )
    assert the_card(CardKind.RECALL, "How do you sell beds?", answer).points == ("I count the beds",)


def test_what_is_responded_in_an_example_is_none_of_the_answer() -> None:
    answer = (
        "- **Answer**:\n  - **Counting**: Count the beds.\n  - **Example**: A full ward.\n"
        "    - **Response**: Called the maker of the beds."
    )
    assert the_card(CardKind.RECALL, "How do you sell beds?", answer).points == ("Counting: Count the beds",)
