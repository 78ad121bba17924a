"""Money, endings and owners in the ledger: set, taken back, kept in the deal's row and its summary."""

from dataclasses import replace
from datetime import date

import pytest

from dealbot.app.correct import correct, take_back
from dealbot.app.desk import the_deal
from dealbot.app.manage_deals import end_deal, list_deals, merge_deals, set_deal
from dealbot.app.pipeline.load import pipeline_as_of, pipeline_today, take_snapshot
from dealbot.app.reassign import reassign
from dealbot.domain.principal import LOCAL_WORKSPACE, Principal, Role, User
from dealbot.domain.record import Call, DealRecord, Outcome
from dealbot.errors import BadInput, NotAllowed, UnknownDeal
from tests.app.ledger.writing import TODAY, Office

NOTE = "Met Dana Ruiz, CFO: she likes it. I send the ROI model by Friday."
PRIYA = Principal(LOCAL_WORKSPACE, "priya", "Priya Nair", frozenset({Role.AE}))
SAM = Principal(LOCAL_WORKSPACE, "sam", "Sam Okafor", frozenset({Role.AE}))


def record(office: Office, name: str = "Lakeshore") -> DealRecord:
    with office.desk.reading(office.who) as books:
        return the_deal(books.deals, name)


def test_money_set_by_hand_is_in_the_state_the_row_and_the_pipeline(office: Office) -> None:
    office.log("Lakeshore", "n1", NOTE)
    set_deal(office.desk, office.who, "Lakeshore", ["amount=2.4M", "quarter=2027-Q2", "call=best case"])
    correct(office.desk, office.who, "n1", ["call=commit"])

    assert office.state("Lakeshore").terms.call is Call.COMMIT
    assert (record(office).amount, record(office).call) == (2_400_000, Call.COMMIT)
    assert [row.deal.quarter for row in pipeline_today(office.desk, office.who).rows] == ["2027-Q2"]
    assert all(kept == replayed for kept, replayed in office.summaries())


def test_what_is_taken_back_is_as_it_was_before(office: Office) -> None:
    office.log("Lakeshore", "n1", NOTE)
    set_deal(office.desk, office.who, "Lakeshore", ["amount=2M"])
    changed = correct(office.desk, office.who, "Lakeshore", ["amount=3M", "outcome=paused budget.freeze"])
    assert (record(office).amount, record(office).outcome) == (3_000_000, Outcome.PAUSED)

    take_back(office.desk, office.who, "Lakeshore", changed.keys)
    assert (record(office).amount, record(office).outcome, record(office).cause) == (2_000_000, None, None)


def test_money_set_beside_a_note_stays_with_the_deal_when_the_note_moves(office: Office) -> None:
    office.log("Lakeshore", "n1", NOTE)
    correct(office.desk, office.who, "n1", ["amount=2M"])
    with office.desk.writing(office.who) as books:
        mercy = books.deals.add("Mercy", office.desk.now())
        books.notes.place(books.notes.get("n1").key, mercy.id, office.desk.now())

    assert office.state("Lakeshore").terms.amount == 2_000_000
    assert office.state("Mercy").terms.amount is None


def test_a_paused_deal_taken_up_again_tells_how_long_it_rested(office: Office) -> None:
    office.log("Lakeshore", "n1", NOTE, date(2026, 6, 1))
    end_deal(office.desk, office.who, "Lakeshore", "paused reimbursement.cms until 2026-10-01", date(2026, 7, 14))
    end_deal(office.desk, office.who, "Lakeshore", "open", date(2026, 10, 14))

    (row,) = pipeline_today(office.desk, office.who).rows
    assert (row.paused_days, row.ending) == (92, None)
    with office.desk.reading(office.who) as books:
        (then,) = pipeline_as_of(books, TODAY, date(2026, 8, 14)).paused
    assert (then.paused_days, then.deal.outcome) == (31, Outcome.PAUSED)


def test_of_two_deals_made_one_the_latest_word_on_the_money_counts(office: Office) -> None:
    office.log("Lakeshore", "n1", NOTE)
    office.log("LSH", "n2", NOTE)
    set_deal(office.desk, office.who, "Lakeshore", ["amount=1M"])
    set_deal(office.desk, office.who, "LSH", ["amount=2M"])

    assert merge_deals(office.desk, office.who, "Lakeshore", "LSH").amount == 2_000_000
    assert office.state("Lakeshore").terms.amount == 2_000_000


def test_nothing_ends_on_a_day_to_come(office: Office) -> None:
    office.log("Lakeshore", "n1", NOTE)
    with pytest.raises(BadInput, match="still to come"):
        end_deal(office.desk, office.who, "Lakeshore", "won", date(2026, 12, 24))


def test_a_summary_is_worked_out_again_once_a_promise_is_late(office: Office) -> None:
    office.log("Lakeshore", "n1", NOTE, date(2026, 11, 20))
    later = replace(office.desk, today=lambda: date(2026, 11, 28))

    assert [summary["late"] for _, summary in list_deals(office.desk, office.who)] == [0]
    assert [summary["late"] for _, summary in list_deals(later, office.who)] == [1]


def test_the_week_is_kept_once_and_compared_with_the_next(office: Office) -> None:
    office.log("Lakeshore", "n1", NOTE)
    assert take_snapshot(office.desk, office.who) == (date(2026, 11, 16), 1)
    assert take_snapshot(office.desk, office.who) == (date(2026, 11, 16), 0)
    assert pipeline_today(office.desk, office.who).since is None

    office.log("Lakeshore", "n2", "Dana Ruiz, CFO, is opposed to it now.", date(2026, 11, 20))
    next_week = replace(office.desk, today=lambda: date(2026, 11, 24))
    (move,) = pipeline_today(next_week, office.who).moves
    assert (move.up, move.parts[0]) == (False, ("yes", "1 of 7", "0 of 7"))


@pytest.fixture
def team(office: Office) -> Office:
    with office.desk.writing(office.who) as books:
        for who in (PRIYA, SAM):
            books.users.add(User(who.user, who.name, who.roles, "central"))
        books.deals.add("Lakeshore", office.desk.now(), owner="priya")
    office.by(PRIYA).log("Lakeshore", "n1", NOTE)
    return office


def test_a_deal_given_away_takes_its_promises_along_and_ends_the_access_of_who_had_it(team: Office) -> None:
    handed = reassign(team.desk, PRIYA, "Lakeshore", "Sam Okafor")

    assert (handed.deal.owner, handed.before, len(handed.moved)) == ("sam", "Priya Nair", 1)
    assert {step.owner for step in team.by(SAM).state("Lakeshore").open_steps} == {"Sam Okafor"}
    with pytest.raises(UnknownDeal):
        team.by(PRIYA).state("Lakeshore")
    assert "Lakeshore is Sam Okafor's now, from Priya Nair" in handed.brief
    assert "You owe 1 promise: " in handed.brief
    assert "Yes: Dana Ruiz, CFO" in handed.brief


def test_only_who_owns_or_manages_a_deal_gives_it_away(team: Office) -> None:
    with team.desk.writing(team.who) as books:
        books.deals.join(the_deal(books.deals, "Lakeshore").id, "sam")
    with pytest.raises(NotAllowed, match="Only whoever owns Lakeshore"):
        reassign(team.desk, SAM, "Lakeshore", "sam")


def test_a_deal_is_not_given_to_who_has_it(team: Office) -> None:
    with pytest.raises(BadInput, match="is Priya Nair's already"):
        reassign(team.desk, team.who, "Lakeshore", "priya")
