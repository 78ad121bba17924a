"""At which time of the day somebody chose to have their cards; none says as ever."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the column."""
    op.add_column("practice_choices", sa.Column("drip_at", sa.Time(), nullable=True))
