"""The built-in reader understands people's own words, and never takes one deal for another."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dealbot.app.deal_names import DealName
from dealbot.app.question import Asking, Focus, Intent, Talk
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.app.understand.note_like import is_note
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.names import fold
from dealbot.domain.observation import Correction
from tests.app.phrasings import Case, asking_in, cases
from tests.builders import a_deal, a_person, a_span, an_observation

FILES = ("questions.yaml", "questions_held_out.yaml", "questions_third.yaml")
ALL = tuple(case for file in FILES for case in cases(file))
IDIOMS: Mapping[str, list[str]] = yaml.safe_load(Path(__file__).with_name("idioms.yaml").read_text("utf-8"))
WORLD = yaml.safe_load(Path(__file__).with_name("questions.yaml").read_text("utf-8"))["world"]
READER = BuiltinQuestions()


@pytest.mark.parametrize("case", ALL, ids=[case.ask for case in ALL])
def test_a_phrasing_is_read_as_meant(case: Case) -> None:
    assert case.misread(READER.read(case.ask, case.asking)) == {}


def test_a_deal_is_never_taken_for_another() -> None:
    read = [(case, READER.read(case.ask, case.asking).deal) for case in ALL]
    assert [case.ask for case, deal in read if deal is not None and deal != case.expected["deal"]] == []


def test_nine_in_ten_ways_of_asking_nobody_foresaw_are_read_as_meant() -> None:
    asked = [(Intent(intent), _in_lakeshore(text)) for intent, texts in IDIOMS.items() for text in texts]
    talk = asking_in(WORLD, {"in": "Lakeshore Health"})
    right = sum(READER.read(text, talk).intent is intent for intent, text in asked)
    assert right / len(asked) >= 0.9


def _in_lakeshore(text: str) -> str:
    return text.replace("DEAL", "Lakeshore").replace("PERSON", "Dana").replace("TEAM", "nursing")


def test_the_same_words_are_always_read_the_same() -> None:
    assert [READER.read(case.ask, case.asking) for case in ALL] == [READER.read(c.ask, c.asking) for c in ALL]


def test_the_only_deal_there_is_needs_no_name() -> None:
    asking = Asking((DealName("Bayview"),), lambda _: ())
    assert READER.read("who is on board?", asking).deal == "Bayview"


def test_another_name_is_not_taken_for_the_only_deal_there_is() -> None:
    asking = Asking((DealName("Bayview"),), lambda _: ())
    read = READER.read("who is on board at Riverside?", asking)
    assert (read.intent, read.deal, read.named) == (Intent.NEED_DEAL, None, "Riverside")


def test_a_deal_given_beside_the_question_and_another_in_its_words_are_both_offered() -> None:
    asking = asking_in(WORLD, {"given": "Lakeshore Health"})
    read = READER.read("who is on board at Bayview?", asking)
    assert (read.intent, read.candidates) == (Intent.NEED_DEAL, ("Bayview", "Lakeshore Health"))


def test_the_words_of_a_date_are_kept() -> None:
    asking = asking_in(WORLD, {"in": "Bayview"})
    assert READER.read("where did it stand as of 1 September?", asking).as_of == "1 September"
    assert READER.read("what changed since Monday?", asking).since == "Monday"


def test_what_a_worry_is_about_is_kept_in_its_own_words() -> None:
    read = READER.read("is anyone worried about alarm fatigue?", asking_in(WORLD, {"in": "Bayview"}))
    assert (read.intent, read.topic, read.about) == (Intent.CONCERNS, None, "alarm fatigue")


def test_a_follow_up_takes_its_question_from_the_talk() -> None:
    asking = asking_in(WORLD, {"in": "Lakeshore Health"})
    talk = Talk("Lakeshore Health", Intent.NEXT_STEPS)
    read = READER.read("and Raj?", Asking(asking.deals, asking.people_of, None, talk))
    assert (read.intent, read.person, read.focus) == (Intent.NEXT_STEPS, "raj patel", None)


def test_what_they_owe_and_what_we_owe_are_told_apart() -> None:
    asking = asking_in(WORLD, {"in": "Lakeshore Health"})
    assert READER.read("what does she owe us", asking).focus is Focus.THEIRS
    assert READER.read("what do we owe her", asking).focus is Focus.OURS


@pytest.mark.parametrize("nothing", ["", "   ", "🤷", "???!"])
def test_no_words_are_no_question_about_a_deal(nothing: str) -> None:
    assert READER.read(nothing, asking_in(WORLD, {"in": "Bayview"})).intent in {Intent.UNSUPPORTED, Intent.HELP}


@pytest.mark.parametrize(
    "note",
    [
        "Met with Dana. She likes it.\nNext: ROI model by Friday",
        "Attendees: Dana, Raj\nTopic: pilot\nRaj: fine with it\nNext: none",
        "log this: the board said yes",
        " ".join(["Dana walked me through her budget and what she still expects of us before spring."] * 4),
    ],
)
def test_what_plainly_reports_is_a_note(note: str) -> None:
    assert is_note(note)


@pytest.mark.parametrize(
    "question", ["who said that?", "tell me what Dana said", "Dana is fine", "so, what did she say"]
)
def test_a_question_or_a_few_words_are_no_note(question: str) -> None:
    assert not is_note(question)


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_deal_that_is_not_there(text: str) -> None:
    read = READER.read(text, asking_in(WORLD, {}))
    assert read.deal is None or read.deal in WORLD
    assert read.intent is not Intent.NEED_DEAL or read.deal is None


@given(st.lists(st.sampled_from([word for case in ALL for word in case.ask.split()]), max_size=12))
def test_any_jumble_of_words_leaves_the_talks_deal_or_names_another(words: list[str]) -> None:
    read = READER.read(" ".join(words), asking_in(WORLD, {"in": "Bayview"}))
    assert read.deal is None or read.deal in WORLD


def test_a_very_long_text_is_read_by_its_beginning() -> None:
    read = READER.read("Met Dana Ruiz at Lakeshore. " * 10_000, asking_in(WORLD, {}))
    assert (read.intent, read.deal) == (Intent.LOG_NOTE, "Lakeshore Health")


def test_a_person_is_found_by_every_way_they_were_written() -> None:
    deal = a_deal(
        an_observation(a_person("Rosa Delgado-Kim", "compliance officer")),
        an_observation(a_person("Maria O'Neil", "Chief Pharmacy Officer")),
        an_observation(Correction(CorrectedField.ALIAS, "Mo", "Maria O'Neil", a_span("Mo is Maria O'Neil"))),
    )
    asking = Asking((DealName(deal.name),), lambda _: deal.state.people)
    for words in ("Delgado-Kim", "rosa", "Kim", "Rosa Delgado-Kim", "the compliance officer"):
        assert READER.read(f"what is {words} worried about?", asking).person == fold("Rosa Delgado-Kim"), words
    for words in ("mo", "O'Neil", "Maria O\u2019Neil", "oneil", "the CPO"):
        assert READER.read(f"what is {words} worried about?", asking).person == fold("Maria O'Neil"), words
