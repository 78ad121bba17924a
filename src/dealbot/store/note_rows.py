"""Notes as rows, and as the values they are told as: private words only to who logged them."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Row, Select, select

from dealbot.domain.note import CallNote, Redaction
from dealbot.store.placement import SHEET, names
from dealbot.store.tables import DealRow, NoteRow, PlacementRow, VersionRow
from dealbot.store.values import KeptNote

NoteSelect = Select[NoteRow, PlacementRow, VersionRow, str]
NoteAsRow = Row[NoteRow, PlacementRow, VersionRow, str]
_HIDDEN = "\N{FULL BLOCK}"


def note_rows() -> NoteSelect:
    """Select notes with their placements and versions; which of these, and of whose deals, is left to the caller."""
    return (
        select(NoteRow, PlacementRow, VersionRow, DealRow.name)
        .join(PlacementRow, PlacementRow.note_id == NoteRow.id)
        .join(DealRow, DealRow.id == PlacementRow.deal_id)
        .join(VersionRow, VersionRow.note_id == NoteRow.id)
        .where(NoteRow.external_id != SHEET)
        .order_by(VersionRow.said_on, NoteRow.id, VersionRow.id)
    )


def kept_notes(rows: Sequence[NoteAsRow], user: str | None) -> tuple[KeptNote, ...]:
    """Turn rows, one for each note, into notes as told to that user (None: in full), named apart within each deal."""
    told: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    for note, placed, _, _ in rows:
        told[placed.deal_id].append((note.id, note.external_id, note.home_deal_id))
    named = {key: name for deal, notes in told.items() for key, name in names(notes, deal).items()}
    return tuple(
        KeptNote(note.id, version.id, placed.deal_id, placed.undone, call_note(named[note.id], deal, version, user))
        for note, placed, version, deal in rows
    )


def call_note(name: str, deal: str, version: VersionRow, user: str | None) -> CallNote:
    """Turn a version into the value of the domain, as told to that user (None: in full)."""
    whole = user is None or version.logged_by == user
    return CallNote(
        id=name,
        version=version.version,
        deal=deal,
        text=version.text if whole else _hidden(version.text, version.private),
        on=version.said_on,
        recorded_at=version.recorded_at,
        author=version.author,
        said_at=version.said_at,
        redactions=tuple(Redaction(kind, start, end) for kind, start, end in version.redactions),
    )


def _hidden(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + _HIDDEN * len(text[start:end]) + text[end:]
    return text
