"""Marks an answer with a chat model: it tells which points are shown and where, code finds the words and the score."""

from dealbot.domain.note import storable
from dealbot.domain.practice.mark import Mark
from dealbot.domain.practice.marking import Weighed, rating_of, share_of
from dealbot.domain.practice.rubric import Rubric
from dealbot.prompts import Prompt
from dealbot.reading.align import Page
from dealbot.reading.answer import Answer
from dealbot.reading.egress import Egress, Judgement, Task
from dealbot.reading.grading.builtin import nothing_said
from dealbot.reading.grading.claims import GradedAnswer, claimed, feedback_of, pitfall_of, points_of
from dealbot.reading.grading.substance import says_something
from dealbot.reading.grading.windows import MOST_LETTERS
from dealbot.reading.lexicon.names import capital_first_names, first_names
from dealbot.reading.pseudonyms import Known, Pseudonyms

_NOTHING_TOLD = "the tool was not called with a list `points`"
_NOT_THERE = "point {}: its quote does not stand in the answer letter for letter"


class ModelGrader:
    """An AnswerGrader on a chat model; raises ModelUnavailable when the model is of no use."""

    def __init__(self, egress: Egress, prompt: Prompt, model: str) -> None:
        """Take the way out to the model, the prompt, and the model's name."""
        self._egress = egress
        self._prompt = prompt
        self._model = model

    @property
    def version(self) -> str:
        """The model's name and the version of the prompt."""
        return f"model:{self._model}@{self._prompt.version}"

    def grade(self, rubric: Rubric, answer: str) -> Mark:
        """Mark one answer; one in which there is nothing to mark is not sent."""
        if not rubric.points or not says_something(rubric.question, answer):
            return nothing_said(rubric, self.version)
        page = Page(answer)

        def judge(_number: int, said: Answer, names: Pseudonyms) -> Judgement[Mark]:
            told = claimed(said)
            return Judgement(None, 0, (_NOTHING_TOLD,)) if told is None else self._judged(told, rubric, page, names)

        known = Known((), (), first_names() | capital_first_names())
        (mark,) = self._egress.ask(Task(self._prompt, [_inputs(rubric, answer)], known, GradedAnswer), judge)
        return mark

    def _judged(self, told: GradedAnswer, rubric: Rubric, page: Page, names: Pseudonyms) -> Judgement[Mark]:
        points = points_of(told, rubric, page, names)
        pitfall = pitfall_of(told, rubric, page, names)
        rating = rating_of(points, Weighed(len(page.text.split()), pitfall))
        mark = Mark(share_of(points), rating, points, pitfall, self.version, feedback=feedback_of(told, names))
        shown = {number for number, point in enumerate(points, 1) if point.words is not None}
        lost = [each.id for each in told.points if each.met != "no" and each.id not in shown]
        return Judgement(mark, len(shown) - len(lost), tuple(_NOT_THERE.format(number) for number in lost))


def _inputs(rubric: Rubric, answer: str) -> dict[str, str]:
    """What the prompt is filled in with, in clear: only egress may send it."""
    return {
        "question": rubric.question or "not given",
        "points": _listed(rubric.points),
        "pitfalls": _listed(rubric.pitfalls) or "none",
        "answer": storable(answer[:MOST_LETTERS]),
    }


def _listed(texts: tuple[str, ...]) -> str:
    return "\n".join(f"{number}. {' '.join(text.split())}" for number, text in enumerate(texts, 1))
