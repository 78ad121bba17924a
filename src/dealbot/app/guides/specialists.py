"""Whom to ask what the guides do not tell: a compliance answer is never made up."""

import re
from enum import StrEnum

from dealbot.app.patterns import alternatives


class Specialist(StrEnum):
    """Who answers for the product."""

    SECURITY_LIAISON = "security liaison"
    CLINICAL_ENGINEER = "clinical engineer"


_ASKED_OF = {
    Specialist.SECURITY_LIAISON: alternatives(r"""
        encrypt\w*|data (?:residency|cent(?:er|re)s?|location|retention)|host(?:ed|ing)|soc ?2|hitrust|fedramp
        iso ?27001
        hipaa|baa|phi|pen(?:etration)? ?test\w*|breach\w*|ransomware|vulnerabilit\w*|mfa|sso|single sign|security
        aes(?: ?\d+)?|fda|510\(?k\)?
        privacy|complian\w*|certifi\w*|audit\w*|gdpr|pci|subprocessors?|backups?|disaster recovery|rto|rpo|cyber\w*
    """),
    Specialist.CLINICAL_ENGINEER: alternatives(r"""
        fhir|hl7|epic|cerner|oracle health|meditech|athena\w*|ehr|emr|interfaces?|integrat\w*|api|adt|latency|bcma|cpoe
        alarms?|workflow|devices?|telemetry|interoperab\w*|order ?sets?
    """),
}
_PATTERNS = {who: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for who, words in _ASKED_OF.items()}
_OURS = re.compile(
    r"\b(?:are|is|do|does|did|have|has|can|will|where|what)\b.{0,20}\b(?:we|us|our|ours|you|your)\b"
    r"|\bwe(?:'re| are| have| hold| use)\b",
    re.IGNORECASE,
)
# What a company is or is not, whoever buys: nobody asks it of one deal.
_CLAIMED = re.compile(
    r"\b(?:are we|we are|we're|(?:is|are) our \w+|our \w+ (?:is|are))\b.*"
    r"\b(?:certified|compliant|accredited|attested|cleared|authorized|encrypted|hosted|stored)\b"
    r"|\bdo we (?:use|encrypt|store|host)\b",
    re.IGNORECASE,
)


def specialist_for(question: str) -> Specialist | None:
    """Who answers such a question, None where it is about neither security nor integration."""
    return next((who for who, pattern in _PATTERNS.items() if pattern.search(question)), None)


def about_ourselves(question: str) -> bool:
    """Whether a question is about what our own company has or does, which no guide can tell."""
    return _OURS.search(question) is not None


def subject_of(question: str, who: Specialist) -> str:
    """The word of a question by which it is theirs."""
    found = _PATTERNS[who].search(question)
    return found[0] if found else "this"


def step_to_ask(who: str, subject: str) -> str:
    """The words of a note that make asking them a next step."""
    return f"I'll ask our {who} about {subject} by Friday."


def claims_for_us(question: str) -> bool:
    """Whether a question claims, or asks for, something of our own company that only a specialist may say."""
    return _CLAIMED.search(question) is not None and specialist_for(question) is not None
