"""The small values: deals' names, notes, people of ours, evidence, readings, who may read what."""

from datetime import UTC, datetime

import pytest

from dealbot.domain.corrected_field import IDENTITY, CorrectedField
from dealbot.domain.deal import Stakeholder
from dealbot.domain.note import storable
from dealbot.domain.observation import Item, Reading, Visibility
from dealbot.domain.principal import LOCAL_OPERATOR, Principal, Role
from dealbot.domain.record import fold_deal
from dealbot.domain.visibility import private_spans, visibility_of, visibility_of_correction
from tests.domain.builders import (
    a_closing,
    a_concern,
    a_correction,
    a_day,
    a_person,
    a_signal,
    a_state,
    a_step,
    a_view,
    said,
)


@pytest.mark.parametrize(
    "written", ["St. Mary's Health", "st mary\u2019s  health", "ST MARYS HEALTH", "\uff33t Marys-Health"]
)
def test_the_name_of_a_deal_is_the_same_however_it_is_typed(written: str) -> None:
    assert fold_deal(written) == "st marys health"


def test_the_name_of_a_deal_that_is_all_punctuation_stays_as_written() -> None:
    assert fold_deal(" ?!  * ") == "?! *"


def test_what_no_database_keeps_is_replaced_one_for_one() -> None:
    assert storable("a\x00b\ud800c 🎓") == "a\ufffdb\ufffdc 🎓"


def test_only_an_admin_sees_every_deal() -> None:
    assert LOCAL_OPERATOR.sees_all
    assert not Principal("w", "u", "Uma", frozenset({Role.MANAGER})).sees_all


def test_somebody_without_a_name_goes_by_the_title_or_the_key() -> None:
    cfo, unclear = a_state(said(a_person(None, "CFO"))).people[0], a_person()
    assert (cfo.label, a_person("Dana", "CFO").label, a_person(None, "CFO").label) == ("CFO", "Dana", "CFO")
    assert unclear.label == ""
    assert isinstance(cfo, Stakeholder)


def test_evidence_carries_the_words_with_their_note_day_and_writer() -> None:
    evidence = said(a_person("Dana", quote="Dana is in"), "01-10", "Priya", "n1").evidence
    assert (evidence.quote, evidence.note, evidence.on, evidence.author) == (
        "Dana is in",
        "n1",
        a_day("01-10"),
        "Priya",
    )


def test_a_reading_lists_its_statements_in_the_order_of_their_words() -> None:
    reading = Reading(
        a_day("01-10"),
        people=(a_person("Dana", at=40),),
        concerns=(a_concern("Dana", at=20),),
        next_steps=(a_step("Send it"),),
        signals=(a_signal("ehr", at=30),),
    )
    assert [item.span.start for item in reading.statements] == [0, 20, 30, 40]


@pytest.mark.parametrize("field", ["name", "alias", "title", "function", "side", "is", "reports_to", "email"])
def test_who_somebody_is_is_identity(field: str) -> None:
    assert CorrectedField(field) in IDENTITY


@pytest.mark.parametrize("field", ["stance", "role", "not_role", "gone", "concern", "holder", "step", "due", "phase"])
def test_how_things_stand_is_not_identity(field: str) -> None:
    assert CorrectedField(field) not in IDENTITY


def test_statements_of_a_day_are_ordered_by_message_then_note_then_place_and_corrections_come_after() -> None:
    first = said(a_person("Ana"), note="z", said_at=datetime(2026, 3, 10, 9, tzinfo=UTC))
    untimed = said(a_person("Bea"), note="z")
    third = said(a_person("Cyd"), note="a", said_at=datetime(2026, 3, 10, 11, tzinfo=UTC))
    corrected = said(a_correction("stance", "neutral", "Ana"), note="a")
    named = said(a_correction("name", "Ana Gomez", "Ana"), "01-01", note="a")
    later = said(a_person("Dee"), "03-11")
    told = [named, later, corrected, third, first, untimed]
    assert sorted(told, key=lambda each: each.order) == [untimed, first, third, corrected, later, named]


@pytest.mark.parametrize(
    ("item", "visibility"),
    [
        (a_step("Send it"), Visibility.FACT),
        (a_closing("sent it"), Visibility.FACT),
        (a_signal("ehr"), Visibility.FACT),
        (a_signal("champion_lost"), Visibility.NUANCE),
        (a_person("Dana"), Visibility.NUANCE),
        (a_concern("Dana"), Visibility.NUANCE),
        (a_view("Dana", "opposed"), Visibility.NUANCE),
    ],
)
def test_facts_may_leave_the_team_and_nuance_may_not(item: Item, visibility: Visibility) -> None:
    assert visibility_of(item, ()) is visibility  # type: ignore[arg-type]


def test_what_they_are_paid_by_is_a_fact_when_it_is_set_too_and_all_else_is_for_the_team() -> None:
    assert visibility_of_correction(a_correction("exposure", "45", "medicare_ffs")) is Visibility.FACT
    assert visibility_of_correction(a_correction("health", "2%", "margin")) is Visibility.NUANCE


def test_what_stands_on_a_private_line_stays_with_its_author() -> None:
    text = "Met Dana.\n  > Private: she is leaving\nSend the ROI model"
    private = private_spans(text)
    assert [text[start:end] for start, end in private] == ["  > Private: she is leaving"]
    assert visibility_of(a_signal("ehr", "leaving", at=text.index("leaving")), private) is Visibility.PRIVATE
    assert visibility_of(a_step("Met"), private) is Visibility.FACT
