"""What worries the buyer: topics and the life of a concern (READING.md's closed sets)."""

from enum import StrEnum

BLOCKING = "blocking"
NOT_BLOCKING = "not_blocking"
NOT_A_CONCERN = "none"
"""What a person may say of a worry besides how it stands."""


class ConcernTopic(StrEnum):
    """What a concern is about."""

    SECURITY_PRIVACY = "security_privacy"
    LEGAL_CONTRACT = "legal_contract"
    INTEGRATION = "integration"
    WORKFLOW_BURDEN = "workflow_burden"
    CLINICAL_EVIDENCE = "clinical_evidence"
    BUDGET_ROI = "budget_roi"
    REIMBURSEMENT = "reimbursement"
    GOVERNANCE = "governance"
    COMPETING_PRIORITY = "competing_priority"
    VENDOR_VIABILITY = "vendor_viability"
    OTHER = "other"

    @property
    def words(self) -> str:
        """As people say it."""
        return _TOPICS[self]


_TOPICS = {
    ConcernTopic.SECURITY_PRIVACY: "security",
    ConcernTopic.LEGAL_CONTRACT: "contract",
    ConcernTopic.INTEGRATION: "integration",
    ConcernTopic.WORKFLOW_BURDEN: "workload",
    ConcernTopic.CLINICAL_EVIDENCE: "clinical proof",
    ConcernTopic.BUDGET_ROI: "money",
    ConcernTopic.REIMBURSEMENT: "reimbursement",
    ConcernTopic.GOVERNANCE: "approvals",
    ConcernTopic.COMPETING_PRIORITY: "other priorities",
    ConcernTopic.VENDOR_VIABILITY: "us as a vendor",
    ConcernTopic.OTHER: "other",
}


class ConcernStatus(StrEnum):
    """Raised is open; addressed (we answered) is still open; resolved (they say so) is not."""

    RAISED = "raised"
    ADDRESSED = "addressed"
    RESOLVED = "resolved"

    @property
    def open(self) -> bool:
        """Whether the concern still stands."""
        return self is not ConcernStatus.RESOLVED
