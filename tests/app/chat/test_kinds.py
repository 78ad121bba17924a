"""What a message is: told on messages by somebody who had not seen how it is told."""

import hashlib
import json
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

import dealbot.app.chat
from dealbot.app.chat.kinds import Heard, Kinds, load_kinds
from dealbot.app.chat.said import Kind, Where
from dealbot.app.follow_up import FollowUp, Wanted
from dealbot.wiring import open_encoder
from tools.train_kinds import wanted_by

CHAT = Path(str(resources.files(dealbot.app.chat)))
MESSAGES = Path(__file__).parents[2] / "evals" / "router" / "messages.yaml"
RIGHT = 0.97  # measured 0.975; asked about counts as wrong
SAVED = 0  # questions taken for notes


@pytest.fixture(scope="module")
def kinds() -> Kinds:
    return Kinds(open_encoder, load_kinds)


def heard(message: dict[str, Any]) -> Heard:
    wanted = wanted_by(message["open_question"])
    question = FollowUp(Wanted(wanted), message["open_question"]) if wanted != "none" else None
    return Heard(message["text"], Where(message["place"]), question)


def test_messages_are_told_apart_and_questions_are_not_saved(kinds: Kinds) -> None:
    every = yaml.safe_load(MESSAGES.read_text("utf-8"))
    # Which deal is meant is asked apart, and answered before anything else is looked at.
    told = [m for m in every if m["label"] != Kind.ANSWER or wanted_by(m["open_question"]) != "none"]
    found = [(message["label"], *kinds.of(heard(message))) for message in told]
    right = sum(kind == label and sure for label, kind, sure in found)
    saved = sum(sure and kind is Kind.NOTE and label == Kind.QUESTION for label, kind, sure in found)
    assert right / len(found) >= RIGHT
    assert saved <= SAVED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("👍", Kind.CHATTER),
        ("???", Kind.QUESTION),
        ("undo that please", Kind.FIX),
        ("note: Dana is out until Monday", Kind.NOTE),
    ],
)
def test_what_is_certain_needs_no_weights(text: str, kind: Kind) -> None:
    def refuse() -> Any:
        raise AssertionError

    assert Kinds(refuse, refuse).of(Heard(text, Where.DM)) == (kind, True)


def test_without_a_question_nothing_is_an_answer(kinds: Kinds) -> None:
    assert kinds.of(Heard("no idea", Where.DM))[0] is not Kind.ANSWER


def test_the_weights_are_those_of_the_examples_beside_them() -> None:
    content = b"".join(file.read_bytes() for file in sorted((CHAT / "examples").glob("*.jsonl")))
    assert load_kinds().examples == hashlib.sha256(content).hexdigest()


def test_every_example_has_one_of_the_kinds() -> None:
    lines = [line for file in (CHAT / "examples").glob("*.jsonl") for line in file.read_text("utf-8").splitlines()]
    labels = Counter(json.loads(line)["label"] for line in lines)
    assert set(labels) == set(Kind)


def test_the_weights_are_numbers() -> None:
    assert np.isfinite(load_kinds().weights).all()
