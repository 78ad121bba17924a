"""What a chat model claims of an answer, and what of it the answer's own words back."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import AliasChoices, BaseModel, BeforeValidator, Field, ValidationError

from dealbot.domain.evidence import Span
from dealbot.domain.practice.mark import PitfallMark, PointMark, PointState
from dealbot.domain.practice.rubric import Rubric
from dealbot.reading.align import Page
from dealbot.reading.answer import MAX_CHARACTERS, Answer, objects_in
from dealbot.reading.grading.asides import is_aside
from dealbot.reading.pseudonyms import Pseudonyms

_STATES = {"yes": PointState.MET, "partly": PointState.PARTLY, "no": PointState.MISSED}

_FEEDBACK = 400


def _number(value: object) -> object:
    """A number as it was meant: "2", "P2" and 2 are one; an object may wrap it as its id."""
    if isinstance(value, Mapping):
        return _number(value.get("id"))
    digits = re.search(r"\d{1,4}", value) if isinstance(value, str) else None
    return int(digits.group()) if digits else None if isinstance(value, str) else value


def _met(value: object) -> object:
    told = {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
    return told.strip().casefold() if isinstance(told, str) else told


def _words(value: object) -> object:
    return "" if value is None else value


class GradedPoint(BaseModel):
    """One key point: whether the answer shows it, and the words that do."""

    id: Annotated[int, BeforeValidator(_number)]
    met: Annotated[Literal["yes", "partly", "no"], BeforeValidator(_met)]
    quote: Annotated[str, BeforeValidator(_words)] = ""


class GradedAnswer(BaseModel):
    """Tell for every key point whether the answer shows it, with its words; and the pitfall that it does."""

    points: list[GradedPoint] = Field(max_length=40, validation_alias=AliasChoices("points", "key_points"))
    pitfall: Annotated[int | None, BeforeValidator(_number)] = Field(
        default=None, validation_alias=AliasChoices("pitfall", "pitfall_hit")
    )
    pitfall_quote: Annotated[str, BeforeValidator(_words)] = ""
    feedback: Annotated[str, BeforeValidator(_words)] = ""


def claimed(answer: Answer) -> GradedAnswer | None:
    """The first thing a model said that has the shape: the tool's arguments, or an object in its text."""
    return next(_shaped(answer), None)


def _shaped(answer: Answer) -> Iterator[GradedAnswer]:
    texts = [call for call in answer.calls if isinstance(call, str)]
    written = (each for text in (*texts, answer.text) if len(text) <= MAX_CHARACTERS for each in objects_in(text))
    for value in (*(call for call in answer.calls if not isinstance(call, str)), *written):
        inner = value["arguments"] if isinstance(value, Mapping) and "arguments" in value else value
        try:
            yield GradedAnswer.model_validate(inner)
        except ValidationError:
            continue


def points_of(said: GradedAnswer, rubric: Rubric, page: Page, names: Pseudonyms) -> tuple[PointMark, ...]:
    """Every key point as claimed, as far as its quote stands in the answer; what is not told of is missed."""
    told = {each.id: each for each in reversed(said.points)}
    return tuple(_point(point, told.get(number), page, names) for number, point in enumerate(rubric.points, 1))


def _point(point: str, claim: GradedPoint | None, page: Page, names: Pseudonyms) -> PointMark:
    words = quoted(claim.quote, page, names) if claim is not None and claim.met != "no" else None
    if claim is None or words is None:
        return PointMark(point, PointState.MISSED)
    return PointMark(point, _STATES[claim.met], words)


def pitfall_of(said: GradedAnswer, rubric: Rubric, page: Page, names: Pseudonyms) -> PitfallMark | None:
    """The pitfall as claimed, if there is one of that number and its quote stands in the answer."""
    if said.pitfall is None or not 1 <= said.pitfall <= len(rubric.pitfalls):
        return None
    words = quoted(said.pitfall_quote, page, names)
    return PitfallMark(rubric.pitfalls[said.pitfall - 1], words) if words is not None else None


def quoted(quote: str, page: Page, names: Pseudonyms) -> Span | None:
    """A quote's place in the answer, in whichever form of its names it stands there; none of words to the grader."""
    found = next((span for reading in names.readings(quote) if (span := page.find(reading)) is not None), None)
    return None if found is None or is_aside(page.text, found) else found


def feedback_of(said: GradedAnswer, names: Pseudonyms) -> str:
    """A word to the person, of bounded length, in one line."""
    return " ".join(names.restore(said.feedback).split())[:_FEEDBACK]
