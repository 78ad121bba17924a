"""What the timeline of a deal shows, taken from what was said and from the forecast."""

from dealbot.app.answer import Deal
from dealbot.app.deal_path import forecast_of
from dealbot.app.drawing_timeline import timeline_of
from dealbot.pictures.values import Track, TrackKind
from tests.app.deals import SAID, lakeshore
from tests.app.test_outlook import LATE, a_signal, told
from tests.builders import a_day, a_deal


def tracks(deal: Deal) -> dict[str, Track]:
    return {track.label: track for track in timeline_of(deal).tracks}


def test_the_whole_deal_comes_first_with_the_days_of_the_forecast() -> None:
    found, outlook = tracks(lakeshore()), forecast_of(lakeshore()).outlook
    assert outlook is not None
    signed, aligned = list(found.values())[:2]
    assert [signed.label, aligned.label] == ["Signed", "All say yes"]
    assert signed.kind is aligned.kind is TrackKind.WHOLE
    assert aligned.ends is not None
    assert (aligned.ends.p10, aligned.ends.p50) == (outlook.aligned.p10, outlook.aligned.p50)
    assert timeline_of(lakeshore()).basis == "general durations, not your history"


def test_a_late_end_beyond_the_horizon_is_drawn_at_it_and_said() -> None:
    signed = tracks(LATE)["Signed"]
    assert signed.ends is not None
    assert signed.note == "the late end lies beyond three years"
    assert signed.ends.p90 > signed.ends.p50


def test_a_gate_tells_when_it_meets_and_what_its_papers_lack() -> None:
    gate = tracks(lakeshore())["P&T"]
    assert (gate.meets, gate.note) == (a_day("12-08"), "papers due Tue 24 Nov, nobody owns them")
    assert gate.ends is not None


def test_a_gate_nobody_told_of_is_marked_as_usual() -> None:
    assert tracks(lakeshore())["Board"].note == "as usual, nobody told of it"


def test_what_is_passed_is_done_and_no_longer_ahead() -> None:
    passed = told(a_signal("gate", "P&T passed it on 19 Nov"))
    gates = [track for track in timeline_of(passed).tracks if track.label == "P&T"]
    assert [gate.done_on for gate in gates] == [a_day("11-19")]


def test_what_was_sent_back_says_so() -> None:
    note = tracks(told(a_signal("gate", "P&T sent it back with questions on 19 Nov")))["P&T"].note
    assert note is not None
    assert note.endswith("sent back")


def test_contract_tracks_run_since_they_began_or_are_done() -> None:
    found = tracks(LATE)
    assert (found["Security"].done_on, found["Vendor agreement"].ends is not None) == (a_day("07-14"), True)


def test_a_pilot_is_shown_with_its_place_and_what_it_was() -> None:
    running = told(a_signal("pilot", "pilot went live on 4 West on 2 Nov"))
    done = told(a_signal("pilot", "pilot is done on 4 West, they want to go on"))
    for deal in (running, done):
        assert any(label.startswith("Pilot") for label in tracks(deal))


def test_where_too_little_was_heard_only_what_is_known_is_shown() -> None:
    thin = a_deal(*SAID[:3], a_signal("gate", "P&T on 8 Dec"))
    assert timeline_of(thin).basis is None
    assert all(track.ends is None for track in timeline_of(thin).tracks)
    assert tracks(thin)["P&T"].meets == a_day("12-08")
