"""Asks a model about a note: whatever is sent has passed `Outgoing`."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from langsmith import tracing_context
from pydantic import BaseModel

from dealbot.prompts import Prompt
from dealbot.reading.answer import Answer
from dealbot.reading.breaker import Breaker
from dealbot.reading.deadline import Clock, Deadline, run_all
from dealbot.reading.faults import Fault, ModelFault, fault_of, retry_after
from dealbot.reading.outgoing import Outgoing, Redact, clean
from dealbot.reading.pseudonyms import Known, Pseudonyms

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel, LanguageModelInput
    from langchain_core.messages import AIMessage
    from langchain_core.runnables import Runnable

Value = TypeVar("Value")
SECONDS = 20.0
_ATTEMPTS, _PARALLEL, _MAX_COMPLAINTS = 2, 8, 10
_REFUSED = frozenset({"content_filter", "refusal"})
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a model is asked: `baa`: its provider may see patients' data; `seconds` are for all of it."""

    baa: bool = False
    seconds: float = SECONDS
    clock: Clock = time.monotonic


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked: a prompt, one mapping of its inputs for every part, who is known in them, and the tool offered."""

    prompt: Prompt
    parts: Sequence[Mapping[str, str]]
    known: Known
    tool: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Judgement(Generic[Value]):
    """What an answer is worth: its value (None: of no use), a score, and what the model should do better."""

    value: Value | None
    score: int = 0
    complaints: tuple[str, ...] = ()


Judge = Callable[[int, Answer, Pseudonyms], Judgement[Value]]


@dataclass(slots=True)
class _Talk(Generic[Value]):
    """One part of a task with what has come of it so far."""

    number: int
    system: str
    user: str
    best: Judgement[Value] = field(default_factory=lambda: Judgement(None))
    fault: Fault = Fault.UNREADABLE
    pause: float = 0.0
    over: bool = False


class Egress:
    """Asks a chat model, and lets nothing out that could be kept in."""

    def __init__(
        self, model: "BaseChatModel", redact: Redact, terms: Terms | None = None, breaker: Breaker | None = None
    ) -> None:
        """Take an open model, how identifiers of patients are taken out, the terms, and a breaker that it shares."""
        self._model = model
        self._redact = redact
        self._terms = terms or Terms()
        self._breaker = breaker or Breaker(self._terms.clock)
        self._bound: dict[type[BaseModel], Runnable[LanguageModelInput, AIMessage]] = {}

    def ask(self, task: Task, judge: Judge[Value]) -> list[Value]:
        """Ask every part side by side, twice at most, within one deadline; a part without an answer is a ModelFault."""
        if not self._breaker.allows():
            raise ModelFault(Fault.RESTING)
        deadline = Deadline(self._terms.seconds, self._terms.clock)
        names, sent = self._prepare(task)
        talks: list[_Talk[Value]] = [_Talk(number, *words) for number, words in enumerate(sent)]
        model = self._with_tool(task.tool)
        for _ in range(_ATTEMPTS):
            going = [talk for talk in talks if not talk.over]
            gate = asyncio.Semaphore(_PARALLEL)
            outcomes = run_all([_call(model, talk, gate) for talk in going], deadline)
            for talk, outcome in zip(going, outcomes, strict=True):
                _hear(talk, outcome, _Hearing(judge, names, deadline))
        return self._values(talks)

    def _prepare(self, task: Task) -> tuple[Pseudonyms, list[tuple[str, str]]]:
        """Clean, redact, mask and check what is about to leave."""
        out = Outgoing(task.parts, task.known, self._redact, baa=self._terms.baa)
        sent = [task.prompt.render(part) for part in out.parts]
        _log.info("asking a model: %d parts, %d characters", len(sent), sum(len(user) for _, user in sent))
        return out.names, sent

    def _with_tool(self, tool: type[BaseModel]) -> "Runnable[LanguageModelInput, AIMessage]":
        """The model with the tool offered, made once; a model that knows no tools answers in JSON."""
        if tool not in self._bound:
            try:
                self._bound[tool] = self._model.bind_tools([tool])
            except NotImplementedError:
                self._bound[tool] = self._model
        return self._bound[tool]

    def _values(self, talks: "Sequence[_Talk[Value]]") -> list[Value]:
        values = [talk.best.value for talk in talks if talk.best.value is not None]
        fault = next((ModelFault(talk.fault) for talk in talks if talk.best.value is None), None)
        self._breaker.report(ended_well=fault is None or not fault.of_the_service)
        if fault is not None:
            _log.info("the model was of no use: %s", fault.fault)
            raise fault
        return values


@dataclass(frozen=True, slots=True)
class _Hearing(Generic[Value]):
    judge: Judge[Value]
    names: Pseudonyms
    deadline: Deadline


def _hear(talk: _Talk[Value], outcome: "AIMessage | BaseException", hearing: _Hearing[Value]) -> None:
    """Take an outcome into a talk: an answer is judged, an error decides whether asking again makes sense."""
    if isinstance(outcome, BaseException):
        talk.fault, talk.pause = fault_of(outcome), retry_after(outcome)
        hopeless = talk.fault in {Fault.LATE, Fault.TURNED_DOWN} or talk.pause >= hearing.deadline.left()
        talk.over = hopeless
    elif not hearing.deadline.left():
        talk.fault, talk.over = Fault.LATE, True
    elif refused(outcome):
        talk.fault, talk.over = Fault.DECLINED, True
    else:
        judged = hearing.judge(talk.number, _answer(outcome), hearing.names)
        if talk.best.value is None or (judged.value is not None and judged.score > talk.best.score):
            talk.best = judged
        talk.fault, talk.over = Fault.UNREADABLE, not judged.complaints
        talk.user += _told(judged.complaints, hearing.names)


def _told(complaints: Sequence[str], names: Pseudonyms) -> str:
    lines = [f"- {names.mask(clean(complaint))}\n" for complaint in complaints[:_MAX_COMPLAINTS]]
    return "".join(["\nYour first answer had these faults. Answer again, whole and without them:\n", *lines])


async def _call(
    model: "Runnable[LanguageModelInput, AIMessage]", talk: _Talk[Value], gate: asyncio.Semaphore
) -> "AIMessage":
    await asyncio.sleep(talk.pause)
    # Tracing by environment variable would send the same words elsewhere, past every check made here.
    async with gate:
        with tracing_context(enabled=False):
            return await model.ainvoke([("system", talk.system), ("human", talk.user)], config={"callbacks": []})


def _answer(message: "AIMessage") -> Answer:
    calls = [*(call["args"] for call in message.tool_calls), *(call["args"] for call in message.invalid_tool_calls)]
    return Answer(str(message.text), tuple(calls))


def refused(message: "AIMessage") -> bool:
    """Whether the model declined to answer."""
    told = message.response_metadata
    return bool(message.additional_kwargs.get("refusal")) or bool(
        {told.get("finish_reason"), told.get("stop_reason")} & _REFUSED
    )
