"""Which EHR the buyer runs, in which version, and how hard it is to join."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Evidence
from dealbot.domain.force import is_fact
from dealbot.domain.observation import Correction, Observation, SignalStatement
from dealbot.domain.pilot import Integration, integration_with
from dealbot.domain.signal import SignalKind
from dealbot.domain.wording import NOT, any_of

_VENDORS = (
    ("Epic", r"epic"),
    ("Oracle Health (Cerner)", r"cerner|oracle health|millennium"),
    ("athenahealth", r"athena(?:health|one)?"),
    ("Meditech", r"meditech|expanse"),
    ("eClinicalWorks", r"eclinicalworks|ecw"),
    ("Veradigm (Allscripts)", r"allscripts|veradigm|sunrise"),
    ("NextGen", r"nextgen"),
    ("CPSI (TruBridge)", r"cpsi|trubridge|evident"),
    ("Netsmart", r"netsmart"),
    ("MEDHOST", r"medhost"),
    ("Azalea", r"azalea"),
    ("Greenway", r"greenway"),
    ("PointClickCare", r"point ?click ?care"),
)
_VENDOR = re.compile("|".join(rf"(?P<v{n}>\b(?:{words})\b)" for n, (_, words) in enumerate(_VENDORS)), re.IGNORECASE)
_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_VERSION = any_of(rf"""
    expanse|magic|client[ /-]?server|c/s|(?:version|release|v) ?\d[\w.]*|\d\.\d[\w.]*
    (?:{_MONTHS} )?(?:20\d\d|['\u2019]\d\d)(?: (?:release|version))?|{_MONTHS} (?:release|version)
    (?:older|old|legacy|outdated) version
""")
_RELEASE = re.compile(r"(?:20|['\u2019])(?P<year>\d\d)\b")
_OLD = any_of(r"magic|client[ /-]?server|c/s|[1-5]\.\d[\w.]*|(?:older|old|legacy|outdated) version")
# A release may be this many years old before it counts as an old version (judged).
_FRESH_YEARS = 2
_MOVING = any_of(
    r"mov(?:es?|ed|ing)|switch\w*|migrat\w*|convert\w*|going|cut(?:ting)?(?:over)?",
    before=r"(?: over)? (?:to|onto)\W+(?:\w+\W+){0,2}$",
)
_DECIDED = re.compile(r"^\W*(?:decision|go-?live|cut-?over|migration|lands|project)\b", re.IGNORECASE)
_NOT_THEIRS = any_of(
    rf"not|no|never|off|left|replac\w+|instead of|used to (?:run|be on|use)|former|{NOT}",
    before=r"\W+(?:\w+\W+){0,2}$",
)
_JOINED = any_of(
    r"""
    (?:is|are|now|went|been) (?:(?!not|never|almost|nearly|half)\w+ )?(?:live|done|finished|working|signed off)
    (?:is|are|been) (?:now )?completed?
    ran \w+ \w+ (?:clean|without)
    """,
    after=r"(?:interfaces?|integration|bridge|hl7|fhir|feeds?)\b[^.;\n]*?\b",
)
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Ehr:
    """The EHR with its words; `moving_to` is the one to come. `name` None: only the one to come was told."""

    name: str | None
    version: str | None
    moving_to: str | None
    integration: Integration
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Words:
    name: str | None
    version: str | None
    moving_to: str | None
    old: bool


def ehr_of(counted: Iterable[Observation]) -> Ehr | None:
    """Work out the EHR from observations in replay order; the last word counts, and a version is kept with its name."""
    known: Ehr | None = None
    for observation in counted:
        match observation.item:
            case Correction(field=CorrectedField.EHR, value=value):
                known = _from(ehr_in(value, observation.origin.said_on), None, observation) or _other(
                    value, observation
                )
            case SignalStatement(kind=SignalKind.EHR, detail=detail, span=span):
                words = ehr_in(span.quote, observation.origin.said_on) or ehr_in(detail, observation.origin.said_on)
                known = _joined(_from(words, known, observation) or known, span.quote)
            case _:
                pass
    return known


@lru_cache(maxsize=4096)
def names_ehr(text: str) -> bool:
    """Whether a text holds the name of an EHR, whoever runs it."""
    return _VENDOR.search(text) is not None


def ehr_in(text: str, on: date) -> _Words | None:
    """Tell which EHR words said on a day name, and which is to come; None where they name none."""
    name = moving_to = version = None
    for found in _VENDOR.finditer(text):
        vendor = next(_VENDORS[int(key[1:])][0] for key, value in found.groupdict().items() if value)
        before, after = text[: found.start()], text[found.end() :]
        if _MOVING.search(before) or (name is not None and name != vendor and _DECIDED.match(after)):
            moving_to = vendor
        elif not _NOT_THEIRS.search(before) and name is None:
            name, version = vendor, _version(text, found)
    if name is None and moving_to is None:
        return None
    return _Words(name, version, moving_to, _is_old(version, text, on))


def _version(text: str, vendor: re.Match[str]) -> str | None:
    """The version named right after the vendor, or else right before it."""
    after = _VERSION.search(text, vendor.end(), vendor.end() + _NEAR) or _VERSION.fullmatch(vendor.group())
    before = [*_VERSION.finditer(text, max(vendor.start() - _NEAR, 0), vendor.start())]
    found = after or (before[-1] if before else None)
    return found.group() if found is not None else None


def _is_old(version: str | None, text: str, on: date) -> bool:
    if version is None:
        return _OLD.search(text) is not None
    year = _RELEASE.search(version)
    aged = year is not None and on.year - (2000 + int(year["year"])) > _FRESH_YEARS
    return aged or _OLD.search(version) is not None


def _from(words: _Words | None, known: Ehr | None, observation: Observation) -> Ehr | None:
    if words is None:
        return None
    if words.name is None and known is not None:
        return replace(known, moving_to=words.moving_to, evidence=observation.evidence)
    same = known is not None and known.name == words.name
    if known is not None and same and words.version is None and words.moving_to is None:
        return known
    integration = Integration.HARD if words.old else integration_with(words.name)
    version = words.version or (known.version if known is not None and same else None)
    moving_to = words.moving_to or (known.moving_to if known is not None and same else None)
    return Ehr(words.name, version, moving_to, integration, observation.evidence)


def _other(value: str, observation: Observation) -> Ehr:
    return Ehr(value, None, None, integration_with(value), observation.evidence)


def _joined(known: Ehr | None, quote: str) -> Ehr | None:
    found = _JOINED.search(quote)
    if known is None or found is None or not is_fact(found):
        return known
    return replace(known, integration=Integration.DONE)
