"""Print random cards with all that a careful reader needs to judge them: `python -m tools.sample_cards N SEED [PATHS]`.

PATHS are guides, notes and folders; without any, the knowledge that comes with dealbot.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dealbot import clock
from dealbot.app.practice.decks import as_they_stand
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.deck import deck_of
from dealbot.knowledge.glossary import load_glossary
from dealbot.knowledge.library import knowledge_folder, load


def cards_of(paths: Sequence[Path], day: date) -> list[Card]:
    """All cards that some documents give."""
    documents = load(paths).documents
    glossary = load_glossary(knowledge_folder())
    return [card for document in as_they_stand(documents, day) for card in deck_of(document, glossary, day).cards]


def lines_of(card: Card) -> Iterator[str]:
    """A card as it is asked, then its key or points, then where that stands."""
    yield f"{card.kind.value} · {card.source.title} > {' > '.join(card.source.heading)}"
    yield f"  ASKED   {card.prompt}"
    yield from (f"  {'KEY  ' if choice in card.accepted else 'CHOICE'}  {choice}" for choice in card.choices)
    if card.accepted and not card.choices:
        yield f"  KEY     {' | '.join(card.accepted)}"
    yield from (f"  POINT   {point}" for point in card.points)
    yield from (f"  PITFALL {pitfall}" for pitfall in card.pitfalls)
    yield f"  SOURCE  {' '.join(card.source.quote.split())}"


def main(words: Sequence[str]) -> None:
    """Print a sample."""
    count, seed, *paths = words
    cards = cards_of([Path(path) for path in paths] or [knowledge_folder()], clock.now().date())
    drawn = random.Random(seed).sample(cards, min(int(count), len(cards)))  # noqa: S311 -- not for secrets
    for number, card in enumerate(drawn, 1):
        sys.stdout.write("\n".join((f"{number}. {next(lines := lines_of(card))}", *lines, "", "")))


if __name__ == "__main__":
    main(sys.argv[1:])
