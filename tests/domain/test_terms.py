"""The money of a deal: the latest word counts for each part, and what changed is told."""

from dealbot.domain.changes import ChangeKind, changes_between
from dealbot.domain.observation import Observation
from dealbot.domain.record import Call
from tests.domain.builders import DEAL, a_correction, a_person, a_state, said


def money(field: str, value: str, on: str) -> Observation:
    return said(a_correction(field, value), on, note=DEAL)


AMOUNT = money("amount", "2400000", "03-10")
CALL = money("call", "best_case", "03-11")


def test_nothing_is_known_of_the_money_until_somebody_sets_it() -> None:
    told = a_state(said(a_person("Dana Ruiz"))).terms
    assert (told.amount, told.quarter, told.call, told.sources) == (None, None, None, ())


def test_the_latest_word_counts_for_each_part() -> None:
    told = a_state(money("call", "commit", "05-02"), money("quarter", "2027-Q2", "03-12"), CALL, AMOUNT).terms
    assert (told.amount, told.quarter, told.call) == (2_400_000, "2027-Q2", Call.COMMIT)
    assert [evidence.on.month for evidence in told.sources] == [3, 5, 3]


def test_on_a_day_the_money_is_as_it_was_set_by_then() -> None:
    assert a_state(AMOUNT, money("amount", "3000000", "06-01"), on="05-31").terms.amount == 2_400_000


def test_what_changed_of_the_money_is_told() -> None:
    before, after = a_state(AMOUNT), a_state(AMOUNT, CALL, money("amount", "3000000", "06-01"))
    assert [(change.what, change.before, change.after) for change in changes_between(before, after)] == [
        (ChangeKind.MONEY, "amount: 2400000", "amount: 3000000"),
        (ChangeKind.MONEY, None, "call: best_case"),
    ]
