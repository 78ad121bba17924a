"""How far an account hangs on what payers decide: shares, contracts, settings and programs, each as told on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar

from dealbot.domain.evidence import Evidence
from dealbot.domain.policy import Payer, Setting
from dealbot.domain.stakeholder import Function

# A payer mix is of a fiscal year.
OLD_AFTER = timedelta(days=365)
# Shares are rounded one by one.
MOST_IN_ALL = 101.0


class RiskContract(StrEnum):
    """A contract under which they answer for the cost of care."""

    MSSP = "mssp"
    ACO_REACH = "aco_reach"
    BPCI = "bpci"
    COMMERCIAL = "commercial"


class ExposureKey(StrEnum):
    """One thing to know of an account's exposure; each is a field of `Exposure`."""

    MEDICARE_FFS = "medicare_ffs"
    MEDICARE_ADVANTAGE = "medicare_advantage"
    MEDICAID = "medicaid"
    COMMERCIAL = "commercial"
    SELF_PAY = "self_pay"
    FFS_SHARE = "ffs_share"
    VBC_SHARE = "vbc_share"
    RISK_CONTRACTS = "risk_contracts"
    SELF_INSURED = "self_insured"
    OUTPATIENT_SHARE = "outpatient_share"
    SETTINGS = "settings"
    STATES = "states"
    PROGRAM_340B = "program_340b"
    TEACHING = "teaching"
    CRITICAL_ACCESS = "critical_access"


PAYERS: Mapping[Payer, ExposureKey] = {payer: ExposureKey(payer.value) for payer in Payer}
"""The share of each payer."""
MODELS = (ExposureKey.FFS_SHARE, ExposureKey.VBC_SHARE)
SHARES = frozenset({*PAYERS.values(), *MODELS, ExposureKey.OUTPATIENT_SHARE})
"""Shares of what they are paid, in percent, 0 to 100."""
SETS = frozenset({ExposureKey.RISK_CONTRACTS, ExposureKey.SETTINGS, ExposureKey.STATES})
"""Several names; an empty set means that there is none."""
ATTRIBUTES = frozenset(ExposureKey) - SHARES - SETS
"""Yes or no."""


class ExposurePart(StrEnum):
    """What belongs together on the card."""

    PAYER_MIX = "payer_mix"
    PAYMENT_MODEL = "payment_model"
    RISK_CONTRACTS = "risk_contracts"
    SELF_INSURED = "self_insured"
    CARE = "care"

    @property
    def keys(self) -> tuple[ExposureKey, ...]:
        """What is to be known of this part, in the order of the keys."""
        return tuple(key for key in ExposureKey if part_of(key) is self)


def part_of(key: ExposureKey) -> ExposurePart:
    """The part that a key belongs to."""
    if key in PAYERS.values():
        return ExposurePart.PAYER_MIX
    if key in MODELS:
        return ExposurePart.PAYMENT_MODEL
    return ExposurePart(key.value) if key.value in tuple(ExposurePart) else ExposurePart.CARE


def whom_to_ask(key: ExposureKey) -> Function:
    """Whose business it is to know: the CFO's, or pharmacy's for what is bought under 340B."""
    return Function.PHARMACY if key is ExposureKey.PROGRAM_340B else Function.FINANCE


Value = float | bool | frozenset[str]
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Known(Generic[T_co]):
    """A value with its words and the day it was said.

    `source` is what somebody named who set it by hand; `also` are earlier words that a set was put together from.
    `about`: the words only say about how much. `partial`: the words name some, and there may be more.
    """

    value: T_co
    evidence: Evidence
    source: str | None = None
    about: bool = False
    partial: bool = False
    also: tuple[Evidence, ...] = ()

    @property
    def on(self) -> date:
        """The day it was said."""
        return self.evidence.on

    def old(self, as_of: date) -> bool:
        """Whether it was said more than a year before a day."""
        return as_of - self.on > OLD_AFTER


@dataclass(frozen=True, slots=True)
class Exposure:
    """All that is known; None is unknown, which is neither no nor none.

    `words` are the latest words on a part that say something of it without a value ("mostly fee-for-service").
    """

    medicare_ffs: Known[float] | None = None
    medicare_advantage: Known[float] | None = None
    medicaid: Known[float] | None = None
    commercial: Known[float] | None = None
    self_pay: Known[float] | None = None
    ffs_share: Known[float] | None = None
    vbc_share: Known[float] | None = None
    risk_contracts: Known[frozenset[RiskContract]] | None = None
    self_insured: Known[bool] | None = None
    outpatient_share: Known[float] | None = None
    settings: Known[frozenset[Setting]] | None = None
    states: Known[frozenset[str]] | None = None
    program_340b: Known[bool] | None = None
    teaching: Known[bool] | None = None
    critical_access: Known[bool] | None = None
    words: tuple[tuple[ExposurePart, Evidence], ...] = ()

    def get(self, key: ExposureKey) -> Known[Value] | None:
        """What is known of a key."""
        found: Known[Value] | None = getattr(self, key.value)
        return found

    def payer(self, payer: Payer) -> Known[float] | None:
        """The share of a payer, in percent."""
        found: Known[float] | None = getattr(self, payer.value)
        return found

    @property
    def known(self) -> dict[ExposureKey, Known[Value]]:
        """All that is known, in the order of the keys."""
        return {key: found for key in ExposureKey if (found := self.get(key)) is not None}

    @property
    def unknown(self) -> tuple[ExposureKey, ...]:
        """What nobody told."""
        return tuple(key for key in ExposureKey if self.get(key) is None)

    @property
    def too_much(self) -> tuple[tuple[ExposurePart, float], ...]:
        """Which shares add up to more than all there is, and to how many percent."""
        sums = ((part, self._sum(part.keys)) for part in (ExposurePart.PAYER_MIX, ExposurePart.PAYMENT_MODEL))
        return tuple((part, total) for part, total in sums if total > MOST_IN_ALL)

    @property
    def evidence(self) -> Iterator[Evidence]:
        """All words that something is known from."""
        for found in self.known.values():
            yield from (found.evidence, *found.also)
        yield from (words for _, words in self.words)

    def _sum(self, keys: tuple[ExposureKey, ...]) -> float:
        found = (self.get(key) for key in keys)
        return sum(float(each.value) for each in found if each is not None and isinstance(each.value, int | float))


NO_EXPOSURE_KNOWN = Exposure()


def exposure_from(
    known: Mapping[ExposureKey, Known[Value]], words: Mapping[ExposurePart, Evidence] | None = None
) -> Exposure:
    """Put the record together."""
    fields: dict[str, Any] = {key.value: found for key, found in known.items()}
    told = words or {}
    return Exposure(**fields, words=tuple((part, told[part]) for part in ExposurePart if part in told))
