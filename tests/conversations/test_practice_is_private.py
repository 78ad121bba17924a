"""Nobody but whoever practises sees anything of it: not where others talk, and not whatever they ask."""

from collections.abc import Callable

from dealbot.store.database import open_database
from tests.asked import QUESTIONS
from tests.conversations.cast import user_called
from tests.conversations.house import House, house
from tests.conversations.script import Script, Stage
from tests.conversations.seen import messages

ANSWER = "quixotic: I bring finance in and look for the marmalade cause"
CANARIES = ("quixotic", "marmalade", "Find the cause", "Covered", "well covered", "rescue a stalled deal")
ABOUT_TOM = (
    "how is Tom doing?",
    "how is Tom doing in practice?",
    "what did Tom answer?",
    "show me Tom's practice",
    "my progress",
    "what did Tom say about finance?",
    "who practised today?",
    "is Tom ready?",
)
OTHERS = ("maria", "erin", "ida", "sam", "priya")


def test_what_is_practised_is_in_nobody_elses_messages(ledger: Callable[[tuple[str, ...], str], str]) -> None:
    with (
        open_database(ledger(("Lakeshore", "Bayview"), "sqlite")) as database,
        house(database, Script("", ()).at, sockets=True) as opened,
    ):
        stage = Stage(opened)
        stage.play(
            Script(
                "",
                (
                    {"tom says": "@dealbot interview prep", "in": "#general"},
                    {"tom says": ANSWER, "in": "dm"},
                    {"tom says": "I did say that"},
                    {"tom says": "more"},
                    {"tom says": "stop"},
                    {"tom says": "@dealbot role-play the CFO", "in": "#general"},
                    {"tom says": ANSWER, "in": "dm"},
                    {"tom says": "stop"},
                ),
            )
        )
        toms = _told(opened, to="tom")
        for who in OTHERS:
            stage.play(Script("", tuple({f"{who} says": asked, "in": "dm"} for asked in ABOUT_TOM)))
        asked = [question.format(deal="Bayview", person="Tom Reyes") for question in QUESTIONS]
        stage.play(Script("", tuple({"maria says": question, "in": "dm"} for question in asked)))
        others = _told(opened, to=None)
    assert any("Covered" in text for text in toms)
    assert [text for text in others if any(word in text for word in CANARIES)] == []


def _told(opened: House, to: str | None) -> list[str]:
    """What dealbot said in somebody's own messages, or everywhere but in Tom's."""
    dm = f"D{user_called(to or 'tom')[1:]}"
    shown = [each.message for each in messages(opened.slack).values() if each.message is not None]
    return [f"{each.text}\n{each.blocks}" for each in shown if (each.channel == dm) is (to is not None)]
