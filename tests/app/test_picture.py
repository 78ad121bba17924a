"""Which words ask for a picture, and for which."""

import pytest

from dealbot.app.picture import asks_for_picture, picture_asked
from dealbot.app.question import Intent, Question
from dealbot.pictures.values import PictureKind


@pytest.mark.parametrize(
    ("intent", "text", "kind"),
    [
        (Intent.ROLES, "map of Lakeshore", PictureKind.MAP),
        (Intent.ROLES, "draw who is on the committee", PictureKind.MAP),
        (Intent.ROLES, "who is on the committee?", None),
        (Intent.ALIGNED, "show alignment over time", PictureKind.HISTORY),
        (Intent.ALIGNED, "who is aligned?", None),
        (Intent.TIMELINE, "What is the timeline?", PictureKind.TIMELINE),
        (Intent.TIMELINE, "when do we sign?", None),
        (Intent.STANDING, "draw me where it stands", None),
    ],
)
def test_a_picture_is_shown_where_the_words_ask_for_it(intent: Intent, text: str, kind: PictureKind | None) -> None:
    assert picture_asked(Question(text, intent, "Lakeshore")) is kind


def test_of_several_deals_or_some_people_there_is_no_picture() -> None:
    asked = (
        Question("map", Intent.ROLES),
        Question("map", Intent.ROLES, "Lakeshore", deals=("Lakeshore", "Mercy")),
        Question("draw Dana", Intent.ROLES, "Lakeshore", people=("dana",)),
    )
    assert [picture_asked(each) for each in asked] == [None, None, None]


@pytest.mark.parametrize(
    "text",
    ["draw the map", "map of Lakeshore", "Timeline please", "show me the influence map for Mercy Valley", "the map?",
     "can you draw the timeline of Lakeshore", "show alignment over time"],
)  # fmt: skip
def test_a_message_that_only_names_a_picture_asks_for_it(text: str) -> None:
    assert asks_for_picture(text)


@pytest.mark.parametrize(
    "text",
    ["Dana sent the map of the wards; Raj likes it", "timeline slipped to March", "gave Raj the timeline and he nodded",
     "map Lakeshore to Mercy", "show Raj the plan"],
)  # fmt: skip
def test_a_message_that_tells_something_does_not(text: str) -> None:
    assert not asks_for_picture(text)
