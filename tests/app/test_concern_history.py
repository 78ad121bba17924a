"""How worries went, and of each what was learnt, how it was addressed, what comes next."""

import textwrap

import pytest
from inline_snapshot import snapshot

from dealbot.app.answer import Answer
from dealbot.app.question import Intent
from dealbot.app.wording import LONGEST
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import Observation, StepClosed
from dealbot.domain.stakeholder import Stance
from tests.app.deals import SAID
from tests.app.looking import a_deal_told, answer, ask
from tests.builders import a_concern, a_person, a_span, a_step, an_observation

THREE = "What did we learn about their concerns? How did we address them? What's the next action?"
MONEY = ConcernTopic.BUDGET_ROI
DANA = an_observation(a_person("Dana Ruiz", "CFO", Stance.CONCERNED, "Dana is worried"), "03-02")
RAISED = an_observation(a_concern("Dana Ruiz", MONEY, "it costs too much", blocking=True), "03-02")
SAID_AGAIN = an_observation(a_concern("Dana Ruiz", MONEY, "still too dear"), "04-02")
ANSWERED = an_observation(a_concern("Dana Ruiz", MONEY, "I showed her the sums", ConcernStatus.ADDRESSED), "05-04")
SETTLED = an_observation(a_concern("Dana Ruiz", MONEY, "the sums hold, she says", ConcernStatus.RESOLVED), "06-03")
REOPENED = an_observation(a_concern("Dana Ruiz", MONEY, "the budget was cut"), "09-07")
LIFE = (DANA, RAISED, SAID_AGAIN, ANSWERED, SETTLED, REOPENED)


def wrapped(found: Answer) -> str:
    return "\n".join(textwrap.fill(line, 100) for line in found.text.splitlines())


def test_the_life_of_a_worry() -> None:
    found = ask("how did Dana's worries evolve over time?", a_deal_told(LIFE))

    assert wrapped(found) == snapshot("""\
1 worry at Lakeshore Health, 1 open:
• Dana Ruiz, CFO · money: raised "it costs too much" (Priya, 2 Mar) → answered 4 May → settled 3 Jun
→ raised again "the budget was cut" (Priya, 7 Sep)\
""")
    assert [turn["status"] for turn in _concerns(found)[0]["history"]] == ["raised", "addressed", "resolved", "raised"]


def test_the_author_answering_it_does_not_settle_it() -> None:
    found = ask("what are the remaining concerns?", a_deal_told(LIFE[:4]))

    assert "money, answered, not settled" in found.text


def test_the_holder_settling_it_does() -> None:
    assert "No open concern" in ask("what are the remaining concerns?", a_deal_told(LIFE[:5])).text


def test_a_worry_that_comes_back_is_open_again() -> None:
    assert "1 open concern" in ask("what are the remaining concerns?", a_deal_told(LIFE)).text


def test_a_history_since_a_day_begins_there() -> None:
    found = answer(Intent.CONCERN_HISTORY, a_deal_told(LIFE), since="2026-06-01")

    assert "settled" in found.text
    assert "it costs too much" not in found.text


def test_where_nobody_worried_nothing_is_made_up() -> None:
    assert answer(Intent.CONCERN_HISTORY, a_deal_told(LIFE), since="2026-10-01").answered is False
    assert ask(THREE, a_deal_told((DANA,))).answered is False


def test_a_long_life_tells_its_beginning_and_its_end() -> None:
    turns = [RAISED, ANSWERED, SETTLED, REOPENED]
    more = [
        an_observation(a_concern("Dana Ruiz", MONEY, f"turn {month}", status), f"{month}-20")
        for month, status in (
            ("09", ConcernStatus.ADDRESSED),
            ("10", ConcernStatus.RESOLVED),
            ("11", ConcernStatus.RAISED),
        )
    ]
    line = answer(Intent.CONCERN_HISTORY, a_deal_told([DANA, *turns, *more])).text

    assert '"it costs too much"' in line
    assert '"turn 11"' in line
    assert line.count("→") == 4


def test_learnt_addressed_and_next() -> None:
    found = ask(THREE, a_deal_told(SAID))

    assert len(found.text) <= LONGEST
    assert wrapped(found) == snapshot("""\
4 worries at Lakeshore Health:
• Dana Ruiz, CFO · money, blocks
Learnt: "no money before P&T" (Priya, 16 Nov)
Addressed: not yet
Next: Priya Nair: Send ROI v2 to Dana, Fri 20 Nov, 3 days late
• In the way · approvals
Learnt: "P&T Tue 8 Dec, papers due 24 Nov" (Priya, 16 Nov)
Addressed: not yet
Next: nothing agreed
• Raj Patel, CIO · integration
Learnt: "we have an Epic interface queue until Feb" (Priya, 16 Nov)
Addressed: not yet
Next: nothing agreed
+1 more\
""")


@pytest.mark.parametrize(
    ("told", "addressed", "following"),
    [
        (LIFE[:2], "not yet", "nothing agreed"),
        (LIFE[:4], '"I showed her the sums" (Priya, 4 May), not settled', "nothing agreed"),
        (LIFE[:5], 'settled, "the sums hold, she says" (Priya, 3 Jun)', "nothing needed"),
        (LIFE, "not yet", "nothing agreed"),
    ],
)
def test_how_it_was_addressed_is_told_as_far_as_it_went(
    told: tuple[Observation, ...], addressed: str, following: str
) -> None:
    text = ask(THREE, a_deal_told(told)).text

    assert f"Addressed: {addressed}\nNext: {following}" in text


def test_what_we_did_about_it_is_no_word_of_theirs() -> None:
    promised = an_observation(a_step("Send Dana the sums", "03-20"), "03-02")
    kept = an_observation(StepClosed(StepStatus.DONE, a_span("sent Dana the sums")), "03-18")
    found = ask(THREE, a_deal_told((DANA, RAISED, promised, kept)))

    assert "Addressed: Send Dana the sums (2 Mar), no word from them yet" in found.text
    assert _concerns(found)[0]["addressed"]


def test_of_one_person_only_theirs_is_told() -> None:
    text = ask("what did we learn about Raj's worries and how did we address them?", a_deal_told(SAID)).text

    assert ("Raj Patel" in text, "Dana" in text) == (True, False)


def test_what_somebody_said_is_not_three_parts() -> None:
    assert "Addressed" not in ask("what did Dana say about the budget?", a_deal_told(SAID)).text


def test_three_parts_since_a_day_leave_older_worries_out() -> None:
    found = answer(Intent.LEARNED, a_deal_told(SAID), THREE, since="2026-11-04")

    assert "workload" not in found.text


def _concerns(found: Answer) -> list[dict[str, list[dict[str, object]]]]:
    concerns = found.data["concerns"]
    assert isinstance(concerns, list)
    return concerns
