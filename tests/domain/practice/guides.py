"""Guides to make cards of."""

from datetime import date

from dealbot.domain.glossary import Glossary, Term
from dealbot.domain.knowledge import Document
from dealbot.domain.practice.card import Card, CardKind, Deck
from dealbot.domain.practice.deck import deck_of
from dealbot.knowledge.documents import document

DAY = date(2026, 11, 24)
GLOSSARY = Glossary(
    (
        Term("OPPS", "outpatient prospective payment system", ("hospital outpatient payment",)),
        Term("CAH", "critical access hospital"),
        Term("DSH", "disproportionate share hospital"),
        Term("BAA", "business associate agreement"),
        Term("MSSP", "Medicare Shared Savings Program"),
    )
)
HEAD = """---
term: "{title}"
vertical: "{vertical}"
pubDate: 2026-01-10
tags: {tags}
---

"""


def guide(
    body: str, *, title: str = "Selling beds", tags: str = "[]", vertical: str = "Beds", path: str = "guides/beds.md"
) -> Document:
    """A guide with a body."""
    return document(path, (HEAD.format(title=title, tags=tags, vertical=vertical) + body).encode())


def asked(question: str, answer: str = "- **Answer**: I ask first.", category: str = "Technical Questions") -> str:
    """A body with one question, and another one so that it is a guide."""
    return (
        f"## {category}\n\n#### 1. {question}\n{answer}\n\n#### 2. Why do beds squeak?\n- **Answer**: They are old.\n"
    )


def deck(body: str, **more: str) -> Deck:
    """The deck of a guide."""
    return deck_of(guide(body, **more), GLOSSARY, DAY)


def cards(body: str, kind: CardKind, **more: str) -> list[Card]:
    """The cards of one kind."""
    return [card for card in deck(body, **more).cards if card.kind is kind]
