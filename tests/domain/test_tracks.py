"""The tracks of a contract out of what notes tell and people set."""

from datetime import date

import pytest

from dealbot.domain.contract import KnownTrack, TrackKind, TrackState
from dealbot.domain.deal import DealState
from dealbot.domain.observation import Observation
from dealbot.domain.stakeholder import Function
from dealbot.domain.track_words import kind_of
from tests.domain.builders import a_correction, a_person, a_signal, a_state, said


def told(words: str, on: str = "03-16", author: str = "Priya Nair", kind: str = "contract") -> Observation:
    return said(a_signal(kind, words), on, author)


def set_by_hand(field: str, value: str, of: str, on: str = "03-20") -> Observation:
    return said(a_correction(field, value, of), on, note="")


def track(state: DealState, kind: TrackKind) -> KnownTrack:
    return next(each for each in state.tracks if each.kind is kind)


def states(*observations: Observation) -> dict[str, str]:
    return {each.kind.value: each.state.value for each in a_state(*observations).tracks}


@pytest.mark.parametrize(
    ("words", "kind", "state"),
    [
        ("The BAA came back countersigned, no fuss at all", "baa", "agreed"),
        ("their counsel is still sitting on the b a a", "baa", "under_way"),
        ("redlines sent 10/8", "vendor_agreement", "under_way"),
        ("pruett won't move on our liability cap", "liability", "under_way"),
        ("payment terms agreed, net 60", "price_payment", "agreed"),
        ("data residency: they want everything in state", "data_governance", "under_way"),
        ("SOW is with their legal", "implementation", "under_way"),
        ("Marcus closed the security review Friday", "security", "agreed"),
    ],
)
def test_a_track_is_how_the_words_tell_it(words: str, kind: str, state: str) -> None:
    assert states(told(words)) == {kind: state}


@pytest.mark.parametrize("words", ["once the BAA is signed we start", "we will send the BAA next week", "BAA next"])
def test_what_is_planned_or_supposed_moves_no_track(words: str) -> None:
    assert states(told(words)) == {}


def test_the_track_that_a_text_names() -> None:
    assert kind_of("the BAA is signed") is TrackKind.BAA
    assert kind_of("thanks, great") is None


def test_one_clause_may_tell_of_two_tracks() -> None:
    words = "Vendor agreement: theirs, 62 pages, breach liability has no cap, wants a $10M cyber rider from us"
    state = a_state(told(words))
    agreement, liability = track(state, TrackKind.VENDOR_AGREEMENT), track(state, TrackKind.LIABILITY)
    assert (agreement.theirs, agreement.pages, agreement.state) == (True, 62, TrackState.NOT_STARTED)
    assert liability.clause is not None
    assert liability.state is TrackState.UNDER_WAY


def test_a_yes_with_a_demand_is_no_yes() -> None:
    assert states(told("BAA accepted but he insists on uncapped breach liability"))["liability"] == "under_way"
    assert states(told("BAA signed, they want a new BAA rider")) == {"baa": "under_way", "liability": "under_way"}


def test_security_is_a_track_of_its_own() -> None:
    assert states(told("212 line questionnaire came in", kind="security_requirement")) == {"security": "under_way"}
    assert states(told("Raj signed off", kind="security_requirement")) == {"security": "agreed"}
    assert states(told("no CISO, an outside firm handles it", kind="security_requirement")) == {}


def test_whose_paper_it_is() -> None:
    assert track(a_state(told("our standard MSA")), TrackKind.VENDOR_AGREEMENT).theirs is False
    state = a_state(told("our template is a no, their paper or nothing"))
    assert track(state, TrackKind.VENDOR_AGREEMENT).theirs is True


def test_the_counterpart_is_whom_the_words_name() -> None:
    tori = said(a_person("Tori Blanchard", "contracts manager", function=Function.LEGAL), "03-16")
    state = a_state(tori, told("redlines to Tori on Friday, she has the agreement"))
    assert track(state, TrackKind.VENDOR_AGREEMENT).counterpart == "Tori Blanchard"
    assert track(a_state(told("MSA is with their outside counsel")), TrackKind.VENDOR_AGREEMENT).counterpart == (
        "their outside counsel"
    )


def test_what_is_agreed_stays_agreed_until_more_is_asked_for() -> None:
    signed = told("BAA signed")
    assert states(signed, told("BAA came back from legal", "03-20")) == {"baa": "agreed"}
    assert states(signed, told("they want the BAA changed", "03-20")) == {"baa": "under_way"}


def test_of_two_writers_of_one_day_the_worse_counts() -> None:
    one, other = told("BAA signed"), told("they refuse our BAA", author="Sam Okafor")
    assert states(one, other) == states(other, one) == {"baa": "under_way"}


def test_a_track_under_way_knows_since_when_and_its_last_movement() -> None:
    state = a_state(told("BAA sent to their legal", "02-02"), told("they want the BAA changed", "03-20"))
    baa = track(state, TrackKind.BAA)
    assert (baa.since, baa.started_on, baa.moved_on) == (date(2026, 2, 2), date(2026, 2, 2), date(2026, 3, 20))
    assert baa.track.started_on == date(2026, 2, 2)


def test_what_a_person_sets_counts_until_something_later_is_told() -> None:
    by_hand = set_by_hand("track", "agreed 2026-03-18", "baa")
    assert states(told("they refuse our BAA"), by_hand) == {"baa": "agreed"}
    assert track(a_state(by_hand), TrackKind.BAA).since == date(2026, 3, 18)
    assert states(by_hand, told("they refuse our BAA", "03-25")) == {"baa": "under_way"}


def test_counterpart_and_open_clause_are_set_by_hand() -> None:
    asked = told("they want the BAA changed")
    named = set_by_hand("counterpart", "Tori Blanchard", "baa")
    clause = set_by_hand("clause", "breach notice in 24 hours", "baa")
    baa = track(a_state(asked, named, clause), TrackKind.BAA)
    assert (baa.counterpart, baa.clause and baa.clause.quote) == ("Tori Blanchard", "set right")
    assert track(a_state(asked, set_by_hand("clause", "none", "baa")), TrackKind.BAA).clause is None
