"""The exposure of an account as its notes and what people set by hand add up to."""

from collections.abc import Iterable
from datetime import date

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Evidence
from dealbot.domain.exposure import Exposure, ExposureKey, ExposurePart, Known, Value, exposure_from, part_of
from dealbot.domain.exposures.by_hand import given
from dealbot.domain.exposures.told import Told, parts_in, values_in
from dealbot.domain.observation import Correction, Observation, SignalStatement
from dealbot.domain.signal import SignalKind

_Known = dict[ExposureKey, Known[Value]]


def exposure_on(told: Iterable[Observation], as_of: date) -> Exposure:
    """Work out the exposure on a day from all that was told of a deal: what its replay says, without the rest of it."""
    said = (observation for observation in told if observation.origin.said_on <= as_of)
    return exposure_of(sorted(said, key=lambda observation: observation.order))


def exposure_of(counted: Iterable[Observation]) -> Exposure:
    """Work out the exposure from observations in replay order; the last word on each thing counts."""
    known: _Known = {}
    words: dict[ExposurePart, Evidence] = {}
    for observation in counted:
        match observation.item:
            case Correction(field=CorrectedField.EXPOSURE, subject=subject, value=value):
                key = ExposureKey(subject or "")
                _set(known, key, value, observation.evidence)
                words.pop(part_of(key), None)
            case SignalStatement(kind=SignalKind.EXPOSURE, span=span):
                values = values_in(span.quote)
                for each in values:
                    known[each.key] = _known(each, known.get(each.key), observation.evidence)
                told = {part_of(each.key) for each in values}
                words = {part: kept for part, kept in words.items() if part not in told}
                words |= dict.fromkeys(parts_in(span.quote) - told, observation.evidence)
            case _:
                pass
    return exposure_from(known, words)


def _set(known: _Known, key: ExposureKey, value: str, evidence: Evidence) -> None:
    known.pop(key, None)
    read = given(key, value)
    if read.value is not None:
        known[key] = Known(read.value, evidence, read.source, read.about)


def _known(told: Told, before: Known[Value] | None, evidence: Evidence) -> Known[Value]:
    """What holds after a statement: names come to those already told, anything else takes their place."""
    names, others = told.value, before.value if before is not None else None
    if before is None or not told.partial or not (isinstance(names, frozenset) and isinstance(others, frozenset)):
        return Known(told.value, evidence, None, told.about, told.partial)
    if not others:
        return Known(names, evidence, None, partial=True)
    partial = before.partial or not names <= others
    return Known(others | names, evidence, None, partial=partial, also=(before.evidence, *before.also))
