"""The three phases of a healthcare enterprise deal."""

from enum import StrEnum


class DealPhase(StrEnum):
    """Where the deal is on its path; who is aligned is a second axis."""

    STRATEGIC_ALIGNMENT = "strategic_alignment"
    VALIDATION = "validation"
    CONTRACTING = "contracting"
