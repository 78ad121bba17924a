"""The model reader against a loopback server, through the real client."""

import json
import logging
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest
from langchain_core.language_models import FakeListChatModel
from langchain_core.tracers.langchain import wait_for_all_tracers
from langsmith.utils import get_env_var

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.evidence import Span
from dealbot.domain.lesson import Lesson, LessonKind
from dealbot.domain.observation import Reading
from dealbot.domain.stakeholder import BuyingRole, Function, Stance
from dealbot.prompts import load_prompt
from dealbot.reading.egress import Egress, Terms
from dealbot.reading.fallback import FallbackReader, fell_back
from dealbot.reading.faults import Fault, ModelFault
from dealbot.reading.flaws import FlawKind
from dealbot.reading.llm import ModelReader
from dealbot.reading.model import open_model
from dealbot.reading.ports import KnownPerson, NoteText
from tests.fakes_openai import KEY, FakeOpenAI, Reply, Script, failure, text, tool_call

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

NOTE = NoteText(
    """Call with Dana Ruiz (CFO) and Dr. Lena Ortiz, CMO, at Bayview Medical Center.
Dana won't sign until she sees the ROI model. "Price it per bed," she said.
Lena loves it and told her department heads to get on board.
I will send the ROI model by Friday: dana.ruiz@bayview.org, 251-555-0142.
They run Epic. My gut is Dana comes round.
""",
    date(2026, 3, 10),
    author="Sam Okafor",
    deal="Bayview",
    roster=(KnownPerson(("Dana Ruiz", "Dana"), "CFO"),),
)
SECRETS = ("Dana", "Ruiz", "Lena", "Ortiz", "Bayview", "Okafor", "555-0142", "bayview.org")
SHORT = 0.8


def person(name: str | None, stance: str, quote: str, **more: object) -> dict[str, Any]:
    return (
        {"name": name, "title": None, "function": None, "side": "buyer", "roles": [], "stance": stance}
        | {"quote": quote}
        | more
    )


GOOD: dict[str, Any] = {
    "people": [
        person(
            "Dana Ruiz", "concerned", "Dana won't sign until she sees the ROI model", title="CFO", function="finance"
        ),
        person("Lena Ortiz", "committed", "told her department heads to get on board", title="CMO", roles=["champion"]),
    ],
    "concerns": [
        {"holder": "Dana Ruiz", "topic": "budget_roi", "status": "raised", "blocking": True}
        | {"quote": "Dana won't sign until she sees the ROI model"}
    ],
    "next_steps": [
        {"action": "Send the ROI model", "owner": None, "side": "us", "due": "2026-03-13", "due_text": "by Friday"}
        | {"quote": "I will send the ROI model by Friday"}
    ],
    "signals": [{"kind": "ehr", "detail": "Epic", "quote": "They run Epic"}],
    "views": [{"person": "Dana Ruiz", "stance": "supportive", "quote": "My gut is Dana comes round"}],
}


class Plain:
    """A built-in reader that finds nothing."""

    version = "plain-1"

    def read(self, note: NoteText) -> Reading:
        return Reading(note.on, reader=self.version)


@pytest.fixture(scope="module")
def server() -> Iterator[FakeOpenAI]:
    """One server, used once: the first call through a client imports and connects for a second."""
    with FakeOpenAI(tool_call(GOOD)) as running:
        reader_of(running, 30.0).read(NOTE)
        yield running


@pytest.fixture
def serve(server: FakeOpenAI) -> Callable[..., FakeOpenAI]:
    return server.play


def reader_of(server: FakeOpenAI, seconds: float = 10.0, *, key: str = KEY, baa: bool = False) -> ModelReader:
    model = open_model("openai:stand-in", server.base_url, key)
    egress = Egress(model, lambda words: words, Terms(baa=baa, seconds=seconds))
    return ModelReader(egress, load_prompt("read_note"), "openai:stand-in")


def masked(answer: object) -> Callable[[dict[str, Any]], Reply]:
    """The same answer as a model gives it that saw the masked note alone."""

    def reply(asked: dict[str, Any]) -> Reply:
        words = asked["messages"][-1]["content"]
        dana, lena = re.search(r"Call with (P\d+\w*) \(CFO\) and Dr\. (P\d+\w*),", words).groups()  # type: ignore[union-attr]
        short, she = re.search(r"(P\d+\w*) won't", words), re.search(r"(P\d+\w*) loves", words)
        assert short
        assert she
        raw = json.dumps(answer).replace("Dana Ruiz", dana).replace("Lena Ortiz", lena)
        return tool_call(raw.replace("Dana", short.group(1)).replace("Lena", she.group(1)))

    return reply


def assert_read(reading: Reading) -> None:
    dana, lena = reading.people
    assert (dana.name, dana.title, dana.function, dana.stance) == (
        "Dana Ruiz",
        "CFO",
        Function.FINANCE,
        Stance.CONCERNED,
    )
    assert (lena.name, lena.stance, sorted(lena.roles)) == ("Lena Ortiz", Stance.COMMITTED, [BuyingRole.CHAMPION])
    assert [(one.holder, one.topic, one.blocking) for one in reading.concerns] == [
        ("Dana Ruiz", ConcernTopic.BUDGET_ROI, True)
    ]
    assert [(one.due, one.due_text) for one in reading.next_steps] == [(date(2026, 3, 13), "by Friday")]
    assert [one.detail for one in reading.signals] == ["Epic"]
    assert [one.person for one in reading.views] == ["Dana Ruiz"]
    assert_quoted(reading)


def assert_quoted(reading: Reading) -> None:
    assert all(NOTE.text[one.span.start : one.span.end] == one.span.quote for one in reading.statements)


def in_prose(answer: object) -> str:
    return f"Here is what I found:\n{json.dumps(answer)}\nAnything else?"


@pytest.mark.parametrize(
    "reply",
    [
        masked(GOOD),
        tool_call(GOOD),
        text(json.dumps(GOOD)),
        text(f"```json\n{json.dumps(GOOD, indent=1)}\n```"),
        text(in_prose(GOOD)),
        text(json.dumps({"name": "record_reading", "arguments": GOOD})),
    ],
    ids=["masked tool call", "clear tool call", "JSON body", "fenced", "in prose", "call as text"],
)
def test_every_form_of_a_good_answer_is_read(serve: Callable[..., FakeOpenAI], reply: Script) -> None:
    server = serve(reply)
    reading = reader_of(server).read(NOTE)
    assert_read(reading)
    assert reading.reader.startswith("model:openai:stand-in@")
    assert len(server.sent) == 1
    assert not server.refused


def test_no_name_mail_or_number_of_the_note_leaves(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(text("nothing"), tool_call(GOOD))
    assert_read(reader_of(server).read(NOTE))
    assert len(server.sent) == 2
    for body in server.sent:
        assert not [secret for secret in SECRETS if secret.casefold() in body.decode().casefold()]
    words = server.asked[0]["messages"][-1]["content"]
    assert "(CFO)" in words
    assert "They run Epic" in words
    assert "Numeric dates are month/day." in words


def test_up_to_five_lessons_leave_as_lines_without_a_name(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(masked(GOOD))
    taught = (
        a_lesson(LessonKind.STANCE, "Dana won't sign until she sees the budget", "neutral", "concerned"),
        a_lesson(LessonKind.NO_CONCERN, "Dr. Lena Ortiz asked for the price", "none", "budget_roi"),
        a_lesson(LessonKind.TOPIC, "Price it per bed at Bayview", "reimbursement", "budget_roi"),
        a_lesson(LessonKind.HOLDER, "until she sees the ROI model", "Dana Ruiz", "Ola Quist"),
        a_lesson(LessonKind.HOLDER, "by Friday", "Lena Ortiz", None),
        a_lesson(LessonKind.ALIAS, "wholly other words", "Dana Ruiz", None),
    )
    assert_read(reader_of(server).read(replace(NOTE, lessons=taught)))

    words = server.asked[0]["messages"][-1]["content"]
    assert not [secret for secret in (*SECRETS, "Ola", "Quist") if secret.casefold() in words.casefold()]
    told = [line for line in words.splitlines() if line.startswith('- "')]
    assert [re.sub(r"P\d+\w*|ORG\d+\w*|N\d+\w*", "_", line) for line in told] == [
        '- "by Friday": holder _, not nobody',
        '- "until she sees the ROI model": holder _, not _',
        '- "Price it per bed at _": topic reimbursement, not budget_roi',
        '- "_ won\'t sign until she sees the budget": stance neutral, not concerned',
        '- "Dr. _ asked for the price": no concern, least of all budget_roi',
    ]


def test_a_name_that_a_person_gave_somebody_is_told_masked(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(masked(GOOD))
    reader_of(server).read(replace(NOTE, roster=(KnownPerson(("Dana Ruiz", "Dr R")),)))

    words = server.asked[0]["messages"][-1]["content"]
    assert re.search(r"^- P\d+ = (?:Dr )?P\d+\w+, title not known, side buyer$", words, re.MULTILINE)


def a_lesson(kind: LessonKind, words: str, after: str, before: str | None) -> Lesson:
    return Lesson(kind, before, after, Span(words, 0, len(words)))


def test_the_tool_offered_has_the_shape_of_the_guide_without_offsets(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(tool_call(GOOD))
    reader_of(server).read(NOTE)
    [tool] = server.asked[0]["tools"]
    shape = tool["function"]["parameters"]["properties"]
    assert tool["function"]["name"] == "record_reading"
    assert list(shape) == ["people", "concerns", "next_steps", "signals", "views"]
    assert not {"start", "end"} & shape["people"]["items"]["properties"].keys()


HALF = json.dumps(GOOD)[: len(json.dumps(GOOD)) // 2]
HUGE = json.dumps(GOOD | {"filler": "x" * 1_000_000})
INVENTED = {
    "people": [person("Pavel Kowalski", "opposed", "Pavel Kowalski hates it")],
    "concerns": [{"holder": "Pavel Kowalski", "topic": "other", "quote": "he will never sign"}],
}
DEEP = '{"people":' + "[" * 100_000


@pytest.mark.parametrize(
    ("reply", "fault", "calls"),
    [
        (Reply(b"{}", late=5.0), Fault.LATE, 1),
        (Reply(b" " * 10_000, drip=0.02), Fault.LATE, 1),
        (failure(429, retry_after="30"), Fault.BUSY, 1),
        (failure(429, retry_after="0"), Fault.BUSY, 2),
        (failure(500), Fault.UNREACHABLE, 2),
        (failure(503), Fault.BUSY, 2),
        (failure(400), Fault.TURNED_DOWN, 1),
        (text(None, refusal="I cannot help with that."), Fault.DECLINED, 1),
        (text("", finish="content_filter"), Fault.DECLINED, 1),
        (text("I am sorry, Dave."), Fault.UNREADABLE, 2),
        (tool_call(HALF), Fault.UNREADABLE, 2),
        (text(HALF), Fault.UNREADABLE, 2),
        (text(HUGE), Fault.UNREADABLE, 2),
        (tool_call(HUGE), Fault.UNREADABLE, 2),
        (text(DEEP), Fault.UNREADABLE, 2),
        (text("[1, NaN, null]"), Fault.UNREADABLE, 2),
        (tool_call({"people": "everyone", "concerns": 7}), Fault.UNREADABLE, 2),
        (tool_call(INVENTED), Fault.UNREADABLE, 2),
        (text(""), Fault.UNREADABLE, 2),
        (Reply(b"<html>gateway</html>", headers={"Content-Type": "text/html"}), Fault.UNREADABLE, 2),
        (Reply(b'{"choices": null}'), Fault.UNREADABLE, 2),
        (Reply(b'{"object": "chat.completion", "choices": []}'), Fault.UNREADABLE, 2),
        (Reply(b'{"cho'), Fault.UNREADABLE, 2),
    ],
    ids=[
        *("time-out", "drip", "429 for long", "429 at once", "500", "503", "400", "refusal", "content filter", "prose"),
        *("half a call", "half a body", "1 MB of text", "1 MB of call", "deep", "no object", "wrong types", "invented"),
        *("empty", "HTML", "null choices", "no choices", "half a response"),
    ],
)
def test_every_fault_falls_back_in_time_and_says_so(
    serve: Callable[..., FakeOpenAI], reply: Reply, fault: Fault, calls: int
) -> None:
    server = serve(reply)
    late = fault is Fault.LATE
    reader = reader_of(server, SHORT if late else 5.0)
    began = time.monotonic()
    reading = FallbackReader(reader, Plain()).read(NOTE)
    assert time.monotonic() - began < (SHORT + 1.5 if late else 5.0)
    assert fell_back(reading.reader)
    assert reading.reader == f"plain-1 instead of {reader.version} ({fault})"
    assert len(server.sent) == calls


def test_a_dripping_connection_is_cut(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(Reply(b" " * 100_000, drip=0.01))
    with pytest.raises(ModelFault, match="did not answer in time"):
        reader_of(server, SHORT).read(NOTE)
    assert server.cut.wait(5.0)


def test_a_wrong_key_is_told(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(tool_call(GOOD))
    with pytest.raises(ModelFault, match="check its name, address and key"):
        reader_of(server, key="wrong").read(NOTE)
    assert server.refused == ["no or wrong key"]


def test_nobody_listening_is_told() -> None:
    with FakeOpenAI(tool_call(GOOD)) as server:
        reader = reader_of(server, 5.0)
    with pytest.raises(ModelFault, match="cannot be reached"):
        reader.read(NOTE)


def test_one_bad_item_does_not_spoil_the_rest(serve: Callable[..., FakeOpenAI]) -> None:
    poor = GOOD | {
        "people": [
            *GOOD["people"],
            person("Pavel Kowalski", "opposed", "They run Epic"),
            "Dana",
            person(None, "sad", ""),
        ],
        "signals": [*GOOD["signals"], {"kind": "weather", "detail": "rain", "quote": "They run Epic"}],
    }
    server = serve(tool_call(poor))
    examined = reader_of(server).examine(NOTE)
    assert_read(examined.reading)
    assert examined.flaws == {
        FlawKind.INVENTED_NAME: 1,
        FlawKind.SHAPE: 1,
        FlawKind.VALUE: 2,
        FlawKind.NOT_QUOTED: 1,
    }
    assert len(server.sent) == 1


def test_what_was_wrong_is_told_once_and_the_better_answer_counts(serve: Callable[..., FakeOpenAI]) -> None:
    bad = {"people": [person("Dana Ruiz", "opposed", "Dana said it is a hard no")]}
    server = serve(tool_call(bad), tool_call(GOOD))
    assert_read(reader_of(server).read(NOTE))
    told = server.asked[1]["messages"][-1]["content"]
    assert "people[0]: not copied from the note" in told
    assert "hard no" in told
    assert "Dana" not in told


def test_a_retry_waits_as_long_as_the_service_asks(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(failure(429, retry_after="1"), tool_call(GOOD))
    began = time.monotonic()
    assert_read(reader_of(server, 5.0).read(NOTE))
    assert time.monotonic() - began >= 1.0


def test_an_empty_reading_is_a_good_answer(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(tool_call({"people": [], "concerns": [], "next_steps": [], "signals": [], "views": []}))
    assert reader_of(server).read(NOTE).statements == ()
    assert len(server.sent) == 1


def test_an_empty_note_asks_nobody(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(tool_call(GOOD))
    assert reader_of(server).read(NoteText(" \n", date(2026, 3, 10))).statements == ()
    assert not server.sent


def test_a_name_of_the_examples_is_a_leak(serve: Callable[..., FakeOpenAI]) -> None:
    leak = person("Zebulon Quartz", "supportive", "Lena loves it")
    server = serve(tool_call(GOOD | {"people": [*GOOD["people"], leak]}))
    examined = reader_of(server).examine(NOTE)
    assert_read(examined.reading)
    assert examined.flaws == {FlawKind.LEAKED: 1}


def test_a_note_that_may_tell_of_a_patient_stays_here_unless_the_provider_may_see_it(
    serve: Callable[..., FakeOpenAI],
) -> None:
    server = serve(tool_call({"people": []}))
    note = NoteText("Pilot hiccup: patient Harlan Voss was admitted 3/4 and got no alert.", date(2026, 3, 10))
    with pytest.raises(ModelFault, match="not sent"):
        reader_of(server).read(note)
    assert not server.sent
    reader_of(server, baa=True).read(note)
    assert len(server.sent) == 1


def test_a_long_note_is_read_in_parts_and_put_together(serve: Callable[..., FakeOpenAI]) -> None:
    filler = "We talked about the weather and the drive for a while, nothing else. " * 60
    note = NoteText(filler + "\n" + NOTE.text + "\n" + filler + "\nThey run Epic.\n" + filler, NOTE.on)

    server = serve(lambda asked: tool_call(GOOD if "I will send" in str(asked) else {"people": []}))
    reading = reader_of(server).read(note)
    assert len(server.sent) >= 3
    assert [one.name for one in reading.people] == ["Dana Ruiz", "Lena Ortiz"]
    assert len(reading.next_steps) == 1
    assert all(note.text[one.span.start : one.span.end] == one.span.quote for one in reading.statements)


def test_a_model_that_knows_no_tools_answers_in_json() -> None:
    model = FakeListChatModel(responses=[json.dumps(GOOD)])
    egress = Egress(model, lambda words: words, Terms())
    assert_read(ModelReader(egress, load_prompt("read_note"), "fake:list").read(NOTE))


def test_the_redactor_sees_every_note_before_it_leaves(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(tool_call(GOOD))
    model = open_model("openai:stand-in", server.base_url, KEY)
    egress = Egress(model, lambda words: words.replace("head of", "[gone]").replace("Epic", "[gone]"), Terms())
    ModelReader(egress, load_prompt("read_note"), "openai:stand-in").read(NOTE)
    words = server.asked[0]["messages"][-1]["content"]
    assert "They run [gone]" in words


def test_the_deadline_covers_what_is_made_of_the_answer(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(tool_call(GOOD))
    ticks = iter([0.0, 0.0])
    model = open_model("openai:stand-in", server.base_url, KEY)
    egress = Egress(model, lambda words: words, Terms(clock=lambda: next(ticks, 99.0)))
    with pytest.raises(ModelFault, match="in time"):
        ModelReader(egress, load_prompt("read_note"), "openai:stand-in").read(NOTE)


def test_a_model_that_keeps_failing_is_left_alone(serve: Callable[..., FakeOpenAI]) -> None:
    server = serve(failure(500))
    reader = reader_of(server, 5.0)
    for _ in range(5):
        with pytest.raises(ModelFault, match="cannot be reached"):
            reader.read(NOTE)
    with pytest.raises(ModelFault, match="left alone"):
        reader.read(NOTE)
    assert len(server.sent) == 10


def test_nothing_of_a_note_or_an_answer_is_logged(
    serve: Callable[..., FakeOpenAI], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server = serve(text("a poor answer"), tool_call(GOOD))
    reader_of(server).read(NOTE)
    logged = caplog.text.casefold()
    assert "1 parts" in logged
    assert not [words for words in (*SECRETS, "roi model", "poor answer", "they run") if words.casefold() in logged]


def test_tracing_by_the_environment_sends_nothing(
    serve: Callable[..., FakeOpenAI], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    server = serve(tool_call(GOOD))
    for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
        monkeypatch.setenv(name, "true")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", server.base_url)
    monkeypatch.setenv("LANGSMITH_API_KEY", "lsv2_x")
    forget = cast(Any, get_env_var).cache_clear
    forget()
    request.addfinalizer(forget)
    reader_of(server).read(NOTE)
    wait_for_all_tracers()
    assert len(server.sent) == 1
    assert not server.refused
