"""What enablement changes about cards that were made: a wording, the points, the key, the options, or it is off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dealbot.domain.practice.card import Card, Deck


@dataclass(frozen=True, slots=True)
class CardEdit:
    """How a card is to be instead; None leaves it as it was made. `off` takes it out of the deck."""

    card: str
    prompt: str | None = None
    points: tuple[str, ...] | None = None
    accepted: tuple[str, ...] | None = None
    pitfalls: tuple[str, ...] | None = None
    choices: tuple[str, ...] | None = None
    off: bool = False


def edited(deck: Deck, edits: Iterable[CardEdit]) -> Deck:
    """The deck with its edits; of several of one card the last counts, one of a card that is gone does nothing."""
    last = {edit.card: edit for edit in edits}
    cards = (_edited(card, last.get(card.id)) for card in deck.cards)
    return replace(deck, cards=tuple(card for card in cards if card is not None))


def _edited(card: Card, edit: CardEdit | None) -> Card | None:
    if edit is None:
        return card
    return None if edit.off else reworded(card, edit)


def reworded(card: Card, edit: CardEdit) -> Card:
    """The card as an edit has it, whether it is off or not; a key that is no option leaves the key and the options."""
    accepted, choices = edit.accepted or card.accepted, card.choices and (edit.choices or card.choices)
    if choices and not set(accepted) <= set(choices):
        accepted, choices = card.accepted, card.choices
    return replace(
        card,
        prompt=card.prompt if edit.prompt is None else edit.prompt,
        points=card.points if edit.points is None else edit.points,
        pitfalls=card.pitfalls if edit.pitfalls is None else edit.pitfalls,
        accepted=accepted,
        choices=choices,
    )
