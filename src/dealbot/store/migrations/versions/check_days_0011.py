"""By when a check is to be answered, where that was moved after it was sent."""

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Create the table, which is only ever appended to."""
    op.create_table(
        "check_days",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("check_id", sa.Integer(), sa.ForeignKey("checks.id"), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("moved_by", sa.Text(), nullable=False),
    )
    op.create_index("ix_check_days_check_id", "check_days", ["check_id"])
    for statement in guards(op.get_context().dialect.name, ("check_days",)):
        op.execute(statement)
