"""Messages: said to dealbot or in a thread it takes part in, changed, deleted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dealbot.app.chat.calls import rewritten
from dealbot.app.chat.hear import hear
from dealbot.app.chat.memory import Memory
from dealbot.app.chat.notes import log_again
from dealbot.app.chat.practice.changing import change_answer, delete_answer
from dealbot.app.chat.replies import NotePlaced
from dealbot.app.chat.said import Said, Where
from dealbot.app.chat.several import change_calls, parts_kept
from dealbot.app.chat.turn import Tell
from dealbot.app.chat.turn import Turn as Talk
from dealbot.app.place_note import Placed, undo_note
from dealbot.errors import UnknownDeal, UnknownNote
from dealbot.slack.files import files_of
from dealbot.slack.hearing.files import hear_files
from dealbot.slack.hearing.room import Room, alone_with, instant, note_id, tell, thread
from dealbot.slack.payload import Payload, channel_of, part, word
from dealbot.slack.people import Person
from dealbot.slack.postings import Outlet, notes_in
from dealbot.slack.turn import Turn
from dealbot.slack.words import mentioned, mentions, mentions_others, typed
from dealbot.store.books import Books
from dealbot.store.queue import KEPT


@dataclass(frozen=True, slots=True)
class _Message:
    """A message as it stands now."""

    channel: str
    ts: str
    root: str | None
    text: str
    alone: bool
    files: tuple[Payload, ...] = ()

    @classmethod
    def of(cls, event: Mapping[str, Any], channel: str) -> "_Message":
        """Read it from an event, or from the message in an event that tells of a change."""
        alone = channel.startswith("D")
        ts, text = word(event, "ts") or "", word(event, "text") or ""
        return cls(channel, ts, word(event, "thread_ts"), text, alone, files_of(event))

    @property
    def note(self) -> str:
        """The id it has as a note."""
        return note_id(self.channel, self.ts)


def heard(room: Room, turn: Turn, person: Person) -> None:
    """Somebody said something; one that was changed or deleted meanwhile counts as it stands then."""
    message = _Message.of(part(turn.payload, "event"), channel_of(turn.payload) or "")
    if _late(room, turn, person):
        room.pass_over(turn, person)
        return
    talk = _talk(room, turn, person, message)
    if talk is None:
        room.end(turn, person)
    else:
        _hear(room, turn, person, talk, message)


def changed(room: Room, turn: Turn, person: Person) -> None:
    """A message was changed: its note is read again; one that was not heard yet is heard now."""
    message = _Message.of(part(turn.payload, "event", "message"), channel_of(turn.payload) or "")
    noted = _is_note(room, person, message.note)
    if _late(room, turn, person):
        room.pass_over(turn, person)
        return
    talk = _talk(room, turn, person, message)
    if talk is not None and _waits(talk):
        _wait_on(talk)
    elif talk is None or _told_again(room, turn, person):
        room.end(turn, person)
    elif _known(room, turn, person, message) and not noted:
        if not change_calls(talk) and not change_answer(talk):
            room.end(turn, person)
    elif noted:
        log_again(talk)
    else:
        _hear(room, turn, person, talk, message)


def _hear(room: Room, turn: Turn, person: Person, talk: Talk, message: _Message) -> None:
    """Take in the files that are for dealbot, and hear what is said, if anything is."""
    if message.files and not talk.said.overheard:
        hear_files(room, turn, talk, _outlet(message, person), message.files)
    if message.files and not talk.said.text.strip():
        room.end(turn, person)
    else:
        hear(room.ears, talk)


def _waits(talk: Talk) -> bool:
    return any(one.note == talk.said.note for one in talk.memory.waiting)


def _wait_on(talk: Talk) -> None:
    """A note that waits for its deal waits in its new words."""
    waiting = tuple(rewritten(talk, one) if one.note == talk.said.note else one for one in talk.memory.waiting)
    talk.only_say(replace(talk.memory, waiting=waiting))


def deleted(room: Room, turn: Turn, person: Person) -> None:
    """A message was deleted: its note, or those of its calls, no longer count."""
    channel = channel_of(turn.payload) or ""
    event = part(turn.payload, "event")
    note = _deleted(event, channel).note
    notes = [note] if _is_note(room, person, note) else _calls(room, person, note)
    if not notes:
        talk = _talk(room, turn, person, _deleted(event, channel)) if channel.startswith("D") else None
        if talk is None or not delete_answer(talk):
            room.end(turn, person)
        return
    outlet = Outlet(person.principal.user, None, person.principal.user)
    for number, each in enumerate(notes, 1):
        say = tell(turn, outlet) if number == len(notes) else room.more(turn, outlet)
        _take_back(room, person, each, say)


def _deleted(event: Mapping[str, Any], channel: str) -> _Message:
    """What is known of a message that is no longer there."""
    ts = word(event, "deleted_ts") or word(event, "message", "ts") or ""
    return _Message(channel, ts, None, "", channel.startswith("D"))


def _calls(room: Room, person: Person, message: str) -> list[str]:
    with room.ears.desk.reading(person.principal) as books:
        return [kept.note.id for kept in parts_kept(books, message) if not kept.undone]


def _take_back(room: Room, person: Person, note: str, say: Tell) -> None:
    def told(books: Books, placed: Placed) -> None:
        say(books, (NotePlaced(placed),))

    undo_note(replace(room.ears.desk.within(person.zone), then=told), person.principal, note)


def _late(room: Room, turn: Turn, person: Person) -> bool:
    with room.ears.desk.reading(person.principal) as books:
        return books.inbox.later_than(turn.taken)


def _known(room: Room, turn: Turn, person: Person, message: _Message) -> bool:
    """Whether the message was heard before it was changed; of an old one it is forgotten, so it is taken for heard."""
    if turn.taken.at - instant(message.ts) > KEPT:
        return True
    with room.ears.desk.reading(person.principal) as books:
        return books.inbox.heard_before(turn.taken)


def _told_again(room: Room, turn: Turn, person: Person) -> bool:
    """Whether this edit was told by another delivery: once by Slack, once by catching up."""
    with room.ears.desk.reading(person.principal) as books:
        return books.inbox.heard_same(turn.taken)


def _is_note(room: Room, person: Person, note: str) -> bool:
    with room.ears.desk.reading(person.principal) as books:
        try:
            return not books.notes.get(note).undone
        except UnknownNote:
            return False


def _talk(room: Room, turn: Turn, person: Person, message: _Message) -> Talk | None:
    """The turn of the conversation; None for what is no business of dealbot's."""
    place = _place(message, person)
    within = message.root is not None and _takes_part(room, person, place, message)
    named = message.alone or mentions(message.text, room.bot)
    if not named and not within:
        return None
    at = instant(message.ts)
    said = Said(
        text=typed(message.text, room.bot, room.people.name),
        where=_where(message, within=within),
        place=place if message.root is None or within or not message.alone else alone_with(person.principal.user),
        note=message.note,
        on=person.day(at),
        at=at,
        deal=None if message.alone else room.deal_of(message.channel, person),
        shared=not message.alone and room.people.is_public(message.channel),
        overheard=not named,
        to_others=mentions_others(message.text, room.bot),
        mentioned=mentioned(message.text, room.bot, room.people.name),
    )
    return room.talk(turn, person, said, _outlet(message, person))


def _outlet(message: _Message, person: Person) -> Outlet:
    under = message.root or (None if message.alone else message.ts)
    return Outlet(message.channel, under, person.principal.user, message.ts)


def _place(message: _Message, person: Person) -> str:
    if message.alone and message.root is None:
        return alone_with(person.principal.user)
    return thread(message.channel, message.root or message.ts)


def _where(message: _Message, *, within: bool) -> Where:
    if within:
        return Where.THREAD
    return Where.DM if message.alone else Where.MENTION


def _takes_part(room: Room, person: Person, place: str, message: _Message) -> bool:
    """Whether dealbot takes part in a thread: it remembers it, or a message of its own began it."""
    with room.ears.desk.reading(person.principal) as books:
        known = bool(books.talks.get(place))
        about = books.outbox.about(message.channel, message.root or "")
    if not known and about is not None:
        _remember(room, person, place, notes_in(about))
    return known or about is not None


def _remember(room: Room, person: Person, place: str, notes: tuple[str, ...]) -> None:
    """Begin to remember a thread below one of dealbot's messages."""
    with room.ears.desk.writing(person.principal) as books:
        memory = _memory(books, notes[0]) if len(notes) == 1 else Memory()
        books.talks.put(place, memory.as_json(), room.ears.desk.now())


def _memory(books: Books, note: str) -> Memory:
    try:
        kept = books.notes.get(note)
        return Memory(books.deals.by_id(kept.deal).name, note)
    except (UnknownNote, UnknownDeal):
        return Memory()
