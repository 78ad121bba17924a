"""What no rule foresees is read by its likeness to known ways of asking, and only then is the encoder opened."""

import hashlib
from importlib import resources

import pytest

from dealbot.app.question import Intent, Talk
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.app.understand.intents import asked_of
from dealbot.app.understand.likeness import HEAD, Likeness, in_plain_words, load_likeness
from dealbot.app.understand.rules import intent_of
from dealbot.retrieval.embeddings import MiniLm
from tests.app.phrasings import cases

UNFORESEEN = {
    "who makes the final decision": Intent.ROLES,
    "whose approval are we still missing": Intent.TO_CONVINCE,
    "DEAL any movement ?": Intent.REVIEW,
    "what is the plan for next week": Intent.NEXT_STEPS,
    "what is your favourite hospital show": Intent.UNSUPPORTED,
}


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    return Likeness(MiniLm, load_likeness)


@pytest.mark.parametrize(("plain", "intent"), UNFORESEEN.items())
def test_what_no_rule_knows_is_read_as_what_it_is_most_like(plain: str, intent: Intent, likeness: Likeness) -> None:
    assert intent_of(plain) is None
    assert asked_of(plain, Talk(), likeness).intent is intent


def test_what_is_like_nothing_known_is_left_open(likeness: Likeness) -> None:
    assert asked_of("zxcv qwer", Talk(), likeness).intent is Intent.UNSUPPORTED


@pytest.mark.parametrize(
    ("plain", "guessed"),
    [
        ("where does DEAL stand ?", False),
        ("what does PERSON worry about", False),
        ("whose approval are we still missing", False),
        ("does DEAL 's it team trust our uptime story ?", True),
        ("what would it take for the pharmacists at DEAL to warm to us ?", True),
    ],
)
def test_it_is_told_whether_what_is_asked_is_a_guess(plain: str, guessed: bool, likeness: Likeness) -> None:  # noqa: FBT001
    assert asked_of(plain, Talk(), likeness).guessed is guessed


def test_phrasings_nobody_foresaw_are_mostly_read_as_meant(likeness: Likeness) -> None:
    reader = BuiltinQuestions(likeness)
    fresh = cases("questions_fourth.yaml")
    right = sum(not case.misread(reader.read(case.ask, case.asking)) for case in fresh)
    assert right / len(fresh) >= 0.95


def test_likeness_takes_no_deal_for_another(likeness: Likeness) -> None:
    reader = BuiltinQuestions(likeness)
    read = [(case, reader.read(case.ask, case.asking).deal) for case in cases("questions_fourth.yaml")]
    assert [case.ask for case, deal in read if deal is not None and deal != case.expected["deal"]] == []


def test_names_are_said_as_what_they_stand_for() -> None:
    assert in_plain_words("what does PERSON think at DEAL ?") == "what does the director think"
    assert in_plain_words("DEAL and TEAM") == "the deal and their department"


def test_the_weights_were_learnt_from_the_examples_as_they_are() -> None:
    content = resources.files("dealbot.app.understand").joinpath("examples.yaml").read_bytes()
    heads = load_likeness()
    assert heads.examples == hashlib.sha256(content).hexdigest()
    assert {Intent(name) for name in heads.names[HEAD]} >= {Intent.STANDING, Intent.LEARNED, Intent.UNSUPPORTED}
