"""Where a deal stands, in ten lines for a phone; or where one person stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dealbot.app.answer import Answer, Deal, each_once, evidence_json
from dealbot.app.answers.about import asked, latest_views, line, narrowed, proof, short_words, worries
from dealbot.app.answers.facts import sides, whole
from dealbot.app.answers.moves import in_words, since_monday
from dealbot.app.answers.next_steps import action
from dealbot.app.answers.two_tracks import plain_gate
from dealbot.app.question import Question
from dealbot.app.terms_text import resting
from dealbot.app.wording import (
    LONGEST,
    LONGEST_USUAL,
    USUAL_MONTHS,
    belief,
    counted,
    day,
    first_name,
    fitted,
    listed,
    money,
    months_in,
    opening,
    quarter,
    short_quote,
    standing_words,
    weekday,
    who,
)
from dealbot.domain.deal import Concern, NextStep, Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.gate import GateState
from dealbot.domain.required import Position
from dealbot.domain.risks import risks
from dealbot.domain.stakeholder import Function, Side

_MOST_MOVES = (3, 2, 1)
_MOST_LINES = 10


def standing(question: Question, deal: Deal) -> Answer:
    """Say where the deal stands, or the people asked about."""
    people = asked(question, deal.state.people)
    if narrowed(question) and people:
        return people_standing(question, deal, people)
    if not _heard(deal):
        text = f"Nothing heard of {deal.name} yet. One call note is enough to begin."
        return Answer(question.intent, answered=False, text=text, data=whole(deal))
    found = risks(deal.state)
    told = [{"text": risk.text, "evidence": evidence_json(risk.evidence) if risk.evidence else None} for risk in found]
    data = {**whole(deal), "risks": told}
    return Answer(question.intent, answered=True, text=_text(deal), data=data, sources=_sources(deal))


def people_standing(
    question: Question, deal: Deal, people: tuple[Stakeholder, ...], lines: Sequence[str] = ()
) -> Answer:
    """Say where certain people stand, one line each."""
    head = f"{deal.name}, {day(deal.state.as_of, deal.state.as_of)}"
    text = fitted([head], lines or [line(deal, person) for person in people])
    sources = each_once(evidence for person in people for evidence in proof(deal, person))
    return Answer(question.intent, answered=True, text=text, data=sides(deal, people), sources=sources)


def _heard(deal: Deal) -> bool:
    state = deal.state
    return bool(state.committee or state.concerns or state.steps or state.people)


@dataclass(frozen=True, slots=True)
class _Room:
    """How many names or reasons each line has room for."""

    yes: int
    not_yet: int
    others: int
    reasons: int


# From a small deal to a large one: who is not convinced is said longest.
_ROOMS = (
    _Room(4, 4, 3, 2),
    _Room(4, 4, 3, 1),
    _Room(3, 3, 2, 1),
    _Room(2, 3, 2, 1),
    _Room(2, 2, 2, 1),
    _Room(2, 2, 1, 1),
    _Room(1, 2, 1, 1),
    _Room(1, 1, 1, 1),
)


def _text(deal: Deal) -> str:
    """The fullest text that fits, with what moved since Monday where it takes nobody's place."""
    texts = (_lines(deal, room) for room in _ROOMS)
    text = next((text for text in texts if len(text) <= LONGEST), _lines(deal, _ROOMS[-1]))
    moved = since_monday(deal)
    longer = (f"{text}\nSince Monday: {in_words(moved, most)}" for most in _MOST_MOVES if moved)
    text = next((one for one in longer if len(one) <= LONGEST), text)
    watched = f"{text}\n{_watch(deal)}".strip()
    return watched if len(watched) <= LONGEST and len(watched.splitlines()) <= _MOST_LINES else text


def _lines(deal: Deal, room: _Room) -> str:
    lines = (
        _head(deal),
        resting(deal.state),
        _why(deal, room.reasons),
        _yes(deal, room.yes),
        _not_yet(deal, room.not_yet),
        _never_heard(deal, room.others),
        _beside(deal, room.others),
        _gone(deal, room.others),
        _in_the_way(deal, room.others),
        _next(deal),
        _reads(deal, room.others),
    )
    return "\n".join(one for one in lines if one)


def _head(deal: Deal) -> str:
    record, state = deal.record, deal.state
    parts = [deal.name, standing_words(deal.alignment.standing)]
    parts += [money(record.amount)] if record.amount else []
    parts += [quarter(record.quarter)] if record.quarter else []
    if state.first_heard:
        phase = f", {state.phase.value.replace('_', ' ')}" if state.phase else ""
        month = months_in(state.first_heard, state.as_of)
        parts.append(f"month {month}{' of' if month <= LONGEST_USUAL else ', usual'} {USUAL_MONTHS}{phase}")
    return " · ".join(parts)


def _why(deal: Deal, most: int) -> str:
    return f"Why: {'; '.join(deal.alignment.reasons[:most])}"


def _yes(deal: Deal, names: int) -> str:
    """How many of those whose yes is needed gave it."""
    alignment = deal.alignment
    if not alignment.required:
        return "Must say yes: nobody set"
    said = [seat.speaker for seat in alignment.said_yes if seat.speaker]
    told = listed([f"{who(person)} ({day(person.evidence.on, deal.state.as_of)})" for person in said], names)
    return f"Must say yes: {len(said)} of {len(alignment.required)}" + (f" · {told}" if told else "")


def _not_yet(deal: Deal, names: int) -> str:
    """Those whose yes is needed and not there: who says no or hesitates, then who says yes with a worry left."""
    order = {person.key: place for place, person in enumerate(deal.alignment.to_convince)}
    held = required_people(deal, Position.NOT_YET)
    weighty = sorted(held, key=lambda person: order.get(person.key, len(order)))
    people = [short_words(deal, person) for person in weighty]
    people += [yes_but(deal, person) for person in required_people(deal, Position.YES_BUT)]
    return f"Not yet: {listed(people, names)}" if people else ""


def required_people(deal: Deal, position: Position) -> list[Stakeholder]:
    """Those who speak for the seats in a position."""
    return [seat.speaker for seat in deal.alignment.required if seat.position is position and seat.speaker]


def yes_but(deal: Deal, person: Stakeholder) -> str:
    """Somebody who says yes and still has a worry: 'Ana Gomez, CNO, yes but 1 worry "night staffing" (10 Feb)'."""
    held = worries(deal, person)
    evidence = held[0].evidence
    words = f'"{short_quote(evidence.quote)}" ({day(evidence.on, deal.state.as_of)})'
    return f"{who(person)}, yes but {counted(len(held), 'worry', 'worries')} {words}"


def _never_heard(deal: Deal, names: int) -> str:
    unheard = required_people(deal, Position.UNHEARD)
    silent = [who(person) for person in unheard if person.last_heard is None]
    quiet = [who(person) for person in unheard if person.last_heard is not None]
    gaps = unnamed(deal)
    parts = [f"Never heard: {listed(silent, names)}"] if silent else []
    parts += [f"No position: {listed(quiet, names)}"] if quiet else []
    parts += [f"Not named: {', '.join(gaps)}"] if gaps else []
    return " · ".join(parts)


def _beside(deal: Deal, names: int) -> str:
    """The others of the committee, whose yes is not needed."""
    needed = {person.key for seat in deal.alignment.required for person in seat.holders}
    lists = (deal.alignment.aligned, deal.alignment.to_convince, deal.alignment.unknown)
    yes, not_yet, unheard = ([who(person) for person in people if person.key not in needed] for people in lists)
    parts = [f"{len(yes)} yes"] if yes else []
    parts += [f"not yet {listed(not_yet, min(names, 2))}"] if not_yet else []
    parts += [f"{len(unheard)} no position"] if unheard else []
    return f"Beside them: {' · '.join(parts)}" if parts else ""


def named_only(deal: Deal) -> tuple[Stakeholder, ...]:
    """The people whose yes is needed and whom the notes only name: they have a seat and were never heard."""
    people = (person for seat in deal.alignment.required for person in seat.holders)
    return tuple(person for person in people if not person.on_committee)


def unseen(deal: Deal) -> tuple[Function, ...]:
    """The functions whose yes is needed and of which not even a name is known."""
    empty = (seat.function for seat in deal.alignment.required if not seat.holders)
    return tuple(dict.fromkeys(function for function in empty if function is not None))


def unnamed(deal: Deal) -> tuple[str, ...]:
    """The seats whose yes is needed and of which not even a name is known."""
    return tuple(seat.label for seat in deal.alignment.required if not seat.holders)


def _gone(deal: Deal, names: int) -> str:
    gone = [f"{who(person)} ({day(person.gone.on, deal.state.as_of)})" for person in deal.alignment.gone if person.gone]
    return f"Left: {listed(gone, names)}" if gone else ""


def nobodys(deal: Deal) -> tuple[Concern, ...]:
    """Open obstacles that belong to no person of the deal."""
    known = {person.key for person in deal.state.people}
    return tuple(concern for concern in deal.state.open_concerns if concern.holder_key not in known)


def _in_the_way(deal: Deal, names: int) -> str:
    found = sorted(nobodys(deal), key=lambda concern: (not concern.blocking, -concern.evidence.on.toordinal()))
    words = [*_gate(deal, found), *(_obstacle(deal, concern) for concern in found)]
    return f"In the way: {listed(words, min(names, 2))}" if words else ""


def _gate(deal: Deal, told: Sequence[Concern]) -> list[str]:
    """The first committee still to pass, where its papers are nobody's or it sent them back and no obstacle says so."""
    gate = next(iter(deal.state.gates.to_pass), None)
    if gate is None or not (gate.unowned or gate.state is GateState.RETURNED):
        return []
    said = any(concern.evidence in gate.sources for concern in told)
    return [] if said else [plain_gate(deal, gate)]


def _obstacle(deal: Deal, concern: Concern) -> str:
    holder = f"{concern.holder}, " if concern.holder else ""
    return f'{holder}"{opening(concern.evidence.quote)}" ({day(concern.evidence.on, deal.state.as_of)})'


def _watch(deal: Deal) -> str:
    """The first risk that is not a reason already, told where there is room."""
    found = [risk.text for risk in risks(deal.state) if risk.text not in deal.alignment.reasons]
    return f"Watch: {found[0]}" if found else ""


def _next(deal: Deal) -> str:
    steps, as_of = deal.state.open_steps, deal.state.as_of
    if not steps:
        return "Next: nothing agreed"
    late = [step for step in steps if step.overdue(as_of)]
    coming = [step for step in steps if step.due is not None and not step.overdue(as_of)]
    first = (*coming[:1], *late[-1:], *steps)[0]
    rest = [f"{len(late)} late"] if late and first not in late else []
    return " · ".join((f"Next: {_step(deal, first)}", *rest))


def _step(deal: Deal, step: NextStep) -> str:
    as_of = deal.state.as_of
    owner = step.owner or ("us" if step.side is Side.US else "them")
    late = f", {counted((as_of - step.due).days, 'day')} late" if step.due and step.overdue(as_of) else ""
    return f"{owner}, {action(step)}{f', {weekday(step.due, as_of)}' if step.due else ''}{late}"


def _reads(deal: Deal, names: int) -> str:
    believed = [person for person in deal.state.people if person.views and person.gone is None]
    reads = (
        f"{first_name(v.evidence.author)}'s read of {p.label}: {belief(v.stance)}"
        for p in believed
        for v in latest_views(p)
    )
    return listed(tuple(reads), min(names, 2))


def _sources(deal: Deal) -> tuple[Evidence, ...]:
    return each_once(evidence for part in _shown(deal) for evidence in part)


def _shown(deal: Deal) -> Iterable[tuple[Evidence, ...]]:
    alignment = deal.alignment
    for person in (*alignment.aligned, *alignment.to_convince, *alignment.unknown, *alignment.gone, *named_only(deal)):
        yield proof(deal, person)
    yield tuple(concern.evidence for concern in nobodys(deal))
    yield tuple(step.evidence for step in deal.state.open_steps)
    yield tuple(view.evidence for person in deal.state.people for view in latest_views(person))
