"""Cards that go on under an older id: a question that was reworded is still the same card.

Whoever keeps history by card id keeps a table of aliases (new id, old id) beside it. When a document has changed, it
calls `carry_over` with the cards it knew and those there are now, and writes down what comes back; the history of a
card is then looked up under its alias. A known card that is neither there any more nor carried over is retired: it is
not asked, and its history stays. Aliases may be chained, as an old card may itself have had an older id.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from dealbot.domain.knowledge import fold
from dealbot.domain.practice.card import Card

_WORDING, _ANSWER, _PLACE = 0.45, 0.4, 0.15
_ENOUGH = 0.6
_LIKE_ENOUGH = 0.5  # of the wording or of the answer alone: one of them must have stayed
_MOST_WORDS = 120


@dataclass(frozen=True, slots=True)
class _Placed:
    """A card, its category, and where among the cards of its kind in that category it stands, from 0 to 1."""

    card: Card
    category: str
    place: float


def carry_over(old: Iterable[Card], new: Iterable[Card]) -> Mapping[str, str]:
    """The id before, by the id now, of each card that is a reworded one; each old card goes on as one new card."""
    before, after = tuple(_placed(old)), tuple(_placed(new))
    there, known = {each.card.id for each in after}, {each.card.id for each in before}
    gone = [each for each in before if each.card.id not in there]
    come = [each for each in after if each.card.id not in known]
    pairs = [(_likeness(one, other), one.card.id, other.card.id) for one in gone for other in come]
    found: dict[str, str] = {}
    for score, was, now in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score >= _ENOUGH and now not in found and was not in found.values():
            found[now] = was
    return found


def _placed(cards: Iterable[Card]) -> Iterator[_Placed]:
    def group(card: Card) -> tuple[str, str, str]:
        return card.deck, card.kind, fold(card.category)

    for key, found in groupby(sorted(cards, key=group), key=group):
        together = list(found)
        last = max(len(together) - 1, 1)
        yield from (_Placed(card, key[2], index / last) for index, card in enumerate(together))


def _likeness(one: _Placed, other: _Placed) -> float:
    """How surely two cards are the same, from 0 to 1."""
    if (one.card.deck, one.card.kind) != (other.card.deck, other.card.kind) or one.card.keyed != other.card.keyed:
        return 0.0
    if one.card.accepted and one.card.accepted[0] == other.card.accepted[0]:
        return 1.0
    wording = _alike(one.card.prompt, other.card.prompt)
    answer = _alike(one.card.source.quote, other.card.source.quote)
    if max(wording, answer) < _LIKE_ENOUGH:
        return 0.0
    near = 1 - abs(one.place - other.place) if one.category == other.category else 0.0
    return _WORDING * wording + _ANSWER * answer + _PLACE * near


def _alike(one: str, other: str) -> float:
    words, others = (fold(text).split()[:_MOST_WORDS] for text in (one, other))
    return SequenceMatcher(None, words, others, autojunk=False).ratio()
