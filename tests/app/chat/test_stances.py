"""Where a reply says that somebody stands, denied or not."""

import pytest

from dealbot.app.chat.fixes.stances import stance_told
from dealbot.domain.stakeholder import Stance


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("Dana is skeptical", Stance.CONCERNED),
        ("Dana isn't skeptical", Stance.NEUTRAL),
        ("Dana is not against us", Stance.NEUTRAL),
        ("Dana isn\u2019t really that happy", Stance.CONCERNED),
        ("Dana isn't all in", Stance.NEUTRAL),
        ("Dana is no fan", Stance.CONCERNED),
        ("Dana is not for it", Stance.OPPOSED),
        ("Dana will vouch for it", Stance.SUPPORTIVE),
    ],
)
def test_a_denied_stance_is_the_next_weaker_one(clause: str, stance: Stance) -> None:
    found = stance_told(clause)
    assert found is not None
    assert found.stance is stance


@pytest.mark.parametrize("clause", ["Dana is not on the fence", "Dana plays the flute"])
def test_what_says_of_nobody_where_they_stand_gives_no_stance(clause: str) -> None:
    assert stance_told(clause) is None
