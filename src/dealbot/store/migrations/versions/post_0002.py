"""The inbox and the outbox."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create both queues."""
    op.create_table(
        "inbox",
        *_queued(),
        _text("kind"),
        sa.Column("payload", sa.JSON(), nullable=False),
        _text("place", null=True),
        _text("about_at", null=True),
        sa.UniqueConstraint("workspace", "key"),
        sa.UniqueConstraint("workspace", "place"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "outbox",
        *_queued(),
        _text("method"),
        sa.Column("arguments", sa.JSON(), nullable=False),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("ended_at", _INSTANT),
        _text("channel", null=True),
        _text("ts", null=True),
        sa.UniqueConstraint("workspace", "key"),
        sqlite_autoincrement=True,
    )
    for table in ("inbox", "outbox"):
        op.create_index(f"ix_{table}_workspace_state_lane", table, ["workspace", "state", "lane"])
        op.create_index(f"ix_{table}_workspace_about", table, ["workspace", "about"])


def _text(name: str, *, null: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=null)


def _queued() -> "tuple[sa.Column[Any], ...]":
    return (
        sa.Column("id", sa.Integer(), primary_key=True),
        _text("workspace"),
        _text("key"),
        _text("lane"),
        sa.Column("kept_at", _INSTANT, nullable=False),
        _text("state"),
        sa.Column("due_at", _INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("lease_until", _INSTANT),
        _text("error", null=True),
        _text("about", null=True),
    )
