"""A question of few words after an answer of the guides is asked together with the one before it."""

import pytest

from dealbot.app.chat.memory import Memory
from dealbot.app.guides.sharpening import AS_ASKED, asks_further
from dealbot.app.question import Intent, Question

BEFORE = "how do I answer a CFO who has no money?"


@pytest.mark.parametrize(
    "text", ["and the pitfall?", "and for the CNO?", "what about pharmacy?", "what should I not say"]
)
def test_what_says_little_of_its_own_stands_after_the_question_before(text: str) -> None:
    assert AS_ASKED.standalone(text, BEFORE) == f"{BEFORE} {text}"


@pytest.mark.parametrize("text", ["more", "what else?", "tell me more", "why?", "go on", "Details please"])
def test_what_only_asks_for_more_is_the_question_before(text: str) -> None:
    assert AS_ASKED.standalone(text, BEFORE) == BEFORE


@pytest.mark.parametrize(
    "text", ["IPPS", "what is a BAA?", "so what is a BAA?", "and how do I run a pilot", "nurses fear alarm fatigue"]
)
def test_what_says_enough_stands_alone(text: str) -> None:
    assert AS_ASKED.standalone(text, BEFORE) == text


def test_a_second_follow_up_still_knows_the_first_question() -> None:
    memory = Memory()
    for text in (BEFORE, "more", "and the pitfall?"):
        memory = memory.after(Question(text, Intent.KNOWLEDGE))
    assert memory.asked == f"{BEFORE} and the pitfall?"


def test_to_ask_why_is_not_to_ask_for_more() -> None:
    assert all(
        map(asks_further, ("more", "what else?", "And what else do they say?", "tell me more about that", "Go on"))
    )
    assert not any(map(asks_further, ("why?", "no more", "more on pricing", "I have more", "details please")))
