"""Logging a call note: kept whole first, then read, then told what changed."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from dealbot.app.desk import Desk, the_deal
from dealbot.app.follow_up import question_after
from dealbot.app.state import state_of, summarise
from dealbot.domain.changes import Change, changes_between
from dealbot.domain.note import storable
from dealbot.domain.observation import Reading
from dealbot.domain.principal import Principal
from dealbot.domain.record import DealRecord
from dealbot.domain.visibility import private_spans, visibility_of
from dealbot.errors import BadInput, UnknownDeal
from dealbot.reading.ports import KnownPerson, NoteText
from dealbot.reading.redaction import redact
from dealbot.reading.roster import mentioned_in, our_people, roster_of
from dealbot.store.books import Books
from dealbot.store.values import KeptNote, NoteIn, Saved


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
    """What became of a note: `created` tells that its deal is new, `duplicate` that nothing changed."""

    note: str
    deal: str
    created: bool
    duplicate: bool
    changes: tuple[Change, ...]
    question: str | None
    reader: str
    redacted: int


def log_note(desk: Desk, principal: Principal, given: NoteToLog) -> Logged:
    """Keep a note, read it, and tell what changed in its deal; raises BadInput for an empty one."""
    redacted = redact(storable(given.text))
    if not redacted.text.strip():
        msg = "The note is empty, so nothing was saved."
        raise BadInput(msg)
    with desk.writing(principal) as books:
        deal, created = _deal(books, given.deal, desk.now())
        name = given.id or _name(given, deal.name)
        note = NoteIn(
            name,
            deal.id,
            redacted.text,
            given.on,
            desk.now(),
            given.author or principal.name,
            given.said_at,
            redacted.redactions,
            private_spans(redacted.text),
        )
        saved = books.notes.save(note)
        unread = saved.version in {kept.version for kept in books.notes.unread()}
    if saved.duplicate and not unread:
        return Logged(name, deal.name, created, True, (), None, "", len(redacted.redactions))
    changes, question, reader = _read(desk, principal, deal, saved, note)
    return Logged(name, deal.name, created, saved.duplicate, changes, question, reader, len(redacted.redactions))


def _name(given: NoteToLog, deal: str) -> str:
    seed = f"{deal.casefold()}|{given.on.isoformat()}|{given.text}"
    return f"note-{hashlib.sha256(seed.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _deal(books: Books, name: str, at: datetime) -> tuple[DealRecord, bool]:
    if not name.strip():
        msg = "Which deal is the note about? Name it."
        raise BadInput(msg)
    try:
        return the_deal(books.deals, name), False
    except UnknownDeal:
        return books.deals.add(name.strip(), at), True


def _read(
    desk: Desk, principal: Principal, deal: DealRecord, saved: Saved, note: NoteIn
) -> tuple[tuple[Change, ...], str | None, str]:
    with desk.reading(principal) as books:
        before = state_of(books, deal.id, desk.today())
        roster = _roster(books, deal.id)
    reading = desk.reader().read(_note_text(note, deal, roster))
    with desk.writing(principal) as books:
        _append(books, saved.version, reading, note.text, desk.now())
        _read_again(desk, books, deal, saved, roster)
        after = summarise(books, deal.id, desk.today())
    question = question_after(reading, after, note.on)
    return changes_between(before, after), question, reading.reader


def _roster(books: Books, deal: int) -> tuple[KnownPerson, ...]:
    ours = our_people(books.users.all())
    return (*ours, *roster_of(state_of(books, deal, date.max)))


def _note_text(note: NoteIn, deal: DealRecord, roster: tuple[KnownPerson, ...]) -> NoteText:
    return NoteText(note.text, note.on, note.author, deal.name, roster, fiscal_start=deal.fiscal_start)


def _append(books: Books, version: int, reading: Reading, text: str, at: datetime) -> None:
    private = private_spans(text)
    visibilities = [visibility_of(statement, private) for statement in reading.statements]
    books.ledger.append_reading(version, reading, visibilities, at)


def _read_again(
    desk: Desk,
    books: Books,
    deal: DealRecord,
    saved: Saved,
    known: tuple[KnownPerson, ...],
) -> None:
    """Read those notes again that mention somebody only this note introduced, so that order does not matter."""
    roster = _roster(books, deal.id)
    new = tuple(person for person in roster if person not in known)
    for kept in books.notes.of_deal(deal.id):
        if kept.key == saved.note and kept.version != saved.version:
            continue
        if mentioned_in(kept.note.text, new):
            reading = desk.reader().read(_kept_text(kept, deal, roster))
            _append(books, kept.version, reading, kept.note.text, desk.now())


def _kept_text(kept: KeptNote, deal: DealRecord, roster: tuple[KnownPerson, ...]) -> NoteText:
    note = kept.note
    return NoteText(note.text, note.on, note.author, deal.name, roster, fiscal_start=deal.fiscal_start)
