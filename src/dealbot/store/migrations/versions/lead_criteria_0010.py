"""How much each factor of a lead counts, version by version."""

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Create the table, which is only ever appended to."""
    op.create_table(
        "lead_criteria",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("budget", sa.Integer(), nullable=False),
        sa.Column("timeline", sa.Integer(), nullable=False),
        sa.Column("fit", sa.Integer(), nullable=False),
        sa.Column("strategic_value", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.UniqueConstraint("workspace", "version"),
    )
    for statement in guards(op.get_context().dialect.name, ("lead_criteria",)):
        op.execute(statement)
