"""Who may be one and the same: proposed, never put together."""

import pytest

from dealbot.domain.namesakes import namesakes
from dealbot.domain.nicknames import is_nickname, may_be_called
from dealbot.domain.observation import Observation
from dealbot.domain.stakeholder import Side
from tests.domain.builders import a_correction, a_leaver, a_newcomer, a_person, a_state, said


def proposed(*story: Observation) -> list[tuple[str, str]]:
    """The names that are proposed as one person's, the same in any order of arrival."""
    there, back = a_state(*story), a_state(*story[::-1])
    assert there == back
    return [(less.label, more.label) for less, more in namesakes(there.people)]


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("L.O", "Lena Ortiz"),
        ("O", "Lena Ortiz"),
        ("Bob Ruiz", "Robert Ruiz"),
        ("Bob", "Robert Ruiz"),
        ("Bobby", "Robert"),
        ("Danna Ruiz", "Dana Ruiz"),
        ("Dana Ruis", "Dana Ruiz"),
        ("Deshmuk", "Anil Deshmukh"),
        ("Katherin", "Katherine Cole"),
    ],
)
def test_initials_nicknames_and_slips_are_proposed_and_never_put_together(less: str, more: str) -> None:
    told = said(a_person(more), "01-10"), said(a_person(less), "01-11"), said(a_person(more), "01-12")

    assert len(a_state(*told).people) == 2
    assert proposed(*told) == [(less, more)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dana Ruiz", "Dana Cole"),
        ("Bob Ruiz", "Robert Cole"),
        ("John A. Smith", "John B. Smith"),
        ("Li Wu", "Lu Wu"),
        ("L.O", "Lena Cole"),
        ("L", "O"),
        ("L", "Lena"),
        ("O", "L.O"),
        ("Mo", "Dana Ruiz"),
    ],
)
def test_other_people_are_not(one: str, other: str) -> None:
    assert proposed(said(a_person(one), "01-10"), said(a_person(other), "01-11")) == []


def test_nobody_is_proposed_who_works_elsewhere_or_for_others() -> None:
    robert = said(a_person("Robert Ruiz", "CFO"), "01-10")

    assert proposed(robert, said(a_person("Bob Ruiz", "CIO"), "01-11")) == []
    assert proposed(robert, said(a_person("Bob Ruiz", side=Side.US), "01-11")) == []
    assert proposed(robert, said(a_person("Bob Ruiz"), "01-11")) == [("Bob Ruiz", "Robert Ruiz")]


def test_a_changed_surname_is_proposed_in_the_same_seat_only() -> None:
    dana = said(a_person("Dana Ruiz", "CFO"), "01-10")

    assert proposed(dana, said(a_person("Dana Cole", "Chief Financial Officer"), "01-11")) == [
        ("Dana Cole", "Dana Ruiz")
    ]
    assert proposed(dana, said(a_person("Dana Cole", "VP Finance"), "01-11")) == []
    assert proposed(said(a_person("Dana Ruiz", "RN"), "01-10"), said(a_person("Dana Cole", "RN"), "01-11")) == []


def test_the_successor_in_a_title_is_a_new_person() -> None:
    left = said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10"), said(a_leaver("Dana Ruiz", "CFO"), "01-11")
    came = *left[:1], said(a_newcomer("Dana Cole", "CFO"), "01-11")

    assert proposed(*left, said(a_person("Dana Cole", "CFO"), "01-12")) == []
    assert proposed(*came) == []


def test_two_people_with_one_first_name_stay_two() -> None:
    story = said(a_person("Chris", "CIO"), "01-10"), said(a_person("Chris", "CNO"), "01-11")

    assert len(a_state(*story).people) == 2
    assert proposed(*story) == []


def test_who_was_said_to_be_somebody_is_proposed_no_more() -> None:
    told = said(a_person("Robert Ruiz"), "01-10"), said(a_person("Bob Ruiz"), "01-11")

    assert proposed(*told, said(a_correction("alias", "Bob Ruiz", "Robert Ruiz"), "01-12", note="")) == []


@pytest.mark.parametrize(
    ("one", "other"), [("bob", "robert"), ("kate", "katie"), ("ted", "edward"), ("ted", "theodore")]
)
def test_one_person_may_go_by_both_names(one: str, other: str) -> None:
    assert may_be_called(one, other)
    assert may_be_called(other, one)


@pytest.mark.parametrize(("one", "other"), [("bob", "bob"), ("bob", "edward"), ("dana", "robert"), ("zuri", "zola")])
def test_one_person_may_not(one: str, other: str) -> None:
    assert not may_be_called(one, other)


def test_a_nickname_is_only_ever_short_for_another() -> None:
    assert [name for name in ("bob", "robert", "frank", "zuri") if is_nickname(name)] == ["bob", "frank"]
