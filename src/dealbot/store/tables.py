"""The tables of the ledger, each row with its workspace; what people said is only ever appended."""

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

_UNREAD = text("reading_id IS NULL")


class Instant(TypeDecorator[datetime]):
    """An instant in UTC; SQLite keeps no zone, so it is put on again when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Store in UTC; an instant without a zone is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = "an instant needs a time zone"
            raise ValueError(msg)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Read as UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """All tables; constraint names are fixed so that migrations can name them on both databases."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        datetime: Instant,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }


class UserRow(Base):
    """A person of the workspace; `team` is the sales team whose manager sees the deals its people own."""

    __tablename__ = "users"
    workspace: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    roles: Mapped[list[Any]]
    team: Mapped[str | None]
    timezone: Mapped[str | None]


class DealRow(Base):
    """What is set about a deal; one that was merged into another is kept for its notes' first home."""

    __tablename__ = "deals"
    __table_args__ = (UniqueConstraint("workspace", "folded"), Index(None, "workspace", "owner"))
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    name: Mapped[str]
    folded: Mapped[str]
    account: Mapped[str]
    owner: Mapped[str | None]
    amount: Mapped[int | None] = mapped_column(BigInteger)
    quarter: Mapped[str | None]
    call: Mapped[str | None]
    fiscal_start: Mapped[int] = mapped_column(default=1)
    outcome: Mapped[str | None]
    closed_on: Mapped[date | None]
    cause: Mapped[str | None]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("deals.id"))
    aliases: Mapped[list["AliasRow"]] = relationship(lazy="raise", order_by="AliasRow.alias")
    members: Mapped[list["MemberRow"]] = relationship(lazy="raise", order_by="MemberRow.user_id")
    channels: Mapped[list["ChannelRow"]] = relationship(lazy="raise", order_by="ChannelRow.channel")


class AliasRow(Base):
    """Another name of a deal; several deals may go by the same one."""

    __tablename__ = "deal_aliases"
    __table_args__ = (Index(None, "workspace", "folded"),)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"), primary_key=True)
    folded: Mapped[str] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    alias: Mapped[str]


class MemberRow(Base):
    """A user on a deal's team."""

    __tablename__ = "deal_members"
    __table_args__ = (Index(None, "workspace", "user_id"),)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"), primary_key=True)
    user_id: Mapped[str] = mapped_column(primary_key=True)
    workspace: Mapped[str]


class ChannelRow(Base):
    """A channel that belongs to one deal."""

    __tablename__ = "deal_channels"
    workspace: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"), index=True)


class NoteRow(Base):
    """A note by its outside id and its first deal; the id '' is the deal's own sheet of corrections."""

    __tablename__ = "notes"
    __table_args__ = (UniqueConstraint("workspace", "external_id", "home_deal_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    external_id: Mapped[str]
    home_deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"))


class Appended(Base):
    """A row that is never changed: the one with the highest id counts, among those known at an instant."""

    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    recorded_at: Mapped[datetime]


class VersionRow(Appended):
    """A text of a note as kept; `private` spans are for `logged_by` alone."""

    __tablename__ = "note_versions"
    __table_args__ = (UniqueConstraint("note_id", "version"),)
    note_id: Mapped[int] = mapped_column(ForeignKey("notes.id"))
    version: Mapped[int]
    text: Mapped[str]
    said_on: Mapped[date]
    said_at: Mapped[datetime | None]
    author: Mapped[str | None]
    logged_by: Mapped[str]
    redactions: Mapped[list[Any]]
    private: Mapped[list[Any]]


class PlacementRow(Appended):
    """From when on a note counts for a deal, or no longer does."""

    __tablename__ = "placements"
    __table_args__ = (Index(None, "note_id"), Index(None, "deal_id"))
    note_id: Mapped[int] = mapped_column(ForeignKey("notes.id"))
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"))
    undone: Mapped[bool]
    placed_by: Mapped[str]


class ReadingRow(Appended):
    """One reader's pass over one version of a note, or its failure."""

    __tablename__ = "readings"
    version_id: Mapped[int] = mapped_column(ForeignKey("note_versions.id"), index=True)
    reader: Mapped[str]
    prompt_version: Mapped[str | None]
    status: Mapped[str]


class ObservationRow(Appended):
    """A statement of a reading, or without one a person's correction."""

    __tablename__ = "observations"
    __table_args__ = (
        CheckConstraint("visibility <> 'private' OR private_to IS NOT NULL", "private_to_somebody"),
        Index("ix_observations_corrections", "note_id", sqlite_where=_UNREAD, postgresql_where=_UNREAD),
    )
    note_id: Mapped[int] = mapped_column(ForeignKey("notes.id"))
    reading_id: Mapped[int | None] = mapped_column(ForeignKey("readings.id"), index=True)
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]]
    quote: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    said_on: Mapped[date]
    said_at: Mapped[datetime | None]
    author: Mapped[str | None]
    logged_by: Mapped[str]
    visibility: Mapped[str]
    private_to: Mapped[str | None]


class WithdrawalRow(Appended):
    """A correction taken back."""

    __tablename__ = "withdrawals"
    observation_id: Mapped[int] = mapped_column(ForeignKey("observations.id"), unique=True)
    withdrawn_by: Mapped[str]


class VerdictRow(Appended):
    """What became of a lesson (an observation) beyond its deal: offered for all deals, refused, or taken for all."""

    __tablename__ = "lesson_verdicts"
    lesson_id: Mapped[int] = mapped_column(ForeignKey("observations.id"), index=True)
    state: Mapped[str]
    decided_by: Mapped[str]


class SummaryRow(Base):
    """The state of a deal as last computed, for reading a whole pipeline; derived, so it may be replaced."""

    __tablename__ = "summaries"
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"), primary_key=True)
    workspace: Mapped[str]
    as_of: Mapped[date]
    stale_on: Mapped[date | None]
    payload: Mapped[dict[str, Any]]


class SnapshotRow(Appended):
    """A deal as it stood on a Monday: its money, where it stood, and how many of the required said yes."""

    __tablename__ = "snapshots"
    __table_args__ = (UniqueConstraint("deal_id", "taken_on"),)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"))
    taken_on: Mapped[date]
    amount: Mapped[int | None] = mapped_column(BigInteger)
    quarter: Mapped[str | None]
    call: Mapped[str | None]
    standing: Mapped[str | None]
    yes: Mapped[int]
    required: Mapped[int]
    taken_by: Mapped[str]


class PolicyRow(Appended):
    """A text of a policy note that somebody added to those that come with dealbot."""

    __tablename__ = "policy_versions"
    __table_args__ = (UniqueConstraint("workspace", "policy", "version"),)
    policy: Mapped[str]
    version: Mapped[int]
    text: Mapped[str]
    added_by: Mapped[str]
    author: Mapped[str]


class TalkRow(Base):
    """What a conversation is about: the last note and question, what is still open; only the latest is kept."""

    __tablename__ = "talks"
    workspace: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    payload: Mapped[dict[str, Any]]


class DeclinedRow(Base):
    """A question about a deal that nobody could answer, and until when it is not asked again."""

    __tablename__ = "declined_questions"
    deal_id: Mapped[int] = mapped_column(ForeignKey("deals.id"), primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    until: Mapped[date]
