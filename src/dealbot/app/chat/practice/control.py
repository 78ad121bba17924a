"""What is said to a practice that is open: pause, skip, stop, next, again, more."""

from dealbot.app.chat.of_practice import PracticeSaid, Waits
from dealbot.app.chat.practice import answering
from dealbot.app.chat.practice.asks import Control
from dealbot.app.chat.practice.checks import NO_SKIP, asked_to_hand_in, is_closed
from dealbot.app.chat.practice.parse import control_in
from dealbot.app.chat.practice.pointer import Open, Stage
from dealbot.app.chat.practice.posing import over, pose
from dealbot.app.chat.practice.turning import end, heard_now, now_open, only_say, room_of, settled
from dealbot.app.chat.turn import Turn
from dealbot.app.practice import keeping
from dealbot.app.practice.asking import Asked
from dealbot.domain.practice.session import Mode, Session, SessionState
from dealbot.store.books import Books

_OF_NOTHING = frozenset({Control.PAUSE, Control.SKIP, Control.STOP, Control.NEXT})
_HELP = "Answer in your own words; “skip”, “pause” and “stop” do what they say. Your own stories count."
NOTHING_OPEN = "Nothing is open. “Interview prep” asks ten questions, “objection drill” five."
_AFTER = "The guide's answer comes after yours: write what you would say, or “skip”."


def steer(turn: Turn, opened: Open, said: Control) -> bool:
    """Do what is said to an open practice; false for what is an answer at that point."""
    if said is Control.HELP:
        only_say(turn, heard_now(turn, opened), PracticeSaid(_HELP))
    elif said is Control.PAUSE and opened.play is not None:
        only_say(turn, opened.after(Stage.WAITS, turn.desk.now()), Waits(None, paused=True))
    elif said in {Control.PAUSE, Control.STOP}:
        _leave_off(turn, opened.session, said)
    elif opened.stage is Stage.MARKED and opened.review is not None:
        return _to_mark(turn, opened.review, said)
    elif said is Control.SKIP or (said is Control.NEXT and "next" in turn.said.text.casefold()):
        skip(turn, opened.session, opened.card)
    elif said is Control.MORE:
        only_say(turn, heard_now(turn, opened), PracticeSaid(_AFTER))
    else:
        return False
    return True


def says_what_waits(turn: Turn) -> bool:
    """Say what could be gone on with, where words steer a practice and none runs; false where none was left either."""
    if control_in(turn.said.text) not in _OF_NOTHING or turn.memory.question is not None:
        return False
    with turn.reading() as books:
        left = next((each for each in books.practice.open_sessions() if each.mode is not Mode.ROLE_PLAY), None)
    if left is None:
        return False
    only_say(turn, now_open(turn), Waits(left, idle=True))
    return True


def _leave_off(turn: Turn, session: int, said: Control) -> None:
    found = answering.session_of(turn, session)
    if found is None or found.state is SessionState.ENDED:
        only_say(turn, None, PracticeSaid(NOTHING_OPEN))
    elif said is Control.STOP and found.mode is not Mode.CHECK:
        stopped(turn, session)
    else:
        pause(turn, session)


def _to_mark(turn: Turn, review: int, said: Control) -> bool:
    match said:
        case Control.NEXT | Control.SKIP:
            answering.go_next(turn, review)
        case Control.AGAIN:
            answering.again(turn, review)
        case Control.SAID:
            answering.did_say(turn, review)
        case Control.MORE:
            answering.show_whole(turn, review)
        case _:
            return _of_unsure(turn, review, said)
    return True


def _of_unsure(turn: Turn, review: int, said: Control) -> bool:
    with turn.reading() as books:
        kept = books.practice.review(review)
    if kept.review.check is not None and is_closed(turn, kept):
        return asked_to_hand_in(turn, kept.review.check, yes=said is Control.YES)
    found = answering.first_unsure(kept)
    if found is None:
        return says_how(turn, review, good=said is Control.YES)
    answering.mark_unsure(turn, review, found[0], yes=said is Control.YES)
    return True


def says_how(turn: Turn, review: int, *, good: bool) -> bool:
    """Take a word as how an answer was, where it waits for one; false where it does not."""
    if not answering.awaits_word(turn, review):
        return False
    answering.tell_how(turn, review, good=good)
    return True


def skip(turn: Turn, session: int, card: str) -> None:
    """Leave out what is asked, if it still is; of a check nothing is left out."""
    found = answering.session_of(turn, session)
    if found is not None and found.mode is Mode.CHECK:
        only_say(turn, now_open(turn), PracticeSaid(NO_SKIP))
        return
    if found is None or found.current is None or found.current.card != card:
        settled(turn)
        return

    def told(books: Books, following: Asked | None) -> None:
        if following is not None:
            pose(turn, books, following, again=True)
        else:
            end(turn, books, None, over(turn, books, books.practice.session(session)))

    keeping.skip(room_of(turn, told), turn.principal, session)


def pause(turn: Turn, session: int) -> None:
    """Leave a practice for later."""
    found = answering.session_of(turn, session)
    if found is None or found.state is not SessionState.RUNNING:
        settled(turn)
        return

    def told(books: Books, kept: Session) -> None:
        end(turn, books, Open(session, Stage.WAITS, turn.desk.now()), Waits(kept, paused=True))

    keeping.pause(room_of(turn, told), turn.principal, session)


def left_for_later(turn: Turn, opened: Open) -> bool:
    """Pause what waits already while something else is done; false where nothing of it is left."""
    found = answering.session_of(turn, opened.session) if opened.session else None
    if opened.play is None and (found is None or found.current is None):
        return False
    if found is not None and found.state is SessionState.RUNNING:
        pause(turn, found.id)
    else:
        only_say(turn, opened.after(Stage.WAITS, turn.desk.now()), Waits(found, paused=True))
    return True


def stopped(turn: Turn, session: int) -> bool:
    """End a practice; false where there is nothing left of it. A check cannot be ended, only left for later."""
    found = answering.session_of(turn, session)
    if found is None or found.current is None or found.mode is Mode.CHECK:
        return False
    keeping.stop(
        room_of(turn, lambda books, kept: end(turn, books, None, over(turn, books, kept))), turn.principal, session
    )
    return True
