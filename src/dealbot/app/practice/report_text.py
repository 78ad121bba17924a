"""Reports in plain words and as CSV."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from dealbot.app.practice.keeping import Progress
from dealbot.app.practice.reports import CohortReport, CohortStanding, PersonStanding, TopicRow
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.cohort import Scorecard
from dealbot.domain.practice.missed import MissedPoint, Suspect
from dealbot.domain.practice.readiness import Stage
from dealbot.pictures.tables import csv_text

_MOST = 5
_LONGEST = 90
_HEAD = ("person", "stage", "answered", "asked", "proposed", "why", "verdict", "signed_by", "signed_on", "note", "mock")


def standing_text(standing: CohortStanding) -> str:
    """Where a cohort stands, in one line."""
    cohort = standing.cohort
    parts = [
        f"Cohort {cohort.name}, week {standing.week} of {standing.weeks}",
        f"ready {len(standing.of(Stage.READY))}",
        f"to read {len(standing.of(Stage.TO_READ))}",
        f"under way {len(standing.of(Stage.UNDER_WAY))}",
    ]
    kept_back, not_yet, idle = map(standing.of, (Stage.NOT_HANDED_IN, Stage.NOT_YET, Stage.NOT_STARTED))
    parts += [f"answered, not handed in {len(kept_back)}"] if kept_back else []
    parts += [f"not yet {len(not_yet)}"] if not_yet else []
    parts += [f"not started: {', '.join(each.name for each in idle)}"] if idle else []
    return " · ".join([*parts, f"due {cohort.due_on.isoformat()}"])


def report_text(report: CohortReport) -> str:
    """Where a cohort stands, what is to be read, and what is missed most."""
    to_read = [f"• Read {each.name}: {_proposed(each)}" for each in report.standing.of(Stage.TO_READ)]
    missed = [f"• {missed_line(each, report.cards)}" for each in report.missed[:_MOST]]
    suspects = [f"• {suspect_line(each, report.cards)}" for each in report.suspects[:_MOST]]
    lines = [standing_text(report.standing), *to_read]
    lines += ["Most missed:", *missed] if missed else []
    lines += ["Suspect questions:", *suspects] if suspects else []
    return "\n".join(lines)


def missed_line(missed: MissedPoint, cards: dict[str, Card]) -> str:
    """What is missed by how many: "Price undercut: 6 of 8 miss “offers a reference call”"."""
    where = "" if missed.in_check else f", in practice{as_of(missed.on)}"
    return f"{_title(missed.card, cards)}: {missed.missed} of {missed.people} miss “{_short(missed.point)}”{where}"


def suspect_line(suspect: Suspect, cards: dict[str, Card]) -> str:
    """How many contradict the mark of a question."""
    where = "" if suspect.in_check else f" in practice{as_of(suspect.on)}"
    return f"{_title(suspect.card, cards)}: {suspect.pressed} of {suspect.people} pressed “I did say that”{where}"


def topics_text(rows: Iterable[TopicRow]) -> str:
    """What is known by topic."""
    lines = [f"• {row.guide}, {row.topic}: {row.share:.0%} known, {row.people} people{as_of(row.on)}" for row in rows]
    return "\n".join(lines) or "Too few people practised to tell figures: they are told from three on."


def progress_text(progress: Progress) -> str:
    """How far somebody is, for themselves."""
    session = progress.session
    lines = (
        [f"{progress.line} · {session.title or session.mode.value.replace('_', ' ')}"] if session is not None else []
    )
    lines += [f"Due today: {progress.due_today}"]
    lines += [f"• {each.guide}, {each.topic}: {each.known} of {each.cards} known" for each in progress.topics]
    return "\n".join(lines)


def sign_off_csv(standing: CohortStanding, scorecards: Iterable[Scorecard]) -> str:
    """The list to sign off: a row a person, those of one name each with their id."""
    mocks = {card.person: card for card in scorecards}
    alike = Counter(each.name.casefold() for each in standing.people)
    names = (
        each.name if alike[each.name.casefold()] == 1 else f"{each.name} ({each.person})" for each in standing.people
    )
    rows = (_row(name, each, mocks.get(each.person)) for name, each in zip(names, standing.people, strict=True))
    return csv_text(_HEAD, rows)


def as_of(on: date | None) -> str:
    """As of which day figures are told."""
    return f" (as of {on.day} {on:%b})" if on is not None else ""


def _row(name: str, each: PersonStanding, mock: Scorecard | None) -> tuple[str | int | None, ...]:
    proposed, signed = each.proposal, each.signed
    average = f"{sum(score for _, score in mock.scores) / len(mock.scores):.1f}" if mock is not None else None
    told = (proposed.verdict.words, proposed.reason) if proposed is not None else (None, None)
    by = (signed.verdict.words, each.signer, signed.at.date().isoformat(), signed.note) if signed else (None,) * 4
    return (name, each.stage.value.replace("_", " "), each.answered, each.asked, *told, *by, average)


def _proposed(each: PersonStanding) -> str:
    return f"{each.proposal.verdict.words}? {each.proposal.reason}" if each.proposal else "answered"


def _title(key: str, cards: dict[str, Card]) -> str:
    card = cards.get(key)
    return f"“{_short(card.prompt)}”" if card is not None else "A question that is gone"


def _short(text: str) -> str:
    line = " ".join(text.split()).strip('"“”')
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]}…"
