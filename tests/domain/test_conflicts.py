"""Competing interests: told by words or by hand, lasting until ended, settled by whoever stands above both."""

from datetime import date

import pytest

from dealbot.domain.arbiter import Ground, arbiters
from dealbot.domain.conflict import Conflict, conflict_by_hand, days_lost, end_by_hand, months
from dealbot.domain.conflict_words import Fight, end_told, fight_told
from dealbot.domain.deal import DealState
from dealbot.domain.observation import Observation
from dealbot.domain.stakeholder import Function
from tests.domain.builders import a_correction, a_leaver, a_person, a_signal, a_state, a_view, said

MAY = date(2026, 5, 20)
LEE = said(a_person("Amelia Lee", "chief of cardiology", "supportive", "champion", function=Function.CLINICAL), "01-10")
SHAH = said(a_person("Mona Shah", "Chief Pharmacy Officer", "opposed", function=Function.PHARMACY), "01-10")
DIAZ = said(a_person("Omar Diaz", "CMO", function=Function.CLINICAL), "01-10")
WORDS = "Lee and Mona Shah are at odds over the other vendor"


def fought(words: str = WORDS, on: str = "03-10") -> Observation:
    return said(a_signal("competitor", words), on)


def one(state: DealState) -> Conflict:
    (conflict,) = state.conflicts
    return conflict


def between(conflict: Conflict) -> set[str]:
    return {conflict.one.label, conflict.other.label}


def test_words_tell_who_is_against_whom_over_what_and_since_when() -> None:
    conflict = one(a_state(LEE, SHAH, fought()))
    assert between(conflict) == {"Amelia Lee", "Mona Shah"}
    assert (conflict.cause, conflict.since, conflict.open) == ("the other vendor", date(2026, 3, 10), True)
    assert conflict.evidence.quote == WORDS


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (WORDS, Fight("the other vendor", None)),
        ("our champion had to fight with pharmacy", Fight(None, None)),
        ("they clash about staffing, and it shows", Fight("staffing", None)),
        ("for four months Lee fought with pharmacy", Fight(None, date(2026, 1, 18))),
        ("Lee battled pharmacy for 2 weeks", Fight(None, date(2026, 5, 6))),
        ("they have been butting heads for a year", Fight(None, date(2025, 5, 20))),
        ("at odds over the build since March", Fight("the build", date(2026, 3, 1))),
        ("Lee fights for us", None),
        ("they might clash over it", None),
        ("they are not at odds", None),
        ("they stopped fighting", None),
        ("all is well", None),
    ],
)
def test_what_words_tell_of_a_conflict(words: str, told: Fight | None) -> None:
    assert fight_told(words, MAY) == told


@pytest.mark.parametrize("words", ["Diaz settled it", "they made peace", "no longer at odds", "they stopped fighting"])
def test_words_tell_that_a_conflict_is_over(words: str) -> None:
    assert end_told(words)


@pytest.mark.parametrize("words", ["it is not settled", "we hope Diaz settled it", "at odds", "all is well"])
def test_other_words_end_no_conflict(words: str) -> None:
    assert not end_told(words)


def test_a_conflict_told_again_is_the_same_one() -> None:
    again = fought("Mona Shah and Lee clash for six months", "06-10")
    conflict = one(a_state(LEE, SHAH, fought("Lee and Mona Shah are at odds"), again))
    assert (conflict.since, conflict.open) == (date(2025, 12, 10), True)


def test_whoever_stepped_in_ended_it() -> None:
    ended = said(
        a_signal("leadership_change", "Omar Diaz stepped in and settled it between Lee and Mona Shah"), "07-10"
    )
    conflict = one(a_state(LEE, SHAH, DIAZ, fought(), ended))
    assert (conflict.open, conflict.settled_by, conflict.days(date(2026, 12, 31))) == (False, "Omar Diaz", 122)
    assert months(122) == 4


def test_the_words_of_one_note_end_it_together() -> None:
    ended = [
        said(a_person("Omar Diaz", "CMO", quote="Omar Diaz, CMO, stepped in"), "07-10"),
        said(a_person("Amelia Lee", quote="settled it between Dr Lee", at=40), "07-10"),
    ]
    assert one(a_state(LEE, SHAH, DIAZ, fought(), *ended)).settled_by == "Omar Diaz"


def test_the_two_may_settle_it_between_themselves() -> None:
    conflict = one(a_state(LEE, SHAH, fought(), said(a_signal("competitor", "Lee and Mona Shah made peace"), "07-10")))
    assert (conflict.open, conflict.settled_by) == (False, None)


def test_a_worry_that_is_settled_ends_no_conflict() -> None:
    assert one(a_state(LEE, SHAH, fought(), said(a_signal("ehr", "Lee's queue is settled"), "07-10"))).open


def test_of_two_conflicts_that_words_may_mean_neither_is_ended() -> None:
    other = fought("Lee and Omar Diaz are at odds over beds")
    state = a_state(LEE, SHAH, DIAZ, fought(), other, said(a_signal("ehr", "Lee backed down"), "07-10"))
    assert [conflict.open for conflict in state.conflicts] == [True, True]


def test_words_that_end_what_nobody_told_of_tell_nothing() -> None:
    assert a_state(LEE, SHAH, said(a_signal("ehr", "Lee and Mona Shah made peace"))).conflicts == ()


def test_a_conflict_told_after_its_end_is_another_one() -> None:
    ended = said(a_signal("competitor", "Lee and Mona Shah made peace"), "05-10")
    state = a_state(LEE, SHAH, fought(), ended, fought("Lee clashes with Mona Shah for nine months", "07-10"))
    assert [(each.since.isoformat(), each.open) for each in state.conflicts] == [
        ("2026-03-10", False),
        ("2026-05-10", True),
    ]
    assert days_lost(state.conflicts, date(2026, 7, 10)) == 122


def test_it_ends_when_one_of_the_two_leaves() -> None:
    conflict = one(a_state(LEE, SHAH, fought(), said(a_leaver("Mona Shah"), "06-10")))
    assert (conflict.left, conflict.days(date(2026, 12, 31))) == (True, 92)


def test_what_names_one_party_only_is_no_conflict() -> None:
    assert a_state(LEE, SHAH, fought("we are at odds with Lee")).conflicts == ()


def test_two_who_were_cut_apart_at_and_are_the_two() -> None:
    first = said(a_person("Amelia Lee", quote="Amelia Lee", at=0), "03-10")
    second = said(a_person("Mona Shah", quote="Mona Shah are at odds over beds", at=15), "03-10")
    assert between(one(a_state(LEE, SHAH, first, second))) == {"Amelia Lee", "Mona Shah"}
    elsewhere = said(a_person("Amelia Lee", quote="Lee was there", at=0), "03-10")
    assert a_state(LEE, SHAH, elsewhere, second).conflicts == ()


def test_a_conflict_ended_twice_ended_once() -> None:
    ended = [by_hand("conflict_ended", "Mona Shah", on) for on in ("04-10", "05-10")]
    conflict = one(a_state(LEE, SHAH, fought(), *ended))
    assert conflict.days(date(2026, 12, 31)) == 31


def test_what_the_author_believes_is_no_conflict() -> None:
    assert a_state(LEE, SHAH, said(a_view("Amelia Lee", "opposed"))).conflicts == ()


def test_a_part_of_the_house_of_whom_nobody_is_known_may_be_a_party() -> None:
    conflict = one(a_state(LEE, fought("our champion had to fight with pharmacy leadership over the build")))
    assert between(conflict) == {"Amelia Lee", "pharmacy leadership"}
    assert conflict.keys == {"amelia lee"}


def by_hand(field: str, value: str, on: str = "04-10", of: str = "Lee") -> Observation:
    return said(a_correction(field, value, of), on, note="")


def test_a_conflict_is_begun_and_ended_by_hand() -> None:
    begun = by_hand("conflict", "Mona Shah over order sets")
    assert (one(a_state(LEE, SHAH, begun)).cause, one(a_state(LEE, SHAH, begun)).open) == ("order sets", True)
    ended = one(a_state(LEE, SHAH, DIAZ, begun, by_hand("conflict_ended", "Shah by Omar Diaz", "05-10")))
    assert (ended.open, ended.settled_by) == (False, "Omar Diaz")


def test_one_ended_by_hand_is_open_again_when_a_later_note_tells_of_it() -> None:
    ended = by_hand("conflict_ended", "Mona Shah")
    assert not one(a_state(LEE, SHAH, fought(), ended)).open
    assert [each.open for each in a_state(LEE, SHAH, fought(), ended, fought(on="06-10")).conflicts] == [False, True]


@pytest.mark.parametrize(("value", "of"), [("Amelia Lee", "Lee"), ("", "Lee"), ("Lee", None)])
def test_nobody_is_in_conflict_with_themselves_or_nobody(value: str, of: str | None) -> None:
    set_right = said(a_correction("conflict", value, of), "04-10", note="")
    assert a_state(LEE, SHAH, set_right).conflicts == ()


def test_values_by_hand_have_one_form() -> None:
    assert conflict_by_hand("Mona Shah over the other vendor") == ("Mona Shah", "the other vendor")
    assert end_by_hand("Mona Shah by Omar Diaz") == ("Mona Shah", "Omar Diaz")
    assert (conflict_by_hand("Mona Shah"), end_by_hand("Mona Shah")) == (("Mona Shah", None), ("Mona Shah", None))


def settling(*more: Observation) -> list[tuple[str, Ground]]:
    state = a_state(LEE, SHAH, fought(), *more)
    return [(each.person.label, each.ground) for each in arbiters(one(state), state.people)]


def reports(who: str, to: str) -> Observation:
    return said(a_correction("reports_to", to, who), note="")


def test_whoever_both_report_to_can_settle_it() -> None:
    lines = (reports("Amelia Lee", "Omar Diaz"), reports("Mona Shah", "Vera Lund"), reports("Vera Lund", "CMO"))
    vera = said(a_person("Vera Lund", "VP Clinical Services", function=Function.CLINICAL), "01-10")
    assert settling(DIAZ, vera, *lines) == [("Omar Diaz", Ground.REPORTING)]


def test_else_whoever_stands_above_both_by_rank() -> None:
    assert settling(DIAZ) == [("Omar Diaz", Ground.RANK)]
    ceo = said(a_person("Eve Stone", "CEO", function=Function.EXECUTIVE), "01-10")
    assert settling(DIAZ, ceo) == [("Omar Diaz", Ground.RANK)]
    assert settling(ceo) == [("Eve Stone", Ground.RANK)]


def test_nobody_is_guessed_where_nobody_stands_above_both() -> None:
    assert settling(said(a_person("Dana Ruiz", "CFO", function=Function.FINANCE), "01-10")) == []
    assert settling(DIAZ, said(a_leaver("Omar Diaz", "CMO"), "02-10")) == []


def test_a_line_that_goes_in_a_circle_or_to_a_stranger_ends() -> None:
    circle = (reports("Amelia Lee", "Mona Shah"), reports("Mona Shah", "Amelia Lee"))
    assert settling(*circle) == []
    assert settling(reports("Amelia Lee", "Somebody Else")) == []


def test_above_a_part_of_the_house_stands_whoever_answers_for_it() -> None:
    state = a_state(LEE, DIAZ, fought("Lee fought with pharmacy leadership"))
    assert [each.person.label for each in arbiters(one(state), state.people)] == ["Omar Diaz"]


def test_a_chief_is_not_above_another_chief_of_the_same_rank() -> None:
    coo = said(a_person("Carl Poe", "COO", function=Function.OPERATIONS), "01-10")
    cno = said(a_person("Ana Gomez", "CNO", function=Function.NURSING), "01-10")
    state = a_state(coo, cno, LEE, fought("Lee and Ana Gomez are at odds"))
    assert arbiters(one(state), state.people) == ()
