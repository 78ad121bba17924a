"""Whom we have heard and when, and of whom we have heard nothing."""

from collections.abc import Iterable

from dealbot.app.answer import Answer, Deal, Json, each_once
from dealbot.app.answers.about import asked, narrowed
from dealbot.app.answers.facts import sides
from dealbot.app.answers.standing import named_only, unnamed
from dealbot.app.question import Focus, Question
from dealbot.app.wording import ago, counted, day, fitted, listed, who
from dealbot.domain.cadence import groups_due, touch_of
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import Side

_MOST_NAMES = 6
_EARLIER = 3
_MOST_DUE = 4


def engagement(question: Question, deal: Deal) -> Answer:
    """Say when each person was last heard, the latest first."""
    people = asked(question, (person for person in deal.state.people if person.side is Side.BUYER))
    if narrowed(question) and people:
        return _of_some(question, deal, people)
    heard = sorted((p for p in deal.state.committee if p.last_heard and p.gone is None), key=_latest, reverse=True)
    if not heard:
        text = f"Nobody heard at {deal.name} yet."
        return Answer(question.intent, answered=False, text=text, data=_data(deal, deal.state.committee))
    lines, tail = _body(question, deal, heard)
    text = fitted([_head(question, deal)], lines, tail)
    sources = each_once(_proof(deal, heard))
    return Answer(question.intent, answered=True, text=text, data=_data(deal, deal.state.committee), sources=sources)


def _data(deal: Deal, people: Iterable[Stakeholder]) -> dict[str, Json]:
    touched = tuple(people)
    touches = [_touch_json(deal, person) for person in touched if person.gone is None]
    due = [
        {"group": each.group.value, "last": each.last.isoformat() if each.last else None, "days": each.days}
        for each in groups_due(deal.state)
    ]
    return sides(deal, touched) | {"touches": touches, "due": due}


def _touch_json(deal: Deal, person: Stakeholder) -> dict[str, Json]:
    touch = touch_of(person, deal.state)
    return {
        "name": person.name,
        "title": person.title,
        "last": touch.last.isoformat() if touch.last else None,
        "days": touch.days,
        "count_90_days": touch.recent,
        "every": touch.every,
        "stale": touch.stale,
    }


def _latest(person: Stakeholder) -> tuple[str, str]:
    return (person.last_heard.isoformat() if person.last_heard else "", person.label)


def _head(question: Question, deal: Deal) -> str:
    as_of, last = deal.state.as_of, deal.state.last_heard
    if question.focus is Focus.UNHEARD:
        return f"Not heard at {deal.name}:"
    if question.focus is Focus.QUIET:
        return f"Quiet the longest at {deal.name}:"
    return f"{deal.name}, last note {day(last, as_of)}, {ago((as_of - last).days)}:" if last else f"{deal.name}:"


def _body(question: Question, deal: Deal, heard: list[Stakeholder]) -> tuple[list[str], list[str]]:
    unheard = _unheard(deal)
    if question.focus is Focus.UNHEARD:
        return [], unheard or [f"• nobody we know of; {counted(len(heard), 'person', 'people')} heard"]
    told = [" · ".join(unheard), *_due(deal)]
    if question.focus is Focus.QUIET:
        quiet = [person for person in reversed(heard) if touch_of(person, deal.state).stale]
        return [_line(deal, person) for person in quiet] or ["• nobody: all heard as often as they should"], told
    return [_line(deal, person) for person in heard], told


def _unheard(deal: Deal) -> list[str]:
    silent = [who(person) for person in deal.alignment.unknown if person.last_heard is None]
    silent += [who(person) for person in named_only(deal) if person not in deal.alignment.unknown]
    gaps = unnamed(deal)
    lines = [f"Never heard: {listed(silent, _MOST_NAMES)}"] if silent else []
    return lines + ([f"Not named: {', '.join(gaps)}"] if gaps else [])


def _due(deal: Deal) -> list[str]:
    """The groups that are overdue to be heard: "no nursing touch in 74 days"."""
    due = groups_due(deal.state)
    told = [f"no {each.group.value} touch in {each.days} days" for each in due if each.last]
    never = [each.group.value for each in due if each.last is None]
    parts = [listed(told, _MOST_DUE, ", ")] if told else []
    parts += [f"never {', '.join(never)}"] if never else []
    return [f"Due: {'; '.join(parts)}"] if parts else []


def _line(deal: Deal, person: Stakeholder) -> str:
    as_of, touch = deal.state.as_of, touch_of(person, deal.state)
    last = person.last_heard or as_of
    times = f", {touch.recent} in 90 days" if touch.recent > 1 else ""
    quiet = f", quiet (due every {touch.every})" if touch.stale else ""
    return f"• {who(person)}: {day(last, as_of)}, {ago((as_of - last).days)}{times}{quiet}"


def _of_some(question: Question, deal: Deal, people: tuple[Stakeholder, ...]) -> Answer:
    data = _data(deal, people)
    heard = sorted((person for person in people if person.last_heard), key=_latest, reverse=True)
    lines = [_touches(deal, person) for person in heard]
    lines += [f"{who(person)}: never heard" for person in people if not person.last_heard]
    text = "\n".join((deal.name, *lines))
    sources = each_once(_proof(deal, heard))
    return Answer(question.intent, answered=bool(heard), text=text, data=data, sources=sources)


def _touches(deal: Deal, person: Stakeholder) -> str:
    as_of = deal.state.as_of
    last, *before = reversed(person.heard_on)
    earlier = f"; before that {listed([day(on, as_of) for on in before], _EARLIER, ', ')}" if before else ""
    touch = touch_of(person, deal.state)
    often = f", {touch.recent} in 90 days" if touch.recent else ""
    quiet = f", quiet (due every {touch.every})" if touch.stale and person.gone is None else ""
    left = f"; left {day(person.gone.on, as_of)}" if person.gone else ""
    return f"{who(person)}: last heard {day(last, as_of)}, {ago((as_of - last).days)}{often}{quiet}{earlier}{left}"


def _proof(deal: Deal, people: Iterable[Stakeholder]) -> Iterable[Evidence]:
    """The words of the day a person was last heard where the state holds them, else the words of their stance."""
    for person in people:
        told = (concern for concern in deal.state.concerns if concern.holder_key == person.key)
        every = [person.evidence, *(evidence for concern in told for _, evidence in concern.history)]
        last = [evidence for evidence in every if evidence.on == person.last_heard]
        yield (last or every)[0]
