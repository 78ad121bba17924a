"""A question that goes on keeps what its own words do not replace."""

from dataclasses import replace
from datetime import date

import pytest

from dealbot.app.chat.memory import Memory, remembered
from dealbot.app.deal_names import DealName
from dealbot.app.question import Asking, Focus, Intent, Question, Talk
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.stakeholder import BuyingRole, Function
from tests.app.deals import lakeshore

DEAL = lakeshore()
ASKING = Asking(
    (DealName("Lakeshore Health", ("Lakeshore",)), DealName("Norton")),
    lambda name: DEAL.state.people if name == DEAL.name else (),
    today=date(2026, 11, 23),
)
READER = BuiltinQuestions()


def after(*texts: str) -> Question:
    """The last of these questions, asked one after the other."""
    talk = Talk()
    for text in texts[:-1]:
        talk = talk.after(READER.read(text, replace(ASKING, talk=talk)))
    return READER.read(texts[-1], replace(ASKING, talk=talk))


@pytest.mark.parametrize("more", ["why?", "since when?", "how come", "says who?", "what makes you say that?"])
def test_asking_for_more_asks_the_same_again(more: str) -> None:
    first = after("what is the CFO at Lakeshore worried about?")
    again = after("what is the CFO at Lakeshore worried about?", more)
    assert (again.intent, again.deal, again.people) == (first.intent, first.deal, first.people)


def test_another_deal_takes_the_question_with_its_limits() -> None:
    read = after("any worries from legal about the contract at Lakeshore as of October 1?", "and at Norton?")
    assert (read.intent, read.deal, read.function, read.as_of) == (
        Intent.CONCERNS,
        "Norton",
        Function.LEGAL,
        "October 1",
    )


def test_another_person_replaces_the_one_before() -> None:
    read = after("when did we last talk to Dana at Lakeshore?", "and Raj?")
    assert (read.intent, read.people) == (Intent.ENGAGEMENT, ("raj patel",))


def test_another_day_keeps_the_rest() -> None:
    read = after("what is Dana at Lakeshore worried about?", "and a month ago?")
    assert (read.intent, read.people, read.as_of) == (Intent.CONCERNS, ("dana ruiz",), "a month ago")


def test_since_is_kept_for_the_next_deal() -> None:
    assert after("what changed at Lakeshore since Monday", "and Norton?").since == "Monday"


def test_who_is_not_asks_for_the_other_side() -> None:
    assert after("who is on board at Lakeshore?", "and who isn't?").intent is Intent.TO_CONVINCE
    assert after("who still needs convincing at Lakeshore?", "and who does?").intent is Intent.ALIGNED


def test_by_when_asks_for_the_date_of_what_was_likely() -> None:
    assert after("how likely is full agreement at Lakeshore?", "and by when?").intent is Intent.TIMELINE
    assert after("what do they owe us at Lakeshore?", "by when?").intent is Intent.NEXT_STEPS


def test_her_is_the_last_person_of_the_deal_talked_about() -> None:
    read = after("where does Dana at Lakeshore stand?", "what are the next steps", "what is she worried about?")
    assert read.people == ("dana ruiz",)
    assert after("where does Dana at Lakeshore stand?", "what does she worry about at Norton").people == ()


def test_what_is_not_ours_leaves_the_talk_as_it_was() -> None:
    read = after("who is on board at Lakeshore?", "tell me a joke", "and who isn't?")
    assert (read.intent, read.deal) == (Intent.TO_CONVINCE, "Lakeshore Health")


def test_without_a_question_before_why_is_a_question_of_its_own() -> None:
    assert after("why?").intent in {Intent.UNSUPPORTED, Intent.NEED_DEAL}


def test_the_talk_is_remembered_with_all_its_limits() -> None:
    talk = Talk(
        None,
        Intent.CONCERNS,
        "dana ruiz",
        ("A", "B"),
        everywhere=True,
        people=("dana ruiz",),
        function=Function.LEGAL,
        topic=ConcernTopic.LEGAL_CONTRACT,
        role=BuyingRole.VETO,
        focus=Focus.LATE,
        as_of="October 1",
        since="Monday",
    )
    assert remembered(Memory(last=talk).as_json()).talk == talk


def test_a_talk_remembered_by_an_older_version_is_read() -> None:
    older = {**Memory("Norton").as_json(), "intent": "concerns", "person": "dana ruiz"}
    del older["last"]
    assert remembered(older).talk == Talk("Norton", Intent.CONCERNS, "dana ruiz")


def test_a_note_leaves_what_is_remembered() -> None:
    memory = Memory("Norton", last=Talk("Norton", Intent.CONCERNS))
    assert memory.after(Question("met her", Intent.LOG_NOTE, "Lakeshore Health")) == memory


def test_the_rule_that_is_talked_of_is_no_question_that_the_guides_answered() -> None:
    impact = Question("does the outpatient rule hit Norton?", Intent.POLICY_IMPACT)
    memory = replace(Memory("Norton").after(impact), policy="cms-2025-20907")

    assert (memory.talk.asked, memory.talk.policy) == (None, "cms-2025-20907")
    assert remembered(memory.as_json()).talk == memory.talk
    assert memory.after(Question("what is a DRG?", Intent.KNOWLEDGE)).talk.policy is None
