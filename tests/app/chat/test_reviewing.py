"""What a message says of a review: decisions as they are made, that it was held, how often it is."""

import pytest

from dealbot.app.chat.reviewing import of_review


@pytest.mark.parametrize(
    ("text", "named", "pairs"),
    [
        ("decided: bring Lee to P&T", None, ("decision=bring Lee to P&T",)),
        ("Lakeshore: we decided: send ROI v2", "Lakeshore", ("decision=send ROI v2",)),
        ("Decisions:\n- bring Lee to P&T\n- send ROI v2", None, ("decision=bring Lee to P&T", "decision=send ROI v2")),
        ("decided: bring Lee; 2) wait", None, ("decision=bring Lee", "decision=wait")),
        ("reviewed", None, ("reviewed=yes",)),
        ("we reviewed it today.", None, ("reviewed=yes",)),
        ("Mercy: review done", "Mercy", ("reviewed=yes",)),
        ("review it every quarter", None, ("review_every=quarter",)),
        ("Lakeshore: review monthly", "Lakeshore", ("review_every=month",)),
    ],
)
def test_it_is_kept(text: str, named: str | None, pairs: tuple[str, ...]) -> None:
    found = of_review(text)

    assert found is not None
    assert (found.named, found.pairs) == (named, pairs)


@pytest.mark.parametrize(
    "text",
    [
        "we decided to call Dana",
        "Dana decided against it",
        "review lakeshore",
        "they reviewed the security papers",
        "Lakeshore: met Dana. Decided: nothing yet",
        "what was decided?",
        "decided:",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert of_review(text) is None
