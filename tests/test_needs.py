"""The table of needs names tests that are there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ROW = re.compile(r"^\| (?P<id>[QN]\d+) \| [^|]+ \| (?P<shown>[^|]+) \|$", re.MULTILINE)
COUNTS = re.compile(r"^Shown: (\d+) of (\d+) questions and (\d+) of (\d+) needs\.$", re.MULTILINE)
TABLE = (ROOT / "docs/needs.md").read_text("utf-8")
ROWS = {row["id"]: row["shown"].strip() for row in ROW.finditer(TABLE)}
SHOWN = [(need, shown.strip(" `")) for need, cell in ROWS.items() if cell != "-" for shown in cell.split("<br>")]


def test_every_need_and_question_has_its_row() -> None:
    assert list(ROWS) == [*(f"Q{n}" for n in range(1, 27)), *(f"N{n}" for n in range(1, 69))]


def test_the_counts_at_the_top_are_those_of_the_table() -> None:
    questions, needs = ([cell for need, cell in ROWS.items() if need[0] == kind] for kind in "QN")
    told = COUNTS.search(TABLE)
    assert told is not None
    counted = [sum(cell != "-" for cell in questions), len(questions), sum(cell != "-" for cell in needs), len(needs)]
    assert [int(number) for number in told.groups()] == counted


@pytest.mark.parametrize(("need", "shown"), SHOWN)
def test_what_shows_a_need_is_a_test(need: str, shown: str) -> None:
    file, _, name = shown.partition("::") if "::" in shown else shown.partition(": ")
    assert name in _named_in(ROOT / file), f"{need}: {shown}"


@cache
def _named_in(file: Path) -> frozenset[str]:
    text = file.read_text("utf-8")
    if file.suffix == ".yaml":
        return frozenset(talk["it"] for talk in yaml.safe_load(text))
    return frozenset(node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef))
