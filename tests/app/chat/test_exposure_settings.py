"""What a message sets of the exposure, of one deal or a line for each; anything more is a note, a question or talk."""

from datetime import date
from time import process_time

import pytest

from dealbot.app.chat.settings.exposure import Exposed, Table, exposures_in
from dealbot.app.deal_names import DealName

DEALS = (DealName("Lakeshore", ("LH",)), DealName("Mercy General"), DealName("Mercy Valley"), DealName("Norton"))
ON = date(2026, 11, 23)


def said(text: str) -> Table | None:
    return exposures_in(text, DEALS, ON)


def row(text: str) -> Exposed:
    table = said(text)
    assert table is not None
    assert table.refused == ()
    (found,) = table.rows
    return found


def pairs(text: str) -> dict[str, str]:
    return {key.value: value for key, value in row(text).pairs}


@pytest.mark.parametrize(
    ("text", "set_to"),
    [
        ("Lakeshore exposure: medicare_ffs 45, outpatient 55", {"medicare_ffs": "45", "outpatient_share": "55"}),
        ("payer mix at Lakeshore is 45% Medicare, 20% Medicaid", {"medicare_ffs": "45", "medicaid": "20"}),
        ("LH's payer mix is about 45% Medicare and 20% Medicaid", {"medicare_ffs": "about 45", "medicaid": "20"}),
        ("set Lakeshore exposure to ffs=70; vbc=30", {"ffs_share": "70", "vbc_share": "30"}),
        ("Lakeshore: Medicare Advantage 18%, self-pay 3", {"medicare_advantage": "18", "self_pay": "3"}),
        (
            "Lakeshore exposure: risk contracts mssp, bpci, states TX and OK",
            {"risk_contracts": "bpci, mssp", "states": "OK, TX"},
        ),
        (
            "Lakeshore exposure: not self-insured, 340B, no teaching",
            {"self_insured": "no", "program_340b": "yes", "teaching": "no"},
        ),
        (
            "Lakeshore exposure: medicaid unknown, risk contracts none",
            {"medicaid": "unknown", "risk_contracts": "none"},
        ),
        ("Lakeshore exposure: medicaid 20 (CFO call)", {"medicaid": "20; source CFO call"}),
        ("Lakeshore exposure: medicaid 20, source annual report", {"medicaid": "20; source annual report"}),
        ("Lakeshore exposure: medicare ?, medicaid 20", {"medicaid": "20"}),
    ],
)
def test_the_exposure_of_a_deal_is_set_in_plain_words(text: str, set_to: dict[str, str]) -> None:
    assert pairs(text) == set_to
    assert row(text).deals == ("Lakeshore",)
    assert row(text).on == ON


def test_a_day_may_be_named_and_a_deal_may_be_left_out() -> None:
    assert row("exposure: medicaid 20 as of 30 June").on == date(2026, 6, 30)
    assert row("exposure: medicaid 20").deals == ()
    assert row("Mercy exposure: medicaid 20").deals == ("Mercy General", "Mercy Valley")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "what is Lakeshore's exposure?",
        "Lakeshore: medicare 45?",
        "Lakeshore: 45% Medicare, Dana likes it",
        "Lakeshore: met Dana, CFO. They are 45% Medicare",
        "Lakeshore: teaching",
        "payer mix at Lakeshore is a worry",
        "payer mix at Lakeshore is 145% Medicare",
        "Dana likes it\nNorton: 30% medicaid",
        "Lakeshore: 30% medicaid\nNorton: Dana likes it",
        "Exposure is what worries Dana\nand Raj too",
        "Exposure: medicaid 20\n" * 400,
        "Exposure\n" + "Lakeshore: medicaid 20\n" * 2000,
        "Lakeshore exposure: " + ", ".join(["medicaid 20"] * 400),
        "Lakeshore: no commercial",
        "Lakeshore: no commercial\nNorton: no Medicaid",
    ],
)
def test_what_says_more_is_not_a_setting(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Lakeshore exposure: medicare_ffs 145", "medicare_ffs takes a share from 0 to 100 percent"),
        ("Lakeshore exposure: medicaid 20, as of whenever", "'as of whenever' is no part"),
        ("Lakeshore exposure: mood 3", "'mood 3' is no part of the exposure"),
        ("Lakeshore exposure: states Narnia", "states takes states such as TX, OK"),
    ],
)
def test_a_slip_is_told_where_the_exposure_is_named(text: str, sentence: str) -> None:
    table = said(text)
    assert table is not None
    assert table.rows == ()
    assert sentence in table.refused[0]


def test_a_table_is_a_line_for_each_deal() -> None:
    table = said("• Lakeshore: medicare_ffs 45, medicaid 20\n• Norton: 30% Medicaid\n• Mercy Valley: medicaid __")
    assert table is not None
    assert [(each.deals, len(each.pairs)) for each in table.rows] == [(("Lakeshore",), 2), (("Norton",), 1)]


def test_that_there_is_none_of_a_share_is_said_of_the_exposure() -> None:
    assert pairs("Lakeshore exposure: no commercial") == {"commercial": "0"}
    assert pairs("Lakeshore payer mix: no commercial, medicaid 20") == {"commercial": "0", "medicaid": "20"}


def test_of_a_row_what_can_be_read_is_set_and_what_cannot_is_told() -> None:
    table = said(
        "Exposure\nLakeshore: Medicare 45, in the model area ?, mood 3, medicaid 300\nNorton: in the model area yes"
    )
    assert table is not None
    assert [(each.deals, dict(each.pairs)) for each in table.rows] == [(("Lakeshore",), {"medicare_ffs": "45"})]
    lakeshore, norton = table.refused
    assert lakeshore.startswith("Lakeshore: 'mood 3' is no part of the exposure")
    assert "medicaid takes a share from 0 to 100 percent" in lakeshore
    assert norton.startswith("Norton: 'in the model area yes' is no part of the exposure")


def test_a_long_table_is_read_as_one_in_step_with_its_length() -> None:
    """Four times the lines take four times as long, and not sixteen times."""
    line = "Lakeshore: Medicare 45, settings outpatient, fee for service 80, outpatient 55, Medicaid ?, commercial ?\n"
    table = said("Exposure\n" + line * 380)
    assert table is not None
    assert len(table.rows) == 380
    assert min(_seconds(line * 320) for _ in range(2)) < 8 * min(_seconds(line * 80) for _ in range(3))


def _seconds(text: str) -> float:
    began = process_time()
    said(f"Exposure\n{text}")
    return process_time() - began


def test_below_a_title_what_cannot_be_set_is_told_and_the_rest_is_set() -> None:
    table = said(
        "Exposure:\nLakeshore: medicare_ffs 45\nNorton: medicaid 300\nWhitcombe: medicaid 3\nMercy: medicaid 3\nnobody"
    )
    assert table is not None
    assert [each.deals for each in table.rows] == [("Lakeshore",)]
    assert [sentence.partition(":")[0].partition(".")[0] for sentence in table.refused] == [
        "Norton",
        "There is no deal called 'Whitcombe'",
        "Which deal",
        "There is no deal called 'nobody'",
    ]
