"""What decides how hard a change of reimbursement hits an account, and which of it the notes tell."""

import re
from collections.abc import Iterable
from enum import StrEnum

from dealbot.domain.deal import Signal
from dealbot.domain.signal import SignalKind


class ExposurePart(StrEnum):
    """What has to be known of an account."""

    PAYMENT_MODEL = "payment_model"
    PAYER_MIX = "payer_mix"
    RISK_CONTRACTS = "risk_contracts"
    SELF_INSURED = "self_insured"


_RISK = (
    r"risk[- ](?:contracts?|bearing|sharing|based)|shared savings|\bmssp\b|\baco\b|capitat|bundled? payment"
    r"|(?:two|one)[- ]sided|downside|upside|at risk for"
)
_PAYERS = r"payer mix|medicare|medicaid|commercial|uninsured|self[- ]pay|charity care|payers?\b"
_WORDS: tuple[tuple[ExposurePart, re.Pattern[str]], ...] = tuple(
    (part, re.compile(words, re.IGNORECASE))
    for part, words in (
        (ExposurePart.SELF_INSURED, r"self[- ](?:insured|funded|insures?)|own (?:employee )?health plan"),
        (ExposurePart.RISK_CONTRACTS, _RISK),
        (ExposurePart.PAYMENT_MODEL, r"fee[- ]for[- ]service|\bffs\b|value[- ]based|\bvbc\b"),
        (ExposurePart.PAYER_MIX, _PAYERS),
    )
)


def exposure_known(signals: Iterable[Signal]) -> dict[ExposurePart, Signal]:
    """The latest word on each part; one statement may tell of several."""
    told = sorted(
        (signal for signal in signals if signal.kind is SignalKind.EXPOSURE),
        key=lambda signal: (signal.evidence.on, signal.evidence.note, signal.evidence.span.start),
    )
    found = {part: signal for signal in told for part, words in _WORDS if words.search(_said(signal))}
    return {part: found[part] for part in ExposurePart if part in found}


def _said(signal: Signal) -> str:
    return f"{signal.detail} {signal.evidence.quote}"
