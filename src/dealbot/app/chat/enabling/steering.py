"""Words said to the card that is looked at: "ok", "next", "off" and "stop" do as the buttons below it do."""

import re
from datetime import datetime, timedelta

from dealbot.app.chat.enabling.looked import Looking, looking_at, stop_looking
from dealbot.app.chat.enabling.looking import go_through, switch
from dealbot.app.chat.enabling.tools import trains
from dealbot.app.chat.memory import CARRIED
from dealbot.app.chat.practice.pointer import last_with
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn

_ON = re.compile(r"^\W*(?:ok(?:ay)?|keep(?: it)?|fine|good|yes|next(?: one)?|skip(?: it)?|go on)\W*$", re.IGNORECASE)
_OFF = re.compile(r"^\W*(?:(?:switch|turn|take)(?: it)? )?off\W*$", re.IGNORECASE)
_EDIT = re.compile(r"^\W*(?:edit|change)(?: it)?\W*$", re.IGNORECASE)
_STOP = re.compile(r"^\W*(?:stop|pause|enough|later)\W*$", re.IGNORECASE)
_STOPPED = "Left there. To go on with the next one, say: look through the cards of {}."
_TAP_EDIT = "Tap Edit below the card: its form opens."
# The same turn tells the clock more than once.
_ONE_TURN = timedelta(seconds=2)


def steered(turn: Turn) -> bool:
    """Do what is said to the card that was shown last; false where something else was said since, or is meant."""
    text = turn.said.text
    words = (_ON, _OFF, _EDIT, _STOP)
    if not trains(turn) or turn.principal.aloud:
        return False
    seen = _last_seen(turn)
    if seen is None or not any(each.match(text) for each in words):
        _look_away(turn)
        return False
    if _ON.match(text):
        go_through(turn, seen.key, seen.card)
    elif _STOP.match(text) or _EDIT.match(text):
        _say(turn, seen, stop=_STOP.match(text) is not None)
    else:
        switch(turn, seen.key, seen.card, off=True)
    return True


def _look_away(turn: Turn) -> None:
    """Whoever speaks of something else looks at no card any longer."""
    with turn.reading() as books:
        looks = looking_at(books) is not None
    if looks:
        with turn.writing() as books:
            stop_looking(books, turn.desk.now())


def _say(turn: Turn, seen: Looking, *, stop: bool) -> None:
    with turn.writing() as books:
        if stop:
            stop_looking(books, turn.desk.now())
        turn.say(books, turn.memory, Plain(_STOPPED.format(seen.of) if stop else _TAP_EDIT))


def _last_seen(turn: Turn) -> Looking | None:
    """The card that is looked at, where nothing else was spoken of since."""
    with turn.reading() as books:
        seen, practised = looking_at(books), last_with(books)
    if seen is None or turn.desk.now() - seen.at > CARRIED:
        return None
    others: list[datetime | None] = [turn.memory.at, practised.at if practised is not None else None]
    return seen if all(at is None or at - seen.at < _ONE_TURN for at in others) else None
