"""Words tell whether they use it, whether it helps, and whether they would recommend it."""

import pytest

from dealbot.domain.pilot import Indicator, Level
from dealbot.domain.pilots.signs import level_of, signs_in

USING, VALUE, RECOMMEND = Indicator
YES, MIXED, NO = Level


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("62% of the nurses use it daily", [(USING, YES, 62)]),
        ("adoption is at 45%", [(USING, MIXED, 45)]),
        ("only 12 percent log in", [(USING, NO, 12)]),
        ("the docs aren't using it", [(USING, NO, None)]),
        ("some nurses use it", [(USING, MIXED, None)]),
        ("the nurses use it", [(USING, YES, None)]),
        ("it saves them 20 minutes a shift", [(VALUE, YES, None)]),
        ("too many clicks for the night shift", [(VALUE, NO, None)]),
        ("it is faster on days, slower at night", [(VALUE, MIXED, None)]),
        ("it does not help them", [(VALUE, NO, None)]),
        ("they would recommend it", [(RECOMMEND, YES, None)]),
        ("they would not recommend it", [(RECOMMEND, NO, None)]),
        ("half of them would recommend it", [(RECOMMEND, MIXED, None)]),
        ("adoption should reach 62%", []),
        ("150% use it", [(USING, YES, None)]),
        ("the CFO wants savings", []),
    ],
)
def test_each_sign_is_told_by_its_words(text: str, signs: list[tuple[Indicator, Level, int | None]]) -> None:
    assert list(signs_in(text, of_pilot=True)) == signs


def test_words_of_other_things_count_only_where_they_name_who_uses_it() -> None:
    assert signs_in("it is faster", of_pilot=False) == ()
    assert signs_in("the nurses say it is faster", of_pilot=False) == ((VALUE, YES, None),)


@pytest.mark.parametrize(("share", "level"), [(60, YES), (59, MIXED), (30, MIXED), (29, NO)])
def test_a_share_of_users_amounts_to_a_level(share: int, level: Level) -> None:
    assert level_of(share) is level
