"""Hearing what somebody says: told apart, then logged, answered or set right; unsure is asked, never guessed."""

from dataclasses import dataclass, replace

from dealbot.app.ask import Answering
from dealbot.app.chat.fixing import answer, fix, not_understood
from dealbot.app.chat.kinds import Heard, Kinds
from dealbot.app.chat.memory import Unplaced, remembered
from dealbot.app.chat.notes import log, log_to, named_in
from dealbot.app.chat.questions import ask
from dealbot.app.chat.replies import NoteOrQuestion, Seen
from dealbot.app.chat.said import Kind, Said, Where
from dealbot.app.chat.turn import Tell, Turn
from dealbot.app.desk import Desk
from dealbot.app.words import words_of
from dealbot.domain.principal import Principal

_NAME_ONLY = 6


@dataclass(frozen=True, slots=True)
class Ears:
    """What hearing works with."""

    desk: Desk
    answering: Answering
    kinds: Kinds


def turn_of(ears: Ears, principal: Principal, said: Said, tell: Tell, tell_more: Tell) -> Turn:
    """Open a turn with what is remembered of its place."""
    with ears.desk.reading(principal) as books:
        memory = remembered(books.talks.get(said.place))
    carried = memory.carried(ears.desk.now(), for_ever=said.where is not Where.DM)
    return Turn(ears.desk, ears.answering, principal, said, carried, tell, tell_more)


def hear(ears: Ears, turn: Turn) -> None:
    """Act on one message."""
    said = turn.said
    if turn.memory.waiting and _placed(turn):
        return
    question = turn.memory.question
    heard = Heard(said.text, said.where, question, has_note=turn.memory.note is not None)
    kind, sure = ears.kinds.of(heard)
    if kind is Kind.ANSWER and question is not None and answer(turn, said.text, question):
        return
    _act(turn, Kind.NOTE if kind is Kind.ANSWER else kind, sure=sure)


def _act(turn: Turn, kind: Kind, *, sure: bool) -> None:
    text = turn.said.text
    if kind is Kind.FIX and fix(turn, text):
        return
    if turn.said.overheard and (kind in {Kind.FIX, Kind.CHATTER} or not sure):
        turn.only_say(turn.memory)
    elif kind is Kind.FIX:
        not_understood(turn)
    elif kind is Kind.CHATTER:
        turn.only_say(turn.memory, Seen())
    elif not sure:
        unsure = Unplaced(text, turn.said.note, turn.said.on)
        turn.only_say(replace(turn.memory, unsure=unsure), NoteOrQuestion(text))
    elif kind is Kind.NOTE:
        log(turn, text)
    else:
        ask(turn, text, sure=True)


def _placed(turn: Turn) -> bool:
    """Whether the message names the deal that something waits for: then that is done now."""
    text = turn.said.text
    named = named_in(text, turn.deals()) if len(words_of(text)) <= _NAME_ONLY else ()
    if len(named) != 1:
        return False
    place(turn, named[0])
    return True


def place(turn: Turn, deal: str) -> None:
    """Do what waits for its deal, each in a transaction of its own, the oldest first."""
    *others, last = turn.memory.waiting
    for one in others:
        _do(replace(turn, tell=turn.tell_more), one, deal)
    _do(replace(turn, memory=replace(turn.memory, waiting=(last,))), last, deal)


def _do(turn: Turn, one: Unplaced, deal: str) -> None:
    if one.asks:
        ask(replace(turn, memory=replace(turn.memory, waiting=())), one.text, deal, sure=True)
    else:
        log_to(turn, deal, one)
