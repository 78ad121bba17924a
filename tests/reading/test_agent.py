"""The agent against a loopback server, through the real client: bounded, masked, and of no use where it must be."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from dealbot.prompts import load_prompt
from dealbot.reading.agent import Agent
from dealbot.reading.breaker import FAILURES, Breaker
from dealbot.reading.consulting import Consultation, Told, Tool
from dealbot.reading.egress import Terms
from dealbot.reading.faults import Fault, ModelFault
from dealbot.reading.model import open_model
from dealbot.reading.pseudonyms import Known
from dealbot.reading.redaction import redact
from tests.fakes_openai import KEY, FakeOpenAI, Reply, calls, failure, text

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

QUESTION = "What does Dana Ruiz want at Bayview?"


class Find(BaseModel):
    """Find what is known of somebody."""

    name: str


@pytest.fixture(scope="module")
def server() -> Iterator[FakeOpenAI]:
    with FakeOpenAI(text("unknown")) as running:
        agent_of(running).consult(consultation(lambda _: Told([])))
        yield running


def agent_of(server: FakeOpenAI, seconds: float = 30.0, *, baa: bool = False) -> Agent:
    models = [open_model("openai:stand-in", server.base_url, KEY, steady=steady) for steady in (True, False)]
    terms = Terms(baa=baa, seconds=seconds)
    breaker = Breaker(terms.clock)
    return Agent(models, load_prompt("answer_question"), lambda words: redact(words).text, breaker, terms)


def consultation(look: Callable[[Find], Told], question: str = QUESTION, *, ends: bool = False) -> Consultation:
    inputs = {"question": question, "today": "Tuesday, 2026-03-10", "deal": "Bayview", "talk": "nothing"}
    return Consultation(inputs, Known((("Dana Ruiz", "Dana"),), (("Bayview",),)), [Tool("find", Find, look, ends)])


def noting(asked: list[str]) -> Callable[[Find], Told]:
    """A look that finds nothing and notes down what was asked for."""

    def look(given: Find) -> Told:
        asked.append(given.name)
        return Told([])

    return look


def fault_of(agent: Agent, question: str = QUESTION) -> Fault:
    with pytest.raises(ModelFault) as raised:
        agent.consult(consultation(lambda _: Told([]), question))
    return raised.value.fault


def test_a_look_is_made_with_real_names_and_told_with_the_models(server: FakeOpenAI) -> None:
    asked: list[str] = []

    def look(given: Find) -> Told:
        asked.append(given.name)
        return Told(["e1: Dana wants what Grace Park wants"], Known((("Grace Park",),)))

    def ask(body: dict[str, Any]) -> Reply:
        named = re.search(r"What does (P\d+) want", body["messages"][-1]["content"])
        assert named
        return calls(("find", {"name": named.group(1)}))

    def say(body: dict[str, Any]) -> Reply:
        return text(str(body["messages"][-1]["content"]).removeprefix("e1: ") + " [e1]")

    server.play(ask, say)
    assert agent_of(server).consult(consultation(look)) == "Dana wants what Grace Park wants [e1]"
    assert asked == ["Dana Ruiz"]
    assert not any(name in sent for sent in server.sent for name in (b"Dana", b"Grace", b"Park", b"Bayview"))
    assert not server.refused


def test_looks_of_one_message_are_made_in_their_order(server: FakeOpenAI) -> None:
    asked: list[str] = []
    names = [f"somebody {number}" for number in range(5)]
    server.play(calls(*(("find", {"name": name}) for name in names)), text("unknown"))
    agent_of(server).consult(consultation(noting(asked)))
    assert asked == names


def test_an_agent_that_never_ends_is_ended(server: FakeOpenAI) -> None:
    looks: list[str] = []
    server.play(lambda body: calls(("find", {"name": "x"}), ("find", {"name": "y"}), first=len(body["messages"])))
    agent_of(server).consult(consultation(noting(looks)))
    assert (len(server.sent), len(looks)) == (6, 8)


def test_a_tool_may_have_the_last_word(server: FakeOpenAI) -> None:
    server.play(calls(("find", {"name": "x"})))
    assert agent_of(server).consult(consultation(lambda _: Told(["shown"]), ends=True)) == ""
    assert len(server.sent) == 1


def test_a_model_that_knows_no_temperature_is_asked_without(server: FakeOpenAI) -> None:
    server.play(lambda body: failure(400) if "temperature" in body else text("unknown"))
    assert agent_of(server).consult(consultation(lambda _: Told([]))) == "unknown"


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        (failure(500), Fault.UNREACHABLE),
        (failure(429), Fault.BUSY),
        (failure(401), Fault.TURNED_DOWN),
        (text("no", "content_filter"), Fault.DECLINED),
        (Reply(b"{}"), Fault.UNREADABLE),
        (Reply(b" " * 60, drip=0.1), Fault.LATE),
    ],
    ids=lambda value: value.value if isinstance(value, Fault) else "",
)
def test_every_failure_has_its_name(server: FakeOpenAI, reply: Reply, fault: Fault) -> None:
    server.play(reply)
    assert fault_of(agent_of(server, 2.0)) is fault


def test_a_model_that_keeps_failing_is_left_alone(server: FakeOpenAI) -> None:
    agent = agent_of(server.play(failure(500)))
    assert {fault_of(agent) for _ in range(FAILURES)} == {Fault.UNREACHABLE}
    sent = len(server.sent)
    assert (fault_of(agent), len(server.sent)) == (Fault.RESTING, sent)


def test_a_question_that_may_tell_of_a_patient_stays_here_unless_the_provider_may_see_it(server: FakeOpenAI) -> None:
    server.play(text("unknown"))
    tells = "What became of the 93 year old patient?"
    assert (fault_of(agent_of(server), tells), server.sent) == (Fault.HELD_BACK, [])
    assert agent_of(server, baa=True).consult(consultation(lambda _: Told([]), tells)) == "unknown"


def test_a_line_that_may_tell_of_a_patient_or_cannot_be_masked_stays_here(server: FakeOpenAI) -> None:
    lines = ["e1: a 93 year old patient fell", "e2: SSN 123-45-6789 of hers", "e3: P1 of the list", "e4: fine"]
    server.play(calls(("find", {"name": "x"})), text("unknown"))
    agent_of(server).consult(consultation(lambda _: Told(lines)))
    assert server.asked[-1]["messages"][-1]["content"].splitlines() == ["e2: N1 [N1 removed] of hers", "e4: fine"]
