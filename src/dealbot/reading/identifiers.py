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
    """A pattern whose group `value`, if matched, is the identifier when it holds enough digits."""

    kind: IdentifierKind
    pattern: re.Pattern[str]
    digits: int = 0


# Possessive throughout: a link is taken whole or not at all, so that no text can make the search slow.
_LINK: Final = (
    r"(?:\s++|it's\b|[^\w\s$%.]|(?:no|nr|num)\b\.?|(?:is|was|are|were|numbers?|ids?|on|file|listed|recorded|given|as|of|for|the"
    r"|pt|patient|value|reads?|ending|ends|in|with|this|that|one|which|they|he|she|it|we|showed|shown|gave|sent|had|typed"
    r"|pasted|epic|cerner|meditech|dob|cin)\b){0,12}+"
)
_COUNTED: Final = (
    r"(?!\s(?:[a-z]{3,12}\s)?(?:lives|members|enrollees|patients|beneficiaries|people|records|claims|pages|beds)\b)"
)
_END: Final = rf"(?!\w)(?![.,]\d)(?!/\d{{1,4}}\b)(?!\s?%){_COUNTED}"
_NUMBER_SIGN: Final = r"(?:\s?(?:#|id\b|i\.d\.|identifier\b|identification\b|number\b|num\b|no\b\.?)){1,3}+"
_RUN: Final = r"[a-z]{0,3}-?\d{5,14}(?:-\d{1,4})?"
_NUMBER: Final = (
    rf"(?P<value>(?!\d{{4}}-\d\d-\d\d\b)(?:{_RUN}"
    r"|[a-z]{0,3}-?\d{1,4}(?P<sign>[ .\-_\u200b])\d{1,5}(?:(?P=sign)\d{1,5}){0,5}))"
)
_CODE: Final = (
    r"(?P<value>(?![hrse]\d{4}-\d{3}\b)(?:[a-z]{0,4}-?\d[\da-z]{5,19}(?:-[\da-z]{1,6}){0,3}"
    r"|[a-z]{0,4}[ -]?\d[\da-z]{0,9}(?:[ -]\d[\da-z]{0,9}){1,4}))"
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE: Final = (
    r"(?:\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{2,4}|\d{4}[/.\-]\d{1,2}[/.\-]\d{1,2}"
    rf"|{_MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?,?\s?\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s\-]?(?:of\s)?{_MONTH}[\s,\-]{{0,2}}\d{{2,4}})"
)
_LOOSE_DATE: Final = rf"(?:{_DATE}|{_MONTH}\s?'?\d{{2,4}}|\d{{1,2}}/\d{{1,2}}|\d{{8}})"
_BIRTH: Final = r"(?:\bdob\b|\bd\.?\s?o\.?\s?b\b\.?|\bdate[\s\-]of[\s\-]birth\b|\bbirth\s?date\b)"
_SOCIAL: Final = r"(?:ssns?|itin|s\.s\.n\.?|ss\s?#|soc(?:ial)?\s?sec(?:urity)?|social)(?![a-z])"
_NINE: Final = r"\d{3}\s?[ ./\-\u200b]?\s?\d\d\s?[ ./\-\u200b]?\s?\d{4}"
_MRN: Final = r"(?:m\.?\s?r\.?\s?n\.?(?:'?s)?(?![a-z])|mr\s?#)"
_RECORD: Final = (
    rf"\b(?:{_MRN}|e?mpi\b|(?:(?:med(?:ical)?\.?\s?)?rec(?:ord)?\b\.?|chart\b|patient\b|pt\b\.?){_NUMBER_SIGN}"
    r"|(?:patient|pt)\.?\s?:(?=\s?\d{6})|med(?:ical)?\.?\s?rec(?:ord)?\b(?=\s(?:\d\s?){6}))"
)
_LAST_FOUR: Final = r"last\s(?:four|4)(?:\sdigits)?(?:\sof)?"
_MEMBER: Final = (
    r"\b(?:member|mbr|subscriber|sub|beneficiary|enrollee|insurance|insured|health\splan|plan|medicaid|medi-?cal|medicare"
    r"|recipient)(?:'s)?"
)
_ACCOUNT: Final = (
    rf"\b(?:(?:account|encounter|visit|guarantor)\b{_NUMBER_SIGN}|(?:patient|hospital|guarantor)(?:'s)?\s(?:account|acct)\b"
    rf"|account:|a/c\b|acct\b\.?|fin{_NUMBER_SIGN}|fin(?=\s\d{{8}}))"
)
_LETTER: Final = "[ac-hj-km-np-rt-y]"
_MBI: Final = (
    rf"(?<![\w\-])(?P<value>[1-9]{_LETTER}(?:{_LETTER}|\d)\d(?P<sign>[ -]?){_LETTER}(?:{_LETTER}|\d)\d"
    rf"(?P=sign){_LETTER}{{2}}\d\d)(?![\w\-])"
)
_ORDER: Final = r"\b(?:p\.?o\.?|order|part|item|invoice|sku|ref|model)\s?(?:number|no\.?)?\s?[#:]?\s?\d[\d\-]*+"
# Between a value and a cue that follows it ("5567123 is her MRN", "3/4/1961 (DOB)").
_BACK_LINK: Final = r"(?:\s?\(|\s(?:is|was|being|as)\b)(?:\s(?:the|her|his|their|a|patient))?\s?"

# After such a cue, a value or marker of its own would make it the cue of that one.
_ALONE: Final = rf"(?!{_LINK}(?:\d|[a-z]{{1,9}}\s?'?\d|[a-z ]{{3,14}}\sremoved\]))"


def _form(kind: IdentifierKind, source: str, digits: int = 0) -> _Form:
    return _Form(kind, re.compile(source, re.IGNORECASE | re.ASCII), digits)


# Of two that overlap the one that begins first counts, then the one that stands first here.
_FORMS: Final = (
    _form(IdentifierKind.MBI, _MBI),
    _form(
        IdentifierKind.SSN,
        rf"{_ORDER}|(?<![\w\-.#])(?P<value>(?!000|666|9)\d{{3}}-(?!00)\d\d-(?!0000)\d{{4}})(?![\w\-])",
    ),
    _form(IdentifierKind.SSN, r"(?<![\w\-])(?P<value>[x*]{3}-?[x*]{2}-?\d{4})(?![\w\-])"),
    _form(IdentifierKind.SSN, rf"\b{_SOCIAL}{_LINK}(?P<value>{_NINE}){_END}"),
    _form(IdentifierKind.SSN, rf"(?<![\w.\-])(?P<value>{_NINE}){_BACK_LINK}{_SOCIAL}{_ALONE}"),
    _form(IdentifierKind.SSN, rf"\b{_LAST_FOUR}\s(?:\w{{2,8}}\s)?{_SOCIAL}{_LINK}(?P<value>\d{{4}}){_END}"),
    _form(
        IdentifierKind.SSN, rf"\b{_SOCIAL}\s\(?(?:number\s)?(?:ending|{_LAST_FOUR})\b{_LINK}(?P<value>\d{{4}}){_END}"
    ),
    _form(IdentifierKind.MRN, rf"{_RECORD}{_LINK}{_NUMBER}{_END}", 5),
    _form(IdentifierKind.MRN, rf"\bunit\b{_NUMBER_SIGN}{_LINK}(?P<value>\d{{6,12}}){_END}"),
    _form(IdentifierKind.MRN, rf"\b{_MRN}\send(?:s|ing)(?:\s(?:in|with))?\s(?P<value>\d{{3,5}}){_END}"),
    _form(IdentifierKind.MRN, rf"(?<![\w.,\-/$])(?P<value>{_RUN}){_BACK_LINK}{_MRN}{_ALONE}"),
    _form(IdentifierKind.MRN, rf"\b(?:patient|pt)\s(?P<value>\d{{7,12}}){_END}"),
    _form(
        IdentifierKind.MEMBER_ID,
        rf"\bhicn?\b{_LINK}(?P<value>[a-z]{{0,3}}\d{{3}}-?\d\d-?\d{{4}}[a-z]?\d?){_END}",
    ),
    _form(IdentifierKind.MEMBER_ID, rf"{_MEMBER}{_NUMBER_SIGN}{_LINK}{_CODE}{_END}", 5),
    _form(IdentifierKind.MEMBER_ID, rf"\b(?:member|mbr)\s(?=[a-z]{{1,4}}\d){_CODE}{_END}", 7),
    _form(IdentifierKind.MEMBER_ID, rf"\bpolicy{_NUMBER_SIGN}{_LINK}{_CODE}{_END}", 8),
    _form(IdentifierKind.ACCOUNT_ID, rf"{_ACCOUNT}{_LINK}{_NUMBER}{_END}", 6),
    _form(IdentifierKind.ACCOUNT_ID, rf"\b(?:encounter|visit|csn|har)\b{_LINK}(?P<value>\d{{8,14}}){_END}"),
    _form(IdentifierKind.DATE_OF_BIRTH, rf"{_BIRTH}{_LINK}(?:\d{{5,14}}\s?[/,]\s?)?(?P<value>{_LOOSE_DATE}){_END}"),
    _form(IdentifierKind.DATE_OF_BIRTH, rf"\b(?:born|birthday|b-?day)\b{_LINK}(?P<value>{_DATE}){_END}"),
    _form(
        IdentifierKind.DATE_OF_BIRTH,
        rf"(?<![\w/.\-])(?P<value>{_DATE})(?:{_BACK_LINK}|[\s,\-]{{1,3}}){_BIRTH}{_ALONE}",
    ),
    _form(IdentifierKind.MEMBER_ID, rf"\bid\b{_LINK}(?P<value>[a-z]{{1,3}}\d{{9,12}}){_END}"),
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
        if match["value"] and _digits(match["value"]) >= form.digits:
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
