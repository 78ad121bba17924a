"""When an answer that is counted was last another one, and the figures as they were told last."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the column (of answers so far nothing is known to have changed) and create the table."""
    op.add_column("practice_tallies", sa.Column("changed_at", sa.DateTime(timezone=True)))
    op.create_table(
        "practice_releases",
        *(sa.Column(name, sa.Text(), primary_key=True) for name in ("workspace", "scope", "unit")),
        sa.Column("cards", sa.JSON(), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
    )
