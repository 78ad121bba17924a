"""What structured identifiers of patients look like: a value after its cue, or a form that nothing else has."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final


class IdentifierKind(StrEnum):
    """What an identifier is."""

    SSN = "ssn"
    MRN = "mrn"
    MBI = "mbi"
    DATE_OF_BIRTH = "date_of_birth"
    MEMBER_ID = "member_id"
    ACCOUNT_ID = "account_id"


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier in a text; offsets in code points, end exclusive."""

    kind: IdentifierKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    """A pattern whose group `value` is the identifier if it holds enough digits."""

    kind: IdentifierKind
    pattern: re.Pattern[str]
    digits: int = 0


# Possessive throughout: a link is taken whole or not at all, so that no text can make the search slow.
_LINK: Final = (
    r"(?:\s++|[\u200b:=#.,(\[\"'*\-]|(?:is|was|are|were|no|nr|num|numbers?|ids?|on|file|listed|recorded|given|as|of|for"
    r"|the|pt|patient|value|reads|ending|in)\b){0,9}+"
)
_END: Final = r"(?!\w)(?![.,/]\d)(?!\s?%)"
_NUMBER_SIGN: Final = r"(?:\s?(?:#|id\b|i\.d\.|identifier\b|identification\b|number\b|num\b|no\b\.?)){1,3}+"
_RUN: Final = r"[a-z]{0,3}-?\d{5,14}(?:-\d{1,4})?"
_NUMBER: Final = (
    rf"(?P<value>(?!\d{{4}}-\d\d-\d\d\b)(?:{_RUN}"
    r"|[a-z]{0,3}-?\d{1,4}(?P<sign>[ .\-_\u200b])\d{1,5}(?:(?P=sign)\d{1,5}){0,5}))"
)
_CODE: Final = (
    r"(?P<value>[a-z]{0,4}-?\d[\da-z]{5,19}(?:-[\da-z]{1,6}){0,3}"
    r"|[a-z]{0,4}-?\d[\da-z]{0,9}(?:[ -]\d[\da-z]{0,9}){1,4})"
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE: Final = (
    r"(?:\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{2,4}|\d{4}[/.\-]\d{1,2}[/.\-]\d{1,2}"
    rf"|{_MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?,?\s?\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s\-](?:of\s)?{_MONTH}[\s,\-]{{1,2}}\d{{2,4}})"
)
_BIRTH: Final = r"(?:\bdob\b|\bd\.\s?o\.\s?b\b\.?|\bdate\sof\sbirth\b|\bbirth\s?date\b)"
_SOCIAL: Final = r"(?:ssns?|s\.s\.n\.?|ss\s?#|soc(?:ial)?\s?sec(?:urity)?|social)(?![a-z])"
_RECORD: Final = (
    r"\b(?:m\.?\s?r\.?\s?n\.?s?(?![a-z])|med(?:ical)?\.?\srec(?:ord)?s?\b\.?"
    r"|(?:chart|patient|pt)(?=\s?(?:#|no\b|num|id\b)))"
)
_MEMBER: Final = (
    r"\b(?:member|subscriber|beneficiary|enrollee|insurance|insured|health\splan|plan|medicaid|medicare|recipient"
    r"|certificate)(?:'s)?"
)
_ACCOUNT: Final = rf"\b(?:(?:account|encounter|visit)\b{_NUMBER_SIGN}|a/c\b|acct\b\.?|csn\b|har\b)"
_LETTER: Final = "[ac-hj-km-np-rt-y]"
_MBI: Final = (
    rf"(?<![\w\-])(?P<value>[1-9]{_LETTER}(?:{_LETTER}|\d)\d(?P<sign>[ -]?){_LETTER}(?:{_LETTER}|\d)\d"
    rf"(?P=sign){_LETTER}{{2}}\d\d)(?![\w\-])"
)


def _form(kind: IdentifierKind, source: str, digits: int = 0) -> _Form:
    return _Form(kind, re.compile(source, re.IGNORECASE | re.ASCII), digits)


# Of two that overlap the one that begins first counts, then the one that stands first here.
_FORMS: Final = (
    _form(IdentifierKind.MBI, _MBI),
    _form(IdentifierKind.SSN, r"(?<![\w\-.#])(?P<value>(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4})(?![\w\-])"),
    _form(IdentifierKind.SSN, r"(?<![\w\-])(?P<value>[x*]{3}-?[x*]{2}-?\d{4})(?![\w\-])"),
    _form(IdentifierKind.SSN, rf"\b{_SOCIAL}{_LINK}(?P<value>\d{{3}}[ .\-\u200b]?\d\d[ .\-\u200b]?\d{{4}}){_END}"),
    _form(
        IdentifierKind.SSN,
        rf"\blast\s(?:four|4)(?:\sdigits)?\sof\s(?:\w{{2,8}}\s)?{_SOCIAL}{_LINK}(?P<value>\d{{4}}){_END}",
    ),
    _form(IdentifierKind.SSN, rf"\b{_SOCIAL}\s(?:number\s)?ending\b{_LINK}(?P<value>\d{{4}}){_END}"),
    _form(IdentifierKind.MRN, rf"{_RECORD}{_LINK}{_NUMBER}{_END}", 5),
    _form(IdentifierKind.MRN, rf"\b(?:patient|pt)\s(?P<value>\d{{7,12}}){_END}"),
    _form(IdentifierKind.MEMBER_ID, rf"{_MEMBER}{_NUMBER_SIGN}{_LINK}{_CODE}{_END}", 6),
    _form(IdentifierKind.MEMBER_ID, rf"\bpolicy{_NUMBER_SIGN}{_LINK}{_CODE}{_END}", 8),
    _form(IdentifierKind.ACCOUNT_ID, rf"{_ACCOUNT}{_LINK}{_NUMBER}{_END}", 6),
    _form(IdentifierKind.DATE_OF_BIRTH, rf"{_BIRTH}{_LINK}(?P<value>{_DATE}|\d{{1,2}}/\d{{1,2}}|\d{{8}}){_END}"),
    _form(IdentifierKind.DATE_OF_BIRTH, rf"\b(?:born|birthday|b-?day)\b{_LINK}(?P<value>{_DATE}){_END}"),
    _form(
        IdentifierKind.DATE_OF_BIRTH,
        rf"(?<![\w/.\-])(?P<value>{_DATE})[\s(,\-]{{1,3}}{_BIRTH}(?!{_LINK}(?:\[|\d|[a-z]{{3,9}}\s\d))",
    ),
)
_MORE: Final = re.compile(
    rf"(?:\s?,\s?(?:and\s)?|\s(?:and|&)\s|\s?[/;]\s?)(?P<value>{_RUN}){_END}", re.IGNORECASE | re.ASCII
)
_LISTED: Final = frozenset({IdentifierKind.MRN, IdentifierKind.MEMBER_ID, IdentifierKind.ACCOUNT_ID})


def identifiers(text: str) -> tuple[Identifier, ...]:
    """Every identifier of a text, left to right, none overlapping."""
    plain = text if text.isascii() else "".join(map(_plain, text))
    every = (one for form in _FORMS for one in _of_form(plain, form))
    kept: list[Identifier] = []
    for one in sorted(every, key=lambda one: one.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _of_form(plain: str, form: _Form) -> Iterator[Identifier]:
    for match in form.pattern.finditer(plain):
        if _digits(match["value"]) >= form.digits:
            yield Identifier(form.kind, *match.span("value"))
            if form.kind in _LISTED:
                yield from _more(plain, form.kind, match)


def _more(plain: str, kind: IdentifierKind, match: re.Match[str]) -> Iterator[Identifier]:
    """The others of a list ("MRNs 4410982, 4410983 and 4410990"), as long as they are alike."""
    following = _MORE.match(plain, match.end("value"))
    while following and _digits(following["value"]) == _digits(match["value"]):
        yield Identifier(kind, *following.span("value"))
        following = _MORE.match(plain, following.end("value"))


def _digits(value: str) -> int:
    return sum(sign.isdecimal() for sign in value)


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """The ASCII sign a character stands for, so that other digits, dashes, spaces and widths hide nothing."""
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    category = unicodedata.category(sign)
    if category == "Pd" or sign == "\u2212":
        return "-"
    if category in {"Zs", "Cf"}:
        return " " if category == "Zs" else "\u200b"
    wide = unicodedata.normalize("NFKC", sign)
    return wide if len(wide) == 1 else sign
