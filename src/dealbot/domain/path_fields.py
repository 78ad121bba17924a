"""Which fields that a person sets are of the path of a deal."""

from dealbot.domain.observation import CorrectedField

OF_THE_PATH = frozenset(
    {
        CorrectedField.PHASE,
        CorrectedField.EXIT,
        CorrectedField.MET,
        CorrectedField.GATES,
        CorrectedField.GATE,
        CorrectedField.MEETS,
        CorrectedField.PAPERS,
        CorrectedField.PAPERS_BY,
        CorrectedField.TRACK,
        CorrectedField.COUNTERPART,
        CorrectedField.CLAUSE,
        CorrectedField.BUDGET_LOCK,
    }
)
"""What is set of the path of a deal: its subject is a phase, a committee or a track, never a person."""
