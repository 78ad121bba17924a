"""Hearing what somebody says: told apart, then logged, answered or set right; unsure is asked, never guessed."""

from dataclasses import dataclass, replace

from dealbot.app.ask import Answering
from dealbot.app.chat.calls import calls_in
from dealbot.app.chat.enabling.hear import enable
from dealbot.app.chat.exposures import set_exposures, undo_table
from dealbot.app.chat.first_run import hello
from dealbot.app.chat.fixes.committee import of_committee, speaks_of_committee
from dealbot.app.chat.fixes.lexicon import DENIES
from dealbot.app.chat.fixing import answer, basis_of, fix, found_in, has_news, not_understood
from dealbot.app.chat.kinds import Heard, Kinds
from dealbot.app.chat.leads import set_leads
from dealbot.app.chat.memory import remembered
from dealbot.app.chat.notes import log
from dealbot.app.chat.placing import named_deal
from dealbot.app.chat.practice.between import may_answer_late, may_be_answer
from dealbot.app.chat.practice.hear import offer, practised
from dealbot.app.chat.practice.parse import wants_practice
from dealbot.app.chat.practising import Practising
from dealbot.app.chat.questions import ask
from dealbot.app.chat.replies import NoteOrQuestion, Plain, Seen
from dealbot.app.chat.reviewing import asks_outright, keep_review
from dealbot.app.chat.said import Kind, Said, Where
from dealbot.app.chat.settings.act import set_about_deal
from dealbot.app.chat.several import chosen
from dealbot.app.chat.turn import Tell, Turn
from dealbot.app.chat.which_deal import names_first
from dealbot.app.desk import Desk
from dealbot.app.follow_up import FollowUp, Wanted
from dealbot.app.guides.sharpening import asks_further
from dealbot.app.understand.note_like import ASKS
from dealbot.app.words import word_set, words_of
from dealbot.domain.ehr import ehr_in
from dealbot.domain.principal import Principal

_FEW = 6
_SHORT = 8
_DENYING = 14
_ASKING = word_set("""
is are was were do does did who what when where why how which can could will would should has have any tell show list
remind brief and
""")
_FEW_WORDS = frozenset({Kind.FIX, Kind.ANSWER, Kind.CHATTER})
_ANSWERED_SHORTLY = frozenset({Wanted.WHO, Wanted.SAME, Wanted.SEAT, Wanted.WHEN, Wanted.BLOCKS})


@dataclass(frozen=True, slots=True)
class Ears:
    """What hearing works with."""

    desk: Desk
    answering: Answering
    kinds: Kinds
    practising: Practising


def turn_of(ears: Ears, principal: Principal, said: Said, tell: Tell, tell_more: Tell) -> Turn:
    """Open a turn with what is remembered of its place."""
    with ears.desk.reading(principal) as books:
        memory = remembered(books.talks.get(said.place))
        if memory.deal is not None and not books.deals.find(memory.deal):
            # Who may not see the deal of a thread has a talk of their own in it, as if that deal were not there.
            said = replace(said, place=f"{said.place}:{principal.user}")
            memory = remembered(books.talks.get(said.place))
    carried = memory.carried(ears.desk.now(), for_ever=said.where is not Where.DM)
    return Turn(ears.desk, ears.answering, ears.practising, principal, said, carried, tell, tell_more)


def hear(ears: Ears, turn: Turn) -> None:
    """Act on one message."""
    if enable(turn):
        return
    going_on = practised(turn)
    if going_on is not None:
        _hear_of_deals(ears, going_on)


def _hear_of_deals(ears: Ears, turn: Turn) -> None:
    """Act on a message that is not of practice; who wants to practise in words that are not known is told how."""
    if not turn.said.overheard and wants_practice(turn.said.text):
        offer(turn)
        return
    if chosen(turn) or named_deal(turn) or undo_table(turn) or keep_review(turn):
        return
    if set_about_deal(turn) or set_exposures(turn) or set_leads(turn):
        return
    if asks_outright(turn) or _asks_guides_further(turn):
        ask(turn, turn.said.text, sure=True)
    else:
        _hear(ears, turn)


def _asks_guides_further(turn: Turn) -> bool:
    """Whether somebody asks for more of what the guides just answered; a bare "more" reads like chatter."""
    return turn.memory.asked is not None and not turn.said.overheard and asks_further(turn.said.text)


def _hear(ears: Ears, turn: Turn) -> None:
    """Act on what has to be told apart."""
    said, question = turn.said, turn.memory.question
    heard = Heard(said.text, said.where, question)
    kind, sure = ears.kinds.of(heard)
    if kind is not Kind.FIX and (_sets_right(turn, kind) or _of_committee(turn)):
        kind = Kind.FIX
    elif kind is Kind.FIX and turn.memory.note is not None and has_news(turn, said.text):
        kind = Kind.NOTE
    if "?" not in said.text and len(calls_in(turn, said.text)) > 1:
        kind, sure = Kind.NOTE, True
    sure = sure or (kind is Kind.NOTE and names_first(said.text, turn.deals()))
    kept = _would_be_kept(turn, kind, sure=sure) or (_no_question(turn, kind) and may_answer_late(turn))
    if kept and may_be_answer(turn, sure=sure and kind is not Kind.QUESTION):
        return
    if said.overheard and not _ours(turn, kind, sure=sure):
        turn.only_say(turn.memory)
    elif kind is Kind.ANSWER:
        if question is None or not answer(turn, said.text, question):
            _ask_kind(turn)
    else:
        _act(turn, kind, sure=sure)


def _sets_right(turn: Turn, kind: Kind) -> bool:
    """Whether a few words after a note set something of it right, though they read like something else."""
    text, question = turn.said.text, turn.memory.question
    words = text.casefold().split()
    asks = "?" in text or (words and words[0] in _ASKING)
    most = _DENYING if DENIES.match(text) else _SHORT
    answers = kind is Kind.ANSWER and question is not None and _answers_shortly(turn, question)
    if turn.memory.note is None or kind is Kind.CHATTER or asks or answers or len(words) > most:
        return False
    return bool(found_in(turn, text))


def _of_committee(turn: Turn) -> bool:
    """Whether a few words set something of the committee right: they need no note that they would be about."""
    text = turn.said.text
    few = len(words_of(text)) <= _DENYING and "?" not in text and not turn.said.overheard
    if not few or not speaks_of_committee(text) or names_first(text, turn.deals()):
        return False
    basis = basis_of(turn)
    return basis is not None and any(of_committee(text, basis))


def _answers_shortly(turn: Turn, question: FollowUp) -> bool:
    """Whether few words may answer a question that would otherwise set something right."""
    names_ehr = question.wanted is Wanted.EHR and ehr_in(turn.said.text, turn.said.on) is not None
    return names_ehr or question.wanted in _ANSWERED_SHORTLY


def _would_be_kept(turn: Turn, kind: Kind, *, sure: bool) -> bool:
    """Whether words go into a deal, or it is asked; a few that set a note right or tell more of it may do so."""
    few = DENIES.match(turn.said.text) or len(words_of(turn.said.text)) <= _SHORT
    match kind:
        case Kind.NOTE:
            return True
        case Kind.FIX | Kind.ANSWER:
            return not few
        case _:
            return kind is Kind.QUESTION and (
                not sure or not (few or "?" in turn.said.text or ASKS.match(turn.said.text))
            )


def _no_question(turn: Turn, kind: Kind) -> bool:
    """Whether words are no note and do not ask outright: they may answer what was asked a while ago."""
    return kind in _FEW_WORDS or (
        kind is Kind.QUESTION and "?" not in turn.said.text and not ASKS.match(turn.said.text)
    )


def _ours(turn: Turn, kind: Kind, *, sure: bool) -> bool:
    """Whether something that dealbot overheard is for it: never what is said to others, nor chatter."""
    if turn.said.to_others or kind is Kind.CHATTER:
        return False
    talks_with_us = turn.memory.partner in {None, turn.principal.user}
    return kind in {Kind.FIX, Kind.ANSWER} or (sure and talks_with_us)


def _act(turn: Turn, kind: Kind, *, sure: bool) -> None:
    text = turn.said.text
    match kind:
        case Kind.FIX:
            if (_reads_as_note(turn) and not _of_committee(turn)) or not fix(turn, text):
                _not_a_fix(turn)
        case Kind.CHATTER:
            _chat(turn)
        case _ if not sure:
            _ask_kind(turn)
        case Kind.NOTE:
            log(turn, text)
        case _:
            ask(turn, text, sure=True)


def _reads_as_note(turn: Turn) -> bool:
    """Whether there is no note yet that so many words could set right."""
    return turn.memory.note is None and len(words_of(turn.said.text)) > _FEW


def _not_a_fix(turn: Turn) -> None:
    """What reads like a correction and names nothing to correct may be a note."""
    if turn.said.overheard:
        turn.only_say(turn.memory)
    elif _reads_as_note(turn) or (turn.said.where is Where.DM and len(words_of(turn.said.text)) > _SHORT):
        _ask_kind(turn)
    else:
        not_understood(turn)


def _chat(turn: Turn) -> None:
    new_here = turn.said.where is Where.DM and not turn.deals()
    with turn.writing() as books:
        told = Plain(hello(books, turn.principal, turn.desk.now())) if new_here else Seen()
        turn.say(books, turn.memory, told)


def _ask_kind(turn: Turn) -> None:
    if turn.said.overheard:
        turn.only_say(turn.memory)
    else:
        turn.only_say(replace(turn.memory, unsure=turn.unplaced(turn.said.text)), NoteOrQuestion(turn.said.text))
