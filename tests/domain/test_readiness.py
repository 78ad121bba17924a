"""Before a pilot starts there should be a champion, money, and agreement on its value."""

from dealbot.domain.observation import Observation
from dealbot.domain.pilot import ReadyItem
from dealbot.domain.readiness import readiness
from dealbot.domain.stakeholder import Function
from tests.domain.builders import a_correction, a_leaver, a_person, a_signal, a_state, said

LEE = a_person("Amelia Lee", "CMO", "committed", "champion", function=Function.CLINICAL)
RUIZ = a_person("Dana Ruiz", "CFO", "supportive", function=Function.FINANCE)
GOMEZ = a_person("Ana Gomez", "CNO", "supportive", function=Function.NURSING)


def ready(*told: Observation) -> dict[ReadyItem, bool | None]:
    return {each.item: each.there for each in readiness(a_state(*told))}


CHAMPION, BUDGET, VALUE = ReadyItem


def test_nothing_is_known_where_nothing_was_told() -> None:
    assert ready() == {CHAMPION: None, BUDGET: None, VALUE: None}


def test_a_champion_is_ready_who_says_yes() -> None:
    assert ready(said(LEE))[CHAMPION] is True
    assert ready(said(a_person("Amelia Lee", "CMO", "concerned", "champion")))[CHAMPION] is False
    assert ready(said(a_person("Amelia Lee", "CMO", "unknown", "champion")))[CHAMPION] is None
    assert ready(said(LEE), said(a_leaver("Amelia Lee", "CMO"), "04-01"))[CHAMPION] is None


def test_the_last_word_on_money_counts() -> None:
    there = said(a_signal("budget_change", "the money is set aside"), "03-01")
    frozen = said(a_signal("budget_change", "a capital freeze until July"), "04-01")
    planned = said(a_signal("budget_change", "money will be set aside"), "05-01")
    other = said(a_signal("budget_change", "the fiscal year ends in June"), "05-02")
    assert ready(there)[BUDGET] is True
    assert ready(there, frozen)[BUDGET] is False
    assert ready(planned, other)[BUDGET] is None


def test_a_finance_officer_who_gave_it_is_the_money() -> None:
    assert ready(said(a_person("Dana Ruiz", "CFO", "committed", function=Function.FINANCE)))[BUDGET] is True


def test_three_parts_of_the_house_with_the_money_agree_on_the_value_and_one_no_is_enough_against() -> None:
    assert ready(said(LEE), said(RUIZ), said(GOMEZ))[VALUE] is True
    assert ready(said(LEE), said(GOMEZ))[VALUE] is None
    no = said(a_person("Raj Patel", "CIO", "opposed", function=Function.IT))
    assert ready(said(LEE), said(RUIZ), said(GOMEZ), no)[VALUE] is False


def test_what_a_person_sets_by_hand_counts_first_and_unknown_is_left_to_the_notes() -> None:
    no = said(a_correction("ready", "no", "champion"), "05-01", note="")
    assert ready(said(LEE), no)[CHAMPION] is False
    unknown = said(a_correction("ready", "unknown", "champion"), "05-02", note="")
    assert ready(said(LEE), no, unknown)[CHAMPION] is True
