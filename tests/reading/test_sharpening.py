"""A model may complete a question and order passages; whatever else it says changes nothing."""

import json
from typing import Any

import pytest
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from dealbot.prompts import load_prompt
from dealbot.reading.egress import Egress
from dealbot.reading.sharpening import ModelSharpener

BEFORE, QUESTION = "how do I present the cost to a CFO", "and to a nurse?"


def sharpener(*said: Any) -> ModelSharpener:
    """One on a model that says these in turn."""
    messages = iter(each if isinstance(each, AIMessage) else AIMessage(each) for each in said)
    model = GenericFakeChatModel(messages=messages)
    return ModelSharpener(Egress(model, str), load_prompt("rewrite_question"), load_prompt("order_passages"))


def called(name: str, **arguments: Any) -> AIMessage:
    """A call of a tool."""
    return AIMessage("", tool_calls=[{"name": name, "args": arguments, "id": "1"}])


@pytest.mark.parametrize(
    "said",
    [
        called("Standalone", question="how do I present the cost to a nurse"),
        json.dumps({"question": "how do I present the cost to a nurse"}),
        'Here: ```json\n{"question": "how do I present the cost to a nurse"}\n```',
    ],
    ids=["tool", "JSON", "fenced"],
)
def test_a_follow_up_is_made_whole(said: Any) -> None:
    assert sharpener(said).standalone(QUESTION, BEFORE) == "how do I present the cost to a nurse"


@pytest.mark.parametrize("said", ["", "no", '{"question": ""}', '{"question": 5}', "{}"])
def test_a_question_that_is_not_made_whole_stays_as_it_was(said: str) -> None:
    assert sharpener(said, said).standalone(QUESTION, BEFORE) == QUESTION


def test_passages_are_put_in_the_models_order_each_once_none_left_out() -> None:
    said = called("BestFirst", best_first=[3, 1, 3, 9, 0])
    assert sharpener(said).order(QUESTION, ["a", "b", "c", "d"]) == [2, 0, 1, 3]


@pytest.mark.parametrize("said", ["", '{"best_first": ["x"]}', '{"best": [1]}'])
def test_an_order_that_cannot_be_read_changes_nothing(said: str) -> None:
    assert sharpener(said, said).order(QUESTION, ["a", "b"]) == [0, 1]


def test_a_model_that_fails_changes_nothing() -> None:
    silent = sharpener()
    assert silent.order(QUESTION, ["a", "b"]) == [0, 1]
    assert silent.standalone(QUESTION, BEFORE) == QUESTION
