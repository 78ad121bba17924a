"""Which cards somebody has looked at, so that they go on where they left, and what a card was when it was shown.

Forms open from what is kept here: to make the decks again would take longer than whoever taps would wait.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dealbot.domain.practice.card import Card
from dealbot.store.books import Books


@dataclass(frozen=True, slots=True)
class CardForm:
    """What may be changed about a card: one with a key has accepted answers, any other key points and pitfalls."""

    prompt: str
    points: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Looking:
    """The card that somebody looks at, of a cohort or deck (`of`, by `key`), and since when."""

    key: str
    of: str
    card: str
    at: datetime


def looking_at(books: Books) -> Looking | None:
    """The card that the principal was shown last of those they look through; none once they stopped."""
    kept = books.talks.get(_looking(books))
    if not kept:
        return None
    return Looking(kept["key"], kept["of"], kept["card"], datetime.fromisoformat(kept["at"]))


def keep_looking(books: Books, seen: Looking) -> None:
    """Remember which card the principal looks at."""
    kept = {"key": seen.key, "of": seen.of, "card": seen.card, "at": seen.at.isoformat()}
    books.talks.put(_looking(books), kept, seen.at)


def stop_looking(books: Books, now: datetime) -> None:
    """Remember that the principal looks at none."""
    books.talks.put(_looking(books), {}, now)


def looked_at(books: Books, key: str) -> frozenset[str]:
    """The ids of the cards of a cohort or deck that the principal is done with."""
    return frozenset(books.talks.get(_looked(books, key)).get("cards") or ())


def look(books: Books, key: str, cards: Iterable[str], now: datetime) -> None:
    """Remember that the principal is done with cards."""
    books.talks.put(_looked(books, key), {"cards": sorted(looked_at(books, key).union(cards))}, now)


def look_again(books: Books, key: str, now: datetime) -> None:
    """Begin again at the first card."""
    books.talks.put(_looked(books, key), {"cards": []}, now)


def shown(books: Books, card: Card, now: datetime) -> None:
    """Keep what a card is as it is shown."""
    kept = {"prompt": card.prompt, "points": card.points, "accepted": card.accepted, "choices": card.choices}
    kept |= {"pitfalls": card.pitfalls}
    books.talks.put(_card(card.id), kept, now)


def form_of(books: Books, card: str) -> CardForm | None:
    """What a card was when it was shown last; None for one that never was."""
    kept = books.talks.get(_card(card))
    if not kept:
        return None
    points, pitfalls = tuple(kept["points"]), tuple(kept.get("pitfalls", ()))
    return CardForm(kept["prompt"], points, tuple(kept["accepted"]), tuple(kept["choices"]), pitfalls)


def _looked(books: Books, key: str) -> str:
    return f"looked:{books.principal.user}:{key}"


def _looking(books: Books) -> str:
    return f"looking:{books.principal.user}"


def _card(card: str) -> str:
    return f"card:{card}"
