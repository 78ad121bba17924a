"""One line of the pipeline: what is set about a deal and what its summary tells, brought to today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from dealbot.app.wording import months_in
from dealbot.domain.alignment import Standing
from dealbot.domain.cause import Cause, cause_in
from dealbot.domain.evidence import Evidence, Span
from dealbot.domain.record import Call, DealRecord, Outcome
from dealbot.domain.required import SEATS

QUIET_DAYS = 21
_TREND = timedelta(days=90)


class ChampionHealth(StrEnum):
    """How well somebody inside carries the deal, the worst first."""

    LOST = "lost"
    NONE = "none"
    NOT_CONVINCED = "not convinced"
    UNTESTED = "title only"
    QUIET = "quiet"
    GOOD = "good"


class Trend(StrEnum):
    """Whether more people turned to us than away."""

    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"


class Light(StrEnum):
    """How a deal does, in a word for tables."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "too_little_heard"


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody with their words; `quiet` is how many days they were not heard, None if never.

    `criteria_met` is how many of a champion's four criteria are shown, None for one by title only.
    """

    name: str
    aligned: bool
    quiet: int | None
    evidence: Evidence
    criteria_met: int | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """A stretch in which a deal was closed or rested, and its days up to today."""

    outcome: Outcome
    on: date
    until: date | None
    cause: Cause | None
    revisit_on: date | None
    days: int
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Row:
    """One deal of the pipeline today; `up` and `down` are people who turned in the last 90 days."""

    deal: DealRecord
    standing: Standing | None
    phase: str | None
    yes: int
    of: int
    champion: Said | None
    champion_lost: Said | None
    single_threaded: bool
    vetoes: tuple[Said, ...]
    money: Said | None
    up: int
    down: int
    late: tuple[tuple[bool, str | None], ...]
    month: int | None
    quiet: int | None
    gate: str | None
    gate_days: int | None
    rests: tuple[Rest, ...]
    stalls: tuple[tuple[Cause, Evidence], ...]

    @property
    def gap(self) -> int:
        """How many of those who must say yes have not."""
        return self.of - self.yes

    @property
    def health(self) -> ChampionHealth:
        """How well the champion carries it."""
        if self.champion is None:
            return ChampionHealth.LOST if self.champion_lost else ChampionHealth.NONE
        if not self.champion.aligned:
            untested = self.champion.criteria_met is None
            return ChampionHealth.UNTESTED if untested else ChampionHealth.NOT_CONVINCED
        silent = self.champion.quiet is None or self.champion.quiet > QUIET_DAYS
        return ChampionHealth.QUIET if silent else ChampionHealth.GOOD

    @property
    def trend(self) -> Trend:
        """Where the committee went in the last 90 days."""
        if self.up == self.down:
            return Trend.STEADY
        return Trend.RISING if self.up > self.down else Trend.FALLING

    @property
    def light(self) -> Light:
        """How it does, by its people and never by its age: rising with a good champion and no veto it is well."""
        if self.standing is Standing.STUCK or self.health is ChampionHealth.LOST:
            return Light.RED
        if self.standing in {None, Standing.TOO_LITTLE_HEARD}:
            return Light.UNKNOWN
        rises = self.trend is Trend.RISING and self.health is ChampionHealth.GOOD and not self.vetoes
        return Light.GREEN if rises or self.standing is Standing.ON_TRACK else Light.AMBER

    @property
    def ending(self) -> Rest | None:
        """How it is closed or rests today."""
        return self.rests[-1] if self.rests and self.rests[-1].until is None else None

    @property
    def paused_days(self) -> int:
        """How many days it rested in all."""
        return sum(rest.days for rest in self.rests if rest.outcome is Outcome.PAUSED)

    @property
    def late_ours(self) -> tuple[str | None, ...]:
        """Whose promises of ours are late."""
        return tuple(owner for ours, owner in self.late if ours)

    @property
    def late_theirs(self) -> int:
        """How many of theirs are late."""
        return sum(1 for ours, _ in self.late if not ours)

    @property
    def unfunded_commit(self) -> bool:
        """Whether it is called commit though nobody who holds the money says yes."""
        return self.deal.call is Call.COMMIT and not (self.money and self.money.aligned)


def row(record: DealRecord, summary: Mapping[str, Any], today: date) -> Row:
    """Put a row together from what is set about a deal and its summary; an empty one tells of nothing heard."""
    get = summary.get
    moved = [step for since, step in get("moves", ()) if _day(since) > today - _TREND]
    yes, of = get("required", (0, len(SEATS)))
    gate = get("gate") or {}
    return Row(
        deal=record,
        standing=Standing(summary["standing"]) if "standing" in summary else None,
        phase=get("phase"),
        yes=yes,
        of=of,
        champion=_said(get("champion"), today),
        champion_lost=_said(get("champion_lost"), today),
        single_threaded=get("single_threaded", False),
        vetoes=tuple(said for each in get("vetoes", ()) if (said := _said(each, today)) is not None),
        money=_said(get("money"), today),
        up=moved.count(1),
        down=moved.count(-1),
        late=tuple((ours, owner) for due, ours, owner in get("due", ()) if _day(due) < today),
        month=months_in(_day(summary["first_heard"]), today) if get("first_heard") else None,
        quiet=_since(get("last_heard"), today),
        gate=gate.get("label"),
        gate_days=_since(gate.get("since"), today),
        rests=tuple(_rest(each, today) for each in get("endings", ())) or _as_set(record, today),
        stalls=tuple((Cause(each["cause"]), evidence_of(each["evidence"])) for each in get("stalls", ())),
    )


def evidence_of(shape: Mapping[str, Any]) -> Evidence:
    """Give back the evidence that was written as JSON."""
    span = Span(shape["quote"], shape["start"], shape["end"])
    return Evidence(shape["note"], _day(shape["on"]), shape["author"], span)


def _said(told: Mapping[str, Any] | None, today: date) -> Said | None:
    if told is None:
        return None
    evidence = evidence_of(told["evidence"])
    quiet = _since(told.get("last_heard"), today)
    return Said(told["name"], told.get("aligned", False), quiet, evidence, told.get("criteria_met"))


def _rest(told: Mapping[str, Any], today: date) -> Rest:
    on, until = _day(told["on"]), _day(told["until"]) if told["until"] else None
    return Rest(
        outcome=Outcome(told["outcome"]),
        on=on,
        until=until,
        cause=Cause(told["cause"]) if told["cause"] else None,
        revisit_on=_day(told["revisit_on"]) if told["revisit_on"] else None,
        days=((until or today) - on).days,
        evidence=evidence_of(told["evidence"]),
    )


def _as_set(record: DealRecord, today: date) -> tuple[Rest, ...]:
    """How a deal ended that was closed before such things were kept as corrections."""
    if record.outcome is None:
        return ()
    on = record.closed_on or today
    return (Rest(record.outcome, on, None, cause_in(record.cause or ""), None, (today - on).days, None),)


def _since(told: str | None, today: date) -> int | None:
    return (today - _day(told)).days if told else None


def _day(told: str) -> date:
    return date.fromisoformat(told)
