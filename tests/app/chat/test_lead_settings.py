"""What a message sets of leads; anything more is a note, a question or talk."""

import pytest

from dealbot.app.chat.settings.leads import Rating, Weighing, rating_in, weighing_in
from dealbot.app.deal_names import DealName
from dealbot.app.understand.lead_questions import asks_for_leads

DEALS = (DealName("Lakeshore", ("LH",)), DealName("Mercy General"), DealName("Mercy Valley"))


def rated(text: str) -> Rating | None:
    return rating_in(text, DEALS)


def weights(text: str) -> dict[str, tuple[int, bool]]:
    found = weighing_in(text)
    assert found is not None
    return {each.factor.value: (each.number, each.times) for each in found.weights}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Lakeshore: budget 3, fit 4, strategic value 2", ("budget.lead=3", "fit.lead=4", "strategic_value.lead=2")),
        ("Lakeshore budget 3", ("budget.lead=3",)),
        ("LH's fit is 4", ("fit.lead=4",)),
        ("rate Lakeshore as a lead: budget 3/4, timeline unknown", ("budget.lead=3", "timeline.lead=unknown")),
        ("set Lakeshore lead budget to 3", ("budget.lead=3",)),
        ("Lakeshore\nbudget 3\nfit 4", ("budget.lead=3", "fit.lead=4")),
        ("Lakeshore: budget 3 and timeline 2 of 4.", ("budget.lead=3", "timeline.lead=2")),
        ("Lakeshore: budget 7, fit 4", ("budget.lead=7", "fit.lead=4")),
    ],
)
def test_a_lead_is_rated_in_plain_words(text: str, pairs: tuple[str, ...]) -> None:
    assert rated(text) == Rating(("Lakeshore",), pairs)


def test_without_a_name_two_factors_or_the_word_lead_tell_that_a_deal_is_rated() -> None:
    assert rated("budget 3, fit 4") == Rating((), ("budget.lead=3", "fit.lead=4"))
    assert rated("lead: budget 2") == Rating((), ("budget.lead=2",))
    assert rated("fit 4") is None


def test_a_name_that_may_be_two_deals_is_given_with_both() -> None:
    assert rated("Mercy: budget 3") == Rating(("Mercy General", "Mercy Valley"), ("budget.lead=3",))


@pytest.mark.parametrize(
    "text",
    [
        "Lakeshore: budget unknown",
        "Lakeshore: timeline unknown, budget unknown",
        "Lakeshore: budget 3M, fit 4",
        "Lakeshore: budget 12",
        "Lakeshore: Dana says budget 3, fit 4",
        "Lakeshore: budget 3?",
        "Lakeshore: budget 3, timeline is tight",
        "Lakeshore is a lead",
        "...",
        "Lakeshore: budget 3" + " and fit 4" * 100,
    ],
)
def test_what_says_anything_more_is_a_note(text: str) -> None:
    assert rated(text) is None


@pytest.mark.parametrize(
    ("text", "set_to"),
    [
        ("lead criteria: timeline 2, because deals slip", {"timeline": (2, False)}),
        ("timeline counts double because deals slip", {"timeline": (2, True)}),
        ("Timeline should count twice for our leads, since deals slip", {"timeline": (2, True)}),
        ("our lead weights: fit 2 and budget 3. Reason: deals slip", {"fit": (2, False), "budget": (3, False)}),
        (
            "set the lead criteria to strategic value nothing, timeline triple - deals slip",
            {"strategic_value": (0, False), "timeline": (3, True)},
        ),
    ],
)
def test_how_much_a_factor_counts_is_set_with_the_reason(text: str, set_to: dict[str, tuple[int, bool]]) -> None:
    assert weights(text) == set_to
    found = weighing_in(text)
    assert found is not None
    assert found.why == "deals slip"


def test_criteria_that_are_still_right_are_a_look_without_a_change() -> None:
    assert weighing_in("yes, the lead criteria are still right") == Weighing((), "still right")


def test_a_change_without_a_reason_is_heard_as_one() -> None:
    found = weighing_in("timeline counts double")
    assert found is not None
    assert found.why == ""


@pytest.mark.parametrize(
    "text",
    [
        "lead criteria: foo 3",
        "budget counts",
        "timeline counts double?",
        "the pilot criteria: fit 2, because they said so",
        "Dana says the timeline counts double because of the merger",
        "lead criteria: " + "fit 2, " * 100,
    ],
)
def test_what_is_about_anything_else_changes_no_criteria(text: str) -> None:
    assert weighing_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "how do our leads rank?",
        "which leads first?",
        "rank our leads",
        "show me the leads",
        "leads",
        "our lead ranking please",
        "what are our lead criteria?",
        "what are the criteria for our leads?",
        "which of our leads should I call first?",
        "prioritize our leads",
        "how did our leads rank on 1 October?",
        "best leads first",
    ],
)
def test_the_leads_are_asked_for_in_many_ways(text: str) -> None:
    assert asks_for_leads(text)


@pytest.mark.parametrize(
    "text",
    [
        "who leads the evaluation?",
        "which IT lead worries most?",
        "who is the project lead at Lakeshore?",
        "Lakeshore: their project lead scores us well",
        "Dana will show the leads our demo",
        "Lakeshore: unit leads ranked us first",
        "a process which leads to slower intake first",
        "how do I prioritize leads?",
        "our lead " + "criteria " * 20,
    ],
)
def test_other_leads_are_not_meant(text: str) -> None:
    assert not asks_for_leads(text)
