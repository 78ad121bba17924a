"""Policy notes that were added, each version kept."""

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the table, which is only ever appended to."""
    op.create_table(
        "policy_versions",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("policy", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.UniqueConstraint("workspace", "policy", "version"),
    )
    for statement in guards(op.get_context().dialect.name, ("policy_versions",)):
        op.execute(statement)
