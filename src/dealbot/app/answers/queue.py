"""The deals worth a review, ordered by what changed since each was reviewed last."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dealbot.app.answer import Answer, Deal, Json, each_once
from dealbot.app.answers.across import not_looked_at
from dealbot.app.answers.moves import Move, Way, in_words, moves, way_of
from dealbot.app.answers.review import as_reviewed, reviewed_on
from dealbot.app.question import Question
from dealbot.app.wording import counted, day, fitted, listed, money
from dealbot.domain.evidence import Evidence
from dealbot.domain.review import days_overdue

ARROWS: Mapping[Way, str] = {Way.DOWN: "\u2193", Way.UP: "\u2191", Way.ASIDE: "\u2022"}
_LIGHT = 9


@dataclass(frozen=True, slots=True)
class _Due:
    """A deal with what moved since its last review and how many days that is overdue."""

    deal: Deal
    moved: tuple[Move, ...]
    overdue: int

    @property
    def order(self) -> tuple[int, int, int, str]:
        """What changed the most first, then what waits longest."""
        weight = min((move.weight for move in self.moved), default=_LIGHT)
        return (weight, -len(self.moved), -self.overdue, self.deal.name.casefold())


def queue(question: Question, deals: Sequence[Deal], passed: int = 0) -> Answer:
    """List the deals by what changed since their last review; `passed` is how many were not looked at."""
    every = sorted((_due(deal) for deal in deals if deal.state.first_heard), key=lambda due: due.order)
    shown = [due for due in every if due.moved or due.overdue]
    same = [due.deal.name for due in every if due not in shown]
    if not every:
        text = "No deal is known yet, so there is nothing to review."
        return Answer(question.intent, answered=False, text=text, data={"deals": []})
    late = sum(1 for due in every if due.overdue)
    head = f"{counted(len(shown), 'deal')} to review{f', {late} overdue' if late else ''}, by what changed:"
    head = head if shown else "Nothing to review."
    tail = [f"Nothing changed: {listed(same, 5, ', ')}" if same else "", not_looked_at(passed)]
    text = fitted([head], [_line(due) for due in shown], tail)
    data: dict[str, Json] = {"deals": [_json(due) for due in shown]}
    return Answer(question.intent, answered=True, text=text, data=data, sources=_sources(every))


def _due(deal: Deal) -> _Due:
    on = reviewed_on(deal)
    return _Due(
        deal, moves(as_reviewed(deal), deal), days_overdue(on, deal.state.rhythm, deal.state.as_of) if on else 0
    )


def _line(due: _Due) -> str:
    record, reviews = due.deal.record, due.deal.state.reviews
    named = " ".join(part for part in (due.deal.name, money(record.amount) if record.amount else "") if part)
    what = in_words(due.moved) or "nothing changed"
    last = f"last {day(reviews[-1].on, due.deal.state.as_of)}" if reviews else "never reviewed"
    late = f", {counted(due.overdue, 'day')} overdue" if due.overdue else ""
    return f"{ARROWS[way_of(due.moved)]} {named}: {what} · {last}{late}"


def _json(due: _Due) -> dict[str, Json]:
    on = due.deal.state.reviews[-1].on if due.deal.state.reviews else None
    return {
        "deal": due.deal.name,
        "why": [move.text for move in due.moved],
        "last_review": on.isoformat() if on else None,
        "overdue_days": due.overdue,
    }


def _sources(every: Iterable[_Due]) -> tuple[Evidence, ...]:
    """The words of what moved, and of where the people of the deals stand."""
    dues = tuple(every)
    moved = (move.evidence for due in dues for move in due.moved if move.evidence)
    stand = (person.evidence for due in dues for person in due.deal.state.people)
    return each_once((*moved, *stand))
