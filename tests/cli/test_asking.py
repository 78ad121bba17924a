"""`dealbot ask` over several deals: the contract's shape, only open deals, the day it is asked as of."""

import pytest

from tests.cli.running import Program


@pytest.fixture
def logged(dealbot: Program) -> Program:
    """Two deals with a worried CFO, one of them lost, and one with a happy one."""
    for deal, words in (
        ("Lakeshore", "Met Dana Ruiz, CFO. She is worried about the price."),
        ("Norton", "Met Lou Pell, CFO. He is on board."),
        ("Bayview", "Met Ann Cole, CFO. She is worried about the price."),
    ):
        assert dealbot("log", "--deal", deal, "--on", "2026-11-02", given=words).code == 0
    assert dealbot("deal", "close", "Bayview", "--as", "lost", "--cause", "budget").code == 0
    return dealbot


def test_a_question_over_all_deals_lists_those_open_where_it_is_so(logged: Program) -> None:
    answer = logged("ask", "which deals have a worried CFO?", "--json").json
    assert list(answer) == ["id", "intent", "answered", "text", "data", "sources"]
    assert (answer["intent"], answer["answered"]) == ("concerns", True)
    assert [(deal["deal"], deal["why"].split(" · ")[0]) for deal in answer["data"]["deals"]] == [
        ("Lakeshore", "Dana Ruiz, CFO")
    ]
    assert [source["quote"] for source in answer["sources"]]


def test_two_deals_are_answered_in_one_answer(logged: Program) -> None:
    answer = logged("ask", "compare Lakeshore and Norton", "--json").json
    assert (answer["intent"], [deal["deal"] for deal in answer["data"]["deals"]]) == (
        "standing",
        ["Lakeshore", "Norton"],
    )


def test_the_day_asked_about_counts(logged: Program) -> None:
    answer = logged("ask", "which deals had a worried CFO on october 1, 2026?", "--json").json
    assert (answer["answered"], answer["data"]["deals"]) == (False, [])
