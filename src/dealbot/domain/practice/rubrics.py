"""What an answer to a guide's question is graded by, taken from the parts of the guide's own answer."""

from dealbot.domain.knowledge import PartKind, Question, plain
from dealbot.domain.practice.points import key_points
from dealbot.domain.practice.rubric import Rubric

# What the model answer is: the first of these kinds that the question has.
_ANSWERS = (
    (PartKind.ANSWER,),
    (PartKind.REASONING, PartKind.BEST_PRACTICE),
    (PartKind.EXAMPLE, PartKind.ALTERNATIVE),
)


def rubric_of(question: Question) -> Rubric:
    """The behaviours of the model answer and the pitfalls that the guide warns of; no points where it has neither."""
    kinds = next((kinds for kinds in _ANSWERS if any(question.of(kind) for kind in kinds)), ())
    reference = "\n".join(part.span.quote for kind in kinds for part in question.of(kind))
    pitfalls = tuple(plain(part.span.quote) for part in question.of(PartKind.PITFALL))
    return Rubric(plain(question.text), key_points(reference), pitfalls, plain(reference))
