"""The deal of a person who is named where no deal is: "seeing Dana at 2"."""

from collections.abc import Iterator, Mapping
from typing import Any

from dealbot.app.chat.turn import Turn
from dealbot.app.common_words import COMMON
from dealbot.app.manage_deals import list_deals
from dealbot.app.words import words_of
from dealbot.domain.names import fold
from dealbot.domain.title import function_of

_SHORTEST = 3
_LISTS = ("aligned", "to_convince", "unknown")


def deal_of_person(turn: Turn, text: str) -> str | None:
    """The one deal of somebody whose name, or part of it, is in a text; of several the deal of whom more is said."""
    said = {word.folded for word in words_of(text) if len(word.folded) >= _SHORTEST} - COMMON
    deals = list_deals(turn.desk, turn.principal)
    found = {deal.name: max((len(said & name) for name in _names(told)), default=0) for deal, told in deals}
    most = max(found.values(), default=0)
    best = [deal for deal, count in found.items() if count == most]
    return best[0] if most and len(best) == 1 else None


def _names(summary: Mapping[str, Any]) -> Iterator[frozenset[str]]:
    """The words of each name; somebody known by title only has none."""
    labels = (label for each in _LISTS for label in summary.get(each, ()) if label[:1].isupper())
    return (frozenset(fold(label).split()) for label in labels if function_of(label) is None)
