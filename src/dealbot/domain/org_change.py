"""What happens to the organisation itself: a merger, a closure, layoffs; each puts every promise in question."""

from dataclasses import dataclass
from enum import StrEnum

from dealbot.domain.evidence import Evidence


class OrgChangeKind(StrEnum):
    """What kind of change it is."""

    CLOSURE = "closure"
    MERGER = "merger"
    LAYOFFS = "layoffs"
    RESTRUCTURING = "restructuring"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class OrgChange:
    """One change of the organisation as told; `on_hold` says that work stopped over it."""

    kind: OrgChangeKind
    evidence: Evidence
    on_hold: bool = False
