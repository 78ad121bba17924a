"""Quotes are found where the note has them, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.reading.align import Page

NOTE = (
    "Dana said \u201cwe won\u2019t sign \u2014 not yet\u201d.\n"
    "> She wants the ROI\n> model first. José agreed. Not now.\n"
    "Then we spoke for half an hour about the interface, the build and the long queue. Not now.\n* **Price** it per bed"
)
PAGE = Page(NOTE)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("She wants the ROI\n> model first.", "She wants the ROI\n> model first."),
        ("She wants the ROI model first", "She wants the ROI\n> model first"),
        ('"we won\'t sign - not yet"', "we won\u2019t sign \u2014 not yet"),
        ("WE WON'T SIGN", "we won\u2019t sign"),
        ("Jose agreed", "José agreed"),
        ("  José agreed.  ", "José agreed."),
        ("Price it per bed", "Price** it per bed"),
        ("...then we spoke for half an hour...", "Then we spoke for half an hour"),
        (
            "Then we spoke for half an hour about the interface, build and the long queue",
            "Then we spoke for half an hour about the interface, the build and the long queue",
        ),
    ],
)
def test_a_quote_is_found_but_for_case_marks_and_spacing(quote: str, found: str) -> None:
    span = PAGE.find(quote)
    assert span is not None
    assert span.quote == found == NOTE[span.start : span.end]


@pytest.mark.parametrize(
    "quote",
    [
        "",
        " ",
        "...",
        "an",
        "the CFO said no",
        "half a day about the interface, the build and the long queue of all",
        "Then we never spoke for half an hour about the interface, the build and the long queue",
        "Then we spoke for 2 half an hour about the interface, the build and the long queue",
        "sign the ROI",
    ],
)
def test_other_words_are_not_found(quote: str) -> None:
    span = PAGE.find(quote)
    assert span is None or (quote == "an" and span.quote == "an")


def test_part_of_a_word_is_no_quote() -> None:
    assert Page("nothing planned").find("no") is None
    assert Page("nothing planned").find("plan") is None


def test_on_repetition_the_first_counts_and_the_part_asked_about_comes_first() -> None:
    first, second = NOTE.index("Not now"), NOTE.rindex("Not now")
    found = PAGE.find("Not now."), PAGE.find("Not now.", (second - 5, len(NOTE))), PAGE.find("not now", (0, 5))
    assert [span.start for span in found if span] == [first, second, first]


def test_nearly_the_words_are_looked_for_in_the_part_asked_about_alone() -> None:
    quote = "Then we spoke for half an hour about the interface, build and the long queue"
    assert PAGE.find(quote, (0, 60)) is None
    assert PAGE.find(quote, (60, len(NOTE))) == PAGE.find(quote)


def test_accents_in_two_characters_stay_whole() -> None:
    note = "Jose\u0301 agreed"
    span = Page(note).find("José")
    assert span is not None
    assert span.quote == "Jose\u0301"


def test_invisible_characters_do_not_hide_words() -> None:
    note = "we wo\u200bn't si\U000e0041gn"
    span = Page(note).find("we won't sign")
    assert span is not None
    assert span.quote == note


@given(st.text(max_size=80), st.text(max_size=20), st.text(max_size=80))
def test_whatever_is_found_stands_at_its_offsets(before: str, quote: str, after: str) -> None:
    note = f"{before} {quote} {after}"
    span = Page(note).find(quote)
    assert (span is not None) or not quote.strip()
    assert span is None or note[span.start : span.end] == span.quote


@given(st.text(max_size=200), st.text(max_size=60))
def test_any_two_texts_are_compared_without_a_fault(note: str, quote: str) -> None:
    span = Page(note).find(quote)
    assert span is None or note[span.start : span.end] == span.quote
