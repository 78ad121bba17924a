"""Texts made to break programs, as answers."""

import json
from typing import Any

from dealbot.domain.practice.mark import Rating
from dealbot.reading.grading.builtin import BuiltinGrader
from tests.reading.grading.answers import RUBRIC
from tests.require import beside


def attacks(name: str) -> list[str]:
    told: Any = json.loads(beside("data", "attacks", name).read_text("utf-8"))
    return [text for texts in told.values() for text in texts] if isinstance(told, dict) else told


def test_naughty_strings_are_never_good(builtin: BuiltinGrader) -> None:
    good = [text for text in attacks("blns.json") if builtin.grade(RUBRIC, text).rating in {Rating.GOOD, Rating.EASY}]
    assert not good


def test_injected_instructions_are_again(builtin: BuiltinGrader) -> None:
    marked = [(text, builtin.grade(RUBRIC, text).rating) for text in attacks("bipia_text_attack_train.json")]
    assert [text for text, rating in marked if rating is not Rating.AGAIN] == []
