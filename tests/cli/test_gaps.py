"""`quiz gaps`: what several people asked and no guide tells."""

from pathlib import Path

import pytest

from tests.cli.running import Program

ASKED = {"ann": "What is TEFCA?", "bob": "what is tefca", "cy": "what is TEFCA??"}


@pytest.fixture
def asked(dealbot: Program) -> Program:
    """A workspace in which three sellers asked the same, beside a deal."""
    dealbot("deal", "add", "Lakeshore")
    for name, question in ASKED.items():
        dealbot("user", "role", name, "ae")
        assert not dealbot("ask", question, "--by", name, "--json").json["answered"]
        assert not dealbot("ask", "what does Lakeshore say of TEFCA?", "--by", name, "--json").json["answered"]
    return dealbot


def test_it_is_told_with_how_many_asked_and_never_who(asked: Program) -> None:
    (shape,) = asked("quiz", "gaps", "--json").json

    assert (shape["topic"], shape["askers"]) == ("TEFCA", 3)
    assert sorted(shape["questions"]) == sorted(ASKED.values())
    assert asked("quiz", "gaps").out == (f"TEFCA, asked by 3 people, last on {shape['latest']}: “{shape['example']}”\n")
    assert "Only enablement" in asked("quiz", "gaps", "--by", "ann").sentence


def test_a_guide_is_begun_of_it_once(asked: Program, tmp_path: Path) -> None:
    file = tmp_path / "tefca.md"

    ran = asked("quiz", "gaps", "--draft", str(file))

    assert ran.err == f"Fill in the answers in {file}, then drop it in chat and approve it.\n"
    assert "#### 1. What is TEFCA?\n- **Answer**:\n" in file.read_text()
    assert "There already is a file" in asked("quiz", "gaps", "--draft", str(file)).sentence
    assert "could not be written" in asked("quiz", "gaps", "--draft", str(tmp_path / "no" / "x.md")).sentence


def test_nothing_missing_is_said_and_begins_no_guide(dealbot: Program, tmp_path: Path) -> None:
    assert dealbot("quiz", "gaps").out == "Nothing that 3 people asked is missing from the guides.\n"
    assert "nothing to begin a guide of" in dealbot("quiz", "gaps", "--draft", str(tmp_path / "x.md")).sentence
