"""One question over several deals: side by side, all where it is so, or where it is not; each with its words."""

from dataclasses import replace
from datetime import date

import pytest
from inline_snapshot import snapshot

from dealbot.app.answer import Answer, Deal
from dealbot.app.deal_names import DealName
from dealbot.app.question import Asking, Intent
from dealbot.app.reply import of_several, reply_across
from dealbot.app.sayings import Sayings
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.app.wording import LONGEST
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.stakeholder import Stance
from tests.app.deals import lakeshore
from tests.app.encoder import WordsEncoder
from tests.builders import a_concern, a_deal, a_person, a_step, an_observation

LAKESHORE = lakeshore()
NO_CAP = a_concern("Priscilla Vance", ConcernTopic.LEGAL_CONTRACT, "no cap, no deal", blocking=True)
_MERCY = a_deal(
    an_observation(a_person("Grace Ito", "CFO", Stance.SUPPORTIVE, "the numbers work for me"), "11-05"),
    an_observation(a_person("Priscilla Vance", "General Counsel", Stance.CONCERNED, "no cap, no deal"), "11-05"),
    an_observation(NO_CAP, "11-05"),
    an_observation(a_step("send the liability cap", "2026-11-12"), "11-05"),
)


def called(name: str, deal: Deal) -> Deal:
    """The same deal by another name."""
    return replace(deal, record=replace(deal.record, name=name))


MERCY, DELTA, ECHO = called("Mercy", _MERCY), called("Delta", a_deal()), called("Echo", a_deal())
ALL = (LAKESHORE, MERCY, DELTA)


def ask(text: str, deals: tuple[Deal, ...] = ALL, passed: int = 0) -> Answer:
    names = tuple(DealName(deal.name) for deal in deals)
    people = {deal.name: deal.state.people for deal in deals}
    question = BuiltinQuestions().read(text, Asking(names, people.__getitem__, today=date(2026, 11, 23)))
    assert of_several(question), question
    meant = [deal for deal in deals if question.everywhere or deal.name in question.deals]
    return reply_across(question, meant, lambda _: Sayings((), WordsEncoder()), passed)


def found(answer: Answer) -> list[str]:
    deals = answer.as_json()["data"]["deals"]  # type: ignore[index,call-overload]
    return [deal["deal"] for deal in deals]  # type: ignore[index,union-attr,call-overload,misc]


def test_the_deals_with_a_worried_cfo_are_told_with_the_words() -> None:
    answer = ask("which deals have a worried CFO?")
    assert (answer.intent, answer.answered, found(answer)) == (Intent.CONCERNS, True, ["Lakeshore Health"])
    assert answer.text == snapshot("""\
1 of 3 deals:
• Lakeshore Health: Dana Ruiz, CFO · money, blocks: "no money before P&T" (Priya, 16 Nov)
Nothing heard yet: Delta\
""")
    assert {source.quote for source in answer.sources} == {"no money before P&T"}


def test_two_deals_are_told_side_by_side() -> None:
    answer = ask("compare Lakeshore and Mercy on legal")
    assert found(answer) == ["Lakeshore Health", "Mercy"]
    assert answer.text == snapshot("""\
No concern from legal heard at Lakeshore Health. 3 other concerns open: ask for all of them.
1 open concern from legal at Mercy:
• Priscilla Vance, General Counsel · contract, blocks: "no cap, no deal" (Priya, 5 Nov)\
""")


def test_where_two_deals_stand_fits_a_phone() -> None:
    answer = ask("Lakeshore vs Mercy")
    assert len(answer.text) <= LONGEST
    assert answer.text == snapshot("""\
Lakeshore Health · At risk · $2.4M · Q2 2027 · month 11 of 18-24
Why: Dana Ruiz holds it up: money
Must say yes: 2 of 7 · Amelia Lee, CMO (12 Nov); Ana Gomez, CNO (3 Nov)
Not yet: Dana Ruiz, CFO "no money before P&T" (16 Nov); Raj Patel, CIO "we have an Epic interface queue until Feb" \
(16 Nov)
Mercy · At risk · $2.4M · Q2 2027 · month 1 of 18-24
Why: Priscilla Vance holds it up: contract; 1 promise late
Must say yes: 1 of 7 · Grace Ito, CFO (5 Nov)
Not yet: Priscilla Vance, General Counsel "no cap, no deal" (5 Nov)\
""")


def test_the_deals_without_a_champion_are_told() -> None:
    answer = ask("which deals have no champion?")
    assert found(answer) == ["Mercy"]
    assert answer.sources


def test_the_deals_where_nobody_of_nursing_was_heard_lately_are_told() -> None:
    assert found(ask("at which deals has nobody spoken to nursing lately?")) == ["Mercy"]


def test_the_deals_where_the_cno_is_with_us_are_told() -> None:
    assert found(ask("in which of our deals is the CNO on board?")) == ["Lakeshore Health"]


def test_late_promises_of_all_deals_are_told() -> None:
    assert "Mercy" in found(ask("what is overdue across all my deals?"))


def test_a_question_that_no_deal_answers_says_so() -> None:
    answer = ask("which deals have a worried COO?")
    assert (answer.answered, found(answer)) == (True, [])
    assert answer.text.startswith("None of 3 deals, as far as the notes tell.")


def test_deals_of_which_nothing_is_heard_are_said_to_be_silent() -> None:
    assert "Nothing heard yet: Delta" in ask("which deals have a worried CFO?").text


def test_where_nothing_is_known_of_any_deal_nothing_is_answered() -> None:
    answer = ask("which deals have a worried CFO?", (DELTA, ECHO))
    assert (answer.answered, answer.sources) == (False, ())


def test_deals_not_looked_at_are_counted() -> None:
    assert "7 deals more not looked at" in ask("which deals have a worried CFO?", passed=7).text


@pytest.mark.parametrize("text", ["which deals have a worried CFO?", "compare Lakeshore and Mercy on legal"])
def test_the_same_question_is_answered_the_same(text: str) -> None:
    assert ask(text) == ask(text)
