"""Feasts of several calendars against published dates."""

from datetime import date

import pytest

from dealbot.domain.when import due

PUBLISHED = """
New Year's Day 2026 | 2026-01-01
MLK day 2026 | 2026-01-19
Presidents' Day 2026 | 2026-02-16
Mardi Gras 2026 | 2026-02-17
St. Patrick's Day 2026 | 2026-03-17
Good Friday 2026 | 2026-04-03
Easter 2026 | 2026-04-05
Easter 2019 | 2019-04-21
Easter 2000 | 2000-04-23
Orthodox Easter 2026 | 2026-04-12
Orthodox Easter 2024 | 2024-05-05
Ascension Day 2026 | 2026-05-14
Mother's Day 2026 | 2026-05-10
Memorial Day 2026 | 2026-05-25
Juneteenth 2026 | 2026-06-19
Independence Day 2026 | 2026-07-04
Labor Day 2026 | 2026-09-07
Columbus Day 2026 | 2026-10-12
Election Day 2026 | 2026-11-03
Thanksgiving 2026 | 2026-11-26
Black Friday 2026 | 2026-11-27
Cyber Monday 2026 | 2026-11-30
Christmas Eve 2026 | 2026-12-24
Boss's Day 2027 | 2027-10-15
Victoria Day 2026 | 2026-05-18
Purim 2026 | 2026-03-02
Passover 2026 | 2026-04-09
Rosh Hashanah 2026 | 2026-09-13
Yom Kippur 2026 | 2026-09-20
Hanukkah 2026 | 2026-12-11
Tu BiShvat 2024 | 2024-01-24
Tisha B'Av 2025 | 2025-08-02
Tisha B'Av 2026 | 2026-07-22
Lantern Festival 2026 | 2026-03-03
Jumu'atul Wida 2025 | 2025-03-28
Onam 2025 | 2025-09-05
Parsi New Year 2025 | 2025-08-15
Chinese New Year 2026 | 2026-02-17
Chinese New Year 2033 | 2033-01-31
Lunar New Year 2024 | 2024-02-10
Mid-Autumn Festival 2026 | 2026-09-25
Eid al-Fitr 2025 | 2025-03-30
Eid al-Adha 2024 | 2024-06-16
Islamic New Year 2026 | 2026-06-16
Diwali 2024 | 2024-10-31
Diwali 2026 | 2026-11-08
Holi 2025 | 2025-03-14
Ganesh Chaturthi 2026 | 2026-09-14
Raksha Bandhan 2026 | 2026-08-28
Dussehra 2026 | 2026-10-20
Maha Shivaratri 2026 | 2026-02-15
Makar Sankranti 2026 | 2026-01-14
Guru Nanak Jayanti 2026 | 2026-11-24
Nowruz 2026 | 2026-03-21
Lent 2026 | 2026-04-04
"""


@pytest.mark.parametrize("row", PUBLISHED.strip().splitlines())
def test_last_day_of_a_feast(row: str) -> None:
    """By rule and not by table; Jewish single days count from their eve."""
    name, published = (cell.strip() for cell in row.split("|"))
    found = due(f"done by {name}", date(1999, 1, 1))
    assert found is not None
    assert found.end == date.fromisoformat(published)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Thanksgiving of next year", "2027-11-25"),
        ("Christmas in two years", "2028-12-25"),
        ("last Christmas", None),
        ("next Easter", "2026-04-05"),
        ("the third Tuesday after Christmas", "2027-01-12"),
        ("the week of Thanksgiving", "2026-11-27"),
    ],
)
def test_a_feast_of_another_year(phrase: str, expected: str | None) -> None:
    """Counted from the day of the note."""
    found = due(f"revisit {phrase}", date(2026, 3, 10))
    assert (found.end if found else None) == (date.fromisoformat(expected) if expected else None)
