"""The deals that a question over several is put to."""

from collections.abc import Mapping

from dealbot.app.question import Focus, Question
from dealbot.app.team import shown_on_monday
from dealbot.domain.principal import Principal
from dealbot.domain.record import DealRecord, Outcome


def all_meant(question: Question, records: Mapping[str, DealRecord], principal: Principal) -> tuple[str, ...]:
    """The deals a question is put to: those it names, else all that are open, the largest first.

    What rests is not reviewed; of Monday one's own count, unless one owns none and sees all.
    """
    if question.deals:
        return question.deals
    ended = {Outcome.WON, Outcome.LOST}
    match question.focus:
        case Focus.MONDAY:
            meant = shown_on_monday(records.values(), principal)
        case Focus.QUEUE:
            meant = tuple(record for record in records.values() if record.outcome is None)
        case _:
            meant = tuple(record for record in records.values() if record.outcome not in ended)
    return tuple(record.name for record in sorted(meant, key=lambda record: -(record.amount or 0)))
