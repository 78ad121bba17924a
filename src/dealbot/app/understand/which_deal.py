"""Which deals a question is about: named, given, carried by the talk, the only one, or all; else what it may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dealbot.app.common_words import COMMON
from dealbot.app.deal_names import Explains, Mention, names_of
from dealbot.app.question import Asking
from dealbot.app.understand.people import HONORIFICS, Someone, people_in
from dealbot.app.understand.scope import all_meant, everywhere, in_short
from dealbot.app.words import Word
from dealbot.domain.names import fold

# Looking for a person in every deal loads them all: only done where that is cheap.
_FEW_DEALS = 60
_MOST_CANDIDATES = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """The deal, or the deals it may be; `mentions` are the stretches of the text that name deals, ours or not.

    `several` are deals meant side by side; `everywhere` tells that every deal is, `somebody` that the words name a
    person of the candidates.
    """

    deal: str | None
    candidates: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    unknown: Mention | None = None
    several: tuple[str, ...] = ()
    everywhere: bool = False
    somebody: bool = False


def choose_deal(words: Sequence[Word], asking: Asking) -> Choice:
    """Decide which deal is meant; never guesses."""
    base = asking.given or asking.talk.deal
    mentions = _mentions(words, asking, base)
    unknown = next((mention for mention in mentions if not mention.deals), None)
    if unknown is not None:
        return Choice(None, (), mentions, unknown)
    several = _side_by_side(words, mentions)
    if several and asking.given in {None, *several}:
        return Choice(None, (), mentions, several=several)
    named = _named(mentions, base)
    if named and asking.given and asking.given not in named:
        named = (*named, asking.given)
    if named:
        return Choice(named[0] if len(named) == 1 else None, _sorted(named), mentions)
    if everywhere(words):
        return Choice(None, everywhere=True)
    if base is not None:
        return Choice(base)
    return _unnamed(words, asking)


def _half_of_a_name(words: Sequence[Word], mention: Mention, asking: Asking) -> bool:
    """One word that after the one before is somebody's whole name: "Imani Brooks" is not Brookhaven."""
    alone = mention.end - mention.start == 1 and mention.start > 0
    if not alone or words[mention.start - 1].folded in COMMON or len(asking.deals) > _FEW_DEALS:
        return False
    pair = {fold(f"{words[mention.start - 1].written} {word}") for word in _forms(words[mention.start])}
    return any(
        person.name and fold(person.name) in pair for deal in asking.deals for person in asking.people_of(deal.name)
    )


def _forms(word: Word) -> tuple[str, str]:
    return word.written, word.bare


def _side_by_side(words: Sequence[Word], mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Two deals or more, each named by itself, or all that one name fits where it says so; else none."""
    sure = {mention.deals[0] for mention in mentions if len(mention.deals) == 1}
    for mention in mentions:
        if len(mention.deals) > 1 and not sure & set(mention.deals):
            if not all_meant(words, mention):
                return ()
            sure |= set(mention.deals)
    return _sorted(tuple(sure)) if len(sure) > 1 else ()


def _mentions(words: Sequence[Word], asking: Asking, base: str | None) -> tuple[Mention, ...]:
    @cache
    def somebody(deal: str) -> frozenset[int]:
        found = people_in(words, asking.people_of(deal))
        return frozenset(index for someone in found for index in range(someone.start, someone.end))

    def explains(deal: str, index: int) -> bool:
        return index in somebody(deal)

    mentions = names_of(asking.deals).in_text(words, explains)
    mentions = tuple(mention for mention in mentions if not _somebody_instead(words, mention, base, explains))
    return tuple(mention for mention in mentions if not _half_of_a_name(words, mention, asking))


def _somebody_instead(words: Sequence[Word], mention: Mention, base: str | None, explains: Explains) -> bool:
    """One word that is also somebody of the deal talked about means them, not after "at", always after "Dr"."""
    if mention.start > 0 and words[mention.start - 1].bare in HONORIFICS:
        return True
    if base is None or mention.end - mention.start > 1:
        return False
    at = mention.start > 0 and words[mention.start - 1].folded == "at"
    return not at and explains(base, mention.start)


def _named(mentions: tuple[Mention, ...], base: str | None) -> tuple[str, ...]:
    """The deals named, a short name taken for the one that is also named whole or talked about."""
    sure = {mention.deals[0] for mention in mentions if len(mention.deals) == 1}
    named = set(sure)
    for mention in mentions:
        if base in mention.deals and len(mention.deals) > 1:
            named.add(str(base))
        elif not sure & set(mention.deals):
            named |= set(mention.deals)
    return _sorted(tuple(named))


def _unnamed(words: Sequence[Word], asking: Asking) -> Choice:
    names = tuple(deal.name for deal in asking.deals)
    if len(names) == 1:
        return Choice(names[0])
    short = in_short(words, asking.deals)
    if short is not None:
        return Choice(short.deals[0] if len(short.deals) == 1 else None, _sorted(short.deals), (short,))
    if len(names) > _FEW_DEALS or not _may_name_somebody(words):
        return Choice(None, _sorted(names)[:_MOST_CANDIDATES])
    found = {name: people_in(words, asking.people_of(name)) for name in names}
    whole = [name for name in names if any(someone.named and _two_words(words, someone) for someone in found[name])]
    if len(whole) == 1:
        return Choice(whole[0])
    named = [name for name in names if any(someone.named for someone in found[name])]
    partly = [name for name in names if any(someone.keys for someone in found[name])]
    if len(named) == 1 and partly == named:
        return Choice(named[0])
    return Choice(None, _sorted(tuple(named or partly or names))[:_MOST_CANDIDATES], somebody=bool(named))


def _two_words(words: Sequence[Word], someone: Someone) -> bool:
    """First and last name: nobody of another deal is meant by half a name or a slip beside them."""
    first = someone.start + (words[someone.start].bare in HONORIFICS)
    return someone.end - first > 1


def _may_name_somebody(words: Sequence[Word]) -> bool:
    return any(word.folded not in COMMON and word.bare not in COMMON for word in words) or bool(people_in(words, ()))


def _sorted(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(names, key=str.casefold))
