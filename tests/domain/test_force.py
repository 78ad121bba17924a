"""A fact is told from what is denied, planned, hoped for, doubted, asked or conditional."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.force import Force, force, is_fact, pieces, told

STARTED = re.compile("started|start")
SWAMPED = re.compile(r"swamped|clear(?:ed|s) time", re.IGNORECASE)
PASSED = re.compile("passed it")


def force_of(text: str) -> Force:
    return force(text, text.index("start"))


@pytest.mark.parametrize(
    "text",
    [
        "the pilot started on Monday",
        "If it rains, we stay. They started",
        "not everybody came, but they started",
        "May 2 it started",
        "may 2 it started",
        "nobody liked the deck and they started",
        "they want more and it started on Monday",
        "we waited until June: it started",
        "they hope for more \u2013 it started",
        "started",
        "",
    ],
)
def test_what_is_told_plainly_is_a_fact(text: str) -> None:
    assert force(text, text.find("start")) is Force.FACT
    assert is_fact(STARTED.search(text)) is ("start" in text)


@pytest.mark.parametrize(
    "text",
    [
        "the pilot has not started",
        "it hasn't really started",
        "nobody has started",
        "without any start",
        "it will not start in May",
        "nobody in the whole of their house has heard that it started",
        "there is hardly any start",
        "it was not signed and started",
        "they have yet to start",
    ],
)
def test_what_is_denied_is_none(text: str) -> None:
    assert force_of(text) is Force.DENIED


def test_a_slighter_denial_denies_only_the_words_next_to_it() -> None:
    assert force_of("with no help from the whole of their house it started") is Force.FACT


@pytest.mark.parametrize(
    "text",
    [
        "it will start in May",
        "they'll start soon",
        "they are going to start",
        "we plan a start",
        "the start waits: pending start",
        "they asked us all to start",
        "it will expand and start in June",
    ],
)
def test_what_is_planned_is_none(text: str) -> None:
    assert force(text, text.rindex("start")) is Force.PLAN


@pytest.mark.parametrize(
    "text",
    [
        "once P&T has met it started to look good",
        "if the board agrees, they start",
        "it is fine, if the board agrees, and they start",
        "it may start in June",
        "we hope they start",
        "we really hope they start",
        "Dana thinks it started",
        "asked whether it started",
        "hopefully it was approved, then it started",
        "has it started?",
        "We met. So they came, and it started?",
    ],
)
def test_what_is_asked_doubted_hoped_for_or_hangs_on_a_condition_is_supposed(text: str) -> None:
    assert force_of(text) is Force.SUPPOSED


def test_what_is_not_found_is_no_fact() -> None:
    assert not is_fact(STARTED.search("nothing of it"))


@pytest.mark.parametrize(
    "quote", ["Lee is swamped", "We talked; she cleared time for us", "If not now, never. Swamped."]
)
def test_what_is_stated_is_told(quote: str) -> None:
    said = told(SWAMPED, quote)
    assert said is not None
    assert not said.denied
    assert SWAMPED.fullmatch(quote[said.start : said.end])


@pytest.mark.parametrize(
    "quote",
    [
        "Lee might be swamped",
        "we hope she clears time",
        "if she is swamped we wait",
        "she will have cleared time",
        "asked whether she cleared time",
        "is Lee swamped?",
        "nothing of the kind",
    ],
)
def test_a_plan_a_condition_and_a_question_are_not_told(quote: str) -> None:
    assert told(SWAMPED, quote) is None


@pytest.mark.parametrize("quote", ["Lee is not swamped", "she hasn't cleared time", "nobody is swamped"])
def test_what_is_denied_is_told_to_be_so(quote: str) -> None:
    said = told(SWAMPED, quote)
    assert said is not None
    assert said.denied


def test_a_denial_of_another_clause_denies_nothing() -> None:
    said = told(SWAMPED, "no money yet, but Lee cleared time")
    assert said is not None
    assert not said.denied


def test_the_first_of_several_wordings_that_is_a_fact_is_told() -> None:
    found = next(piece.tells(PASSED) for piece in pieces("had they not passed it they said MEC passed it"))
    assert found is None
    assert [piece.tells(PASSED) is not None for piece in pieces("P&T hasn't voted and MEC passed it")] == [False, True]


@given(st.text(alphabet="ab ,.;:?!\n-&and", max_size=60))
def test_the_pieces_of_a_text_are_its_own_words_in_order(text: str) -> None:
    found = pieces(text)
    assert all(text[piece.start :].startswith(piece.words) for piece in found)
    assert [piece.start for piece in found] == sorted({piece.start for piece in found})


@given(st.sampled_from(["it started", "P&T passed it and it started", "on 3 May it started, she said"]))
def test_a_fact_put_under_a_condition_or_asked_is_none(fact: str) -> None:
    assert force_of(fact) is Force.FACT
    assert force_of(f"if {fact}") is force_of(f"{fact}?") is Force.SUPPOSED
