"""The exposure of an account in words: its parts, their values with day and source, and what does not add up."""

from datetime import date
from itertools import groupby

from dealbot.app.wording import by_hand, cited, day, first_name, opening, short_quote
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.exposure import SHARES, ExposureKey, ExposurePart, Known, Value
from dealbot.domain.exposures.by_hand import given as read
from dealbot.domain.exposures.told import words_on
from dealbot.domain.observation import Correction
from dealbot.domain.policy import Setting
from dealbot.domain.stakeholder import Function

PARTS = {
    ExposurePart.PAYER_MIX: "Payer mix",
    ExposurePart.PAYMENT_MODEL: "Payment",
    ExposurePart.RISK_CONTRACTS: "Risk contracts",
    ExposurePart.SELF_INSURED: "Self-insured",
    ExposurePart.CARE: "Sites and programs",
}
LABELS = {
    ExposureKey.MEDICARE_FFS: "Medicare",
    ExposureKey.MEDICARE_ADVANTAGE: "Medicare Advantage",
    ExposureKey.MEDICAID: "Medicaid",
    ExposureKey.COMMERCIAL: "commercial",
    ExposureKey.SELF_PAY: "self-pay",
    ExposureKey.FFS_SHARE: "fee-for-service",
    ExposureKey.VBC_SHARE: "value-based",
    ExposureKey.RISK_CONTRACTS: "risk contracts",
    ExposureKey.SELF_INSURED: "self-insured",
    ExposureKey.OUTPATIENT_SHARE: "outpatient",
    ExposureKey.SETTINGS: "settings",
    ExposureKey.STATES: "states",
    ExposureKey.PROGRAM_340B: "340B",
    ExposureKey.TEACHING: "teaching",
    ExposureKey.CRITICAL_ACCESS: "critical access",
}
SEATS = {Function.FINANCE: "the CFO", Function.PHARMACY: "pharmacy"}
"""Who can tell what is not known, where nobody is known to sit there."""
_NAMES = {"mssp": "MSSP", "aco_reach": "ACO REACH", "bpci": "BPCI", Setting.ASC.value: "ASC"}


def part_line(state: DealState, part: ExposurePart) -> str:
    """What is known of a part, values of one source together; else the words about it; else that nothing is."""
    record, as_of = state.exposure, state.as_of
    told = [(_source(known, as_of), value_words(key, known)) for key in part.keys if (known := record.get(key))]
    groups = [(source, [words for _, words in each]) for source, each in groupby(told, key=lambda pair: pair[0])]
    said = [f"{', '.join(words)} ({source})" for source, words in groups]
    said += [
        cited(evidence, as_of, lambda quote: short_quote(words_on(part, quote)))
        for words_of, evidence in record.words
        if words_of is part
    ]
    return f"{PARTS[part]}: {'; '.join(said) or 'not known'}"


def overtaken(given: Correction, on: date | None, state: DealState) -> str | None:
    """That what was set of the exposure is kept for its day, but does not hold: "... a later word holds: ..."."""
    if given.field is not CorrectedField.EXPOSURE or on is None:
        return None
    key = ExposureKey(given.subject or "")
    known = state.exposure.get(key)
    if known is not None and known.on > on:
        holds = f"holds: {value_words(key, known)} ({_source(known, state.as_of)})"
    elif known is None and read(key, given.value).value is not None:
        holds = f"says that it is not known: {LABELS[key]}"
    else:
        return None
    return f"Kept for {day(on, state.as_of)}; a later word {holds}"


def sum_lines(state: DealState) -> list[str]:
    """That shares are more than all there is: "Payer mix: the shares add up to 118%, check them."."""
    return [f"{PARTS[part]}: the shares add up to {total:g}%, check them." for part, total in state.exposure.too_much]


def value_words(key: ExposureKey, known: Known[Value]) -> str:
    """A value in words: "Medicare about 45%", "MSSP", "not 340B"."""
    label, value = LABELS[key], known.value
    if isinstance(value, frozenset):
        names = ", ".join(_NAMES.get(name, name.replace("_", " ")) for name in sorted(value)) or "none"
        return f"{names} at least" if known.partial else names
    if key in SHARES:
        return f"{label} {'about ' if known.about else ''}{value:g}%"
    if key is ExposureKey.SELF_INSURED:
        return "yes" if value else "no"
    return label if value else f"not {label}"


def _source(known: Known[Value], as_of: date) -> str:
    """Where a value comes from: "CFO call, 12 Nov", "Priya, 3 Mar 2025, over a year old"."""
    old = ", over a year old" if known.old(as_of) else ""
    if known.source is not None:
        return f"{opening(known.source)}, {day(known.on, as_of)}{old}"
    if by_hand(known.evidence):
        return f"{cited(known.evidence, as_of)}{old}"
    return f"{first_name(known.evidence.author)}, {day(known.on, as_of)}{old}"
