"""How fast notes are read, against embedding the same clauses in one batch, and how fast dates are found."""

from datetime import date

from benchmarks.figure import Figure, milliseconds
from dealbot.domain.when import find
from dealbot.reading.ports import NoteText
from dealbot.reading.text import clauses_of
from dealbot.wiring import open_builtin_reader, open_encoder

ON = date(2026, 3, 10)
FIRST = "Dana Raj Amelia Ana Tom Lena Omar Grace Ravi Elena".split()
LAST = "Ruiz Patel Lee Gomez Baker Ortiz Diaz Kim Shah Novak".split()
TITLES = ("CFO", "CIO", "CMO", "CNO", "General Counsel")
WORRIES = (
    "no money for {last} before committee {number} has met",
    "the interface queue of {last} is full until week {number}",
    "who does {number} more clicks at night on {first}'s ward",
    "the insurance of {number} million is too low for {last}",
)
STEPS = (
    "I'll send version {number} of the ROI model to {first} by Friday",
    "{first} will set up security review {number} next week",
)


def _note(number: int) -> str:
    """A short note of which no clause is in any other."""
    names = {"first": FIRST[number % 10], "last": LAST[number // 10], "number": number + 2}
    title, worry, step = TITLES[number % 5], WORRIES[number % 4].format(**names), STEPS[number % 2].format(**names)
    who = f"{names['first']} {names['last']}"
    return (
        f"Met {who}, {title}, for the {number}th time. {who} says {worry}. {step}. They like plan {number} for a pilot."
    )


NOTES = [_note(number) for number in range(100)]


def figures() -> list[Figure]:
    """A hundred short notes as `read --jsonl` reads them, and their clauses in one batch by the same encoder; dates."""
    encoder = open_encoder()
    reader = open_builtin_reader()
    reader.read(NoteText(NOTES[0], ON))

    def read_all() -> None:
        for note in NOTES:
            reader.read(NoteText(note, ON))

    clauses = [clause.text for note in NOTES for clause in clauses_of(note)]
    encoder.encode(clauses[:2])
    batch = milliseconds(lambda: encoder.encode(clauses), times=3)
    read = milliseconds(read_all, times=3)
    dates = milliseconds(lambda: [find("Raj will send the redlines by Friday, says Dana.", ON) for _ in range(100)])
    return [
        Figure("reading: a short note", read / len(NOTES), 200, "ms"),
        Figure("reading: against one batch of its clauses", read / batch, 1.5, "x"),
        Figure("dates: a sentence", dates / 100, 0.5, "ms"),
    ]
