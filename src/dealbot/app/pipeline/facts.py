"""A line of the pipeline as JSON: the committee and the champion first."""

from datetime import date

from dealbot.app.answer import Json, evidence_json
from dealbot.app.pipeline.board import Stall
from dealbot.app.pipeline.rows import Rest, Row, Said
from dealbot.app.wording import USUAL_MONTHS


def row_json(row: Row) -> dict[str, Json]:
    """Everything a table of deals needs."""
    return {
        "deal": row.deal.name,
        "yes": row.yes,
        "required": row.of,
        "gap": row.gap,
        "champion_health": row.health.value,
        "champion": _champion(row) or _said(row.champion_lost),
        "light": row.light.value,
        "trend": row.trend.value,
        "why": _why(row),
        "standing": row.standing.value if row.standing else None,
        "phase": row.phase,
        "owner": row.deal.owner,
        "amount": row.deal.amount,
        "quarter": row.deal.quarter,
        "call": row.deal.call.value if row.deal.call else None,
        "money": _said(row.money),
        "commit_without_money": row.unfunded_commit,
        "vetoes_open": [_said(veto) for veto in row.vetoes],
        "single_threaded": row.single_threaded,
        "late": {"ours": len(row.late_ours), "theirs": row.late_theirs},
        "month": row.month,
        "usual_months": USUAL_MONTHS,
        "gate": row.gate,
        "days_at_gate": row.gate_days,
        "days_quiet": row.quiet,
        "paused_days": row.paused_days,
        "outcome": _rest(row.ending),
        "rests": [_rest(rest) for rest in row.rests],
    }


def stall_json(stall: Stall) -> dict[str, Json]:
    """One deal under a cause; without an outcome only its notes tell of it."""
    return {
        "deal": stall.row.deal.name,
        "cause": stall.cause.value,
        "outcome": stall.outcome.value if stall.outcome else None,
        "days": stall.days,
        "evidence": evidence_json(stall.evidence) if stall.evidence else None,
    }


def _why(row: Row) -> str:
    """Why it stands where it does in the order, in a few words."""
    return f"yes {row.yes} of {row.of}, champion {row.health.value}"


def _champion(row: Row) -> dict[str, Json] | None:
    told = _said(row.champion)
    return {**told, "criteria_met": row.champion.criteria_met} if told and row.champion else None


def _said(said: Said | None) -> dict[str, Json] | None:
    if said is None:
        return None
    evidence = evidence_json(said.evidence)
    return {"name": said.name, "aligned": said.aligned, "days_quiet": said.quiet, "evidence": evidence}


def _rest(rest: Rest | None) -> dict[str, Json] | None:
    if rest is None:
        return None
    return {
        "outcome": rest.outcome.value,
        "on": rest.on.isoformat(),
        "until": _iso(rest.until),
        "cause": rest.cause.value if rest.cause else None,
        "revisit_on": _iso(rest.revisit_on),
        "days": rest.days,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
