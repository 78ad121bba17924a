"""Free questions over the demo deals, with the real sentence encoder: most are answered, nothing is made up."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from dealbot.app.answer import Answer, Deal
from dealbot.app.deal_names import DealName
from dealbot.app.learned import learned
from dealbot.app.question import Asking, Intent, Question
from dealbot.app.sayings import ReadNote, Sayings
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.domain.reconcile import replay
from dealbot.domain.record import DealRecord
from dealbot.retrieval.embeddings import MiniLm
from dealbot.retrieval.remembered import Remembered
from tests.builders import a_person, an_observation

ASKED: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name("sayings.yaml").read_text("utf-8"))
AS_OF = date(2026, 11, 23)


@cache
def answers() -> tuple[tuple[str, str | None, Answer], ...]:
    """Every question with the words that should answer it and the answer it had."""
    encoder = Remembered(MiniLm())
    return tuple(row for deal, told in ASKED.items() for row in _answers(deal, told, encoder))


def _answers(name: str, told: Mapping[str, Any], encoder: Remembered) -> list[tuple[str, str | None, Answer]]:
    people = [an_observation(a_person(who, title), "01-02") for who, title in told["people"].items()]
    deal = Deal.of(DealRecord(1, name, name), replay(people, AS_OF))
    sayings = Sayings(_notes(name), encoder)
    asking = Asking((DealName(name),), lambda _: deal.state.people)
    return [(row["ask"], row.get("told"), _answer(row["ask"], asking, deal, sayings)) for row in told["asked"]]


def _answer(text: str, asking: Asking, deal: Deal, sayings: Sayings) -> Answer:
    read = BuiltinQuestions().read(text, asking)
    return learned(Question(text, Intent.LEARNED, deal.name, people=read.people, pronoun=read.pronoun), deal, sayings)


def _notes(name: str) -> tuple[ReadNote, ...]:
    folder = resources.files("dealbot.playground") / "demo"
    demos = [yaml.safe_load(file.read_text("utf-8")) for file in folder.iterdir() if file.name.endswith(".yaml")]
    notes = next(demo["notes"] for demo in demos if demo["name"] == name)
    return tuple(ReadNote.of(note["id"], note["on"], note.get("author"), note["text"]) for note in notes)


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_at_least_four_in_five_are_answered_with_the_words_meant() -> None:
    told = [(words, answer) for _, words, answer in answers() if words is not None]
    right = [words for words, answer in told if _flat(words) in _flat(answer.text)]
    assert len(right) / len(told) >= 0.8


def test_what_the_notes_do_not_tell_is_refused() -> None:
    assert [ask for ask, words, answer in answers() if words is None and answer.answered] == []


def test_every_answer_is_at_most_four_sentences_of_the_notes() -> None:
    for _, _, answer in answers():
        assert len(answer.sources) <= 4
        assert all(_flat(source.quote) in _flat(answer.text) for source in answer.sources)
