"""The tables of the inbox and the outbox: two queues whose rows change until they are done."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dealbot.store.tables import Base

__all__ = ["Base", "InboxRow", "OutboxRow", "QueuedRow"]


class QueuedRow(Base):
    """What is taken by one process at a time, in order within its lane; a higher fence ends an older lease."""

    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    key: Mapped[str]
    lane: Mapped[str]
    kept_at: Mapped[datetime]
    state: Mapped[str]
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    fence: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None]
    error: Mapped[str | None]
    about: Mapped[str | None]


class InboxRow(QueuedRow):
    """An arrival; its payload is kept until it is done."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("workspace", "key"),
        UniqueConstraint("workspace", "place"),
        Index(None, "workspace", "state", "lane"),
        Index(None, "workspace", "about"),
        {"sqlite_autoincrement": True},  # postings are keyed by ids, which therefore are never used again
    )
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]]
    place: Mapped[str | None]
    about_at: Mapped[str | None]


class OutboxRow(QueuedRow):
    """A posting; its arguments are kept until it is sent, and where the message then stands."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("workspace", "key"),
        Index(None, "workspace", "state", "lane"),
        Index(None, "workspace", "about"),
        {"sqlite_autoincrement": True},
    )
    method: Mapped[str]
    arguments: Mapped[dict[str, Any]]
    unsure: Mapped[bool] = mapped_column(default=False)
    ended_at: Mapped[datetime | None]
    channel: Mapped[str | None]
    ts: Mapped[str | None]
