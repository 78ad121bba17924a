"""The messages of a week as they look in Slack, from notes to what the manager sees, with their lengths held."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from inline_snapshot import snapshot

from dealbot.app.card import MOST_LETTERS, MOST_LINES
from dealbot.app.wording import LONGEST
from dealbot.store.database import open_database
from tests.conversations.house import house
from tests.conversations.script import Script, Stage
from tests.conversations.seen import readable

NOTE = (
    "@dealbot Nora Velez, CFO, is concerned: no money before P&T. She is worried about the Epic interface queue until"
    " February. P&T meets Tue 8 Dec, papers due 24 Nov, nobody owns them. I will send ROI v2 by Fri 27 Nov."
)


@dataclass
class Week:
    """Somebody does something, and what they are shown then."""

    stage: Stage

    def shown(self, **row: str) -> str:
        who = next(iter(row)).replace("_", " ")
        self.stage.play(Script("", ({who: row.pop(who.replace(" ", "_")), **({"in": "#deal-harbor"} | row)},)))
        message = self.stage.last
        assert message is not None
        return readable(message.blocks or [], message.text)


@pytest.fixture
def week(ledger: Callable[[tuple[str, ...], str], str]) -> Iterator[Week]:
    """A Monday on which Harbor Point has three notes."""
    script = Script("a week", (), ("Harbor Point", "Norton"))
    with (
        open_database(ledger(script.deals, "sqlite")) as database,
        house(database, script.at, sockets=True) as opened,
    ):
        yield Week(Stage(opened))


def fits(text: str, most: int, lines: int = MOST_LINES) -> bool:
    """Whether everything but what is tapped fits."""
    told = [line for line in text.splitlines() if not line.startswith("[")]
    return len(told) <= lines and len("\n".join(told)) <= most


def test_the_messages_of_a_week_look_so_and_keep_their_lengths(week: Week) -> None:
    week.shown(priya_says="@dealbot Harbor Point is $2.4M for Q2 2027, call it commit")
    card = week.shown(priya_says=NOTE)
    fixed = week.shown(priya_says="the interface worry is Ivan's, not hers", under="card")
    week.shown(priya_taps="Undo")
    brief = week.shown(priya_says="seeing Nora Velez at 2", **{"in": "dm"})
    standing = week.shown(priya_says="where does Harbor Point stand?", **{"in": "dm"})
    forecast = week.shown(maria_says="forecast", **{"in": "dm"})

    assert fits(card, MOST_LETTERS)
    assert all(fits(text, LONGEST) for text in (fixed, brief, standing, forecast))
    assert card == snapshot("""\
Saved to Harbor Point · call of Mon 23 Nov · team of 3 can read
• Nora Velez, CFO: blocks: money, supportive → concerned, new worry: integration
• You: Send ROI v2, Fri 27 Nov
• P&T: meets Tue 8 Dec, papers due Tue 24 Nov
• EHR: Epic
[Wrong deal?] [Words] [Correct] [Undo]
reply here to fix or add\
""")
    assert fixed == snapshot("""\
Changed, Harbor Point
• The integration worry is Ivan Brandt's
[Undo]\
""")
    assert brief == snapshot("""\
Nora Velez, CFO, Harbor Point · heard today · concerned
"no money before P&T" (Priya, 23 Nov)
Worries: money, blocks; integration
Ask: what would settle money?; what would settle integration?
[Words] [Warm up, 3 min]\
""")
    assert standing == snapshot("""\
Harbor Point · At risk · $2.4M · Q2 2027 · month 11 of 18-24
Why: Nora Velez holds it up: money
Must say yes: 3 of 7 · Grace Tam, CNO (3 Nov); Helen Osei, CMO (12 Nov); Ivan Brandt, CIO (3 Nov)
Not yet: Nora Velez, CFO "no money before P&T" (23 Nov)
Not named: Chief Pharmacy Officer, CISO, General Counsel
In the way: P&T Tue 8 Dec, papers due Tue 24 Nov, nobody owns them
Next: Priya Nair, Send ROI v2, Fri 27 Nov
Since Monday: Nora blocks
Watch: Helen Osei is the only champion, no backup
[Words] [Timeline] [Numbers] [Must say yes]\
""")
    assert forecast == snapshot("""\
Forecast Mon 23 Nov · 2 deals, $2.4M · 1 moved
↓ Harbor Point $2.4M Q2 2027: Priya says commit, Nora blocks (23 Nov)
Commit without a word from the money: Harbor Point
Too little heard: Norton
[By AE] [All 2] [Send the 2 questions to the AEs]\
""")


def test_a_note_for_the_wrong_deal_is_moved_out_of_its_channel(week: Week) -> None:
    week.shown(priya_says=NOTE)
    week.shown(priya_taps="Wrong deal?")
    moved = week.shown(priya_fills={"Move it to": "Norton"})  # type: ignore[arg-type]

    assert moved == snapshot("""\
Moved to Norton. Out of Harbor Point, its answers too.
[Undo]\
""")
