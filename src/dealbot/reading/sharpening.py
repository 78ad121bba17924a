"""A chat model in a search: makes a follow-up whole, and says which of the passages found answer best.

Whatever the model says wrong or not at all, the question and the order stay as they were.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel, Field, ValidationError

from dealbot.errors import ModelUnavailable
from dealbot.prompts import Prompt
from dealbot.reading.answer import Answer, objects_in
from dealbot.reading.egress import Egress, Judgement, Task
from dealbot.reading.pseudonyms import Known, Pseudonyms

_LONGEST = 400
_SHOWN = 1_200
_NOBODY = Known()


class Standalone(BaseModel):
    """Give the question as it would be asked alone."""

    question: str = Field(min_length=1, max_length=_LONGEST)


class BestFirst(BaseModel):
    """Give the numbers of the passages, the best first."""

    best_first: list[int] = Field(max_length=50)


Shape = TypeVar("Shape", bound=BaseModel)
Value = TypeVar("Value")


class ModelSharpener:
    """Asks a chat model; never raises for what the model does."""

    def __init__(self, egress: Egress, rewrite: Prompt, order: Prompt) -> None:
        """Take the way out to the model and the two prompts."""
        self._egress = egress
        self._rewrite = rewrite
        self._order = order

    def standalone(self, question: str, before: str) -> str:
        """The question made whole with the one before it; else itself."""
        inputs = {"question": question[:_LONGEST], "before": before[:_LONGEST]}
        return self._asked(
            self._rewrite, inputs, Standalone, lambda said, names: names.restore(said.question), question
        )

    def order(self, question: str, passages: Sequence[str]) -> Sequence[int]:
        """The places of all passages in the model's order, then those it leaves out; else as they are."""
        listed = "\n\n".join(f"[{number}] {text[:_SHOWN]}" for number, text in enumerate(passages, 1))
        asis = range(len(passages))
        inputs = {"question": question[:_LONGEST], "passages": listed}
        none: list[int] = []
        named = self._asked(
            self._order, inputs, BestFirst, lambda said, _: [each - 1 for each in said.best_first], none
        )
        return list(dict.fromkeys([*(place for place in named if place in asis), *asis]))

    def _asked(
        self,
        prompt: Prompt,
        inputs: Mapping[str, str],
        shape: type[Shape],
        take: Callable[[Shape, Pseudonyms], Value],
        otherwise: Value,
    ) -> Value:
        def judge(_number: int, answer: Answer, names: Pseudonyms) -> Judgement[Value]:
            said = next(_shaped(answer, shape), None)
            return (
                Judgement(take(said, names)) if said is not None else Judgement(None, 0, ("the tool was not called",))
            )

        try:
            (value,) = self._egress.ask(Task(prompt, [inputs], _NOBODY, shape), judge)
        except ModelUnavailable:
            return otherwise
        return value


def _shaped(answer: Answer, shape: type[Shape]) -> Iterator[Shape]:
    """What of an answer has the shape: the tool's arguments, or an object in the text."""
    written = (each for text in (*filter(_is_text, answer.calls), answer.text) for each in objects_in(str(text)))
    for value in (*(call for call in answer.calls if not _is_text(call)), *written):
        try:
            yield shape.model_validate(value)
        except ValidationError:
            continue


def _is_text(call: object) -> bool:
    return isinstance(call, str)
