"""Tables that a spreadsheet opens: as told, and nothing in them runs."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.pictures.tables import csv_text, harmless


def read(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table, newline="")))


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    assert read(csv_text(("a", "b"), rows)) == [["a", "b"], *([harmless(cell) for cell in row] for row in rows)]


@given(st.sampled_from("=+-@\t\r\n"), st.text())
def test_no_cell_is_a_formula(first: str, rest: str) -> None:
    _, (cell, _) = read(csv_text(("name", "title"), [(f"{first}{rest}", "CFO")]))
    assert cell == f"'{first}{rest}"


@pytest.mark.parametrize("text", [" =1+1", "  @SUM(A1)"])
def test_nor_is_one_behind_spaces(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_lines_end_as_rfc_4180_says_and_quotes_are_doubled() -> None:
    assert csv_text(("name",), [['Ana "AG" Gomez, CNO']]) == 'name\r\n"Ana ""AG"" Gomez, CNO"\r\n'


def test_dates_answers_and_gaps_have_one_form() -> None:
    assert read(csv_text((), [(date(2026, 11, 23), True, False, None, 7)]))[1:] == [
        ["2026-11-23", "yes", "no", "", "7"]
    ]
