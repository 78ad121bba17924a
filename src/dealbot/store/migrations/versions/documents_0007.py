"""Documents that people of a workspace dropped: each version whole, and what was decided of it."""

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Create the tables, which are only ever appended to."""
    op.create_table(
        "document_versions",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.UniqueConstraint("workspace", "path", "version"),
    )
    op.create_table(
        "document_verdicts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document_id", sa.Integer(), sa.ForeignKey("document_versions.id"), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
    )
    op.create_index("ix_document_verdicts_document_id", "document_verdicts", ["document_id"])
    for statement in guards(op.get_context().dialect.name, ("document_versions", "document_verdicts")):
        op.execute(statement)
