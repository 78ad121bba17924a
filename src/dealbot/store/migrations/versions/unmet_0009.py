"""What was asked of the guides and stands in none."""

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Create the table, which is only ever appended to."""
    op.create_table(
        "unmet_questions",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("unfit", sa.Text(), nullable=False),
    )
    op.create_index("ix_unmet_questions_workspace_asked_on", "unmet_questions", ["workspace", "asked_on"])
    for statement in guards(op.get_context().dialect.name, ("unmet_questions",)):
        op.execute(statement)
