"""Logging a call note: kept whole first, then read, then told what changed."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from dealbot.app.desk import Desk, the_deal
from dealbot.app.follow_up import FollowUp, question_after
from dealbot.app.in_step import Circle, InStep, in_step
from dealbot.app.state import state_now, summarise
from dealbot.domain.changes import Change, changes_between
from dealbot.domain.deal import DealState
from dealbot.domain.note import storable
from dealbot.domain.observation import Reading
from dealbot.domain.principal import Principal
from dealbot.domain.record import DealRecord
from dealbot.domain.visibility import private_spans
from dealbot.errors import BadInput, DealbotError, NotRead, UnknownDeal
from dealbot.reading.redaction import Redacted, redact
from dealbot.store.books import Books
from dealbot.store.values import NoteIn, Saved

MOST_LETTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class NoteToLog:
    """A note as handed in; without an id it is known by its deal, day and words."""

    deal: str
    on: date
    text: str
    id: str | None = None
    author: str | None = None
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Logged:
    """What became of a note: `created` tells that its deal is new, `duplicate` that nothing changed.

    `undone` tells that the note was taken back and counts for no deal, `readers` how many may read the deal besides
    admins, `state` what is known of it now.
    """

    note: str
    deal: str
    on: date
    author: str | None
    created: bool
    duplicate: bool
    undone: bool
    changes: tuple[Change, ...]
    question: FollowUp | None
    redacted: int
    readers: tuple[str, ...]
    state: DealState


@dataclass(frozen=True, slots=True)
class _Kept:
    """A note that is saved, with the deal it counts for as that was before."""

    note: NoteIn
    saved: Saved
    deal: DealRecord
    created: bool
    before: DealState
    circle: Circle


def log_note(desk: Desk, principal: Principal, given: NoteToLog) -> Logged:
    """Keep a note, read it, and tell what changed in its deal.

    Raises BadInput for one that is empty or too long, AmbiguousDeal, NotRead for a note that is kept but not read.
    """
    text = text_to_keep(given.text)
    with desk.writing(principal) as books:
        kept = _keep(desk, books, given, text)
    if kept.saved.undone or not kept.saved.unread:
        with desk.writing(principal) as books:
            logged = _logged(desk, books, kept, None)
            desk.then(books, logged)
            return logged
    try:
        return in_step(desk, principal, lambda books, step: _read(desk, books, step, kept))
    except DealbotError as error:
        raise NotRead(kept.note.id, kept.deal.name, error) from error


def text_to_keep(text: str) -> Redacted:
    """Take out of a note what may not be kept; raises BadInput for a text that is empty or too long."""
    if not text.strip():
        raise BadInput("The note is empty, so nothing was saved: write what was said on the call.")
    if len(text) > MOST_LETTERS:
        raise BadInput(
            f"The note has {len(text):,} letters and may have {MOST_LETTERS:,}: nothing was saved, so log it in parts."
        )
    return redact(storable(text))


def _keep(desk: Desk, books: Books, given: NoteToLog, text: Redacted) -> _Kept:
    named, created = _deal(books, given.deal, desk.now())
    name = storable(given.id) if given.id else _name(given, named.id)
    home = books.notes.where(name, named.id) or named.id
    before, circle = state_now(books, home, desk.today()), Circle.of(books, home)
    note = NoteIn(
        name,
        named.id,
        text.text,
        given.on,
        desk.now(),
        storable(given.author) if given.author else books.principal.name,
        given.said_at,
        text.redactions,
        private_spans(text.text),
    )
    saved = books.notes.save(note)
    if not saved.duplicate:
        summarise(books, home, desk.today())
    elif saved.number > 1:
        # It was kept but never read, and what its earlier version introduced went unnoticed: read every note again.
        circle = Circle()
    circle = replace(circle, notes=circle.notes - {(saved.note, saved.version)})
    return _Kept(note, saved, books.deals.by_id(home), created, before, circle)


def _name(given: NoteToLog, deal: int) -> str:
    seed = f"{deal}|{given.on.isoformat()}|{given.text}"
    return f"note-{hashlib.sha256(seed.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _deal(books: Books, name: str, at: datetime) -> tuple[DealRecord, bool]:
    if not name.strip():
        raise BadInput("Which deal is the note about? Name it.")
    with suppress(UnknownDeal):
        return the_deal(books.deals, name), False
    try:
        return books.deals.add(name.strip(), at), True
    except BadInput:
        found = books.deals.find(name)
        if not found:
            raise
        return found[0], False  # somebody else added it at the same moment


def _read(desk: Desk, books: Books, step: InStep, kept: _Kept) -> Logged:
    step.watch(kept.deal.id, kept.circle)
    step.settle()
    return _logged(desk, books, kept, step.reading_of(kept.saved.version))


def _logged(desk: Desk, books: Books, kept: _Kept, reading: Reading | None) -> Logged:
    state = state_now(books, kept.deal.id, desk.today())
    return Logged(
        note=kept.note.id,
        deal=kept.deal.name,
        on=kept.note.on,
        author=kept.note.author,
        created=kept.created,
        duplicate=kept.saved.duplicate,
        undone=kept.saved.undone,
        changes=changes_between(kept.before, state) if reading is not None else (),
        question=_question(desk, books, kept, reading, state) if reading is not None else None,
        redacted=len(kept.note.redactions),
        readers=books.deals.readers(kept.deal.id),
        state=state,
    )


def _question(desk: Desk, books: Books, kept: _Kept, reading: Reading, state: DealState) -> FollowUp | None:
    declined = books.talks.declined(kept.deal.id, desk.today())
    return question_after(reading, state, kept.note.on, declined.__contains__)
