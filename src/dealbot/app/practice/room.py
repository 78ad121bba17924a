"""What practice works with: the desk, the decks, the grader; and the decks laid out for one person."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from dealbot.app.desk import Desk
from dealbot.app.practice.rewording import keep_up
from dealbot.app.practice.scheduling import Pace, pace_until
from dealbot.domain.practice.card import Card, Deck
from dealbot.domain.practice.edits import edited
from dealbot.domain.practice.finding import decks_named
from dealbot.domain.principal import Principal
from dealbot.errors import BadInput
from dealbot.reading.ports import AnswerGrader
from dealbot.store.books import Books

Shelf = Callable[[Principal], Sequence[Deck]]


@dataclass(frozen=True, slots=True)
class PracticeRoom:
    """The tools of practice; the grader is opened when it is first needed.

    What the desk's `then` does with the result of a change is done in the change's own transaction. `spread` lets due
    days differ a little.
    """

    desk: Desk
    shelf: Shelf
    grader: Callable[[], AnswerGrader]
    spread: bool = True

    def laid_out(self, principal: Principal, books: Books) -> "LaidOut":
        """The decks as enablement edited them, each card by the id under which it has been known all along."""
        aliases = books.card_edits.aliases()
        edits = books.card_edits.all()
        decks = tuple(edited(_known_by(deck, aliases), edits) for deck in self.shelf(principal))
        return LaidOut(decks, {card.id: card for deck in decks for card in deck.cards})

    def kept_up(self, principal: Principal, books: Books) -> "LaidOut":
        """The same, after reworded cards were recognised; for a transaction that writes."""
        keep_up(books, self.shelf(principal), self.desk.now())
        return self.laid_out(principal, books)

    def pace(self, books: Books) -> Pace:
        """The pace of the principal, by the day of the interview if one is set."""
        return pace_until(books.practice.choice().interview_on, self.desk.today(), spread=self.spread)

    def start_of_today(self) -> datetime:
        """The instant at which today began for whoever practises."""
        return self._midnight(0)

    def end_of_today(self) -> datetime:
        """The instant at which today ends for whoever practises."""
        return self._midnight(1)

    def time_of_day(self) -> time:
        """What the clock shows whoever practises."""
        now = self.desk.now()
        return now.astimezone(self.desk.zone or now.tzinfo).time()

    def _midnight(self, days: int) -> datetime:
        """The beginning of a day that is so many after today, as the clock tells it."""
        now = self.desk.now()
        begins = datetime.combine(self.desk.today() + timedelta(days=days), time(), self.desk.zone or now.tzinfo)
        return begins.astimezone(now.tzinfo)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Decks, and their cards by id."""

    decks: tuple[Deck, ...]
    cards: Mapping[str, Card]

    def card(self, key: str) -> Card:
        """Find a card by its id or the only start of one; raises BadInput."""
        found = [self.cards[key]] if key in self.cards else [c for k, c in self.cards.items() if k.startswith(key)]
        if len(found) != 1:
            raise BadInput(f"There is no card '{key}' now: its guide may have changed.")
        return found[0]

    def named(self, guide: str) -> Deck:
        """Find the one deck of a path, a file's name or a title; raises BadInput."""
        found = decks_named(guide, self.decks)
        if len(found) == 1:
            return found[0]
        some = " or ".join(f"'{deck.title}'" for deck in (found or self.decks)[:3])
        raise BadInput(f"'{guide}' may be {some}: which one?" if found else f"There is no guide '{guide}': try {some}.")


def _known_by(deck: Deck, aliases: Mapping[str, str]) -> Deck:
    there = {card.id for card in deck.cards}
    older = {new: old for new, old in aliases.items() if new in there and old not in there}
    if not older:
        return deck
    return replace(deck, cards=tuple(replace(card, id=older.get(card.id, card.id)) for card in deck.cards))
