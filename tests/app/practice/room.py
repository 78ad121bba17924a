"""A room to practise in, with decks and a grader of the test's, a clock that is set, and people of every role."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import NoReturn

from dealbot.app.desk import Desk
from dealbot.app.practice.answering import Answered, Given, answer
from dealbot.app.practice.asking import Asked
from dealbot.app.practice.handing_in import Owed, hand_in
from dealbot.app.practice.reminding import Reminder, due_to
from dealbot.app.practice.room import PracticeRoom
from dealbot.app.practice.starting import Wanted, start
from dealbot.domain.practice.card import Card, CardKind, CardSource, Deck
from dealbot.domain.practice.mark import Mark, PointMark, PointState, Rating
from dealbot.domain.practice.rubric import Rubric
from dealbot.domain.practice.session import Mode
from dealbot.domain.principal import LOCAL_OPERATOR, LOCAL_WORKSPACE, Principal, Role, User
from dealbot.store.database import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CATEGORIES = ("Technical", "Behavioral", "Situational", "Problem-Solving")
MET, MISSED, UNSURE = PointState.MET, PointState.MISSED, PointState.UNSURE
ADMIN = LOCAL_OPERATOR


def somebody(name: str, *roles: Role) -> Principal:
    """A user of the workspace."""
    return Principal(LOCAL_WORKSPACE, f"U-{name.upper()}", name, frozenset(roles or {Role.AE}))


TOM, ANN, BEN, EVE = somebody("Tom"), somebody("Ann"), somebody("Ben"), somebody("Eve", Role.ENABLEMENT)
MAYA, LIN = somebody("Maya", Role.MANAGER), somebody("Lin", Role.ANALYST)


def card(name: str, kind: CardKind = CardKind.RECALL, prompt: str = "", **more: object) -> Card:
    """A card of the guide "role.md" whose key points are two words."""
    deck = str(more.pop("deck", "role.md"))
    category = str(more.pop("category", "Technical"))
    source = CardSource(deck, "The role", (category, name), "cause finance")
    given: dict[str, object] = {"points": ("cause", "finance"), "question": name} | more
    return Card(name, kind, deck, category, prompt or f"What about {name}?", source, **given)  # type: ignore[arg-type]


def deck(*cards: Card, name: str = "role.md", title: str = "The role", **more: Sequence[str]) -> Deck:
    """A deck of cards."""
    return Deck(name, title, cards, tuple(more.get("tags", ())), tuple(more.get("personas", ())))


def guide() -> Deck:
    """Four categories with three questions each, and of each question a card to recall and one of what not to do."""
    kinds = (CardKind.RECALL, CardKind.NOT_TO_DO, CardKind.FOLLOW_UP)
    cards = (
        card(f"{category[:4]}{number}-{kind.value}", kind, category=category, question=f"{category[:4]}{number}")
        for category in CATEGORIES
        for number in range(3)
        for kind in kinds
    )
    return deck(*cards, tags=("Interview Prep",))


class WordGrader:
    """Finds a key point where the answer has its word, and is unsure of the word with a question mark."""

    version = "words 1"

    def grade(self, rubric: Rubric, answer: str) -> Mark:
        """Mark an answer by its words."""
        points = tuple(PointMark(point, _state(point, answer.casefold())) for point in rubric.points)
        worth = {MET: 1.0, UNSURE: 0.5}
        score = sum(worth.get(point.state, 0.0) for point in points) / len(points)
        bars = ((0.9, Rating.EASY), (0.7, Rating.GOOD), (0.4, Rating.HARD))
        rating = next((rating for bar, rating in bars if score >= bar), Rating.AGAIN)
        return Mark(score, rating, points, by=self.version)


def _state(point: str, answer: str) -> PointState:
    if f"{point}?" in answer:
        return UNSURE
    return MET if point in answer else MISSED


def _nobody() -> NoReturn:
    raise NotImplementedError("no note is read here")


@dataclass
class World:
    """A ledger with people, decks, and a clock that the test moves."""

    database: Database
    decks: tuple[Deck, ...] = field(default_factory=lambda: (guide(),))
    now: datetime = NOW
    spread: bool = False

    @property
    def room(self) -> PracticeRoom:
        """The room as it is now."""
        return PracticeRoom(self.desk, lambda _principal: self.decks, WordGrader, self.spread)

    @property
    def desk(self) -> Desk:
        """The desk on this ledger."""
        return Desk(self.database, _nobody, _nobody, lambda: self.now, lambda: self.today)

    @property
    def today(self) -> date:
        """The day of the clock."""
        return self.now.date()

    def passes(self, days: int) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)

    def register(self, *people: Principal, team: str | None = None) -> None:
        """Make people known to the workspace."""
        with self.desk.writing(ADMIN) as books:
            for each in people:
                books.users.add(User(each.user, each.name, each.roles, team))

    def starts(self, who: Principal, mode: Mode = Mode.INTERVIEW, **wanted: object) -> Asked:
        """Somebody begins to practise."""
        return start(self.room, who, Wanted(mode, **wanted))  # type: ignore[arg-type]

    def answers(self, who: Principal, text: str = "cause finance", **given: object) -> Answered:
        """Somebody answers what is asked."""
        return answer(self.room, who, Given(text, **given))  # type: ignore[arg-type]

    def hands_in(self, who: Principal) -> Owed:
        """Somebody hands in the check that is answered."""
        return hand_in(self.room, who)

    def tells(self, *people: Principal) -> list[Reminder]:
        """What people are told when their hour of today has come."""
        found: list[Reminder] = []
        for who in people:
            with self.desk.writing(who) as books:
                found += due_to(self.room, books, self.room.laid_out(who, books).cards)
        return found

    def goes_through(
        self, who: Principal, say: Callable[[Asked], str] = lambda _asked: "cause finance"
    ) -> list[Answered]:
        """Somebody answers everything that is left."""
        found: list[Answered] = []
        asked = start_or_now(self, who)
        while asked is not None:
            found.append(self.answers(who, say(asked)))
            asked = found[-1].then
        return found


def start_or_now(world: World, who: Principal) -> Asked | None:
    """What is asked now."""
    from dealbot.app.practice.keeping import current  # noqa: PLC0415

    return current(world.room, who)
