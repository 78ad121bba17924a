"""The turns of a practice: the room it takes place in, and how a turn ends."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dealbot.app.chat.laid_decks import decks_of
from dealbot.app.chat.of_practice import OfPractice, PracticeSaid
from dealbot.app.chat.practice.pointer import Open, Stage, open_with, remember
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.room import PracticeRoom
from dealbot.store.books import Books

GONE = "That is settled already, so nothing was done."


def room_of(turn: Turn, then: Callable[[Books, Any], None] | None = None) -> PracticeRoom:
    """The room of a turn; what `then` does with a result is done in its transaction."""
    decks = decks_of(turn)
    return PracticeRoom(turn.desk if then is None else turn.then(then), lambda _: decks, turn.practising.grader)


def bare_room(turn: Turn) -> PracticeRoom:
    """The room of a turn in which nothing is asked, so that nobody waits for its decks."""
    return PracticeRoom(turn.desk, lambda _: (), turn.practising.grader)


def now_open(turn: Turn) -> Open | None:
    """What is open with whoever speaks."""
    with turn.reading() as books:
        return open_with(books, turn.desk.now())


def still_open(turn: Turn, books: Books) -> Open | None:
    """The same within a transaction, as of now: whoever speaks goes on."""
    opened = open_with(books, turn.desk.now())
    return heard_now(turn, opened) if opened is not None else None


def end(turn: Turn, books: Books, opened: Open | None, *replies: OfPractice) -> None:
    """End a turn of practice: what is open is remembered apart from the talk of deals, which is left as it is."""
    remember(books, opened, turn.desk.now())
    turn.tell(books, replies)


def only_say(turn: Turn, opened: Open | None, *replies: OfPractice) -> None:
    """End a turn of practice in which nothing else is done."""
    with turn.writing() as books:
        end(turn, books, opened, *replies)


def left_off(turn: Turn) -> Open | None:
    """What was open waits while something else is wanted: what is written next is not taken for an answer to it."""
    opened = now_open(turn)
    return opened.after(Stage.WAITS, turn.desk.now()) if opened is not None else None


def settled(turn: Turn) -> None:
    """Say of a tap that it comes too late; what is open stays so."""
    only_say(turn, now_open(turn), PracticeSaid(GONE))


def heard_now(turn: Turn, opened: Open) -> Open:
    """The same open question, of which somebody spoke just now."""
    return replace(opened, at=turn.desk.now())
