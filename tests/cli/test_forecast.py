import json
from typing import Any

from tests.cli.running import NOTE, Program

ON = ("--deal", "Lakeshore", "--on", "2026-03-10", "--author", "Priya Nair")
AS_OF = ("--as-of", "2026-03-20", "--json")
ENOUGH = (
    "Met Dana Ruiz, CFO: she is concerned about the price. Raj Patel, CIO, is on board. "
    "Amelia Lee, CMO, is our champion and fully supports it. Ana Gomez, CNO, supports it too."
)
NONE: dict[str, Any] = {
    "enough_evidence": False,
    "likelihood": None,
    "p10": None,
    "p50": None,
    "p90": None,
    "critical_path": [],
    "drivers": [],
}


def test_with_few_of_those_who_must_say_yes_heard_there_is_no_forecast(dealbot: Program) -> None:
    dealbot("log", *ON, given=NOTE)
    assert dealbot("status", "Lakeshore", *AS_OF).json["forecast"] == NONE


def test_with_enough_of_them_heard_there_is_one_and_the_same_each_time(dealbot: Program) -> None:
    dealbot("log", *ON, given=ENOUGH)
    first, again = (dealbot("status", "Lakeshore", *AS_OF) for _ in range(2))
    found = first.json["forecast"]
    assert first.out == again.out
    assert found["enough_evidence"]
    assert 0 <= found["likelihood"][0] <= found["likelihood"][1] <= 1
    assert "2026-03-20" < found["p10"] < found["p50"]
    assert found["drivers"][0]["text"] == "Dana Ruiz says yes"


def test_half_a_year_later_what_was_heard_is_too_old(dealbot: Program) -> None:
    dealbot("log", *ON, given=ENOUGH)
    assert dealbot("status", "Lakeshore", "--as-of", "2026-10-01", "--json").json["forecast"] == NONE


def test_it_may_be_left_out(dealbot: Program) -> None:
    dealbot("log", *ON, given=ENOUGH)
    assert dealbot("status", "Lakeshore", "--no-forecast", *AS_OF).json["forecast"] == NONE
    line = json.dumps({"id": 1, "deal": "Lakeshore", "as_of": "2026-03-20"})
    (without,) = dealbot("status", "--no-forecast", "--jsonl", "-", given=line).lines
    (told,) = dealbot("status", "--jsonl", "-", given=line).lines
    assert (without["forecast"], told["forecast"]["enough_evidence"]) == (NONE, True)
