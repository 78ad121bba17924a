"""The money of a deal as set by hand: the amount, the quarter it is meant for, and the account executive's own call."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Evidence
from dealbot.domain.observation import Correction, Observation
from dealbot.domain.record import Call


@dataclass(frozen=True, slots=True)
class Terms:
    """`amount` in whole US dollars, `quarter` such as 2027-Q2, each as last set; `sources` say by whom and when."""

    amount: int | None = None
    quarter: str | None = None
    call: Call | None = None
    sources: tuple[Evidence, ...] = ()


NO_TERMS = Terms()


def terms(counted: Iterable[Observation]) -> Terms:
    """Replay the money of a deal: the latest word counts for each part of it."""
    found, sources = NO_TERMS, dict[CorrectedField, Evidence]()
    for observation in counted:
        match observation.item:
            case Correction(field=CorrectedField.AMOUNT, value=value):
                found = replace(found, amount=int(value))
            case Correction(field=CorrectedField.QUARTER, value=value):
                found = replace(found, quarter=value)
            case Correction(field=CorrectedField.CALL, value=value):
                found = replace(found, call=Call(value))
            case _:
                continue
        sources[observation.item.field] = observation.evidence
    return replace(found, sources=tuple(sources[field] for field in sorted(sources)))
