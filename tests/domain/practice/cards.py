"""Cards and decks of the tests of practice."""

from dealbot.domain.practice.card import Card, CardKind, CardSource, Deck


def card(name: str, kind: CardKind = CardKind.RECALL, category: str = "Technical", **more: object) -> Card:
    """A card of the guide "role.md", of a question of its own unless one is given."""
    source = CardSource("role.md", "The role", (category, name), "So.")
    prompt = str(more.pop("prompt", f"What about {name}?"))
    given: dict[str, object] = {"question": name} | more
    return Card(name, kind, "role.md", category, prompt, source, **given)  # type: ignore[arg-type]


def deck(*cards: Card, name: str = "role.md", personas: tuple[str, ...] = ()) -> Deck:
    """A deck of cards."""
    return Deck(name, "The role", cards, personas=personas)
