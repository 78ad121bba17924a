"""What a person may set right in a deal, and what each such field is of."""

from enum import StrEnum


class CorrectedField(StrEnum):
    """What a person may set right; the first group is identity and holds until a person changes it."""

    NAME = "name"
    ALIAS = "alias"
    TITLE = "title"
    FUNCTION = "function"
    SIDE = "side"
    SAME_AS = "is"
    SAID_BY = "was"
    REPORTS_TO = "reports_to"
    EMAIL = "email"
    STANCE = "stance"
    ROLE_ADDED = "role"
    ROLE_REMOVED = "not_role"
    GONE = "gone"
    CONCERN = "concern"
    HOLDER = "holder"
    STEP = "step"
    STEP_DUE = "due"
    STEP_OWNER = "step_owner"
    PHASE = "phase"
    REQUIRED = "required"
    INFLUENCE = "influence"
    STAGE = "stage"
    NEEDS = "needs"
    ACTIVITY = "activity"
    EXIT = "exit"
    MET = "met"
    GATES = "gates"
    GATE = "gate"
    MEETS = "meets"
    PAPERS = "papers"
    PAPERS_BY = "papers_by"
    TRACK = "track"
    COUNTERPART = "counterpart"
    CLAUSE = "clause"
    BUDGET_LOCK = "budget_lock"
    PILOT = "pilot"
    CRITERION = "criterion"
    INDICATOR = "indicator"
    READY = "ready"
    EXPANSION = "expansion"
    QUALIFICATION = "qualification"
    EHR = "ehr"
    REVIEWED = "reviewed"
    DECISION = "decision"
    REVIEW_EVERY = "review_every"
    AMOUNT = "amount"
    QUARTER = "quarter"
    CALL = "call"
    OUTCOME = "outcome"
    HEALTH = "health"
    EXPOSURE = "exposure"
    LEAD = "lead"
    TESTED = "tested"
    CONFLICT = "conflict"
    CONFLICT_ENDED = "conflict_ended"
    AFFECTED = "affected"
    RESISTANCE_PLAN = "resistance_plan"


SAME_PERSON = frozenset({CorrectedField.SAME_AS, CorrectedField.SAID_BY})
"""What tells that two names are one person's."""
IDENTITY = SAME_PERSON | {
    CorrectedField.NAME,
    CorrectedField.ALIAS,
    CorrectedField.TITLE,
    CorrectedField.FUNCTION,
    CorrectedField.SIDE,
    CorrectedField.REPORTS_TO,
    CorrectedField.EMAIL,
}
"""What says who somebody is rather than how things stand: it holds until a person changes it."""
OF_THE_DEAL = frozenset(
    {
        CorrectedField.AMOUNT,
        CorrectedField.QUARTER,
        CorrectedField.CALL,
        CorrectedField.OUTCOME,
        CorrectedField.HEALTH,
        CorrectedField.EXPOSURE,
        CorrectedField.LEAD,
    }
)
"""Its money, how it ends or rests, health and exposure of its account, what it is worth as a lead."""
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
"""Its subject is a phase, a committee or a track."""
OF_PILOT_OR_ACCOUNT = frozenset(
    {
        CorrectedField.PILOT,
        CorrectedField.CRITERION,
        CorrectedField.INDICATOR,
        CorrectedField.READY,
        CorrectedField.EXPANSION,
        CorrectedField.QUALIFICATION,
        CorrectedField.EHR,
    }
)
"""The pilot, the checklist and the EHR."""
_OF_WORRIES_AND_STEPS = frozenset(
    {
        CorrectedField.CONCERN,
        CorrectedField.HOLDER,
        CorrectedField.STEP,
        CorrectedField.STEP_DUE,
        CorrectedField.STEP_OWNER,
    }
)
_OF_THE_REVIEW = frozenset({CorrectedField.REVIEWED, CorrectedField.DECISION, CorrectedField.REVIEW_EVERY})
OF_A_PERSON = (
    frozenset(CorrectedField) - OF_THE_DEAL - OF_THE_PATH - OF_PILOT_OR_ACCOUNT - _OF_WORRIES_AND_STEPS - _OF_THE_REVIEW
)
"""Its subject is a person, or the seat of one who is not known yet."""
