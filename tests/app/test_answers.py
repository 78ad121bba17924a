"""Every answer: first the answer, then the words it rests on, short enough for a phone."""

import textwrap
from dataclasses import replace
from datetime import date

import pytest
from inline_snapshot import snapshot

from dealbot.app.answer import Answer, Deal
from dealbot.app.answers.unanswered import SUBJECTS, can
from dealbot.app.deal_names import DealName
from dealbot.app.question import Asking, Intent, Question
from dealbot.app.reply import ANSWERED, reply
from dealbot.app.sayings import Sayings
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.observation import Correction
from dealbot.domain.stakeholder import BuyingRole, Side, Stance
from tests.app.deals import GOMEZ, LEE, NO_MONEY, RUIZ, lakeshore
from tests.app.encoder import WordsEncoder
from tests.builders import a_concern, a_deal, a_person, a_span, a_step, a_view, an_observation

TYPICAL = lakeshore()
EMPTY = a_deal()


def ask(text: str, deal: Deal = TYPICAL) -> Answer:
    question = BuiltinQuestions().read(text, Asking((DealName(deal.name),), lambda _: deal.state.people))
    return reply(question, deal if question.deal else None, lambda: Sayings((), WordsEncoder()))


def told(text: str, deal: Deal = TYPICAL) -> str:
    """The text of an answer, its lines wrapped as a terminal would."""
    return "\n".join(textwrap.fill(line, 100) for line in ask(text, deal).text.splitlines())


def test_where_a_deal_stands() -> None:
    assert told("where does it stand?") == snapshot("""\
Lakeshore Health · At risk · $2.4M · Q2 2027 · month 11 of 18-24
Why: Dana Ruiz holds it up: money
Must say yes: 2 of 7 · Amelia Lee, CMO (12 Nov); Ana Gomez, CNO (3 Nov)
Not yet: Dana Ruiz, CFO "no money before P&T" (16 Nov); Raj Patel, CIO "we have an Epic interface
queue until Feb" (16 Nov)
Never heard: General Counsel · Not named: Chief Pharmacy Officer, CISO
Beside them: 1 no position
Left: Bill Stone, COO (20 Oct)
In the way: "P&T Tue 8 Dec, papers due 24 Nov" (16 Nov)
Next: Dana Ruiz, Send the FY27 budget lock date, Wed 25 Nov · 1 late
Priya's read of Dana Ruiz: leaning yes\
""")


def test_where_a_person_stands() -> None:
    assert told("where does dana stand?") == snapshot("""\
Lakeshore Health, 23 Nov
Dana Ruiz, CFO: concerned, holds it up over money, "no money before P&T" (Priya, 16 Nov). Priya's
read: leaning yes\
""")


def test_who_is_on_board() -> None:
    assert told("who is on board?") == snapshot("""\
2 of 7 who must say yes do at Lakeshore Health:
• Amelia Lee, CMO: committed since 13 Jan, "I want this in January" (Priya, 12 Nov)
• Ana Gomez, CNO: supportive, "4 West is ready" (Priya, 3 Nov)
Not yet: Dana Ruiz, CFO, concerned (Priya's read: leaning yes); Raj Patel, CIO, concerned
Not heard on it: Colleen Burke, nurse manager; General Counsel
Not named: Chief Pharmacy Officer, CISO\
""")


def test_whether_a_person_is_on_board() -> None:
    assert told("is the CNO on board?") == snapshot("""\
Lakeshore Health, 23 Nov
Yes. Ana Gomez, CNO: supportive, "4 West is ready" (Priya, 3 Nov)\
""")


def test_whether_somebody_who_left_is_on_board() -> None:
    assert told("is Bill Stone on board?") == snapshot("""\
Lakeshore Health, 23 Nov
Left. Bill Stone, COO: left, "Bill Stone retires end of October" (Priya, 20 Oct)\
""")


def test_who_must_be_convinced() -> None:
    assert told("who still needs convincing?") == snapshot("""\
2 to convince at Lakeshore Health, the weightiest first:
• Dana Ruiz, CFO: concerned, holds it up over money, "no money before P&T" (Priya, 16 Nov). Priya's
read: leaning yes
• Raj Patel, CIO: concerned, 1 worry (integration), "we have an Epic interface queue until Feb"
(Priya, 16 Nov)
Not heard on it: Colleen Burke, nurse manager; General Counsel
Not named: Chief Pharmacy Officer, CISO\
""")


def test_the_concerns() -> None:
    assert told("what are the remaining concerns?") == snapshot("""\
3 open concerns at Lakeshore Health:
• Dana Ruiz, CFO · money, blocks: "no money before P&T" (Priya, 16 Nov)
• In the way · approvals: "P&T Tue 8 Dec, papers due 24 Nov" (Priya, 16 Nov)
• Raj Patel, CIO · integration: "we have an Epic interface queue until Feb" (Priya, 16 Nov)
Settled: Ana Gomez, CNO, workload (3 Nov)\
""")


def test_what_blocks() -> None:
    assert told("any blockers?") == snapshot("""\
1 blocking concern at Lakeshore Health:
• Dana Ruiz, CFO · money, blocks: "no money before P&T" (Priya, 16 Nov)\
""")


def test_the_concerns_of_one() -> None:
    assert told("what is raj worried about?") == snapshot("""\
1 open concern of Raj Patel, CIO at Lakeshore Health:
• Raj Patel, CIO · integration: "we have an Epic interface queue until Feb" (Priya, 16 Nov)\
""")


def test_the_concerns_of_one_whose_are_settled() -> None:
    assert told("what is ana worried about?") == snapshot("""\
No open concern of Ana Gomez, CNO at Lakeshore Health.
Settled: Ana Gomez, CNO, workload (3 Nov)\
""")


def test_a_concern_nobody_has() -> None:
    assert told("any worries about reimbursement?") == snapshot("""\
No concern about reimbursement heard at Lakeshore Health. 3 other concerns open: ask for all of
them.\
""")
    assert told("any worries about parking garages?") == snapshot("""\
No concern about parking garages heard at Lakeshore Health. 3 other concerns open: ask for all of
them.\
""")


def test_the_next_steps() -> None:
    assert told("next steps?") == snapshot("""\
3 promises open at Lakeshore Health
We owe:
• Priya Nair: Send ROI v2 to Dana, Fri 20 Nov, 3 days late
They owe:
• Dana Ruiz: Send the FY27 budget lock date, Wed 25 Nov
• Amelia Lee: Find out who the general counsel is, no day set\
""")


def test_what_we_owe_somebody() -> None:
    assert told("what do we owe dana?") == snapshot("""\
1 promise open at Lakeshore Health
We owe:
• Priya Nair: Send ROI v2 to Dana, Fri 20 Nov, 3 days late\
""")


def test_what_they_owe() -> None:
    assert told("what do they owe us?") == snapshot("""\
2 promises open at Lakeshore Health
They owe:
• Dana Ruiz: Send the FY27 budget lock date, Wed 25 Nov
• Amelia Lee: Find out who the general counsel is, no day set\
""")


def test_nothing_owed_by_somebody() -> None:
    assert told("what has raj promised us?") == snapshot(
        "Nothing open on their side with Raj Patel, CIO at Lakeshore Health. 3 promises open in all."
    )


def test_whom_we_talked_to_and_when() -> None:
    assert told("who have we engaged and when?") == snapshot("""\
Lakeshore Health, last note 16 Nov, 7 days ago:
• Raj Patel, CIO: 16 Nov, 7 days ago
• Dana Ruiz, CFO: 16 Nov, 7 days ago
• Amelia Lee, CMO: 12 Nov, 11 days ago
• Ana Gomez, CNO: 3 Nov, 20 days ago
• Colleen Burke, nurse manager: 14 Jul, 132 days ago, quiet (due every 45)
Never heard: General Counsel · Not named: Chief Pharmacy Officer, CISO
Due: never legal, pharmacy\
""")


def test_whom_we_never_heard() -> None:
    assert told("who haven't we talked to?") == snapshot("""\
Not heard at Lakeshore Health:
Never heard: General Counsel
Not named: Chief Pharmacy Officer, CISO\
""")


def test_who_went_quiet() -> None:
    assert told("who has gone quiet?") == snapshot("""\
Quiet the longest at Lakeshore Health:
• Colleen Burke, nurse manager: 14 Jul, 132 days ago, quiet (due every 45)
Never heard: General Counsel · Not named: Chief Pharmacy Officer, CISO
Due: never legal, pharmacy\
""")


def test_when_somebody_was_last_heard() -> None:
    assert told("when did we last talk to the cno?") == snapshot("""\
Lakeshore Health
Ana Gomez, CNO: last heard 3 Nov, 20 days ago, 1 in 90 days; before that 10 Feb\
""")


def test_the_committee_by_its_parts() -> None:
    assert told("who is on the buying committee?") == snapshot("""\
Lakeshore Health, 5 on the committee
• Amelia Lee, CMO: champion · committed · advocating
• Dana Ruiz, CFO: economic buyer · concerned · blocked
• Ana Gomez, CNO: supportive · evaluating
• Raj Patel, CIO: concerned · needs evidence
• Colleen Burke, nurse manager: unknown · evaluating
Nobody known: veto, user, detractor
Named, never heard: General Counsel
Chief Pharmacy Officer: not identified; CISO: not identified\
""")


def test_who_plays_a_part() -> None:
    assert told("who is the champion?") == snapshot("""\
Champion at Lakeshore Health:
• Amelia Lee, CMO: committed since 13 Jan, "I want this in January" (Priya, 12 Nov)
  1 of 4: believes in it; not known: clinical credibility, influence inside, has the time
No second champion: everything hangs on one. Could be asked: Ana Gomez, CNO (1 of 4); Colleen Burke,
nurse manager (not tested)\
""")


def test_a_part_nobody_plays() -> None:
    assert told("who has veto power?") == snapshot("Nobody is known to have a veto at Lakeshore Health.")


def test_who_somebody_is() -> None:
    assert told("who is raj?") == snapshot("""\
Lakeshore Health
Raj Patel, CIO: concerned, 1 worry (integration), "we have an Epic interface queue until Feb"
(Priya, 16 Nov)
  IT, no part in the decision known\
""")


def test_what_was_read_of_the_account() -> None:
    assert told("what EHR do they run?") == snapshot("""\
Lakeshore Health runs Epic, November 2025 release: "EHR: Epic, November 2025 release" (Priya, 13
Jan)
Joining it: nothing told that makes it hard.\
""")


def test_somebody_nobody_knows() -> None:
    assert told("what's Bob worried about?") == snapshot("""\
Nobody at Lakeshore Health goes by Bob. I know Amelia Lee, CMO; Ana Gomez, CNO; Bill Stone, COO;
Colleen Burke, nurse manager; Dana Ruiz, CFO; +2 more.\
""")
    assert told("is the CISO on board?") == snapshot("""\
Nobody at Lakeshore Health goes by CISO. I know Amelia Lee, CMO; Ana Gomez, CNO; Bill Stone, COO;
Colleen Burke, nurse manager; Dana Ruiz, CFO; +2 more.\
""")


def test_a_part_of_the_house_nobody_is_known_of() -> None:
    assert told("is pharmacy on board?") == snapshot("Nobody from pharmacy is known at Lakeshore Health.")


def test_what_is_not_ours() -> None:
    assert told("what's the weather?") == snapshot("""\
That is not something I know. I can tell where a deal stands, how likely it is and when, who is
aligned, who still needs convincing, concerns and how they went, next steps and more: say help.\
""")


def test_every_question_that_is_answered_is_named_among_what_can_be_asked_and_no_other() -> None:
    told_of = {intent for intent in Intent if SUBJECTS.get(intent) in can(ANSWERED)}
    of_none = {Intent.HELP, Intent.LOG_NOTE, Intent.NEED_DEAL, Intent.UNSUPPORTED}

    assert told_of == ANSWERED
    assert set(SUBJECTS) == set(Intent) - of_none


def test_help() -> None:
    assert told("help") == snapshot("""\
Log a call note, then ask about the deal, in your own words:
• where a deal stands
• how likely it is and when
• who is aligned
• who still needs convincing
• concerns and how they went
• next steps
• whom we talked to and when
• what to do for each person
• who plays which part
• what somebody said
• what changed since a review
• a brief before a meeting
• their checklist and whether to go on
• the pilot
• their EHR
• their money, rivals and reimbursement
• the pipeline
• why deals stall
• what a policy touches
Say which deal.\
""")


def test_a_note_is_not_taken_for_a_question() -> None:
    assert told("met Dana today, she wants three years of savings") == snapshot(
        "That reads like a note for Lakeshore Health, not a question. Nothing was saved: log it to keep it."
    )


def test_which_deal() -> None:
    asking = Asking((DealName("Mercy General"), DealName("Mercy Valley")), lambda _: ())
    question = BuiltinQuestions().read("where does mercy stand?", asking)
    answer = reply(question, None, lambda: Sayings((), WordsEncoder()))
    assert answer.as_json() == snapshot(
        {
            "intent": "need_deal",
            "answered": False,
            "text": "Which deal: Mercy General or Mercy Valley?",
            "data": {"candidates": ["Mercy General", "Mercy Valley"]},
            "sources": [],
        }
    )


def test_no_such_deal() -> None:
    assert told("where does Riverside stand?") == snapshot(
        "I know no deal called Riverside. Say the deal's name as it was logged."
    )
    assert told("where does Lakehouse Health stand?") == snapshot(
        "I know no deal called Lakehouse Health. Did you mean Lakeshore Health?"
    )


def test_no_deal_at_all() -> None:
    question = BuiltinQuestions().read("who is on board?", Asking((), lambda _: ()))
    assert reply(question, None, lambda: Sayings((), WordsEncoder())).text == snapshot(
        "Which deal? None is known yet: log a call note first."
    )


QUESTIONS = (
    "where does it stand?",
    "who is on board?",
    "who still needs convincing?",
    "what are the concerns?",
    "next steps?",
    "who have we talked to?",
    "who is on the committee?",
    "who is the champion?",
    "is Dana on board?",
    "any blockers?",
)


@pytest.mark.parametrize("text", QUESTIONS)
def test_an_answer_fits_a_phone_and_shows_its_evidence(text: str) -> None:
    answer = ask(text)
    assert answer.answered
    assert len(answer.text.splitlines()) <= 10
    assert len(answer.text) <= 600
    assert answer.sources


@pytest.mark.parametrize("text", QUESTIONS)
def test_the_same_question_of_the_same_deal_has_the_same_answer(text: str) -> None:
    assert ask(text) == ask(text, lakeshore())


@pytest.mark.parametrize("text", QUESTIONS[:8])
def test_of_a_deal_nothing_is_known_of_nothing_is_answered(text: str) -> None:
    answer = ask(text, EMPTY)
    assert (answer.answered, answer.sources) == (False, ())
    assert "Lakeshore Health" in answer.text


def test_every_quote_shown_is_in_the_sources() -> None:
    answer = ask("who is on board?")
    assert any("I want this in January" in source.quote for source in answer.sources)


def test_a_large_deal_still_fits_a_phone() -> None:
    names = [f"Person{number} Familyname{number}" for number in range(25)]
    said = [
        an_observation(a_person(name, "CFO", Stance.CONCERNED, f"{name} wants to see three more years of savings"))
        for name in names
    ]
    worries = [an_observation(a_concern(name, ConcernTopic.BUDGET_ROI, "not in this year's budget")) for name in names]
    ours = [an_observation(a_step(f"Send {name} the model", "12-04")) for name in names]
    theirs = [an_observation(a_step("Answer the model", "12-11", name, Side.BUYER)) for name in names]
    big = a_deal(*said, *worries, *ours, *theirs)
    for text in QUESTIONS[:7]:
        answer = ask(text, big)
        assert len(answer.text) <= 600, text
        assert len(answer.text.splitlines()) <= 11, text


def test_two_readings_of_one_call_are_both_shown() -> None:
    deal = a_deal(
        an_observation(a_person("Dana Ruiz", "CFO", Stance.SUPPORTIVE, "she likes it"), author="Sam Okafor"),
        an_observation(a_person("Dana Ruiz", "CFO", Stance.CONCERNED, "she is not sure about the price")),
        an_observation(a_person("Amelia Lee", "CMO", Stance.SUPPORTIVE, "all for it")),
    )
    assert told("is dana on board?", deal) == snapshot("""\
Lakeshore Health, 23 Nov
Not yet. Dana Ruiz, CFO: two readings of one call, the worse counts: concerned "she is not sure
about the price" (Priya, 16 Nov); supportive "she likes it" (Sam, 16 Nov)\
""")


def test_what_the_author_believes_stands_beside_and_is_not_counted() -> None:
    deal = a_deal(
        an_observation(a_person("Dana Ruiz", "CFO")),
        an_observation(a_view("Dana Ruiz", Stance.OPPOSED, "Dana's a no, trust me")),
        an_observation(a_person("Amelia Lee", "CMO", Stance.SUPPORTIVE, "all for it")),
    )
    assert told("who is on board?", deal) == snapshot("""\
1 of 7 who must say yes do at Lakeshore Health:
• Amelia Lee, CMO: supportive, "all for it" (Priya, 16 Nov)
Not heard on it: Dana Ruiz, CFO (Priya's read: leaning no)
Not named: CNO, Chief Pharmacy Officer, CIO, CISO, General Counsel\
""")


def test_a_yes_with_a_worry_is_no_plain_yes() -> None:
    deal = a_deal(
        an_observation(a_person("Ana Gomez", "CNO", Stance.SUPPORTIVE, "wants it on her floors")),
        an_observation(a_concern("Ana Gomez", ConcernTopic.WORKFLOW_BURDEN, "night staffing", ConcernStatus.ADDRESSED)),
        an_observation(a_person("Amelia Lee", "CMO", Stance.SUPPORTIVE, "all for it")),
    )
    assert told("who is on board?", deal) == snapshot("""\
1 of 7 who must say yes do at Lakeshore Health, 1 more with a worry:
• Amelia Lee, CMO: supportive, "all for it" (Priya, 16 Nov)
• Ana Gomez, CNO: supportive, 1 worry (workload), "wants it on her floors" (Priya, 16 Nov)
Not named: Chief Pharmacy Officer, CFO, CIO, CISO, General Counsel\
""")
    assert told("concerns?", deal) == snapshot("""\
1 open concern at Lakeshore Health:
• Ana Gomez, CNO · workload, answered, not settled: "night staffing" (Priya, 16 Nov)\
""")


def test_nobody_says_yes() -> None:
    deal = a_deal(
        an_observation(a_person("Dana Ruiz", "CFO", Stance.OPPOSED, "not on my watch", BuyingRole.VETO)),
        an_observation(a_person("Raj Patel", "CIO", Stance.NEUTRAL, "will follow the others")),
    )
    assert told("who is on board?", deal) == snapshot("""\
Nobody says yes yet at Lakeshore Health; 7 must.
Not yet: Dana Ruiz, CFO, opposed; Raj Patel, CIO, neutral
Not named: CMO, CNO, Chief Pharmacy Officer, CISO, General Counsel\
""")
    assert told("who could stop it?", deal) == snapshot("""\
Veto at Lakeshore Health:
• Dana Ruiz, CFO: opposed, "not on my watch" (Priya, 16 Nov)\
""")


def test_nobody_says_no() -> None:
    deal = a_deal(
        an_observation(a_person("Dana Ruiz", "CFO", Stance.SUPPORTIVE, "money is set aside")),
        an_observation(a_person("Raj Patel", "CIO", Stance.COMMITTED, "signed off the build")),
    )
    assert told("who still needs convincing?", deal) == snapshot("""\
Nobody heard at Lakeshore Health says no or hesitates; 2 yeses.
Not named: CMO, CNO, Chief Pharmacy Officer, CISO, General Counsel\
""")


def test_nothing_is_late() -> None:
    deal = a_deal(an_observation(a_step("Send the model", "12-04")), an_observation(a_person("Dana Ruiz", "CFO")))
    assert told("anything late?", deal) == snapshot("Nothing late at Lakeshore Health. 1 promise open in all.")
    assert told("what do they owe us?", deal) == snapshot(
        "Nothing open on their side at Lakeshore Health. 1 promise open in all."
    )


def test_a_promise_without_a_day_and_one_of_a_third_party() -> None:
    deal = a_deal(an_observation(a_step("Ask the EHR vendor", None, "Epic", Side.THIRD_PARTY)))
    assert told("next steps?", deal) == snapshot("""\
1 promise open at Lakeshore Health
Others owe:
• Epic: Ask the EHR vendor, no day set\
""")


def test_everybody_was_heard_lately() -> None:
    deal = a_deal(an_observation(a_person("Dana Ruiz", "CFO", Stance.SUPPORTIVE, "money is set aside"), "11-20"))
    assert told("who has gone quiet?", deal) == snapshot("""\
Quiet the longest at Lakeshore Health:
• nobody: all heard as often as they should
Not named: CMO, CNO, Chief Pharmacy Officer, CIO, CISO, General Counsel\
""")
    assert told("who haven't we talked to?", deal) == snapshot("""\
Not heard at Lakeshore Health:
Not named: CMO, CNO, Chief Pharmacy Officer, CIO, CISO, General Counsel\
""")


def test_an_answer_as_of_a_day_counts_what_was_said_by_then() -> None:
    assert ask("who is on board?", lakeshore(date(2026, 6, 30))).text == snapshot("""\
1 of 7 who must say yes do at Lakeshore Health:
• Amelia Lee, CMO: committed, "I want this in January" (Priya, 13 Jan)
• Bill Stone, COO: supportive, "good with it" (Priya, 3 Jun)
Not yet: Ana Gomez, CNO, neutral
Not named: Chief Pharmacy Officer, CFO, CIO, CISO, General Counsel\
""")


def test_an_answer_in_the_contracts_shape() -> None:
    answer = ask("is the CNO on board?").as_json()
    assert list(answer) == ["intent", "answered", "text", "data", "sources"]
    assert answer["data"] == snapshot(
        {
            "aligned": [
                {
                    "name": "Ana Gomez",
                    "title": "Chief Nursing Officer",
                    "function": "nursing",
                    "roles": [],
                    "stance": "supportive",
                    "since": "2026-11-03",
                    "last_heard": "2026-11-03",
                    "evidence": {
                        "note": "n-11-03-P",
                        "on": "2026-11-03",
                        "author": "Priya Nair",
                        "quote": "4 West is ready, my night leads asked for it",
                        "start": 0,
                        "end": 44,
                    },
                }
            ],
            "to_convince": [],
            "unknown": [],
            "gone": [],
        }
    )
    assert answer["sources"] == snapshot(
        [
            {
                "note": "n-11-03-P",
                "on": "2026-11-03",
                "author": "Priya Nair",
                "quote": "4 West is ready, my night leads asked for it",
                "start": 0,
                "end": 44,
            }
        ]
    )


def test_every_intent_is_answered_by_somebody() -> None:
    for intent in Intent:
        question = Question("?", intent, TYPICAL.name if intent.of_one_deal else None, meant=intent)
        answer = reply(question, TYPICAL if question.deal else None, lambda: Sayings((), WordsEncoder()))
        assert answer.intent is intent
        assert answer.text
        assert bool(answer.sources) == answer.answered


def test_the_promises_of_a_part_of_the_house() -> None:
    assert told("what is outstanding with finance?") == snapshot("""\
2 promises open at Lakeshore Health
We owe:
• Priya Nair: Send ROI v2 to Dana, Fri 20 Nov, 3 days late
They owe:
• Dana Ruiz: Send the FY27 budget lock date, Wed 25 Nov\
""")
    assert told("what is outstanding with IT people?") == snapshot(
        "Nothing open with Raj Patel, CIO at Lakeshore Health. 3 promises open in all."
    )


def test_the_concerns_of_a_part_of_the_house() -> None:
    assert told("what pushback do we get from finance?") == snapshot("""\
1 open concern from finance at Lakeshore Health:
• Dana Ruiz, CFO · money, blocks: "no money before P&T" (Priya, 16 Nov)\
""")


def test_whether_people_of_every_kind_are_on_board() -> None:
    deal = a_deal(
        an_observation(a_person("Dana Ruiz", "CFO", Stance.OPPOSED, "not on my watch")),
        an_observation(a_person("Ana Gomez", "CNO", Stance.SUPPORTIVE, "wants it")),
        an_observation(a_concern("Ana Gomez", ConcernTopic.WORKFLOW_BURDEN, "night staffing")),
        an_observation(a_person("Raj Patel", "CIO")),
        an_observation(a_concern("Raj Patel", ConcernTopic.INTEGRATION, "the queue is long")),
        an_observation(a_person("Colleen Burke", "nurse manager")),
    )
    assert told("are dana, ana, raj and colleen on board?", deal) == snapshot("""\
Lakeshore Health, 23 Nov
Yes, 1 worry. Ana Gomez, CNO: supportive, 1 worry (workload), "wants it" (Priya, 16 Nov)
Not known. Colleen Burke, nurse manager: heard 16 Nov, no position yet
No. Dana Ruiz, CFO: opposed, "not on my watch" (Priya, 16 Nov)
Not known. Raj Patel, CIO: no position yet, 1 worry (integration), "the queue is long" (Priya, 16
Nov)\
""")


def test_a_promise_to_a_seat_is_found_by_its_title() -> None:
    deal = a_deal(
        an_observation(a_person("Dana Ruiz", "CFO", Stance.NEUTRAL, "waits")),
        an_observation(a_step("Send the budget date", "12-04", "the CFO", Side.BUYER)),
    )
    assert told("what did Dana promise us?", deal) == snapshot("""\
1 promise open at Lakeshore Health
They owe:
• the CFO: Send the budget date, Fri 4 Dec\
""")


def test_nobody_known_goes_by_a_name_where_nobody_is_known() -> None:
    assert told("what's Bob worried about?", EMPTY) == snapshot("Nobody at Lakeshore Health goes by Bob.")
    assert told("what is the CFO worried about?", a_deal(an_observation(a_person("Kim Lo", "VP Finance")))) == snapshot(
        "Nobody at Lakeshore Health goes by CFO. From finance I know Kim Lo, VP Finance."
    )


def test_five_deals_are_told_and_the_rest_counted() -> None:
    names = tuple(DealName(f"Deal{letter}") for letter in "ABCDEFG")
    question = BuiltinQuestions().read("who is on board?", Asking(names, lambda _: ()))
    assert reply(question, None, lambda: Sayings((), WordsEncoder())).text == snapshot(
        "Which deal? DealA, DealB, DealC, DealD, DealE, +2 more."
    )


def test_the_latest_belief_of_each_author_is_told() -> None:
    deal = a_deal(
        an_observation(a_person("Dana Ruiz", "CFO", Stance.NEUTRAL, "waits")),
        an_observation(a_view("Dana Ruiz", Stance.OPPOSED, "a no"), "11-01"),
        an_observation(a_view("Dana Ruiz", Stance.SUPPORTIVE, "coming round"), "11-10"),
        an_observation(a_view("Dana Ruiz", Stance.CONCERNED, "worried"), "11-12", "Sam Okafor"),
    )
    assert told("where does dana stand?", deal) == snapshot("""\
Lakeshore Health, 23 Nov
Dana Ruiz, CFO: neutral, "waits" (Priya, 16 Nov). Priya's read: leaning yes; Sam's read: worried\
""")


def test_a_deal_past_the_usual_time_is_told_so() -> None:
    assert "month 26, usual 18-24" in ask("where does it stand?", lakeshore(date(2028, 2, 20))).text


def test_somebody_beside_the_committee_may_be_needed_too() -> None:
    said = a_person("Omar Diaz", "consultant", Stance.OPPOSED, "advises against it")
    needed = Correction(CorrectedField.REQUIRED, "yes", "Omar Diaz", a_span("Omar Diaz.required=yes"))
    deal = a_deal(an_observation(replace(said, side=Side.THIRD_PARTY)), an_observation(needed), an_observation(RUIZ))
    assert 'Omar Diaz, consultant "advises against it"' in ask("where does it stand?", deal).text


def test_a_yes_with_a_worry_stands_under_not_yet_with_the_worry() -> None:
    clicks = a_concern("Ana Gomez", ConcernTopic.WORKFLOW_BURDEN, "who does the extra clicks at night")
    deal = a_deal(an_observation(GOMEZ), an_observation(RUIZ), an_observation(clicks))
    text = ask("where does it stand?", deal).text
    assert "Must say yes: 0 of 7" in text
    assert 'Ana Gomez, CNO, yes but 1 worry "who does the extra clicks at night" (16 Nov)' in text
    assert "Not yet a plain yes: Ana Gomez" in ask("who still needs convincing?", deal).text


def test_where_nobody_is_needed_that_is_said() -> None:
    seats = ("CMO", "CNO", "Chief Pharmacy Officer", "Dana Ruiz", "CIO", "CISO", "General Counsel")
    none = [Correction(CorrectedField.REQUIRED, "no", seat, a_span(f"{seat}.required=no")) for seat in seats]
    deal = a_deal(an_observation(RUIZ), *(an_observation(item) for item in none))
    assert "Must say yes: nobody set" in ask("where does it stand?", deal).text
    assert not ask("what is the plan for each person?", deal).answered


def test_what_several_raised_is_common_ground_and_the_champion_is_a_partner_or_not() -> None:
    worry = a_concern("Ana Gomez", ConcernTopic.BUDGET_ROI, "who pays for the night staff")
    people = [an_observation(item) for item in (LEE, GOMEZ, RUIZ)]
    deal = a_deal(*people, an_observation(NO_MONEY), an_observation(worry))
    told = ask("what is our plan for each person?", deal).text
    assert "Common ground: money, raised by Ana Gomez, CNO and Dana Ruiz, CFO" in told
    assert "as a partner: nothing asked of them yet" in ask("what is the plan for Amelia?", deal).text


def test_somebody_just_heard_is_met_again_in_time() -> None:
    assert "suggested within 25 days" in ask("what is the plan for Ana?").text


def test_the_committee_of_nobody_is_said() -> None:
    assert ask("who is on the committee?", EMPTY).text == "Nobody is known at Lakeshore Health yet."


def test_the_map_tells_the_phase_beside_the_committee() -> None:
    phase = Correction(CorrectedField.PHASE, "validation", None, a_span("phase=validation"))
    deal = a_deal(an_observation(RUIZ), an_observation(phase))
    assert ask("show me the influence map", deal).text.startswith("Lakeshore Health, 1 on the committee · validation")
