"""What makes a champion: four criteria, each shown by words, shown not to be so, or unknown."""

import re
from dataclasses import dataclass
from enum import StrEnum

from dealbot.domain.evidence import Evidence


class Criterion(StrEnum):
    """One of the four things a champion needs."""

    CREDIBILITY = "credibility"
    INFLUENCE = "influence"
    BELIEF = "belief"
    BANDWIDTH = "bandwidth"


@dataclass(frozen=True, slots=True)
class CriterionTest:
    """A criterion of somebody: `met` None is unknown; `reason` is what a person gave who set it by hand."""

    criterion: Criterion
    met: bool | None = None
    evidence: Evidence | None = None
    reason: str | None = None


UNTESTED = tuple(CriterionTest(criterion) for criterion in Criterion)


@dataclass(frozen=True, slots=True)
class ChampionTest:
    """Somebody against the four criteria, always in their order."""

    key: str
    criteria: tuple[CriterionTest, ...] = UNTESTED

    @property
    def shown(self) -> int:
        """How many of the four are shown to be met."""
        return sum(tested.met is True for tested in self.criteria)

    @property
    def failed(self) -> int:
        """How many are shown not to be met."""
        return sum(tested.met is False for tested in self.criteria)

    @property
    def title_only(self) -> bool:
        """Whether nothing is shown either way: a title, not a tested champion."""
        return all(tested.met is None for tested in self.criteria)


_BY_HAND = re.compile(
    rf"(?P<criterion>{'|'.join(Criterion)})\s+(?P<met>yes|no|unknown)\s*(?::\s*(?P<reason>\S.*))?", re.IGNORECASE
)
_MET = {"yes": True, "no": False, "unknown": None}


def criterion_by_hand(value: str) -> CriterionTest | None:
    """Read "bandwidth no: swamped until March"; None for anything else."""
    match = _BY_HAND.fullmatch(value.strip())
    if match is None:
        return None
    return CriterionTest(
        Criterion(match["criterion"].casefold()), _MET[match["met"].casefold()], None, match["reason"] or None
    )
