"""The day of a call set right: read again as of it, nothing lost, set back as it was."""

from datetime import date

import pytest

from dealbot.app.correct import correct
from dealbot.app.date_note import Dated, date_note
from dealbot.app.place_note import undo_note
from dealbot.domain.stakeholder import Stance
from dealbot.errors import BadInput, UnknownNote
from tests.app.ledger.writing import Office

_MONDAY, _TUESDAY, _FRIDAY = (date(2026, 11, day) for day in (16, 17, 20))
_NOTE = "Dana Ruiz, CFO, is worried about the budget. I send ROI v2 by Thursday."


def dated(office: Office, note: str, on: date) -> Dated:
    return date_note(office.desk, office.who, note, on)


def due(office: Office) -> list[date | None]:
    return [step.due for step in office.state("Lakeshore").open_steps]


def test_a_note_of_another_day_is_read_as_of_it_and_can_be_set_back(office: Office) -> None:
    office.log("Lakeshore", "n1", _NOTE, _FRIDAY)
    assert due(office) == [date(2026, 11, 26)]
    told = dated(office, "n1", _TUESDAY)
    assert (told.deal, told.before, told.after, due(office)) == ("Lakeshore", _FRIDAY, _TUESDAY, [date(2026, 11, 19)])
    before = office.clock.at
    dated(office, "n1", _FRIDAY)
    assert due(office) == [date(2026, 11, 26)]
    known = office.state("Lakeshore", known_at=before).open_steps
    assert [step.due for step in known] == [date(2026, 11, 19)]
    assert office.texts("Lakeshore") == {"n1": _NOTE}
    assert all(kept == computed for kept, computed in office.summaries())


def test_of_two_notes_the_later_call_counts_whichever_was_written_first(office: Office) -> None:
    office.log("Lakeshore", "n1", "Dana Ruiz, CFO, supports it.", _TUESDAY)
    office.log("Lakeshore", "n2", "Dana Ruiz is opposed to it now, a hard no.", _FRIDAY)
    dated(office, "n2", _MONDAY)
    [dana] = office.state("Lakeshore").people
    assert dana.stance is Stance.SUPPORTIVE


def test_what_was_set_right_in_a_note_holds_of_it_on_a_later_day_too(office: Office) -> None:
    office.log("Lakeshore", "n1", "Dana Ruiz, CFO, is opposed to it, a hard no.", _MONDAY)
    correct(office.desk, office.who, "n1", ["Dana Ruiz.stance=supportive"])
    dated(office, "n1", _FRIDAY)
    [dana] = office.state("Lakeshore").people
    assert dana.stance is Stance.SUPPORTIVE


def test_logging_the_same_words_again_keeps_the_day_that_was_set_right(office: Office) -> None:
    office.log("Lakeshore", "n1", _NOTE, _FRIDAY)
    dated(office, "n1", _TUESDAY)
    assert office.log("Lakeshore", "n1", _NOTE, _FRIDAY).duplicate
    assert due(office) == [date(2026, 11, 19)]


def test_a_day_to_come_the_same_day_and_a_note_that_is_not_there_change_nothing(office: Office) -> None:
    office.log("Lakeshore", "n1", _NOTE, _FRIDAY)
    with pytest.raises(BadInput, match="still to come"):
        dated(office, "n1", date(2026, 12, 1))
    with pytest.raises(BadInput, match="call of Fri 20 Nov already"):
        dated(office, "n1", _FRIDAY)
    with pytest.raises(UnknownNote):
        dated(office, "n2", _MONDAY)
    undo_note(office.desk, office.who, "n1")
    with pytest.raises(BadInput, match="taken back"):
        dated(office, "n1", _MONDAY)
