"""The officers of a hospital that a role-play is held with, and who of them speaks of what."""

import re
from enum import StrEnum

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.stakeholder import Function


class Officer(StrEnum):
    """Who asks the questions; one officer speaks for technology and its security."""

    CMO = "cmo"
    CNO = "cno"
    CFO = "cfo"
    CIO = "cio"
    CPO = "cpo"
    GC = "gc"

    @property
    def words(self) -> str:
        """As people call them."""
        return _CALLED[self]


_CALLED = {
    Officer.CMO: "CMO",
    Officer.CNO: "CNO",
    Officer.CFO: "CFO",
    Officer.CIO: "CIO/CISO",
    Officer.CPO: "Chief Pharmacy Officer",
    Officer.GC: "General Counsel",
}
_NAMED = {
    Officer.CMO: r"cmo|chief medical officer|medical director",
    Officer.CNO: r"cno|cne|chief nurs(?:e|ing) \w+|nursing",
    Officer.CFO: r"cfo|chief financ(?:e|ial) officer|finance",
    Officer.CIO: r"cio|ciso|chief information (?:security )?officer|security",
    Officer.CPO: r"cpo|chief pharmacy officer|pharmac(?:y|ist)",
    Officer.GC: r"gc|general counsel|chief legal officer|legal|lawyer",
}
_PATTERNS = {officer: re.compile(rf"\b(?:{names})\b", re.IGNORECASE) for officer, names in _NAMED.items()}
_SEAT = re.compile(
    r"\b(?:c[a-z]{1,3}o|chief|officer|director|head|vp|president|manager|executive|general counsel|gc|pharmac(?:y|ist)"
    r"|lawyer)\b",
    re.IGNORECASE,
)
_OF_FUNCTION = {
    Function.CLINICAL: Officer.CMO,
    Function.QUALITY: Officer.CMO,
    Function.NURSING: Officer.CNO,
    Function.PHARMACY: Officer.CPO,
    Function.FINANCE: Officer.CFO,
    Function.PROCUREMENT: Officer.CFO,
    Function.IT: Officer.CIO,
    Function.SECURITY: Officer.CIO,
    Function.LEGAL: Officer.GC,
    Function.COMPLIANCE: Officer.GC,
}
_OF_TOPIC = {
    ConcernTopic.SECURITY_PRIVACY: Officer.CIO,
    ConcernTopic.LEGAL_CONTRACT: Officer.GC,
    ConcernTopic.INTEGRATION: Officer.CIO,
    ConcernTopic.WORKFLOW_BURDEN: Officer.CNO,
    ConcernTopic.CLINICAL_EVIDENCE: Officer.CMO,
    ConcernTopic.BUDGET_ROI: Officer.CFO,
    ConcernTopic.REIMBURSEMENT: Officer.CFO,
    ConcernTopic.GOVERNANCE: Officer.CMO,
    ConcernTopic.COMPETING_PRIORITY: Officer.CIO,
    ConcernTopic.VENDOR_VIABILITY: Officer.CFO,
    ConcernTopic.OTHER: Officer.CFO,
}


def officers_named(text: str) -> tuple[Officer, ...]:
    """The officers that a text names, by title or what they are in charge of."""
    return tuple(officer for officer, pattern in _PATTERNS.items() if pattern.search(text))


def is_seat(words: str) -> bool:
    """Whether words name somebody who sits on a committee; "budget" and "revenue cycle" are what they speak of."""
    return _SEAT.search(words) is not None


def officer_of(function: Function | None) -> Officer | None:
    """The officer whose function it is; None where it is nobody's of them."""
    return _OF_FUNCTION.get(function) if function else None


def officer_for(function: Function | None, topic: ConcernTopic) -> Officer:
    """The officer nearest to somebody of a function, or else the one who speaks of the topic."""
    return officer_of(function) or _OF_TOPIC[topic]
