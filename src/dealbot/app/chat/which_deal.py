"""Which deal a note belongs to, and the names that its beginning may be."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from dealbot.app.chat.turn import Turn
from dealbot.app.deal_names import DealName, DealNames, names_of
from dealbot.app.words import Word, words_of
from dealbot.domain.when import Grain, find
from dealbot.domain.when.words import WEAK_WEEKDAYS, WEEKDAYS

_WEEKDAYS = frozenset(WEEKDAYS) - WEAK_WEEKDAYS  # after a deal's name no part of it: "Lakeshore, Mon 16 Nov"
_ANY_DAY = date(2000, 1, 3)
_HEAD_WORDS = 25
_LONGEST_NAME = 100
_NAMED_FIRST = re.compile(
    r"^\s*(?:(?:note|log|call|update)\s*[:,-]\s*)?"
    r"(?P<name>[A-Z][\w'&.]*(?: [A-Z&][\w'&.]*){0,4})(?:\s*:\s|\s+[\u2013\u2014-]\s)"
)
_LABELS = frozenset(
    """
    note notes log call update attendees concerns next steps fyi private hi hey memo recap summary met spoke subject
    from to re fw
    """.split()
)


def deal_of(turn: Turn, text: str) -> tuple[str | None, bool]:
    """The deal of a note, and whether only the talk tells it: the channel's, the named, the last, the only one."""
    if turn.said.deal is not None:
        return turn.said.deal, False
    deals = turn.deals()
    named = named_in(text, deals)
    if len(named) == 1:
        return named[0], False
    if not named and new_name(text, deals) is None:
        if turn.memory.deal is not None:
            return turn.memory.deal, True
        if len(deals) == 1:
            return deals[0].name, True
    return None, False


def named_in(text: str, deals: Iterable[DealName]) -> tuple[str, ...]:
    """The deals that the beginning of a text names."""
    names, first = names_of(tuple(deals)), _NAMED_FIRST.match(text)
    for part in (first["name"] if first is not None else "", text.strip().partition("\n")[0], text):
        named = _mentioned(words_of(part)[:_HEAD_WORDS], names)
        if named:
            return named
    return ()


def _mentioned(words: Sequence[Word], names: DealNames) -> tuple[str, ...]:
    def is_day(_deal: str, index: int) -> bool:
        return words[index].folded in _WEEKDAYS

    return tuple(sorted({deal for mention in names.in_text(words, is_day) for deal in mention.deals}))


def names_none(text: str, deals: Iterable[DealName]) -> bool:
    """Whether a text begins with no name of a deal, nor one that may become a deal's."""
    known = tuple(deals)
    return not named_in(text, known) and new_name(text, known) is None


def names_first(text: str, deals: Iterable[DealName]) -> bool:
    """Whether a text begins with a deal's name, or one that may become a deal's, as notes do."""
    found = _NAMED_FIRST.match(text)
    return found is not None and (bool(named_in(found["name"], deals)) or new_name(text, deals) is not None)


def new_name(text: str, deals: Iterable[DealName]) -> str | None:
    """A hospital's name before a colon that no deal goes by."""
    found = _NAMED_FIRST.match(text)
    if found is None or len(found["name"]) > _LONGEST_NAME or found["name"].split()[0].casefold() in _LABELS:
        return None
    if named_in(found["name"], deals) or _begins_with_day(found["name"]):
        return None
    return found["name"]


def _begins_with_day(text: str) -> bool:
    whens = find(text, _ANY_DAY)
    return bool(whens) and whens[0].span[0] == 0 and whens[0].grain is Grain.DAY
