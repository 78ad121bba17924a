"""The money of a deal, how it ended or rests and what else is set about it, in words."""

from collections.abc import Callable, Mapping
from datetime import date

from dealbot.app.exposure_words import part_line
from dealbot.app.lead_words import rated_line
from dealbot.app.wording import counted, day, money, quarter, short_quote
from dealbot.domain.cause import Cause
from dealbot.domain.changes import Change, ChangeKind
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.ending import Told, told_in
from dealbot.domain.exposure import ExposureKey, part_of
from dealbot.domain.observation import Correction
from dealbot.domain.record import Call, Outcome

_CAUSES = {
    Cause.CHAMPION_LOST: "champion lost",
    Cause.CHAMPION_LEFT: "champion left",
    Cause.CHAMPION_REASSIGNED: "champion reassigned",
    Cause.CHAMPION_STEPPED_BACK: "champion stepped back",
    Cause.ORG_CHANGE: "organisational change",
    Cause.MERGER: "merger",
    Cause.CLOSURE: "closure",
    Cause.NEW_EXECUTIVE: "new executive",
    Cause.LAYOFFS: "layoffs",
    Cause.PRIORITIES: "other priorities",
    Cause.OTHER_VENDOR: "another vendor",
    Cause.BUDGET: "budget",
    Cause.FREEZE: "budget freeze",
    Cause.CUT: "budget cut",
    Cause.MISSED_CYCLE: "missed the budget cycle",
    Cause.PRICE: "price",
    Cause.REIMBURSEMENT: "reimbursement",
    Cause.CMS: "reimbursement, CMS",
    Cause.MEDICAID: "reimbursement, Medicaid",
    Cause.PAYER: "reimbursement, a payer",
}
_CALLS = {Call.COMMIT: "commit", Call.BEST_CASE: "best case", Call.PIPELINE: "pipeline", Call.OMITTED: "omitted"}


def cause_words(cause: Cause) -> str:
    """Why a deal stalled or was lost, as people say it."""
    return _CAUSES[cause]


def call_words(call: Call) -> str:
    """The account executive's call, as people say it."""
    return _CALLS[call]


def outcome_words(told: Told, as_of: date) -> str:
    """How a deal ended or rests: "Paused: budget freeze, look again 15 Jan 2027"."""
    if told.outcome is None:
        return "Open again"
    why = f": {cause_words(told.cause)}" if told.cause else ""
    words = f' "{short_quote(told.reason)}"' if told.reason else ""
    again = f", look again {day(told.revisit_on, as_of)}" if told.revisit_on else ""
    return f"{told.outcome.capitalize()}{why}{words}{again}"


def resting(state: DealState) -> str:
    """What is to be said of how a deal is closed or rests, or once rested; empty where it was always worked on."""
    now, rested = state.ending, paused_days(state)
    if now is not None:
        since = (
            f" since {day(now.on, state.as_of)}" if now.outcome is Outcome.PAUSED else f" {day(now.on, state.as_of)}"
        )
        days = f" · {counted(rested, 'day')} paused in all" if rested else ""
        words = outcome_words(Told(now.outcome, now.cause, now.revisit_on, now.reason), state.as_of)
        outcome, colon, rest = words.partition(":")
        return f"{outcome}{since}{colon}{rest}{days}"
    if not rested:
        return ""
    last = [each for each in state.endings if each.outcome is Outcome.PAUSED][-1]
    over = f", last {day(last.on, state.as_of)} to {day(last.until or state.as_of, state.as_of)}"
    return f"Paused for {counted(rested, 'day')}{over}" + (f" ({cause_words(last.cause)})" if last.cause else "")


def paused_days(state: DealState) -> int:
    """How many days a deal rested in all; the month it is in counts them, for nothing is taken off a clock."""
    return sum(each.days(state.as_of) for each in state.endings if each.outcome is Outcome.PAUSED)


def changed_terms(change: Change, today: date) -> str:
    """One change of money or outcome in a line."""
    if change.what is ChangeKind.OUTCOME:
        return outcome_words(told_in(change.after or ""), today)
    part = (change.after or change.before or "").partition(":")[0]
    was, now = (_value(told) for told in (change.before, change.after))
    return f"{_PARTS[part]}: {f'{was} → ' if was else ''}{now or 'not set'}"


def _value(told: str | None) -> str:
    part, _, value = (told or "").partition(": ")
    return _VALUES[part](value) if value else ""


_PARTS = {"amount": "Amount", "quarter": "Target quarter", "call": "The AE's call"}
_VALUES: Mapping[str, Callable[[str], str]] = {
    "amount": lambda value: money(int(value)),
    "quarter": quarter,
    "call": lambda value: call_words(Call(value)),
}


def set_terms(given: Correction, state: DealState) -> str:
    """What was set about a deal, in a line."""
    if given.field is CorrectedField.OUTCOME:
        told = told_in(given.value)
        after = f" after {counted(paused_days(state), 'day')} paused" if told.outcome is None and state.endings else ""
        return f"{outcome_words(told, state.as_of)}{after}"
    if given.field is CorrectedField.EXPOSURE:
        return part_line(state, part_of(ExposureKey(given.subject or "")))
    if given.field is CorrectedField.LEAD:
        return rated_line(given.subject or "", given.value)
    if given.field is CorrectedField.HEALTH:
        return f"{(given.subject or '').replace('_', ' ').capitalize()}: {given.value}"
    return f"{_PARTS[given.field.value]}: {_VALUES[given.field.value](given.value)}"


TERM_FIELDS = (
    CorrectedField.AMOUNT,
    CorrectedField.QUARTER,
    CorrectedField.CALL,
    CorrectedField.OUTCOME,
    CorrectedField.HEALTH,
    CorrectedField.EXPOSURE,
    CorrectedField.LEAD,
)
