"""The observations of a deal: appended by readings and by people, and read back as known at an instant."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from dealbot.domain.observation import Correction, Item, Observation, Reading, Statement, Visibility
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput, UnknownNote
from dealbot.store.codec import encode
from dealbot.store.placement import SHEET
from dealbot.store.recall import INTRODUCED, READ, recall
from dealbot.store.scope import Scope
from dealbot.store.tables import NoteRow, ObservationRow, ReadingRow, VersionRow, WithdrawalRow
from dealbot.store.values import CorrectionIn, Kept


class Ledger:
    """The observations that a principal may see and append."""

    def __init__(self, session: Session, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._scope = Scope(session, principal)

    def observations(
        self, deal: int, known_at: datetime | None = None, *, private: bool = True
    ) -> tuple[Observation, ...]:
        """Give what counts for a deal as far as it was known by then, in the order it was learned.

        With `private=False` the principal's own private observations are left out: for whatever is shared.
        """
        return tuple(kept.observation for kept in recall(self._scope, deal, known_at, private=private))

    def introductions(self, deal: int) -> tuple[Observation, ...]:
        """Give whom each note on a deal names when read by itself, and all corrections, for everybody the same."""
        kept = recall(self._scope, deal, None, private=False, status=INTRODUCED)
        return tuple(each.observation for each in kept)

    def corrections(self, deal: int) -> tuple[Kept, ...]:
        """Give the corrections that count for a deal, oldest first, each with the key to withdraw it."""
        kept = recall(self._scope, deal, None, private=True)
        return tuple(each for each in kept if isinstance(each.observation.item, Correction))

    def append_reading(
        self,
        version: int,
        reading: Reading,
        visibilities: Sequence[Visibility],
        at: datetime,
        prompt_version: str | None = None,
    ) -> None:
        """Append what a reader took from a version of a note; one visibility for each of `reading.statements`.

        From then on the version counts as this reading tells it. Raises UnknownNote.
        """
        source = self._source(version)
        key = self._read(version, reading.reader, READ, at, prompt_version)
        self._observe(source, key, zip(reading.statements, visibilities, strict=True), at)

    def append_introductions(
        self, version: int, reading: Reading, visibilities: Sequence[Visibility], at: datetime
    ) -> None:
        """Append whom a version names when it is read by itself, one visibility for each of `reading.people`.

        These say nothing of the deal, they only tell a reader of its other notes who is known. Raises UnknownNote.
        """
        source = self._source(version)
        key = self._read(version, reading.reader, INTRODUCED, at, None)
        self._observe(source, key, zip(reading.people, visibilities, strict=True), at)

    def append_failure(self, version: int, reader: str, at: datetime, prompt_version: str | None = None) -> None:
        """Append that a reader could not read a version of a note; what was read before goes on counting."""
        self._source(version)
        self._read(version, reader, "failed", at, prompt_version)

    def append_correction(self, given: CorrectionIn) -> int:
        """Append what a person set right, on a note of the deal or on the deal as a whole, and give its key.

        Raises UnknownDeal, UnknownNote, BadInput for a note that is on another deal.
        """
        principal = self._scope.principal
        row = ObservationRow(
            **_row(given.correction, given.visibility, principal.user),
            note_id=self._corrected(given),
            author=principal.name,
            recorded_at=given.at,
            workspace=principal.workspace,
            said_on=given.said_on,
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def withdraw(self, correction: int, at: datetime) -> bool:
        """Take a correction back; false if it already was. Raises BadInput for one that is not visible."""
        self._scope.hold_note(self._note_of(correction))
        if self._session.scalar(select(WithdrawalRow.id).where(WithdrawalRow.observation_id == correction)):
            return False
        principal = self._scope.principal
        self._session.add(
            WithdrawalRow(
                workspace=principal.workspace, observation_id=correction, recorded_at=at, withdrawn_by=principal.user
            )
        )
        return True

    def _observe(
        self, source: VersionRow, reading: int, told: Iterable[tuple[Statement, Visibility]], at: datetime
    ) -> None:
        rows = [
            _row(statement, visibility, source.logged_by)
            | {"note_id": source.note_id, "reading_id": reading, "author": source.author, "recorded_at": at}
            | {"workspace": self._scope.workspace, "said_on": source.said_on, "said_at": source.said_at}
            for statement, visibility in told
        ]
        if rows:
            self._session.execute(insert(ObservationRow), rows)

    def _source(self, version: int) -> VersionRow:
        sought = select(VersionRow).where(VersionRow.id == version, self._scope.sees(VersionRow.note_id))
        source = self._session.scalar(sought)
        if source is None:
            msg = f"There is no version #{version} of a note."
            raise UnknownNote(msg)
        self._scope.hold_note(source.note_id)
        return source

    def _note_of(self, correction: int) -> int:
        note = self._session.scalar(
            select(ObservationRow.note_id).where(
                ObservationRow.id == correction,
                ObservationRow.reading_id.is_(None),
                self._scope.sees(ObservationRow.note_id),
                self._scope.readable(),
            )
        )
        if note is None:
            msg = f"There is no correction #{correction}."
            raise BadInput(msg)
        return note

    def _read(self, version: int, reader: str, status: str, at: datetime, prompt_version: str | None) -> int:
        row = ReadingRow(
            workspace=self._scope.workspace,
            version_id=version,
            reader=reader,
            prompt_version=prompt_version,
            status=status,
            recorded_at=at,
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def _corrected(self, given: CorrectionIn) -> int:
        self._scope.hold(given.deal)
        if given.note is None:
            sheet = select(NoteRow.id).where(NoteRow.home_deal_id == given.deal, NoteRow.external_id == SHEET)
            return self._session.scalars(sheet).one()
        if self._scope.hold_note(given.note) != given.deal:
            msg = "The note is not on this deal."
            raise BadInput(msg)
        return given.note


def _row(item: Item, visibility: Visibility, by: str) -> dict[str, Any]:
    kind, payload = encode(item)
    return {
        "kind": kind,
        "payload": payload,
        "quote": item.span.quote,
        "start": item.span.start,
        "end": item.span.end,
        "logged_by": by,
        "visibility": visibility.value,
        "private_to": by if visibility is Visibility.PRIVATE else None,
    }
