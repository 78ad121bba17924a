"""What is answered about the EHR, the checklist, whether to go on, and the pilot."""

import textwrap

import pytest
from inline_snapshot import snapshot

from dealbot.app.answer import Answer, Deal
from dealbot.app.deal_names import DealName
from dealbot.app.deal_path import path_of
from dealbot.app.question import Asking, Intent
from dealbot.app.reply import reply
from dealbot.app.sayings import Sayings
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.app.wording import LONGEST
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Span
from dealbot.domain.observation import Correction, Observation, SignalStatement
from dealbot.domain.pilot import Integration
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Stance
from tests.app.encoder import WordsEncoder
from tests.builders import a_day, a_deal, a_person, a_span, an_observation

LEE = an_observation(a_person("Amelia Lee", "CMO", Stance.COMMITTED, "Lee sponsors it", BuyingRole.CHAMPION), "02-01")
ANA = an_observation(a_person("Ana Gomez", "CNO", Stance.SUPPORTIVE, "Ana likes it"), "02-01")
STARTED = "The pilot on 4 West started on 2 March"


def signal(kind: SignalKind, words: str, on: str) -> Observation:
    return an_observation(SignalStatement(kind, words, a_span(words)), on)


def pilot(words: str, on: str) -> Observation:
    return signal(SignalKind.PILOT, words, on)


def security(words: str, on: str = "02-03") -> Observation:
    return signal(SignalKind.SECURITY_REQUIREMENT, words, on)


def by_hand(setting: str, on: str) -> Observation:
    key, _, value = setting.partition("=")
    subject, _, field = key.rpartition(".")
    item = Correction(CorrectedField(field), value, subject or None, Span(setting, 0, len(setting)))
    return an_observation(item, on, note="by hand")


def ask(text: str, *told: Observation, on: str = "11-23") -> Answer:
    deal = a_deal(ANA, *told, as_of=a_day(on))
    asking = Asking((DealName(deal.name),), lambda _: deal.state.people, deal.name)
    question = BuiltinQuestions().read(text, asking)
    answer = reply(question, deal, lambda: Sayings((), WordsEncoder()))
    assert len(answer.text) <= LONGEST
    assert answer.answered is bool(answer.sources)
    return answer


def told(text: str, *observations: Observation, on: str = "11-23") -> str:
    return wrapped(ask(text, *observations, on=on))


def wrapped(answer: Answer) -> str:
    """The text of an answer, its lines wrapped as a terminal would."""
    return "\n".join(textwrap.fill(line, 100) for line in answer.text.splitlines())


def path(*told: Observation) -> Integration:
    return path_of(Deal.of(a_deal().record, a_deal(*told).state)).integration


EHR = "what EHR are they running?"
GO = "do we help them build it, or do we move on?"
CHECKLIST = "how does the security qualification look?"
CRITERIA = "what are the pilot success criteria?"
DOES = "are clinicians using it? would they recommend it?"


def test_meditech_is_hard_to_join_and_takes_longer_and_holds_up_the_expansion() -> None:
    meditech = signal(SignalKind.EHR, "they run Meditech Magic", "02-03")
    blocked = pilot("Outpatient is blocked by the EHR, three months", "09-01")
    assert told(EHR, meditech, blocked) == snapshot("""\
Lakeshore Health runs Meditech, Magic: "they run Meditech Magic" (Priya, 3 Feb)
Hard to join: Meditech and old versions take 2 to 5 months more, and can hold up the expansion too
(general durations, not your history).
Held up now: Outpatient\
""")
    assert path(meditech) is Integration.HARD


def test_an_ehr_without_its_version_is_asked_for_it_and_one_to_come_is_said() -> None:
    assert told(EHR, signal(SignalKind.EHR, "Cerner today, Epic decision made", "02-03")) == snapshot("""\
Lakeshore Health runs Oracle Health (Cerner): "Cerner today, Epic decision made" (Priya, 3 Feb)
Joining it: nothing told that makes it hard.
Moving to Epic: what we join now is joined again then.\
""")
    assert told(EHR, signal(SignalKind.EHR, "they are moving to Epic", "02-03")) == snapshot("""\
Lakeshore Health is moving: "they are moving to Epic" (Priya, 3 Feb). What they run today is not
told.
Moving to Epic: what we join now is joined again then.\
""")


def test_an_interface_that_runs_is_joined() -> None:
    epic = signal(SignalKind.EHR, "they run Epic, May 2025 version", "02-03")
    assert told(EHR, epic, signal(SignalKind.EHR, "the interface is live", "05-03")) == snapshot("""\
Lakeshore Health runs Epic, May 2025 version: "they run Epic, May 2025 version" (Priya, 3 Feb)
Joined already, as the notes have it.
• "the interface is live" (Priya, 3 May)\
""")


def test_words_about_an_ehr_that_name_none_are_told_as_they_are() -> None:
    queue = signal(SignalKind.EHR, "their interface queue is full until February", "02-03")
    answer = ask(EHR, queue)
    assert answer.text == snapshot("""\
Nobody has said which EHR Lakeshore Health runs; what is told of it:
• "their interface queue is full until February" (Priya, 3 Feb)\
""")
    assert answer.data["ehr"] is None


def test_nobody_told_of_an_ehr() -> None:
    assert not ask(EHR).answered


def test_one_item_of_the_checklist_is_answered_with_its_words() -> None:
    assert told("do they have a CISO?", security("They have no CISO, an MSP does it")) == snapshot("""\
Lakeshore Health:
• CISO: no, "They have no CISO, an MSP does it" (Priya, 3 Feb)\
""")


def test_an_item_nobody_told_of_is_a_question_to_ask() -> None:
    answer = ask("do they have a third-party security assessment process?", security("They have no CISO"))
    assert (answer.intent, answer.answered, answer.text) == snapshot(
        (
            Intent.QUALIFICATION,
            False,
            """\
Lakeshore Health:
• third-party assessments: not told. Ask: Do they have third-party security assessments?\
""",
        )
    )


def test_the_checklist_says_what_is_known_and_what_to_ask_next() -> None:
    known = security("They have no CISO"), security("they want a SOC 2 Type II report"), security("FedRAMP is waived")
    assert told(CHECKLIST, *known, on="02-20") == snapshot("""\
3 of 8 known of Lakeshore Health:
• CISO: no, "They have no CISO" (Priya, 3 Feb)
• SOC 2 Type II: asked for, "they want a SOC 2 Type II report" (Priya, 3 Feb)
• FedRAMP: not asked for, "FedRAMP is waived" (Priya, 3 Feb)
Ask next: How do they audit a vendor's security? (4 more not known)\
""")


def test_what_is_not_known_is_told_as_questions_and_late_after_three_weeks() -> None:
    answer = ask("what don't we know?", security("They have no CISO"), on="02-22")
    assert answer.intent is Intent.QUALIFICATION
    assert wrapped(answer) == snapshot("""\
8 things not known at Lakeshore Health, to ask:
Day 21, and qualifying takes two to three weeks: not known security audit process, third-party
assessments, own vendor agreement
• How do they audit a vendor's security?
• Do they have third-party security assessments?
• Do they have their own vendor agreement, or a legal framework?
• Do they ask for SOC 2 Type II?
• Do they ask for FedRAMP?
• Do they ask for a yearly pen test?
• Do they want the right to audit us?
• Which EHR do they run, and which version?\
""")
    assert answer.data["qualification"]["ciso"]["answer"] == "no"  # type: ignore[index,call-overload]
    assert "three weeks" not in ask("what don't we know?", security("They have no CISO"), on="02-21").text


def test_everything_on_the_checklist_may_be_known() -> None:
    gating = security("a CISO, an audit process, third-party assessments, their own template")
    asked = security("SOC 2, FedRAMP, a pen test and the right to audit")
    epic = signal(SignalKind.EHR, "they run Epic", "02-03")
    assert "Everything on the checklist" in ask("what don't we know?", gating, asked, epic).text
    assert "Ask next" not in ask(CHECKLIST, gating, asked, epic).text


def test_after_one_note_there_is_a_provisional_verdict_with_the_two_answers_that_would_change_it_most() -> None:
    answer = ask(GO, security("They have no CISO"), on="02-10")
    assert wrapped(answer) == snapshot("""\
Lakeshore Health: help them build what is lacking, provisional: 3 of 4 that gate it not known
• No CISO: "They have no CISO" (Priya, 3 Feb)
Would change it most: How do they audit a vendor's security? Do they have third-party security
assessments?\
""")
    assert (answer.data["verdict"], answer.data["provisional"], len(answer.data["ask"])) == (  # type: ignore[arg-type]
        "help_build",
        True,
        2,
    )


def test_without_security_and_without_a_process_one_moves_on_unless_somebody_inside_would_build_it() -> None:
    nothing = security("no CISO and no audit process", "02-03")
    assert told(GO, nothing, on="02-10") == snapshot("""\
Lakeshore Health: no go, as far as is known: move on, provisional: 2 of 4 that gate it not known
• No CISO: "no CISO and no audit process" (Priya, 3 Feb)
• No security audit process: "no CISO and no audit process" (Priya, 3 Feb)
Nothing still unknown would change that.\
""")
    assert told(GO, nothing, LEE, on="02-10") == snapshot("""\
Lakeshore Health: help them build what is lacking, provisional: 2 of 4 that gate it not known
• No CISO: "no CISO and no audit process" (Priya, 3 Feb)
• No security audit process: "no CISO and no audit process" (Priya, 3 Feb)
• Amelia Lee, CMO sells for us inside and could build it with us
Nothing still unknown would change that.\
""")


def test_a_strict_house_counts_for_the_deal() -> None:
    strict = security("a CISO, an audit process, third-party assessments, their own template, SOC 2 and a pen test")
    assert told(GO, strict, on="04-10") == snapshot("""\
Lakeshore Health: go
• They have: CISO, security audit process, third-party assessments, own vendor agreement
• Strict, which keeps others out and counts for the deal (fit 8 of 10): security audit process,
third-party assessments, SOC 2 Type II, yearly pen test\
""")


def test_too_early_for_a_verdict() -> None:
    answer = ask(GO, on="04-10")
    assert not answer.answered
    assert wrapped(answer) == snapshot("""\
Too early to say for Lakeshore Health: nothing is known of what gates a deal.
Would change it most: Is there a CISO, or who answers for security? How do they audit a vendor's
security?
Day 68, and qualifying takes two to three weeks: not known CISO, security audit process, third-party
assessments, own vendor agreement\
""")


def test_no_pilot_is_told_of_yet() -> None:
    answer = ask(CRITERIA)
    assert not answer.answered
    assert answer.data["pilot"]["told"] is False  # type: ignore[index,call-overload]


def test_the_criteria_have_their_bars_owners_and_who_agreed() -> None:
    assert told(
        CRITERIA,
        pilot("the pilot starts 1 March", "02-01"),
        by_hand("Adoption.criterion=60% of nurses; owner Ana Gomez", "02-02"),
        by_hand("Adoption.criterion=agreed Ana Gomez 2026-02-10", "02-11"),
        by_hand("Falls.criterion=fewer falls; group clinical", "02-11"),
        LEE,
        on="02-20",
    ) == snapshot("""\
Pilot at Lakeshore Health: planned for 1 Mar, "the pilot starts 1 March" (Priya, 1 Feb)
• Adoption: 60% of nurses · owner Ana Gomez · agreed 10 Feb by Ana Gomez (Priya, 11 Feb)
• Falls: fewer falls · agreed by nobody yet (Priya, 11 Feb)
No criterion yet: workflow, money
Ready to start? champion yes, budget not known, value not known\
""")


@pytest.mark.parametrize(
    ("more", "warning"),
    [
        ((), "Careful: it runs without agreed criteria"),
        (("Falls.criterion=fewer falls",), "Careful: it started with 1 of 1 criterion not agreed by them"),
        (
            ("Falls.criterion=fewer; agreed Ana 2026-03-09",),
            "Careful: it started with 1 of 1 criterion not agreed by them",
        ),
        (("Falls.criterion=fewer; agreed Ana 2026-03-01",), None),
    ],
)
def test_a_pilot_that_starts_on_criteria_not_agreed_is_warned_of(more: tuple[str, ...], warning: str | None) -> None:
    lines = ask(CRITERIA, pilot(STARTED, "03-10"), *(by_hand(one, "03-10") for one in more)).text.splitlines()
    assert [line for line in lines if line.startswith("Careful")] == ([warning] if warning else [])


def test_the_signs_have_a_trend_and_are_not_proof() -> None:
    notes = (
        pilot(STARTED, "03-10"),
        pilot("45% of the nurses use it, night shift has too many clicks", "04-10"),
        pilot("71% of the nurses use it and it saves them 20 minutes", "06-10"),
        pilot("they would recommend it", "06-10"),
        pilot("they still would recommend it", "07-10"),
    )
    assert told(DOES, *notes, on="07-20") == snapshot("""\
Pilot at Lakeshore Health (4 West): running since 2 Mar, month 5
• Using it: yes, 71% (up from 45%), "71% of the nurses use it and it…" (Priya, 10 Jun)
• Finding value: yes (up from no), "71% of the nurses use it and it…" (Priya, 10 Jun)
• Would recommend it: yes (as before), "they still would recommend it" (Priya, 10 Jul)
These are leading signs, not proof of outcomes.\
""")
    assert "Month 6: ask for results" in ask(DOES, *notes, on="08-05").text


def test_a_sign_that_goes_down_is_said_and_one_not_told_is_asked_for() -> None:
    notes = pilot(STARTED, "03-10"), pilot("71% use it", "04-10"), pilot("52% use it", "05-10")
    assert told(DOES, *notes, on="05-20") == snapshot("""\
Pilot at Lakeshore Health (4 West): running since 2 Mar, month 3
• Using it: mixed, 52% (down from 71%), "52% use it" (Priya, 10 May)
• Finding value: not told. Ask.
• Would recommend it: not told. Ask.
These are leading signs, not proof of outcomes.\
""")


def test_success_is_the_buyers_to_say_and_ours_is_a_claim() -> None:
    ours = pilot("the pilot was a success", "09-10")
    assert "nobody of theirs has said so" in ask(DOES, pilot(STARTED, "03-10"), ours).text
    theirs = by_hand("pilot=succeeded Ana Gomez: we want it on every floor", "09-11")
    assert told(DOES, pilot(STARTED, "03-10"), ours, theirs) == snapshot("""\
Pilot at Lakeshore Health (4 West): done, they call it a success ("Ana Gomez: we want it on every
floor"), Priya's word, 11 Sep
• Using it: not told. Ask.
• Finding value: not told. Ask.
• Would recommend it: not told. Ask.\
""")


def test_a_pilot_may_fail_or_run_since_nobody_knows_when() -> None:
    assert "did not succeed" in ask(DOES, pilot(STARTED, "03-10"), by_hand("pilot=failed", "09-10")).text
    assert "since when is not told" in ask(DOES, pilot("the pilot is up and running", "03-10")).text


def test_the_expansion_goes_place_by_place() -> None:
    notes = (
        pilot("The oncology pilot started on 16 January", "01-30"),
        pilot("They expand to cardiology in August", "01-30"),
        pilot("Outpatient is blocked by the EHR, three months", "11-06"),
    )
    assert told(DOES, *notes) == snapshot("""\
Pilot at Lakeshore Health (oncology): running since 16 Jan, month 11
• Using it: not told. Ask.
• Finding value: not told. Ask.
• Would recommend it: not told. Ask.
Goes on to: cardiology (planned for Aug); Outpatient (blocked: the EHR, three months)\
""")
    live = pilot("The pilot went live in cardiology on 7 August", "08-14")
    assert "cardiology (live since 7 Aug)" in ask(DOES, *notes, live).text
    assert "Clinics (planned)" in ask(DOES, *notes, by_hand("Clinics.expansion=planned", "11-07")).text
    late = by_hand("Clinics.expansion=planned 2027-01-01", "11-07")
    assert "Clinics (planned for Jan 2027)" in ask(DOES, *notes, late).text
