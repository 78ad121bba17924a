"""A review held from the command line: looked at, and kept with what was decided."""

from collections.abc import Sequence
from datetime import date

from dealbot.app.answer import Answer, Deal
from dealbot.app.ask import Answering, Asked, answer_about, status_of
from dealbot.app.correct import correct
from dealbot.app.desk import Desk
from dealbot.app.question import Intent, Question
from dealbot.app.understand.people import people_in
from dealbot.app.words import words_of
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.principal import Principal


def look_back(desk: Desk, principal: Principal, answering: Answering, name: str, since: date | None) -> Answer:
    """Say what changed in a deal since a day or its last review; raises UnknownDeal, AmbiguousDeal."""
    question = Question("", Intent.REVIEW, name, since=since.isoformat() if since is not None else None)
    return answer_about(desk, principal, answering, Asked("", name), lambda _: question)


def hold(desk: Desk, principal: Principal, name: str, decisions: Sequence[str]) -> None:
    """Keep that a deal is reviewed today, with what is decided; raises UnknownDeal, AmbiguousDeal."""
    state = status_of(desk, principal, name, Asked("")).state
    held = any(review.on == state.as_of for review in state.reviews)
    pairs = [f"{CorrectedField.DECISION}={each.strip()}" for each in decisions if each.strip()]
    pairs += [] if held or pairs else [f"{CorrectedField.REVIEWED}=yes"]
    if pairs:
        correct(desk, principal, name, pairs)


def brief_for(desk: Desk, principal: Principal, answering: Answering, name: str, person: str | None) -> Answer:
    """Brief for a meeting with a person of a deal, or with the whole group; raises UnknownDeal, AmbiguousDeal."""

    def understood(deal: Deal) -> Question:
        if person is None:
            return Question("", Intent.BRIEF, deal.name)
        found = people_in(words_of(person), deal.state.people)
        keys = tuple(dict.fromkeys(key for someone in found for key in someone.keys))
        return Question(person, Intent.BRIEF, deal.name, people=keys, named=None if keys else person)

    return answer_about(desk, principal, answering, Asked("", name), understood)
