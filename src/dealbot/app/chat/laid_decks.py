"""The decks that a turn works with, made before anything is written; somebody who waits for them is told so."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from dealbot.app.chat.of_practice import PracticeSaid
from dealbot.app.chat.turn import Turn
from dealbot.domain.practice.card import Deck

T = TypeVar("T")

PREPARING = "Getting the questions of your guides ready: the first time it takes a moment."
_SILENT_S = 2.0


def decks_of(turn: Turn) -> Sequence[Deck]:
    """The decks of the speaker's workspace today; where they are still to be made, that is said first."""
    day = turn.desk.today()  # writers wait for each other, so all of it is before anything is written
    return told_when_slow(
        lambda: turn.practising.decks(turn.principal.workspace, day), lambda: turn.more(PracticeSaid(PREPARING))
    )


def told_when_slow(make: Callable[[], T], tell: Callable[[], None], silent: float = _SILENT_S) -> T:
    """What is made; `tell` is called once where that takes longer than so many seconds."""
    with ThreadPoolExecutor(1, "making") as aside:
        made = aside.submit(make)
        if not wait([made], timeout=silent).done:
            tell()
        return made.result()
