"""Ending checks and cohorts: what was answered and signed stays, what was begun of them is over."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import and_, select, update
from sqlalchemy.orm import Session

from dealbot.domain.practice.session import SessionState
from dealbot.domain.principal import Principal
from dealbot.store.practice_tables import CheckEndRow, CohortEndRow, SessionRow


def ended_checks(session: Session, by: Principal) -> frozenset[int]:
    """Give the checks of the workspace that were ended."""
    return frozenset(session.scalars(select(CheckEndRow.check_id).where(CheckEndRow.workspace == by.workspace)))


def ended_cohorts(session: Session, by: Principal) -> Mapping[int, date]:
    """Give the cohorts of the workspace that were ended, each with its first day of being so."""
    mine = select(CohortEndRow).where(CohortEndRow.workspace == by.workspace).order_by(CohortEndRow.id.desc())
    return {row.cohort_id: row.recorded_at.date() for row in session.scalars(mine)}


def end_checks(session: Session, by: Principal, checks: Collection[int], at: datetime) -> None:
    """Append that checks are ended, and end what was begun of them."""
    for check in checks:
        session.add(CheckEndRow(workspace=by.workspace, recorded_at=at, check_id=check, ended_by=by.user))
    close_sessions(session, by, checks)


def end_cohort(session: Session, by: Principal, cohort: int, at: datetime) -> None:
    """Append that a cohort is ended."""
    session.add(CohortEndRow(workspace=by.workspace, recorded_at=at, cohort_id=cohort, ended_by=by.user))
    session.flush()


def close_sessions(
    session: Session, by: Principal, checks: Collection[int], people: Collection[str] | None = None
) -> None:
    """End what was begun of checks, by anybody or by these people: nobody goes on with it."""
    of = and_(SessionRow.workspace == by.workspace, SessionRow.check_id.in_(checks))
    theirs = and_(of, SessionRow.person.in_(people)) if people is not None else of
    session.execute(update(SessionRow).where(theirs).values(state=SessionState.ENDED.value))
    session.flush()
