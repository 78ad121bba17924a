import re

import pytest

from dealbot.domain.saying import told

SWAMPED = re.compile(r"swamped|clear(?:ed|s) time", re.IGNORECASE)


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
