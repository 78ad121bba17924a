"""Patients' identifiers go, sales text stays; measured on lines the rules were written by and on lines they were not."""

import re
from pathlib import Path

import pytest

from dealbot.reading.identifiers import IdentifierKind
from dealbot.reading.redaction import redact

MARK = re.compile(r"\{\{(\w+)\|([^}]+)\}\}")
KINDS = {kind.value: kind for kind in IdentifierKind} | {"dob": IdentifierKind.DATE_OF_BIRTH}


def sections() -> dict[str, list[str]]:
    """The lines by their heading."""
    found: dict[str, list[str]] = {}
    for line in (Path(__file__).parent / "redaction_lines.txt").read_text().splitlines():
        if line.startswith("== "):
            found[line[3:]] = []
        elif line and not line.startswith("#"):
            found[list(found)[-1]].append(line)
    return found


LINES = sections()


def written(line: str) -> str:
    """The line as its author wrote it."""
    return MARK.sub(r"\2", line)


def caught(line: str) -> int:
    """How many of the identifiers marked in a line are gone, with their kind named."""
    kept = redact(written(line))
    kinds = [one.kind for one in kept.redactions]
    return sum(value not in kept.text and KINDS[kind] in kinds for kind, value in MARK.findall(line))


@pytest.mark.parametrize("line", LINES["identifiers, developed on"])
def test_identifiers_are_taken_out_and_nothing_else(line: str) -> None:
    """The words around them stay."""
    assert caught(line) == len(MARK.findall(line))
    around = [piece for piece in MARK.sub("|", line).split("|") if piece]
    assert all(piece in redact(written(line)).text for piece in around)


@pytest.mark.parametrize("line", LINES["sales text, developed on"])
def test_sales_text_stays_as_it_is(line: str) -> None:
    """Dates, money, codes, tickets, phones, versions."""
    assert redact(line).text == line
