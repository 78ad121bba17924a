"""Over one's deals: which are due for review, by what changed, and what Monday will show."""

import textwrap
from dataclasses import replace
from datetime import date

import pytest
from inline_snapshot import snapshot

from dealbot.app.answer import Answer, Deal
from dealbot.app.answers.mending import question_for
from dealbot.app.answers.monday import team_monday
from dealbot.app.answers.moves import last_monday, since_monday
from dealbot.app.deal_names import DealName
from dealbot.app.question import Asking, Focus, Intent, Question, Talk
from dealbot.app.reply import of_several, reply_across
from dealbot.app.sayings import Sayings
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.app.wording import LONGEST
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.observation import Item, Observation
from dealbot.domain.record import Call
from dealbot.domain.stakeholder import BuyingRole, Side, Stance
from tests.app.encoder import WordsEncoder
from tests.app.looking import a_deal_told, ask, set_by_hand
from tests.builders import a_concern, a_leaver, a_person, a_step, an_observation

FRIDAY = date(2026, 11, 20)
NO_TALK = Talk()
MONDAY = Question("forecast", Intent.REVIEW, everywhere=True, focus=Focus.MONDAY)
SAID_YES = tuple(
    a_person(name, title, Stance.SUPPORTIVE, "fine with it")
    for name, title in (("Ana Gomez", "CNO"), ("Raj Patel", "CIO"), ("Amelia Lee", "CMO"), ("Ken Mori", "CISO"))
)
LAKESHORE = DealName("Lakeshore Health")


def mover(name: str, before: Stance, after: Stance, on: str = "11-17") -> tuple[Observation, ...]:
    return (
        an_observation(a_person(name, "CFO", before, f"{name} before"), "09-01"),
        an_observation(a_person(name, "CFO", after, f"{name} after"), on),
    )


def a_deal(name: str, *told: Observation, call: Call | None = None, amount: int | None = None) -> Deal:
    return a_deal_told(told, FRIDAY, name, amount, call)


def over(asked: Focus, *deals: Deal, passed: int = 0) -> Answer:
    question = Question("?", Intent.REVIEW, everywhere=True, focus=asked)
    assert of_several(question)
    return reply_across(question, deals, lambda _: Sayings((), WordsEncoder()), passed)


def read(text: str, given: str | None = None, talk: Talk = NO_TALK) -> Question:
    return BuiltinQuestions().read(text, Asking((LAKESHORE,), lambda _: (), given, talk, today=FRIDAY))


def wrapped(found: Answer) -> str:
    return "\n".join(textwrap.fill(line, 100) for line in found.text.splitlines())


DOWN = a_deal(
    "Mercy",
    *mover("Dana Ruiz", Stance.SUPPORTIVE, Stance.CONCERNED),
    an_observation(a_step("Send the sums", "11-10"), "11-02"),
    call=Call.COMMIT,
    amount=4_000_000,
)
UP = a_deal("Bayview", *mover("Lou Pell", Stance.NEUTRAL, Stance.SUPPORTIVE), amount=1_100_000)
QUIET = a_deal("Delta", an_observation(a_person("Ann Cole", "CNO", Stance.SUPPORTIVE, "likes it"), "09-01"))


def test_what_monday_will_show() -> None:
    found = over(Focus.MONDAY, UP, QUIET, DOWN)

    assert len(found.text) <= LONGEST
    assert wrapped(found) == snapshot("""\
Monday 23 Nov will show 3 deals, $5.1M · 2 moved · 1 quiet over 21 days
↓ Mercy $4M Q2 2027: you say commit, Dana down
↑ Bayview $1.1M Q2 2027: Lou up
Commit without a word from the money: Mercy
Promises late: ours 1, theirs 0
Too little heard: Mercy, Bayview, Delta
Mend it: log a note, or set right what is wrong.\
""")


def test_a_manager_sees_what_each_owner_believes_beside_what_was_heard() -> None:
    deals = [replace(deal, record=replace(deal.record, owner="U0PRIYA")) for deal in (UP, DOWN)]
    found = team_monday(MONDAY, (*deals, QUIET), {"U0PRIYA": "Priya Nair"})

    assert len(found.text) <= LONGEST
    assert found.data["team"] == {"deals": 3, "questions": 3}
    assert wrapped(found) == snapshot("""\
Forecast Fri 20 Nov · 3 deals, $5.1M · 2 moved · 1 quiet over 21 days
↓ Mercy $4M Q2 2027: Priya says commit, Dana down (17 Nov)
↑ Bayview $1.1M Q2 2027: Lou up (17 Nov)
Commit without a word from the money: Mercy
Promises late: ours 1 (Priya 1), theirs 0
Too little heard: Mercy, Bayview, Delta\
""")


def test_a_manager_without_deals_is_told_so() -> None:
    found = team_monday(MONDAY, (), {})
    assert (found.answered, found.text) == (False, "No open deals yet.")


def test_the_question_that_mends_a_deal_is_about_the_money_or_whoever_was_never_heard() -> None:
    paid = a_person("Dana Ruiz", "CFO", Stance.CONCERNED, "no money before P&T", BuyingRole.ECONOMIC_BUYER)
    held = a_deal("Mercy", an_observation(paid, "11-16"), call=Call.COMMIT)
    agreed = replace(paid, stance=Stance.SUPPORTIVE)
    clear = a_deal("Bayview", *(an_observation(each, "11-16") for each in (agreed, *SAID_YES)), call=Call.COMMIT)

    assert [question_for(deal) for deal in (DOWN, held, QUIET, clear, a_deal("Union"))] == snapshot(
        [
            "You say commit, and nobody who releases the money is known: who is it, and what do they say?",
            'You say commit, and the money has not said yes: Dana Ruiz, CFO "no money before P&T" (16 Nov). And now?',
            "Too little is heard to tell where it stands: what did you hear last?",
            None,
            "Too little is heard to tell where it stands: what did you hear last?",
        ]
    )


def test_who_owns_nothing_is_shown_nothing_on_monday() -> None:
    assert over(Focus.MONDAY).answered is False


def test_a_calm_week_says_so() -> None:
    found = over(Focus.MONDAY, QUIET)

    assert ("Nothing moved since Monday." in found.text, found.answered) == (True, True)


def test_a_commit_with_the_money_behind_it_is_not_pointed_at() -> None:
    paid = a_person("Dana Ruiz", "CFO", Stance.COMMITTED, "I sign", BuyingRole.ECONOMIC_BUYER)
    found = over(Focus.MONDAY, a_deal("Mercy", an_observation(paid, "11-17"), call=Call.COMMIT))

    assert "without a word" not in found.text


def test_the_review_queue_is_ordered_by_what_changed() -> None:
    settled = a_deal(
        "Union", *mover("Kay Orr", Stance.SUPPORTIVE, Stance.SUPPORTIVE), set_by_hand("reviewed", "yes", "11-18")
    )
    found = over(Focus.QUEUE, UP, settled, DOWN)

    assert wrapped(found) == snapshot("""\
2 deals to review, 2 overdue, by what changed:
↓ Mercy $4M: Dana down · never reviewed, 45 days overdue
↑ Bayview $1.1M: Lou up · never reviewed, 45 days overdue
Nothing changed: Union\
""")
    assert [each["deal"] for each in _deals(found)] == ["Mercy", "Bayview"]


def test_an_overdue_review_is_in_the_queue_though_nothing_changed() -> None:
    still = a_deal(
        "Delta",
        *mover("Ann Cole", Stance.SUPPORTIVE, Stance.SUPPORTIVE, "09-02"),
        set_by_hand("reviewed", "yes", "10-01"),
    )

    assert "• Delta: nothing changed · last 1 Oct, 15 days overdue" in over(Focus.QUEUE, still).text


def test_where_nothing_is_due_nothing_is_listed() -> None:
    reviewed = a_deal(
        "Delta", *mover("Ann Cole", Stance.SUPPORTIVE, Stance.SUPPORTIVE), set_by_hand("reviewed", "yes", "11-19")
    )

    assert over(Focus.QUEUE, reviewed).text == "Nothing to review.\nNothing changed: Delta"
    assert over(Focus.QUEUE).answered is False


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what will Monday show?", Focus.MONDAY),
        ("forecast", Focus.MONDAY),
        ("Monday", Focus.MONDAY),
        ("show me the forecast please", Focus.MONDAY),
        ("what is the forecast for Lakeshore?", None),
        ("met Dana on Monday", None),
        ("What's Monday going to show", Focus.MONDAY),
        ("what will Maria see on Monday?", Focus.MONDAY),
        ("what does the monday pack say", Focus.MONDAY),
        ("review queue", Focus.QUEUE),
        ("which deals are due for a review?", Focus.QUEUE),
        ("what should we review?", Focus.QUEUE),
        ("any overdue reviews", Focus.QUEUE),
        ("monthly reviews", Focus.QUEUE),
        ("what changed since Monday?", None),
        ("what should we review with Dana", None),
        ("is the review of Lakeshore overdue?", None),
        ("what will Monday show for Lakeshore", None),
    ],
)
def test_what_is_asked_over_all_deals_is_known_by_its_words(text: str, asked: Focus | None) -> None:
    question = read(text)

    over_all = question.focus if question.focus and question.focus.of_all_deals else None
    assert (over_all, question.everywhere and over_all is not None) == (asked, asked is not None)
    assert asked is None or question.intent is Intent.REVIEW


def test_a_deal_given_beside_the_question_is_asked_about_alone_one_talked_of_is_not() -> None:
    assert read("what will Monday show?", "Lakeshore Health").focus is None
    assert read("what will Monday show?", talk=Talk("Lakeshore Health")).focus is Focus.MONDAY


@pytest.mark.parametrize("asked", [Focus.MONDAY, Focus.QUEUE])
def test_deals_that_were_not_looked_at_are_counted(asked: Focus) -> None:
    assert "12 deals more not looked at" in over(asked, DOWN, passed=12).text


def test_what_moved_since_monday_stands_below_where_a_deal_stands() -> None:
    told = (
        *mover("Dana Ruiz", Stance.SUPPORTIVE, Stance.CONCERNED),
        an_observation(a_person("Raj Patel", "CIO", Stance.CONCERNED, "queue until Feb"), "11-16"),
    )

    assert ask("where does it stand?", a_deal_told(told, FRIDAY)).text.endswith("Since Monday: Dana down, Raj new")


def test_on_a_monday_it_is_the_one_before() -> None:
    assert last_monday(date(2026, 11, 23)) == last_monday(FRIDAY) == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ([], [a_leaver("Dana Ruiz", "CFO", "Dana left")], "Dana left"),
        ([], [a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "too dear", blocking=True)], "Dana blocks"),
        ([], [a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "too dear")], "Dana worried over money"),
        ([], [a_concern(None, ConcernTopic.GOVERNANCE, "P&T is closed")], "approvals in the way"),
        ([], [a_concern(None, ConcernTopic.GOVERNANCE, "P&T is closed", blocking=True)], "approvals in the way"),
        ([], [a_person("Raj Patel", "CIO", Stance.UNKNOWN, "Raj sat in")], "Raj new"),
        ([], [a_person("Dana Wells", "CNO", Stance.UNKNOWN, "sat in")], "Dana Wells new"),
        ([], [a_person(None, "Chief Information Officer", Stance.UNKNOWN, "the CIO sat in")], "CIO new"),
        ([], [a_person("Bo Ray", None, Stance.NEUTRAL, "hm")], "Bo new"),
        (
            [a_person("Bo Ray", None, Stance.UNKNOWN, "Bo")],
            [a_person("Bo Ray", None, Stance.OPPOSED, "no")],
            "Bo opposed",
        ),
        (
            [a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "too dear")],
            [a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "it holds", ConcernStatus.RESOLVED)],
            "Dana's money worry settled",
        ),
        (
            [a_concern(None, ConcernTopic.GOVERNANCE, "P&T is closed")],
            [a_concern(None, ConcernTopic.GOVERNANCE, "P&T passed it", ConcernStatus.RESOLVED)],
            "approvals settled",
        ),
        ([], [a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, "I told her", ConcernStatus.ADDRESSED)], ""),
        ([], [a_step("Send it", "12-01", None, Side.US)], ""),
    ],
)
def test_a_move_is_said_in_a_few_words(before: list[Item], after: list[Item], words: str) -> None:
    dana = an_observation(a_person("Dana Ruiz", "CFO", Stance.UNKNOWN, "Dana sat in"), "09-01")
    told = [
        dana,
        *(an_observation(each, "09-02") for each in before),
        *(an_observation(each, "11-17") for each in after),
    ]

    assert ", ".join(move.text for move in since_monday(a_deal_told(told, FRIDAY))) == words


def _deals(found: Answer) -> list[dict[str, object]]:
    deals = found.data["deals"]
    assert isinstance(deals, list)
    return deals
