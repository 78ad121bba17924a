"""A brief before a meeting: who it is, their words, what each side owes, what to ask, what to be careful with."""

import textwrap
from datetime import date

from inline_snapshot import snapshot

from dealbot.app.answer import Answer
from dealbot.app.sayings import ReadNote
from dealbot.app.wording import LONGEST
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.evidence import Span
from dealbot.domain.observation import Observation, SignalStatement
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Side, Stance
from tests.app.deals import SAID
from tests.app.looking import a_deal_told, ask
from tests.builders import a_concern, a_leaver, a_person, a_step, an_observation

NOTE = ReadNote.of(
    "n",
    date(2026, 11, 16),
    "Priya Nair",
    "Dana Ruiz wants three-year savings for fee-for-service and value-based. She does not want a pilot.",
)
RIVAL = an_observation(
    SignalStatement(SignalKind.COMPETITOR, "Medly", Span("pharmacy looks at Medly too", 0, 27)), "10-03"
)
FULL = a_deal_told((*SAID, RIVAL))


def wrapped(found: Answer) -> str:
    return "\n".join(textwrap.fill(line, 100) for line in found.text.splitlines())


def brief_of(*told: Observation, ask_for: str = "seeing Dana at 2") -> Answer:
    return ask(ask_for, a_deal_told(told))


def a_dana(name: str, title: str) -> Observation:
    return an_observation(a_person(name, title, Stance.SUPPORTIVE, f"{name} likes it"))


def test_before_seeing_somebody() -> None:
    found = ask("seeing dana at 2", FULL, NOTE)

    assert len(found.text) <= LONGEST
    assert wrapped(found) == snapshot("""\
Dana Ruiz, CFO, Lakeshore Health · heard 7 days ago · concerned
"no money before P&T" (Priya, 16 Nov) · Priya's read: leaning yes
Worries: money, blocks
Wants: three-year savings for fee-for-service and value-based
We owe: Send ROI v2 to Dana, late since Fri 20 Nov · They owe: Send the FY27 budget lock date, Wed
25 Nov
Ask: what would settle money?; who speaks for pharmacy?
Careful: other vendor, "pharmacy looks at Medly too" (Priya, 3 Oct)\
""")


def test_before_seeing_the_group() -> None:
    found = ask("brief me for Lakeshore", FULL, NOTE)

    assert len(found.text) <= LONGEST
    assert wrapped(found) == snapshot("""\
Lakeshore Health, everybody · At risk · 5 people
• Dana Ruiz, CFO: concerned, money: "no money before P&T" (Priya, 16 Nov)
• Raj Patel, CIO: concerned, integration: "we have an Epic interface queue until Feb" (Priya, 16
Nov)
• Colleen Burke, nurse manager: no position known
+2 more
Wants: Dana Ruiz, three-year savings for fee-for-service and value-based
We owe: Send ROI v2 to Dana, late since Fri 20 Nov · They owe: Send the FY27 budget lock date, Wed
25 Nov; Find out who the general counsel is
Ask: who speaks for pharmacy?
Careful: other vendor, "pharmacy looks at Medly too" (Priya, 3 Oct)\
""")


def test_before_seeing_a_part_of_the_house() -> None:
    assert ask("prep me for my meeting with nursing", FULL).text.startswith(
        "Lakeshore Health, nursing · At risk · 2 people"
    )


def test_every_part_has_its_words() -> None:
    quotes = {source.quote for source in ask("seeing dana at 2", FULL, NOTE).sources}

    assert quotes >= {"no money before P&T", "Send ROI v2 to Dana", "Dana follows Lee in the end", RIVAL.evidence.quote}
    assert any(quote.startswith("wants three-year savings") for quote in quotes)


def test_what_somebody_does_not_want_is_no_wish() -> None:
    assert "pilot" not in ask("seeing dana at 2", FULL, NOTE).text


def test_of_two_with_one_first_name_it_is_asked_who() -> None:
    found = brief_of(a_dana("Dana Ruiz", "CFO"), a_dana("Dana Wells", "CNO"))

    assert (found.answered, found.text) == (False, "Which one: Dana Ruiz, CFO or Dana Wells, CNO? Say the whole name.")
    assert found.data == {"candidates": ["Dana Ruiz", "Dana Wells"]}


def test_both_named_in_full_are_both_meant() -> None:
    told = a_dana("Dana Ruiz", "CFO"), a_dana("Dana Wells", "CNO")

    found = brief_of(*told, ask_for="brief me for Dana Ruiz and Dana Wells")

    assert "Dana Ruiz, CFO" in found.text
    assert "Dana Wells, CNO" in found.text


def test_nobody_known_is_said() -> None:
    assert brief_of(ask_for="brief me for Lakeshore").text.startswith("Nobody is known at Lakeshore Health yet")
    assert brief_of(a_dana("Dana Ruiz", "CFO"), ask_for="prep me for my meeting with pharmacy").text.startswith(
        "Nobody from pharmacy is known"
    )


def test_somebody_who_left_is_said_to_have_left() -> None:
    told = a_dana("Dana Ruiz", "CFO"), an_observation(a_leaver("Dana Ruiz", "CFO", "Dana Ruiz left us"), "11-18")

    assert "left" in brief_of(*told).text.splitlines()[0]


def test_who_was_never_heard_is_asked_where_they_stand() -> None:
    named = a_person("Dana Ruiz", "CFO", Stance.UNKNOWN, "Dana sat in")

    assert "Ask: where do you stand on it?; who signs, and up to what sum?" in brief_of(an_observation(named)).text


def test_an_answered_worry_is_asked_about_and_an_undated_promise() -> None:
    told = (
        a_dana("Dana Ruiz", "CFO"),
        an_observation(a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "too dear"), "11-10"),
        an_observation(a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "I sent the sums", ConcernStatus.ADDRESSED)),
        an_observation(a_step("Name the budget lock", None, "Dana Ruiz", Side.BUYER)),
    )

    assert "Ask: is money settled for you?; when does it come: Name the budget lock?" in brief_of(*told).text


def test_of_it_the_ehr_is_asked() -> None:
    told = an_observation(a_person("Raj Patel", "CIO", Stance.SUPPORTIVE, "fine"))

    assert "Ask: which EHR, and which version?" in brief_of(told, ask_for="seeing Raj at 2").text


def test_be_careful_with_detractors_readings_that_differ_and_whoever_says_no() -> None:
    against = a_person("Dana Ruiz", "CFO", Stance.OPPOSED, "she talks it down", BuyingRole.DETRACTOR)
    told = (
        an_observation(against),
        an_observation(a_person("Dana Ruiz", "CFO", Stance.SUPPORTIVE, "likes it"), author="Sam Okafor"),
        an_observation(a_person("Raj Patel", "CIO", Stance.OPPOSED, "never")),
    )

    assert _careful(brief_of(*told)) == [
        "two of us read the last call differently",
        "works against it",
        "Raj Patel says no",
    ]


def test_a_settled_worry_is_left_alone() -> None:
    found = ask("seeing Ana at 2", a_deal_told(SAID))

    assert "workload is settled (3 Nov): leave it" in _careful(found)


def _careful(found: Answer) -> list[object]:
    careful = found.data["careful"]
    assert isinstance(careful, list)
    return careful


def test_a_business_review_tells_what_is_known_of_the_account_and_what_to_ask() -> None:
    found = ask("prep me for the QBR at Lakeshore", FULL)

    assert len(found.text) <= LONGEST
    assert wrapped(found) == snapshot("""\
Lakeshore Health, business review · At risk
Reimbursement: nothing told; ask: fee-for-service or value-based, payer mix, risk contracts?
Money: nothing told; ask: growing or cutting, and what comes first?
EHR: "EHR: Epic, November 2025 release" (Priya, 13 Jan)
Competition: "pharmacy looks at Medly too" (Priya, 3 Oct)
Moved: Bill left, Dana blocks, Raj worried over integration, +2 more
3 open worries, first money
Next: Priya Nair: Send ROI v2 to Dana, Fri 20 Nov, 3 days late\
""")


def test_a_business_review_is_prepared_before_there_is_a_deal() -> None:
    exposed = SignalStatement(SignalKind.EXPOSURE, "60% Medicare", Span("Medicare is 60% of their payer mix", 0, 34))
    found = brief_of(an_observation(exposed), ask_for="brief me for the quarterly business review")

    assert 'Reimbursement: "Medicare is 60% of their payer mix" (Priya, 16 Nov)' in found.text
    assert "EHR: nothing told; ask: which, and which version?" in found.text
    assert brief_of(ask_for="brief me for the QBR").answered is False
