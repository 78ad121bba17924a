"""Beginning to practise, by words, a command or a tap."""

from dealbot.app.chat.of_practice import PracticeSaid
from dealbot.app.chat.practice.asks import Begin
from dealbot.app.chat.practice.checks import owed, tell_where
from dealbot.app.chat.practice.posing import pose
from dealbot.app.chat.practice.turning import left_off, now_open, only_say, room_of
from dealbot.app.chat.practice.wanted import meant
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.asking import Asked
from dealbot.app.practice.handing_in import first_open
from dealbot.app.practice.keeping import resume
from dealbot.app.practice.room import PracticeRoom
from dealbot.app.practice.starting import Wanted, start
from dealbot.domain.practice.session import Mode
from dealbot.errors import BadInput
from dealbot.store.books import Books


def begin(turn: Turn, wanted: Begin) -> None:
    """Begin what somebody asks for; what is open stays so where there is nothing of it."""
    try:
        room = _posing_room(turn)
        start(room, turn.principal, meant(turn, room, wanted.mode, wanted.about))
    except BadInput as error:
        only_say(turn, left_off(turn), PracticeSaid(str(error)))


def begin_with(turn: Turn, wanted: Wanted) -> None:
    """Begin what a button stands for."""
    try:
        start(_posing_room(turn), turn.principal, wanted)
    except BadInput as error:
        only_say(turn, now_open(turn), PracticeSaid(str(error)))


def begin_check(turn: Turn, check: int | None = None) -> None:
    """Begin to answer a check, or go on with it; of one that is answered tell where it is."""
    mine = owed(turn, check)
    if not tell_where(turn, mine):
        first = first_open(mine)
        begin_with(turn, Wanted(Mode.CHECK, check=first.check.id if first is not None else check))


def go_on(turn: Turn, session: int | None = None) -> None:
    """Take up what was left last, or one session; raises BadInput where there is none."""
    resume(_posing_room(turn), turn.principal, session)


def _posing_room(turn: Turn) -> PracticeRoom:
    def told(books: Books, asked: Asked) -> None:
        pose(turn, books, asked)

    return room_of(turn, told)
