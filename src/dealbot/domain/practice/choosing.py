"""Which cards are asked: what is due and weak first, kinds and categories mixed, one question never twice in a row."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from dealbot.domain.practice.card import Card, CardKind, Deck
from dealbot.domain.practice.objections import is_objection, is_said
from dealbot.domain.practice.schedule import Standing
from dealbot.domain.title import canonical_title, function_of

INTERVIEW, OBJECTIONS, WARM_UP, DRIP, FACTS = 10, 5, 3, 3, 10
_CATEGORIES = 4
_POLICY = re.compile(r"(?:^|/)policies/")
_IN_WORDS = frozenset({CardKind.RECALL, CardKind.FOLLOW_UP, CardKind.NOT_TO_DO, CardKind.CHOICE})
_FACTUAL = frozenset({CardKind.FACT, CardKind.CLOZE})


@dataclass(frozen=True, slots=True)
class Known:
    """What a person's cards stand like at an instant; `seed` varies the order of what is equal."""

    now: datetime
    standings: Mapping[str, Standing] = field(default_factory=dict)
    seed: str = ""

    def rank(self, card: Card) -> tuple[int, float, float]:
        """How early a card comes: due and weak, due, new, weak, known; then the longest overdue."""
        draw = random.Random(f"{self.seed} {card.id}").random()  # noqa: S311 - nothing here is secret
        standing = self.standings.get(card.id)
        if standing is None:
            return 2, 0.0, draw
        due = standing.due_at <= self.now
        group = (1 if standing.known else 0) if due else (4 if standing.known else 3)
        return group, standing.due_at.timestamp(), draw


def for_interview(decks: Iterable[Deck], known: Known, size: int = INTERVIEW) -> tuple[Card, ...]:
    """Cards of four categories, as many of each, recall, follow-up, what not to do and choices mixed.

    What cannot be marked is asked only where there is nothing else.
    """
    cards = _of(guides(decks), _IN_WORDS)
    return _balanced([card for card in cards if card.gradable] or cards, known, size)


def for_seller(decks: Iterable[Deck], work: str, known: Known) -> tuple[Card, ...]:
    """An interview of which half is the guide of one's own work, the other half those of the committee."""
    every = guides(decks)
    own = for_interview((deck for deck in every if _is_of(work, deck)), known, INTERVIEW // 2)
    others = for_interview((deck for deck in every if not _is_of(work, deck)), known, INTERVIEW - len(own))
    return _recall_first([*own, *others])


def for_work(decks: Iterable[Deck], work: str) -> tuple[Deck, ...]:
    """The guide of somebody's own work and those of the committee's seats; none where there is no such guide."""
    every = guides(decks)
    own = tuple(deck for deck in every if _is_of(work, deck))
    return (*own, *(deck for deck in every if deck.personas and deck not in own)) if own else ()


def _is_of(work: str, deck: Deck) -> bool:
    return work in deck.title.casefold()


def for_check(decks: Iterable[Deck], known: Known, size: int = INTERVIEW) -> tuple[Card, ...]:
    """The cards of an interview, of which every one can be marked."""
    return _balanced([card for card in _of(guides(decks), _IN_WORDS) if card.gradable], known, size)


def _balanced(cards: Iterable[Card], known: Known, size: int) -> tuple[Card, ...]:
    by_category: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        by_category[card.category].append(card)
    most_wanted = sorted(by_category, key=lambda name: min(map(known.rank, by_category[name])))[:_CATEGORIES]
    return _recall_first(_in_turn([by_category[name] for name in most_wanted], known, size))


def _recall_first(cards: Iterable[Card]) -> tuple[Card, ...]:
    """A guide's own questions before those that were derived from them."""
    return in_order(sorted(cards, key=lambda card: card.kind is not CardKind.RECALL))


def for_objections(decks: Iterable[Deck], known: Known, size: int = OBJECTIONS) -> tuple[Card, ...]:
    """What a buyer would say against it; other hard moments where that is too little."""
    cards = [card for card in _of(guides(decks), {CardKind.RECALL}) if is_objection(card)]
    said = [card for card in cards if is_said(card)]
    return in_order(_first(said if len(said) >= size else cards, known, size))


def for_warm_up(
    decks: Sequence[Deck], role: str, speaking: Sequence[Callable[[Card], bool]], known: Known
) -> tuple[Card, ...]:
    """Cards of whoever is met: first one that speaks of each of two concerns, then of the role's own decks."""
    own = _of(for_role(decks, role), {CardKind.RECALL})
    others = [card for card in _of(guides(decks), {CardKind.RECALL}) if card not in own]
    found: list[Card] = []
    for speaks in speaking[: WARM_UP - 1]:
        told = [*_first((card for card in own if speaks(card) and card not in found), known, 1)]
        told = told or [*_first((card for card in others if speaks(card) and card not in found), known, 1)]
        found += told
    spoken_first = sorted(own, key=lambda card: (not is_objection(card), known.rank(card)))
    rest = [card for card in spoken_first if card.question not in {each.question for each in found}]
    return tuple([*found, *_one_each(rest)][:WARM_UP])


def for_drip(decks: Iterable[Deck], known: Known, size: int = DRIP) -> tuple[Card, ...]:
    """The cards that are due, the longest overdue first, whatever their kind; then new ones."""
    cards = {card.id: card for deck in decks for card in deck.cards}
    asked = (cards[key] for key, each in known.standings.items() if each.due_at <= known.now and key in cards)
    due = sorted(asked, key=lambda card: (known.standings[card.id].due_at, card.id))
    new = sorted((card for card in cards.values() if card.id not in known.standings), key=known.rank)
    return tuple([*due, *_one_each(new)][:size])


def for_facts(decks: Iterable[Deck], known: Known, size: int = FACTS) -> tuple[Card, ...]:
    """Facts: certifications, terms, how rules stand; which mistake a guide warns of is none."""
    return in_order(_first(_of(decks, _FACTUAL), known, size))


def for_role(decks: Iterable[Deck], role: str) -> tuple[Deck, ...]:
    """The guides that prepare for somebody of the committee, given by title; policy notes where there is no guide."""
    return guides([deck for deck in decks if any(_same_seat(role, each) for each in deck.personas)])


def guides(decks: Iterable[Deck]) -> tuple[Deck, ...]:
    """The decks without policy notes, which are asked of only by name; all where there is nothing else."""
    every = tuple(decks)
    return tuple(deck for deck in every if not _POLICY.search(deck.name)) or every


def in_order(cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards with no two of one question in a row; what has no place is left out."""
    placed: list[Card] = []
    left: list[Card] = []
    for card in cards:
        if placed and _same_question(placed[-1], card):
            left.append(card)
        else:
            placed.append(card)
            fits = next((each for each in left if not _same_question(card, each)), None)
            if fits is not None:
                left.remove(fits)
                placed.append(fits)
    for card in left:
        place = _place_for(card, placed)
        if place is not None:
            placed.insert(place, card)
    return tuple(placed)


def _place_for(card: Card, placed: Sequence[Card]) -> int | None:
    for place, (before, after) in enumerate(pairwise(placed), 1):
        if not _same_question(before, card) and not _same_question(card, after):
            return place
    return 0 if placed and not _same_question(card, placed[0]) else None


def _same_question(a: Card, b: Card) -> bool:
    return bool(a.question) and (a.deck, a.question) == (b.deck, b.question)


def _in_turn(groups: Sequence[Sequence[Card]], known: Known, size: int) -> list[Card]:
    """One card of each group in turn: of those whose question was not asked yet the first, kinds as even as can be."""
    found: list[Card] = []
    kinds: Counter[CardKind] = Counter()
    left = [list(group) for group in groups]
    while any(left) and len(found) < size:
        for group in filter(None, left):
            asked = {(card.deck, card.question) for card in found if card.question}
            best = min(group, key=lambda card: _turn(card, asked, kinds, known))
            group.remove(best)
            found.append(best)
            kinds[best.kind] += 1
    return found[:size]


def _turn(
    card: Card, asked: set[tuple[str, str]], kinds: Counter[CardKind], known: Known
) -> tuple[bool, int, int, float, float]:
    group, due, draw = known.rank(card)
    return (card.deck, card.question) in asked, group, kinds[card.kind], due, draw


def _first(cards: Iterable[Card], known: Known, size: int) -> list[Card]:
    ranked = sorted(cards, key=known.rank)
    once = _one_each(ranked)
    again = [card for card in ranked if card not in once]
    return [*once, *again][:size]


def _one_each(cards: Iterable[Card]) -> list[Card]:
    """The first card of each question; those of no question all."""
    seen: dict[tuple[str, str], Card] = {}
    for card in cards:
        seen.setdefault((card.deck, card.question or card.id), card)
    return list(seen.values())


def _of(decks: Iterable[Deck], kinds: Iterable[CardKind]) -> list[Card]:
    wanted = frozenset(kinds)
    return [card for deck in decks for card in deck.cards if card.kind in wanted]


def _same_seat(role: str, persona: str) -> bool:
    seats = persona.split("/")
    if canonical_title(role) in map(canonical_title, seats):
        return True
    function = function_of(role)
    return function is not None and function in map(function_of, seats)
