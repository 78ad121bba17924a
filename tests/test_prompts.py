"""Prompts are checked when loaded and when used."""

import re
from datetime import date
from pathlib import Path

import pytest

from dealbot.app.consult.consult import Around, Looked, _tools
from dealbot.app.consult.consult import _inputs as _inputs_of_question
from dealbot.app.consult.facts import Found
from dealbot.app.consult.look import Look
from dealbot.app.question import Intent, Question, Talk
from dealbot.domain.practice.role_play import Beat, Reply
from dealbot.prompts import PromptError, load_prompt, parse_prompt, prompts_folder
from dealbot.reading.align import words_in
from dealbot.reading.llm import _inputs
from dealbot.reading.officer import Line
from dealbot.reading.officer import inputs_of as _inputs_of_officer
from dealbot.reading.ports import NoteText
from dealbot.reading.pseudonyms import Known
from dealbot.reading.schema import TOOL, Items
from tests.domain.practice.played import SCENE

HEAD = "---\npurpose: Greet.\ninputs: [who]\noutput: A greeting.\n---\n"


def test_a_prompt_is_rendered_with_exactly_its_inputs() -> None:
    prompt = parse_prompt("greet", f"{HEAD}Be kind, for $$5.\n\n---\nGreet $who.\n")
    assert prompt.render({"who": "$all"}) == ("Be kind, for $5.\n", "Greet $all.\n")
    for wrong in ({}, {"who": "", "why": ""}, {"whom": ""}):
        with pytest.raises(PromptError, match="greet: missing"):
            prompt.render(wrong)


def test_the_version_is_the_hash_of_the_whole_file() -> None:
    one, two = (parse_prompt("greet", f"{HEAD}Be {how}.\n\n---\nGreet $who.\n").version for how in ("kind", "curt"))
    assert one != two
    assert re.fullmatch(r"[0-9a-f]{12}", one)


@pytest.mark.parametrize(
    "text",
    [
        "Greet $who.",
        HEAD + "Greet $who.",
        HEAD + "Be kind.\n\n---\nGreet.\n",
        HEAD + "Be kind.\n\n---\nGreet $who and $more.\n",
        HEAD + "It costs $ 5.\n\n---\nGreet $who.\n",
        HEAD.replace("output", "outcome") + "Be kind.\n\n---\nGreet $who.\n",
        "---\nonly words\n---\nBe kind.\n\n---\nGreet $who.\n",
    ],
    ids=["no front matter", "one part", "input unused", "unknown input", "stray dollar", "no output", "no mapping"],
)
def test_a_wrong_prompt_is_refused_when_loaded(text: str) -> None:
    with pytest.raises(PromptError):
        parse_prompt("greet", text)


def test_every_prompt_of_the_project_loads() -> None:
    names = [path.stem for path in prompts_folder().glob("*.md")]
    assert {"read_note", "answer_question"} <= set(names)
    assert all(load_prompt(name).purpose for name in names)


def test_prompts_lie_beside_the_environment_where_there_is_no_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dealbot.prompts.__file__", str(tmp_path / "lib" / "dealbot" / "prompts.py"))
    assert prompts_folder().parts[-3:] == ("share", "dealbot", "prompts")


def test_the_reader_fills_in_what_its_prompt_asks_for() -> None:
    inputs = _inputs(NoteText("Hello.", date(2026, 3, 10)), (0, 6), 1)
    assert inputs.keys() == load_prompt("read_note").inputs


def test_a_question_fills_in_what_its_prompt_asks_for_and_the_prompt_names_every_tool() -> None:
    prompt, around = load_prompt("answer_question"), Around(Known(), Talk(), date(2026, 3, 10), unlooked)
    assert _inputs_of_question(Question("Why?", Intent.LEARNED), around).keys() == prompt.inputs
    assert all(f"`{tool.name}`" in prompt.system for tool in _tools(Found(), around))


def test_an_officer_fills_in_what_its_prompt_asks_for_and_the_prompt_names_its_tool() -> None:
    prompt = load_prompt("play_officer")
    assert _inputs_of_officer(SCENE, (), Reply("So?", Beat.PRESS)).keys() == prompt.inputs
    assert f"`{Line.__name__}`" in prompt.system


def unlooked(_: Look) -> Looked:
    raise AssertionError


def test_the_prompt_names_every_value_of_the_shape_and_the_tool() -> None:
    system = load_prompt("read_note").system
    words = set(re.findall(r"\w+", system))
    shape = str(Items.model_json_schema())
    values = {value for listed in re.findall(r"'enum': \[([^\]]*)\]", shape) for value in re.findall(r"\w+", listed)}
    assert TOOL in words
    assert len(values) > 50
    assert not values - words


def test_every_sentinel_stands_in_the_examples() -> None:
    prompt = load_prompt("read_note")
    examples = set(words_in(prompt.system))
    assert prompt.sentinels
    assert all(set(words_in(name)) <= examples for name in prompt.sentinels)
