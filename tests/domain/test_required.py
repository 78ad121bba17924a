"""Whose yes a deal needs: as somebody set it, else who has power and whose function gates such deals."""

import pytest
from hypothesis import given

from dealbot.domain.alignment import align
from dealbot.domain.observation import Observation
from dealbot.domain.reconcile import replay
from dealbot.domain.required import GATING, Position, RequiredSeat, required_seats
from tests.domain.builders import DEAL, Day, a_concern, a_correction, a_leaver, a_newcomer, a_person, a_state, said
from tests.domain.stories import LAST, stories

LEE = said(a_person("Amelia Lee", "CMO", "committed", "champion"))
DANA = said(a_person("Dana Ruiz", "CFO", "concerned", "economic_buyer"))


def seats(*observations: Observation, on: Day = "12-31") -> dict[str, RequiredSeat]:
    return {seat.label: seat for seat in required_seats(a_state(*observations, on=on))}


def required(of: str, value: str = "yes", on: str = "03-20") -> Observation:
    return said(a_correction("required", value, of), on, note=DEAL)


def named(*observations: Observation, on: Day = "12-31") -> list[str]:
    return [label for label, seat in seats(*observations, on=on).items() if seat.holders]


def empty(*observations: Observation) -> list[str]:
    return [label for label, seat in seats(*observations).items() if not seat.holders]


def test_of_a_deal_nothing_is_known_of_every_gating_function_has_an_empty_seat() -> None:
    found = seats()
    assert [seat.function for seat in found.values()] == list(GATING)
    assert {seat.position for seat in found.values()} == {Position.NOT_NAMED}
    assert list(found) == ["CMO", "CNO", "Chief Pharmacy Officer", "CFO", "CIO", "CISO", "General Counsel"]


@pytest.mark.parametrize("role", ["champion", "economic_buyer", "veto"])
def test_whoever_has_power_must_say_yes_whatever_their_title(role: str) -> None:
    assert "Ben Ito" in named(said(a_person("Ben Ito", "analyst", "neutral", role)))


def test_an_officer_of_a_gating_function_fills_its_seat() -> None:
    assert named(LEE, DANA) == ["Amelia Lee", "Dana Ruiz"]
    assert empty(LEE, DANA) == ["CNO", "Chief Pharmacy Officer", "CIO", "CISO", "General Counsel"]


def test_somebody_of_another_function_without_power_need_not_say_yes() -> None:
    assert named(said(a_person("Bill Stone", "COO", "supportive"))) == []


def test_without_an_officer_whoever_of_the_function_is_furthest_from_yes_speaks_for_it() -> None:
    colleen = said(a_person("Colleen Burke", "nurse manager", "supportive"))
    gil = said(a_person("Gil Moss", "charge nurse", "concerned"))
    seat = seats(colleen, gil)["Gil Moss"]
    assert (seat.key, [person.label for person in seat.holders]) == ("seat:nursing", ["Gil Moss", "Colleen Burke"])
    assert seat.position is Position.NOT_YET


def test_beside_an_officer_the_heads_of_departments_need_not_say_yes() -> None:
    lou = said(a_person("Lou Pell", "head of cardiology", "opposed"))
    assert named(LEE, lou) == ["Amelia Lee"]
    assert seats(lou)["Lou Pell"].key == "seat:clinical"


def test_without_an_officer_a_director_speaks_before_the_others_of_the_function() -> None:
    ray = said(a_person("Ray Moss", "director of pharmacy", "supportive"))
    eve = said(a_person("Eve Poe", "staff pharmacist", "concerned"))
    assert [person.label for person in seats(ray, eve)["Ray Moss"].holders] == ["Ray Moss"]


def test_an_officer_whom_the_notes_only_name_holds_the_seat_unheard() -> None:
    colleen = said(a_person("Colleen Burke", "nurse manager", "supportive"))
    ana = said(a_person("Ana Gomez", "CNO", took_part=False))
    assert seats(colleen, ana)["Ana Gomez"].position is Position.UNHEARD
    assert "Colleen Burke" not in named(colleen, ana)


def test_somebody_merely_named_without_a_seat_speaks_only_where_nobody_else_of_the_function_is_there() -> None:
    tim = said(a_person("Tim Oh", "staff pharmacist", took_part=False))
    assert seats(tim)["Tim Oh"].key == "seat:pharmacy"
    eve = said(a_person("Eve Poe", "staff pharmacist", "supportive"))
    assert [person.label for person in seats(tim, eve)["Eve Poe"].holders] == ["Eve Poe"]


def test_who_arranges_for_others_gives_no_yes() -> None:
    assert "Kim Vo" not in named(said(a_person("Kim Vo", "assistant to the CFO", took_part=False)))


def test_whoever_left_gives_no_yes_and_leaves_an_empty_seat() -> None:
    assert empty(DANA, said(a_leaver("Dana Ruiz", "CFO"), "04-10")) == list(seats())


@pytest.mark.parametrize(
    ("stance", "worry", "position"),
    [
        ("supportive", None, Position.YES),
        ("committed", None, Position.YES),
        ("supportive", False, Position.YES_BUT),
        ("supportive", True, Position.NOT_YET),
        ("neutral", None, Position.NOT_YET),
        ("opposed", None, Position.NOT_YET),
        ("unknown", None, Position.UNHEARD),
        ("unknown", False, Position.UNHEARD),
    ],
)
def test_a_yes_with_a_worry_left_is_not_yet_a_yes(stance: str, worry: bool | None, position: Position) -> None:  # noqa: FBT001
    told = [said(a_person("Dana Ruiz", "CFO", stance))]
    told += [said(a_concern("Dana Ruiz", blocking=worry))] if worry is not None else []
    assert seats(*told)["Dana Ruiz"].position is position
    assert len(align(a_state(*told)).said_yes) == (position is Position.YES)


def test_a_person_is_put_on_the_list_by_hand_with_the_words_that_did_it() -> None:
    colleen = said(a_person("Colleen Burke", "clerk", "supportive"))
    by_hand = required("Colleen Burke")
    assert "Colleen Burke" not in named(colleen)
    assert seats(colleen, by_hand)["Colleen Burke"].set_by == by_hand.evidence


def test_somebody_put_on_the_list_speaks_for_their_function() -> None:
    colleen = said(a_person("Colleen Burke", "nurse manager", "supportive"))
    assert seats(colleen, required("Colleen Burke"))["Colleen Burke"].key == "colleen burke"
    assert "CNO" not in seats(colleen, required("Colleen Burke"))


def test_a_person_is_taken_off_the_list_by_hand() -> None:
    assert "Dana Ruiz" not in seats(DANA, required("Dana Ruiz", "no"))


def test_an_officer_off_the_list_leaves_no_empty_seat_but_one_of_many_does() -> None:
    assert "CFO" not in seats(DANA, required("Dana Ruiz", "no"))
    gil = said(a_person("Gil Moss", "charge nurse", "concerned"))
    assert "CNO" in empty(gil, required("Gil Moss", "no"))


def test_a_seat_of_which_nobody_is_known_is_a_placeholder_until_somebody_has_it() -> None:
    by_hand = required("Compliance officer")
    assert seats(by_hand)["Compliance officer"].position is Position.NOT_NAMED
    ida = said(a_person("Ida Wren", "Compliance officer", "supportive"), "05-10")
    assert seats(by_hand, ida)["Ida Wren"].position is Position.YES
    assert "Compliance officer" not in seats(by_hand, ida)


def test_a_placeholder_takes_the_place_of_the_seat_that_was_suggested() -> None:
    found = seats(required("chief information security officer"))
    assert "CISO" not in found
    assert found["chief information security officer"].set_by is not None


def test_a_seat_is_taken_off_by_its_title() -> None:
    assert "CISO" not in seats(required("CISO", "no"))
    assert "CISO" in seats(required("CISO", "no"), required("CISO", "yes", "03-21"))


def test_the_last_word_on_a_seat_holds_whatever_the_notes_say_later() -> None:
    colleen = said(a_person("Colleen Burke", "clerk", "neutral"), "06-10")
    told = (said(a_person("Colleen Burke", "clerk", "supportive")), required("Colleen Burke"), colleen)
    assert "Colleen Burke" in named(*told)
    assert "Colleen Burke" not in named(*told, required("Colleen Burke", "no", "07-01"))


def test_a_seat_set_by_title_passes_to_whoever_comes_next_a_person_set_by_name_does_not() -> None:
    ida = said(a_person("Ida Wren", "Compliance officer", "supportive"))
    gone, heir = said(a_leaver("Ida Wren"), "04-10"), said(a_newcomer("Abe Funk", "Compliance officer"), "04-20")
    by_title = (ida, required("Compliance officer"), gone)
    assert empty(*by_title)[0] == "Compliance officer"
    assert "Abe Funk" in named(*by_title, heir)
    by_name = (ida, required("Ida Wren"), gone)
    assert "Ida Wren" not in seats(*by_name)
    assert "Abe Funk" not in named(*by_name, heir)


def test_a_label_that_is_no_title_is_kept_as_it_is_written() -> None:
    assert seats(required("The Dean"))["The Dean"].function is None


@given(stories())
def test_nobody_holds_two_seats_and_everybody_who_holds_one_is_there(story: list[Observation]) -> None:
    found = required_seats(replay(story, LAST))
    holders = [person.key for seat in found for person in seat.holders]
    assert len(set(holders)) == len(holders)
    assert len({seat.key for seat in found}) == len(found)
    assert all(person.gone is None for seat in found for person in seat.holders)


@given(stories())
def test_who_said_yes_is_aligned(story: list[Observation]) -> None:
    found = align(replay(story, LAST))
    committee = {person.key for person in replay(story, LAST).committee}
    yes = [seat.speaker for seat in found.said_yes if seat.speaker is not None and seat.speaker.key in committee]
    assert {person.key for person in yes} <= {person.key for person in found.aligned}
