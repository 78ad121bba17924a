"""Finding decks by what people call them."""

from collections.abc import Sequence

from dealbot.domain.knowledge import fold
from dealbot.domain.practice.card import Deck


def decks_named(wanted: str, decks: Sequence[Deck]) -> tuple[Deck, ...]:
    """The decks that a path, a file's name without its ending, a title or a part of one may mean; the exact first."""
    folded = fold(wanted)
    exact = tuple(deck for deck in decks if folded in _names(deck))
    words = set(folded.split())
    return exact or tuple(deck for deck in decks if words and words <= set(fold(deck.title).split()))


def _names(deck: Deck) -> frozenset[str]:
    file = deck.name.rpartition("/")[2]
    return frozenset(map(fold, (deck.name, file, file.rpartition(".")[0], deck.title)))
