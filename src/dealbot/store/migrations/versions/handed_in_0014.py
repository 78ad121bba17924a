"""That somebody handed a check in, which its last answer alone does not do."""

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0014"
down_revision = "0013"
_TABLES = {
    "checks": ("id", "cards"),
    "practice_reviews": ("workspace", "check_id", "person", "card", "recorded_at"),
    "checks_handed_in": ("workspace", "recorded_at", "check_id", "person"),
}


def upgrade() -> None:
    """Create the table, which is only ever appended to."""
    op.create_table(
        "checks_handed_in",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("check_id", sa.Integer(), sa.ForeignKey("checks.id"), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.UniqueConstraint("check_id", "person"),
    )
    for statement in guards(op.get_context().dialect.name, ("checks_handed_in",)):
        op.execute(statement)
    _those_answered_before()


def _those_answered_before() -> None:
    """Take checks that are answered already for handed in: until now their last answer did it."""
    bind = op.get_bind()
    checks, reviews, handed_in = (sa.table(name, *map(sa.column, columns)) for name, columns in _TABLES.items())
    cards = {
        row.id: len(row.cards)
        for row in bind.execute(sa.select(checks.c.id, sa.type_coerce(checks.c.cards, sa.JSON).label("cards")))
    }
    answered = sa.func.count(reviews.c.card.distinct()), sa.func.max(reviews.c.recorded_at)
    per_person = reviews.c.workspace, reviews.c.check_id, reviews.c.person
    given = bind.execute(sa.select(*per_person, *answered).where(reviews.c.check_id.is_not(None)).group_by(*per_person))
    for workspace, check, person, answers, at in given.all():
        if answers >= cards[check]:
            row = {"workspace": workspace, "recorded_at": at, "check_id": check, "person": person}
            bind.execute(handed_in.insert().values(row))
