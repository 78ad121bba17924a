"""Models of several providers are opened by name, and each one's client carries the good path."""

from datetime import date

import pytest
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from dealbot.errors import BadInput
from dealbot.prompts import load_prompt
from dealbot.reading.egress import Egress, Terms
from dealbot.reading.llm import ModelReader
from dealbot.reading.model import open_model
from dealbot.reading.ports import NoteText
from tests.fakes_models import Answer, FakeProvider, anthropic, ollama

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

NOTE = NoteText("Dana Ruiz, CFO, likes it. They run Epic.", date(2026, 3, 10))
GOOD = {
    "people": [{"name": "P1", "title": "CFO", "side": "buyer", "stance": "supportive", "quote": "P1, CFO, likes it"}],
    "signals": [{"kind": "ehr", "detail": "Epic", "quote": "They run Epic"}],
}


@pytest.mark.parametrize(
    ("name", "answer"),
    [("anthropic:stand-in", anthropic(GOOD)), ("ollama:stand-in", ollama(GOOD))],
    ids=["anthropic", "ollama"],
)
def test_the_good_path_of_other_clients(name: str, answer: Answer) -> None:
    with FakeProvider(answer) as server:
        model = open_model(name, server.base_url, "test-key")
        reading = ModelReader(Egress(model, str, Terms()), load_prompt("read_note"), name).read(NOTE)
    assert [(one.name, one.title) for one in reading.people] == [("Dana Ruiz", "CFO")]
    assert [one.detail for one in reading.signals] == ["Epic"]
    assert "Ruiz" not in str(server.sent)


@pytest.mark.parametrize("name", ["gpt", "nobody:knows", "mistralai:large"])
def test_a_model_that_cannot_be_opened_is_told_in_a_sentence(name: str) -> None:
    with pytest.raises(BadInput, match="provider:model"):
        open_model(name)


def test_keys_in_the_environment_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "somebody's")
    model = open_model("openai:stand-in", "http://127.0.0.1:9/v1")
    assert isinstance(model, ChatOpenAI)
    assert isinstance(model.openai_api_key, SecretStr)
    assert model.openai_api_key.get_secret_value() == "none"
