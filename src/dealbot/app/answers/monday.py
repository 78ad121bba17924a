"""What Monday will show of somebody's deals, to be mended on Friday: what moved, is quiet, late, unheard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from dealbot.app.answer import Answer, Deal, Json, each_once
from dealbot.app.answers.across import not_looked_at
from dealbot.app.answers.moves import Move, in_words, since_monday, way_of
from dealbot.app.answers.queue import ARROWS
from dealbot.app.pipeline.rows import QUIET_DAYS
from dealbot.app.question import Question
from dealbot.app.wording import counted, day, fitted, listed, money, quarter
from dealbot.domain.alignment import Standing
from dealbot.domain.deal import NextStep
from dealbot.domain.evidence import Evidence
from dealbot.domain.record import Call
from dealbot.domain.stakeholder import Side

_WEEK = 7
_MOST = 3


@dataclass(frozen=True, slots=True)
class _Shown:
    """A deal with what moved in it since the Monday before."""

    deal: Deal
    moved: tuple[Move, ...]

    @property
    def quiet(self) -> bool:
        """Whether nobody was heard for so long that it will be said."""
        last = self.deal.state.last_heard
        return last is not None and (self.deal.state.as_of - last).days > QUIET_DAYS

    @property
    def order(self) -> tuple[int, str]:
        """What is worse first."""
        return min((move.weight for move in self.moved), default=9), self.deal.name.casefold()


def monday(question: Question, deals: Sequence[Deal], passed: int = 0) -> Answer:
    """Say what the next Monday will show of these deals, as it stands now; `passed` is how many were not looked at."""
    every = sorted((_Shown(deal, since_monday(deal)) for deal in deals), key=lambda shown: shown.order)
    if not every:
        text = "You own no open deal, so Monday shows nothing of yours."
        return Answer(question.intent, answered=False, text=text, data={"deals": []})
    moved = [shown for shown in every if shown.moved]
    lines = [_line(shown) for shown in moved] or ["Nothing moved since Monday."]
    tail = [_unheard_money(every), _late(every), _too_little(every), not_looked_at(passed)]
    tail.append("Mend it: log a note, or set right what is wrong.")
    text = fitted([_head(every, moved)], lines, tail)
    data: dict[str, Json] = {"deals": [_json(shown) for shown in every]}
    return Answer(question.intent, answered=True, text=text, data=data, sources=_sources(every))


def _head(every: Sequence[_Shown], moved: Sequence[_Shown]) -> str:
    today = every[0].deal.state.as_of
    coming = today + timedelta(days=_WEEK - today.weekday())
    amount = sum(shown.deal.record.amount or 0 for shown in every)
    quiet = [shown for shown in every if shown.quiet]
    parts = [f"Monday {day(coming, today)} will show {counted(len(every), 'deal')}"]
    parts[0] += f", {money(amount)}" if amount else ""
    parts.append(f"{len(moved)} moved")
    parts += [f"{len(quiet)} quiet over {QUIET_DAYS} days"] if quiet else []
    return " · ".join(parts)


def _line(shown: _Shown) -> str:
    record = shown.deal.record
    named = [shown.deal.name, *([money(record.amount)] if record.amount else [])]
    named += [quarter(record.quarter)] if record.quarter else []
    call = f"you say {record.call.value.replace('_', ' ')}, " if record.call else ""
    return f"{ARROWS[way_of(shown.moved)]} {' '.join(named)}: {call}{in_words(shown.moved)}"


def _unheard_money(every: Sequence[_Shown]) -> str:
    """Deals called sure though whoever releases the money was never heard to agree."""
    names = [shown.deal.name for shown in every if shown.deal.record.call is Call.COMMIT and not _paid_for(shown.deal)]
    return f"Commit without a word from the money: {listed(names, _MOST, ', ')}" if names else ""


def _paid_for(deal: Deal) -> bool:
    buyer = deal.alignment.economic_buyer
    return buyer is not None and buyer in deal.alignment.aligned


def _late(every: Sequence[_Shown]) -> str:
    late = _late_steps(every)
    ours = sum(1 for step in late if step.side is Side.US)
    return f"Promises late: ours {ours}, theirs {len(late) - ours}" if late else ""


def _late_steps(every: Sequence[_Shown]) -> list[NextStep]:
    return [s for shown in every for s in shown.deal.state.open_steps if s.overdue(shown.deal.state.as_of)]


def _too_little(every: Sequence[_Shown]) -> str:
    names = [s.deal.name for s in every if s.deal.alignment.standing is Standing.TOO_LITTLE_HEARD]
    return f"Too little heard: {listed(names, _MOST, ', ')}" if names else ""


def _json(shown: _Shown) -> dict[str, Json]:
    return {
        "deal": shown.deal.name,
        "why": [move.text for move in shown.moved],
        "way": way_of(shown.moved).value if shown.moved else None,
        "standing": shown.deal.alignment.standing.value,
        "call": shown.deal.record.call.value if shown.deal.record.call else None,
        "quiet": shown.quiet,
    }


def _sources(every: Sequence[_Shown]) -> tuple[Evidence, ...]:
    moved = (move.evidence for shown in every for move in shown.moved if move.evidence)
    late = (step.evidence for step in _late_steps(every))
    stand = (person.evidence for shown in every for person in shown.deal.state.people)
    return each_once((*moved, *late, *stand))
