"""The policy notes at hand: those that come with dealbot, and those that analysts added, of which the newest counts."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, lru_cache

from dealbot.app.desk import Desk
from dealbot.domain.knowledge import Document
from dealbot.domain.policy import PolicyNote, PolicyStatus
from dealbot.domain.policy_shelf import named, nearest_ids, shelf, successor_of, told_apart
from dealbot.domain.policy_words import status_of
from dealbot.domain.principal import Principal, Role
from dealbot.errors import BadDocument, BadInput, NotAllowed
from dealbot.knowledge.documents import document
from dealbot.knowledge.library import knowledge_folder, load
from dealbot.store.books import Books
from dealbot.store.policies import KeptPolicy

_log = logging.getLogger(__name__)
_MAY_ADD = frozenset({Role.ANALYST, Role.ADMIN})
_FOLDER = "policies"
_MOST_NAMED = 4
_MOST_PARSED = 512  # texts of notes that were added, of some hundred bytes to some kilobytes each


@dataclass(frozen=True, slots=True)
class Policy:
    """A note as it stands on a day, what it says, and how it came here; `kept` is None for one that was shipped."""

    note: PolicyNote
    document: Document
    kept: KeptPolicy | None = None
    successor: PolicyNote | None = None


@dataclass(frozen=True, slots=True)
class AddedPolicy:
    """A note as it was added; not `new` where the same text was there already.

    `before` is the note of its id until then. Of what it names as superseded, `supersedes` are notes at hand, `unknown`
    the others, each with the ids that come near. `alike` are the ids of other notes with its document number.
    """

    policy: Policy
    new: bool
    before: Policy | None = None
    supersedes: tuple[Policy, ...] = ()
    unknown: tuple[tuple[str, tuple[str, ...]], ...] = ()
    alike: tuple[str, ...] = ()


def may_add(principal: Principal) -> bool:
    """Whether somebody may add policy notes."""
    return bool(_MAY_ADD & principal.roles)


def add_policy(desk: Desk, principal: Principal, path: str, data: bytes) -> AddedPolicy:
    """Keep a policy note of a file; raises BadDocument with what is wrong with it, NotAllowed."""
    if not may_add(principal):
        raise NotAllowed("Only an analyst or an admin may add policy notes: ask one to do it.")
    read = document(path, data)
    if read.policy is None:
        raise BadDocument(path, "it is no policy note: its front matter names no agency, doc_type and document_number")
    with desk.writing(principal) as books:
        before = _every(books, desk.today()).get(read.policy.id)
        _, new = books.policies.add(read.policy.id, read.text, desk.now())
        every = _every(books, desk.today())
    return _among(every.pop(read.policy.id), every, before if new else None, new=new)


def _every(books: Books, day: date) -> dict[str, Policy]:
    return {each.note.id: each for each in (*policies_on(books, day), *policies_to_come(books, day))}


def _among(added: Policy, others: Mapping[str, Policy], before: Policy | None, *, new: bool) -> AddedPolicy:
    """An added note with what it is to the others."""
    named, number = dict.fromkeys(added.note.supersedes), added.note.document_number
    notes = [each.note for each in others.values()]
    return AddedPolicy(
        added,
        new,
        before,
        supersedes=tuple(others[each] for each in named if each in others),
        unknown=tuple((each, nearest_ids(each, notes)) for each in named if each not in others),
        alike=tuple(note.id for note in notes if number and note.document_number == number),
    )


def policies_on(books: Books, day: date, known_at: datetime | None = None) -> tuple[Policy, ...]:
    """Every note published by a day, as it stood on it and was known at an instant (None: now), the latest first."""
    every = _at_hand(books, known_at)
    there = shelf((note for note, _, _ in every.values()), day)
    found = (Policy(note, every[note.id][1], every[note.id][2], successor_of(note, there, day)) for note in there)
    return tuple(sorted(found, key=lambda each: (-each.note.published_on.toordinal(), each.note.id)))


def policies_to_come(books: Books, day: date, known_at: datetime | None = None) -> tuple[Policy, ...]:
    """Every note published after a day only, the next first: whether its rule holds is not known."""
    later = [each for each in _at_hand(books, known_at).values() if each[0].published_on > day]
    found = (Policy(replace(note, status=PolicyStatus.UNKNOWN), read, kept) for note, read, kept in later)
    return tuple(sorted(found, key=lambda each: (each.note.published_on, each.note.id)))


def _at_hand(books: Books, known_at: datetime | None) -> dict[str, tuple[PolicyNote, Document, KeptPolicy | None]]:
    """Every note by its id, of those that were added the newest."""
    shipped = ((read, None) for read in _shipped())
    added = ((_parsed(kept.policy, kept.text), kept) for kept in books.policies.all(known_at))
    both = ((read, kept) for read, kept in (*shipped, *added) if read is not None)
    return {read.policy.id: (read.policy, read, kept) for read, kept in both if read.policy is not None}


@cache
def _shipped() -> Sequence[Document]:
    """The notes that come with dealbot; read once."""
    found = load([knowledge_folder() / _FOLDER]).documents
    return tuple(replace(read, path=f"{_FOLDER}/{read.path}") for read in found)


@lru_cache(maxsize=_MOST_PARSED)
def _parsed(policy: str, text: str) -> Document | None:
    """A note that was added, named as one that was shipped is: by its path below the knowledge.

    None where it could be read when it was added and cannot be by this version of dealbot.
    """
    try:
        return document(f"{_FOLDER}/{policy}.md", text.encode())
    except BadDocument as error:
        _log.warning("The policy note %s that was added is left out: %s", policy, error.reason)
        return None


def the_policy(books: Books, wanted: str, day: date) -> Policy:
    """The one note by a day of an id, a document number, or a part of a title; raises BadInput for none and several."""
    every = {each.note.id: each for each in policies_on(books, day)}
    found = named(wanted, tuple(each.note for each in every.values()))
    if len(found) == 1:
        return every[found[0].id]
    if not found:
        to_come = tuple(each.note for each in policies_to_come(books, day))
        raise BadInput(_none_of(wanted, to_come, nearest_ids(wanted, (each.note for each in every.values())), day))
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    several = " or ".join(told_apart(found)[:_MOST_NAMED])
    raise BadInput(f"'{wanted}' may be {several}{more}: which one?")


def _none_of(wanted: str, to_come: Sequence[PolicyNote], near: Sequence[str], day: date) -> str:
    later = next(iter(named(wanted, to_come)), None)
    if later is not None:
        return f"{later.title} ({later.document_number or later.id}): {status_of(later, day)}."
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"There is no policy note '{wanted}': `dealbot policy list` lists them.{meant}"
