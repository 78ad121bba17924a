"""Practice: schedules, sessions, answers with what was said of their marks, cohorts and checks, edited cards."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0008"
down_revision = "0007"

_APPENDED = (
    "practice_reviews",
    "practice_claims",
    "checks",
    "check_people",
    "cohort_verdicts",
    "scorecards",
    "card_edits",
    "card_aliases",
    "practice_reminders",
)


def upgrade() -> None:
    """Create the tables; what was answered, said and signed is only ever appended."""
    _create_cohorts()
    _create_checks()
    _create_own()
    _create_answers()
    _create_cards()
    for statement in guards(op.get_context().dialect.name, _APPENDED):
        op.execute(statement)


def _create_cohorts() -> None:
    op.create_table(
        "cohorts",
        sa.Column("id", sa.Integer(), primary_key=True),
        _text("workspace"),
        _text("name"),
        _text("folded"),
        sa.Column("decks", sa.JSON(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        _text("made_by"),
        _instant("made_at"),
        sa.UniqueConstraint("workspace", "folded"),
    )
    op.create_table(
        "cohort_members",
        sa.Column("cohort_id", sa.Integer(), sa.ForeignKey("cohorts.id"), primary_key=True),
        sa.Column("person", sa.Text(), primary_key=True),
        _text("workspace"),
    )
    op.create_index("ix_cohort_members_workspace_person", "cohort_members", ["workspace", "person"])


def _create_checks() -> None:
    op.create_table(
        "checks",
        *_appended("cohorts.id"),
        sa.Column("cards", sa.JSON(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        _text("made_by"),
    )
    op.create_index("ix_checks_cohort_id", "checks", ["cohort_id"])
    op.create_table(
        "check_people",
        *_appended(),
        sa.Column("check_id", sa.Integer(), sa.ForeignKey("checks.id"), nullable=False),
        _text("person"),
        sa.UniqueConstraint("check_id", "person"),
    )
    op.create_index("ix_check_people_workspace_person", "check_people", ["workspace", "person"])
    op.create_table(
        "cohort_verdicts",
        *_appended("cohorts.id"),
        _text("person"),
        _text("verdict"),
        _text("note"),
        _text("signed_by"),
    )
    op.create_index("ix_cohort_verdicts_cohort_id", "cohort_verdicts", ["cohort_id"])
    op.create_table(
        "scorecards",
        *_appended("cohorts.id"),
        _text("person"),
        sa.Column("scores", sa.JSON(), nullable=False),
        _text("words"),
        _text("given_by"),
    )
    op.create_index("ix_scorecards_cohort_id", "scorecards", ["cohort_id"])


def _create_own() -> None:
    op.create_table(
        "practice_schedules",
        *_keys("workspace", "person", "card"),
        _instant("due_at"),
        _text("rating"),
        sa.Column("memory", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON()),
    )
    op.create_index(
        "ix_practice_schedules_workspace_person_due_at", "practice_schedules", ["workspace", "person", "due_at"]
    )
    op.create_table(
        "practice_tallies",
        *_keys("workspace", "card", "person"),
        _text("points"),
        sa.Column("missed", sa.Integer(), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("claimed", sa.Boolean(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "practice_choices",
        *_keys("workspace", "person"),
        sa.Column("drip", sa.Boolean(), nullable=False),
        sa.Column("interview_on", sa.Date()),
    )
    op.create_table(
        "practice_sessions",
        sa.Column("id", sa.Integer(), primary_key=True),
        _text("workspace"),
        _text("person"),
        _text("mode"),
        _text("state"),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("check_id", sa.Integer(), sa.ForeignKey("checks.id")),
        _instant("changed_at"),
    )
    op.create_index(
        "ix_practice_sessions_workspace_person_state", "practice_sessions", ["workspace", "person", "state"]
    )


def _create_answers() -> None:
    op.create_table(
        "practice_reviews",
        *_appended(),
        *(_text(name) for name in ("person", "card", "kind", "deck", "mode", "rating")),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("mark", sa.JSON(), nullable=False),
        _text("answer"),
        sa.Column("duration_ms", sa.Integer()),
        _text("grader"),
        sa.Column("check_id", sa.Integer(), sa.ForeignKey("checks.id")),
        sa.Column("session_id", sa.Integer(), sa.ForeignKey("practice_sessions.id")),
    )
    op.create_index("ix_practice_reviews_workspace_person_card", "practice_reviews", ["workspace", "person", "card"])
    op.create_index("ix_practice_reviews_check_id", "practice_reviews", ["check_id"])
    op.create_table(
        "practice_claims",
        *_appended(),
        sa.Column("review_id", sa.Integer(), sa.ForeignKey("practice_reviews.id"), nullable=False),
        _text("kind"),
        sa.Column("point", sa.Integer()),
        sa.Column("state", sa.Text()),
        sa.Column("rating", sa.Text()),
        _text("said_by"),
    )
    op.create_index("ix_practice_claims_review_id", "practice_claims", ["review_id"])


def _create_cards() -> None:
    op.create_table(
        "card_edits",
        *_appended(),
        _text("card"),
        sa.Column("prompt", sa.Text()),
        sa.Column("points", sa.JSON(none_as_null=True)),
        sa.Column("accepted", sa.JSON(none_as_null=True)),
        sa.Column("off", sa.Boolean(), nullable=False),
        _text("edited_by"),
    )
    op.create_index("ix_card_edits_workspace_card", "card_edits", ["workspace", "card"])
    op.create_table("card_aliases", *_appended(), _text("new"), _text("old"), sa.UniqueConstraint("workspace", "new"))
    op.create_table(
        "known_decks",
        *_keys("workspace", "deck"),
        _text("digest"),
        sa.Column("cards", sa.JSON(), nullable=False),
    )
    op.create_table(
        "practice_reminders",
        *_appended(),
        _text("person"),
        _text("about"),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.UniqueConstraint("workspace", "person", "about", "sent_on"),
    )


def _appended(cohort: str = "") -> list["sa.Column[Any]"]:
    columns: list[sa.Column[Any]] = [sa.Column("id", sa.Integer(), primary_key=True)]
    columns += [_text("workspace"), _instant("recorded_at")]
    if cohort:
        columns.append(sa.Column("cohort_id", sa.Integer(), sa.ForeignKey(cohort), nullable=False))
    return columns


def _keys(*names: str) -> list["sa.Column[Any]"]:
    return [sa.Column(name, sa.Text(), primary_key=True) for name in names]


def _text(name: str) -> "sa.Column[Any]":
    return sa.Column(name, sa.Text(), nullable=False)


def _instant(name: str) -> "sa.Column[Any]":
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)
