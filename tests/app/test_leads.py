"""Leads in words: what counts how much, how long nobody looked, and so many lines as a phone shows."""

from datetime import date

import pytest

from dealbot.app.answers.leads import leads
from dealbot.app.lead_words import counting
from dealbot.app.leads import Lead, Ranking
from dealbot.app.question import Focus, Intent, Question
from dealbot.app.wording import LONGEST
from dealbot.domain.evidence import Evidence, Span
from dealbot.domain.lead import SHIPPED, Criteria, LeadFactor, Rated, Weights, score

TODAY = date(2026, 11, 23)
ASKED = Question("which leads first?", Intent.PIPELINE, focus=Focus.LEADS)
DOUBLE = Weights(timeline=2)


def a_lead(name: str, on: date = TODAY) -> Lead:
    rated = (Rated(LeadFactor.BUDGET, 3, Evidence("", on, "Ana Gomez", Span("budget.lead=3", 0, 13))),)
    return Lead(name, rated, score(rated, DOUBLE))


def last_lines(criteria: Criteria, *found: Lead) -> list[str]:
    return leads(ASKED, Ranking(found, criteria, TODAY)).text.splitlines()[len(found) + 1 :]


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        (Weights(), "all four count the same"),
        (Weights(3, 3, 3, 3), "all four count the same"),
        (DOUBLE, "timeline counts double"),
        (Weights(1, 3, 1, 4), "timeline counts triple, strategic value counts 4 times"),
        (Weights(2, 2, 2, 1), "strategic value counts half"),
        (Weights(2, 2, 0, 2), "fit does not count"),
        (Weights(2, 3, 2, 2), "budget 2, timeline 3, fit 2, strategic value 2"),
        (Weights(6, 2, 6, 6), "budget 6, timeline 2, fit 6, strategic value 6"),
    ],
)
def test_what_counts_how_much_is_said_in_words_where_words_fit(weights: Weights, told: str) -> None:
    assert counting(weights) == told


def test_criteria_are_told_with_their_version_day_and_who_set_them() -> None:
    fresh = Criteria(2, DOUBLE, "Ana Gomez", date(2026, 11, 12), "deals slip")
    assert last_lines(fresh, a_lead("Lakeshore")) == ["Criteria v2 of 12 Nov: timeline counts double (Ana)"]


def test_criteria_that_nobody_looked_at_for_long_are_asked_about() -> None:
    old = Criteria(2, DOUBLE, "Ana Gomez", date(2026, 8, 20), "deals slip")
    assert last_lines(old, a_lead("Lakeshore"))[1] == "Criteria last looked at 95 days ago: still right?"
    shipped = last_lines(SHIPPED, a_lead("Lakeshore", date(2026, 8, 20)))
    assert shipped[1] == "Criteria as shipped, first used 95 days ago: still right?"


def test_of_many_leads_so_many_are_shown_as_a_phone_shows_and_the_rest_counted() -> None:
    found = [a_lead(f"Health System Number {number}") for number in range(20)]
    text = leads(ASKED, Ranking(tuple(found), SHIPPED, TODAY)).text
    assert len(text) <= LONGEST
    assert " more" in text
    assert text.endswith("all four count the same")


def test_with_nothing_rated_the_answer_says_how_to_begin() -> None:
    answer = leads(ASKED, Ranking((Lead("Norton", (), score((), DOUBLE)),), SHIPPED, TODAY))
    assert not answer.answered
    assert "“Norton: budget 3, fit 4, strategic value 2”" in answer.text
