"""Whatever people, deals and notes are called, what is shown is what Slack accepts, and mentions nobody."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dealbot.app.answer import Answer
from dealbot.app.chat.replies import (
    Answered,
    CallSeen,
    DealHanded,
    NoteCard,
    NoteDated,
    NotePlaced,
    Plain,
    Reply,
    SeveralCalls,
    WhichDeal,
    WhyEnded,
)
from dealbot.app.date_note import Dated
from dealbot.app.place_note import Placed
from dealbot.app.question import Intent
from dealbot.app.reassign import Handed
from dealbot.domain.cause import Cause
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.ending import Told
from dealbot.domain.evidence import Evidence
from dealbot.domain.note import CallNote
from dealbot.domain.observation import ConcernStatement, Observation
from dealbot.domain.record import DealRecord, Outcome
from dealbot.domain.stakeholder import Stance
from dealbot.slack.blockcheck import check_message, check_options, check_view
from dealbot.slack.postings import Outlet, _posting
from dealbot.slack.views.forms import correct_form, day_form, log_form, move_form, named_option
from dealbot.slack.views.messages import message_of
from dealbot.slack.views.settling import brief_for_heir
from dealbot.slack.views.words import words_view
from tests.builders import a_concern, a_person, a_span, a_step, an_observation
from tests.slack.views.saying import NOTE, QUESTION, TODAY, fixed, logged, state

_LETTERS = st.text(st.sampled_from("abcZ &<>*_`~!@|#'\"\\\n\t😀é-,.") | st.characters(codec="utf-8"), min_size=1)
NAMES = _LETTERS | st.sampled_from(["<!channel>", "*Bold*", "x" * 200, "Dr. " + "y" * 2_500, "<@U0TOM>", "&lt;"])
_LEARNED = datetime(2026, 11, 23, tzinfo=UTC)
TITLES = NAMES | st.none()


@st.composite
def observations(draw: st.DrawFn) -> list[Observation]:
    """What some note says of some people."""
    people = draw(st.lists(st.tuples(NAMES, TITLES, st.sampled_from(Stance)), max_size=8))
    said = [an_observation(a_person(name, title, stance), "11-16") for name, title, stance in people]
    topics = st.sampled_from(ConcernTopic)
    worries = draw(st.lists(st.tuples(NAMES | st.none(), topics, st.booleans()), max_size=6))
    said += [an_observation(a_concern(who, topic, "so", blocking=b), "11-16") for who, topic, b in worries]
    steps = draw(st.lists(st.tuples(NAMES, TITLES), max_size=6))
    return said + [an_observation(a_step(action, "11-20", owner), "11-16") for action, owner in steps]


def texts(shown: Any) -> Iterator[Any]:
    """Every text object inside."""
    inside = shown.values() if isinstance(shown, dict) else shown if isinstance(shown, list) else ()
    if isinstance(shown, dict) and isinstance(shown.get("text"), str) and "type" in shown:
        yield shown
    for each in inside:
        yield from texts(each)


def accepted(reply: Reply) -> None:
    message = message_of(reply)
    assert message is not None
    told = _posting(message, Outlet("C0", None, "U0")).arguments
    assert check_message(told) == ()
    read = [told["text"], *(text["text"] for text in texts(told["blocks"]) if text["type"] == "mrkdwn")]
    assert not [text for text in read if "<" in text]


@settings(max_examples=40)
@given(said=observations(), deal=NAMES, choices=st.lists(NAMES, min_size=1, max_size=4, unique=True))
def test_cards(said: list[Observation], deal: str, choices: list[str]) -> None:
    question = replace(QUESTION, text=f"By when will {choices[0]} do this?")
    accepted(NoteCard(logged(deal, *said, question=question), tuple(choices)))
    accepted(NoteCard(logged(deal, *said), carried=True, shared=True, again=True, dated=True))


@settings(max_examples=40)
@given(text=NAMES, deal=NAMES, quotes=st.lists(NAMES, max_size=60), names=st.lists(NAMES, max_size=5))
def test_answers(text: str, deal: str, quotes: list[str], names: list[str]) -> None:
    said = tuple(Evidence(f"{NOTE}-{number}", TODAY, None, a_span(quote)) for number, quote in enumerate(quotes))
    answer = Answer(Intent.STANDING, answered=True, text=f"Answer: {text}", sources=said)
    accepted(Answered(answer, deal, carried=True, shared=True))
    accepted(Answered(answer, None, choices=tuple(names), asked=NOTE))


@settings(max_examples=40)
@given(deal=NAMES, other=NAMES, who=NAMES, choices=st.lists(NAMES, max_size=4))
def test_what_was_done_and_what_is_asked(deal: str, other: str, who: str, choices: list[str]) -> None:
    accepted(fixed(deal, who))
    accepted(NotePlaced(Placed(NOTE, deal, other, (), state())))
    accepted(NotePlaced(Placed(NOTE, deal, None, (), state())))
    accepted(WhichDeal(NOTE, tuple(choices), who))
    accepted(WhichDeal(NOTE, tuple(choices), moving=True))
    accepted(Plain(f"No: {who}", NOTE))
    accepted(NoteDated(Dated(NOTE, deal, TODAY, TODAY, (), state())))
    accepted(SeveralCalls(NOTE, tuple(CallSeen(TODAY, tuple(choices), each) for each in (deal, other, None) * 4)))


@settings(max_examples=40)
@given(deal=NAMES, who=NAMES, reason=NAMES, brief=NAMES)
def test_how_a_deal_ends_and_to_whom_it_goes(deal: str, who: str, reason: str, brief: str) -> None:
    accepted(WhyEnded(deal, Told(None, Cause.BUDGET, reason=reason)))
    accepted(WhyEnded(deal, Told(Outcome.PAUSED, None, TODAY, reason)))
    handed = Handed(DealRecord(1, deal, deal), who, "U0SAM", who, (reason,), f"{who}\n{brief}")
    accepted(DealHanded(handed, shared=True))
    told = _posting(brief_for_heir(DealHanded(handed)), Outlet("U0SAM", None, "U0SAM")).arguments
    assert check_message(told) == ()


@settings(max_examples=40)
@given(said=observations(), deal=NAMES, recent=st.lists(NAMES, max_size=3, unique=True), text=NAMES)
def test_forms(said: list[Observation], deal: str, recent: list[str], text: str) -> None:
    worries = [each.item for each in said if isinstance(each.item, ConcernStatement)]
    told = {"note": NOTE, "deal": deal, "channel": "C0", "thread": "1.2"}
    assert check_view(move_form(told, recent)) == ()
    assert check_view(correct_form(told, state(*said), worries)) == ()
    assert check_view(log_form({}, TODAY, text, deal)) == ()
    assert check_view(day_form(told, TODAY)) == ()
    assert check_options({"options": [named_option(name) for name in recent]}) == ()


def test_a_form_for_a_deal_with_hundreds_of_people() -> None:
    people = [an_observation(a_person(f"Person {chr(65 + n % 26)}{n} Of-{'x' * 90}", "CFO")) for n in range(300)]
    assert check_view(correct_form({"note": NOTE}, state(*people), [])) == ()


@settings(max_examples=40)
@given(quotes=st.lists(NAMES, max_size=60), author=NAMES | st.none(), deal=NAMES)
def test_words(quotes: list[str], author: str | None, deal: str) -> None:
    told = [
        (quote * 30, CallNote(f"n{n}", 1, deal, quote, TODAY - timedelta(days=n), _LEARNED, author))
        for n, quote in enumerate(quotes)
    ]
    assert check_view(words_view(deal, told)) == ()
