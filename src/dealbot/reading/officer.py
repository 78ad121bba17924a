"""An officer's voice: the script's own, or a chat model that words what the script has them do, within guard rails.

A model sees the talk, the concern and what its line should come to, never the key points or the guide's answer.
Whatever it does wrong, the script's line is said.
"""

import re
from collections.abc import Iterator, Sequence

from pydantic import BaseModel, Field, ValidationError

from dealbot.domain.practice.role_play import SCRIPTED, Beat, Reply, Turn
from dealbot.domain.practice.scene import Scene
from dealbot.errors import ModelUnavailable
from dealbot.prompts import Prompt
from dealbot.reading.answer import Answer, objects_in
from dealbot.reading.egress import Egress, Judgement, Task
from dealbot.reading.lexicon.names import capital_first_names, first_names
from dealbot.reading.namelike import names_in
from dealbot.reading.pseudonyms import Known, Pseudonyms

LONGEST = 320
_FREE = 5
_SHOWN = 2_000
_TASKS = {
    Beat.PRESS: "It takes up what was said, then presses on what is still open.",
    Beat.PITFALL: "It shows that what was said makes things worse, and asks for something else.",
    Beat.TEST: "It takes up the good answer and tests it harder.",
    Beat.BACK: "It answers or puts off the question, and hands the word back.",
    Beat.CLOSE: "It closes the talk as this officer would.",
}
_OUT_OF_ROLE = re.compile(
    r"\b(?:role[- ]?play\w*|as an ai|language model|chatbot|ai assistant|trainee|rubric|key points?|full marks"
    r"|points? out of|grad(?:e|ed|ing)|scor(?:e|ed|ing)|feedback|well done|practi[cs]e session|prompt|instructions)\b",
    re.IGNORECASE,
)
_STAND_IN = re.compile(r"\b(?:P|N|ORG|PHONE|LINK)\d+[a-z]?\b")
_FIGURE = re.compile(r"\d+")
_LABEL = re.compile(r"^\s*(?:\*\*)?[A-Z][\w/ ]{1,30}:(?:\*\*)?\s+")


class Line(BaseModel):
    """Say the officer's next line."""

    line: str = Field(min_length=1)


class ScriptedVoice:
    """An OfficerVoice that says what the script says."""

    @property
    def answers(self) -> int:
        """As many as the script is made for."""
        return SCRIPTED

    def say(self, scene: Scene, turns: Sequence[Turn], script: Reply) -> str:
        """The script's line."""
        del scene, turns
        return script.text


class ModelVoice:
    """An OfficerVoice on a chat model; never raises for what the model does."""

    def __init__(self, egress: Egress, prompt: Prompt) -> None:
        """Take the way out to the model, and the prompt."""
        self._egress = egress
        self._prompt = prompt

    @property
    def answers(self) -> int:
        """More than the script's, as long as something is open."""
        return _FREE

    def say(self, scene: Scene, turns: Sequence[Turn], script: Reply) -> str:
        """The model's line where it keeps to the rules, else the script's."""
        if script.beat not in _TASKS:
            return script.text
        inputs = inputs_of(scene, turns, script)
        allowed = f"{inputs['talk']}\n{inputs['concern']}\n{inputs['gist']}"

        def judge(_number: int, answer: Answer, names: Pseudonyms) -> Judgement[str]:
            said = next(_lines(answer), None)
            if said is None:
                return Judgement(None, 0, ("the tool was not called",))
            line = _LABEL.sub("", " ".join(names.restore(said).split())).strip('"“” ')
            flaws = tuple(_flaws(line, allowed))
            return Judgement(None if flaws else line, 0, flaws)

        try:
            (line,) = self._egress.ask(Task(self._prompt, [inputs], _known(scene), Line), judge)
        except ModelUnavailable:
            return script.text
        return line


def inputs_of(scene: Scene, turns: Sequence[Turn], script: Reply) -> dict[str, str]:
    """What the prompt is filled in with, in clear: only egress may send it."""
    talk = [f"Officer: {scene.opening}"]
    for turn in turns:
        talk += [f"Seller: {turn.said[:_SHOWN]}", *([f"Officer: {turn.reply.text}"] if turn.reply else [])]
    return {
        "officer": scene.officer.words,
        "concern": scene.concern,
        "task": _TASKS.get(script.beat, ""),
        "gist": script.text,
        "talk": "\n".join(talk),
        "longest": str(LONGEST),
    }


def _known(scene: Scene) -> Known:
    if scene.deal is None:
        return Known(first_names=first_names() | capital_first_names())
    holder, deal = scene.deal.holder, scene.deal.deal_name
    return Known(((holder,),), ((deal,),), first_names() | capital_first_names())


def _flaws(line: str, allowed: str) -> Iterator[str]:
    """What is wrong with a line: its length, a word out of the role, or something that was not told."""
    if not 0 < len(line) <= LONGEST:
        yield f"the line is empty or longer than {LONGEST} characters"
    if _OUT_OF_ROLE.search(line):
        yield "the line leaves the role"
    if set(_FIGURE.findall(line)) - set(_FIGURE.findall(allowed)):
        yield "the line has a figure that the talk does not hold"
    told = allowed.casefold()
    if _STAND_IN.search(line) or any(name.text.casefold() not in told for name in names_in(line)):
        yield "the line names somebody or something that the talk does not name"


def _lines(answer: Answer) -> Iterator[str]:
    written = (each for text in (*filter(_is_text, answer.calls), answer.text) for each in objects_in(str(text)))
    for value in (*(call for call in answer.calls if not _is_text(call)), *written):
        try:
            yield Line.model_validate(value).line
        except ValidationError:
            continue


def _is_text(call: object) -> bool:
    return isinstance(call, str)
