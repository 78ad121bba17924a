"""`quiz cards`: what there is to practise."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

import typer

from dealbot.cli.call import Call
from dealbot.domain.practice.card import Card, CardKind, Deck
from dealbot.domain.practice.finding import decks_named
from dealbot.errors import BadInput
from dealbot.practice_wiring import open_decks


def cards(
    call: Call,
    guide: Annotated[str | None, typer.Option("--guide", help="Only of this guide: its file or its title.")] = None,
    kind: Annotated[list[CardKind] | None, typer.Option("--kind", help="Only cards of this kind.")] = None,
) -> None:
    """List the cards to practise, with their answers."""
    decks = open_decks(call.settings).of(call.principal.workspace, call.desk.today())
    if guide is not None:
        decks = decks_named(guide, decks)
        if not decks:
            raise BadInput(f"There are no cards of a guide '{guide}': `dealbot quiz cards` lists all.")
    wanted = frozenset(kind or CardKind)
    chosen = [(deck, tuple(card for card in deck.cards if card.kind in wanted)) for deck in decks]
    call.answer([_shape(deck, card) for deck, found in chosen for card in found], _text(chosen))


def _shape(deck: Deck, card: Card) -> dict[str, Any]:
    source = card.source
    return {
        "id": card.id,
        "kind": card.kind.value,
        "deck": deck.name,
        "title": deck.title,
        "category": card.category,
        "personas": list(deck.personas),
        "prompt": card.prompt,
        "choices": list(card.choices),
        "accepted": list(card.accepted),
        "points": list(card.points),
        "pitfalls": list(card.pitfalls),
        "source": {"document": source.document, "heading": " > ".join(source.heading), "quote": source.quote},
    }


def _text(decks: Iterable[tuple[Deck, Sequence[Card]]]) -> str:
    lines = [line for deck, found in decks if found for line in ("", f"{deck.title} ({deck.name})", *_lines(found))]
    return "\n".join(lines[1:]) or "There are no such cards."


def _lines(found: Iterable[Card]) -> Iterator[str]:
    for card in found:
        yield f"- {card.kind.value} {card.id}: {card.prompt}"
        yield from (f"    {'*' if choice in card.accepted else ' '} {choice}" for choice in card.choices)
        if card.accepted and not card.choices:
            yield f"    = {' / '.join(card.accepted)}"
        yield from (f"    + {point}" for point in card.points)
        yield from (f"    ! {pitfall}" for pitfall in card.pitfalls)
