"""The tables of the documents that people of a workspace dropped: each version whole, and what was decided of it."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from dealbot.store.tables import Appended


class DocumentRow(Appended):
    """A file as it was dropped; `digest` is the SHA-256 of its content."""

    __tablename__ = "document_versions"
    __table_args__ = (UniqueConstraint("workspace", "path", "version"),)
    path: Mapped[str]
    version: Mapped[int]
    digest: Mapped[str]
    content: Mapped[bytes] = mapped_column(deferred=True)
    added_by: Mapped[str]
    author: Mapped[str]


class DocumentVerdictRow(Appended):
    """What a version became from then on; one without a verdict is a draft."""

    __tablename__ = "document_verdicts"
    document_id: Mapped[int] = mapped_column(ForeignKey("document_versions.id"), index=True)
    state: Mapped[str]
    decided_by: Mapped[str]
