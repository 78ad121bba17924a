"""Which question of practice is open with somebody: a pointer to what is kept, one for each person."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from dealbot.app.chat.memory import CARRIED, Unplaced
from dealbot.store.books import Books


class Stage(StrEnum):
    """What is waited for: an answer, the next step after a mark, or that whoever did something else comes back."""

    ASKED = "asked"
    MARKED = "marked"
    WAITS = "waits"


@dataclass(frozen=True, slots=True)
class Open:
    """What is open: a session, the card that is asked since `since` or whose answer was marked last (`review`).

    `at` is when either of the two spoke last; `unsure` may be the answer or something else; `play` is a role-play.
    """

    session: int
    stage: Stage
    at: datetime
    card: str = ""
    since: datetime | None = None
    review: int | None = None
    unsure: Unplaced | None = None
    play: Mapping[str, Any] | None = None

    @property
    def played(self) -> bool:
        """Whether it is a role-play that is over: it can be played again, and nothing more is said to its officer."""
        return self.play is not None and self.review is not None

    def after(self, stage: Stage, at: datetime) -> "Open":
        """The same at another stage."""
        return replace(self, stage=stage, at=at, unsure=None)


def open_with(books: Books, now: datetime) -> Open | None:
    """What is open with the principal; after half an hour without a word nothing is."""
    found = last_with(books)
    return found if found is not None and now - found.at <= CARRIED else None


def last_with(books: Books) -> Open | None:
    """What was open with the principal last, however long ago."""
    kept = books.talks.get(_place(books))
    return _opened(kept) if kept else None


def remember(books: Books, opened: Open | None, now: datetime) -> None:
    """Keep what is open with the principal, in the transaction of what was done."""
    if opened is not None or books.talks.get(_place(books)):
        books.talks.put(_place(books), _plain(opened) if opened is not None else {}, now)


def _place(books: Books) -> str:
    """A place of its own, which no channel or thread goes by: nothing of it is remembered where others talk."""
    return f"practice:{books.principal.user}"


def _plain(opened: Open) -> dict[str, Any]:
    since, unsure = opened.since, opened.unsure
    return {
        **asdict(replace(opened, unsure=None)),
        "at": opened.at.isoformat(),
        "since": since.isoformat() if since else None,
        "unsure": asdict(unsure) | {"on": unsure.on.isoformat()} if unsure else None,
        "play": dict(opened.play) if opened.play else None,
    }


def _opened(kept: Mapping[str, Any]) -> Open:
    unsure = kept["unsure"]
    return Open(
        session=kept["session"],
        stage=Stage(kept["stage"]),
        at=datetime.fromisoformat(kept["at"]),
        card=kept["card"],
        since=datetime.fromisoformat(kept["since"]) if kept["since"] else None,
        review=kept["review"],
        unsure=Unplaced(**(unsure | {"on": date.fromisoformat(unsure["on"])})) if unsure else None,
        play=kept["play"],
    )
