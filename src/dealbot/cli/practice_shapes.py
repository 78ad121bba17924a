"""Practice as JSON: what is asked, what was answered, how far somebody and a cohort are."""

from datetime import date
from typing import Any

from dealbot.app.practice.answering import Answered
from dealbot.app.practice.asking import Asked
from dealbot.app.practice.keeping import Progress
from dealbot.app.practice.reports import CohortReport, CohortStanding, PersonStanding, TopicRow
from dealbot.domain.practice.mark import Mark, PointState
from dealbot.domain.practice.review import KeptReview
from dealbot.domain.practice.session import Session

Shape = dict[str, Any]


def asked_shape(asked: Asked | None) -> Shape | None:
    """What is asked, without anything that tells the answer."""
    if asked is None:
        return None
    return {
        "session": asked.session.id,
        "mode": asked.session.mode.value,
        "card": asked.card.id,
        "kind": asked.card.kind.value,
        "number": asked.number,
        "of": asked.of,
        "prompt": asked.prompt,
        "choices": list(asked.card.choices),
        "why": asked.why or None,
    }


def answered_shape(answered: Answered) -> Shape:
    """The mark, the source, and what is asked next; of a check that is not handed in neither mark nor source."""
    source = answered.card.source
    if answered.closed:
        return {"review": answered.review.id, "card": answered.card.id, "next": asked_shape(answered.then)}
    return {
        "review": answered.review.id,
        "card": answered.card.id,
        **mark_shape(answered.mark),
        "source": {"document": source.document, "heading": list(source.heading), "quote": source.quote},
        "next": asked_shape(answered.then),
    }


def mark_shape(mark: Mark) -> Shape:
    """A mark by its points."""
    by_state = {state.value: [point.point for point in mark.of(state)] for state in PointState}
    pitfall = {"text": mark.pitfall.text} if mark.pitfall is not None else None
    return {"score": round(mark.score, 4), "rating": mark.rating.value, **by_state, "pitfall": pitfall, "by": mark.by}


def review_shape(kept: KeptReview) -> Shape:
    """An answer of a check, as enablement reads it."""
    review = kept.review
    told = {"review": kept.id, "card": review.card, "answer": review.answer, "at": review.at.isoformat()}
    return {**told, **mark_shape(kept.mark), "claims": [claim.kind.value for claim in kept.claims]}


def session_shape(session: Session) -> Shape:
    """A session as it stands."""
    number = {"number": session.number, "of": session.of}
    return {"session": session.id, "mode": session.mode.value, "state": session.state.value, **number}


def progress_shape(progress: Progress) -> Shape:
    """How far somebody is."""
    choice = progress.choice
    return {
        "session": session_shape(progress.session) if progress.session is not None else None,
        "due_today": progress.due_today,
        "drip": choice.drip,
        "interview_on": choice.interview_on.isoformat() if choice.interview_on else None,
        "topics": [
            {"guide": each.guide, "topic": each.topic, "known": each.known, "seen": each.seen, "cards": each.cards}
            for each in progress.topics
        ],
    }


def standing_shape(standing: CohortStanding) -> Shape:
    """Where a cohort stands."""
    cohort = standing.cohort
    told = {"cohort": cohort.name, "due_on": cohort.due_on.isoformat(), "week": standing.week, "weeks": standing.weeks}
    return {**told, "people": [_person(each) for each in standing.people]}


def report_shape(report: CohortReport) -> Shape:
    """Where a cohort stands and what is missed."""
    missed = [
        {"card": each.card, "point": each.point, "missed": each.missed, "of": each.people, "in_check": each.in_check}
        for each in report.missed
    ]
    suspects = [
        {"card": each.card, "pressed": each.pressed, "of": each.people, "in_check": each.in_check}
        for each in report.suspects
    ]
    return {**standing_shape(report.standing), "missed": missed, "suspects": suspects}


def topic_shape(row: TopicRow) -> Shape:
    """A row of mastery."""
    return {"guide": row.guide, "topic": row.topic, "share": round(row.share, 4), "people": row.people} | _as_of(row.on)


def _as_of(on: date | None) -> Shape:
    return {"on": on.isoformat()} if on is not None else {}


def _person(each: PersonStanding) -> Shape:
    proposal = {"verdict": each.proposal.verdict.value, "reason": each.proposal.reason} if each.proposal else None
    signed = each.signed
    verdict = {"verdict": signed.verdict.value, "by": signed.by, "note": signed.note} if signed is not None else None
    told = {"person": each.person, "name": each.name, "stage": each.stage.value}
    return {**told, "answered": each.answered, "asked": each.asked, "proposal": proposal, "signed": verdict}
