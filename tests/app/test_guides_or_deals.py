"""What is asked of no deal goes to the guides; what is asked of a deal never does."""

from pathlib import Path

import pytest
import yaml

from dealbot.app.question import Intent
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.app.understand.likeness import Likeness, load_likeness
from dealbot.retrieval.embeddings import MiniLm
from tests.app.phrasings import TWO_DEALS as ASKING

ASKED: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("guides_or_deals.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def reader() -> BuiltinQuestions:
    return BuiltinQuestions(Likeness(MiniLm, load_likeness))


def test_nineteen_in_twenty_questions_about_the_trade_go_to_the_guides(reader: BuiltinQuestions) -> None:
    elsewhere = [text for text in ASKED["guides"] if reader.read(text, ASKING).intent is not Intent.KNOWLEDGE]
    assert len(elsewhere) <= 0.05 * len(ASKED["guides"]), elsewhere


def test_no_question_about_a_deal_goes_to_the_guides(reader: BuiltinQuestions) -> None:
    assert [text for text in ASKED["deals"] if reader.read(text, ASKING).intent is Intent.KNOWLEDGE] == []
