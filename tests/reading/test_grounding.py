"""Only what the note says is taken, in the note's own forms."""

from datetime import date
from typing import Any

import pytest

from dealbot.domain.observation import Reading
from dealbot.domain.stakeholder import Side, Stance
from dealbot.reading.align import Page
from dealbot.reading.answer import Answer, parse_answer
from dealbot.reading.claims import Ground, ground_items
from dealbot.reading.flaws import FlawKind
from dealbot.reading.grounding import unbacked, written_name
from dealbot.reading.ports import NoteText
from dealbot.reading.pseudonyms import Known, pseudonyms_for

TEXT = """Dr. Lena Q. Ortiz, head of pharmacy, and Dana joined; José's late.
The P&T committee is full through March. 12 beds at $1.1M, twenty alerts a day.
I send Dana the sheet by 3/13. After go-live we talk. Will they grant us time? Quality is split on it.
"""
NOTE = NoteText(TEXT, date(2026, 3, 10))
PAGE = Page(TEXT)
NAMES = pseudonyms_for([TEXT], Known((("Dana Ruiz",),)))


def ground(**items: object) -> tuple[Reading, list[FlawKind]]:
    whole = (0, len(TEXT))
    parsed = parse_answer(Answer(calls=(items,)))
    reading, flaws = ground_items(
        parsed.items, Ground(PAGE, NOTE, whole, NAMES, frozenset({"quartz", "pharmacy"})), "model:x"
    )
    return reading, [flaw.kind for flaw in flaws]


@pytest.mark.parametrize(
    ("claimed", "found"),
    [
        ("Lena Ortiz", "Lena Q. Ortiz"),
        ("Dr. Lena Q. Ortiz, MD", "Lena Q. Ortiz"),
        ("Dana Ruiz", "Dana"),
        ("ortiz", "Ortiz"),
        ("Jose", "José"),
        ("Pavel Kowalski", None),
        ("Will Johnson", None),
        ("Grant Quality", None),
        ("Q Smith", None),
        ("", None),
    ],
)
def test_a_name_is_the_fullest_form_the_note_writes(claimed: str, found: str | None) -> None:
    assert written_name(PAGE, claimed) == found


@pytest.mark.parametrize(
    ("claim", "due", "flaw"),
    [
        ("Send the sheet by 13 March", None, None),
        ("Send it by 2026-03-13", None, None),
        ("12 beds, $1,100,000 in all", None, None),
        ("$1.1 million", None, None),
        ("20 alerts", None, None),
        ("Send it on Friday", date(2026, 3, 13), None),
        ("Ask Dana and Ortiz", None, None),
        ("Use José's list", None, None),
        ("400 beds", None, FlawKind.INVENTED_NUMBER),
        ("$1.2M", None, FlawKind.INVENTED_NUMBER),
        ("Send it by 3/14", None, FlawKind.INVENTED_NUMBER),
        ("Send it on Friday", None, FlawKind.INVENTED_DATE),
        ("Send it in October", None, FlawKind.INVENTED_DATE),
        ("Ask Kowalski for it", None, FlawKind.INVENTED_NAME),
    ],
)
def test_a_wording_says_no_more_than_the_note(claim: str, due: date | None, flaw: FlawKind | None) -> None:
    assert unbacked(PAGE, claim, NOTE, due) is flaw


def test_wording_that_says_more_gives_way_to_the_quote() -> None:
    reading, flaws = ground(signals=[{"kind": "gate", "detail": "P&T on 9 May", "quote": "the P&T committee is full"}])
    assert [signal.detail for signal in reading.signals] == ["The P&T committee is full"]
    assert flaws == [FlawKind.INVENTED_NUMBER]


def test_wording_is_one_line_of_visible_characters() -> None:
    step = {"action": "Send\u202e Dana\n the\x00 sheet \U000e0041", "side": "us", "quote": "I send Dana the sheet"}
    reading, _ = ground(next_steps=[step])
    assert reading.next_steps[0].action == "Send Dana the sheet"


def test_holders_and_owners_are_people_titles_or_bodies_of_the_note() -> None:
    quote = "The P&T committee is full through March"
    concerns = [
        {"holder": holder, "topic": "governance", "quote": quote}
        for holder in ("P&T committee", "the head of pharmacy", "Dr. Lena Ortiz", "Pavel Kowalski", None)
    ]
    reading, flaws = ground(concerns=concerns)
    assert [one.holder for one in reading.concerns] == [
        "P&T committee",
        "head of pharmacy",
        "Lena Q. Ortiz",
        None,
        None,
    ]
    assert flaws == [FlawKind.INVENTED_NAME]


def test_people_are_kept_by_name_or_title_and_only_buyers_stand_somewhere() -> None:
    people = [
        {"name": "Lena Ortiz", "title": "CMO", "stance": "neutral", "quote": "Quality is split on it"},
        {"name": "head of pharmacy", "quote": "head of pharmacy"},
        {"name": None, "title": "head of pharmacy", "quote": "head of pharmacy"},
        {"name": None, "title": "CFO", "quote": "Dana joined"},
        {"name": "Dana", "side": "us", "stance": "supportive", "quote": "Dana joined"},
    ]
    reading, flaws = ground(people=people)
    assert [(one.name, one.title, one.stance) for one in reading.people] == [
        ("Lena Q. Ortiz", None, Stance.NEUTRAL),
        (None, "head of pharmacy", None),
        (None, "head of pharmacy", None),
        ("Dana", None, None),
    ]
    assert reading.people[3].side is Side.US
    assert flaws == [FlawKind.INVENTED_NAME]


def step(due: str | None, due_text: str | None) -> dict[str, Any]:
    return {
        "action": "Send Dana the sheet",
        "side": "us",
        "due": due,
        "due_text": due_text,
        "quote": "I send Dana the sheet",
    }


@pytest.mark.parametrize(
    ("given", "due", "due_text", "flaws"),
    [
        (step("2026-03-13", "by 3/13"), date(2026, 3, 13), "by 3/13", []),
        (step("2026-03-13", None), None, None, [FlawKind.UNBACKED_DUE]),
        (step("2026-03-13", "by Friday"), None, None, [FlawKind.UNBACKED_DUE]),
        (step("9999-12-31", "by 3/13"), date(2026, 3, 13), "by 3/13", []),
        (step("9999-12-31", "12 beds"), None, "12 beds", [FlawKind.UNBACKED_DUE]),
        (step("2026-03-31", "12 beds"), date(2026, 3, 31), "12 beds", []),
        (step("soon", "joined"), None, "joined", [FlawKind.UNBACKED_DUE]),
        (step(None, "After go-live"), None, "After go-live", []),
        (step("2026-06-01", "After go-live"), None, "After go-live", [FlawKind.UNBACKED_DUE]),
    ],
)
def test_a_due_date_needs_words_of_the_note(
    given: dict[str, Any], due: date | None, due_text: str | None, flaws: list[FlawKind]
) -> None:
    reading, found = ground(next_steps=[given])
    assert [(one.due, one.due_text) for one in reading.next_steps] == [(due, due_text)]
    assert found == flaws


def test_a_due_date_is_computed_where_it_can_be() -> None:
    reading, flaws = ground(next_steps=[step("2026-03-20", "by 3/13")])
    assert reading.next_steps[0].due == date(2026, 3, 13)
    assert not flaws


def test_views_are_of_people_in_the_note_and_tell_a_stance() -> None:
    quote = "Quality is split on it"
    views = [
        {"person": name, "stance": stance, "quote": quote}
        for name, stance in (("Dana", "opposed"), ("Dana", "unknown"), ("Pavel Kowalski", "opposed"))
    ]
    reading, flaws = ground(views=views)
    assert [one.person for one in reading.views] == ["Dana"]
    assert flaws == [FlawKind.INVENTED_NAME]


def test_words_of_the_examples_are_a_leak_unless_the_note_has_them_too() -> None:
    quote = "head of pharmacy"
    signals = [{"kind": "ehr", "detail": detail, "quote": quote} for detail in ("Quartz", "pharmacy")]
    reading, flaws = ground(signals=signals)
    assert [one.detail for one in reading.signals] == ["pharmacy"]
    assert flaws == [FlawKind.LEAKED]


def test_a_quote_with_another_form_of_the_name_is_found() -> None:
    [stem] = {token for form, token in NAMES.tokens.items() if form == "Dana Ruiz"}
    reading, _ = ground(next_steps=[step(None, None) | {"quote": f"I send {stem} the sheet"}])
    assert reading.next_steps[0].span.quote == "I send Dana the sheet"
