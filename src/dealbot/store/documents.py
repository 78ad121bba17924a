"""The documents that people of a workspace dropped: every version whole, and whether it is answered from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from dealbot.domain.dropped import DraftState
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.store.document_tables import DocumentRow, DocumentVerdictRow
from dealbot.store.effective import newest
from dealbot.store.tables import PolicyRow


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A version of a document as it was dropped; `path` is its file's name, `author` a name."""

    key: int
    path: str
    version: int
    content: bytes
    author: str
    at: datetime
    state: DraftState = DraftState.DRAFT


class Documents:
    """The documents dropped in the principal's workspace."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._principal = principal

    def get(self, key: int) -> KeptDocument:
        """Give a version; raises BadInput for one that is not there."""
        row = self._session.get(DocumentRow, key)
        if row is None or row.workspace != self._principal.workspace:
            raise BadInput("There is no such document.")
        return _kept(row, self._state(key))

    def approved(self, path: str) -> KeptDocument | None:
        """The version that is answered from."""
        return next((kept for kept in self._standing(path) if kept.state is DraftState.APPROVED), None)

    def drop(self, path: str, content: bytes, at: datetime) -> tuple[KeptDocument, bool]:
        """Keep a file as a draft in place of an older draft, and say whether it is new.

        The same bytes as of the draft or of the approved version are not.
        """
        standing = tuple(self._standing(path))
        same = next((kept for kept in standing if kept.content == content), None)
        if same is not None:
            return same, False
        for kept in standing:
            if kept.state is DraftState.DRAFT:
                self._decide(kept.key, DraftState.DISCARDED, at)
        by = self._principal
        last = select(func.max(DocumentRow.version)).where(self._mine(path))
        row = DocumentRow(workspace=by.workspace, recorded_at=at, path=path, content=content, added_by=by.user)
        row.digest = sha256(content).hexdigest()
        row.version, row.author = (self._session.scalar(last) or 0) + 1, by.name
        self._session.add(row)
        self._session.flush()
        return _kept(row, DraftState.DRAFT), True

    def decide(self, key: int, state: DraftState, at: datetime) -> bool:
        """Let a version become something, an approved one in place of the one before; false where it cannot."""
        kept = self.get(key)
        if not kept.state.may_become(state):
            return False
        before = self.approved(kept.path) if state is DraftState.APPROVED else None
        if before is not None:
            self._decide(before.key, DraftState.DISCARDED, at)
        self._decide(key, state, at)
        return True

    def _decide(self, key: int, state: DraftState, at: datetime) -> None:
        by = self._principal
        row = DocumentVerdictRow(workspace=by.workspace, recorded_at=at, document_id=key)
        row.state, row.decided_by = state.value, by.user
        self._session.add(row)
        self._session.flush()

    def _standing(self, path: str) -> Iterator[KeptDocument]:
        rows = self._session.scalars(select(DocumentRow).where(self._mine(path)).order_by(DocumentRow.id))
        every = ((row, self._state(row.id)) for row in rows.all())
        return (_kept(row, state) for row, state in every if state is not DraftState.DISCARDED)

    def _mine(self, path: str) -> ColumnElement[bool]:
        return (DocumentRow.workspace == self._principal.workspace) & (DocumentRow.path == path)

    def _state(self, key: int) -> DraftState:
        verdicts = select(DocumentVerdictRow.state).where(DocumentVerdictRow.document_id == key)
        last = self._session.scalar(verdicts.order_by(DocumentVerdictRow.id.desc()).limit(1))
        return DraftState(last) if last is not None else DraftState.DRAFT


def _kept(row: DocumentRow, state: DraftState) -> KeptDocument:
    return KeptDocument(row.id, row.path, row.version, row.content, row.author, row.recorded_at, state)


@dataclass(frozen=True, slots=True)
class Shelved:
    """Something of a workspace that is answered from: an approved document, or the newest text of a policy note.

    `mark` is another one whenever the content is.
    """

    workspace: str
    name: str
    policy: bool
    key: int
    mark: str


def shelved(session: Session) -> tuple[Shelved, ...]:
    """What all workspaces have that is answered from, without its content."""
    documents = (
        select(DocumentRow.workspace, DocumentRow.path, DocumentRow.id, DocumentRow.digest)
        .join(DocumentVerdictRow, DocumentVerdictRow.document_id == DocumentRow.id)
        .where(newest(DocumentVerdictRow, "document_id"), DocumentVerdictRow.state == DraftState.APPROVED.value)
    )
    later = select(PolicyRow.workspace, PolicyRow.policy, func.max(PolicyRow.id).label("id"))
    last = later.group_by(PolicyRow.workspace, PolicyRow.policy).subquery()
    texts = (PolicyRow.workspace, PolicyRow.policy, PolicyRow.id, PolicyRow.recorded_at, func.length(PolicyRow.text))
    policies = select(*texts).join(last, PolicyRow.id == last.c.id)
    found = [
        *(
            Shelved(workspace, name, policy=False, key=key, mark=digest)
            for workspace, name, key, digest in session.execute(documents)
        ),
        *(
            Shelved(workspace, name, policy=True, key=key, mark=f"{key} {at.isoformat()} {length}")
            for workspace, name, key, at, length in session.execute(policies)
        ),
    ]
    return tuple(sorted(found, key=lambda each: (each.workspace, each.policy, each.name)))


def content_of(session: Session, one: Shelved) -> bytes:
    """The content of what is answered from."""
    query = select(PolicyRow.text).where(PolicyRow.id == one.key)
    if one.policy:
        return (session.scalar(query) or "").encode()
    return session.scalar(select(DocumentRow.content).where(DocumentRow.id == one.key)) or b""
