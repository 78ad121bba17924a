"""What a person set of the pilot, the checklist or the EHR, a line for each thing, as it holds now."""

from dealbot.app.answers.pilot import SIGNS, course_words, criterion_line, step_words
from dealbot.app.answers.qualification import LABELS
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.names import fold
from dealbot.domain.observation import Correction
from dealbot.domain.pilot import Indicator
from dealbot.domain.qualification import QualificationItem

_READY = {"yes": "there", "no": "not there", "unknown": "not known"}


def account_line(given: Correction, state: DealState) -> str:
    """Say what holds now by a person's word."""
    match given.field:
        case CorrectedField.PILOT:
            return f"Pilot: {course_words(state.pilot, state.as_of)}"
        case CorrectedField.CRITERION | CorrectedField.EXPANSION:
            return _listed(given, state)
        case CorrectedField.READY:
            return f"For the pilot, {given.subject}: {_READY[given.value.casefold()]}"
        case _:
            return f"{_thing(given)}: {given.value}, your word"


def _listed(given: Correction, state: DealState) -> str:
    """A criterion or a place as it stands in its list, or that it does no longer."""
    name, pilot = fold(given.subject or ""), state.pilot
    lines = [criterion_line(each, state) for each in pilot.criteria if fold(each.name) == name]
    if given.field is CorrectedField.EXPANSION:
        lines = [step_words(each, state) for each in pilot.expansion if fold(each.place) == name]
    return f"{given.field.capitalize()}: {lines[0] if lines else f'{given.subject} is dropped'}"


def _thing(given: Correction) -> str:
    match given.field:
        case CorrectedField.INDICATOR:
            return SIGNS[Indicator((given.subject or "").casefold())]
        case CorrectedField.QUALIFICATION:
            return LABELS[QualificationItem(given.subject or "")]
        case _:
            return "EHR"
