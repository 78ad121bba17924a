"""What an answer to a guide's question is graded by: the same as its card to recall."""

from dealbot.domain.knowledge import Question, plain
from dealbot.domain.practice.recall import marked_by, model_answer
from dealbot.domain.practice.rubric import Rubric


def rubric_of(question: Question) -> Rubric:
    """The behaviours of the model answer and what the guide warns of; no points where it tells but a story."""
    points, pitfalls = marked_by(question)
    return Rubric(plain(question.text), points, pitfalls, plain(model_answer(question)))
