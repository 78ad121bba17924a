"""What may still tell of a patient after identifiers are redacted and names are masked: a loose second look."""

import re
from enum import StrEnum

_DATE = (
    r"(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2})"
)
_PERSON = r"(?:P|N)\d+[b-z]*"


class Residue(StrEnum):
    """Why a text is taken to be about a patient."""

    LONG_NUMBER = "long_number"
    NAMED_PATIENT = "named_patient"
    CARE_DATE = "care_date"
    AGE = "age"


_PATTERNS = {
    Residue.LONG_NUMBER: re.compile(
        r"(?<![\w$€£.,-])(?<![$€£] )(?:\d{7,}|\d{3,4}(?:[ -]\d{3,4}){2,})(?![\w,.]*\d)(?!\s*(?:USD|dollars))"
    ),
    Residue.NAMED_PATIENT: re.compile(
        rf"\b(?:(?:in|out)?patient|pt)\b(?:,? (?:named|name|called|is|was|mr|mrs|ms|:)\.?){{0,2}}[ :,]+{_PERSON}\b"
        rf"|\b{_PERSON}\b,? (?:is|was|as) (?:a|their|our|the) (?:(?:in|out)?patient)\b"
        r"(?! (?:safety|advocate|experience|access))"
        r"|\bpatient (?:named|called) \w+",
        re.IGNORECASE,
    ),
    Residue.CARE_DATE: re.compile(
        r"\b(?:admit(?:ted)?|discharged|born|dob|birth(?:day|date)?|died|deceased|expired|transfused|coded)\b"
        rf"[^.\n]{{0,20}}?{_DATE}"
        rf"|{_DATE}[^.\n]{{0,12}}?\b(?:admission|birthday|death)\b",
        re.IGNORECASE,
    ),
    Residue.AGE: re.compile(
        r"\b(?:9\d|1[01]\d)[ -]?(?:yo|y/o|yrs? old|years? old|year-old|-year-old)\b"
        r"|\b\d{1,3}[ -]?(?:yo|y/o|years? old|year-old)\b[ ,]*(?:old )?"
        r"(?:m|f|male|female|man|woman|boy|girl|patient|pt)\b",
        re.IGNORECASE,
    ),
}


def residue_of(masked: str) -> frozenset[Residue]:
    """What a masked text still shows of patients; a false alarm costs the model's help with one note."""
    return frozenset(kind for kind, pattern in _PATTERNS.items() if pattern.search(masked))
