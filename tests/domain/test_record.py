"""What is set about a deal."""

from datetime import date

import pytest

from dealbot.domain.record import DealRecord


@pytest.mark.parametrize(
    ("quarter", "fiscal_start", "day"),
    [
        ("2027-Q2", 1, date(2027, 6, 30)),
        ("2027-Q1", 7, date(2026, 9, 30)),
        ("2027-Q4", 10, date(2027, 9, 30)),
        (None, 1, None),
    ],
)
def test_the_target_is_the_last_day_of_its_fiscal_quarter(
    quarter: str | None, fiscal_start: int, day: date | None
) -> None:
    assert DealRecord(1, "Lakeshore", "Lakeshore", quarter=quarter, fiscal_start=fiscal_start).target_on == day
