"""Cards as text on a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from dealbot.domain.practice.card import Card, Deck


def cards_text(decks: Iterable[tuple[Deck, Sequence[Card]]]) -> str:
    """Every deck with its cards, each with what a good answer holds."""
    lines = [line for deck, cards in decks if cards for line in ("", f"{deck.title} ({deck.name})", *_lines(cards))]
    return "\n".join(lines[1:]) or "There are no such cards."


def _lines(cards: Iterable[Card]) -> Iterator[str]:
    for card in cards:
        yield f"- {card.kind.value} {card.id}: {card.prompt}"
        if card.choices:
            yield from (f"    {'*' if choice in card.accepted else ' '} {choice}" for choice in card.choices)
        elif card.accepted:
            yield f"    = {' / '.join(card.accepted)}"
        yield from (f"    + {point}" for point in card.points)
        yield from (f"    ! {pitfall}" for pitfall in card.pitfalls)
