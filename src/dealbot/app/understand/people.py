"""Who a question means: names, half names, slips and titles, matched to the people of one deal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dealbot.app.common_words import COMMON
from dealbot.app.words import Word, word_set
from dealbot.domain.deal import Stakeholder
from dealbot.domain.names import fold, may_mean
from dealbot.domain.spelling import is_slip
from dealbot.domain.title import canonical_title

SHORT_TITLES = word_set("ceo coo cfo cio cto ciso cmo cmio cno cne cnio cpo cqo cco gc")
_SEATS = frozenset(canonical_title(title) for title in SHORT_TITLES)
HONORIFICS = frozenset({"dr", "doctor", "mr", "mrs", "ms", "prof"})
_NO_TITLE_BEGINS = word_set("the a of our their new and for in with about at or so but current")
_NO_TITLE_ENDS = word_set("of the and for in our their a")
_LONGEST_TITLE = 6
_SHORTEST_SLIP = 4


@dataclass(frozen=True, slots=True)
class Someone:
    """A stretch of a question that means somebody, `words[start:end]`; no keys where nobody known holds that title.

    `named` tells that it is their name, letter for letter, and no title or slip.
    """

    start: int
    end: int
    keys: tuple[str, ...]
    named: bool = False


def people_in(words: Sequence[Word], people: Iterable[Stakeholder]) -> tuple[Someone, ...]:
    """Find everybody a question means, the longest stretch first at each place, none overlapping."""
    known = tuple(people)
    found: list[Someone] = []
    at = 0
    while at < len(words):
        someone = _titled(words, at, known) or _called(words, at, known)
        if someone is not None:
            found.append(someone)
        at = someone.end if someone is not None else at + 1
    return tuple(found)


def _titled(words: Sequence[Word], at: int, people: tuple[Stakeholder, ...]) -> Someone | None:
    for length in range(min(_LONGEST_TITLE, len(words) - at), 0, -1):
        title = _title_of(words[at : at + length])
        if title is None:
            continue
        holders = [person for person in people if title in _titles(person)]
        there = [person.key for person in holders if person.gone is None] or [person.key for person in holders]
        if there or title in _SEATS:
            return Someone(at, at + length, tuple(sorted(there)))
    return None


def _title_of(words: Sequence[Word]) -> str | None:
    """The canonical title these words are, if they may be one: one word only where it is an abbreviation."""
    plain = [word.folded.removesuffix("'s") for word in words]
    if any(word.startswith("?") for word in plain):
        return None
    if len(plain) == 1:
        short = plain[0] if plain[0] in SHORT_TITLES else plain[0].removesuffix("s")
        return canonical_title(short) if short in SHORT_TITLES else None
    if plain[0] in _NO_TITLE_BEGINS or plain[-1] in _NO_TITLE_ENDS:
        return None
    return canonical_title(" ".join(plain))


def _titles(person: Stakeholder) -> frozenset[str]:
    written = (person.title, *person.written) if person.title else person.written
    forms = (form for title in written if title for form in (title, title.partition(",")[0]))
    return frozenset(canonical_title(form) for form in forms)


def _called(words: Sequence[Word], at: int, people: tuple[Stakeholder, ...]) -> Someone | None:
    named = [(name, person.key) for person in people for name in _names(person)]
    start = at
    if words[at].bare in HONORIFICS and at + 1 < len(words):
        at += 1
    if at + 1 < len(words):
        keys, sure = _by_both_names(words[at], words[at + 1], named)
        if keys:
            return Someone(start, at + 2, tuple(sorted(keys)), named=sure)
    if words[at].folded in COMMON and not (words[at].capital and at > 0):
        return None
    halves = [(half, key) for name, key in named for half in _halves(name)]
    return _half(Someone(start, at + 1, ()), words[at], halves)


def _by_both_names(first: Word, last: Word, named: Sequence[tuple[str, str]]) -> tuple[set[str], bool]:
    """Who is meant by first and last name, also with an ending ("Nora Feldmans boss"), or a slip in one of them.

    Also tells whether it is surely their name: written as it is, or one half of it is.
    """
    whole = [(name, key) for name, key in named if len(name.split()) > 1]
    pairs = dict.fromkeys(f"{fold(first.written)} {fold(ending)}" for ending in (last.written, last.bare))
    for pair in pairs:
        keys = {key for name, key in whole if may_mean(pair, name)}
        if keys:
            return keys, True
    slipped = {(name, key) for pair in pairs for name, key in whole if is_slip(pair, name)}
    halves = {half for pair in pairs for half in pair.split()}
    return {key for _, key in slipped}, all(halves & set(name.split()) for name, _ in slipped)


def _names(person: Stakeholder) -> tuple[str, ...]:
    """The folded names of a person; what is written of somebody known by title only is no name."""
    forms = (person.name, *person.written) if person.name else ()
    return tuple(
        dict.fromkeys(fold(form) for form in forms if form and canonical_title(form) not in _titles_of(person))
    )


def _titles_of(person: Stakeholder) -> frozenset[str]:
    return frozenset({canonical_title(person.title)}) if person.title else frozenset()


def _half(someone: Someone, word: Word, halves: Sequence[tuple[str, str]]) -> Someone | None:
    written = {word.folded, fold(word.written), word.bare}
    keys = {key for half, key in halves if half in written}
    if keys:
        return replace(someone, keys=tuple(sorted(keys)), named=True)
    slips = {key for half, key in halves if is_slip(word.bare, half, _SHORTEST_SLIP)}
    return replace(someone, keys=tuple(sorted(slips))) if slips and word.folded not in COMMON else None


def _halves(name: str) -> set[str]:
    parts = name.split()
    return {parts[0], parts[-1], *parts[-1].split("-")} if parts else set()
