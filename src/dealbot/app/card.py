"""The card after a note: what changed, the most important first, short enough to be read on a phone."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from dealbot.app.deed import deed
from dealbot.app.log_note import Logged
from dealbot.app.terms_text import changed_terms
from dealbot.app.wording import criterion_words
from dealbot.domain.champion import Criterion
from dealbot.domain.changes import Change, ChangeKind
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.deal import DealState
from dealbot.domain.evidence import Evidence
from dealbot.domain.next_step import StepStatus
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import Side, Stance

MOST_LINES = 10
MOST_LETTERS = 600
LINE = 110
_ANSWERED = {ConcernStatus.ADDRESSED: "answered", ConcernStatus.RESOLVED: "settled"}
_OBSTACLE = {
    ConcernStatus.RAISED: "In the way",
    ConcernStatus.ADDRESSED: "Answered",
    ConcernStatus.RESOLVED: "Out of the way",
}
_SIDES: Mapping[str, str] = {Side.US: "We", Side.BUYER: "They", Side.THIRD_PARTY: "A third party"}
_ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_STEP = re.compile(r"(?P<action>.*) \((?P<status>open|done|dropped)(?:, (?P<due>.+))?\)", re.DOTALL)
_OF_NOBODY = frozenset({ChangeKind.STEP, ChangeKind.SIGNAL, ChangeKind.PHASE, ChangeKind.PATH})
_WEIGHTS = {
    ChangeKind.GONE: 0,
    ChangeKind.BLOCKING: 1,
    ChangeKind.CONCERN: 3,
    ChangeKind.STANCE: 4,
    ChangeKind.STEP: 5,
    ChangeKind.PATH: 5,
    ChangeKind.ROLE: 6,
    ChangeKind.SIGNAL: 7,
    ChangeKind.PHASE: 8,
    ChangeKind.CONFLICT: 2,
    ChangeKind.TESTED: 6,
    ChangeKind.AFFECTED: 6,
    ChangeKind.RESISTANCE_PLAN: 6,
    ChangeKind.PERSON: 9,
    ChangeKind.MONEY: 8,
    ChangeKind.OUTCOME: 0,
}


def headline(logged: Logged) -> str:
    """Say where a note was saved and who can read it."""
    new = " (new deal)" if logged.created else ""
    said = f"call of {day_text(logged.on, logged.state.as_of)}"
    return f"Saved to {short(logged.deal, 60)}{new} · {said} · {readers_text(logged.readers)}"


def notices(logged: Logged) -> list[str]:
    """What else the person must know of a note: identifiers taken out, a day to come, nothing changed."""
    told = []
    if logged.redacted:
        what = "a patient identifier" if logged.redacted == 1 else f"{logged.redacted} patient identifiers"
        told.append(f"Taken out before saving: {what}")
    if logged.on > logged.state.as_of:
        told.append("It is dated ahead: it is kept, and counts from that day on.")
    elif not logged.changes:
        told.append("It is kept; nothing in it changes the deal.")
    return told


def readers_text(readers: Sequence[str]) -> str:
    """Who can read a deal, as a number of people."""
    return f"team of {len(readers)} can read" if len(readers) > 1 else "only its owner can read"


def change_lines(changes: Iterable[Change], state: DealState, author: str | None = None) -> list[str]:
    """Say what changed, a line for each person and each other thing, the most important first; "You" are the author."""
    return [f"• {short(line, LINE)}" for line, _ in told_changes(changes, state, author)]


def told_changes(
    changes: Iterable[Change], state: DealState, author: str | None = None
) -> list[tuple[str, tuple[Change, ...]]]:
    """The same lines in full, each with the changes it tells of, the most important first."""
    titles = {person.label: person.title for person in state.people if person.name and person.title}
    groups: dict[str | int, list[Change]] = {}
    for place, change in enumerate(_each_once(changes)):
        own = change.who is None or change.what in _OF_NOBODY
        groups.setdefault(place if own else change.who or "", []).append(change)
    in_order = sorted(groups.values(), key=lambda group: min(map(_weight, group)))
    weighed = [tuple(sorted(group, key=_weight)) for group in in_order]
    return [(_line(group, titles, author, state.as_of), group) for group in weighed]


def _each_once(changes: Iterable[Change]) -> list[Change]:
    """The changes without signals whose words told of a person, a worry or a promise already; an EHR is its name."""
    every = list(changes)
    told = {change.evidence for change in every if change.what is not ChangeKind.SIGNAL}
    return [change for change in every if change.what is not ChangeKind.SIGNAL or _is_new(change, told)]


def _is_new(signal: Change, told: AbstractSet[Evidence | None]) -> bool:
    if (signal.after or "").startswith((SignalKind.EHR, SignalKind.CHAMPION_LOST)) or signal.evidence is None:
        return True
    quotes = {evidence.quote for evidence in told if evidence is not None}
    return not any(signal.evidence.quote in quote or quote in signal.evidence.quote for quote in quotes)


def fitting(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    """Keep as many lines as a card has room for beside the others, and say how many were left out."""
    room = MOST_LINES - len(others)
    letters = MOST_LETTERS - sum(len(other) + 1 for other in others)
    for count in range(len(lines), -1, -1):
        left = len(lines) - count
        kept = [*lines[:count], *([f"and {left} more"] if left else [])]
        if len(kept) <= room and sum(len(line) + 1 for line in kept) <= letters + 1:
            return kept
    return []


def day_text(day: date, today: date) -> str:
    """A day as people write it, with its year where that is not this year's."""
    return f"{day:%a} {day.day} {day:%b}" + (f" {day.year}" if day.year != today.year else "")


def with_days(text: str, today: date) -> str:
    """A text with its ISO dates as people write them."""
    return _ISO.sub(lambda found: day_text(date.fromisoformat(found.group()), today), text)


def _weight(change: Change) -> float:
    worse = change.what is ChangeKind.STANCE and change.after in {Stance.OPPOSED, Stance.CONCERNED}
    lost = change.what is ChangeKind.SIGNAL and (change.after or "").startswith(SignalKind.CHAMPION_LOST)
    return 2 if worse else 0 if lost else _WEIGHTS[change.what]


def _line(group: Sequence[Change], titles: Mapping[str, str | None], author: str | None, today: date) -> str:
    first = group[0]
    if first.what is ChangeKind.STEP:
        return _step(first, author, today)
    if first.what in _OF_THE_DEAL:
        return _OF_THE_DEAL[first.what](first, today)
    return _nobodys(first) if first.who is None else _person(group, first.who, titles)


def _person(group: Sequence[Change], name: str, titles: Mapping[str, str | None]) -> str:
    who = ", ".join(part for part in (name, titles.get(name)) if part)
    held = {change.after for change in group if change.what is ChangeKind.BLOCKING}
    told = [change for change in sorted(group, key=_weight) if not _said_by_blocking(change, held)]
    return f"{who}: {', '.join(_PARTS[change.what](change) for change in told)}"


def _signal(change: Change, _: date) -> str:
    kind, _colon, detail = (change.after or "").partition(": ")
    return f"{'EHR' if kind == SignalKind.EHR else _words(kind).capitalize()}: {detail}"


def _phase(change: Change, _: date) -> str:
    return f"Phase: {' → '.join(_words(phase) for phase in (change.before, change.after) if phase)}"


_OF_THE_DEAL: Mapping[ChangeKind, Callable[[Change, date], str]] = {
    ChangeKind.SIGNAL: _signal,
    ChangeKind.PATH: lambda change, today: with_days(f"{change.who}: {change.after}", today),
    ChangeKind.PHASE: _phase,
    ChangeKind.MONEY: changed_terms,
    ChangeKind.OUTCOME: changed_terms,
}


def _said_by_blocking(change: Change, held: set[str | None]) -> bool:
    return change.what is ChangeKind.CONCERN and (change.after or "").partition(":")[0] in held


def _stance(change: Change) -> str:
    known = change.before not in {None, Stance.UNKNOWN}
    return f"{change.before} → {change.after}" if known else f"{change.after}"


def _concern(change: Change) -> str:
    topic, _, status = (change.after or "").partition(": ")
    if status == ConcernStatus.RAISED:
        return f"{'worried again' if change.before else 'new worry'}: {_topic(topic)}"
    return f"{_ANSWERED[ConcernStatus(status)]}: {_topic(topic)}"


def _gone(change: Change) -> str:
    """Who goes takes a yes with them."""
    expired = f", {change.before} no longer counts" if change.before in {Stance.COMMITTED, Stance.SUPPORTIVE} else ""
    return f"has left or is leaving{expired}"


def _criterion(told: str) -> str:
    criterion, _, met = told.partition(" ")
    return f"{criterion_words(Criterion(criterion))}: {met}"


_PARTS: Mapping[ChangeKind, Callable[[Change], str]] = {
    ChangeKind.GONE: _gone,
    ChangeKind.CONFLICT: lambda change: change.after or "",
    ChangeKind.TESTED: lambda change: f"as champion, {_criterion(change.after or '')}",
    ChangeKind.AFFECTED: lambda change: "not affected" if change.after == "no" else f"affected: {change.after}",
    ChangeKind.RESISTANCE_PLAN: lambda change: f"plan: {change.after}",
    ChangeKind.BLOCKING: lambda change: f"blocks: {_topic(change.after or '')}",
    ChangeKind.STANCE: _stance,
    ChangeKind.CONCERN: _concern,
    ChangeKind.ROLE: lambda change: _words(change.after or ""),
    ChangeKind.PERSON: lambda change: "new, on our side" if change.after == Side.US else "new",
}


def _nobodys(change: Change) -> str:
    """An obstacle that belongs to nobody."""
    topic, _, status = (change.after or "").partition(": ")
    if change.what is ChangeKind.BLOCKING:
        return f"Blocks: {_topic(topic)}"
    return f"{_OBSTACLE[ConcernStatus(status)]}: {_topic(topic)}"


def _step(change: Change, author: str | None, today: date) -> str:
    who = change.who or ""
    doer = "You" if author is not None and who == author else _SIDES.get(who, who)
    found = _STEP.fullmatch(change.after or "")
    if found is None:
        return f"{doer}: {change.after}"
    due = f", {_due(found['due'], today)}" if found["due"] else ""
    action = deed(found["action"], today, dated=bool(due))
    done = f"{found['status']}, " if found["status"] != StepStatus.OPEN else ""
    return f"{doer}: {done}{short(action, 70)}{due if not done else ''}"


def _due(due: str, today: date) -> str:
    try:
        return day_text(date.fromisoformat(due), today)
    except ValueError:
        return due


def _topic(topic: str) -> str:
    return ConcernTopic(topic).words if topic in tuple(ConcernTopic) else _words(topic)


def _words(name: str) -> str:
    return name.replace("_", " ")


def short(text: str, most: int) -> str:
    """A text on one line, cut to at most so many letters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 2].rsplit(' ', 1)[0]} …"
