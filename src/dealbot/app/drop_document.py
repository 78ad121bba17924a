"""Dropping a guide: kept as a draft, answered from once it is approved; a policy note goes to the policy notes."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from dealbot.app.desk import Desk
from dealbot.app.policies.notes import AddedPolicy, add_policy
from dealbot.domain.dropped import DraftState
from dealbot.domain.knowledge import Document
from dealbot.domain.note import storable
from dealbot.domain.principal import Principal, Role
from dealbot.errors import BadDocument, NotAllowed
from dealbot.knowledge.documents import document
from dealbot.knowledge.files import READERS
from dealbot.store.documents import KeptDocument

LARGEST = 10_000_000
_APPROVES = frozenset({Role.ENABLEMENT, Role.ADMIN})
_READ = _APPROVES | {Role.ANALYST}
_LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class Dropped:
    """A guide as it was dropped, with what was read in it; not `new` where the same file was there already.

    `before` is the approved version that it is to take the place of.
    """

    kept: KeptDocument
    guide: Document
    new: bool
    before: KeptDocument | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What a guide became; not `done` where that was settled before."""

    kept: KeptDocument
    title: str
    before: DraftState
    done: bool


def is_read_from(principal: Principal) -> bool:
    """Whether anything that somebody drops is looked into."""
    return bool(_READ & principal.roles)


def is_readable(name: str) -> bool:
    """Whether a file of that name is of a format that can be read."""
    return PurePosixPath(name).suffix.lower() in READERS


def drop_document(desk: Desk, principal: Principal, name: str, data: bytes) -> Dropped | AddedPolicy:
    """Keep a file as a draft; raises BadDocument with what is wrong with it, NotAllowed."""
    path = _file_name(name)
    guide = document(path, data)
    if guide.policy is not None:
        return add_policy(desk, principal, path, data)
    _must_approve(principal)
    with desk.writing(principal) as books:
        kept, new = books.documents.drop(path, data, desk.now())
        before = books.documents.approved(path)
    return Dropped(kept, guide, new, before if before is not None and before.key != kept.key else None)


def decide_on(desk: Desk, principal: Principal, key: int, state: DraftState) -> Decided:
    """Let a dropped guide become something; raises BadInput for one that is not there, NotAllowed."""
    _must_approve(principal)
    with desk.writing(principal) as books:
        before = books.documents.get(key)
        done = books.documents.decide(key, state, desk.now())
    return Decided(before, _title(before), before.state, done)


def _title(kept: KeptDocument) -> str:
    try:
        return document(kept.path, kept.content).about.title
    except BadDocument:  # it could be read when it was dropped
        return kept.path


def _must_approve(principal: Principal) -> None:
    if not _APPROVES & principal.roles:
        raise NotAllowed("Only enablement or an admin may add guides and approve them: ask one to do it.")


def _file_name(name: str) -> str:
    """The name that a file goes by: no folders, nothing that cannot be kept, its ending as it is."""
    whole = PurePosixPath(" ".join(storable(name).replace("\\", "/").split()))
    return f"{whole.stem[:_LONGEST_NAME]}{whole.suffix.lower()}"
