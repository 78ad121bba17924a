"""The first schema: users, deals, notes, readings, observations, summaries."""

import sqlalchemy as sa
from alembic import op

from dealbot.store.append_only import guards

revision = "0001"
down_revision = None

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create every table and the triggers that keep the ledger append-only."""
    _users()
    _deals()
    _deal_names()
    _deal_people()
    _notes()
    _readings()
    _observations()
    _summaries()
    tables = ("note_versions", "placements", "readings", "observations", "withdrawals")
    for statement in guards(op.get_bind().dialect.name, tables):
        op.execute(statement)


def _text(name: str, *, null: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=null)


def _points_to(target: str, *, column: str = "", null: bool = False) -> "sa.Column[int]":
    return sa.Column(column or f"{target[:-1]}_id", sa.Integer(), sa.ForeignKey(f"{target}.id"), nullable=null)


def _row() -> "tuple[sa.Column[int], sa.Column[str]]":
    return sa.Column("id", sa.Integer(), primary_key=True), _text("workspace")


def _recorded() -> "sa.Column[object]":
    return sa.Column("recorded_at", _INSTANT, nullable=False)


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("workspace", sa.Text(), primary_key=True),
        sa.Column("id", sa.Text(), primary_key=True),
        _text("name"),
        sa.Column("roles", sa.JSON(), nullable=False),
        _text("team", null=True),
        _text("timezone", null=True),
    )


def _deals() -> None:
    op.create_table(
        "deals",
        *_row(),
        _text("name"),
        _text("folded"),
        _text("account"),
        _text("owner", null=True),
        sa.Column("amount", sa.BigInteger()),
        _text("quarter", null=True),
        _text("call", null=True),
        sa.Column("fiscal_start", sa.Integer(), nullable=False),
        _text("outcome", null=True),
        sa.Column("closed_on", sa.Date()),
        _text("cause", null=True),
        _points_to("deals", column="merged_into", null=True),
        sa.UniqueConstraint("workspace", "folded"),
    )
    op.create_index("ix_deals_workspace_owner", "deals", ["workspace", "owner"])


def _deal_names() -> None:
    op.create_table(
        "deal_aliases",
        sa.Column("deal_id", sa.Integer(), sa.ForeignKey("deals.id"), primary_key=True),
        sa.Column("folded", sa.Text(), primary_key=True),
        _text("workspace"),
        _text("alias"),
    )
    op.create_index("ix_deal_aliases_workspace_folded", "deal_aliases", ["workspace", "folded"])


def _deal_people() -> None:
    op.create_table(
        "deal_members",
        sa.Column("deal_id", sa.Integer(), sa.ForeignKey("deals.id"), primary_key=True),
        sa.Column("user_id", sa.Text(), primary_key=True),
        _text("workspace"),
    )
    op.create_index("ix_deal_members_workspace_user_id", "deal_members", ["workspace", "user_id"])
    op.create_table(
        "deal_channels",
        sa.Column("workspace", sa.Text(), primary_key=True),
        sa.Column("channel", sa.Text(), primary_key=True),
        _points_to("deals"),
    )
    op.create_index("ix_deal_channels_deal_id", "deal_channels", ["deal_id"])


def _notes() -> None:
    op.create_table(
        "notes",
        *_row(),
        _text("external_id"),
        _points_to("deals", column="home_deal_id"),
        sa.UniqueConstraint("workspace", "external_id", "home_deal_id"),
    )
    op.create_table(
        "note_versions",
        *_row(),
        _points_to("notes"),
        sa.Column("version", sa.Integer(), nullable=False),
        _recorded(),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("said_at", _INSTANT),
        _text("author", null=True),
        _text("logged_by"),
        sa.Column("redactions", sa.JSON(), nullable=False),
        sa.Column("private", sa.JSON(), nullable=False),
        # Last, so that SQLite finds the other columns without walking through a long text.
        _text("text"),
        sa.UniqueConstraint("note_id", "version"),
    )
    op.create_table(
        "placements",
        *_row(),
        _points_to("notes"),
        _points_to("deals"),
        sa.Column("undone", sa.Boolean(), nullable=False),
        _recorded(),
        _text("placed_by"),
    )
    op.create_index("ix_placements_note_id", "placements", ["note_id"])
    op.create_index("ix_placements_deal_id", "placements", ["deal_id"])


def _readings() -> None:
    op.create_table(
        "readings",
        *_row(),
        _points_to("note_versions", column="version_id"),
        _text("reader"),
        _text("prompt_version", null=True),
        _text("status"),
        _recorded(),
    )
    op.create_index("ix_readings_version_id", "readings", ["version_id"])


def _observations() -> None:
    op.create_table(
        "observations",
        *_row(),
        _points_to("notes"),
        _points_to("readings", null=True),
        _recorded(),
        _text("kind"),
        sa.Column("payload", sa.JSON(), nullable=False),
        _text("quote"),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("said_at", _INSTANT),
        _text("author", null=True),
        _text("logged_by"),
        _text("visibility"),
        _text("private_to", null=True),
        sa.CheckConstraint("visibility <> 'private' OR private_to IS NOT NULL", "private_to_somebody"),
    )
    op.create_index("ix_observations_reading_id", "observations", ["reading_id"])
    corrections = sa.text("reading_id IS NULL")
    op.create_index(
        "ix_observations_corrections",
        "observations",
        ["note_id"],
        sqlite_where=corrections,
        postgresql_where=corrections,
    )
    op.create_table(
        "withdrawals",
        *_row(),
        _points_to("observations"),
        _recorded(),
        _text("withdrawn_by"),
        sa.UniqueConstraint("observation_id"),
    )


def _summaries() -> None:
    op.create_table(
        "summaries",
        sa.Column("deal_id", sa.Integer(), sa.ForeignKey("deals.id"), primary_key=True),
        _text("workspace"),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("stale_on", sa.Date()),
        sa.Column("payload", sa.JSON(), nullable=False),
    )
