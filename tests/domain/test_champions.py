"""A champion's four criteria: shown by words, by where they stand, by hand; the latest counts."""

from collections.abc import Iterable

import pytest

from dealbot.domain.champion import Criterion, CriterionTest, criterion_by_hand
from dealbot.domain.champion_loss import champion_losses, champion_test, champions, single_threaded, successors
from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.observation import Observation
from tests.domain.builders import a_correction, a_leaver, a_person, a_signal, a_state, a_view, said

LEE = said(a_person("Amelia Lee", "CMO", "supportive", "champion", quote="Lee wants it"), "01-10")


def met(state: DealState, key: str = "amelia lee") -> dict[str, bool]:
    """What is shown either way of somebody."""
    return {one.criterion.value: one.met for one in champion_test(state, key).criteria if one.met is not None}


def of_lee(quote: str, on: str = "03-10") -> Observation:
    return said(a_person("Amelia Lee", quote=quote), on)


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("the cardiologists respect Dr Lee", {"credibility": True}),
        ("Lee still rounds twice a week", {"credibility": True}),
        ("Lee has not seen a patient in years", {"credibility": False}),
        ("every chair listens to Lee", {"influence": True}),
        ("nobody in pharmacy listens to Lee", {"influence": False}),
        ("Lee has no pull with the board", {"influence": False}),
        ("Lee cleared her Mondays for this", {"bandwidth": True}),
        ("Lee is swamped with the go-live", {"bandwidth": False}),
        ("Lee doesn't have time for this", {"bandwidth": False}),
        ("Lee is not swamped", {}),
        ("Lee hopes to have time after the go-live", {}),
        ("Lee brought cake", {}),
    ],
)
def test_words_show_what_a_champion_has_or_lacks(quote: str, shown: dict[str, bool]) -> None:
    assert met(a_state(LEE, of_lee(quote))) == {"belief": True, **shown}


def test_words_about_two_people_show_nothing_of_either() -> None:
    state = a_state(LEE, said(a_person("Mona Shah")), of_lee("Lee and Mona Shah are swamped"))
    assert met(state) == {"belief": True}
    assert met(state, "mona shah") == {}


def test_words_of_another_statement_that_name_one_person_count_for_them() -> None:
    assert met(a_state(LEE, said(a_signal("ehr", "Lee is swamped with Epic"), "02-01")))["bandwidth"] is False


def test_a_quote_that_names_nobody_is_of_whom_the_statement_is_about() -> None:
    assert met(a_state(LEE, of_lee("she is swamped")))["bandwidth"] is False
    assert met(a_state(LEE, said(a_signal("ehr", "swamped with Epic"), "02-01"))) == {"belief": True}


def test_what_the_author_believes_shows_nothing() -> None:
    assert met(a_state(LEE, said(a_view("Amelia Lee", "committed"), "02-01"))) == {"belief": True}


def test_whoever_sways_others_by_the_words_of_a_note_has_influence() -> None:
    assert met(a_state(LEE, said(a_person("Amelia Lee", None, None, "influencer"), "02-01")))["influence"] is True


@pytest.mark.parametrize(
    ("stance", "believes"), [("committed", True), ("neutral", False), ("opposed", False), ("concerned", None)]
)
def test_belief_is_where_somebody_stands_now(stance: str, *, believes: bool | None) -> None:
    assert met(a_state(LEE, said(a_person("Amelia Lee", None, stance), "03-10"))).get("belief") is believes


def test_set_by_hand_a_criterion_holds_until_something_later_is_said() -> None:
    by_hand = said(a_correction("tested", "bandwidth yes: Mondays are ours", "Lee"), "03-01", note="")
    assert met(a_state(LEE, of_lee("Lee is swamped", "02-10"), by_hand))["bandwidth"] is True
    assert met(a_state(LEE, by_hand, of_lee("Lee is swamped", "04-10")))["bandwidth"] is False
    (*_, bandwidth) = champion_test(a_state(LEE, by_hand), "amelia lee").criteria
    assert bandwidth.reason == "Mondays are ours"
    assert bandwidth.evidence is not None


def test_belief_set_by_hand_holds_until_they_say_where_they_stand() -> None:
    doubts = said(a_correction("tested", "belief no", "Lee"), "03-01", note="")
    assert met(a_state(LEE, doubts)) == {"belief": False}
    assert met(a_state(LEE, doubts, said(a_person("Amelia Lee", None, "committed"), "04-01"))) == {"belief": True}


def test_a_criterion_is_unknown_again_by_hand() -> None:
    unknown = said(a_correction("tested", "bandwidth unknown", "Lee"), "03-11", note="")
    assert met(a_state(LEE, of_lee("Lee is swamped"), unknown)) == {"belief": True}


@pytest.mark.parametrize(
    ("value", "tested"),
    [
        ("bandwidth no: swamped", CriterionTest(Criterion.BANDWIDTH, met=False, reason="swamped")),
        ("Credibility YES", CriterionTest(Criterion.CREDIBILITY, met=True)),
        ("belief unknown", CriterionTest(Criterion.BELIEF)),
        ("belief", None),
        ("charm yes", None),
    ],
)
def test_a_value_by_hand_has_one_form(value: str, tested: CriterionTest | None) -> None:
    assert criterion_by_hand(value) == tested


def test_what_nobody_can_read_changes_nothing() -> None:
    assert met(a_state(LEE, said(a_correction("tested", "charm yes", "Lee"), note=""))) == {"belief": True}


def test_health_is_the_number_of_criteria_shown() -> None:
    test = champion_test(a_state(LEE, of_lee("Lee is swamped"), of_lee("Lee still rounds", "04-01")), "amelia lee")
    assert (test.shown, test.failed, test.title_only) == (2, 1, False)


def test_a_champion_of_whom_nothing_is_shown_is_one_by_title_only() -> None:
    cmo = said(a_person(None, "CMO", "unknown", "champion"))
    (test,) = a_state(cmo).champion_tests
    assert (test.shown, test.title_only) == (0, True)


ANA = said(a_person("Ana Gomez", "CNO", "supportive"), "01-10")
RAJ = said(a_person("Raj Patel", "CIO", "neutral"), "01-10")
MONA = said(a_person("Mona Shah", "Chief Pharmacy Officer", "opposed"), "01-10")
DANA = said(a_person("Dana Ruiz", "CFO", "concerned"), "01-10")
GONE = said(a_leaver("Amelia Lee", "CMO"), "05-10")


def names(people: Iterable[Stakeholder]) -> list[str]:
    return [person.label for person in people]


def test_one_champion_without_a_second_is_single_threaded() -> None:
    assert single_threaded(a_state(LEE, ANA))
    second = said(a_correction("role", "champion", "Ana Gomez"), note="")
    assert not single_threaded(a_state(LEE, ANA, second))
    assert not single_threaded(a_state(ANA))


def test_the_champion_of_whom_most_is_shown_comes_first() -> None:
    second = said(a_person("Ana Gomez", "CNO", "supportive", "champion", quote="Ana still rounds"), "02-01")
    assert names(champions(a_state(LEE, second))) == ["Ana Gomez", "Amelia Lee"]


def test_a_champion_who_left_is_lost_and_successors_are_ranked_by_the_four_criteria() -> None:
    time = said(a_correction("tested", "bandwidth yes", "Ana Gomez"), "02-01", note="")
    (loss,) = champion_losses(a_state(LEE, ANA, RAJ, MONA, DANA, time, GONE))
    assert (loss.person.label, loss.told.quote, loss.left) == ("Amelia Lee", "Amelia Lee leaves", ())
    assert names(loss.successors) == ["Ana Gomez", "Raj Patel"]


def test_nobody_against_it_follows_a_champion() -> None:
    detractor = said(a_person("Raj Patel", "CIO", "neutral", "detractor"), "02-01")
    assert names(successors(a_state(LEE, RAJ, detractor, MONA, GONE))) == []


def test_a_worried_person_may_follow_once_something_else_is_shown() -> None:
    sways = said(a_correction("tested", "influence yes", "Dana Ruiz"), "02-01", note="")
    assert names(successors(a_state(DANA))) == []
    assert names(successors(a_state(DANA, sways))) == ["Dana Ruiz"]


def test_a_champion_still_there_is_told_beside_the_one_lost() -> None:
    second = said(a_correction("role", "champion", "Ana Gomez"), "02-01", note="")
    (loss,) = champion_losses(a_state(LEE, ANA, second, GONE))
    assert names(loss.left) == ["Ana Gomez"]


def test_nobody_is_lost_while_the_champion_is_there() -> None:
    assert champion_losses(a_state(LEE, ANA)) == ()
