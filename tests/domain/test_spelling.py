"""A slip is mended only where one known word can be meant."""

import pytest

from dealbot.domain.spelling import is_slip, mended, slips


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [
        ("concerns", "concerns", 0),
        ("conerns", "concerns", 1),
        ("statsu", "status", 1),
        ("cat", "dog", 3),
        ("", "ab", 2),
    ],
)
def test_slips_are_counted(a: str, b: str, count: int) -> None:
    assert slips(a, b) == count
    assert slips(b, a) == count


@pytest.mark.parametrize(("written", "known"), [("alligned", "aligned"), ("convicing", "convincing")])
def test_one_slip_in_a_long_enough_word_is_one(written: str, known: str) -> None:
    assert is_slip(written, known)


@pytest.mark.parametrize(("written", "known"), [("morton", "norton"), ("dana", "dane"), ("lakeside", "lakeshore")])
def test_another_first_letter_a_short_word_or_too_many_slips_are_another_word(written: str, known: str) -> None:
    assert not is_slip(written, known)


def test_a_word_near_to_two_others_is_not_mended() -> None:
    assert mended("statur", ["status", "statue"]) is None
    assert mended("stats", ["status"]) == "status"
