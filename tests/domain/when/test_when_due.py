"""Due dates as READING.md defines them, read on Tuesday 10 March 2026."""

from datetime import date

import pytest

from dealbot.domain.when import due

TUESDAY = date(2026, 3, 10)

READING_RULES = """
by Friday | 2026-03-13
Friday | 2026-03-13
Tuesday | 2026-03-17
by Tuesday | 2026-03-17
next Tuesday | 2026-03-17
next Friday | 2026-03-20
next Mon | 2026-03-16
3/10 | 2026-03-10
3/9 | 2027-03-09
March 9 | 2027-03-09
Mar 14 | 2026-03-14
end of week | 2026-03-13
by end of the week | 2026-03-13
EOW | 2026-03-13
next week | 2026-03-20
end of month | 2026-03-31
EOM | 2026-03-31
in March | 2026-03-31
in February | 2027-02-28
Q2 | 2026-06-30
Q1 | 2026-03-31
in two weeks | 2026-03-24
early next month | 2026-04-10
mid-month | 2026-03-15
tomorrow | 2026-03-11
"""
DAYS = """
today | 2026-03-10
tonight | 2026-03-10
this afternoon | 2026-03-10
tmrw | 2026-03-11
tommorow | 2026-03-11
the day after tomorrow | 2026-03-12
thurs | 2026-03-12
Thur. | 2026-03-12
wednsday | 2026-03-11
on wensday | 2026-03-11
firday | 2026-03-13
by satruday | 2026-03-14
on Sat | 2026-03-14
this Friday | 2026-03-13
this coming Friday | 2026-03-13
Friday after next | 2026-03-20
Tuesday week | 2026-03-24
a week from Tuesday | 2026-03-24
Wednesday of next week | 2026-03-18
Thursday next week | 2026-03-19
next week, Tuesday | 2026-03-17
next week on Thursday | 2026-03-19
the following Monday | 2026-03-16
Thursday or Friday | 2026-03-13
Mon-Wed | 2026-03-18
Thurs/Fri | 2026-03-13
Thursday or Friday of next week | 2026-03-20
two Fridays from now | 2026-03-20
"""
TIMES = """
Monday 9am | 2026-03-16
at 3pm tomorrow | 2026-03-11
by close of business Thursday | 2026-03-12
COB Thursday | 2026-03-12
Fri EOD | 2026-03-13
by end of day Wednesday | 2026-03-11
EOD | 2026-03-10
by 5 p.m. Friday | 2026-03-13
Friday at 5 p.m. sharp | 2026-03-13
Friday at noon | 2026-03-13
eight tonight | 2026-03-10
at 8 o'clock on Friday | 2026-03-13
by 17h30 Friday | 2026-03-13
Friday 9-11am (EST) | 2026-03-13
by 5pm | 2026-03-10
by noon | 2026-03-10
first thing Monday | 2026-03-16
Monday morning | 2026-03-16
Tuesday, March 17th at 2:30 PM EST | 2026-03-17
4/25 at 4pm | 2026-04-25
8 a.m. on the 12th | 2026-03-12
between 9 and 11am on Thursday | 2026-03-12
"""
NUMBERED = """
3/14 | 2026-03-14
4/1/26 | 2026-04-01
12/31/2026 | 2026-12-31
2026-04-01 | 2026-04-01
01.04.2027 | 2027-01-04
2026-07 | 2026-07-31
7/2026 | 2026-07-31
14 March 2026 | 2026-03-14
14-Apr-26 | 2026-04-14
March 14, 2027 | 2027-03-14
the 14th of April | 2026-04-14
1 April | 2026-04-01
april 1st | 2026-04-01
the 14th | 2026-03-14
by the 3rd | 2026-04-03
on the first | 2026-04-01
the 1st of the month | 2026-04-01
by the 15th of next month | 2026-04-15
the 31st | 2026-03-31
Friday the 13th | 2026-03-13
Friday, March 13 | 2026-03-13
Fri 3/13 | 2026-03-13
Wed (3/18) | 2026-03-18
Friday 20 Nov | 2026-11-20
Feb 29 | 2028-02-29
March 16-18 | 2026-03-18
13-15 July | 2026-07-15
from the 13th to the 15th of July | 2026-07-15
between March 16 and March 20 | 2026-03-20
"""
PERIODS = """
this week | 2026-03-13
later this week | 2026-03-13
rest of the week | 2026-03-13
within the week | 2026-03-13
early next week | 2026-03-18
mid next week | 2026-03-18
late next week | 2026-03-20
the week after next | 2026-03-27
week of Nov 30 | 2026-12-04
the week of the 16th | 2026-03-20
this weekend | 2026-03-15
this month | 2026-03-31
by month end | 2026-03-31
next month | 2026-04-30
by the end of next month | 2026-04-30
mid-April | 2026-04-15
late April | 2026-04-30
beginning of April | 2026-04-10
second half of May | 2026-05-31
first week of May | 2026-05-08
the last week of March | 2026-03-27
first Monday of April | 2026-04-06
last Friday in April | 2026-04-24
the last business day of the month | 2026-03-31
by May | 2026-05-31
April or May | 2026-05-31
Jan 2027 | 2027-01-31
this quarter | 2026-03-31
next quarter | 2026-06-30
end of Q1 | 2026-03-31
early Q2 | 2026-04-30
2Q26 | 2026-06-30
Q3'26 | 2026-09-30
Q3/Q4 | 2026-12-31
third quarter of 2027 | 2027-09-30
H2 | 2026-12-31
end of the year | 2026-12-31
EOY | 2026-12-31
year-end | 2026-12-31
in 2027 | 2027-12-31
early 2027 | 2027-03-31
early tomorrow | 2026-03-11
mid-April 3 | 2026-04-03
late Q2 | 2026-06-30
late today | 2026-03-10
this summer | 2026-09-22
EOW next week | 2026-03-20
EOM April | 2026-04-30
midweek | 2026-03-11
mid-Q2 | 2026-05-15
midyear | 2026-06-30
yearend | 2026-12-31
first half of April | 2026-04-15
first half of Q2 | 2026-05-15
last month of Q2 | 2026-06-30
second month of Q2 | 2026-05-31
first two weeks of April | 2026-04-14
the last 3 days of April | 2026-04-30
the second to last Friday of April | 2026-04-17
the 3rd business day of April | 2026-04-03
w/c April 6 | 2026-04-10
the week beginning April 6 | 2026-04-10
rest of next week | 2026-03-20
next week to the week after next | 2026-03-27
2026 June | 2026-06-30
2026-Jun-05 | 2026-06-05
2027 Q3 | 2027-09-30
2027Q3 | 2027-09-30
twenty twenty-seven by June 30 | 2026-06-30
June twenty twenty-seven | 2027-06-30
March twenty | 2026-03-20
next April | 2026-04-30
this September | 2026-09-30
upcoming two months | 2026-05-31
two upcoming weeks | 2026-03-27
by the fall | 2026-12-20
this season | 2026-03-19
the weekend | 2026-03-15
"""
DISTANCES = """
in a week | 2026-03-17
in a couple of weeks | 2026-03-24
in 2-3 weeks | 2026-03-31
in a week or two | 2026-03-24
within 10 days | 2026-03-20
w/in 2 weeks | 2026-03-24
in 10 business days | 2026-03-24
within 48 hours | 2026-03-12
in twenty-one days | 2026-03-31
in the next 30 days | 2026-04-09
over the next couple weeks | 2026-03-24
in the next day or two | 2026-03-12
30 days out | 2026-04-09
two weeks from Friday | 2026-03-27
3 weeks from today | 2026-03-31
a month from now | 2026-04-10
in 3 months | 2026-06-10
2 wks | 2026-03-24
f/u 2 weeks | 2026-03-24
next business day | 2026-03-11
in a fortnight | 2026-03-24
in 2-weeks | 2026-03-24
in a week and a half | 2026-03-21
in two and a half months | 2026-05-24
in a year and a half | 2027-09-10
in a day and a half | 2026-03-12
in 2 weeks' time | 2026-03-24
two Fridays out | 2026-03-20
in two years | 2028-03-31
a year from Friday | 2027-03-13
"""
HOLIDAYS = """
before Thanksgiving | 2026-11-26
by Memorial Day | 2026-05-25
the Monday after Easter | 2026-04-06
a week before Christmas | 2026-12-18
the day before Thanksgiving | 2026-11-25
before the holidays | 2026-12-23
by Labor Day | 2026-09-07
right after the new year by January 8 | 2027-01-08
Thanksgiving 2027 | 2027-11-25
Thanksgiving '27 | 2027-11-25
Advent Sunday | 2026-11-29
Administrative Professionals' Day | 2026-04-22
Lantern Festival 2027 | 2027-02-20
Republic Day | 2027-01-26
nurses week | 2026-05-12
King's Day | 2026-04-27
Kwanzaa | 2027-01-01
the Tuesday before Thanksgiving | 2026-11-24
two days before Christmas | 2026-12-23
"""
BEFORE = """
before Friday | 2026-03-13
before next week | 2026-03-13
before April | 2026-03-31
before the end of April | 2026-04-30
before Q3 | 2026-06-30
no later than the 20th | 2026-03-20
on or before March 31 | 2026-03-31
until March 20 | 2026-03-20
"""
EVERY_PHRASE = [
    tuple(cell.strip() for cell in row.split("|"))
    for rows in (READING_RULES, DAYS, TIMES, NUMBERED, PERIODS, DISTANCES, HOLIDAYS, BEFORE)
    for row in rows.strip().splitlines()
]


@pytest.mark.parametrize(("phrase", "last_day"), EVERY_PHRASE)
@pytest.mark.parametrize(
    "sentence", ["{}", "I will send the proposal {}.", "Sam to get Dana the ROI model {}, then call"]
)
def test_the_last_day_of_the_words_is_due(sentence: str, phrase: str, last_day: str) -> None:
    """Alone, at the end of a promise and inside one."""
    found = due(sentence.format(phrase), TUESDAY)
    assert found is not None
    assert found.end == date.fromisoformat(last_day)


@pytest.mark.parametrize(
    ("promise", "last_day"),
    [
        ("Send the Q2 numbers by Friday", "2026-03-13"),
        ("Send Q2 numbers tomorrow", "2026-03-11"),
        ("Get slides to Dana before the March 12 board meeting", "2026-03-12"),
        ("CFO wants the model in hand before the budget locks on June 30", "2026-06-30"),
        ("Priya owes us the BAA redlines, promised for the 20th.", "2026-03-20"),
        ("Raj will send it over by Monday, March 16 at 5 PM ET.", "2026-03-16"),
        ("Met with Dana on Monday, she will send the BAA by Friday", "2026-03-13"),
        ("He said Friday works for the redlines", "2026-03-13"),
        ("Schedule a demo next week, Friday at the latest", "2026-03-20"),
        ("by Wed. Raj will confirm", "2026-03-11"),
        ("Sam: ROI v2, Fri 20 Nov", "2026-11-20"),
        ("Raj delivers the redlines Friday assuming legal signs", "2026-03-13"),
        ("Dana will confirm on the 14th pending approval", "2026-03-14"),
        ("We get the packet Thursday Raj says", "2026-03-12"),
        ("Send the deck March 20 hopefully", "2026-03-20"),
        ("ready in time for the April 8 meeting", "2026-04-08"),
    ],
)
def test_of_several_dates_the_deadline_counts(promise: str, last_day: str) -> None:
    """A firm leading word beats a date that only describes something."""
    found = due(promise, TUESDAY)
    assert found is not None
    assert found.end == date.fromisoformat(last_day)


@pytest.mark.parametrize(
    "promise",
    [
        "Send Dana the ROI model",
        "Follow up once P&T has met",
        "Send the contract 30 days after go-live",
        "Circle back after Thanksgiving",
        "Review the Q2 numbers",
        "Send a recap of Tuesday's call",
        "Sent the deck two weeks ago",
        "We met last Tuesday",
        "They have been frozen since January",
        "Onboarding takes two weeks",
        "Scope a two week pilot",
        "Within 30 days of signing they pay",
        "Nurses chart 5 days a week",
        "We paid on the 3rd",
        "Dana wants version 3.4.26 of it",
        "Meet 2 weeks before the board",
        "Signed in 9999 years or 99 quarters of 9999",
        "Feb 30",
        "in 2 weeks of go-live",
    ],
)
def test_nothing_else_is_due(promise: str) -> None:
    """No date, an event, a measure of time, something over."""
    assert due(promise, TUESDAY) is None


@pytest.mark.parametrize(
    ("on", "phrase", "last_day"),
    [
        ("2026-03-13", "by Friday", "2026-03-20"),
        ("2026-03-13", "EOW", "2026-03-13"),
        ("2026-03-14", "this week", "2026-03-20"),
        ("2026-03-14", "next week", "2026-03-20"),
        ("2026-03-15", "next Tuesday", "2026-03-17"),
        ("2026-03-15", "tomorrow", "2026-03-16"),
        ("2026-03-20", "mid-month", "2026-04-15"),
        ("2026-03-20", "early March", "2027-03-10"),
        ("2026-12-30", "next week", "2027-01-08"),
        ("2026-12-30", "1/5", "2027-01-05"),
        ("2026-12-15", "Q1", "2027-03-31"),
        ("2026-12-15", "next month", "2027-01-31"),
        ("2026-01-31", "in a month", "2026-02-28"),
        ("2028-02-28", "tomorrow", "2028-02-29"),
        ("2026-11-09", "in two business days", "2026-11-11"),
        ("2026-03-14", "in 1 business day", "2026-03-16"),
        ("2026-03-13", "in 6 business days", "2026-03-23"),
    ],
)
def test_turns_of_week_month_and_year(on: str, phrase: str, last_day: str) -> None:
    """Said on a Friday, at a weekend, at the end of a month or a year."""
    found = due(phrase, date.fromisoformat(on))
    assert found is not None
    assert found.end == date.fromisoformat(last_day)


@pytest.mark.parametrize(
    ("phrase", "last_day"),
    [
        ("Q2", "2026-12-31"),
        ("fiscal Q3", "2026-03-31"),
        ("FY27 Q1", "2026-09-30"),
        ("Q1 FY27", "2026-09-30"),
        ("by FY27", "2027-06-30"),
        ("end of the fiscal year", "2026-06-30"),
        ("fiscal year-end", "2026-06-30"),
        ("next fiscal year", "2027-06-30"),
        ("calendar Q2", "2026-06-30"),
        ("end of the year", "2026-12-31"),
        ("this quarter", "2026-03-31"),
    ],
)
def test_quarters_of_a_fiscal_year_that_begins_in_july(phrase: str, last_day: str) -> None:
    """The fiscal year is called by the calendar year it ends in."""
    found = due(f"signature {phrase}", TUESDAY, fiscal_start=7)
    assert found is not None
    assert found.end == date.fromisoformat(last_day)


@pytest.mark.parametrize(
    ("phrase", "month_first", "last_day"),
    [
        ("4/5", True, "2026-04-05"),
        ("4/5", False, "2026-05-04"),
        ("14/5", True, "2026-05-14"),
        ("5/14", False, "2026-05-14"),
        ("04/05/2027", False, "2027-05-04"),
    ],
)
def test_the_workspace_says_which_number_is_the_month(phrase: str, month_first: bool, last_day: str) -> None:  # noqa: FBT001
    """Where only the other order gives a date, that one is meant."""
    found = due(f"by {phrase}", TUESDAY, month_first=month_first)
    assert found is not None
    assert found.end == date.fromisoformat(last_day)
