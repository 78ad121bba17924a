"""What kind of proof persuades whom: by what they said worries them, else as is typical of their part of the house."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.stakeholder import Function


class ProofKind(StrEnum):
    """What a person has to see before they say yes."""

    CLINICAL = "clinical"
    FINANCIAL = "financial"
    RISK = "risk"
    COMPANY_STABILITY = "company_stability"
    WORKFLOW = "workflow"
    DRUG_SAFETY = "drug_safety"
    SECURITY_LEGAL = "security_legal"


@dataclass(frozen=True, slots=True)
class Typical:
    """What people of a function usually worry about, until they say so only a guess; and the proof that meets it."""

    worry: str
    proof: ProofKind


# A worry about drugs is a pharmacy's proof of safety; from anybody else it is clinical.
_BY_TOPIC: Mapping[ConcernTopic, ProofKind] = {
    ConcernTopic.SECURITY_PRIVACY: ProofKind.SECURITY_LEGAL,
    ConcernTopic.LEGAL_CONTRACT: ProofKind.SECURITY_LEGAL,
    ConcernTopic.INTEGRATION: ProofKind.RISK,
    ConcernTopic.WORKFLOW_BURDEN: ProofKind.WORKFLOW,
    ConcernTopic.CLINICAL_EVIDENCE: ProofKind.CLINICAL,
    ConcernTopic.BUDGET_ROI: ProofKind.FINANCIAL,
    ConcernTopic.REIMBURSEMENT: ProofKind.FINANCIAL,
    ConcernTopic.COMPETING_PRIORITY: ProofKind.RISK,
    ConcernTopic.VENDOR_VIABILITY: ProofKind.COMPANY_STABILITY,
}
TYPICAL: Mapping[Function, Typical] = {
    Function.CLINICAL: Typical("outcomes, patient safety, medical staff morale", ProofKind.CLINICAL),
    Function.NURSING: Typical("nursing workflow, workload", ProofKind.WORKFLOW),
    Function.PHARMACY: Typical("drug safety, compliance", ProofKind.DRUG_SAFETY),
    Function.QUALITY: Typical("patient safety", ProofKind.CLINICAL),
    Function.OPERATIONS: Typical("disruption of daily work", ProofKind.WORKFLOW),
    Function.EXECUTIVE: Typical("whether we will still be here in five years", ProofKind.COMPANY_STABILITY),
    Function.FINANCE: Typical("cost savings", ProofKind.FINANCIAL),
    Function.IT: Typical("the work of integration", ProofKind.RISK),
    Function.SECURITY: Typical("patients' data in our hands", ProofKind.SECURITY_LEGAL),
    Function.LEGAL: Typical("liability", ProofKind.SECURITY_LEGAL),
    Function.COMPLIANCE: Typical("regulation", ProofKind.SECURITY_LEGAL),
    Function.PROCUREMENT: Typical("price and terms", ProofKind.FINANCIAL),
    Function.BOARD: Typical("risk to the house", ProofKind.RISK),
}


def proof_for(topic: ConcernTopic, function: Function | None) -> ProofKind | None:
    """What proof meets a stated worry; None where the topic does not tell."""
    if topic is ConcernTopic.CLINICAL_EVIDENCE and function is Function.PHARMACY:
        return ProofKind.DRUG_SAFETY
    return _BY_TOPIC.get(topic)
