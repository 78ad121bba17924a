"""What is said beside something else: that a practice waits, and that the cards of the day are there."""

from dataclasses import replace

from dealbot.app.chat.of_practice import CardsDue, OfPractice, ToHandIn, Waits
from dealbot.app.chat.practice.checks import asked_today, forgotten
from dealbot.app.chat.practice.pointer import Open, Stage, remember
from dealbot.app.chat.practice.turning import bare_room
from dealbot.app.chat.replies import Reply
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.reminding import cards_are_due, cards_of_today, take_cards
from dealbot.store.books import Books


def besides(turn: Turn, opened: Open | None) -> Turn:
    """The turn that goes on with something else, and says in the end what of practice is to be said."""
    waits = opened is not None and opened.stage is not Stage.WAITS
    kept_back = forgotten(turn)
    if not waits and not kept_back and not _daily(turn):
        return turn

    def tell(books: Books, replies: tuple[Reply, ...]) -> None:
        beside = _said(turn, books, opened if waits else None)
        left = [ToHandIn(each.title, each.check.id) for each in kept_back if asked_today(turn, books, each.check.id)]
        turn.tell(books, (*replies, *beside, *left))

    return replace(turn, tell=tell)


def _said(turn: Turn, books: Books, opened: Open | None) -> tuple[OfPractice, ...]:
    now = turn.desk.now()
    if opened is None:
        return _cards_of_the_day(turn, books)
    remember(books, opened.after(Stage.WAITS, now), now)
    if opened.stage is Stage.MARKED:
        return ()
    return (Waits(books.practice.session(opened.session) if opened.play is None else None),)


def _daily(turn: Turn) -> bool:
    with turn.reading() as books:
        return cards_are_due(bare_room(turn), books)


def _cards_of_the_day(turn: Turn, books: Books) -> tuple[OfPractice, ...]:
    room = bare_room(turn)
    return (CardsDue(cards_of_today(room, books), daily=True),) if take_cards(room, books) else ()
