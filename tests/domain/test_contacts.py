"""Reporting lines and addresses: as notes tell them, and over that as a person set them."""

import pytest

from dealbot.domain.observation import Observation
from tests.domain.builders import a_correction, a_person, a_signal, a_state, a_view, said

PEOPLE = (said(a_person("Raj Patel", "CIO"), "01-10"), said(a_person("Ana Gomez", "CNO"), "01-10"))


def reached(*more: Observation) -> tuple[str | None, str | None]:
    """To whom Raj reports, and his address."""
    raj = a_state(*PEOPLE, *more).person("raj patel")
    assert raj is not None
    return raj.reports_to, raj.email


def noted(quote: str) -> Observation:
    return said(a_signal("ehr", quote), "02-10")


@pytest.mark.parametrize(
    "quote", ["Raj Patel reports to Ana Gomez", "Raj reports directly to the CNO", "Raj is under Ana"]
)
def test_a_note_tells_who_reports_to_whom(quote: str) -> None:
    assert reached(noted(quote)) == ("Ana Gomez", None)


@pytest.mark.parametrize(
    "quote",
    [
        "Raj may report to Ana",
        "Raj does not report to Ana",
        "he reports to Ana",
        "Raj reports to the board",
        "Ana and Raj report to Bob",
    ],
)
def test_what_is_not_stated_of_two_known_people_is_no_reporting_line(quote: str) -> None:
    assert reached(noted(quote)) == (None, None)


def test_a_note_tells_an_address() -> None:
    assert reached(noted("Raj's address is raj.patel@lakeshore.example")) == (None, "raj.patel@lakeshore.example")
    assert reached(noted("write to info@lakeshore.example")) == (None, None)


def test_what_a_person_set_holds_over_every_note() -> None:
    by_hand = (
        said(a_correction("reports_to", "Dana Ruiz", "Raj"), "01-11", note=""),
        said(a_correction("email", "raj@lakeshore.example", "Raj"), "01-11", note=""),
    )
    later = (noted("Raj reports to Ana Gomez"), noted("Raj: raj.patel@lakeshore.example"))
    assert reached(*by_hand, *later) == ("Dana Ruiz", "raj@lakeshore.example")


def test_each_value_comes_with_its_words() -> None:
    state = a_state(*PEOPLE, noted("Raj Patel reports to Ana Gomez"))
    (contact,) = state.contacts
    assert contact.reports_told is not None
    assert contact.reports_told.quote == "Raj Patel reports to Ana Gomez"
    assert contact.email_told is None


def test_what_the_author_believes_and_what_is_set_of_nobody_tells_nothing() -> None:
    nobody = said(a_correction("email", "x@lakeshore.example"), note="")
    assert reached(said(a_view("Raj Patel", "opposed")), nobody) == (None, None)
