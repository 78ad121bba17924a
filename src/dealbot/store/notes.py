"""The call notes: kept whole in versions, and placed on deals."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Exists, Select, exists, or_, select
from sqlalchemy.orm import Session

from dealbot.domain.note import CallNote, storable
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput, UnknownDeal, UnknownNote
from dealbot.store.effective import newest
from dealbot.store.note_rows import NoteSelect, call_note, kept_notes, note_rows
from dealbot.store.placement import SHEET, on_deal
from dealbot.store.recall import READ
from dealbot.store.scope import Scope
from dealbot.store.tables import NoteRow, PlacementRow, ReadingRow, VersionRow
from dealbot.store.values import KeptNote, NoteIn, Saved

_SAME = ("workspace", "note_id", "said_at", "author", "logged_by", "redactions", "private", "text")


class Notes:
    """The notes that a principal may see and keep."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._scope = Scope(session, principal)

    def save(self, given: NoteIn) -> Saved:
        """Keep a note: a new one, a new version if its text is new, or nothing if the text is the one kept.

        Raises UnknownDeal, BadInput without an id or for a note since moved to a deal that is not visible.
        """
        if given.id == SHEET:
            msg = "A note needs an id."
            raise BadInput(msg)
        self._scope.hold(given.deal)
        row = self._session.execute(self._same_note(given.id, given.deal)).first()
        if row is None:
            return self._create(given)
        note, deal, undone, latest, was_read = row
        self._hold_where_moved(given, deal)
        version, number, duplicate = latest.id, latest.version, latest.text == storable(given.text)
        if not duplicate:
            version, number, was_read = self._append(note, number + 1, given), number + 1, False
        return Saved(
            note, version, number, deal, created=False, duplicate=duplicate, unread=not was_read, undone=undone
        )

    def where(self, name: str, deal: int) -> int | None:
        """Tell which deal a note of this id that was logged to a deal is on now; None if there is none to be seen."""
        row = self._session.execute(self._same_note(name, deal).where(self._scope.sees(NoteRow.id))).first()
        return row[1] if row is not None else None

    def place(self, note: int, deal: int | None, at: datetime) -> bool:
        """Move a note to a deal, or take it back (None), from now on; false if it already is there.

        Raises UnknownNote, UnknownDeal.
        """
        target = () if deal is None else (deal,)
        here = self._scope.hold_note(note, *target)
        there, undone = deal or here, deal is None
        current = select(PlacementRow.undone).where(PlacementRow.note_id == note, newest(PlacementRow, "note_id"))
        if there == here and self._session.scalars(current).one() is undone:
            return False
        self._put(note, there, at, undone=undone)
        return True

    def redate(self, note: int, on: date, at: datetime) -> bool:
        """Give a note another day of its call, as a new version of the same words; false if it has that day already.

        Raises UnknownNote.
        """
        self._scope.hold_note(note)
        latest = self._session.scalars(
            select(VersionRow).where(VersionRow.note_id == note, newest(VersionRow, "note_id"))
        ).one()
        if latest.said_on == on:
            return False
        same = {name: getattr(latest, name) for name in _SAME}
        self._session.add(VersionRow(**same, version=latest.version + 1, said_on=on, recorded_at=at))
        self._session.flush()
        return True

    def get(self, name: str, deal: int | None = None) -> KeptNote:
        """Find a note by its outside id; raises UnknownNote, BadInput where it may mean several."""
        wanted = self._newest().where(NoteRow.external_id.in_(_outside_ids(name)))
        if deal is not None:
            wanted = wanted.where(PlacementRow.deal_id == deal)
        found = self._kept(wanted.where(PlacementRow.undone.is_(False)))
        found = found or self._kept(wanted)
        found = tuple(kept for kept in found if kept.note.id == name)
        if len(found) > 1:
            deals = " and ".join(sorted(f"'{kept.note.deal}'" for kept in found))
            msg = f"There is a note '{name}' on {deals}: say which deal."
            raise BadInput(msg)
        if not found:
            msg = f"There is no note called '{name}'."
            raise UnknownNote(msg)
        return found[0]

    def named(self, names: Sequence[str]) -> tuple[KeptNote, ...]:
        """Give those of these notes that are there, taken back or not, in the order of their outside ids given."""
        found = {kept.note.id: kept for kept in self._kept(self._newest().where(NoteRow.external_id.in_(names)))}
        return tuple(found[name] for name in names if name in found)

    def of_deal(self, deal: int, known_at: datetime | None = None, *, to_read: bool = False) -> tuple[KeptNote, ...]:
        """Give the notes on a deal, as known at that instant, by the day of the call.

        With `to_read` private words of others are given as well: for a reader, never to be shown.
        """
        there = on_deal(self._scope, deal, known_at)
        return self._kept(note_rows().where(there, newest(VersionRow, "note_id", known_at)), to_read=to_read)

    def versions(self, note: int) -> tuple[CallNote, ...]:
        """Give every version of a note, oldest first."""
        every = note_rows().where(NoteRow.id == note, newest(PlacementRow, "note_id"), self._scope.visible())
        rows = self._session.execute(every.order_by(None).order_by(VersionRow.id))
        return tuple(
            call_note(row.external_id, deal, version, self._scope.principal.confidant) for row, _, version, deal in rows
        )

    def unread(self) -> tuple[KeptNote, ...]:
        """Give the notes whose newest version no reader has read yet, private words included: never to be shown."""
        return self._kept(self._newest().where(PlacementRow.undone.is_(False), ~_was_read()), to_read=True)

    @property
    def _user(self) -> str:
        return self._scope.principal.user

    def _same_note(self, name: str, deal: int) -> Select[int, int, bool, VersionRow, bool]:
        at_home = NoteRow.home_deal_id == deal
        return (
            select(NoteRow.id, PlacementRow.deal_id, PlacementRow.undone, VersionRow, _was_read())
            .join(PlacementRow, PlacementRow.note_id == NoteRow.id)
            .join(VersionRow, VersionRow.note_id == NoteRow.id)
            .where(NoteRow.workspace == self._scope.workspace, NoteRow.external_id == storable(name))
            .where(or_(at_home, PlacementRow.deal_id == deal))
            .where(newest(PlacementRow, "note_id"), newest(VersionRow, "note_id"))
            .order_by(at_home.desc(), NoteRow.id)
            .limit(1)
        )

    def _hold_where_moved(self, given: NoteIn, deal: int) -> None:
        try:
            self._scope.hold(deal)
        except UnknownDeal as error:
            msg = f"The note '{given.id}' was moved to another deal: log this one under another id."
            raise BadInput(msg) from error

    def _create(self, given: NoteIn) -> Saved:
        row = NoteRow(workspace=self._scope.workspace, external_id=storable(given.id), home_deal_id=given.deal)
        self._session.add(row)
        self._session.flush()
        self._put(row.id, given.deal, given.at, undone=False)
        version = self._append(row.id, 1, given)
        return Saved(row.id, version, 1, given.deal, created=True, duplicate=False, unread=True)

    def _append(self, note: int, number: int, given: NoteIn) -> int:
        row = VersionRow(
            workspace=self._scope.workspace,
            note_id=note,
            version=number,
            recorded_at=given.at,
            said_on=given.on,
            said_at=given.said_at,
            author=given.author,
            logged_by=self._scope.principal.user,
            redactions=[[mark.kind, mark.start, mark.end] for mark in given.redactions],
            private=[list(span) for span in given.private],
            text=storable(given.text),
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def _put(self, note: int, deal: int, at: datetime, *, undone: bool) -> None:
        by = self._scope.principal
        row = PlacementRow(
            workspace=by.workspace, note_id=note, deal_id=deal, undone=undone, recorded_at=at, placed_by=by.user
        )
        self._session.add(row)
        self._session.flush()

    def _newest(self) -> NoteSelect:
        newest_of_each = (newest(PlacementRow, "note_id"), newest(VersionRow, "note_id"))
        return note_rows().where(NoteRow.workspace == self._scope.workspace, *newest_of_each, self._scope.visible())

    def _kept(self, statement: NoteSelect, *, to_read: bool = False) -> tuple[KeptNote, ...]:
        return kept_notes(self._session.execute(statement).all(), None if to_read else self._scope.principal.confidant)


def _was_read() -> Exists:
    return exists().where(ReadingRow.version_id == VersionRow.id, ReadingRow.status == READ)


def _outside_ids(name: str) -> set[str]:
    outside, _, home = name.rpartition("@")
    return {name, outside} if home.isdigit() else {name}
