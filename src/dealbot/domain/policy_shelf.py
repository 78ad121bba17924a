"""The policy notes at hand on a day: which there were, what superseded what by then, and finding one by name."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from dealbot.domain.policy import DOCUMENT_NUMBER, PolicyKind, PolicyNote, PolicyStatus

_TELLING = 4
_CLOSE = 0.9  # of the letters: two digits swapped, not another rule of the year
_WORD = re.compile(r"[a-z0-9]+")


def shelf(notes: Iterable[PolicyNote], day: date) -> tuple[PolicyNote, ...]:
    """The notes published by a day as they stood on it, by id; of several of one id the last counts.

    A proposal is superseded once a rule that names it is published, another rule once that one takes effect. What a
    note says of itself it says as of its own day: before that it is a proposal, or it is not known whether it holds.
    """
    there = {note.id: note for note in notes if note.published_on <= day}
    later = tuple(there.values())
    return tuple(
        _as_it_stood(there[key], day, replaced=successor_of(there[key], later, day) is not None)
        for key in sorted(there)
    )


def _as_it_stood(note: PolicyNote, day: date, *, replaced: bool) -> PolicyNote:
    if replaced and note.status is not PolicyStatus.VACATED:
        return replace(note, status=PolicyStatus.SUPERSEDED)
    dated = note.status is PolicyStatus.IN_FORCE and note.effective_on is not None
    if day >= note.as_of or dated or note.status is PolicyStatus.PROPOSED:
        return note
    proposed = note.doc_type is PolicyKind.PROPOSED
    return replace(note, status=PolicyStatus.PROPOSED if proposed else PolicyStatus.UNKNOWN)


def successor_of(note: PolicyNote, notes: Iterable[PolicyNote], day: date) -> PolicyNote | None:
    """The note that supersedes another by a day, the one published first."""
    later = [each for each in notes if note.id in each.supersedes and _supersedes(each, note, day)]
    return min(later, key=lambda each: (each.published_on, each.id), default=None)


def _supersedes(later: PolicyNote, note: PolicyNote, day: date) -> bool:
    since = supersedes_from(later, note)
    return since is not None and since <= day


def supersedes_from(later: PolicyNote, note: PolicyNote) -> date | None:
    """The day from which a note supersedes one that it names; None for a proposal, which supersedes nothing."""
    if _proposes(later):
        return None
    return later.published_on if _proposes(note) else later.effective_on or later.published_on


def _proposes(note: PolicyNote) -> bool:
    return note.doc_type is PolicyKind.PROPOSED or note.status is PolicyStatus.PROPOSED


def by_number(text: str, notes: Sequence[PolicyNote]) -> tuple[PolicyNote, ...]:
    """The note of an id, else those of a document number, that a text is or names, whatever the case."""
    folded = " ".join(text.casefold().split())
    ids = tuple(note for note in notes if _names(folded, note.id))
    return ids or tuple(note for note in notes if note.document_number and _names(folded, note.document_number))


def _names(folded: str, name: str) -> bool:
    """Whether a text is a name, or has it among its words and it can be no word or year."""
    name = " ".join(name.casefold().split())
    telling = len(name) >= _TELLING and not name.isdigit() and any(map(str.isdigit, name))
    return folded == name or (telling and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) is not None)


def nearest_ids(wanted: str, notes: Iterable[PolicyNote]) -> tuple[str, ...]:
    """The ids of the notes whose id or number is written much like something that is no id, the likest first."""
    ids: dict[str, list[str]] = {}
    for note in notes:
        for name in {note.id, (note.document_number or note.id).casefold()}:
            ids.setdefault(name, []).append(note.id)
    close = get_close_matches(wanted.strip().casefold(), ids, cutoff=_CLOSE)
    return tuple(dict.fromkeys(key for name in close for key in ids[name]))


def told_apart(notes: Sequence[PolicyNote]) -> tuple[str, ...]:
    """Each note by its title and number, or its id where it has none; with its id where others have its number."""
    count = Counter(note.document_number for note in notes)
    return tuple(
        f"{note.title} ({note.document_number or note.id}"
        f"{f', id {note.id}' if note.document_number and count[note.document_number] > 1 else ''})"
        for note in notes
    )


def named(wanted: str, notes: Sequence[PolicyNote]) -> tuple[PolicyNote, ...]:
    """The notes that an id, a document number, or a part of a title may mean."""
    folded = " ".join(wanted.casefold().split())
    exact = by_number(folded, notes)
    if exact or DOCUMENT_NUMBER.search(folded):
        return exact
    whole = [note for note in notes if folded == note.title.casefold()]
    words = set(_WORD.findall(folded))
    return tuple(whole or [note for note in notes if words and words <= set(_WORD.findall(note.title.casefold()))])
