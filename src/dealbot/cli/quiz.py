"""`quiz`: what there is to practise, and what is asked that stands in no guide."""

from typing import Annotated, Any

import typer

from dealbot.cli.call import Call, command
from dealbot.cli.cards import cards_text
from dealbot.cli.gaps import gaps_command
from dealbot.domain.practice.card import Card, CardKind, Deck
from dealbot.domain.practice.finding import decks_named
from dealbot.errors import BadInput
from dealbot.wiring import open_decks

quiz_app = typer.Typer(no_args_is_help=True, help="What people practise, and what they ask that stands in no guide.")
quiz_app.command("gaps")(command(gaps_command))


@quiz_app.command("cards")
@command
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
    call.answer([_shape(deck, card) for deck, found in chosen for card in found], cards_text(chosen))


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
