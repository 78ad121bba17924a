"""That a check or a cohort was ended; and of a card its pitfalls and options as enablement has them."""

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0012"
down_revision = "0011"

_ENDS = {"check_ends": ("check_id", "checks.id"), "cohort_ends": ("cohort_id", "cohorts.id")}


def upgrade() -> None:
    """Create the tables, which are only ever appended to, and add the columns; edits so far leave both as made."""
    for table, (key, of) in _ENDS.items():
        op.create_table(
            table,
            sa.Column("id", sa.Integer(), primary_key=True),
            sa.Column("workspace", sa.Text(), nullable=False),
            sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
            sa.Column(key, sa.Integer(), sa.ForeignKey(of), nullable=False),
            sa.Column("ended_by", sa.Text(), nullable=False),
        )
        op.create_index(f"ix_{table}_{key}", table, [key])
    for name in ("pitfalls", "choices"):
        op.add_column("card_edits", sa.Column(name, sa.JSON(none_as_null=True)))
    for statement in guards(op.get_context().dialect.name, tuple(_ENDS)):
        op.execute(statement)
