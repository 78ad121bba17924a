"""Both graders, opened once, and the server that the model's is on."""

from collections.abc import Iterator

import pytest

from dealbot.practice_wiring import open_builtin_grader
from dealbot.prompts import load_prompt
from dealbot.reading.egress import Egress
from dealbot.reading.grading.builtin import BuiltinGrader
from dealbot.reading.grading.model import ModelGrader
from dealbot.reading.model import open_model
from dealbot.reading.ports import AnswerGrader
from tests.fakes_openai import KEY, FakeOpenAI
from tests.reading.grading.answers import honest


@pytest.fixture(scope="session")
def builtin() -> BuiltinGrader:
    """The built-in grader as it ships."""
    return open_builtin_grader()


@pytest.fixture(scope="session")
def server() -> Iterator[FakeOpenAI]:
    with FakeOpenAI(honest) as running:
        yield running


@pytest.fixture
def model(server: FakeOpenAI) -> ModelGrader:
    """A grader on a model that grades as it should, until a test plays another script."""
    server.play(honest)
    chat = open_model("openai:stand-in", server.base_url, KEY)
    return ModelGrader(Egress(chat, str), load_prompt("grade_answer"), "stand-in")


@pytest.fixture(params=["builtin", "model"])
def grader(request: pytest.FixtureRequest) -> AnswerGrader:
    """Each of the two."""
    found: AnswerGrader = request.getfixturevalue(request.param)
    return found
