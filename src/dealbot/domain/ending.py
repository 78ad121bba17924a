"""How a deal ended or rested, when and why, and for how long: set by hand, one stretch after the other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dealbot.domain.cause import Cause
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Evidence
from dealbot.domain.observation import Correction, Observation
from dealbot.domain.record import Outcome

OPEN = "open"
_UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Told:
    """What `outcome=...` says: an outcome with its cause, for a pause when to look again, and why in free words.

    No outcome is open again.
    """

    outcome: Outcome | None
    cause: Cause | None = None
    revisit_on: date | None = None
    reason: str = ""

    def __str__(self) -> str:
        """The one way to write it: "paused reimbursement.cms until 2027-01-15: the outpatient rule"."""
        words = [self.outcome.value if self.outcome else OPEN]
        words += [self.cause.value] if self.cause else []
        words += [_UNTIL, self.revisit_on.isoformat()] if self.revisit_on else []
        return " ".join(words) + (f": {self.reason}" if self.reason else "")


@dataclass(frozen=True, slots=True)
class Ending:
    """A stretch in which a deal was won, lost or paused; `until` is the day it was taken up again."""

    outcome: Outcome
    on: date
    evidence: Evidence
    cause: Cause | None = None
    revisit_on: date | None = None
    reason: str = ""
    until: date | None = None

    def days(self, as_of: date) -> int:
        """How many days it lasted up to a day."""
        return ((self.until or as_of) - self.on).days


def told_in(value: str) -> Told:
    """Read the value of an outcome; raises ValueError with a sentence where it is none or lacks its cause."""
    set_, _, reason = value.partition(":")
    words, reason = set_.casefold().split(), reason.strip()
    if words == [OPEN]:
        return Told(None, reason=reason)
    if not words or words[0] not in tuple(Outcome):
        raise ValueError(f"An outcome is {OPEN}, {', '.join(Outcome)}, not '{value}'.")
    outcome, rest = Outcome(words[0]), words[1:]
    revisit_on = None
    if len(rest) > 1 and rest[-2] == _UNTIL:
        revisit_on, rest = date.fromisoformat(rest[-1]), rest[:-2]
    cause = Cause(rest[0]) if rest and rest[0] in tuple(Cause) else None
    if len(rest) > 1 or (rest and cause is None) or (revisit_on and outcome is not Outcome.PAUSED):
        raise ValueError(f"'{value}' is no outcome: write it as \"paused budget.freeze until 2027-01-15\".")
    if cause is None and outcome is not Outcome.WON:
        raise ValueError(f"A deal {outcome} needs a cause: {', '.join(Cause)}.")
    return Told(outcome, cause, revisit_on, reason)


def endings(counted: Iterable[Observation]) -> tuple[Ending, ...]:
    """Replay the stretches in which the deal was closed or rested, the last one open where it still is."""
    found: list[Ending] = []
    for observation in counted:
        item = observation.item
        if isinstance(item, Correction) and item.field is CorrectedField.OUTCOME:
            _take(found, told_in(item.value), observation.evidence)
    return tuple(found)


def _take(found: list[Ending], told: Told, evidence: Evidence) -> None:
    if found and found[-1].until is None:
        found[-1] = replace(found[-1], until=evidence.on)
    if told.outcome is not None:
        found.append(Ending(told.outcome, evidence.on, evidence, told.cause, told.revisit_on, told.reason))
