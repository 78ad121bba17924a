"""What the messages of practice share: where something stands, how a session is called, and their buttons."""

from collections.abc import Callable, Sequence
from datetime import date

from dealbot.app.card import MOST_LETTERS, short
from dealbot.domain.practice.card import CardSource
from dealbot.domain.practice.session import Mode, Session
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import Block, actions, button, context, escape, section, spoken

CALLED = {
    Mode.INTERVIEW: "Interview prep",
    Mode.OBJECTIONS: "Objection drill",
    Mode.WARM_UP: "Warm-up",
    Mode.DRIP: "Cards of the day",
    Mode.FACTS: "Facts",
    Mode.ROLE_PLAY: "Role-play",
    Mode.CHECK: "Check",
}
_TITLE = 60
_WIDTHS = (140, 110, 80, 60)
LETTERS = "abcdef"


def source_words(source: CardSource) -> str:
    """Where an answer stands: the guide, its part, and when that was changed last."""
    part = source.heading[0] if len(source.heading) > 1 else ""
    on = f"{source.modified_on:%b %Y}" if source.modified_on else ""
    told = (short(source.title, _TITLE), short(part, _TITLE), on)
    return f"({', '.join(each for each in told if each)})"


def called(session: Session) -> str:
    """What a session is called: what it is about, or its kind."""
    return short(session.title, _TITLE) if session.title else CALLED[session.mode]


def quoted(text: str, most: int) -> str:
    """Words of a guide on one line, in quotes of ours."""
    line = " ".join(text.split())
    bare = line.strip('“”"')
    line = line if bare.count('"') % 2 else bare
    return f"“{short(line, most)}”"


def fitting_wide(lines_of: Callable[[int], list[str]]) -> list[str]:
    """The lines whose quotes are as wide as fits a phone."""
    made = (lines_of(width) for width in _WIDTHS[:-1])
    return next((lines for lines in made if sum(map(len, lines)) <= MOST_LETTERS), None) or lines_of(_WIDTHS[-1])


def built(
    first: str,
    lines: Sequence[str],
    *,
    taps: Sequence[Sequence[Block]] = (),
    below: Sequence[str] = (),
    bold: bool = True,
) -> Message:
    """A message of lines, the first in bold, with rows of buttons and small print; `first` is for a lock screen."""
    shown = [f"*{escape(lines[0])}*" if bold else escape(lines[0]), *map(escape, lines[1:])]
    blocks = [
        section("\n".join(shown)),
        *(actions(row) for row in taps if row),
        *(context(escape(line)) for line in below),
    ]
    return Message(spoken(first, *lines, *below), tuple(blocks))


def go_on(session: Session | None, text: str = "Go on") -> Block:
    """The button that takes up what waits."""
    return button(text, "practice_go_on", {"session": session.id} if session is not None else {}, "primary")


def hand_in_taps(check: int | None) -> list[Block]:
    """The buttons by which a check is handed in, or its last answer changed."""
    value = {"check": check}
    taps = [button("Hand in", "practice_hand_in", value, "primary")]
    return [*taps, button("Change the last", "practice_change_last", value)]


def month(on: date) -> str:
    """A day as "Fri 4 Dec"."""
    return f"{on:%a} {on.day} {on:%b}"
