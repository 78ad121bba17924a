"""Promises set done, dropped or moved by hand."""

from datetime import date

from dealbot.app.correct import Corrected
from dealbot.app.desk import Desk, the_deal
from dealbot.app.state import latest_day, state_now, summarise
from dealbot.domain.changes import changes_between
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState, NextStep
from dealbot.domain.evidence import Span
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import Correction
from dealbot.domain.principal import Principal
from dealbot.domain.steps import step_words
from dealbot.errors import BadInput
from dealbot.store.values import CorrectionIn

_ENOUGH = 0.5


def close_step(desk: Desk, principal: Principal, deal: str, words: str, status: StepStatus) -> Corrected:
    """Say that a promise was kept or given up; it is named by its key or its words."""
    return _change(desk, principal, deal, words, (CorrectedField.STEP, status.value))


def move_step(desk: Desk, principal: Principal, deal: str, words: str, due: date) -> Corrected:
    """Give a promise another day."""
    return _change(desk, principal, deal, words, (CorrectedField.STEP_DUE, due.isoformat()))


def _change(desk: Desk, principal: Principal, deal: str, words: str, change: tuple[CorrectedField, str]) -> Corrected:
    with desk.writing(principal) as books:
        record = the_deal(books.deals, deal)
        before = state_now(books, record.id, desk.today())
        step = _the_step(before, words)
        written = f"{change[0]} {change[1]}: {step.action}"
        correction = Correction(change[0], change[1], step.key, Span(written, 0, len(written)))
        day = latest_day(books.ledger.observations(record.id), desk.today())
        key = books.ledger.append_correction(CorrectionIn(record.id, correction, day, desk.now()))
        summarise(books, record.id, desk.today())
        after = state_now(books, record.id, desk.today())
        corrected = Corrected(record.name, changes_between(before, after), after, (key,), (correction,))
        desk.then(books, corrected)
    return corrected


def _the_step(state: DealState, words: str) -> NextStep:
    by_key = [step for step in state.steps if step.key == words]
    if by_key:
        return by_key[0]
    wanted = step_words(words)
    scored = [(len(wanted & step_words(step.action)), step) for step in state.open_steps]
    best = max((score for score, _ in scored), default=0)
    found = [step for score, step in scored if score == best]
    if not wanted or best < _ENOUGH * len(wanted):
        raise BadInput(f"No open step is about '{words}'. {_listed(state.open_steps)}")
    if len(found) > 1:
        raise BadInput(f"'{words}' may mean several steps. {_listed(found)}")
    return found[0]


def _listed(steps: tuple[NextStep, ...] | list[NextStep]) -> str:
    return "Open: " + "; ".join(f"{step.action} ({step.key})" for step in steps) + "." if steps else "None is open."
