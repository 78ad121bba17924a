"""What changes the account or the path of a deal (READING.md's closed set)."""

from enum import StrEnum


class SignalKind(StrEnum):
    """What kind of fact a signal is."""

    CHAMPION_LOST = "champion_lost"
    LEADERSHIP_CHANGE = "leadership_change"
    ORG_CHANGE = "org_change"
    BUDGET_CHANGE = "budget_change"
    POLICY_CHANGE = "policy_change"
    COMPETITOR = "competitor"
    EHR = "ehr"
    SECURITY_REQUIREMENT = "security_requirement"
    CONTRACT = "contract"
    GATE = "gate"
    PILOT = "pilot"
    FINANCIAL_STRESS = "financial_stress"
    EXPOSURE = "exposure"
