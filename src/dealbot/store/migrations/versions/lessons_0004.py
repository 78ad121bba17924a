"""What became of lessons beyond the deal that taught them; the lessons themselves are observations."""

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table, which is only ever appended to."""
    op.create_table(
        "lesson_verdicts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lesson_id", sa.Integer(), sa.ForeignKey("observations.id"), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
    )
    op.create_index("ix_lesson_verdicts_lesson_id", "lesson_verdicts", ["lesson_id"])
    for statement in guards(op.get_context().dialect.name, ("lesson_verdicts",)):
        op.execute(statement)
