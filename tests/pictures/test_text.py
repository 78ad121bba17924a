"""Names made shorter and texts cut: what can be read is kept."""

import pytest

from dealbot.pictures.engine import width_of
from dealbot.pictures.text import drawable, fitted, plain, short_name, short_title, wrapped


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Dana Ruiz", "D. Ruiz"),
        ("Dr. Lena Ortiz, MD", "Dr. Ortiz"),
        ("Jan van der Berg", "J. van der Berg"),
        ("Ana Maria Lopez", "A. Lopez"),
        ("Dana", "Dana"),
        ("יעל לוי", "י. לוי"),
    ],
)
def test_a_name_is_made_shorter_by_its_first(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Senior Vice President and Director of Pharmacy", "SVP & Dir. Pharmacy"),
        ("Medical director, oncology", "Med. Dir., oncology"),
        ("CFO", "CFO"),
    ],
)
def test_a_title_is_made_shorter_by_its_long_words(title: str, short: str) -> None:
    assert short_title(title) == short


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("👩🏽 Ana Gomez", "Ana Gomez"),
        ("Ana\nGomez\t", "Ana Gomez"),
        ("\u202eAna", "Ana"),
        ("Zoë Núñez", "Zoë Núñez"),
        ("Nguyễn Thị Ấn", "Nguyen Thi An"),
        ("e\u0301" + "\u0301" * 40, "e"),
        ("ء\u064b\u064b", "ء"),
        ("王小明", "CFO"),
        ("", "CFO"),
    ],
)
def test_what_the_fonts_cannot_draw_is_left_out(text: str, drawn: str) -> None:
    assert drawable(text, "CFO") == drawn


def test_where_nothing_can_be_drawn_that_is_said() -> None:
    assert drawable("王小明", None) == "(not drawn)"


def test_plain_text_keeps_every_letter_and_drops_what_turns_its_direction() -> None:
    assert plain("王小明\u202e \n👩🏽\u200d⚕️\x00") == "王小明 👩🏽\u200d⚕️"


def test_a_text_that_is_too_wide_is_cut_with_a_sign() -> None:
    cut = fitted(["Bartholomew Montgomery", "B. Montgomery"], 150, 31)
    assert cut.startswith("B. Mon")
    assert cut.endswith("…")
    assert width_of(cut, 31) <= 150


def test_the_longest_form_that_fits_is_taken() -> None:
    assert fitted(["Dana Ruiz", "D. Ruiz"], 400, 31) == "Dana Ruiz"
    assert fitted(["Dana Ruiz", "D. Ruiz"], width_of("D. Ruiz", 31), 31) == "D. Ruiz"


def test_a_long_text_is_wrapped_and_its_last_line_cut() -> None:
    lines = wrapped("no money before the committee has met and voted on it", 300, 31, 2)
    assert len(lines) == 2
    assert lines[0] == "no money before the"[: len(lines[0])]
    assert lines[1].endswith("…")
