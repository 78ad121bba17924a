"""The pipeline as it stood each Monday."""

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the table, which is only ever appended to."""
    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deal_id", sa.Integer(), sa.ForeignKey("deals.id"), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger()),
        sa.Column("quarter", sa.Text()),
        sa.Column("call", sa.Text()),
        sa.Column("standing", sa.Text()),
        sa.Column("yes", sa.Integer(), nullable=False),
        sa.Column("required", sa.Integer(), nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.UniqueConstraint("deal_id", "taken_on"),
    )
    for statement in guards(op.get_context().dialect.name, ("snapshots",)):
        op.execute(statement)
