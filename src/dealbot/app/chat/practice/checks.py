"""A check as whoever answers it meets it: nothing of it is marked before its person hands it in."""

from dealbot.app.chat.of_practice import CheckMarks, HandedIn, PracticeSaid, ToHandIn
from dealbot.app.chat.practice.pointer import Open, Stage
from dealbot.app.chat.practice.posing import pose
from dealbot.app.chat.practice.turning import end, now_open, only_say, room_of, settled
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.answering import change_last
from dealbot.app.practice.handing_in import NO_CHECK, Owed, first_open, hand_in, owed_by
from dealbot.domain.practice.cohort import Check
from dealbot.domain.practice.review import KeptReview
from dealbot.errors import BadInput
from dealbot.store.books import Books

NOT_YET = "The answers are shown once your check is handed in."
_KEPT_BACK = "Not handed in: it waits. “Hand in” does it, “change the last” asks the last one again."
_ASKED = "check {} to hand in"
NO_SKIP = "In a check every question is answered; “I don't know” is an answer too. “Pause” leaves it for later."


def owed(turn: Turn, check: int | None = None) -> tuple[Owed, ...]:
    """The checks of whoever speaks, or one of them, the sooner due first; who has none waits for no decks."""
    with turn.reading() as books:
        if not books.cohorts.my_checks():
            return ()
    room = room_of(turn)
    with turn.reading() as books:
        return owed_by(books, room.laid_out(turn.principal, books).cards, check)


def forgotten(turn: Turn) -> tuple[Owed, ...]:
    """What waits to be handed in and was not asked for today."""
    today, who = turn.desk.today(), turn.principal.user
    with turn.reading() as books:
        kept_back = {
            check.id
            for check in books.cohorts.my_checks()
            if who not in books.cohorts.handed_in(check.id)
            and not books.reminders.sent(who, _ASKED.format(check.id), today)
            and books.cohorts.my_answers(check.id)
        }
    return tuple(each for each in owed(turn) if each.waits and each.check.id in kept_back) if kept_back else ()


def asked_today(turn: Turn, books: Books, check: int) -> bool:
    """Keep that somebody is asked today to hand a check in; false where they were."""
    today, now = turn.desk.today(), turn.desk.now()
    return books.reminders.keep(turn.principal.user, _ASKED.format(check), today, now)


def tell_where(turn: Turn, mine: tuple[Owed, ...]) -> bool:
    """Ask to hand in what is answered, or tell what was handed in; false where something is to be answered first."""
    first = first_open(mine)
    if first is not None and first.waits:
        only_say(turn, now_open(turn), ToHandIn(first.title, first.check.id))
        return True
    done = [each for each in mine if each.handed_in is not None]
    if first is not None or not done:
        return False
    latest = max(done, key=lambda each: (each.handed_in, each.check.id))
    only_say(turn, now_open(turn), HandedIn(latest, turn.desk.today(), before=True))
    return True


def tell_result(turn: Turn) -> bool:
    """Tell how it stands with a check; false where somebody has none."""
    mine = owed(turn)
    if tell_where(turn, mine):
        return True
    first = first_open(mine)
    if first is not None:
        left = f"{first.title}: {first.answered} of {first.answered + first.left} answered. {NOT_YET}"
        only_say(turn, now_open(turn), PracticeSaid(left))
    return first is not None


def hand_it_in(turn: Turn, check: int | None = None) -> None:
    """Hand in what is answered; a second time it is told that it was."""

    def told(books: Books, done: Owed) -> None:
        end(turn, books, None, HandedIn(done, turn.desk.today()))

    try:
        hand_in(room_of(turn, told), turn.principal, check)
    except BadInput as error:
        mine = owed(turn, check)
        if not any(each.handed_in for each in mine) or not tell_where(turn, mine):
            only_say(turn, now_open(turn), PracticeSaid(str(error)))


def asked_to_hand_in(turn: Turn, check: int, *, yes: bool) -> bool:
    """Do what is said to "hand it in?"; false where that is not asked."""
    if not any(each.waits for each in owed(turn, check)):
        return False
    if yes:
        hand_it_in(turn, check)
    else:
        only_say(turn, now_open(turn), PracticeSaid(_KEPT_BACK))
    return True


def change_the_last(turn: Turn, check: int | None = None) -> None:
    """Ask once more what was answered last of a check that is not handed in."""
    mine = [each for each in owed(turn, check) if each.answered]
    one = next((each for each in mine if each.waits), next(iter(mine), None))
    if one is None:
        only_say(turn, now_open(turn), PracticeSaid(NO_CHECK))
        return
    room = room_of(turn, lambda books, asked: pose(turn, books, asked, again=True))
    try:
        change_last(room, turn.principal, one.check.id)
    except BadInput as error:
        only_say(turn, now_open(turn), PracticeSaid(str(error)))


def show_marks(turn: Turn, key: int) -> None:
    """Show how somebody did in a check of theirs that is handed in."""
    room = room_of(turn)
    with turn.reading() as books:
        check = next((each for each in books.cohorts.my_checks() if each.id == key), None)
        last = last_answers(books, check) if check is not None else {}
        cards = room.laid_out(turn.principal, books).cards
        done = check is not None and turn.principal.user in books.cohorts.handed_in(key)
    if check is None:
        settled(turn)
    elif not done:
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
    with turn.reading() as books:
        return turn.principal.user not in books.cohorts.handed_in(kept.review.check)


def last_answers(books: Books, check: Check) -> dict[str, KeptReview]:
    """The answer that counts to each card: the last."""
    return {kept.review.card: kept for kept in books.cohorts.my_answers(check.id)}
