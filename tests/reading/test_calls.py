"""Calls in a note: which stretches tell of which day; unsure, it is one call on the day it was written."""

from datetime import date

import pytest

from dealbot.reading.calls import calls_of

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)
TODAY = "11-23"


def days(note: str, on: date = MONDAY, accounts: tuple[str, ...] = ()) -> list[str]:
    """The days of a note's calls, as month and day."""
    return [f"{call.on:%m-%d}" for call in calls_of(note, on, accounts)]


SEVERAL = [
    # Dashes, on a laptop.
    (
        "Mon 16 Nov - Dana Ruiz: worried about the budget.\nTue 17 Nov - Raj Patel: interface queue until Feb.",
        "11-16 11-17",
    ),
    (
        "Mon 16 Nov — Dana\nShe is worried about budget.\n\nTue 17 Nov — Raj\nEpic queue is full until Feb.",
        "11-16 11-17",
    ),
    ("Lakeshore\n\nMon 16 Nov - Dana: worried about budget\nWed 18 Nov - Lee: P&T is in December", "11-16 11-18"),
    # Figures.
    ("11/16 call w/ Dana. Worried about the budget.\n11/17 call w/ Raj. Queue until Feb.", "11-16 11-17"),
    ("11/16: Dana, CFO, wants three years of savings\n11/18: Raj wants a pen test letter", "11-16 11-18"),
    ("2026-11-16 Dana Ruiz: no money before P&T\n2026-11-19 Raj Patel: fine with the interface", "11-16 11-19"),
    ("11/16 2pm - Dana is worried now\n11/17 9:30am - Raj is fine with it", "11-16 11-17"),
    ("16/11 - Dana is worried about it\n17/11 - Raj likes it a lot", "11-16 11-17"),
    # Weekdays, from a phone.
    ("mon: met dana, shes worried abt budget\ntue: spoke w raj, queue til feb", "11-16 11-17"),
    ("Tue: raj said ok to the interface\nThu: lee said P&T is in dec", "11-17 11-19"),
    ("Monday w/ Dana - she wants the ROI\nTuesday w/ Raj - he asked for SOC 2", "11-16 11-17"),
    ("Yesterday w/ Dana: worried about budget\nFri w/ Raj: he liked the demo", "11-22 11-20"),
    # Numbered.
    ("1) Monday, CFO: she was worried about money\n2) Tuesday, CIO: he liked the interface plan", "11-16 11-17"),
    ("1. Mon 16 Nov, Dana: worried about money\n2. Tue 17 Nov, Raj: liked the plan", "11-16 11-17"),
    ("Call 1 (Mon 16 Nov)\nDana is worried about budget.\n\nCall 2 (Tue 17 Nov)\nRaj is fine.", "11-16 11-17"),
    ("Call 1: Dana is worried about budget.\nCall 2: Raj is fine with the interface.", "11-23 11-23"),
    ("Meeting #1 - Mon 16 Nov - Dana worried\nMeeting #2 - Wed 18 Nov - Raj liked it", "11-16 11-18"),
    ("First call: Dana is worried about budget.\nSecond call: Raj is fine with it.", "11-23 11-23"),
    # Bullets.
    ("Busy week at Lakeshore.\n- Mon 16 Nov: Dana Ruiz is worried\n- Tue 17 Nov: Raj is fine", "11-16 11-17"),
    ("• Wed: met Ana Gomez, CNO, likes it\n• Thu: Lee pushed back on price", "11-18 11-19"),
    # Paragraphs with headings.
    (
        "**Mon 16 Nov, Dana Ruiz (CFO)**\nNo money before P&T.\n\n**Tue 17 Nov, Raj Patel (CIO)**\nQueue until Feb.",
        "11-16 11-17",
    ),
    ("## 16 Nov\nDana is worried about budget.\n## 17 Nov\nRaj likes the interface plan.", "11-16 11-17"),
    (
        "Notes from Mon 16 Nov:\nDana is worried.\nAsked for ROI.\n\nNotes from Thu 19 Nov:\nRaj is fine with it.",
        "11-16 11-19",
    ),
    ("Dana Ruiz, Mon 16 Nov: worried about budget\nRaj Patel, Tue 17 Nov: queue until Feb", "11-16 11-17"),
    ("Dana (Mon 16 Nov): worried about budget\nRaj (Tue 17 Nov): queue until Feb", "11-16 11-17"),
    # Templates, filled in twice.
    (
        "Date: 11/16\nAttendees: Dana Ruiz\nConcerns: budget\n\nDate: 11/17\nAttendees: Raj Patel\nConcerns: queue",
        "11-16 11-17",
    ),
    (
        "Account: Lakeshore\nDate: 11/16\nConcerns: budget\n\nAccount: Mercy\nDate: 11/19\nConcerns: staffing",
        "11-16 11-19",
    ),
    # Dictated.
    ("On Monday I met Dana Ruiz and she was worried\nOn Tuesday we spoke to Raj and he liked it", "11-16 11-17"),
    ("Yesterday, I spoke to Dana, she is worried\nLast Thursday, we met Raj, he is fine", "11-22 11-19"),
    ("Tuesday, Dana told me the budget is frozen.\nThursday, Raj told me the queue is full.", "11-17 11-19"),
    # Whom before when.
    ("Call w/ Dana (Mon 16 Nov): worried about budget\nCall w/ Raj (Tue 17 Nov): fine with it", "11-16 11-17"),
    ("Call with Dana Ruiz, Mon 16 Nov\nworried about budget\n\nCall with Raj, Tue 17 Nov\nfine with it", "11-16 11-17"),
    ("Met Dana Ruiz on Monday\nworried about budget\nMet Raj Patel on Tuesday\nfine with it", "11-16 11-17"),
    ("Lakeshore call 11/16 - Dana worried\nLakeshore call 11/17 - Raj fine with it", "11-16 11-17"),
    (":phone: 11/16 Dana call\nbudget is tight\n:phone: 11/17 Raj call\nqueue till feb", "11-16 11-17"),
    ("📞 Mon 16 Nov Dana: worried about it\n📞 Tue 17 Nov Raj: fine with it", "11-16 11-17"),
    # Several calls on one day beside another.
    (
        "16 Nov 9am - Dana is worried about it\n16 Nov 2pm - Raj likes it a lot\n17 Nov - Lee is fine with it",
        "11-16 11-16 11-17",
    ),
]


@pytest.mark.parametrize(("note", "told"), SEVERAL)
def test_beginnings_with_days_or_numbers_split_a_note(note: str, told: str) -> None:
    assert days(note) == told.split()


ONE_ON_ITS_DAY = [
    ("met Dana yesterday, she is worried about the budget by Friday", "11-22"),
    ("spoke w raj on tuesday, he wants a pen test letter", "11-17"),
    ("had lunch w/ the CNO last Thursday. She likes the rounding view.", "11-19"),
    ("Lakeshore: met Dana Ruiz, CFO, yesterday. She likes it.", "11-22"),
    ("I spoke to Raj Patel on Friday and he is fine with it.", "11-20"),
    ("We had a great call with Dana on Nov 17. She wants three years of savings.", "11-17"),
    ("Call with Dana yesterday. She is worried about budget.", "11-22"),
    ("Yesterday I met Dana. She is worried about the budget.", "11-22"),
    ("On Tuesday we spoke to Raj, he is fine with the interface.", "11-17"),
    ("Mon 16 Nov - Dana: worried about the budget. I send ROI v2 by Friday.", "11-16"),
    ("11/16 call w/ Raj. He wants a pen test letter by Mon 30 Nov.", "11-16"),
    ("Yesterday w/ Dana: she is worried about the budget.", "11-22"),
    ("Date: 11/16\nAttendees: Dana Ruiz, CFO\nConcerns: budget\nNext steps: ROI by 11/27", "11-16"),
    ("Account: Lakeshore\nMeeting date: Nov 17, 2026\nClose date: 3/31/2027\nNotes: Dana is worried", "11-17"),
    ("From: Dana Ruiz\nDate: Mon, 16 Nov 2026 14:02\nSubject: budget\n\nWe have no money before P&T.", "11-16"),
    ("met dana ruiz on the 12th, she likes it", "11-12"),
    ("Tue 17th - met Raj, he was fine with the interface", "11-17"),
    ("had a really good call w dana on tuesday", "11-17"),
    ("Had our QBR with Lakeshore on Tuesday. Dana is worried.", "11-17"),
    ("Dana called me yesterday, she is worried about the budget", "11-22"),
    ("11/16 notes: Dana is worried about budget", "11-16"),
    ("caught up with Lee 3 days ago, P&T is in December", "11-20"),
]


@pytest.mark.parametrize(("note", "told"), ONE_ON_ITS_DAY)
def test_a_day_at_the_very_beginning_or_of_the_first_contact_dates_the_whole_note(note: str, told: str) -> None:
    assert days(note) == [told]


UNSURE = [
    # To come, or promised.
    "Mon 30 Nov - demo with Dana\nTue 1 Dec - P&T\nShe is fine with it.",
    "Dana is worried. I send ROI v2 Monday. Raj will check the queue by Tuesday.",
    "Mon: send ROI v2 to Dana\nTue: call Raj about the queue\nWed: prep the P&T paper",
    "Monday they will send the contract\nTuesday legal will review it",
    "Friday works for Dana, she is happy to join",
    "Monday: Dana will send the budget.\nTuesday: Raj will confirm the queue.",
    "Meeting with Dana Friday to review the ROI she asked for",
    "Yesterday: met Dana, worried about money\nToday: sending ROI v2 to her\nTue 24 Nov: P&T paper is due",
    # Lists of dates.
    "Dana is fine.\nTimeline:\n11/2 RFP was issued\n11/16 demo was held\n12/8 P&T meets",
    "Raj is fine with it.\nNext steps:\n- 11/16 ROI to Dana, done\n- 11/20 SOC 2 letter to Raj",
    "Agenda\nMon 16 Nov: Dana on the budget\nTue 17 Nov: Raj on the interface",
    "Pilot dates:\nMon 16 Nov: ward A went live\nTue 17 Nov: ward B went live",
    "Met Raj on Tuesday. Met Dana on Thursday. Both are fine.",
    "Call 1 (Tue 1 Dec): demo for Dana\nCall 2 (Wed 2 Dec): pricing with Raj",
    "Call 1 is done, Dana was worried\nCall 2 was with Raj",
    "just got off the phone with dana, she's upset about yesterday's outage",
    "Budget cycle at Lakeshore:\nNov 10: draft\nNov 20: committee",
    # History in running text.
    "Dana is worried. We met last March and she was fine then.",
    "Met Dana today. Raj said on Monday that the queue is full, and Lee told him Tuesday.",
    "We met Dana in September, she was fine with it",
    "met Dana 8/3, she was fine, now her board says no",
    "Talked to farida on tuesday, to the ciso on thursday, and all say it looks good",
    "Account: Lakeshore\nDate of call: Mon\nAttendees: Dana Ruiz",
    "spoke w raj on monday, he wants a pen test letter",
    # Somebody else's days.
    "met Dana, her board met last Thursday and said no",
    "spoke w raj about monday's outage, he is upset",
    "met Dana Monday and Raj Tuesday, both fine",
    "Raj's team had an outage on Tuesday. Dana is worried about downtime.",
    'Dana is fine.\n"Monday: we were down"\n"Tuesday: still down"',
    "> Mon 16 Nov - we met Dana\n> Tue 17 Nov - we met Raj\nshe forwarded me this",
    # Mail.
    "From: Dana Ruiz\nDate: Tue, 8 Sep 2026 14:02\nSubject: budget\n\nWe have no money.",
    "Ok.\n\nOn Mon, Nov 16, 2026 at 3:02 PM Dana Ruiz <d@example.com> wrote:\nMon 16 Nov: no\nTue 17 Nov: no",
    "Thanks all.\n\n-----Original Message-----\nMon 16 Nov - Dana is worried\nTue 17 Nov - Raj is fine",
    # A date field that is to come or long past, and two that cannot be told apart.
    "Date: 12/8\nAttendees: Dana Ruiz\nConcerns: budget",
    "Date: 6/2\nAttendees: Dana Ruiz\nConcerns: budget",
    "Date: 11/16\nDate: 11/17\nAttendees: Dana Ruiz",
    # Transcripts, and nothing at all.
    "Dana: We met Monday.\nPriya: And Tuesday?\nDana: Tuesday we had Raj.\nPriya: Right, I was there.",
    "Dana Ruiz, CFO, is worried about the budget.",
    "",
    "   ",
    "May Lin, CNO, likes it.\nApril Stone, CFO, is worried about budget.",
    "1. Dana is worried about budget\n2. Raj is fine with the interface",
    "Phase 1: ICU went live\nPhase 2: the floors were fine",
    "3/4 of nurses liked it\n1/2 of the units were skeptical",
]


@pytest.mark.parametrize("note", UNSURE)
def test_what_is_unsure_is_one_call_on_the_day_it_was_written(note: str) -> None:
    assert days(note) == [TODAY]


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Mon: met Dana, she was worried\nWed: met Raj, he was fine\nFri: met Lee, he liked it", "11-16 11-18 11-20"),
        ("Fri: met Lee, he liked it\nThu: met Raj, he was fine", "11-20 11-19"),
        ("Fri: met Lee, he liked it\nMon: met Raj, he was fine", "11-13 11-16"),
        ("spoke w lee on friday, he is fine", "11-20"),
        ("spoke w lee on thursday, he is fine", "11-19"),
        ("last Friday we met Lee, he is fine", "11-13"),
    ],
)
def test_the_weekday_on_which_it_is_written_is_that_day(note: str, told: str) -> None:
    assert days(note, FRIDAY) == told.split()


def test_the_turn_of_the_year_lies_between_a_call_and_its_note() -> None:
    calls = calls_of("12/29 call w/ Dana, she is fine\n12/30 call w/ Raj, he is worried", date(2027, 1, 4))
    assert [call.on for call in calls] == [date(2026, 12, 29), date(2026, 12, 30)]


@pytest.mark.parametrize(("note", "_told"), SEVERAL)
def test_calls_are_stretches_that_leave_nothing_out(note: str, _told: str) -> None:
    calls = calls_of(note, MONDAY)
    assert "".join(note[call.start : call.end] for call in calls) == note


def test_what_stands_before_the_first_call_belongs_to_it() -> None:
    note = "Busy week.\nMon 16 Nov - Dana: worried about it\nTue 17 Nov - Raj: fine with it"
    first, second = calls_of(note, MONDAY)
    assert note[first.start : first.end].startswith("Busy week.\nMon 16 Nov")
    assert note[second.start : second.end] == "Tue 17 Nov - Raj: fine with it"


def test_promises_listed_inside_a_call_do_not_split_it() -> None:
    note = (
        "Mon 16 Nov - Dana\nShe is worried.\n- 11/20 ROI v2 from me\n- 11/30 her answer\n"
        "Tue 17 Nov - Raj\nHe is fine.\n- 11/19 SOC 2 letter"
    )
    assert days(note) == ["11-16", "11-17"]


ACCOUNTS = ("Lakeshore", "Mercy General", "Mercy")


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Lakeshore: Dana is worried about budget.\nMercy: Lou likes the rounding view.", "11-23 11-23"),
        ("Lakeshore - Mon 16 Nov - Dana is worried.\nMercy General - Tue 17 Nov - Lou likes it.", "11-16 11-17"),
        (
            "Mon 16 Nov\nLakeshore: Dana is worried.\nMercy: Lou likes it.\nTue 17 Nov\nLakeshore: Raj is fine.",
            "11-16 11-16 11-17",
        ),
        ("Lakeshore: Dana is worried about budget.\nShe compares us with Mercy: same size.", "11-23"),
        ("Lakeshore: Dana is worried about budget.\nLakeshore: Raj is fine with it.", "11-23"),
    ],
)
def test_different_accounts_begin_calls_of_their_own(note: str, told: str) -> None:
    assert days(note, accounts=ACCOUNTS) == told.split()
