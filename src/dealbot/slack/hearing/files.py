"""The files of a message that is for dealbot: each fetched, taken in and answered; its text is heard besides."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from dealbot.app.chat.drops import Handed, take_in
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn as Talk
from dealbot.app.drop_document import LARGEST
from dealbot.slack.files import NotFetched, fetch, name_of, told_whole
from dealbot.slack.hearing.room import Room
from dealbot.slack.payload import Payload
from dealbot.slack.postings import Outlet, postings_of
from dealbot.slack.turn import Turn

_NOT_NOW = (
    "Slack did not give me the files (reference #{reference}). Drop them again, or tell whoever looks after dealbot."
)


def hear_files(room: Room, turn: Turn, talk: Talk, outlet: Outlet, files: Sequence[Payload]) -> None:
    """Take in the files; raises NotFetched, to be tried again, where nothing was said that would wait for them."""
    try:
        replies = take_in(talk, [_handed(room, file) for file in files])
    except NotFetched as error:
        told = _NOT_NOW.format(reference=turn.taken.id)
        if not talk.said.text.strip():
            raise NotFetched(told) from error
        replies = (Plain(told),)
    with talk.writing() as books:
        made = [posting for reply in replies for posting in postings_of(reply, outlet, books)]
        for number, posting in enumerate(made):
            books.outbox.add(replace(posting, key=f"{turn.taken.id}/file/{number}"), talk.desk.now())


def _handed(room: Room, file: Payload) -> Handed:
    told = told_whole(room.people.client, file)
    return Handed(name_of(told), partial(fetch, room.people.client, told, LARGEST))
