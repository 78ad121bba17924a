"""What is answered where no note at hand is the rule that is asked about: it is published later, or unknown."""

from collections.abc import Sequence
from datetime import date

from dealbot.app.answer import Answer
from dealbot.app.policies.notes import Policy
from dealbot.app.policies.words import named_policy, standing
from dealbot.app.question import Question

_MOST = 4


def not_yet(question: Question, to_come: Sequence[Policy], day: date) -> Answer:
    """Say when the rules are published that are asked about before that day."""
    lines = [f"{named_policy(each)}: {standing(each, day)}" for each in to_come[:_MOST]]
    text = "\n".join([*lines, "Which deals it touches can be asked from that day on."])
    return Answer(question.intent, answered=False, text=text, data={"policies": [each.note.id for each in to_come]})
