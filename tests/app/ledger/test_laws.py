"""The laws of the ledger, through the real reader, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealbot.app.correct import correct
from dealbot.app.manage_deals import merge_deals, set_deal
from dealbot.app.place_note import move_note, undo_note
from dealbot.domain.principal import LOCAL_OPERATOR, Principal, Role
from dealbot.playground.demo_deals import DemoNote
from tests.app.ledger.writing import TODAY, Office, demo

pytestmark = pytest.mark.no_cover  # others cover what these go over again and again

DEALS = ("Mercy Valley", "Stony Fork")
_workspaces = count(1)

# Notes that are read otherwise once somebody is known: small letters, surnames alone, curly apostrophes, short names.
TANGLED = (
    ("a", "Met Marcus Webb, CIO, and Lena Ortiz, CMO. Marcus likes it."),
    ("b", "webb called: he is against it now. ortiz’s team is fine with it."),
    ("c", "Bo Li is the new CFO. Li likes it."),
    ("d", "li worries about the price, so does webb."),
    ("e", "quick one with ortiz, she has no budget. Priya will send the plan by Friday."),
    ("f", "Spoke with Kenji. kenji tanaka signs the contract, he is on board."),
    ("g", "Kenji Tanaka, General Counsel, wants our BAA. tanaka is neutral."),
)


def elsewhere(office: Office) -> Office:
    """The same office in a workspace of its own, as good as an empty ledger."""
    return office.by(Principal(f"w{next(_workspaces)}", "operator", "operator", frozenset({Role.ADMIN})))


def tangled(office: Office, names: str) -> Office:
    texts = dict(TANGLED)
    authors = {"b": "Sam Okafor", "d": "Sam Okafor"}
    for name in names:
        day = date(2026, 11, 2 + "abcdefg".index(name))
        office.log("Lakeshore", name, texts[name], day, authors.get(name, "Priya Nair"))
    return office


@pytest.mark.parametrize("name", DEALS)
def test_any_order_of_arrival_gives_the_same_state(office: Office, name: str) -> None:
    deal = demo(name)
    in_order = elsewhere(office)
    in_order.log_demo(deal, deal.notes)
    expected = in_order.state(deal.name), in_order.status(deal.name)

    @settings(max_examples=2, suppress_health_check=list(HealthCheck))
    @given(st.permutations(deal.notes))
    def holds(notes: list[DemoNote]) -> None:
        shuffled = elsewhere(office)
        shuffled.log_demo(deal, notes)
        assert (shuffled.state(deal.name), shuffled.status(deal.name)) == expected

    holds()


def test_any_order_gives_the_same_state_where_notes_lean_on_each_other(office: Office) -> None:
    expected = tangled(elsewhere(office), "abcdefg").state("Lakeshore")
    assert {person.name for person in expected.people} >= {"Marcus Webb", "Lena Ortiz", "Bo Li", "Kenji Tanaka"}

    @settings(max_examples=4, suppress_health_check=list(HealthCheck))
    @given(st.permutations("abcdefg"))
    def holds(names: list[str]) -> None:
        assert tangled(elsewhere(office), "".join(names)).state("Lakeshore") == expected

    holds()


@pytest.mark.parametrize("last", "aceg")
def test_undo_after_log_is_as_before(office: Office, last: str) -> None:
    others = "abcdefg".replace(last, "")
    before = tangled(office, others).status("Lakeshore"), office.state("Lakeshore")
    tangled(office, last)
    assert office.state("Lakeshore") != before[1]

    undo_note(office.desk, office.who, last)

    assert (office.status("Lakeshore"), office.state("Lakeshore")) == before


@pytest.mark.parametrize("moved", "acd")
def test_a_note_moved_is_as_if_it_had_been_logged_there(office: Office, moved: str) -> None:
    right, wrong = elsewhere(office), elsewhere(office)
    expected = tangled(right, "abcdefg").status("Lakeshore")
    tangled(wrong, "abcdefg".replace(moved, ""))
    day = date(2026, 11, 2 + "abcdefg".index(moved))
    author = "Sam Okafor" if moved in "bd" else "Priya Nair"
    wrong.log("Bayview", moved, dict(TANGLED)[moved], day, author)

    move_note(wrong.desk, wrong.who, moved, "Lakeshore")

    assert wrong.status("Lakeshore") == expected
    assert wrong.observations("Bayview") == ()


def test_two_deals_merged_are_as_if_they_had_been_one(office: Office) -> None:
    one, two = elsewhere(office), elsewhere(office)
    expected = tangled(one, "abcdefg").status("Lakeshore")
    tangled(two, "aceg")
    for name in "bdf":
        day = date(2026, 11, 2 + "abcdefg".index(name))
        two.log("Bayview", name, dict(TANGLED)[name], day, "Priya Nair" if name == "f" else "Sam Okafor")

    merge_deals(two.desk, two.who, "Lakeshore", "Bayview")

    assert two.status("Lakeshore") == expected


def test_a_note_edited_is_as_if_it_had_been_written_so(office: Office) -> None:
    right, edited = elsewhere(office), elsewhere(office)
    expected = tangled(right, "abcdefg").status("Lakeshore")
    edited.log("Lakeshore", "a", "Met Marcus Webster and Lena Ortega. Bo Ortiz was there too.", date(2026, 11, 2))
    tangled(edited, "bcdefg")

    tangled(edited, "a")

    assert edited.status("Lakeshore") == expected


def test_the_same_id_and_text_again_changes_nothing(office: Office) -> None:
    tangled(office, "abcdefg")
    before = office.observations("Lakeshore"), office.texts("Lakeshore"), office.summaries()

    again = [office.log("Lakeshore", name, text) for name, text in TANGLED]

    assert all(logged.duplicate and not logged.changes for logged in again)
    assert (office.observations("Lakeshore"), office.texts("Lakeshore"), office.summaries()) == before


ACTS: dict[str, Callable[[Office], object]] = {
    "log": lambda office: tangled(office, "g"),
    "edit": lambda office: office.log("Lakeshore", "a", "Met Lena Ortiz only."),
    "undo": lambda office: undo_note(office.desk, office.who, "a"),
    "move": lambda office: move_note(office.desk, office.who, "a", "Bayview"),
    "merge": lambda office: merge_deals(office.desk, office.who, "Bayview", "Lakeshore"),
    "correct": lambda office: correct(office.desk, office.who, "Lakeshore", ["Marcus Webb.stance=committed"]),
    "introduce": lambda office: correct(office.desk, office.who, "a", ["Paul Price.title=COO"]),
    "fiscal year": lambda office: set_deal(office.desk, office.who, "Lakeshore", ["fiscal_start=7"]),
    "future": lambda office: office.log("Lakeshore", "z", "Marcus Webb is against it.", date(2027, 1, 1)),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_the_summary_is_what_replaying_gives_and_the_old_answer_can_be_told_again(
    office: Office, act: Callable[[Office], object]
) -> None:
    office.log("Bayview", "y", "Met Raj Patel.", date(2026, 11, 1))
    tangled(office, "abcdef")
    then, day, told = office.clock.at, date(2026, 11, 20), office.status("Lakeshore", date(2026, 11, 20))

    act(office)

    deal = "Bayview" if act is ACTS["merge"] else "Lakeshore"
    assert all(kept == replayed for kept, replayed in office.summaries())
    assert all(kept for kept, _ in office.summaries())
    if deal == "Lakeshore":
        assert office.status("Lakeshore", day, then) == told


@pytest.mark.parametrize("name", DEALS)
def test_each_days_answer_can_be_told_again_to_the_byte(office: Office, name: str) -> None:
    deal = demo(name)
    told = []
    for note in reversed(deal.notes):
        office.log_demo(deal, [note])
        told.append((note.on, office.clock.at, office.status(deal.name, note.on)))

    assert [office.status(deal.name, on, at) for on, at, _ in told] == [status for _, _, status in told]


@pytest.mark.parametrize("name", DEALS)
def test_every_quote_is_what_the_kept_note_says_there(office: Office, name: str) -> None:
    deal = demo(name)
    office.log_demo(deal, deal.notes)

    texts = office.texts(deal.name)
    spans = [(texts[seen.origin.note], seen.item.span) for seen in office.observations(deal.name)]
    assert len(spans) > 20
    assert all(text[span.start : span.end] == span.quote for text, span in spans)


def test_what_is_said_of_a_day_to_come_counts_from_that_day(office: Office) -> None:
    tangled(office, "a")
    before = office.status("Lakeshore")

    logged = office.log("Lakeshore", "z", "Marcus Webb is against it.", date(2027, 1, 1))

    assert logged.changes == ()
    assert office.status("Lakeshore") == before
    assert office.state("Lakeshore", date(2027, 1, 1)) != replace(office.state("Lakeshore"), as_of=date(2027, 1, 1))


def test_a_correction_holds_against_reading_again_and_not_against_what_is_said_later(office: Office) -> None:
    tangled(office, "ab")
    correct(office.desk, LOCAL_OPERATOR, "b", ["Marcus Webb.stance=supportive"], date(2026, 11, 17))

    tangled(office, "cdefg")
    office.log("Lakeshore", "b", dict(TANGLED)["b"] + " Said twice.", date(2026, 11, 3), "Sam Okafor")
    assert [str(p.stance) for p in office.state("Lakeshore").people if p.name == "Marcus Webb"] == ["supportive"]

    office.log("Lakeshore", "h", "Marcus Webb is against it.", date(2026, 11, 18))
    assert [str(p.stance) for p in office.state("Lakeshore", TODAY).people if p.name == "Marcus Webb"] == ["opposed"]
