"""What a tap does in practice: the same as the words it stands for; an old button does nothing twice."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dealbot.app.chat.notes import log
from dealbot.app.chat.of_practice import PracticeSaid
from dealbot.app.chat.practice import answering
from dealbot.app.chat.practice.begin import begin_check, begin_with
from dealbot.app.chat.practice.beside import besides
from dealbot.app.chat.practice.checks import change_the_last, hand_it_in, show_marks
from dealbot.app.chat.practice.control import pause, skip
from dealbot.app.chat.practice.hear import NOT_TAKEN, as_said, respond, take_up
from dealbot.app.chat.practice.playing import play, play_again, play_player, play_with
from dealbot.app.chat.practice.pointer import Open, Stage, last_with
from dealbot.app.chat.practice.turning import heard_now, now_open, only_say, settled
from dealbot.app.chat.questions import ask
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.scenes import Replay, Whose
from dealbot.app.practice.starting import Wanted
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.practice.officer import Officer
from dealbot.domain.practice.session import Mode

Value = Mapping[str, Any]
_OVER = "The role-play is over, so nothing was kept. “Again” plays it once more."
_DONE = "All right. “What is due?” goes on whenever you like."
_BEGUN = frozenset({Mode.INTERVIEW, Mode.OBJECTIONS, Mode.DRIP, Mode.FACTS})


def choose(turn: Turn, value: Value) -> None:
    """Answer with one of the choices, if the card is still asked."""
    opened = _asked(turn, value)
    words = str(value.get("letter") or "")
    if opened is None or len(words) != 1:
        settled(turn)
    else:
        answering.answer_with(turn, opened, words)


def _asked(turn: Turn, value: Value) -> Open | None:
    """The question that a button belongs to, if it is still the one that is asked, however long ago."""
    session, card = _key(value, "session"), str(value.get("card") or "")
    found = answering.session_of(turn, session) if session else None
    if found is None or found.current is None or found.current.card != card:
        return None
    opened = now_open(turn)
    if opened is not None and opened.session == session and opened.card == card:
        return opened if opened.stage is not Stage.MARKED else None
    return Open(found.id, Stage.ASKED, turn.desk.now(), card)


def _skip(turn: Turn, value: Value) -> None:
    skip(turn, _key(value, "session"), str(value.get("card") or ""))


def _said(turn: Turn, value: Value) -> None:
    point = value.get("point")
    answering.did_say(turn, _key(value, "review"), point if isinstance(point, int) else None)


def _unsure(turn: Turn, value: Value, *, yes: bool) -> None:
    point = value.get("point")
    answering.mark_unsure(turn, _key(value, "review"), point if isinstance(point, int) else -1, yes=yes)


def _go_on(turn: Turn, value: Value) -> None:
    """Take up what waits; what is being asked is not asked twice."""
    session = _key(value, "session")
    opened = now_open(turn)
    asked = opened is not None and opened.stage is Stage.ASKED and opened.session == session
    found = answering.session_of(turn, session) if session else None
    if asked or (session and (found is None or found.current is None)):
        settled(turn)
    else:
        take_up(turn, session or None)


def my_answer(turn: Turn) -> None:
    """What was unsure is the answer."""
    opened = now_open(turn)
    if opened is None or opened.unsure is None or opened.stage is Stage.MARKED:
        settled(turn)
    elif opened.played:
        only_say(turn, replace(opened, unsure=None), PracticeSaid(_OVER))
    elif opened.review is None:
        respond(as_said(turn, opened.unsure), replace(opened, unsure=None), opened.unsure.text)
    elif not answering.add(as_said(turn, opened.unsure), replace(opened, unsure=None), opened.unsure.text):
        settled(turn)


def not_answer(turn: Turn) -> None:
    """What was unsure is no answer: what is asked waits for one."""
    opened = now_open(turn)
    if opened is None or opened.unsure is None:
        settled(turn)
    else:
        only_say(turn, replace(heard_now(turn, opened), unsure=None), PracticeSaid(NOT_TAKEN))


def something_else(turn: Turn, *, asks: bool) -> None:
    """What was unsure is a note, or a question."""
    with turn.reading() as books:
        kept = last_with(books)
    if kept is None or kept.unsure is None:
        settled(turn)
        return
    one = kept.unsure
    said = replace(turn.said, text=one.text, note=one.note, on=one.on)
    after = besides(replace(turn, said=said), replace(kept, stage=Stage.ASKED if kept.review is None else Stage.MARKED))
    if asks:
        ask(after, one.text, sure=True)
    else:
        log(after, one.text)


def was_note(turn: Turn, review: int) -> None:
    """An answer was a note: it is logged too."""
    with turn.reading() as books:
        kept = books.practice.review(review)
    said = replace(turn.said, text=kept.review.answer, note=f"answer-{kept.id}")
    log(replace(turn, said=said), kept.review.answer)


def _begin(turn: Turn, value: Value) -> None:
    mode = value.get("mode")
    if mode in {each.value for each in _BEGUN}:
        begin_with(turn, Wanted(Mode(str(mode))))
    else:
        settled(turn)


def warm_up(turn: Turn, deal: str, who: str) -> None:
    """Warm up for somebody of a deal."""
    begin_with(turn, Wanted(Mode.WARM_UP, role=who, deal=deal))


def _officer(turn: Turn, value: Value) -> None:
    officer = value.get("officer")
    if officer in tuple(Officer):
        play_with(turn, Officer(str(officer)))
    else:
        play(turn, "")


def _replay(turn: Turn, value: Value) -> None:
    officer = value.get("officer")
    if officer in tuple(Officer):
        play_again(turn, Replay(str(value.get("card") or ""), Officer(str(officer)), _whose(value)))
    else:
        settled(turn)


def _whose(value: Value) -> Whose | None:
    """Whose worry was played, without a word of it."""
    deal, topic = _key(value, "deal"), value.get("topic")
    return Whose(deal, str(value.get("holder")), ConcernTopic(topic)) if deal and topic in tuple(ConcernTopic) else None


def _player(turn: Turn, value: Value) -> None:
    if value.get("officer") in tuple(Officer):
        play_with(turn, Officer(str(value["officer"])))
    else:
        play_player(turn, str(value.get("deal") or ""), str(value.get("who") or ""))


def _key(value: Value, name: str) -> int:
    found = value.get(name)
    return found if isinstance(found, int) else 0


TAPS: Mapping[str, Callable[[Turn, Value], None]] = {
    "practice_choice": choose,
    "practice_skip": _skip,
    "practice_pause": lambda turn, value: pause(turn, _key(value, "session")),
    "practice_next": lambda turn, value: answering.go_next(turn, _key(value, "review")),
    "practice_again": lambda turn, value: answering.again(turn, _key(value, "review")),
    "practice_more": lambda turn, value: answering.show_whole(turn, _key(value, "review")),
    "practice_said": _said,
    "practice_point": _said,
    "practice_yes": lambda turn, value: _unsure(turn, value, yes=True),
    "practice_no": lambda turn, value: _unsure(turn, value, yes=False),
    "practice_good": lambda turn, value: answering.tell_how(turn, _key(value, "review"), good=True),
    "practice_not_yet": lambda turn, value: answering.tell_how(turn, _key(value, "review"), good=False),
    "practice_go_on": _go_on,
    "practice_answer": lambda turn, _: my_answer(turn),
    "practice_not_answer": lambda turn, _: not_answer(turn),
    "practice_note": lambda turn, _: something_else(turn, asks=False),
    "practice_question": lambda turn, _: something_else(turn, asks=True),
    "practice_was_note": lambda turn, value: was_note(turn, _key(value, "review")),
    "practice_begin": _begin,
    "practice_done": lambda turn, _: only_say(turn, None, PracticeSaid(_DONE)),
    "practice_check": lambda turn, value: begin_check(turn, _key(value, "check") or None),
    "practice_check_marks": lambda turn, value: show_marks(turn, _key(value, "check")),
    "practice_hand_in": lambda turn, value: hand_it_in(turn, _key(value, "check") or None),
    "practice_change_last": lambda turn, value: change_the_last(turn, _key(value, "check") or None),
    "practice_officer": _officer,
    "practice_replay": _replay,
    "practice_player": _player,
    "warm_up": lambda turn, value: warm_up(turn, str(value.get("deal")), str(value.get("who"))),
}
