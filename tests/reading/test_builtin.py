from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbot.domain.observation import Reading
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import Stance
from dealbot.reading.names import told_names
from dealbot.reading.net.weights import load_network
from dealbot.reading.ports import KnownPerson, NoteReader, NoteText
from dealbot.reading.spotting import Spot
from tests.reading.notes import Read, labels, the_person

ANY = st.text() | st.lists(
    st.sampled_from(
        [
            "Dana Ruiz (CFO) ",
            "likes it, but ",
            "she won't sign until the BAA is done. ",
            "My gut is he hates it. ",
            "I'll send the plan by Friday. ",
            "@tom ",
            "J.P. ",
            "Tom: ",
            "[Tom] ",
            "Budget: frozen\n",
            "From: Lee Park <lee@x.example>\n",
            "Best,\n",
            "> ",
            "\n",
            "\n\n",
            "\r\n",
            "another customer hated it. ",
        ]
    )
    | st.text(max_size=6),
    max_size=12,
).map("".join)
LONG = """## Lakeshore Health, 10 March

Met with Maria Ochoa (CFO), Dr. Lena Ortiz (CMO) and Tom Becker from IT.

- Lena loves it and told her team so
- Maria is worried about the price, won't sign until the ROI case is in
- Tom is worried about the interface

Another customer of ours had a CIO who hated the interface.
My gut is Tom comes round.

Next steps: Send the ROI model by Friday
"""


def is_quoted(reading: Reading, note: str) -> bool:
    """Whether every statement's words are the note between their offsets, and there are words."""
    spans = [item.span for item in reading.statements]
    return all(span.quote == note[span.start : span.end] and span.quote.strip() for span in spans)


@given(text=ANY)
@settings(max_examples=60)
def test_whatever_the_text_every_statement_quotes_it(reader: NoteReader, text: str) -> None:
    note = NoteText(text, date(2026, 3, 10), "Sam Hill", "Lakeshore Health", (KnownPerson(("Dana Ruiz",)),))
    assert is_quoted(reader.read(note), text)


@given(text=ANY)
@settings(max_examples=30)
def test_whatever_the_text_every_holder_and_viewed_person_is_told_of(reader: NoteReader, text: str) -> None:
    reading = reader.read(NoteText(text, date(2026, 3, 10)))
    assert {view.person for view in reading.views} <= set(labels(reading))


@given(text=ANY)
@settings(max_examples=30)
def test_whatever_the_text_a_holder_has_one_concern_on_a_topic(reader: NoteReader, text: str) -> None:
    keys = [(concern.holder, concern.topic) for concern in reader.read(NoteText(text, date(2026, 3, 10))).concerns]
    assert len(set(keys)) == len(keys)


@given(text=ANY)
@settings(max_examples=30)
def test_whatever_the_text_no_step_is_due_before_the_note(reader: NoteReader, text: str) -> None:
    on = date(2026, 3, 10)
    assert all(step.due >= on for step in reader.read(NoteText(text, on)).next_steps if step.due)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "?!", "🙂", "-\n-\n", "Best,\n"])
def test_a_note_without_words_tells_nothing(read: Read, text: str) -> None:
    assert read(text).statements == ()


def test_the_same_note_is_read_the_same_way_again(read: Read) -> None:
    assert read(LONG) == read(LONG)


def test_a_reading_names_its_reader_and_its_examples(reader: NoteReader, read: Read) -> None:
    assert read("Maria likes it.").reader == reader.version
    assert reader.version.endswith(load_network().examples[:8])


def test_a_whole_note_gives_its_people_with_their_stances(read: Read) -> None:
    assert {person.label: person.stance for person in read(LONG, "Sam Hill").people} == {
        "Maria Ochoa": Stance.CONCERNED,
        "Lena Ortiz": Stance.COMMITTED,
        "Tom Becker": Stance.CONCERNED,
    }


def test_the_way_lines_end_changes_nothing_that_is_told(read: Read) -> None:
    other = read(LONG.replace("\n", "\r\n"), "Sam Hill")
    assert [person.label for person in other.people] == labels(read(LONG, "Sam Hill"))


def test_a_person_merely_named_took_no_part(read: Read) -> None:
    reading = read("Maria Ochoa likes it. She will intro us to Paul Stein.")
    assert (the_person(reading, "Maria Ochoa").took_part, the_person(reading, "Paul Stein").took_part) == (True, False)


def test_somebody_of_a_signature_is_quoted_by_the_name(read: Read) -> None:
    reading = read("We are in.\n\nBest regards,\nMaria Ochoa\nCFO")
    assert the_person(reading, "Maria Ochoa").span.quote == "Maria Ochoa"


def test_a_quote_counts_characters_and_not_bytes(read: Read) -> None:
    note = "😀 Olá — Maria Ochoa loves it."
    span = the_person(read(note), "Maria Ochoa").span
    assert note[span.start : span.end] == span.quote == "Maria Ochoa loves it."


def test_a_heading_is_not_read(read: Read) -> None:
    assert read("## Maria Ochoa loves it").people == ()


def test_what_else_is_known_of_a_person_does_not_change_what_a_note_tells(read: Read) -> None:
    known = KnownPerson(("Maria Ochoa",), "CEO")
    assert the_person(read("Maria Ochoa loves it.", None, None, known), "Maria Ochoa").title is None


def test_a_name_that_a_person_gave_somebody_is_one_whatever_it_looks_like(reader: NoteReader) -> None:
    def named(*names: str) -> list[str | None]:
        note = NoteText("LO is against it now.", date(2026, 3, 10), roster=(KnownPerson(("Lena Ortiz", *names)),))
        return [person.name for person in reader.read(note).people]

    assert (named(), named("LO")) == ([], ["LO"])


def test_such_a_name_is_found_letter_for_letter_without_its_title_of_address() -> None:
    note = NoteText("Ask Dr Q, Q or Dr Quist.", date(2026, 3, 10), roster=(KnownPerson(("Lena Quist", "Dr Q")),))

    assert told_names(note) == [Spot("Q", 7, 8, sure=True)]


def test_a_sentence_is_quoted_whole_where_it_tells_more_of_the_exposure_than_one_clause(read: Read) -> None:
    told = read(
        "Met Dana Ruiz, CFO. She said they are 45% Medicare and about half commercial. We're in Texas and Ohio."
    )
    assert [signal.span.quote for signal in told.signals if signal.kind is SignalKind.EXPOSURE] == [
        "She said they are 45% Medicare and about half commercial.",
        "We're in Texas and Ohio.",
    ]
