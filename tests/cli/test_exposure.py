"""What the commands show and set of an account's exposure to reimbursement."""

import pytest

from tests.cli.running import Program


@pytest.fixture
def lakeshore(dealbot: Program) -> Program:
    """A deal of which a note tells its payer mix."""
    dealbot.log(text="Dana Ruiz, CFO: our payer mix is 45% Medicare and 20% Medicaid.", name="n1", on="2026-03-02")
    return dealbot


def set_on(dealbot: Program, day: str, *pairs: str, source: str = "CFO call") -> str:
    return dealbot("exposure", "set", "Lakeshore", *pairs, "--on", day, "--source", source).out


def test_what_is_set_is_shown_with_its_day_and_source_beside_what_notes_tell(lakeshore: Program) -> None:
    said = set_on(lakeshore, "2026-03-12", "outpatient=55", "states=Texas, OK", "risk_contracts=none", "340b=no")
    assert said.splitlines() == [
        "Changed, Lakeshore",
        "• Sites and programs: outpatient 55%, OK, TX, not 340B (CFO call, 12 Mar)",
        "• Risk contracts: none (CFO call, 12 Mar)",
    ]
    shown = lakeshore("exposure", "show", "Lakeshore").out.splitlines()
    assert shown[0] == "Exposure to reimbursement at Lakeshore"
    assert "Medicare 45%, Medicaid 20%" in shown[1]
    assert shown[3] == "• Risk contracts: none (CFO call, 12 Mar)"


def test_the_record_is_told_as_data(lakeshore: Program) -> None:
    set_on(lakeshore, "2026-03-12", "commercial=53", "states=TX, OK", "self_insured=no")
    record = lakeshore("exposure", "show", "Lakeshore", "--json").json
    assert {key: known["value"] for key, known in record["known"].items()} == {
        "medicare_ffs": 45,
        "medicaid": 20,
        "commercial": 53,
        "self_insured": False,
        "states": ["OK", "TX"],
    }
    commercial, medicare = record["known"]["commercial"], record["known"]["medicare_ffs"]
    assert (commercial["on"], commercial["source"]) == ("2026-03-12", "CFO call")
    assert (medicare["on"], medicare["evidence"]["note"]) == ("2026-03-02", "n1")
    assert record["too_much"] == {"payer_mix": 118}
    assert "ffs_share" in record["unknown"]


def test_a_later_word_counts_and_an_earlier_day_is_asked_for(lakeshore: Program) -> None:
    set_on(lakeshore, "2026-03-12", "medicare_ffs=48")
    set_on(lakeshore, "2026-02-01", "medicare_ffs=40")
    shown = {
        day: lakeshore("exposure", "show", "Lakeshore", "--as-of", day, "--json").json["known"]["medicare_ffs"]["value"]
        for day in ("2026-02-02", "2026-03-03", "2026-03-14")
    }
    assert shown == {"2026-02-02": 40, "2026-03-03": 45, "2026-03-14": 48}


def test_what_is_set_for_a_day_before_a_later_word_is_kept_and_the_later_word_is_told(lakeshore: Program) -> None:
    set_on(lakeshore, "2026-03-10", "states=OK")
    set_on(lakeshore, "2026-03-12", "medicare_ffs=50", "states=unknown")
    assert set_on(lakeshore, "2026-03-01", "medicare_ffs=30").splitlines() == [
        "Kept, Lakeshore",
        "• Kept for 1 Mar; a later word holds: Medicare 50% (CFO call, 12 Mar)",
    ]
    assert set_on(lakeshore, "2026-03-01", "states=TX", "teaching=yes").splitlines() == [
        "Changed, Lakeshore",
        "• Kept for 1 Mar; a later word says that it is not known: states",
        "• Sites and programs: teaching (CFO call, 1 Mar)",
    ]


def test_the_same_setting_twice_is_one(lakeshore: Program) -> None:
    set_on(lakeshore, "2026-03-12", "medicare_ffs=48")
    assert set_on(lakeshore, "2026-03-12", "medicare_ffs=48") == "Kept for Lakeshore: it was so already.\n"


def test_unknown_takes_back_what_was_known(lakeshore: Program) -> None:
    assert "Payer mix: Medicaid 20%" in set_on(lakeshore, "2026-03-12", "medicare_ffs=unknown")


@pytest.mark.parametrize(
    ("pair", "sentence"),
    [
        ("medicare_ffs=145", "medicare_ffs takes a share from 0 to 100 percent, or unknown; not '145'"),
        ("self_insured=partly", "self_insured takes yes or no"),
        ("risk_contracts=foo", "risk_contracts takes some of mssp, aco_reach, bpci, commercial, or none"),
        ("states=Narnia", "states takes states such as TX, OK"),
        ("mood=fine", "'mood' is no part of the exposure: there are medicare_ffs,"),
        ("medicaid", "'medicaid' is not KEY=VALUE"),
    ],
)
def test_a_wrong_setting_is_refused_with_the_key_and_what_it_takes(
    lakeshore: Program, pair: str, sentence: str
) -> None:
    assert sentence in lakeshore("exposure", "set", "Lakeshore", pair).sentence


def test_a_day_to_come_and_an_unknown_deal_are_refused(lakeshore: Program) -> None:
    assert "is to come" in lakeshore("exposure", "set", "Lakeshore", "medicaid=1", "--on", "2199-01-01").sentence
    assert "Did you mean Lakeshore?" in lakeshore("exposure", "set", "Lakeshor", "medicaid=1").sentence


def test_it_can_be_set_as_any_correction_too(lakeshore: Program) -> None:
    assert "Payer mix" in lakeshore("correct", "Lakeshore", "medicaid.exposure=22").out
    assert "is no part of the exposure" in lakeshore("correct", "Lakeshore", "mood.exposure=22").sentence
    assert "medicaid takes a share" in lakeshore("correct", "Lakeshore", "medicaid.exposure=lots").sentence
