"""What corrections teach, and what of it says who is who."""

from dataclasses import replace

import pytest

from dealbot.domain.evidence import Span
from dealbot.domain.learning import examples_in, lessons_from
from dealbot.domain.lesson import Lesson, LessonKind, has_most_words, words_of
from dealbot.domain.observation import Correction, Observation, Visibility
from tests.domain.builders import DEAL, a_concern, a_correction, a_person, a_span, a_state, said, stances

NOTE = "n1"
LENA = said(a_person("Lena Ortiz", "CMO", "supportive"), "01-10", note="n0")
RAJ = said(a_person("Raj Patel", "CIO"), "01-10", note="n0")
DOCTOR = said(a_person("O", stance="concerned", quote="Dr O worries"), "01-12", note=NOTE)


def taught(
    *told: Observation, by: Correction, beside: tuple[Correction, ...] = ()
) -> list[tuple[str, str | None, str, str]]:
    """What a correction of a note teaches: kind, before, after and words."""
    found = lessons_from((by, *beside), told, NOTE, a_state(*told))
    return [(each.kind.value, each.before, each.after, each.words) for each in found]


def a_name(words: str, whose: str, *, shared: bool = False) -> Lesson:
    return Lesson(LessonKind.ALIAS, None, whose, a_span(words), shared)


@pytest.mark.parametrize("name", ["Dr O", "L.O.", "LO", "Chip"])
@pytest.mark.parametrize("whose", ["Lena Ortiz", "Lena"])
def test_a_name_said_to_be_somebodys_is_learnt(name: str, whose: str) -> None:
    assert taught(LENA, RAJ, DOCTOR, by=a_correction("is", whose, name)) == [("alias", None, "Lena Ortiz", name)]


def test_a_name_of_somebody_not_yet_known_is_learnt_as_it_was_said() -> None:
    assert taught(RAJ, DOCTOR, by=a_correction("is", "Lena Ortiz", "Dr O")) == [("alias", None, "Lena Ortiz", "Dr O")]


@pytest.mark.parametrize("name", ["CMO", "the CIO", "Raj", "Lena", "Raj Patel"])
def test_a_title_half_a_name_or_a_name_of_somebody_else_is_not(name: str) -> None:
    assert taught(LENA, RAJ, DOCTOR, by=a_correction("is", "Lena Ortiz", name)) == []


def test_a_nickname_is_learnt_though_other_notes_write_it() -> None:
    robert, bob = said(a_person("Robert Ruiz"), note="n0"), said(a_person("Bob Ruiz"), "01-11", note="n2")

    assert taught(robert, bob, by=a_correction("is", "Robert Ruiz", "Bob Ruiz")) == [
        ("alias", None, "Robert Ruiz", "Bob Ruiz")
    ]


def test_whose_words_they_were_teaches_no_name() -> None:
    assert taught(LENA, RAJ, DOCTOR, by=a_correction("was", "Raj Patel", "O")) == []


def test_words_that_were_somebody_elses_teach_nothing_of_whom_they_were_given_to() -> None:
    worry = said(a_concern("O"), "01-12", note=NOTE)
    doctor = said(replace(a_person("O", stance="concerned"), span=worry.item.span), "01-12", note=NOTE)
    raj = a_correction("holder", "Raj Patel", topic="budget_roi")

    assert taught(LENA, RAJ, doctor, worry, by=a_correction("stance", "supportive", "O"), beside=(raj,)) == []


def test_a_stance_set_right_is_learnt_with_the_words_that_showed_it() -> None:
    assert taught(LENA, DOCTOR, by=a_correction("stance", "supportive", "O")) == [
        ("stance", "concerned", "supportive", "Dr O worries")
    ]
    assert taught(LENA, DOCTOR, by=a_correction("stance", "concerned", "O")) == []
    assert taught(LENA, DOCTOR, by=a_correction("stance", "opposed", "Lena Ortiz")) == []
    assert taught(said(a_person("O"), note=NOTE), by=a_correction("stance", "opposed", "O")) == []


def test_a_worry_set_right_is_learnt_as_none_as_anothers_or_as_about_something_else() -> None:
    worry = said(a_concern("Dr O", "budget_roi"), note=NOTE)
    words = worry.item.span.quote
    none = a_correction("concern", "none", "O", "budget_roi")
    other = a_correction("concern", "raised", "O", "reimbursement")
    settled, phase = a_correction("concern", "resolved", "O", "budget_roi"), a_correction("phase", "validation")

    assert taught(worry, by=none) == [("no_concern", "budget_roi", "none", words)]
    assert taught(worry, by=none, beside=(phase, other)) == [("topic", "budget_roi", "reimbursement", words)]
    assert taught(worry, by=settled) == []


def test_whose_worry_it_is_is_learnt_only_of_words_that_name_them_and_were_read_as_anothers() -> None:
    named = replace(a_concern("Dr O", "budget_roi"), span=a_span("Raj told Dr O that it costs too much"))
    given = a_correction("holder", "Raj Patel", topic="budget_roi")

    assert taught(said(named, note=NOTE), by=given) == [("holder", "Dr O", "Raj Patel", named.span.quote)]
    assert taught(said(replace(named, holder=None), note=NOTE), by=given) == []
    assert taught(said(replace(named, span=a_span("it costs too much")), note=NOTE), by=given) == []


def test_of_two_worries_about_one_thing_the_one_that_is_meant_teaches() -> None:
    worries = [said(a_concern(holder, "budget_roi", at=at), note=NOTE) for at, holder in enumerate(("Raj", None))]

    assert len(taught(*worries, by=a_correction("concern", "none", "Raj Patel", "budget_roi"))) == 1


def test_private_words_teach_nothing() -> None:
    private = replace(DOCTOR, origin=replace(DOCTOR.origin, visibility=Visibility.PRIVATE))

    assert taught(private, by=a_correction("stance", "supportive", "O")) == []


def test_a_name_that_was_learnt_is_theirs_in_every_note_of_the_deal() -> None:
    lesson = said(a_name("Dr O", "Lena Ortiz"), "01-12", note=NOTE)
    later = said(a_person("O", stance="opposed"), "02-01", note="n2")

    assert stances(a_state(LENA, DOCTOR, later)) == {"lena ortiz": "supportive", "o": "opposed"}
    state = a_state(LENA, lesson, DOCTOR, later)
    assert stances(state) == {"lena ortiz": "opposed"}
    assert state.people[0].aliases == ("Dr O",)


def test_whose_name_it_is_holds_on_every_day_and_what_words_show_from_the_day_it_was_said() -> None:
    assert said(a_name("Dr O", "Lena Ortiz")).timeless
    assert not said(an_example("on the fence", "neutral")).timeless


def test_of_two_lessons_about_one_name_the_later_counts() -> None:
    lessons = [
        said(a_name("Dr O", whose), day, note=NOTE) for day, whose in (("01-12", "Raj Patel"), ("01-13", "Lena Ortiz"))
    ]

    assert stances(a_state(LENA, RAJ, DOCTOR, *lessons))["lena ortiz"] == "concerned"


@pytest.mark.parametrize("own", [a_name("Dr O", "Raj Patel"), a_correction("alias", "Dr O", "Raj Patel")])
def test_what_another_deal_taught_gives_way_to_what_this_one_was_told(own: Lesson | Correction) -> None:
    shared = said(a_name("Dr O", "Lena Ortiz", shared=True), "03-01", note=DEAL)

    assert stances(a_state(LENA, RAJ, DOCTOR, shared))["lena ortiz"] == "concerned"
    assert stances(a_state(LENA, RAJ, DOCTOR, shared, said(own, "01-12", note=NOTE)))["raj patel"] == "concerned"


def test_a_lesson_brings_nobody_in_and_says_nothing_else_of_the_deal() -> None:
    lessons = (
        a_name("Dr O", "Omar Diaz", shared=True),
        Lesson(LessonKind.STANCE, "concerned", "opposed", Span("worries", 0, 7)),
    )

    assert a_state(LENA, *(said(lesson, note=DEAL) for lesson in lessons)) == a_state(LENA)


def test_lessons_about_the_same_words_are_known_by_them() -> None:
    one, other = a_name("Dr O", "Lena Ortiz"), a_name("dr. o", "LENA ORTIZ", shared=True)

    assert (one.subject, one.says) == (other.subject, other.says)


def an_example(words: str, after: str, *, shared: bool = False) -> Lesson:
    return Lesson(LessonKind.STANCE, "concerned", after, a_span(words), shared)


def test_of_several_examples_about_the_same_words_the_last_counts_and_a_deals_own_first() -> None:
    told = [
        said(an_example("She waits", "neutral"), "01-10", note=NOTE),
        said(an_example("she waits!", "opposed"), "01-11", note="n2"),
        said(an_example("she waits", "supportive", shared=True), "01-12", note=DEAL),
        said(an_example("he likes it", "committed", shared=True), "01-09", note=DEAL),
        said(a_name("Dr O", "Lena Ortiz"), "01-12", note=NOTE),
        LENA,
    ]

    for story in (told, told[::-1]):
        assert [(note, each.after) for note, each in examples_in(story)] == [("", "committed"), ("n2", "opposed")]


@pytest.mark.parametrize(("text", "has"), [("She waits, again", True), ("he waits", False), ("", False)])
def test_a_text_with_most_words_of_a_lesson_may_mean_the_same(text: str, has: bool) -> None:  # noqa: FBT001
    assert has_most_words(set(words_of(text)), an_example("She waits", "neutral")) is has
    assert not has_most_words(set(words_of(text)), an_example("...", "neutral"))
