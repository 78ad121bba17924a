"""The deck of a document: all cards that it gives without an author."""

from collections.abc import Iterator
from datetime import date

from dealbot.domain.glossary import Glossary
from dealbot.domain.knowledge import Document, Question
from dealbot.domain.practice.card import Card, Deck
from dealbot.domain.practice.choice import choice_card
from dealbot.domain.practice.cloze import cloze_cards
from dealbot.domain.practice.described import described_cards
from dealbot.domain.practice.fact import short_form_cards
from dealbot.domain.practice.follow_up import follow_up_card
from dealbot.domain.practice.named import named_cards
from dealbot.domain.practice.not_to_do import not_to_do_card
from dealbot.domain.practice.personas import personas_of
from dealbot.domain.practice.policy_cards import policy_cards
from dealbot.domain.practice.recall import recall_card


def deck_of(document: Document, glossary: Glossary, day: date) -> Deck:
    """The cards of a document on a day; a policy note counts as it stands in the document."""
    note = document.policy
    cards = _guide(document, glossary) if note is None else policy_cards(document, note, day)
    once = {card.id: card for card in cards}
    about = document.about
    return Deck(document.path, about.title, tuple(once.values()), about.tags, personas_of(document))


def _guide(document: Document, glossary: Glossary) -> Iterator[Card]:
    for question in document.questions:
        yield from _asked(document, question)
    if document.questions:
        yield from cloze_cards(document, glossary)
        yield from short_form_cards(document, glossary)
        yield from described_cards(document)
        yield from named_cards(document)


def _asked(document: Document, question: Question) -> Iterator[Card]:
    made = (make(document, question) for make in (recall_card, not_to_do_card, follow_up_card, choice_card))
    return (card for card in made if card is not None)
