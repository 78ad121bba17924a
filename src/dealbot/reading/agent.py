"""A LangChain agent that answers a question with tools; imports LangChain's agents: only when a question needs one."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from langchain.agents import create_agent
from langchain.agents.middleware import (
    AgentMiddleware,
    ModelCallLimitMiddleware,
    ModelFallbackMiddleware,
    ToolCallLimitMiddleware,
)
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.runnables import RunnableConfig
from langchain_core.tools import StructuredTool
from langsmith import tracing_context

from dealbot.prompts import Prompt
from dealbot.reading.breaker import Breaker
from dealbot.reading.consulting import Consultation, Tool
from dealbot.reading.deadline import Deadline, run_all
from dealbot.reading.egress import Terms, refused
from dealbot.reading.faults import Fault, ModelFault, fault_of
from dealbot.reading.outgoing import Outgoing, Redact

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_MOST_CALLS, _MOST_LOOKS = 6, 8
# One look-up after the other, so that the same calls always find the same in the same order.
_CONFIG: RunnableConfig = {"callbacks": [], "max_concurrency": 1, "recursion_limit": 100}
_log = logging.getLogger(__name__)


class Agent:
    """Answers questions with look-ups, within a deadline; what leaves has passed `Outgoing`."""

    def __init__(
        self, models: "Sequence[BaseChatModel]", prompt: Prompt, redact: Redact, breaker: Breaker, terms: Terms
    ) -> None:
        """Take open models, the next one for when one refuses the call, and what a reader of notes takes."""
        self._model, *self._others = models
        self._prompt = prompt
        self._redact = redact
        self._breaker = breaker
        self._terms = terms

    def consult(self, consultation: Consultation) -> str:
        """Give the agent's last words in clear, empty where a tool ended it; raises ModelFault."""
        if not self._breaker.allows():
            raise ModelFault(Fault.RESTING)
        deadline = Deadline(self._terms.seconds, self._terms.clock)
        out = Outgoing([consultation.inputs], consultation.known, self._redact, baa=self._terms.baa)
        [outcome] = run_all([self._run(consultation.tools, out)], deadline)
        fault = _fault(outcome)
        self._breaker.report(ended_well=fault is None or not fault.of_the_service)
        if fault is not None:
            _log.info("the model was of no use for a question: %s", fault.fault)
            raise fault
        return out.names.restore(_words(outcome))

    async def _run(self, tools: Sequence[Tool], out: Outgoing) -> object:
        system, user = self._prompt.render(out.parts[0])
        bounds: list[AgentMiddleware[Any, Any, Any]] = [
            ModelCallLimitMiddleware(run_limit=_MOST_CALLS),
            ToolCallLimitMiddleware(run_limit=_MOST_LOOKS),
        ]
        bounds += [ModelFallbackMiddleware(*self._others)] if self._others else []
        offered = [_offered(tool, out) for tool in tools]
        agent = create_agent(self._model, offered, system_prompt=system, middleware=bounds)
        _log.info("asking a model a question: %d characters", len(user))
        # Tracing by environment variable would send the same words elsewhere, past every check made here.
        with tracing_context(enabled=False):
            return await agent.ainvoke({"messages": [HumanMessage(user)]}, config=_CONFIG)


def _offered(tool: Tool, out: Outgoing) -> StructuredTool:
    """A tool that is called with the names the model was given, and tells with such names."""

    def look(**given: object) -> str:
        clear = {name: out.names.restore(value) if isinstance(value, str) else value for name, value in given.items()}
        told = tool.look(tool.arguments.model_validate(clear))
        return "\n".join(out.more(told.lines, told.known)) or "nothing found"

    return StructuredTool.from_function(
        look,
        name=tool.name,
        description=tool.arguments.__doc__ or "",
        args_schema=tool.arguments,
        return_direct=tool.ends,
    )


def _fault(outcome: object) -> ModelFault | None:
    if isinstance(outcome, ModelFault):
        return outcome
    if isinstance(outcome, BaseException):
        return ModelFault(fault_of(outcome))
    last = _last(outcome)
    return ModelFault(Fault.DECLINED) if isinstance(last, AIMessage) and refused(last) else None


def _words(outcome: object) -> str:
    last = _last(outcome)
    return str(last.text) if isinstance(last, AIMessage) else ""


def _last(outcome: Any) -> object:  # noqa: ANN401 - the state of an agent is a mapping of LangChain's
    return outcome["messages"][-1]
