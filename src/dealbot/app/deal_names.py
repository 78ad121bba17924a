"""Which deal a name or a text means: by name, alias, part or slip; several are all given, never one guessed."""

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dealbot.app.common_words import COMMON
from dealbot.app.words import Word, bare, runs, word_set, words_of
from dealbot.domain.spelling import is_slip
from dealbot.errors import AmbiguousDeal, UnknownDeal

# Words many hospitals share: alone they name none.
_GENERIC = word_set("""
health healthcare system hospital medical medicine center centre clinic network group partner care regional general
memorial university community county saint st the of and inc llc co integrated delivery alliance academic foundation
""")
# Words that make another hospital of a name: "Union General" is not "Union", "Mercy Heights" not "Mercy".
_TELLS_APART = frozenset(
    map(
        bare,
        word_set("""
general regional memorial university community county children's women's veterans baptist methodist presbyterian
lutheran catholic jewish mission trinity city village downtown central coast valley heights hill park lake ridge springs
creek river island grove oaks bay beach crossing summit plains harbor mountain east west north south eastern western
northern southern northeast northwest southeast southwest
"""),
    )
)
_STANDS_BEFORE = word_set("east west north south mount mt port fort st upper lower greater")
_TITLE_AFTER = frozenset({"counsel", "manager", "surgery", "medicine"})
_SHORTEST_START = 4
_SHORTEST_WORD = 5
_LONGEST = 6
_NEAR = 0.6

Explains = Callable[[str, int], bool]


@dataclass(frozen=True, slots=True)
class DealName:
    """What a deal goes by."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that names deals, `words[start:end]`; no deals where it names one we do not have."""

    start: int
    end: int
    deals: tuple[str, ...]


def exactly(typed: str, deals: Iterable[DealName]) -> tuple[str, ...]:
    """Tell the deals whose whole name this is, or else whose alias it is."""
    names = names_of(tuple(deals))
    return names.named(_folded(typed)) or names.aliased(_folded(typed))


def resolve(typed: str, deals: Sequence[DealName]) -> str:
    """Tell the one deal a typed name means; raises UnknownDeal with the nearest, AmbiguousDeal with all it may mean."""
    found = exactly(typed, deals) or names_of(tuple(deals)).partly(_folded(typed))
    if len(found) > 1:
        raise AmbiguousDeal(typed, found)
    if not found:
        raise UnknownDeal(typed, nearest(typed, deals))
    return found[0]


def nearest(typed: str, deals: Iterable[DealName], count: int = 3) -> tuple[str, ...]:
    """Tell the deals whose names come nearest to a typed one, the nearest first."""
    forms = {" ".join(_folded(form)): deal.name for deal in deals for form in (deal.name, *deal.aliases)}
    wanted = " ".join(_folded(typed))
    close = difflib.get_close_matches(wanted, sorted(forms), n=2 * count, cutoff=_NEAR)
    shared = [form for form in sorted(forms) if _distinct(form.split()) & _distinct(wanted.split())]
    return tuple(dict.fromkeys(forms[form] for form in (*close, *shared)))[:count]


class DealNames:
    """The names of the visible deals, ready to be found in texts."""

    def __init__(self, deals: Iterable[DealName]) -> None:
        """Take in every name and alias, whole and in parts."""
        self._by_name: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._by_alias: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._by_part: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._by_word: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        for deal in deals:
            self._by_name[_folded(deal.name)].add(deal.name)
            for alias in deal.aliases:
                self._by_alias[_folded(alias)].add(deal.name)
            for form in (deal.name, *deal.aliases):
                self._take_parts(deal.name, _folded(form))

    def named(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Tell the deals whose whole name these words are."""
        return _sorted(self._by_name.get(words, ()))

    def aliased(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Tell the deals one of whose aliases these words are."""
        return _sorted(self._by_alias.get(words, ()))

    def partly(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Tell the deals that an alias, a part of a name or its first letters may mean."""
        found = {*self._by_alias.get(words, ()), *self._by_part.get(words, ())}
        if not found and len(words) == 1:
            found = self._by_start(words[0])
        return _sorted(found)

    def in_text(self, words: Sequence[Word], explains: Explains) -> tuple[Mention, ...]:
        """Find every stretch that names deals, the longest first at each place, none overlapping.

        `explains(deal, index)` tells whether a word after a name is somebody of that deal and no part of its name.
        """
        mentions: list[Mention] = []
        at = 0
        while at < len(words):
            mention = self._at(words, at, explains)
            if mention is not None:
                mentions.append(mention)
            at = mention.end if mention is not None else at + 1
        return tuple(mentions)

    def _take_parts(self, name: str, form: tuple[str, ...]) -> None:
        self._words[name] |= set(form)
        for part in runs(form):
            if _distinct(part) and (len(part) > 1 or part[0] == form[0] or len(part[0]) >= _SHORTEST_WORD):
                self._by_part[part].add(name)
        for word in _distinct(form):
            self._by_word[word].add(name)

    def _at(self, words: Sequence[Word], at: int, explains: Explains) -> Mention | None:
        plain = _plain(words[at : at + _LONGEST])
        for length in range(len(plain), 0, -1):
            part = plain[:length]
            found = self.named(part) or self.partly(part) if length > 1 or not _common(words[at]) else self._whole(part)
            if found:
                return self._unless_another(words, Mention(at, at + length, found), explains)
        slipped = () if _common(words[at]) else _sorted(self._by_slip(plain[0]))
        return self._unless_another(words, Mention(at, at + 1, slipped), explains) if slipped else None

    def _whole(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """A common word names a deal only as its whole name or alias."""
        return self.named(words) or self.aliased(words)

    def _by_start(self, word: str) -> set[str]:
        if len(word) < _SHORTEST_START:
            return set()
        return {name for known, names in self._by_word.items() if known.startswith(word) for name in names}

    def _by_slip(self, word: str) -> set[str]:
        return {name for known, names in self._by_word.items() if is_slip(word, known) for name in names}

    def _unless_another(self, words: Sequence[Word], mention: Mention, explains: Explains) -> Mention:
        """Give up a mention whose neighbours make it another hospital: "Union General", "East Norton"."""
        fits = tuple(deal for deal in mention.deals if not self._stretched(words, mention, deal, explains))
        if fits:
            return Mention(mention.start, mention.end, fits)
        return Mention(mention.start, min(mention.end + 1, len(words)), ())

    def _stretched(self, words: Sequence[Word], mention: Mention, deal: str, explains: Explains) -> bool:
        own = self._words[deal]
        if mention.start and words[mention.start - 1].bare in _STANDS_BEFORE - own:
            return True
        if mention.end >= len(words) or words[mention.end - 1].folded.endswith("'s"):
            return False
        after = words[mention.end]
        beyond = words[mention.end + 1].bare if mention.end + 1 < len(words) else ""
        if after.bare in own or beyond in _TITLE_AFTER or explains(deal, mention.end):
            return False
        return after.bare in _TELLS_APART or (after.capital and not after.written.isupper() and not _common(after))


@lru_cache(maxsize=16)
def names_of(deals: tuple[DealName, ...]) -> DealNames:
    """The names of these deals, made ready once."""
    return DealNames(deals)


def _folded(name: str) -> tuple[str, ...]:
    return _plain(words_of(name))


def _plain(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple("st" if word.bare == "saint" else word.bare for word in words)


def _common(word: Word) -> bool:
    return word.folded in COMMON or word.bare in COMMON


def _distinct(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word not in _GENERIC and word not in COMMON)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=str.casefold))
