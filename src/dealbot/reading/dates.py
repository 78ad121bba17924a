"""Days that a note's words name, as the note and its account count them."""

from datetime import date

from dealbot.domain.when import due
from dealbot.reading.ports import NoteText


def resolve_due(words: str, note: NoteText) -> date | None:
    """Tell the last day of what the words name, read from the note's date; None for none or one that is past."""
    named = due(words, note.on, month_first=note.month_first, fiscal_start=note.fiscal_start)
    return named.end if named is not None and named.end >= note.on else None
