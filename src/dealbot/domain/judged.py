"""What somebody judged of a person by hand: influence, decision stage, the proof they want."""

from collections.abc import Sequence

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import Influence, ProofSet, StageSet
from dealbot.domain.observation import Correction, Observation, PersonStatement
from dealbot.domain.proof import ProofKind
from dealbot.domain.stakeholder import DecisionStage

_Told = Sequence[tuple[Observation, PersonStatement | Correction]]


def influence_set(told: _Told) -> Influence | None:
    """The influence that was set last, written as "5: sways the whole floor"."""
    for observation, item in _set(told, CorrectedField.INFLUENCE):
        level, _, reason = item.value.partition(":")
        return Influence(int(level), reason.strip(), observation.evidence)
    return None


def stage_set(told: _Told) -> StageSet | None:
    """The decision stage that was set last."""
    for observation, item in _set(told, CorrectedField.STAGE):
        return StageSet(DecisionStage(item.value), observation.evidence)
    return None


def proof_set(told: _Told) -> ProofSet | None:
    """What proof was said last that a person wants, written as "financial, risk"."""
    for observation, item in _set(told, CorrectedField.NEEDS):
        kinds = tuple(ProofKind(kind.strip()) for kind in item.value.split(","))
        return ProofSet(kinds, observation.evidence)
    return None


def _set(told: _Told, field: CorrectedField) -> list[tuple[Observation, Correction]]:
    """The corrections of a field, the last first."""
    return [(o, item) for o, item in reversed(told) if isinstance(item, Correction) and item.field is field]
