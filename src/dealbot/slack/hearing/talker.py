"""The conversation as the worker calls it: each arrival to its handler; implements Converse."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dealbot.slack.hearing.commands import commanded
from dealbot.slack.hearing.home import opened
from dealbot.slack.hearing.hours import hour_has_come
from dealbot.slack.hearing.room import Room
from dealbot.slack.hearing.spoken import changed, deleted, heard
from dealbot.slack.hearing.taps import sent, tapped
from dealbot.slack.payload import user_of
from dealbot.slack.people import Person
from dealbot.slack.rounds import HOUR_HAS_COME
from dealbot.slack.turn import Turn

_HANDLERS: Mapping[str, Callable[[Room, Turn, Person], None]] = {
    "message": heard,
    "app_mention": heard,
    "message_changed": changed,
    "message_deleted": deleted,
    "command": commanded,
    "block_actions": tapped,
    "view_submission": sent,
    "app_home_opened": opened,
    HOUR_HAS_COME: hour_has_come,
}


@dataclass(frozen=True, slots=True)
class Talker:
    """Converses in a room: one call for each arrival, which ends its turn."""

    room: Room

    def __call__(self, turn: Turn) -> None:
        """Do what an arrival asks for; raises DealbotError with what the person is told."""
        handle, user = _HANDLERS.get(turn.taken.arrival.kind), user_of(turn.payload)
        if handle is not None and user is not None:
            handle(self.room, turn, self.room.people.person(user))
