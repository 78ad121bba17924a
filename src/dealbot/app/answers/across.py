"""One question put to several deals: those named side by side, or all where it is so, or is not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from dealbot.app.answer import Answer, Deal, Json, each_once
from dealbot.app.question import Intent, Question
from dealbot.app.wording import LONGEST, counted, fitted, listed
from dealbot.domain.evidence import Evidence

AnswerOf = Callable[[Question, Deal], Answer]
_MOST_NAMES = 4
_MOST_LINES = 3
# Where a deal answers a question whatever it holds, the list of its facts that must not be empty.
_LISTS: Mapping[Intent, str] = {
    Intent.CONCERNS: "open_concerns",
    Intent.NEXT_STEPS: "next_steps",
    Intent.ALIGNED: "aligned",
    Intent.TO_CONVINCE: "to_convince",
}
_LATELY_DAYS = 30


@dataclass(frozen=True, slots=True)
class _Told:
    """What one deal answers, and whether what is asked is so there."""

    deal: Deal
    answer: Answer
    holds: bool

    @property
    def lines(self) -> list[str]:
        """What is told of it, without its heading where it is a list."""
        lines = self.answer.text.splitlines()
        points = [line.removeprefix("• ") for line in lines if line.startswith("• ")]
        return points or lines[1:] or lines

    @property
    def why(self) -> str:
        """The first thing told, and how many more there are."""
        first, *more = self.lines
        return f"{first} (+{len(more)} more)" if more and self.holds else first

    def as_json(self) -> dict[str, Json]:
        """The deal with the facts of its answer."""
        return {"deal": self.deal.name, "why": self.why, "answered": self.answer.answered, **self.answer.data}


def side_by_side(question: Question, deals: Sequence[Deal], answer_of: AnswerOf) -> Answer:
    """Answer for each of the deals named, one after the other, so much of each as a phone shows of both."""
    told = [_told(question, deal, answer_of) for deal in deals]
    room = LONGEST // max(1, len(told))
    text = "\n".join(_block(each, room) for each in told)
    return _answer(question, told, told, text)


def everywhere(question: Question, deals: Sequence[Deal], answer_of: AnswerOf, passed: int = 0) -> Answer:
    """Answer with the deals where it is so (with `lacking`: is not); `passed` is how many were not looked at."""
    told = [_told(question, deal, answer_of) for deal in sorted(deals, key=_weight)]
    found = [each for each in told if each.holds is not question.lacking and _heard(each.deal)]
    silent = [each.deal.name for each in told if not _heard(each.deal)]
    tail = [f"Nothing heard yet: {listed(silent, _MOST_NAMES, ', ')}"] if silent else []
    tail += [not_looked_at(passed)] if passed else []
    if not found:
        text = "\n".join((f"None of {counted(len(told), 'deal')}, as far as the notes tell.", *tail))
        return _answer(question, (), told, text)
    lines = [f"• {each.deal.name}: {each.why}" for each in found]
    return _answer(question, found, told, fitted([f"{len(found)} of {counted(len(told), 'deal')}:"], lines, tail))


def not_looked_at(passed: int) -> str:
    """How many deals more there are; empty for none."""
    return f"{counted(passed, 'deal')} more not looked at: name them." if passed else ""


def _answer(question: Question, shown: Sequence[_Told], every: Sequence[_Told], text: str) -> Answer:
    sources = each_once(chain.from_iterable(each.answer.said or _last(each.deal) for each in shown or every))
    known = bool(sources) and any(each.answer.answered or question.everywhere for each in every)
    data: dict[str, Json] = {"deals": [each.as_json() for each in shown]}
    return Answer(question.intent, answered=known, text=text, data=data, sources=sources if known else ())


def _told(question: Question, deal: Deal, answer_of: AnswerOf) -> _Told:
    answer = answer_of(question, deal)
    return _Told(deal, answer, answer.answered and _holds(question, deal, answer))


def _holds(question: Question, deal: Deal, answer: Answer) -> bool:
    if question.intent is Intent.ROLES and question.role is not None:
        return any(question.role in person.roles for person in deal.state.committee if person.gone is None)
    if question.intent is Intent.ENGAGEMENT:
        last = [p.last_heard for p in deal.state.people if p.last_heard and _asked_for(question, p.function)]
        return any((deal.state.as_of - on).days <= _LATELY_DAYS for on in last)
    told = answer.data.get(_LISTS.get(question.intent, ""), True)
    return bool(told)


def _asked_for(question: Question, function: object) -> bool:
    return question.function is None or function is question.function


def _block(told: _Told, room: int) -> str:
    """So many lines of one deal's answer as there is room for, its name first."""
    first, *rest = told.answer.text.splitlines()
    lines = [first if told.deal.name in first else f"{told.deal.name}: {first}"]
    for line in rest[:_MOST_LINES]:
        if len("\n".join((*lines, line))) > room:
            break
        lines.append(line)
    return "\n".join(lines)


def _weight(deal: Deal) -> tuple[int, str]:
    """The largest deals first."""
    return (-(deal.record.amount or 0), deal.name.casefold())


def _heard(deal: Deal) -> bool:
    return deal.state.last_heard is not None


def _last(deal: Deal) -> tuple[Evidence, ...]:
    """The words last heard at a deal: what an answer that finds nothing rests on."""
    every = [person.evidence for person in deal.state.people]
    return (max(every, key=lambda evidence: evidence.on),) if every else ()
