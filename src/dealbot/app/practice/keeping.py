"""Leaving a session and taking it up again, what a person chooses, and how far they are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dealbot.app.practice.answering import running
from dealbot.app.practice.asking import Asked, asked
from dealbot.app.practice.room import LaidOut, PracticeRoom
from dealbot.app.practice.scheduling import hurried
from dealbot.domain.practice.schedule import Choice, Standing
from dealbot.domain.practice.session import Mode, Session
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.store.books import Books

_NONE = "There is no practice that you left: start one."


@dataclass(frozen=True, slots=True)
class TopicShare:
    """How much of a topic (a guide's category) is known: `known` of its `cards`, of which `seen` were answered."""

    guide: str
    topic: str
    known: int
    seen: int
    cards: int

    @property
    def share(self) -> float:
        """The part of the cards that is known."""
        return self.known / self.cards


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody is: in what is running or was left, if anything, by topic, and what is due today."""

    session: Session | None
    topics: tuple[TopicShare, ...]
    due_today: int
    choice: Choice

    @property
    def line(self) -> str:
        """Where the session stands: "3 of 10"; nothing without one."""
        return f"{self.session.number} of {self.session.of}" if self.session is not None else ""


def current(room: PracticeRoom, principal: Principal, session: int | None = None) -> Asked | None:
    """What is asked now in a session, or in the one that is running; nothing where none is."""
    with room.desk.reading(principal) as books:
        laid_out = room.laid_out(principal, books)
        found = running(books, session)
        return asked(found.within(laid_out.cards), laid_out, room.desk, books) if found is not None else None


def skip(room: PracticeRoom, principal: Principal, session: int | None = None) -> Asked | None:
    """Leave out what is asked now; gives what comes next. Raises BadInput where nothing runs."""
    with room.desk.writing(principal) as books:
        books.practice.hold()
        laid_out = room.laid_out(principal, books)
        found = _running(books, session).within(laid_out.cards)
        kept = books.practice.keep(found.moved_on, room.desk.now())
        following = asked(kept, laid_out, room.desk, books)
        room.desk.then(books, following)
    return following


def pause(room: PracticeRoom, principal: Principal, session: int | None = None) -> Session:
    """Leave a session for later; raises BadInput where nothing runs."""
    with room.desk.writing(principal) as books:
        books.practice.hold()
        kept = books.practice.keep(_running(books, session).paused, room.desk.now())
        room.desk.then(books, kept)
    return kept


def stop(room: PracticeRoom, principal: Principal, session: int | None = None) -> Session:
    """End a session (one of a check is left for later); raises BadInput where nothing runs."""
    with room.desk.writing(principal) as books:
        books.practice.hold()
        found = _running(books, session)
        after = found.paused if found.mode is Mode.CHECK else found.stopped
        kept = books.practice.keep(after, room.desk.now())
        room.desk.then(books, kept)
    return kept


def resume(room: PracticeRoom, principal: Principal, session: int | None = None) -> Asked:
    """Take up a session, or the one that was left last; raises BadInput where there is none."""
    with room.desk.writing(principal) as books:
        books.practice.hold()
        laid_out = room.laid_out(principal, books)
        left = (
            books.practice.session(session) if session is not None else next(iter(books.practice.open_sessions()), None)
        )
        taken_up = left.resumed.within(laid_out.cards) if left is not None else None
        if taken_up is None or taken_up.current is None:
            raise BadInput(_NONE)
        first = asked(books.practice.keep(taken_up, room.desk.now()), laid_out, room.desk, books)
        if first is None:
            raise BadInput(_NONE)
        room.desk.then(books, first)
    return first


def choose(room: PracticeRoom, principal: Principal, choice: Choice) -> Choice:
    """Keep what somebody chooses; with the day of an interview, what lies beyond the new pace comes earlier.

    Raises BadInput for a day that is over.
    """
    with room.desk.writing(principal) as books:
        books.practice.hold()
        day = choice.interview_on
        if day is not None and day < room.desk.today() and day != books.practice.choice().interview_on:
            raise BadInput(f"{day.isoformat()} is over: name a day to come.")
        books.practice.choose(choice)
        pace, now = room.pace(books), room.desk.now()
        if choice.interview_on is not None:
            books.practice.plan(hurried(each, pace, now) for each in books.practice.schedules())
        room.desk.then(books, choice)
    return choice


def progress(room: PracticeRoom, principal: Principal) -> Progress:
    """Tell how far somebody is, to themselves."""
    with room.desk.reading(principal) as books:
        laid_out = room.laid_out(principal, books)
        standings = books.practice.standings()
        session = next(iter(books.practice.open_sessions()), None)
        today = room.end_of_today()
        due = sum(each.due_at < today for key, each in standings.items() if key in laid_out.cards)
        return Progress(session, topics_of(laid_out, standings), due, books.practice.choice())


def topics_of(laid_out: LaidOut, standings: Mapping[str, Standing]) -> tuple[TopicShare, ...]:
    """How much is known of each topic of which anything was answered."""
    cards: dict[tuple[str, str], list[str]] = defaultdict(list)
    for deck in laid_out.decks:
        for card in deck.cards:
            cards[deck.title, card.category].append(card.id)
    found = (_share(guide, topic, keys, standings) for (guide, topic), keys in cards.items())
    return tuple(share for share in found if share.seen)


def _share(guide: str, topic: str, keys: list[str], standings: Mapping[str, Standing]) -> TopicShare:
    seen = [standings[key] for key in keys if key in standings]
    return TopicShare(guide, topic, sum(each.known for each in seen), len(seen), len(keys))


def _running(books: Books, session: int | None) -> Session:
    found = running(books, session)
    if found is None:
        raise BadInput("Nothing is running: start to practise first.")
    return found
