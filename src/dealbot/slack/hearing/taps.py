"""Buttons and forms: what somebody taps does the same as the words it stands for."""

from collections.abc import Callable, Mapping
from datetime import UTC, date
from functools import partial
from typing import Any

from dealbot.app.chat import acts, drops
from dealbot.app.chat.champions import tell_manager
from dealbot.app.chat.enabling.taps import TAPS as ENABLING
from dealbot.app.chat.exposures import set_for, undo_exposures
from dealbot.app.chat.memory import Unplaced
from dealbot.app.chat.monday import all_deals, ask_owners, by_owner
from dealbot.app.chat.notes import log_to
from dealbot.app.chat.practice import taps as practice
from dealbot.app.chat.questions import ask_specialist, letter
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.said import Said, Where
from dealbot.app.chat.settings.act import end_as
from dealbot.app.chat.to_guides import not_what_i_asked
from dealbot.app.chat.turn import Turn as Talk
from dealbot.app.guides.unmet import Unfit
from dealbot.domain.cause import Cause
from dealbot.domain.dropped import DraftState
from dealbot.domain.ending import Told
from dealbot.domain.record import Outcome
from dealbot.slack.hearing.enabling import filled_in
from dealbot.slack.hearing.room import Room, alone_with, thread
from dealbot.slack.payload import Payload, channel_of, part, thread_of, word
from dealbot.slack.people import Person
from dealbot.slack.postings import Outlet
from dealbot.slack.pressed import pressed
from dealbot.slack.turn import Turn
from dealbot.slack.views import exposures, forms
from dealbot.slack.views.parts import unpacked

Value = Mapping[str, Any]
_CUT = 149


def tapped(room: Room, turn: Turn, person: Person) -> None:
    """Do what a button stands for; what opens a dialog never comes here."""
    action = pressed(turn.payload)
    act = TAPS.get(action.name.rstrip("0123456789").rstrip("_"))
    if act is None:
        room.end(turn, person)
        return
    channel, root = channel_of(turn.payload) or person.principal.user, root_of(turn.payload)
    act(_talk(room, turn, person, channel, root), action.value)


def sent(room: Room, turn: Turn, person: Person) -> None:
    """Do what a form says that was checked when it was sent."""
    view = part(turn.payload, "view")
    told = unpacked(word(view, "private_metadata"))
    channel, root = str(told.get("channel") or person.principal.user), told.get("thread")
    talk = _talk(room, turn, person, channel, root if isinstance(root, str) else None)
    match word(view, "callback_id"):
        case forms.MOVE:
            target = _whole(talk, forms.chosen_deal(view) or "")
            acts.move_note(talk, str(told["note"]), str(told["deal"]), target)
        case forms.CORRECT:
            acts.set_right(talk, str(told["note"]), str(told["deal"]), forms.corrections(view))
        case forms.DAY:
            acts.date_note(talk, str(told["note"]), str(told["deal"]), forms.day(view) or talk.said.on)
        case forms.REQUIRED:
            acts.set_required(talk, str(told["deal"]), forms.chosen_seats(view))
        case exposures.EXPOSURE:
            set_for(talk, str(told["deal"]), exposures.exposure_set(view), forms.day(view))
        case forms.LOG:
            _log(talk, forms.note(view))
        case _:
            if not filled_in(talk, told, view):
                room.end(turn, person)


def _log(talk: Talk, given: forms.Note) -> None:
    log_to(talk, _whole(talk, given.deal), Unplaced(given.text, talk.said.note, given.on or talk.said.on))


def _whole(talk: Talk, chosen: str) -> str:
    """The whole name of a deal, of which a choice holds only the beginning."""
    named = [deal.name for deal in talk.deals() if deal.name.startswith(chosen)] if len(chosen) > _CUT else []
    return named[0] if len(named) == 1 else chosen


def _talk(room: Room, turn: Turn, person: Person, channel: str, root: str | None) -> Talk:
    user, alone = person.principal.user, channel.startswith(("D", "U", "W"))
    at = turn.taken.at.astimezone(UTC)
    said = Said(
        text="",
        where=Where.THREAD,  # what is tapped tells what it is about, however old it is
        place=alone_with(user) if root is None else thread(channel, root),
        note=f"tap-{turn.taken.id}",
        on=person.day(at),
        at=at,
        deal=None if alone else room.deal_of(channel, person),
        shared=not alone and room.people.is_public(channel),
    )
    return room.talk(turn, person, said, Outlet(channel, root, user))


def root_of(payload: Payload) -> str | None:
    """The thread a message with buttons is in, or begins in a channel; alone, or seen by one only, if it is in one."""
    channel = channel_of(payload) or ""
    passing = channel.startswith("D") or part(payload, "container").get("is_ephemeral") is True
    return thread_of(payload) or (None if passing else word(payload, "message", "ts"))


def _choose_deal(talk: Talk, value: Value) -> None:
    acts.choose_deal(talk, str(value.get("deal")), str(value.get("note")))


def _ask(talk: Talk, value: Value, *, question: str) -> None:
    acts.ask_of(talk, str(value.get("deal")), question)


def _choose_answer(talk: Talk, value: Value) -> None:
    acts.choose_answer(talk, str(value.get("note")), str(value.get("words")))


def _undo_note(talk: Talk, value: Value) -> None:
    acts.undo_note(talk, str(value.get("note")), str(value.get("deal")))


def _undo_fix(talk: Talk, value: Value) -> None:
    acts.undo_fixes(talk, str(value.get("deal")), _keys(value))


def _undo_exposures(talk: Talk, value: Value) -> None:
    keys = [(str(deal), tuple(of)) for deal, of in value.get("of") or ()]
    if keys:
        undo_exposures(talk, keys)
    else:
        talk.only_say(talk.memory, Plain(acts.GONE))


def _keys(value: Value) -> tuple[int, ...]:
    return tuple(value.get("keys") or ())


def _move(talk: Talk, value: Value) -> None:
    acts.move_note(talk, str(value.get("note")), str(value.get("from") or ""), str(value.get("deal")))


def _undo_day(talk: Talk, value: Value) -> None:
    on = date.fromisoformat(str(value.get("on")))
    acts.date_note(talk, str(value.get("note")), str(value.get("deal")), on, undone=True)


def _choose_calls(talk: Talk, value: Value, *, as_one: bool) -> None:
    acts.choose_calls(talk, str(value.get("note")), as_one=as_one)


def _end_deal(talk: Talk, value: Value) -> None:
    outcome, until, cause = value.get("outcome"), value.get("until"), value.get("cause")
    if outcome not in tuple(Outcome):
        talk.only_say(talk.memory, Plain(acts.GONE))
        return
    told = Told(
        Outcome(outcome),
        Cause(str(cause)) if cause else None,
        date.fromisoformat(str(until)) if until else None,
        str(value.get("reason") or ""),
    )
    end_as(talk, str(value.get("deal")), told)


def _letter(talk: Talk, value: Value) -> None:
    letter(talk, str(value.get("deal")), str(value.get("policy")), str(value.get("role")))


def _ask_specialist(talk: Talk, value: Value) -> None:
    ask_specialist(talk, str(value.get("deal")), str(value.get("who")), str(value.get("subject")))


def _not_what_i_asked(talk: Talk, value: Value) -> None:
    unfit = Unfit(str(value.get("asked")), str(value.get("mark")))
    not_what_i_asked(talk, unfit, str(value.get("asker")))


def _decide_on(talk: Talk, value: Value, *, state: DraftState) -> None:
    key = value.get("document")
    drops.decide(talk, key if isinstance(key, int) else 0, state)


TAPS: Mapping[str, Callable[[Talk, Value], None]] = {
    **ENABLING,
    "draft_letter": _letter,
    "ask_specialist": _ask_specialist,
    "ask_guides": lambda talk, value: acts.ask_guides(talk, str(value.get("asked"))),
    "not_what_i_asked": _not_what_i_asked,
    "approve_guide": partial(_decide_on, state=DraftState.APPROVED),
    "discard_guide": partial(_decide_on, state=DraftState.DISCARDED),
    "take_out": partial(_decide_on, state=DraftState.DISCARDED),
    "which_deals": lambda talk, value: drops.which_deals(talk, str(value.get("policy"))),
    "choose_deal": _choose_deal,
    "choose_deal_new": _choose_deal,
    "choose_answer": _choose_answer,
    "timeline": partial(_ask, question=acts.TIMELINE),
    "numbers": partial(_ask, question=acts.NUMBERS),
    "log_it": lambda talk, _: acts.log_it(talk),
    "asking": lambda talk, _: acts.asking(talk),
    "undo_note": _undo_note,
    "undo_fix": _undo_fix,
    "undo_exposures": _undo_exposures,
    "undo_day": _undo_day,
    "save_all": partial(_choose_calls, as_one=False),
    "one_note": partial(_choose_calls, as_one=True),
    "dont_learn": lambda talk, value: acts.do_not_learn(talk, _keys(value)),
    "for_all_deals": lambda talk, value: acts.use_everywhere(talk, _keys(value), yes=True),
    "for_this_deal": lambda talk, value: acts.use_everywhere(talk, _keys(value), yes=False),
    "by_owner": lambda talk, _: by_owner(talk),
    "all_deals": lambda talk, _: all_deals(talk),
    "ask_owners": lambda talk, _: ask_owners(talk),
    "tell_manager": lambda talk, value: tell_manager(talk, str(value.get("deal")), str(value.get("who"))),
    "move_to": _move,
    "move_back": _move,
    "put_back": _move,
    "end_deal": _end_deal,
    **practice.TAPS,
}
