"""Every date phrase of a text, with its place, its stretch and whether it is over."""

from datetime import date

import pytest

from dealbot.domain.when import Grain, find, find_relative

TUESDAY = date(2026, 3, 10)

NO_DATES = """
She may push back on the price.
They march to the beat of Epic.
I'd like a second opinion from pharmacy.
One on one with Dana went well.
24/7 support is a must, 24x7 coverage with 10 FTEs.
I can see that this works.
Version 7.2 of the interface, build 10.2.1.4, product 2026.1.
3/4 of nurses liked it, 1/2 of the units, 4/5 stars.
Call 312-555-0144 or ext. 4471, room 2026.
Budget is $1.2M, 3.2x over 36 months.
SOC 2 report is done, CPT 99213 and DRG 470, 45 CFR 164.312.
We are in month 8 of an 18-24 months cycle.
We sat down with the CMO, the sun was out.
Sat through a demo with Raj.
Ratio is 3-1 in favor, they rated us 9/10.
Phase 2 has 3 sites, 2-3 people and 10-12 beds.
15 hospitals, 1,204 beds, 30/60/90 plan.
Every Monday they meet, and the board on Fridays.
At the end of the day, it is about safety.
Q4h dosing protocol, fall risk, spring cleaning of data.
The first call was rough, the second better, on the 3rd floor.
It takes two weeks to onboard, a 12-week pilot.
He wants it in one place, this is the one.
The month after go-live, half the year was lost.
A quarter of nurses, three quarters of units, year over year growth.
5 days a week, every other week, day shift and night shift.
May I join? Mar Vista is the site; march madness.
Follow the sun support, in a minute, second to none.
PO 4500012345, INC0012345, jan@mercy.org, Monday.com
payments in EOM (EOM) and COB claims
"""


@pytest.mark.parametrize("text", NO_DATES.strip().splitlines())
def test_words_and_numbers_that_are_no_dates(text: str) -> None:
    """Months that are verbs, weekdays that are verbs, fractions, ranges, versions, phone numbers, codes."""
    assert find(text, TUESDAY) == ()


@pytest.mark.parametrize(
    ("text", "words", "first_day"),
    [
        ("We met last Tuesday and agreed on scope.", "last Tuesday", "2026-03-03"),
        ("Yesterday the CFO pushed back.", "Yesterday", "2026-03-09"),
        ("On March 3rd we met with P&T.", "On March 3rd", "2026-03-03"),
        ("We met on March 3rd.", "on March 3rd", "2026-03-03"),
        ("We met with Raj on Monday", "on Monday", "2026-03-09"),
        ("Called Raj Friday", "Friday", "2026-03-06"),
        ("In December we lost the CFO", "In December", "2025-12-01"),
        ("Frozen since January", "since January", "2026-01-01"),
        ("Sent it two weeks ago", "two weeks ago", "2026-02-24"),
        ("Sent it two Thursdays ago", "two Thursdays ago", "2026-02-26"),
        ("Last quarter they cut 10 %", "Last quarter", "2025-10-01"),
        ("in the last two months they lost nurses", "in the last two months", "2026-01-10"),
        ("This morning Dana called", "This morning", "2026-03-10"),
        ("signed on January 5, 2026", "on January 5, 2026", "2026-01-05"),
        ("Earlier this week he asked", "Earlier this week", "2026-03-09"),
    ],
)
def test_what_is_over_is_found_as_past(text: str, words: str, first_day: str) -> None:
    """By the date itself or by the tense of the sentence around it."""
    (found,) = find(text, TUESDAY)
    assert (found.text, found.start, found.past) == (words, date.fromisoformat(first_day), True)


@pytest.mark.parametrize(
    "text",
    [
        "We agreed Sam sends the model Friday",
        "They promised the deck by Friday",
        "Scheduled the demo for Friday",
        "He was going to send it Friday",
        "Moved our call to Friday",
        "She said Friday works",
        "Legal reviewed it and will reply Friday",
        "Got until Friday",
    ],
)
def test_a_plan_told_in_the_past_tense_is_still_to_come(text: str) -> None:
    """Agreed, promised, scheduled and moved are said of days ahead."""
    (found,) = find(text, TUESDAY)
    assert (found.end, found.past) == (date(2026, 3, 13), False)


@pytest.mark.parametrize(
    ("text", "start", "end", "grain"),
    [
        ("next week", "2026-03-16", "2026-03-20", Grain.WEEK),
        ("in April", "2026-04-01", "2026-04-30", Grain.MONTH),
        ("Q3", "2026-07-01", "2026-09-30", Grain.QUARTER),
        ("H2 2027", "2027-07-01", "2027-12-31", Grain.HALF),
        ("in 2028", "2028-01-01", "2028-12-31", Grain.YEAR),
        ("April 6-8", "2026-04-06", "2026-04-08", Grain.DAY),
        ("next three months", "2026-04-01", "2026-06-30", Grain.MONTH),
        ("mid-April", "2026-04-11", "2026-04-15", Grain.DAY),
    ],
)
def test_a_phrase_has_its_stretch_and_grain(text: str, start: str, end: str, grain: Grain) -> None:
    """Both ends inclusive."""
    (found,) = find(text, TUESDAY)
    assert (found.start, found.end, found.grain) == (date.fromisoformat(start), date.fromisoformat(end), grain)


def test_the_longest_reading_from_the_left_wins_and_keeps_its_leading_word() -> None:
    """The words of a due date are cut out whole."""
    text = "Demo on Thursday, March 12 at 2pm, contract the following Monday, go-live by the end of Q3 2026."
    assert [one.text for one in find(text, TUESDAY)] == [
        "on Thursday, March 12 at 2pm",
        "the following Monday",
        "by the end of Q3 2026",
    ]


def test_the_following_monday_follows_the_date_before_it() -> None:
    """Not the day of the note."""
    found = find("Board on April 8 and signature the following Monday", TUESDAY)
    assert found[1].end == date(2026, 4, 13)


def test_given_names_are_no_months() -> None:
    """April, May, June, Jan and August are colleagues unless a cue says otherwise."""
    assert find("April said she would check with June and ask May", TUESDAY) == ()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Follow up once P&T has met", "once P&T has met"),
        ("send the contract after go-live.", "after go-live"),
        ("call her when she's back, then Raj", "when she's back"),
        ("Raj tests as soon as Epic gives access; we wait", "as soon as Epic gives access"),
        ("nothing moves until legal signs off and we pay", "until legal signs off"),
        ("review pending signature", "pending signature"),
        ("Once the board has voted, Dana signs", "Once the board has voted"),
        ("invoice 30 days after go-live", "30 days after go-live"),
        ("deck due two weeks before the board meeting", "two weeks before the board meeting"),
        ("paid within 30 days of signing", "within 30 days of signing"),
        ("ready by next P&T", "by next P&T"),
        ("send it ASAP", "ASAP"),
        ("recap after Tuesday's call", "after Tuesday's call"),
        ("check in post go-live", "post go-live"),
    ],
)
def test_event_clauses_keep_their_words(text: str, event: str) -> None:
    """For a promise without a date."""
    ((start, end, words),) = find_relative(text)
    assert (text[start:end], words) == (event, event)


@pytest.mark.parametrize(
    "text",
    [
        "by Friday",
        "after March 3",
        "before Thanksgiving",
        "the day after tomorrow",
        "a week before Christmas",
        "until the 14th",
        "ask when they plan to sign",
        "look after the nurses",
        "not sure when",
        "we did that before",
    ],
)
def test_dates_and_questions_are_no_events(text: str) -> None:
    """They have a day, or ask for one."""
    assert find_relative(text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [("Monday", "2026-03-09"), ("Tuesday", "2026-03-03"), ("3/3", "2026-03-03"), ("the 12th", "2026-02-12")],
)
def test_in_what_is_over_a_day_is_the_last_of_its_name(text: str, day: str) -> None:
    [when] = find(f"on {text}", TUESDAY, past=True)
    assert (when.start.isoformat(), when.past) == (day, True)


def test_a_dash_after_a_day_of_the_month_begins_what_is_said_of_it() -> None:
    assert [when.text for when in find("on the 12th - Dana is fine", TUESDAY)] == ["on the 12th"]
