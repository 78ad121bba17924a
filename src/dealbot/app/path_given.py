"""What a person sets of the path of a deal, checked: phases, committees, contract tracks, the budget lock."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from dealbot.domain.contract import TrackKind, TrackState
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.gate import GateState
from dealbot.domain.gate_words import body_label, meetings_nth
from dealbot.domain.gates import NO_GATES_NEEDED, NOT_NEEDED
from dealbot.domain.observation import Correction
from dealbot.domain.phase import DealPhase
from dealbot.domain.phases import BECAUSE, criterion_meant
from dealbot.errors import BadInput

_YEAR = re.compile(r"FY\d\d")
_GATE_STATES = (*GateState, NOT_NEEDED)


def path_given(field: CorrectedField, subject: str, value: str) -> tuple[str, str | None]:
    """The value and the subject as they are kept; raises BadInput with the form that is allowed.

    phase=PHASE [because REASON], PHASE.exit=TEXT, PHASE.met=TEXT; gates=P&T, Board or none,
    P&T.gate=passed|submitted|open|returned|not_needed [DAY], P&T.meets=DAY[, DAY] or second Tuesday, P&T.papers=DAY,
    P&T.papers_by=NAME; baa.track=agreed|under_way|not_started [DAY], baa.counterpart=NAME, baa.clause=TEXT or none;
    budget_lock=DAY [FY27]. Days are YYYY-MM-DD.
    """
    return _FORMS[field](value), _SUBJECTS.get(field, _nobody)(field, subject)


def check_path(known: DealState, given: Correction) -> None:
    """Raise BadInput where a criterion is said to be met that nobody agreed on."""
    if given.field is not CorrectedField.MET:
        return
    criteria = next((terms.criteria for terms in known.phase_terms if terms.phase == given.subject), ())
    if criterion_meant(given.value, criteria) is None:
        agreed = "; ".join(each.text for each in criteria) or "none agreed yet"
        raise BadInput(f"Which criterion of {_words(given.subject or '')} is that? {agreed}.")


def _phase(value: str) -> str:
    phase, because, reason = value.partition(BECAUSE)
    name = _one_of(phase.strip().casefold().replace(" ", "_"), tuple(DealPhase), "phase")
    return f"{name}{because}{reason.strip()}"


def _gates(value: str) -> str:
    if value.casefold() == NO_GATES_NEEDED:
        return NO_GATES_NEEDED
    return ", ".join(_body(label.strip()) for label in value.split(","))


def _gate(value: str) -> str:
    return _state_and_day(value, _GATE_STATES, "gate")


def _track(value: str) -> str:
    return _state_and_day(value, tuple(TrackState), "track")


def _meets(value: str) -> str:
    if meetings_nth(value, date.min):
        return value
    return ", ".join(_day(day.strip()) for day in value.split(","))


def _lock(value: str) -> str:
    day, _, year = value.partition(" ")
    if year and not _YEAR.fullmatch(year.upper()):
        raise BadInput(f"A budget is called like FY27, not '{year}'.")
    return f"{_day(day)} {year.upper()}".strip()


def _state_and_day(value: str, allowed: Sequence[str], what: str) -> str:
    state, _, day = value.partition(" ")
    state = _one_of(state.casefold(), allowed, what)
    return f"{state} {_day(day.strip())}" if day.strip() else state


def _one_of(value: str, allowed: Sequence[str], what: str) -> str:
    if value not in allowed:
        raise BadInput(f"'{what}' is one of {', '.join(allowed)}, not '{value}'.")
    return value


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise BadInput(f"'{value}' is not a day as YYYY-MM-DD.") from None


def _plain(value: str) -> str:
    return value


def _nobody(field: CorrectedField, subject: str) -> None:
    if subject:
        raise BadInput(f"'{field}' is of the deal: write it as \"{field}=...\".")


def _of_a_phase(field: CorrectedField, subject: str) -> str:
    if not subject:
        raise BadInput(f'Of which phase? Write it as "{DealPhase.VALIDATION}.{field}=...".')
    return _one_of(subject.casefold().replace(" ", "_"), tuple(DealPhase), "phase")


def _of_a_committee(field: CorrectedField, subject: str) -> str:
    if not subject:
        raise BadInput(f'Of which committee? Write it as "P&T.{field}=...".')
    return _body(subject)


def _of_a_track(field: CorrectedField, subject: str) -> str:
    if not subject:
        raise BadInput(f'Of which track? Write it as "{TrackKind.BAA}.{field}=...".')
    return _one_of(subject.casefold().replace(" ", "_"), tuple(TrackKind), "track")


def _body(subject: str) -> str:
    label = body_label(subject)
    if label is None:
        raise BadInput(f"'{subject}' is no committee that I know: write P&T, MEC, Board or its name with 'committee'.")
    return label


def _words(name: str) -> str:
    return name.replace("_", " ")


_FORMS: Mapping[CorrectedField, Callable[[str], str]] = {
    CorrectedField.PHASE: _phase,
    CorrectedField.EXIT: _plain,
    CorrectedField.MET: _plain,
    CorrectedField.GATES: _gates,
    CorrectedField.GATE: _gate,
    CorrectedField.MEETS: _meets,
    CorrectedField.PAPERS: _day,
    CorrectedField.PAPERS_BY: _plain,
    CorrectedField.TRACK: _track,
    CorrectedField.COUNTERPART: _plain,
    CorrectedField.CLAUSE: _plain,
    CorrectedField.BUDGET_LOCK: _lock,
}
_SUBJECTS: Mapping[CorrectedField, Callable[[CorrectedField, str], str | None]] = {
    CorrectedField.EXIT: _of_a_phase,
    CorrectedField.MET: _of_a_phase,
    CorrectedField.GATE: _of_a_committee,
    CorrectedField.MEETS: _of_a_committee,
    CorrectedField.PAPERS: _of_a_committee,
    CorrectedField.PAPERS_BY: _of_a_committee,
    CorrectedField.TRACK: _of_a_track,
    CorrectedField.COUNTERPART: _of_a_track,
    CorrectedField.CLAUSE: _of_a_track,
}
