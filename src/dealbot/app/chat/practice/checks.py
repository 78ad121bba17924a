"""A check as whoever answers it meets it: nothing of it is marked before all is handed in."""

from collections.abc import Container

from dealbot.app.chat.of_practice import CheckMarks, PracticeSaid
from dealbot.app.chat.practice.pointer import Open, Stage
from dealbot.app.chat.practice.turning import now_open, only_say, room_of, settled
from dealbot.app.chat.turn import Turn
from dealbot.domain.practice.cohort import Check
from dealbot.domain.practice.review import KeptReview
from dealbot.store.books import Books

NOT_YET = "The answers are shown once your check is handed in."
NO_SKIP = "In a check every question is answered; “I don't know” is an answer too. “Pause” leaves it for later."


def show_marks(turn: Turn, key: int) -> None:
    """Show how somebody did in a check of theirs that is handed in."""
    room = room_of(turn)
    with turn.reading() as books:
        check = next((each for each in books.cohorts.my_checks() if each.id == key), None)
        last = last_answers(books, check) if check is not None else {}
        cards = room.laid_out(turn.principal, books).cards
    if check is None:
        settled(turn)
    elif not handed_in(check, last, cards):
        only_say(turn, now_open(turn), PracticeSaid(NOT_YET))
    else:
        told = tuple((cards[card], last[card]) for card in check.cards if card in last and card in cards)
        only_say(turn, opened_after_marks(turn), CheckMarks(told))


def opened_after_marks(turn: Turn) -> Open | None:
    """What is open once marks of a check were shown: nothing more is added to an answer."""
    opened = now_open(turn)
    return None if opened is not None and opened.stage is Stage.MARKED else opened


def is_closed(turn: Turn, kept: KeptReview) -> bool:
    """Whether an answer is of a check that is not handed in yet, so that nothing of its mark is told."""
    if kept.review.check is None:
        return False
    room = room_of(turn)
    with turn.reading() as books:
        check = next((each for each in books.cohorts.my_checks() if each.id == kept.review.check), None)
        cards = room.laid_out(turn.principal, books).cards
        return check is None or not handed_in(check, last_answers(books, check), cards)


def last_answers(books: Books, check: Check) -> dict[str, KeptReview]:
    """The answer that counts to each card: the last."""
    return {kept.review.card: kept for kept in books.cohorts.my_answers(check.id)}


def handed_in(check: Check, last: Container[str], there: Container[str]) -> bool:
    """Whether every card that there still is was answered, or the check was ended."""
    return check.ended or all(card in last for card in check.cards if card in there)
