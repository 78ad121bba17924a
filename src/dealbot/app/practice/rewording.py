"""Cards whose guide was reworded go on under the id they had: their history stays with them."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from dealbot.domain.practice.aliases import carry_over
from dealbot.domain.practice.card import Deck
from dealbot.store.books import Books


def keep_up(books: Books, decks: Sequence[Deck], at: datetime) -> None:
    """Compare the decks, as made of their documents, with what was last practised from, and keep what became of it."""
    digests = books.card_edits.digests()
    for deck in decks:
        digest = _digest(deck)
        if digests.get(deck.name) == digest:
            continue
        before = books.card_edits.known(deck.name)
        for new, old in carry_over(before, deck.cards).items():
            books.card_edits.alias(new, old, at)
        books.card_edits.know(deck, digest)


def _digest(deck: Deck) -> str:
    told = "\n".join(f"{card.id} {card.prompt} {card.source.quote}" for card in deck.cards)
    return sha256(told.encode()).hexdigest()
