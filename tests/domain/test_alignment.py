"""Who says yes, who must still be convinced, who was never heard, who is gone; and where the deal stands, in words."""

import pytest

from dealbot.domain.alignment import Alignment, Standing, align
from dealbot.domain.observation import Observation
from tests.domain.builders import a_concern, a_correction, a_leaver, a_person, a_state, a_step, said


def alignment(*observations: Observation) -> Alignment:
    return align(a_state(*observations))


def lists(*observations: Observation) -> tuple[list[str], list[str], list[str], list[str]]:
    found = alignment(*observations)
    aligned, to_convince, unknown, gone = (
        [person.label for person in people] for people in (found.aligned, found.to_convince, found.unknown, found.gone)
    )
    return aligned, to_convince, unknown, gone


@pytest.mark.parametrize("stance", ["supportive", "committed"])
def test_whoever_says_yes_is_aligned(stance: str) -> None:
    assert lists(said(a_person("Dana", stance=stance))) == (["Dana"], [], [], [])


@pytest.mark.parametrize("stance", ["neutral", "concerned", "opposed"])
def test_whoever_does_not_yet_is_to_convince(stance: str) -> None:
    assert lists(said(a_person("Dana", stance=stance))) == ([], ["Dana"], [], [])


@pytest.mark.parametrize("stance", ["supportive", "unknown"])
def test_whoever_an_open_blocking_worry_holds_back_is_to_convince(stance: str) -> None:
    dana = said(a_person("Dana", "CFO", stance))
    blocked = said(a_concern("Dana", blocking=True))
    assert lists(dana, blocked) == ([], ["Dana"], [], [])
    assert lists(dana, blocked, said(a_concern("CFO", status="addressed"), "04-10")) == ([], ["Dana"], [], [])


def test_a_worry_that_does_not_block_or_was_resolved_holds_nobody_back() -> None:
    dana = said(a_person("Dana", stance="supportive"))
    worry, settled = said(a_concern("Dana", blocking=True)), said(a_concern("Dana", status="resolved"), "04-10")
    assert lists(dana, said(a_concern("Dana"))) == (["Dana"], [], [], [])
    assert lists(dana, worry, settled) == (["Dana"], [], [], [])


def test_whoever_was_never_heard_is_unknown() -> None:
    assert lists(said(a_person("Dana", "CFO"))) == ([], [], ["Dana"], [])


def test_whoever_left_is_in_no_other_list() -> None:
    dana = said(a_person("Dana", "CFO", "supportive"))
    blocked = said(a_concern("Dana", blocking=True))
    assert lists(dana, blocked, said(a_leaver("Dana"), "04-10")) == ([], [], [], ["Dana"])


def test_to_convince_come_first_those_with_power_then_who_sways_then_who_was_heard_longest_ago() -> None:
    told = [
        said(a_person("Ana", None, "opposed"), "02-10"),
        said(a_person("Bea", None, "opposed"), "01-10"),
        said(a_person("Cyd", None, "opposed", "influencer"), "02-10"),
        said(a_person("Dee", None, "opposed", "economic_buyer"), "02-10"),
        said(a_correction("stance", "opposed", "Eva"), note=""),
        said(a_correction("role", "veto", "Eva"), note=""),
    ]
    assert lists(*told)[1] == ["Eva", "Dee", "Cyd", "Bea", "Ana"]


def test_influence_counts_more_than_a_title_in_who_is_to_be_convinced_first() -> None:
    head = said(a_person("Lou Pell", "department head, cardiology", "neutral"), "03-10")
    cmo = said(a_person("Amelia Lee", "CMO", "neutral"), "02-10")
    assert lists(head, cmo)[1] == ["Amelia Lee", "Lou Pell"]
    sways = said(a_correction("influence", "5: sways the whole floor", "Lou Pell"), "03-11", note="")
    little = said(a_correction("influence", "2: leaves it to the chairs", "Amelia Lee"), "03-11", note="")
    assert lists(head, cmo, sways, little)[1] == ["Lou Pell", "Amelia Lee"]
    buyer = said(a_person("Dana Ruiz", None, "neutral", "economic_buyer"), "03-12")
    assert lists(head, cmo, sways, little, buyer)[1] == ["Dana Ruiz", "Lou Pell", "Amelia Lee"]


def test_influence_is_kept_with_its_reason_the_last_one_counts() -> None:
    told = [said(a_person("Lou Pell", None, "neutral"))]
    told += [said(a_correction("influence", value, "Lou Pell"), "03-11", note="") for value in ("2: new here",)]
    told += [said(a_correction("influence", "5: sways the whole floor", "Lou Pell"), "03-12", note="")]
    found = a_state(*told).people[0].influence
    assert found is not None
    assert (found.level, found.reason) == (5, "sways the whole floor")


def test_the_champion_is_the_one_still_there_who_is_best_shown_to_be_one() -> None:
    told = [
        said(a_person("Ana", None, "supportive", "champion"), "01-10"),
        said(a_person("Bea", None, "neutral", "champion"), "02-10"),
        said(a_person("Cyd", None, "supportive", "champion"), "03-10"),
        said(a_leaver("Cyd"), "04-10"),
    ]
    found = alignment(*told)
    assert [person.label for person in found.champions] == ["Ana", "Bea"]
    assert found.champion is found.champions[0]


def test_of_champions_shown_alike_the_one_heard_last_counts() -> None:
    told = [
        said(a_person("Ana", None, "supportive", "champion", "economic_buyer"), "01-10"),
        said(a_person("Bea", None, "committed", "champion"), "02-10"),
        said(a_person("Cyd", None, "supportive", "champion"), "03-10"),
        said(a_leaver("Cyd"), "04-10"),
    ]
    found = alignment(*told)
    assert found.champion is not None
    assert found.champion.label == "Bea"
    assert found.economic_buyer is not None
    assert found.economic_buyer.label == "Ana"


def test_there_may_be_neither_champion_nor_economic_buyer() -> None:
    found = alignment(said(a_person("Ana", None, "supportive")))
    assert (found.champion, found.economic_buyer) == (None, None)


ANA_YES = said(a_person("Ana", None, "supportive"))
BEA_YES = said(a_person("Bea", None, "committed"))
CYD_NO = said(a_person("Cyd", None, "opposed"))


def test_of_one_person_too_little_is_heard() -> None:
    assert alignment(ANA_YES).standing is Standing.TOO_LITTLE_HEARD
    assert alignment(ANA_YES).reasons == ("only 1 of the committee heard so far",)


def test_with_two_who_say_yes_the_deal_is_on_track() -> None:
    assert alignment(ANA_YES, BEA_YES).standing is Standing.ON_TRACK
    assert alignment(ANA_YES, BEA_YES).reasons == ("2 say yes, nobody says no",)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ([said(a_concern("Ana", blocking=True))], "Ana holds it up: money"),
        ([said(a_concern(None, "governance", blocking=True))], "somebody holds it up: approvals"),
        ([CYD_NO], "Cyd says no"),
        ([said(a_step("Send the ROI model", due="03-15"))], "1 promise late"),
        (
            [said(a_step("Send the ROI model", due="03-15")), said(a_step("Book the demo", due="03-15"))],
            "2 promises late",
        ),
    ],
)
def test_a_deal_is_at_risk_when(told: list[Observation], reason: str) -> None:
    found = alignment(ANA_YES, BEA_YES, *told)
    assert found.standing is Standing.AT_RISK
    assert reason in found.reasons


def test_a_deal_is_at_risk_when_more_are_to_convince_than_say_yes() -> None:
    neutral = (said(a_person(name, None, "neutral")) for name in ("Cyd", "Dee"))
    assert alignment(ANA_YES, *neutral).reasons == ("2 to convince, 1 say yes",)


def test_a_deal_is_stuck_when_the_champion_left_and_nobody_sells_for_us() -> None:
    champion = said(a_person("Dee", None, "committed", "champion"))
    left = said(a_leaver("Dee"), "04-10")
    second = said(a_person("Eva", None, "committed", "champion"))
    assert alignment(ANA_YES, BEA_YES, champion, left).reasons == ("Dee left and nobody sells for us inside",)
    assert alignment(ANA_YES, BEA_YES, champion, left, second).standing is Standing.ON_TRACK


@pytest.mark.parametrize("role", ["veto", "economic_buyer"])
def test_a_deal_is_stuck_when_somebody_with_power_says_no(role: str) -> None:
    found = alignment(ANA_YES, BEA_YES, said(a_person("Cyd", None, "opposed", role)))
    assert (found.standing, found.reasons) == (Standing.STUCK, ("Cyd says no and can stop it",))


def test_a_deal_is_stuck_when_somebody_says_no_and_nobody_yes() -> None:
    found = alignment(CYD_NO, said(a_person("Dee", None, "neutral")))
    assert (found.standing, found.reasons) == (Standing.STUCK, ("nobody says yes",))
