"""The tables of practice: what people answered is only appended; schedules, sessions and choices are as of now."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dealbot.store.tables import Appended, Base


class ScheduleRow(Base):
    """When a card is due for a person, with what the scheduler remembers of it now and before the last answer."""

    __tablename__ = "practice_schedules"
    __table_args__ = (Index(None, "workspace", "person", "due_at"),)
    workspace: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(primary_key=True)
    card: Mapped[str] = mapped_column(primary_key=True)
    due_at: Mapped[datetime]
    rating: Mapped[str]
    memory: Mapped[dict[str, Any]]
    before: Mapped[dict[str, Any] | None]


class TallyRow(Base):
    """How somebody's last answer to a card in private went, for counting people only.

    `missed` are bits of the points, of which `points` is the fingerprint: other points are counted apart.
    """

    __tablename__ = "practice_tallies"
    __table_args__ = ({"sqlite_with_rowid": False},)  # read in the order of its key, by the ten thousand
    workspace: Mapped[str] = mapped_column(primary_key=True)
    card: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(primary_key=True)
    points: Mapped[str]
    missed: Mapped[int]
    known: Mapped[bool]
    claimed: Mapped[bool]
    changed_at: Mapped[datetime | None]


class ReleaseRow(Base):
    """Figures of a group as they were told last: of what, over which cards, when."""

    __tablename__ = "practice_releases"
    workspace: Mapped[str] = mapped_column(primary_key=True)
    scope: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(primary_key=True)
    cards: Mapped[list[Any]]
    released_at: Mapped[datetime]
    released_on: Mapped[date]
    told: Mapped[dict[str, Any]]


class SessionRow(Base):
    """A session of a person as it stands."""

    __tablename__ = "practice_sessions"
    __table_args__ = (Index(None, "workspace", "person", "state"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    person: Mapped[str]
    mode: Mapped[str]
    state: Mapped[str]
    payload: Mapped[dict[str, Any]]
    check_id: Mapped[int | None] = mapped_column(ForeignKey("checks.id"))
    changed_at: Mapped[datetime]


class ChoiceRow(Base):
    """What a person chose about practice."""

    __tablename__ = "practice_choices"
    workspace: Mapped[str] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(primary_key=True)
    drip: Mapped[bool]
    interview_on: Mapped[date | None]
    drip_at: Mapped[time | None]


class ReviewRow(Appended):
    """An answer as it was given and marked; without a check it is its person's alone."""

    __tablename__ = "practice_reviews"
    __table_args__ = (Index(None, "workspace", "person", "card"), Index(None, "check_id"))
    person: Mapped[str]
    card: Mapped[str]
    kind: Mapped[str]
    deck: Mapped[str]
    mode: Mapped[str]
    rating: Mapped[str]
    score: Mapped[float]
    mark: Mapped[dict[str, Any]]
    answer: Mapped[str]
    duration_ms: Mapped[int | None]
    grader: Mapped[str]
    check_id: Mapped[int | None] = mapped_column(ForeignKey("checks.id"))
    session_id: Mapped[int | None] = mapped_column(ForeignKey("practice_sessions.id"))


class ClaimRow(Appended):
    """A word on the mark of an answer: its person's own, or enablement's."""

    __tablename__ = "practice_claims"
    review_id: Mapped[int] = mapped_column(ForeignKey("practice_reviews.id"), index=True)
    kind: Mapped[str]
    point: Mapped[int | None]
    state: Mapped[str | None]
    rating: Mapped[str | None]
    said_by: Mapped[str]


class CohortRow(Base):
    """People who are to be ready by a day."""

    __tablename__ = "cohorts"
    __table_args__ = (UniqueConstraint("workspace", "folded"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    name: Mapped[str]
    folded: Mapped[str]
    decks: Mapped[list[Any]]
    due_on: Mapped[date]
    made_by: Mapped[str]
    made_at: Mapped[datetime]


class CohortMemberRow(Base):
    """A person of a cohort."""

    __tablename__ = "cohort_members"
    __table_args__ = (Index(None, "workspace", "person"),)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), primary_key=True)
    person: Mapped[str] = mapped_column(primary_key=True)
    workspace: Mapped[str]


class CheckRow(Appended):
    """Cards to be answered by people of a cohort by a day."""

    __tablename__ = "checks"
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    cards: Mapped[list[Any]]
    due_on: Mapped[date]
    made_by: Mapped[str]


class InvitedRow(Appended):
    """That a person was told of a check: from then on its answers are read."""

    __tablename__ = "check_people"
    __table_args__ = (UniqueConstraint("check_id", "person"), Index(None, "workspace", "person"))
    check_id: Mapped[int] = mapped_column(ForeignKey("checks.id"))
    person: Mapped[str]


class CheckDayRow(Appended):
    """By when a check is to be answered, where that was moved; the newest counts."""

    __tablename__ = "check_days"
    check_id: Mapped[int] = mapped_column(ForeignKey("checks.id"), index=True)
    due_on: Mapped[date]
    moved_by: Mapped[str]


class CheckEndRow(Appended):
    """That a check was ended: nothing more is asked of it."""

    __tablename__ = "check_ends"
    check_id: Mapped[int] = mapped_column(ForeignKey("checks.id"), index=True)
    ended_by: Mapped[str]


class CohortEndRow(Appended):
    """That a cohort was ended: it is only read from then on."""

    __tablename__ = "cohort_ends"
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    ended_by: Mapped[str]


class HandedInRow(Appended):
    """That somebody handed in their answers of a check."""

    __tablename__ = "checks_handed_in"
    __table_args__ = (UniqueConstraint("check_id", "person"),)
    check_id: Mapped[int] = mapped_column(ForeignKey("checks.id"))
    person: Mapped[str]


class SignedRow(Appended):
    """What enablement signed of a person of a cohort; the newest counts."""

    __tablename__ = "cohort_verdicts"
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    person: Mapped[str]
    verdict: Mapped[str]
    note: Mapped[str]
    signed_by: Mapped[str]


class ScorecardRow(Appended):
    """How a person of a cohort did in a live mock."""

    __tablename__ = "scorecards"
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    person: Mapped[str]
    scores: Mapped[dict[str, Any]]
    words: Mapped[str]
    given_by: Mapped[str]


class CardEditRow(Appended):
    """What enablement made of a card; what is None is as its source has it. The newest counts."""

    __tablename__ = "card_edits"
    __table_args__ = (Index(None, "workspace", "card"),)
    card: Mapped[str]
    prompt: Mapped[str | None]
    points: Mapped[list[Any] | None]
    accepted: Mapped[list[Any] | None]
    pitfalls: Mapped[list[Any] | None]
    choices: Mapped[list[Any] | None]
    off: Mapped[bool]
    edited_by: Mapped[str]


class CardAliasRow(Appended):
    """A card whose source was reworded is the same card: its new id and the one it is known by."""

    __tablename__ = "card_aliases"
    __table_args__ = (UniqueConstraint("workspace", "new"),)
    new: Mapped[str]
    old: Mapped[str]


class KnownDeckRow(Base):
    """The cards of a deck as they were last practised from: what became of them is told when the deck has changed."""

    __tablename__ = "known_decks"
    workspace: Mapped[str] = mapped_column(primary_key=True)
    deck: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]
    cards: Mapped[list[Any]]


class ReminderRow(Appended):
    """That somebody was reminded of something on a day, so that nobody is told twice."""

    __tablename__ = "practice_reminders"
    __table_args__ = (UniqueConstraint("workspace", "person", "about", "sent_on"),)
    person: Mapped[str]
    about: Mapped[str]
    sent_on: Mapped[date]
