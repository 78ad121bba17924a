"""The policy notes at hand: those that come with dealbot, and those that analysts added, of which the newest counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dealbot.app.desk import Desk
from dealbot.domain.knowledge import Document
from dealbot.domain.policy import PolicyNote
from dealbot.domain.policy_shelf import named, shelf, successor_of, told_apart
from dealbot.domain.principal import Principal, Role
from dealbot.errors import BadDocument, BadInput, NotAllowed
from dealbot.knowledge.documents import document
from dealbot.knowledge.library import knowledge_folder, load
from dealbot.store.books import Books
from dealbot.store.policies import KeptPolicy

_MAY_ADD = frozenset({Role.ANALYST, Role.ADMIN})
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Policy:
    """A note as it stands on a day, what it says, and how it came here; `kept` is None for one that was shipped."""

    note: PolicyNote
    document: Document
    kept: KeptPolicy | None = None
    successor: PolicyNote | None = None


@dataclass(frozen=True, slots=True)
class AddedPolicy:
    """A note as it was added; not `new` where the same text was there already."""

    policy: Policy
    new: bool


def add_policy(desk: Desk, principal: Principal, path: str, data: bytes) -> AddedPolicy:
    """Keep a policy note of a file; raises BadDocument with what is wrong with it, NotAllowed."""
    if not _MAY_ADD & principal.roles:
        raise NotAllowed("Only an analyst or an admin may add policy notes: ask one to do it.")
    read = document(path, data)
    if read.policy is None:
        raise BadDocument(path, "it is no policy note: its front matter names no agency, doc_type and document_number")
    with desk.writing(principal) as books:
        kept, new = books.policies.add(read.policy.id, read.text, desk.now())
        there = policies_on(books, max(desk.today(), read.policy.published_on))
        return AddedPolicy(next(each for each in there if each.kept == kept), new)


def policies_on(books: Books, day: date) -> tuple[Policy, ...]:
    """Every note published by a day, as it stood on it, the latest first."""
    every: dict[str, tuple[Document, KeptPolicy | None]] = {
        read.policy.id: (read, None) for read in _shipped() if read.policy is not None
    }
    every |= {kept.policy: (document(f"{kept.policy}.md", kept.text.encode()), kept) for kept in books.policies.all()}
    there = shelf((read.policy for read, _ in every.values() if read.policy is not None), day)
    found = (Policy(note, *every[note.id], successor_of(note, there)) for note in there)
    return tuple(sorted(found, key=lambda each: (-each.note.published_on.toordinal(), each.note.id)))


@cache
def _shipped() -> Sequence[Document]:
    """The notes that come with dealbot; read once."""
    return load([knowledge_folder() / "policies"]).documents


def the_policy(policies: Iterable[Policy], wanted: str) -> Policy:
    """The one note of an id, a document number, or a part of a title; raises BadInput for none and for several."""
    every = {each.note.id: each for each in policies}
    found = named(wanted, tuple(each.note for each in every.values()))
    if len(found) == 1:
        return every[found[0].id]
    if not found:
        raise BadInput(f"There is no policy note '{wanted}': `dealbot policy list` lists them.")
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    several = " or ".join(told_apart(found)[:_MOST_NAMED])
    raise BadInput(f"'{wanted}' may be {several}{more}: which one?")
