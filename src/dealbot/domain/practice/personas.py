"""Whom of a buying committee a document prepares for: by its title, its tags and whom a policy note says to ask."""

import re
from enum import StrEnum

from dealbot.domain.knowledge import Document


class Persona(StrEnum):
    """The members of a committee that there are decks for."""

    CMO = "CMO"
    CNO = "CNO"
    CFO = "CFO"
    CIO_CISO = "CIO/CISO"
    PHARMACY = "pharmacy"
    GENERAL_COUNSEL = "General Counsel"


_WORDS = {
    Persona.CMO: r"\bCMO\b|chief medical officer",
    Persona.CNO: r"\bCNO\b|chief nurs(?:e|ing) (?:officer|executive)",
    Persona.CFO: r"\bCFO\b|chief financ(?:e|ial) officer",
    Persona.CIO_CISO: r"\bC(?:IO|ISO)\b|chief information (?:security )?officer",
    Persona.PHARMACY: r"\bpharmacy\b|\bP&T\b|\bCPO\b",
    Persona.GENERAL_COUNSEL: r"general counsel|\bGC\b|chief legal officer",
}
_PATTERNS = {persona: re.compile(words, re.IGNORECASE) for persona, words in _WORDS.items()}
_TO_ASK = re.compile(r"questions to ask", re.IGNORECASE)


def personas_of(document: Document) -> tuple[Persona, ...]:
    """Those a document names as the one it prepares for, in their own order."""
    about = document.about
    asked = (section.heading[-1] for section in document.sections if section.heading) if document.policy else ()
    words = " | ".join((about.title, *about.tags, *about.audience, *filter(_TO_ASK.match, asked)))
    return tuple(persona for persona, pattern in _PATTERNS.items() if pattern.search(words))
