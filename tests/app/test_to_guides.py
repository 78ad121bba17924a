"""What names no deal and asks of the trade, of rules or of ourselves goes to the guides, and nothing else does."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from dealbot.app.deal_names import DealName
from dealbot.app.question import Intent, Question, Talk
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.app.understand.likeness import Likeness, load_likeness
from dealbot.retrieval.embeddings import MiniLm
from dealbot.wiring import open_trade
from tests.app.phrasings import TWO_DEALS as ASKING

ASKED: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("to_guides.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def reader() -> BuiltinQuestions:
    return BuiltinQuestions(Likeness(MiniLm, load_likeness), open_trade)


@pytest.mark.parametrize("text", [*ASKED["trade"], *ASKED["ourselves"], *ASKED["rules"]])
def test_what_the_guides_explain_is_asked_of_them(reader: BuiltinQuestions, text: str) -> None:
    read = reader.read(text, ASKING)
    assert read == Question(text, Intent.KNOWLEDGE, of_trade=read.of_trade)


@pytest.mark.parametrize("text", ASKED["impact"])
def test_who_is_touched_by_a_rule_stays_a_question_about_deals(reader: BuiltinQuestions, text: str) -> None:
    assert reader.read(text, ASKING).intent is Intent.POLICY_IMPACT


@pytest.mark.parametrize("text", ASKED["perhaps"])
def test_an_objection_without_a_deal_may_be_for_the_guides(reader: BuiltinQuestions, text: str) -> None:
    read = reader.read(text, ASKING)
    assert read.perhaps_guides or read.intent is Intent.KNOWLEDGE


@pytest.mark.parametrize("text", ASKED["never"])
def test_what_is_of_a_deal_or_not_ours_stays_so(reader: BuiltinQuestions, text: str) -> None:
    read = reader.read(text, ASKING)
    assert read.intent is not Intent.KNOWLEDGE
    assert not read.perhaps_guides


@pytest.mark.parametrize("text", ["IPPS", "what should I ask the CNO", "wiser", "does the OPPS rule cut drugs"])
def test_the_name_of_a_deal_wins(reader: BuiltinQuestions, text: str) -> None:
    called = replace(ASKING, deals=(*ASKING.deals, DealName("Wiser", ())), people_of=lambda _: ())
    read = reader.read(f"Wiser: {text}", called)
    assert read.intent is not Intent.KNOWLEDGE
    assert not read.perhaps_guides


def test_what_goes_on_from_a_question_about_deals_stays_with_them(reader: BuiltinQuestions) -> None:
    talk = Talk(intent=Intent.POLICY_IMPACT, everywhere=True)
    assert reader.read("and the OPPS rule?", replace(ASKING, talk=talk)).intent is Intent.POLICY_IMPACT


def test_what_a_word_means_is_asked_of_the_guides_also_while_a_deal_is_talked_of(reader: BuiltinQuestions) -> None:
    talk = Talk(deal="Lakeshore")
    assert reader.read("what does CPO mean", replace(ASKING, talk=talk)).intent is Intent.KNOWLEDGE
    assert reader.read("what worries the CPO", replace(ASKING, talk=talk)).intent is Intent.CONCERNS


@pytest.mark.parametrize("deal", [None, "Lakeshore"])
@pytest.mark.parametrize("text", ["and the pitfall?", "more", "what else", "and for the CFO?", "what should I not say"])
def test_what_goes_on_from_an_answer_of_the_guides_is_asked_of_them(
    reader: BuiltinQuestions, text: str, deal: str | None
) -> None:
    talk = Talk(deal, Intent.KNOWLEDGE, asked="how do I answer a CFO who has no money?")
    assert reader.read(text, replace(ASKING, talk=talk)).intent is Intent.KNOWLEDGE


def test_what_is_asked_of_a_deal_after_an_answer_of_the_guides_is_asked_of_the_deal(reader: BuiltinQuestions) -> None:
    asking = replace(ASKING, talk=Talk("Lakeshore", Intent.KNOWLEDGE, asked="what is a BAA?"))
    read = [
        reader.read(text, asking).intent for text in ("and next steps?", "and what worries Dana?", "who is on board?")
    ]
    assert read == [Intent.NEXT_STEPS, Intent.CONCERNS, Intent.ALIGNED]


@pytest.mark.parametrize("text", ["Oracle Health limits", "FHIR limits", "what about the P&T committee?"])
def test_words_of_the_trade_taken_for_a_question_about_a_deal_are_marked(reader: BuiltinQuestions, text: str) -> None:
    assert reader.read(text, ASKING).of_trade
    assert reader.read(text, replace(ASKING, talk=Talk(deal="Lakeshore"))).of_trade


@pytest.mark.parametrize("text", ["are they on Epic?", "where does it stand?", "what did the CFO say about ROI?"])
def test_what_tells_of_somebodys_doings_is_not_marked(reader: BuiltinQuestions, text: str) -> None:
    assert not reader.read(text, ASKING).of_trade
