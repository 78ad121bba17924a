"""A policy note: what a rule changes, for whom, and since when."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

DOCUMENT_NUMBER: Final = re.compile(r"\b\d{4}-(?:\d{5,6}|(?!19|20)\d{4})\b")
"""A number of the Federal Register, "2025-20907"; "2025-2026" are years."""


class PolicyKind(StrEnum):
    """What kind of text it is."""

    FINAL = "final"
    PROPOSED = "proposed"
    CORRECTION = "correction"
    NOTICE = "notice"
    GUIDANCE = "guidance"
    STATE = "state"
    PAYER = "payer"


class PolicyStatus(StrEnum):
    """Whether it holds; unknown where something suggests that it does not."""

    IN_FORCE = "in_force"
    PROPOSED = "proposed"
    SUPERSEDED = "superseded"
    VACATED = "vacated"
    UNKNOWN = "unknown"


class Payer(StrEnum):
    """Who pays for care."""

    MEDICARE_FFS = "medicare_ffs"
    MEDICARE_ADVANTAGE = "medicare_advantage"
    MEDICAID = "medicaid"
    COMMERCIAL = "commercial"
    SELF_PAY = "self_pay"


class Setting(StrEnum):
    """Where care is given."""

    HOSPITAL_INPATIENT = "hospital_inpatient"
    HOSPITAL_OUTPATIENT = "hospital_outpatient"
    ASC = "asc"
    PHYSICIAN_PRACTICE = "physician_practice"
    RURAL_HEALTH = "rural_health"
    POST_ACUTE = "post_acute"
    HOME_HEALTH = "home_health"
    PSYCHIATRIC = "psychiatric"
    DIALYSIS = "dialysis"


class PayModel(StrEnum):
    """How care is paid for."""

    FFS = "ffs"
    VALUE_BASED = "value_based"


class Direction(StrEnum):
    """Which way it moves what providers are paid."""

    CUT = "cut"
    INCREASE = "increase"
    MIXED = "mixed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Affects:
    """Whom it reaches; an empty set means that the text names none. `states` are postal codes, or US for all."""

    payers: frozenset[Payer] = frozenset()
    settings: frozenset[Setting] = frozenset()
    models: frozenset[PayModel] = frozenset()
    states: frozenset[str] = frozenset()
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PolicyNote:
    """The facts of one rule; None is unknown. `to_review` says why a person must look before it is relied on."""

    id: str
    title: str
    agency: str
    doc_type: PolicyKind
    status: PolicyStatus
    published_on: date
    as_of: date
    source_url: str
    document_number: str | None = None
    effective_on: date | None = None
    comment_due_on: date | None = None
    supersedes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    affects: Affects = Affects()
    direction: Direction = Direction.UNKNOWN
    to_review: str | None = None
    reviewed_by: str | None = None
    reviewed_on: date | None = None
