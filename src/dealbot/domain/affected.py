"""Who is affected by the change, which is another thing than deciding; and how their resistance is met."""

import re
from dataclasses import dataclass

from dealbot.domain.evidence import Evidence

_BY_HAND = re.compile(r"(?P<yes>yes|no)\s*(?::\s*(?P<how>\S.*))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Affected:
    """Somebody whose work changes, by key; `how` is what a person gave who set it by hand."""

    key: str
    evidence: Evidence
    how: str | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class ResistancePlan:
    """How the resistance of somebody is to be met, as a person set it."""

    key: str
    text: str
    evidence: Evidence


def affected_by_hand(value: str) -> tuple[bool, str | None] | None:
    """Read "yes: night charting"; None for anything else."""
    match = _BY_HAND.fullmatch(value.strip())
    return (match["yes"].casefold() == "yes", match["how"]) if match is not None else None
