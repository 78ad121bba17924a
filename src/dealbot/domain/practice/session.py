"""A session of practice: which cards it asks, where it stands, and that it can be left and taken up again."""

from collections.abc import Container
from dataclasses import dataclass, replace
from enum import StrEnum

from dealbot.domain.concern import ConcernTopic


class Mode(StrEnum):
    """Why cards are asked: a check is read by enablement, anything else by nobody but whoever answers."""

    INTERVIEW = "interview"
    OBJECTIONS = "objections"
    WARM_UP = "warm_up"
    DRIP = "drip"
    FACTS = "facts"
    ROLE_PLAY = "role_play"
    CHECK = "check"

    @property
    def private(self) -> bool:
        """Whether what is answered is for its own person alone."""
        return self is not Mode.CHECK


class SessionState(StrEnum):
    """How far a session is: one person has one that is running at most."""

    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Item:
    """A card to be asked; with `deal` and `topic` as somebody's open concern of that deal."""

    card: str
    deal: int | None = None
    topic: ConcernTopic | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """Cards in order: those before `position` are done; `again` is asked once more before the next one.

    `id` is 0 until it is kept, `check` the check that is answered in it, `title` what it is about.
    """

    mode: Mode
    items: tuple[Item, ...]
    title: str = ""
    check: int | None = None
    position: int = 0
    again: Item | None = None
    state: SessionState = SessionState.RUNNING
    id: int = 0

    @property
    def current(self) -> Item | None:
        """What is asked now; nothing where the session is over."""
        if self.state is SessionState.ENDED:
            return None
        return self.again or self.items[self.position]

    @property
    def cut_off(self) -> bool:
        """Whether it is of a check and was ended before all of it was asked."""
        return self.check is not None and self.state is SessionState.ENDED and self.position < self.of

    @property
    def number(self) -> int:
        """The number of the item that is asked, of `of`; once it is over, the last one's."""
        return max(1, min(self.position + (self.again is None), self.of))

    @property
    def of(self) -> int:
        """How many items it has."""
        return len(self.items)

    @property
    def paused(self) -> "Session":
        """The same, left for later."""
        return self._as(SessionState.PAUSED)

    @property
    def resumed(self) -> "Session":
        """The same, taken up again."""
        return self._as(SessionState.RUNNING)

    @property
    def stopped(self) -> "Session":
        """The same, over before its end."""
        return replace(self, state=SessionState.ENDED, again=None)

    @property
    def moved_on(self) -> "Session":
        """The same after what is asked now: the next item, or the end."""
        if self.state is SessionState.ENDED:
            return self
        position = self.position + (self.again is None)
        return _ended_if_through(replace(self, position=position, again=None))

    def retrying(self, item: Item) -> "Session":
        """The same with a card asked once more before it goes on."""
        return replace(self, again=item, state=SessionState.RUNNING)

    def within(self, cards: Container[str]) -> "Session":
        """The same without the items to come whose cards there are no longer."""
        if self.state is SessionState.ENDED:
            return self
        done, left = self.items[: self.position], self.items[self.position :]
        again = self.again if self.again is not None and self.again.card in cards else None
        left = tuple(item for item in left if item.card in cards)
        return _ended_if_through(replace(self, items=done + left, again=again))

    def _as(self, state: SessionState) -> "Session":
        return self if self.state is SessionState.ENDED else replace(self, state=state)


def _ended_if_through(session: Session) -> Session:
    through = session.again is None and session.position >= session.of
    return session.stopped if through else session
