"""How long a learner waits for the next card, and enablement for a report: `python -m benchmarks.practice`."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NoReturn

from sqlalchemy import bindparam, insert, select, true

from benchmarks.figure import Figure, milliseconds
from benchmarks.store import undisturbed
from dealbot.app.desk import Desk
from dealbot.app.practice.checks import Assignment, assign
from dealbot.app.practice.keeping import progress
from dealbot.app.practice.reports import cohort_report, mastery_by_topic
from dealbot.app.practice.room import PracticeRoom
from dealbot.app.practice.scheduling import Pace, scheduled
from dealbot.app.practice.starting import Wanted, start
from dealbot.domain.practice.card import Card, CardKind, CardSource, Deck
from dealbot.domain.practice.mark import Mark, PointMark, PointState, Rating
from dealbot.domain.practice.review import Review
from dealbot.domain.practice.schedule import Schedule
from dealbot.domain.practice.session import Mode
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE, Principal, User
from dealbot.store.books import Books
from dealbot.store.database import Database, open_database
from dealbot.store.practice_tables import ReviewRow, ScheduleRow, TallyRow

LEARNERS, CARDS, GUIDES, CATEGORIES = 500, 300, 15, 4
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_POINTS = ("finds the cause", "works with finance", "shows a result", "asks for the next step")
_COHORT = "All"


def figures() -> list[Figure]:
    """The next due card of one of so many learners, and the reports over all of them, in SQLite."""
    with tempfile.TemporaryDirectory() as folder, open_database(f"sqlite:///{folder}/dealbot.db") as database:
        room = _filled(database)
        learner = _learner(LEARNERS // 2)
        return [
            _figure("next due card", lambda: start(room, learner, Wanted(Mode.DRIP)), 20),
            _figure("progress", lambda: progress(room, learner), 20),
            _figure("report of a cohort", lambda: cohort_report(room, LOCAL_OPERATOR, _COHORT), 500),
            _figure("mastery by topic", lambda: mastery_by_topic(room, LOCAL_OPERATOR), 500),
        ]


def _figure(what: str, act: Callable[[], object], limit: float) -> Figure:
    times = [milliseconds(act, times=1) for _ in range(9)]
    return Figure(f"practice: {what}, {LEARNERS} x {CARDS}", undisturbed(times), limit, "ms")


def _filled(database: Database) -> PracticeRoom:
    """A ledger in which everybody answered every card in private, and ten of them in a check."""
    desk = Desk(database, _nobody, _nobody, lambda: NOW, NOW.date)
    decks = tuple(_deck(number) for number in range(GUIDES))
    room = PracticeRoom(desk, lambda _principal: decks, _nobody)
    people = [_learner(number) for number in range(LEARNERS)]
    with desk.writing(LOCAL_OPERATOR) as books:
        for each in people:
            books.users.add(User(each.user, each.name))
    cards = tuple(card.id for card in decks[0].cards[:10])
    given = Assignment(_COHORT, date(2026, 12, 20), (decks[0].name,), tuple(each.user for each in people), cards)
    check = assign(room, LOCAL_OPERATOR, given).check.id
    with desk.writing(people[0]) as books:
        books.practice.plan(_schedules(decks))
        _answer(books, decks, check)
    _copy(database, people)
    return room


def _answer(books: Books, decks: tuple[Deck, ...], check: int) -> None:
    every = [card for deck in decks for card in deck.cards]
    for number, card in enumerate(every):
        books.practice.append(_review(card, number, None))
    for number, card in enumerate(every[:10]):
        books.practice.append(_review(card, number, check))


def _copy(database: Database, people: list[Principal]) -> None:
    """Let everybody have practised as the first of them did: what is read does not depend on who answered what."""
    first, *others = (each.user for each in people)
    checks = ReviewRow.check_id.is_not(None)
    with database.write() as session:
        for row, which in ((ScheduleRow, true()), (TallyRow, true()), (ReviewRow, checks)):
            kept = [column for column in row.__table__.columns if column.name not in {"id", "person"}]
            same = select(bindparam("one"), *kept).where(row.person == first, which)
            copied = insert(row).from_select(["person", *(column.name for column in kept)], same)
            session.connection().execute(copied, [{"one": one} for one in others])


def _review(card: Card, seed: int, check: int | None) -> Review:
    states = [PointState.MISSED if (seed + index) % 3 == 0 else PointState.MET for index in range(len(_POINTS))]
    mark = Mark(0.6, tuple(Rating)[seed % 4], tuple(map(PointMark, _POINTS, states)), by="bench 1")
    mode = Mode.CHECK if check is not None else Mode.INTERVIEW
    return Review(card.id, card.kind, card.deck, mode, mark, "What was answered. " * 20, NOW, 40_000, check)


def _schedules(decks: tuple[Deck, ...]) -> Iterator[Schedule]:
    for number, card in enumerate(card for deck in decks for card in deck.cards):
        yield scheduled(card.id, None, tuple(Rating)[number % 4], NOW - timedelta(days=number % 9), Pace())


def _deck(number: int) -> Deck:
    name = f"guide-{number}.md"
    return Deck(name, f"Guide {number}", tuple(_card(name, n) for n in range(CARDS // GUIDES)))


def _card(deck: str, number: int) -> Card:
    category = f"Category {number % CATEGORIES}"
    source = CardSource(deck, deck, (category,), "What a good answer does. " * 20)
    return Card(f"{deck}-{number}", CardKind.RECALL, deck, category, f"Question {number}?", source, _POINTS)


def _learner(number: int) -> Principal:
    return Principal(LOCAL_WORKSPACE, f"learner-{number}", f"Learner {number}")


def _nobody() -> NoReturn:
    raise NotImplementedError("nothing is read or graded here")


if __name__ == "__main__":
    print(*figures(), sep="\n")
