"""Asking the question that comes next, and ending a session that has none."""

from collections.abc import Container, Sequence
from datetime import datetime

from dealbot.app.chat.of_practice import OfPractice, Over, Posed, ToHandIn
from dealbot.app.chat.practice.pointer import Open, Stage
from dealbot.app.chat.practice.turning import end, room_of
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.asking import Asked
from dealbot.domain.practice.schedule import KNOWN
from dealbot.domain.practice.session import Mode, Session
from dealbot.store.books import Books

_MOST_ANSWERS = 60
_MOST_AGAIN = 3


def asking(turn: Turn, asked: Asked) -> Open:
    """That a card is asked from now on."""
    now = turn.desk.now()
    return Open(asked.session.id, Stage.ASKED, now, asked.card.id, since=now)


def pose(turn: Turn, books: Books, asked: Asked, *, again: bool = False, first: tuple[OfPractice, ...] = ()) -> None:
    """Ask, after what is to be said first, and tell once of what was begun before."""
    left = None
    if asked.number == 1 and not again:
        others = (each for each in books.practice.open_sessions() if each.id != asked.session.id)
        left = next((each for each in others if each.position and each.mode is not Mode.ROLE_PLAY), None)
    end(turn, books, asking(turn, asked), *first, Posed(asked, left, again))


def over(turn: Turn, books: Books, session: Session) -> OfPractice:
    """What is said at the end of a session."""
    if session.check is not None:
        return ToHandIn(session.title, session.check)
    last = {kept.review.card: kept for kept in reversed(books.practice.reviews(limit=_MOST_ANSWERS))}
    own = {card: kept for card, kept in last.items() if kept.review.session == session.id}
    weak = [card for card, kept in own.items() if kept.mark.rating not in KNOWN]
    return Over(
        session.mode,
        session.title,
        answered=len(own),
        known=len(own) - len(weak),
        again=_prompts(turn, books, weak[:_MOST_AGAIN]),
        due_at=_next_due(books, own),
        today=turn.desk.today(),
        stopped=session.position < session.of,
        due=len(books.practice.due(turn.desk.now())),
    )


def _prompts(turn: Turn, books: Books, cards: Sequence[str]) -> tuple[str, ...]:
    there = room_of(turn).laid_out(turn.principal, books).cards
    return tuple(there[card].prompt for card in cards if card in there)


def _next_due(books: Books, cards: Container[str]) -> datetime | None:
    dues = (each.due_at for key, each in books.practice.standings().items() if key in cards)
    return min(dues, default=None)
