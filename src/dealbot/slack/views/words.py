"""The words behind what was said: each quote with who wrote it and when."""

from collections.abc import Sequence
from datetime import date

from dealbot.app.card import short
from dealbot.domain.note import CallNote
from dealbot.domain.observation import Observation, PersonStatement
from dealbot.slack.views.parts import Block, context, escape, plain_text, section

_MOST = 40
_LONGEST = 600
_NAME = 80
_ROOM = 10_000  # of the letters that a dialog may have


def words_view(deal: str, quotes: Sequence[tuple[str, CallNote]]) -> Block:
    """A dialog with quotes, the newest first."""
    blocks: list[Block] = []
    room = _ROOM
    for quote, note in sorted(quotes, key=lambda each: each[1].on, reverse=True)[:_MOST]:
        said = "\n".join(f">{escape(line)}" for line in quote[:_LONGEST].splitlines() if line.strip())
        by = f"{escape(short(note.author or 'unknown', _NAME))}, {_day(note.on)}"
        room -= len(said) + len(by)
        if room < 0:
            break
        blocks += [section(said or ">…"), context(by)]
    if not blocks:
        blocks = [section("No words are kept for this any longer: the note was taken back or moved.")]
    return {
        "type": "modal",
        "callback_id": "words",
        "title": plain_text("Words", 24),
        "close": plain_text("Close", 24),
        "blocks": [context(f"From the notes of {escape(short(deal, _NAME))}"), *blocks],
    }


def quotes_of(observations: Sequence[Observation], notes: Sequence[CallNote], note: str) -> list[tuple[str, CallNote]]:
    """The words that were taken from one note, each once; of people only what shows where they stand."""
    found = {kept.id: kept for kept in notes}
    said = [o for o in observations if o.origin.note == note and note in found]
    told = [o for o in said if not isinstance(o.item, PersonStatement) or o.item.stance]
    return [(quote, found[note]) for quote in dict.fromkeys(o.item.span.quote for o in told)]


def _day(on: date) -> str:
    return f"{on:%a} {on.day} {on:%b} {on.year}"
