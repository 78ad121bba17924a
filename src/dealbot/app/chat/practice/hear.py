"""Hearing practice in a conversation: what is asked of it, answers to what is open, and what is neither."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from dealbot.app.chat.memory import Unplaced
from dealbot.app.chat.of_practice import AnswerOrElse, PracticeSaid
from dealbot.app.chat.practice import choosing
from dealbot.app.chat.practice.answering import ADDED_WITHIN, How, add, answer_with, did_say_number, session_of
from dealbot.app.chat.practice.apart import Meant, is_said_to_officer, speaks_to_officer, told_apart
from dealbot.app.chat.practice.asks import About, Ask, Begin, Control, DailyAt, InterviewOn
from dealbot.app.chat.practice.begin import begin, begin_check, go_on
from dealbot.app.chat.practice.beside import besides
from dealbot.app.chat.practice.casting import names_somebody
from dealbot.app.chat.practice.chatter import is_chatter
from dealbot.app.chat.practice.checks import change_the_last, hand_it_in, owed, tell_result
from dealbot.app.chat.practice.control import (
    NOTHING_OPEN,
    left_for_later,
    says_how,
    says_what_waits,
    steer,
    stopped,
)
from dealbot.app.chat.practice.parse import asked_in, commanded, control_in, may_play
from dealbot.app.chat.practice.playing import after_playing, go_on_playing, play, played_on
from dealbot.app.chat.practice.pointer import Open, Stage
from dealbot.app.chat.practice.turning import heard_now, now_open, only_say, room_of
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.answering import which_letter
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.keyed import can_be_marked
from dealbot.domain.practice.not_known import is_unknown
from dealbot.domain.practice.session import Mode
from dealbot.errors import BadInput

NOT_TAKEN = "Not taken. The question still waits: as long or short as you like, in your own words. “Pause” leaves it."
_SETTLES = frozenset({Control.YES, Control.NO})
_GOES_ON = frozenset({Control.NEXT, Control.SKIP})
_OF_CHECKS: Mapping[Ask, Callable[[Turn], object]] = {
    About.HAND_IN: hand_it_in,
    About.CHANGE_LAST: change_the_last,
    About.RESULT: tell_result,
}
_NUMBER = re.compile(r"^\W*([1-9])\W*$")
_HOW = re.compile(r"^\W*(?:it was |that was )?(?P<not>not )?(?:good|fine|yet)\W*$", re.IGNORECASE)
_NUDGE = "Write or dictate what you would say; “skip”, “pause” and “stop” do what they say."


def practised(turn: Turn) -> Turn | None:
    """Do what is about practice, and give nothing; else the turn to go on with, which tells what waits meanwhile."""
    if turn.said.overheard or turn.said.to_others:
        return turn
    asked = asked_in(turn.said.text, turn.said.on)
    if turn.principal.aloud:
        # Where others read along nothing is answered, and only what is plainly asked of practice begins one.
        if asked is None or not _plain(asked):
            return turn
        do(turn, asked)
        return None
    asked = asked or _somebody_played(turn)
    opened = now_open(turn)
    if opened is not None and (_spoken_after if opened.played else _spoken_to)(turn, opened, asked):
        return None
    opened = opened if opened is not None and not opened.played else None
    if asked is not None and _meant(turn, asked):
        do(turn, asked)
        return None
    return None if asked is None and says_what_waits(turn) else besides(turn, opened)


def command(turn: Turn) -> None:
    """Do what the command says."""
    asked = commanded(turn.said.text, turn.said.on)
    opened = now_open(turn)
    steered = control_in(turn.said.text) if asked != About.RESUME else None
    steered = None if steered is Control.HELP else steered
    if opened is not None and opened.played and after_playing(turn, opened):
        return
    if steered is None:
        do(turn, asked or About.HELP)
    elif opened is None or opened.played or not steer(turn, opened, steered):
        only_say(turn, opened, PracticeSaid(NOTHING_OPEN))


def offer(turn: Turn) -> None:
    """Tell what can be practised, to somebody who wants to in words that are not known."""
    choosing.tell(turn, About.HELP)


def do(turn: Turn, asked: Ask) -> None:
    """Begin, tell or keep what is asked of practice."""
    match asked:
        case Begin(Mode.ROLE_PLAY):
            play(turn, asked.about)
        case Begin(Mode.CHECK):
            begin_check(turn)
        case Begin():
            begin(turn, asked)
        case InterviewOn():
            choosing.interview(turn, asked)
        case DailyAt():
            choosing.daily_at(turn, asked)
        case About.RESUME:
            take_up(turn)
        case About() if asked in _OF_CHECKS:
            _OF_CHECKS[asked](turn)
        case _:
            choosing.tell(turn, asked)


def take_up(turn: Turn, session: int | None = None) -> None:
    """Go on with what was left last."""
    if session is None and go_on_playing(turn):
        return
    try:
        go_on(turn, session)
    except BadInput as error:
        only_say(turn, now_open(turn), PracticeSaid(str(error)))


def _somebody_played(turn: Turn) -> Begin | None:
    """Whether nothing but somebody of the asker's deals is to be played: "be Dana", "play Raj at Lakeshore"."""
    about = may_play(turn.said.text)
    return Begin(Mode.ROLE_PLAY, about) if about and names_somebody(turn, about) else None


def _plain(asked: Ask) -> bool:
    return not (asked in {About.DUE, About.RESUME, *_OF_CHECKS} or (isinstance(asked, Begin) and not asked.sure))


def _meant(turn: Turn, asked: Ask) -> bool:
    """Whether words that may be about deals too are about practice here."""
    if asked is About.DUE and ("due?" in turn.said.text or "card" not in turn.said.text):
        with turn.reading() as books:
            practises = bool(books.practice.standings())
        return practises and turn.memory.deal is None
    if asked in _OF_CHECKS or (isinstance(asked, Begin) and asked.mode is Mode.CHECK and not asked.sure):
        return bool(owed(turn))
    return True


def _spoken_after(turn: Turn, opened: Open, asked: Ask | None) -> bool:
    return asked is None and after_playing(turn, opened)


def _spoken_to(turn: Turn, opened: Open, asked: Ask | None) -> bool:
    if opened.stage is not Stage.WAITS:
        return _heard_open(turn, opened, asked)
    control = control_in(turn.said.text)
    if control is Control.STOP:
        return opened.session > 0 and stopped(turn, opened.session)
    if control is Control.PAUSE and "pause" in turn.said.text.casefold():
        return left_for_later(turn, opened)
    plainly_on = "on" in turn.said.text.casefold().split()
    if control not in _GOES_ON or (turn.memory.question is not None and not plainly_on):
        return False
    take_up(turn)
    return True


def _heard_open(turn: Turn, opened: Open, asked: Ask | None) -> bool:
    """Do what is said while something is open; false where it is something else."""
    text = turn.said.text
    control = _steering(turn, opened)
    if control is not None and steer(turn, opened, control):
        return True
    if asked is not None:
        return False
    number = _NUMBER.match(text)
    if opened.stage is Stage.MARKED and opened.review is not None and number is not None:
        did_say_number(turn, opened.review, int(number[1]))
        return True
    how = _HOW.match(text)
    if opened.stage is Stage.MARKED and opened.review is not None and how is not None:
        good = how["not"] is None
        if says_how(turn, opened.review, good=good):
            return True
    if opened.stage is Stage.MARKED:
        soon = turn.desk.now() - opened.at <= ADDED_WITHIN
        apart = told_apart(turn, None, check=_in_check(turn, opened)) if soon else Meant.ELSE
        return apart is Meant.ANSWER and add(turn, opened, text)
    return _heard_answer(turn, opened, text)


def _steering(turn: Turn, opened: Open) -> Control | None:
    """The word of ours that is said while something is open; in a check "brb" is none, it is asked about."""
    control = control_in(turn.said.text)
    if opened.play is not None:
        return control if control is Control.PAUSE else None
    aside = control is Control.PAUSE and is_chatter(turn.said.text, None) and _in_check(turn, opened)
    return None if aside else control


def _heard_answer(turn: Turn, opened: Open, text: str) -> bool:
    playing = opened.play is not None
    if not playing and is_unknown(text):
        answer_with(turn, opened, text, How.UNKNOWN)
        return True
    if playing and any(letter.isalnum() for letter in text) and is_said_to_officer(text):
        respond(turn, opened, text)
        return True
    control = control_in(text)
    if opened.unsure is not None and control in _SETTLES:
        _settle(turn, opened, opened.unsure, yes=control is Control.YES)
        return True
    check, card = _in_check(turn, opened), _card(turn, opened)
    match told_apart(turn, card, check=check):
        case Meant.ELSE:
            return False
        case Meant.NOTHING | Meant.NO_CHOICE:
            told = which_letter(card) if card is not None and card.choices else _NUDGE
            only_say(turn, heard_now(turn, opened), PracticeSaid(told))
        case Meant.ANSWER:
            respond(turn, opened, text)
        case _ if playing and speaks_to_officer(text):
            respond(turn, opened, text)
        case unsure:
            waiting = replace(heard_now(turn, opened), unsure=turn.unplaced(text))
            asks, plain = unsure is Meant.MAYBE_QUESTION, unsure is Meant.MAYBE_NOTHING
            only_say(turn, waiting, AnswerOrElse(asks, plain=plain, check=check))
    return True


def _settle(turn: Turn, opened: Open, unsure: Unplaced, *, yes: bool) -> None:
    """Do what is said to "is that your answer?"."""
    settled = replace(heard_now(turn, opened), unsure=None)
    if yes:
        respond(as_said(turn, unsure), settled, unsure.text)
    else:
        only_say(turn, settled, PracticeSaid(NOT_TAKEN))


def as_said(turn: Turn, unsure: Unplaced) -> Turn:
    """The turn of the message that was unsure, so that a change of it is known for one of the answer."""
    return replace(turn, said=replace(turn.said, text=unsure.text, note=unsure.note))


def _in_check(turn: Turn, opened: Open) -> bool:
    found = session_of(turn, opened.session) if opened.play is None else None
    return found is not None and found.mode is Mode.CHECK


def respond(turn: Turn, opened: Open, text: str) -> None:
    """Take a text as the answer to what is open; of choices only what is one of them."""
    card = _card(turn, opened)
    if card is not None and not can_be_marked(card, text):
        only_say(turn, heard_now(turn, opened), PracticeSaid(which_letter(card)))
    elif opened.play is not None:
        played_on(turn, opened, text)
    else:
        answer_with(turn, opened, text)


def _card(turn: Turn, opened: Open) -> Card | None:
    with turn.reading() as books:
        return room_of(turn).laid_out(turn.principal, books).cards.get(opened.card)
