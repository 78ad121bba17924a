"""That somebody handed a check in, which its last answer alone does not do."""

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0014"
down_revision = "0013"


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
