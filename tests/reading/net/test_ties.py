import re

from dealbot.reading.net.cues import CUES, PATTERNS, cues_of
from dealbot.reading.net.ties import TIES, TRAITS, ties_of, traits_of
from dealbot.reading.people import Person
from dealbot.reading.subjects import About, subjects_of
from dealbot.reading.text import clauses_of
from tests.reading.notes import a_note, people_by_rules


def seen(text: str) -> tuple[list[Person], list[About]]:
    """The people and clauses of a note."""
    people = people_by_rules(a_note(text))
    return people, subjects_of(text, clauses_of(text), people)


def test_a_person_is_tied_to_where_they_are_named_and_less_to_what_follows() -> None:
    people, abouts = seen("Dana Ruiz likes it. She wants a pilot. Raj Patel does not.")
    dana, raj = ties_of(people, abouts)
    assert dana[:, 0].tolist() == [1, 0, 0]
    assert dana[:, 4].tolist() == [0, 1, 0]
    assert dana[:, 5].tolist() == [0, 0, 1]
    assert raj[:, 8].tolist() == [1, 1, 0]


def test_ties_and_traits_have_a_column_each() -> None:
    people, abouts = seen("Dana Ruiz (CFO) likes it. The CIO does not.")
    assert ties_of(people, abouts).shape == (2, 2, TIES)
    assert traits_of(people).shape == (2, TRAITS)


def test_nobody_has_neither() -> None:
    assert ties_of([], []).shape == (0, 0, TIES)
    assert traits_of([]).shape == (0, TRAITS)


def test_each_clause_has_its_cues() -> None:
    _, abouts = seen("Dana Ruiz will not sign before the security review. They run Epic.")
    cues = cues_of(abouts)
    assert cues.shape == (2, CUES)
    assert cues[0, : len(PATTERNS)].sum() > 0
    assert (cues[0] != cues[1]).any()


def test_a_cue_is_found_whatever_its_case() -> None:
    for pattern in PATTERNS:
        letters = re.sub(r"\\.|\(\?-i:\[A-Z\]\)", "", pattern.pattern)
        assert letters == letters.lower(), pattern.pattern
