"""Takes structured identifiers of patients out of a note before it is stored; names and sales figures stay."""

from dataclasses import dataclass
from typing import Final

from dealbot.domain.note import Redaction
from dealbot.reading.identifiers import IdentifierKind, identifiers

_MARKERS: Final = {
    IdentifierKind.SSN: "[SSN removed]",
    IdentifierKind.MRN: "[MRN removed]",
    IdentifierKind.MBI: "[MBI removed]",
    IdentifierKind.DATE_OF_BIRTH: "[date of birth removed]",
    IdentifierKind.MEMBER_ID: "[member id removed]",
    IdentifierKind.ACCOUNT_ID: "[account id removed]",
}


@dataclass(frozen=True, slots=True)
class Redacted:
    """The note as kept, and the markers put into it."""

    text: str
    redactions: tuple[Redaction, ...]


def redact(text: str) -> Redacted:
    """The text with a marker in place of every identifier; redacting what was redacted changes nothing."""
    pieces: list[str] = []
    redactions: list[Redaction] = []
    read = written = 0
    for found in identifiers(text):
        marker = _MARKERS[found.kind]
        start = written + found.start - read
        pieces += [text[read : found.start], marker]
        redactions.append(Redaction(found.kind.value, start, start + len(marker)))
        read, written = found.end, start + len(marker)
    return Redacted("".join((*pieces, text[read:])), tuple(redactions))
