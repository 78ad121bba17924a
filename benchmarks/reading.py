"""How fast notes are read, against embedding the same clauses in one batch, and how fast dates are found."""

from datetime import date

from benchmarks.figure import Figure, milliseconds
from dealbot.domain.when import find
from dealbot.reading.ports import NoteText
from dealbot.reading.text import clauses_of
from dealbot.settings import Settings
from dealbot.wiring import open_encoder, open_reader

ON = date(2026, 3, 10)
PEOPLE = (
    "Dana Ruiz (CFO)",
    "Raj Patel, CIO",
    "Dr. Amelia Lee, CMO",
    "Ana Gomez, the CNO",
    "Tom Baker, General Counsel",
)
WORRIES = ("no money before P&T has met", "the Epic interface queue is full until May", "who does the clicks at night")
STEPS = ("I'll send the ROI model by Friday", "She will set up the security review next week")
NOTES = [
    f"Met {who} today, call number {number}. She says {worry}. {step}. They like the pilot plan."
    for number, (who, worry, step) in enumerate(
        [(who, worry, step) for who in PEOPLE for worry in WORRIES for step in STEPS] * 4, start=1
    )
][:100]


def figures() -> list[Figure]:
    """A hundred short notes one by one, the same clauses in one batch, and a hundred sentences with a date."""
    reader, encoder = open_reader(Settings()), open_encoder()
    clauses = [clause.text for note in NOTES for clause in clauses_of(note)]
    encoder.encode(clauses[:2])
    batch = milliseconds(lambda: encoder.encode(clauses), times=3)
    read = milliseconds(lambda: [reader.read(NoteText(note, ON)) for note in NOTES], times=3)
    dates = milliseconds(lambda: [find("Raj will send the redlines by Friday, says Dana.", ON) for _ in range(100)])
    return [
        Figure("reading: a short note", read / len(NOTES), 200, "ms"),
        Figure("reading: against one batch of its clauses", read / batch, 2, "x"),
        Figure("dates: a sentence", dates / 100, 0.5, "ms"),
    ]
