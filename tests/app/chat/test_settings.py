"""What a whole message sets about a deal; anything more is a note, a question or talk."""

from datetime import date

import pytest

from dealbot.app.chat.settings.said import End, Give, Money, Setting, Snap, quarter_name, setting_in
from dealbot.app.deal_names import DealName
from dealbot.domain.cause import Cause
from dealbot.domain.record import Call, Outcome

DEALS = (DealName("Lakeshore", ("LH",)), DealName("Mercy General"), DealName("Mercy Valley"))
ON = date(2026, 11, 23)


def said(text: str) -> Setting | None:
    return setting_in(text, DEALS, ON)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Lakeshore is $2.4M for Q2, commit", Money(2_400_000, (None, 2), Call.COMMIT)),
        ("Lakeshore: $350k", Money(350_000)),
        ("set lakeshore to best case", Money(call=Call.BEST_CASE)),
        ("call LH commit for Q3 2027", Money(quarter=(2027, 3), call=Call.COMMIT)),
        ("move Lakeshore to 2027-Q4", Money(quarter=(2027, 4))),
        ("the amount for Lakeshore is now 1.5 million", Money(1_500_000)),
    ],
)
def test_the_money_of_a_deal_is_set_in_plain_words(text: str, meant: Money) -> None:
    assert said(text) == Setting(meant, ("Lakeshore",))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("pause Lakeshore until 15 Jan, budget freeze", End(Outcome.PAUSED, Cause.FREEZE, date(2027, 1, 15))),
        ("put Lakeshore on hold because of the CMS rule", End(Outcome.PAUSED, Cause.CMS)),
        ("please pause Lakeshore", End(Outcome.PAUSED)),
        ("We lost Lakeshore to Oracle", End(Outcome.LOST, Cause.OTHER_VENDOR)),
        ("Lakeshore is lost: champion left", End(Outcome.LOST, Cause.CHAMPION_LEFT)),
        ("mark Lakeshore as lost, reimbursement", End(Outcome.LOST, Cause.REIMBURSEMENT)),
        ("We won Lakeshore!", End(Outcome.WON)),
        ("close Lakeshore", End(None, unclear=True)),
        ("revive Lakeshore", End(None)),
        ("Lakeshore is back", End(None)),
    ],
)
def test_a_deal_is_closed_rests_and_is_taken_up_in_plain_words(text: str, meant: End) -> None:
    found = said(text)
    assert found is not None
    assert isinstance(found.what, End)
    assert End(found.what.outcome, found.what.cause, found.what.revisit_on, "", found.what.unclear) == meant
    assert found.deals == ("Lakeshore",)


def test_the_words_of_why_are_kept() -> None:
    found = said("we lost Lakeshore: the champion left and nobody took it up")
    assert found == Setting(
        End(Outcome.LOST, Cause.CHAMPION_LEFT, reason="the champion left and nobody took it up"), ("Lakeshore",)
    )


@pytest.mark.parametrize(
    "text",
    [
        "give Lakeshore to Sam Okafor",
        "Reassign Lakeshore to @Sam Okafor.",
        "hand over Lakeshore to Sam Okafor",
        "Sam Okafor takes over Lakeshore",
        "Lakeshore goes to Sam Okafor now",
    ],
)
def test_a_deal_is_given_to_somebody_in_plain_words(text: str) -> None:
    assert said(text) == Setting(Give("Sam Okafor"), ("Lakeshore",))


def test_without_a_name_the_deal_is_the_one_talked_of() -> None:
    assert said("move the deal to Q3") == Setting(Money(quarter=(None, 3)))
    assert said("call it commit") == Setting(Money(call=Call.COMMIT))
    assert said("pause it until March, budget") == Setting(
        End(Outcome.PAUSED, Cause.BUDGET, date(2027, 3, 31), "until March, budget")
    )


def test_two_deals_of_one_name_are_both_meant() -> None:
    found = said("pause Mercy, budget")
    assert found is not None
    assert found.deals == ("Mercy General", "Mercy Valley")


@pytest.mark.parametrize("text", ["take the Monday snapshot", "pipeline snapshot please"])
def test_a_snapshot_is_asked_for(text: str) -> None:
    assert said(text) == Setting(Snap())


@pytest.mark.parametrize(
    "text",
    [
        "Lakeshore paused the project until March, Dana told me.",
        "They paused Lakeshore's rollout",
        "We lost Lakeshore's CFO last week",
        "Should we pause Lakeshore?",
        "pipeline",
        "show my pipeline",
        "commit",
        "move it to Q3",
        "Lakeshore: met Dana Ruiz, CFO, she has $2.4M for it",
        "Lakeshore $2M or $3M",
        "Dana will commit by Friday",
        "give Lakeshore to them",
        "where does Lakeshore stand",
        "pause Lakeshore\nDana said no money",
        "Lakeshore is $2.4M " + "and more " * 40,
        "Lakeshore",
        "thanks",
        "",
    ],
)
def test_anything_more_or_else_sets_nothing(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize(
    ("told", "fiscal_start", "name"),
    [
        ((None, 4), 1, "2026-Q4"),
        ((None, 3), 1, "2027-Q3"),
        ((None, 1), 7, "2028-Q1"),
        ((2026, 1), 1, "2026-Q1"),
        ((None, 2), 7, "2027-Q2"),
    ],
)
def test_a_quarter_without_a_year_is_the_first_that_is_not_over(
    told: tuple[int | None, int], fiscal_start: int, name: str
) -> None:
    assert quarter_name(told, ON, fiscal_start) == name
