"""What a warning warns of."""

import pytest

from dealbot.domain.practice.deeds import deed_of


@pytest.mark.parametrize(
    ("pitfall", "deed"),
    [
        ("Avoid pushing for a signature.", "pushing for a signature."),
        ("Selling features without knowing the need can backfire.", "Selling features without knowing the need"),
        ("Don't join a price war that erodes margins.", "join a price war"),
        ("Giving a discount in the room.", "Giving a discount in the room."),
        ("Silence can hurt.", "Silence can hurt."),
    ],
)
def test_only_the_deed_is_left(pitfall: str, deed: str) -> None:
    assert deed_of(pitfall) == deed
