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


def not_at_hand(question: Question, named: str, alike: Sequence[Policy], *, adds: bool) -> Answer:
    """Say that there is no note on a rule, how to get one for whoever `adds` notes or not, and what is named alike."""
    how = "Add one: dealbot policy add FILE." if adds else "Ask an analyst to add one."
    lines = [f"No note on {named} is at hand. {how}"]
    lines += ["Named alike:", *(f"• {named_policy(each)}" for each in alike[:_MOST])] if alike else []
    data = {"policies": [each.note.id for each in alike]}
    return Answer(question.intent, answered=False, text="\n".join(lines), data=data)
