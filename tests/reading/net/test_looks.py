import pytest

from dealbot.reading.features import Floats
from dealbot.reading.names import names_of
from dealbot.reading.net.looks import LOOKS, looks_of, words_of
from dealbot.reading.ports import NoteText
from tests.reading.notes import a_note


def looks(note: NoteText) -> Floats:
    """How each word of a note looks."""
    return looks_of(note, words_of(note.text), names_of(note))


def test_words_are_letters_and_figures_without_the_marks_around_them() -> None:
    text = "O'Dell (CFO), 2 calls_today: ok"
    assert [text[start:end] for start, end in words_of(text)] == ["O", "Dell", "CFO", "2", "calls", "today", "ok"]


def test_every_word_has_a_row() -> None:
    note = a_note("Dana Ruiz (CFO) likes it.\n\nBest,\nSam")
    assert looks(note).shape == (len(words_of(note.text)), LOOKS)


def test_a_note_without_words_has_no_rows() -> None:
    assert looks(a_note("👍")).shape == (0, LOOKS)


@pytest.mark.parametrize(
    ("text", "other"),
    [("dana likes it", "Dana likes it"), ("we met dana", "we met @dana"), ("ask Lena, please", "ask Lena: please")],
)
def test_capitals_and_marks_make_a_word_look_different(text: str, other: str) -> None:
    seen = [looks(note) for note in (a_note(text), a_note(other))]
    assert (seen[0] != seen[1]).any()


def test_the_author_and_the_deal_look_different_from_others() -> None:
    text = "Sam met Lakeshore"
    stranger, known = (a_note(text, *around) for around in ((), ("Sam Lee", "Lakeshore Health")))
    assert (looks(stranger) != looks(known)).any(axis=1).tolist() == [
        True,
        False,
        True,
    ]
