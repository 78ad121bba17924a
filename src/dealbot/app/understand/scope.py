"""Whether a question is about several deals: all there are, those where something is lacking, or those named."""

import re
from collections.abc import Sequence

from dealbot.app.deal_names import DealName, Mention
from dealbot.app.patterns import alternatives
from dealbot.app.words import Word, word_set

_DEALS = r"(?:deals|accounts|opportunities|opps|prospects|clients|customers|pilots)"
_WHICH = r"(?:which|what|how many|list|show(?: me)?|every|each|any|some|all|across|over|my|our|the|these)"
_OF = r"(?: of)?(?: (?:the|my|our|all|these|those|open|active|current|other)){0,3}"
_EVERYWHERE = re.compile(
    alternatives(
        r"""
        \b<which><of>(?: \w+)? <deals>\b
        \b(?:which|what|any|every|each) <one>\b|\bacross (?:the board|everything|everyone|my book|our book)
        \b(?:the |my |our |whole |entire )(?:pipeline|book|portfolio)\b|\bbook of business\b|\bin (?:the )?pipeline\b
        \beverything (?:we|i) have\b|^<deals>\b|\bfor which (?:\w+ ){1,2}(?:do|does|have|has|is|are)\b
        """,
        {"which": _WHICH, "of": _OF, "deals": _DEALS, "one": "(?:deal|account|opportunity)"},
    )
)
_LACKING = re.compile(
    alternatives(r"""
        \b(?:no|nobody|no one|none|without|lack|lacks|lacking|missing|never)\b|\b\w+n't\b|\bnot\b
        \b(?:dont|doesnt|havent|hasnt|isnt|arent|didnt|wasnt)\b
    """)
)
_EACH = word_set("both all each two three four five those these")
# Short for a hospital with such a name, where nothing else names one.
_SHORT = word_set("regional memorial university community county clinic children's childrens")
_LONG = (("medical", "center"), ("medical", "centre"), ("health", "system"), ("academic", "center"))
_STANDS_BEFORE = word_set("at for with is on and about hows how's does has inside from to are")
_NOT_AFTER = word_set("counsel manager director rate rates rule rules policy law office")
# Beside "opps" these tell that it is the payment system.
_OF_A_RULE = word_set("rule rules final proposed proposal update payment cy fy")
_YEAR = re.compile(r"20\d\d")


def everywhere(words: Sequence[Word]) -> bool:
    """Whether a question is put to every deal: "which deals have a worried CFO"."""
    return _EVERYWHERE.search(_folded(words)) is not None


def lacking(words: Sequence[Word]) -> bool:
    """Whether it asks for the deals where something is not so."""
    return _LACKING.search(_folded(words)) is not None


def all_meant(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a name that fits several deals means them all: "the three summits", "both Mercys"."""
    before = {word.folded for word in words[max(0, mention.start - 3) : mention.start]}
    return bool(before & _EACH)


def in_short(words: Sequence[Word], deals: Sequence[DealName]) -> Mention | None:
    """Where a word many hospitals share stands for deals: "regional", "the medical center"; None where none does."""
    plain = [word.bare for word in words]
    for at in range(len(words)):
        for short in (*_LONG, *((word,) for word in _SHORT)):
            if tuple(plain[at : at + len(short)]) == short and _stands_alone(words, at, at + len(short)):
                found = tuple(deal.name for deal in deals if _has(deal, short))
                return Mention(at, at + len(short), found) if found else None
    return None


def _stands_alone(words: Sequence[Word], first: int, last: int) -> bool:
    before = [word.folded for word in words[max(0, first - 2) : first]]
    if last < len(words) and words[last].bare in _NOT_AFTER:
        return False
    if last - first > 1 or (before and before[-1] == "the"):
        return last - first > 1 or (len(before) > 1 and before[0] in _STANDS_BEFORE)
    return not before or before[-1] in _STANDS_BEFORE


def _has(deal: DealName, short: tuple[str, ...]) -> bool:
    name = f" {deal.name.casefold()} "
    return all(f" {word}" in name for word in short)


def _folded(words: Sequence[Word]) -> str:
    return " ".join("rule" if _a_rule(words, at) else word.folded for at, word in enumerate(words))


def _a_rule(words: Sequence[Word], at: int) -> bool:
    """Whether "opps" is Medicare's payment system, not short for opportunities: in capitals, or of a year or a rule."""
    if words[at].folded != "opps":
        return False
    beside = {word.folded for word in words[max(0, at - 1) : at + 2]}
    return words[at].written.isupper() or bool(beside & _OF_A_RULE) or any(map(_YEAR.fullmatch, beside))
