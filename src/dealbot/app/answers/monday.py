"""What Monday shows: to a manager of everybody's deals; to whoever owns some, on Friday, to be mended."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dealbot.app.answer import Answer, Deal, Json, each_once
from dealbot.app.answers.across import not_looked_at
from dealbot.app.answers.mending import commits_unfunded, question_for
from dealbot.app.answers.moves import Move, in_words, since_monday, way_of
from dealbot.app.answers.queue import ARROWS
from dealbot.app.pipeline.rows import QUIET_DAYS
from dealbot.app.question import Question
from dealbot.app.terms_text import call_words
from dealbot.app.wording import counted, day, first_name, fitted, listed, money, quarter, weekday
from dealbot.domain.alignment import Standing
from dealbot.domain.deal import NextStep
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import Side

_WEEK = 7
_MOST = 3
_FEW = 2


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


def team_monday(question: Question, deals: Sequence[Deal], names: Mapping[str, str], passed: int = 0) -> Answer:
    """Tell a manager how these deals stand: belief beside evidence, and what would mend it; `names` are by user."""
    every = sorted((_Shown(deal, since_monday(deal)) for deal in deals), key=lambda shown: shown.order)
    if not every:
        return Answer(question.intent, answered=False, text="No open deals yet.", data={"deals": []})
    moved = [shown for shown in every if shown.moved]
    lines = [_line_of_owner(shown, names) for shown in moved] or ["Nothing moved since Monday."]
    asked = [question_for(shown.deal) for shown in every]
    tail = [_unheard_money(every), _late(every, by_owner=True), _too_little(every), not_looked_at(passed)]
    today = every[0].deal.state.as_of
    text = fitted([f"Forecast {weekday(today, today)} · {' · '.join(_counts(every, moved))}"], lines, tail)
    data: dict[str, Json] = {
        "deals": [_json(shown) for shown in every],
        "team": {"deals": len(every), "questions": sum(each is not None for each in asked)},
    }
    return Answer(question.intent, answered=True, text=text, data=data, sources=_sources(every))


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
    return f"Monday {day(coming, today)} will show {' · '.join(_counts(every, moved))}"


def _counts(every: Sequence[_Shown], moved: Sequence[_Shown]) -> list[str]:
    """How many deals and how much, how many moved, how many are quiet."""
    amount = sum(shown.deal.record.amount or 0 for shown in every)
    quiet = [shown for shown in every if shown.quiet]
    parts = [counted(len(every), "deal") + (f", {money(amount)}" if amount else ""), f"{len(moved)} moved"]
    return parts + ([f"{len(quiet)} quiet over {QUIET_DAYS} days"] if quiet else [])


def _line(shown: _Shown) -> str:
    return f"{_named(shown)}: {_call(shown, 'you say')}{in_words(shown.moved)}"


def _line_of_owner(shown: _Shown, names: Mapping[str, str]) -> str:
    """What the owner believes beside what was heard, with the day of what weighs most."""
    owner = shown.deal.record.owner
    teller = f"{first_name(names.get(owner, owner))} says" if owner else "called"
    on = next((move.evidence.on for move in shown.moved if move.evidence), None)
    when = f" ({day(on, shown.deal.state.as_of)})" if on else ""
    return f"{_named(shown)}: {_call(shown, teller)}{in_words(shown.moved, _FEW)}{when}"


def _named(shown: _Shown) -> str:
    record = shown.deal.record
    named = [shown.deal.name, *([money(record.amount)] if record.amount else [])]
    named += [quarter(record.quarter)] if record.quarter else []
    return f"{ARROWS[way_of(shown.moved)]} {' '.join(named)}"


def _call(shown: _Shown, teller: str) -> str:
    call = shown.deal.record.call
    return f"{teller} {call_words(call)}, " if call else ""


def _unheard_money(every: Sequence[_Shown]) -> str:
    """Deals called sure though whoever releases the money was never heard to agree."""
    names = [shown.deal.name for shown in every if commits_unfunded(shown.deal)]
    return f"Commit without a word from the money: {listed(names, _MOST, ', ')}" if names else ""


def _late(every: Sequence[_Shown], *, by_owner: bool = False) -> str:
    late = _late_steps(every)
    ours = [step for step in late if step.side is Side.US]
    owners = Counter(first_name(step.owner) if step.owner else "somebody" for step in ours)
    told = [f"{name} {count}" for name, count in sorted(owners.items(), key=lambda each: (-each[1], each[0]))]
    whose = f" ({listed(told, _MOST, ', ')})" if by_owner and ours else ""
    return f"Promises late: ours {len(ours)}{whose}, theirs {len(late) - len(ours)}" if late else ""


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
