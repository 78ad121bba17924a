"""What still looks like a patient after masking keeps a note here; sales talk does not."""

import pytest

from dealbot.reading.residual import Residue, residue_of


@pytest.mark.parametrize(
    ("text", "residue"),
    [
        ("record 5567123 was open", Residue.LONG_NUMBER),
        ("id 4432 118 9921 on file", Residue.LONG_NUMBER),
        ("patient P4 got no alert", Residue.NAMED_PATIENT),
        ("pt named N2b fell", Residue.NAMED_PATIENT),
        ("P3 was a patient there", Residue.NAMED_PATIENT),
        ("patient named jane", Residue.NAMED_PATIENT),
        ("admitted on 3/4 with sepsis", Residue.CARE_DATE),
        ("died Nov 2", Residue.CARE_DATE),
        ("the 3/4/2025 admission", Residue.CARE_DATE),
        ("a 94-year-old", Residue.AGE),
        ("67 yo male on the ward", Residue.AGE),
    ],
)
def test_signs_of_a_patient_are_seen(text: str, residue: Residue) -> None:
    assert residue_of(text) == {residue}


@pytest.mark.parametrize(
    "text",
    [
        "P1 (CMO) cares about patient safety; patients P2 sees wait long",
        "Day of the note: Tuesday, 2026-03-10. 4,200,000 in all, $5000000 budget, 1500000 USD",
        "Medicare 44 21 30 5. 18-24 2026. Discharges 22 a day since 3/1. SOC 2, CPT 99213, 45 CFR 164.312",
        "a 3 year old system, 18-24 month cycle, P3 is a patient advocate",
    ],
)
def test_sales_talk_is_no_patient(text: str) -> None:
    assert residue_of(text) == frozenset()
