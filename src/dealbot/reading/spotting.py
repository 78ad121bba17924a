"""Names and titles as they stand in a note: where each one is, before anybody decides who is who."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from dealbot.domain.names import fold, may_mean
from dealbot.reading.lexicon import names as lexicon
from dealbot.reading.lexicon.titles import DEFINITE_BEFORE, GENERIC_BEFORE, LOWER_ACRONYMS, SINGULAR_IN_S, TITLE
from dealbot.reading.ports import KnownPerson

_WORD = re.compile(r"@?[^\W\d_][\w'’-]*\.?")
_MAX_NAME = 4
_MIN_LOWER = 3
_TITLE_NEXT = re.compile(rf"(?:,|\s+(?:the|our|their|is the))?\s*(?:{TITLE.pattern})", re.IGNORECASE)
_LABEL = re.compile(r"\s*(?:->|→|=>|:)\s*\S")
_TOGETHER = re.compile(r"\s*(?:,|/|&|\+|;|\band\b|\bor\b|, and)\s*(?:(?:dr|mr|ms|mrs)\.?\s+)?", re.IGNORECASE)
_TOGETHER_WITH_ME = re.compile(r"\s*(?:/|,|&|\+|and)\s*(?:me|myself|i)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A written name: `note[start:end]`; `sure` when it cannot well be anything but a person."""

    text: str
    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class TitleSpot:
    """A written title; `generic` when an article or a plural makes it anybody's."""

    text: str
    start: int
    end: int
    generic: bool
    definite: bool


class _Token:
    """A word with its marks; `bare` without them, `stem` what stands before a contraction: "I've" is "i"."""

    __slots__ = ("bare", "capital", "end", "folded", "start", "stem", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.bare = text.strip("@.").removesuffix("'s").removesuffix("’s")
        self.capital = self.bare[:1].isupper()
        self.folded = fold(self.bare)
        self.stem = fold(re.split(r"['’]", self.bare)[0]) or self.folded

    @property
    def ends(self) -> int:
        """Where the word itself ends, a closing full stop included."""
        return self.start + len(self.text)


def spot_titles(note: str) -> tuple[TitleSpot, ...]:
    """Find the titles of a note, longest first where they overlap."""
    return tuple(_title_spot(note, match) for match in TITLE.finditer(note) if _is_title(match))


def spot_names(note: str, start: int, end: int, roster: Iterable[KnownPerson], not_names: frozenset[str]) -> list[Spot]:
    """Find the names between two offsets; `not_names` are folded words that belong to the deal, not to people."""
    return _Spotter(note, start, end, roster, not_names).spots()


def _is_title(match: re.Match[str]) -> bool:
    acronym = match.group("acronym")
    return not acronym or acronym[0].isupper() or acronym.casefold() in LOWER_ACRONYMS


def _title_spot(note: str, match: re.Match[str]) -> TitleSpot:
    before = note[max(0, match.start() - 24) : match.start()]
    written = match.group()
    plural = note[match.end() : match.end() + 1] == "s" or (written.endswith("s") and not SINGULAR_IN_S.search(written))
    generic = GENERIC_BEFORE.search(before) is not None or plural
    return TitleSpot(written, match.start(), match.end(), generic, DEFINITE_BEFORE.search(before) is not None)


class _Spotter:
    """Looks for names in one stretch of a note."""

    def __init__(
        self, note: str, start: int, end: int, roster: Iterable[KnownPerson], not_names: frozenset[str]
    ) -> None:
        addresses = [m.span() for m in lexicon.ADDRESS.finditer(note, start, end) if not m.group().startswith("@")]
        words = (_Token(m.group(), m.start(), m.end()) for m in _WORD.finditer(note, start, end))
        self._note = note
        self._tokens = [word for word in words if not any(a <= word.start < b for a, b in addresses)]
        self._known = _known_forms(roster)
        self._not_names = not_names

    def spots(self) -> list[Spot]:
        """All names, in order."""
        spots: list[Spot] = []
        at = 0
        while at < len(self._tokens):
            taken = self._take(at)
            if taken is not None:
                spots.append(self._spot(at, *taken))
            at += taken[0] if taken is not None else 1
        return _listed_together(self._note, spots)

    def _spot(self, at: int, count: int, sure: bool) -> Spot:  # noqa: FBT001 - what `_take` found
        first, last = self._tokens[at], self._tokens[at + count - 1]
        start = first.start + (1 if first.text.startswith("@") else 0)
        text = self._note[start : last.start + len(last.text.rstrip("."))]
        text = text.removesuffix("'s").removesuffix("’s")
        return Spot(text, start, start + len(text), sure)

    def _take(self, at: int) -> tuple[int, bool] | None:
        """Tell how many words from here are one name and whether that is sure, or None."""
        token = self._tokens[at]
        if initials := self._initials(at):
            return initials + 1 + self._surnames(at + initials), True
        if lexicon.HONORIFIC.fullmatch(f"{token.text} ") and token.text.rstrip(".").casefold() != "father":
            return None
        if token.text.startswith("@"):
            return 1, True
        if self._honoured(token) or self._from_roster(token):
            return 1 + self._surnames(at), True
        return self._take_capital(at) if token.capital else self._take_lower(at)

    def _initials(self, at: int) -> int:
        """Count the initials before a surname, as in "A. Deshmukh" or "J.P. Ortega"."""
        count = 0
        while at + count + 1 < len(self._tokens) and re.fullmatch(r"[A-Z]\.", self._tokens[at + count].text):
            count += 1
        run = self._tokens[at : at + count + 1]
        close = all(self._note[last.end : following.start] in {"", " "} for last, following in pairwise(run))
        family = run[-1]
        named = family.capital and len(family.bare) > 2 and not self._is_word(family) and not family.bare.isupper()
        return count if close and named else 0

    def _honoured(self, token: _Token) -> bool:
        before = self._note[max(0, token.start - 12) : token.start]
        return lexicon.HONORIFIC_BEFORE.search(before) is not None and not self._is_word(token) and len(token.bare) > 1

    def _from_roster(self, token: _Token) -> bool:
        if token.folded not in self._known:
            return False
        common = token.folded in lexicon.capital_first_names() or token.folded in lexicon.NOT_NAMES
        return token.capital or not common

    def _take_capital(self, at: int) -> tuple[int, bool] | None:
        token = self._tokens[at]
        if self._is_word(token) or (token.bare.isupper() and len(token.bare) < 5):
            return None
        count = 1 + self._surnames(at)
        run = self._tokens[at : at + count]
        if self._leads_in(run):
            return None
        if {item.folded for item in run} & lexicon.ORG_WORDS or self._org_follows(run[-1]):
            return None
        placed = count == 1 and self._before(token, lexicon.PLACE_BEFORE)
        return count, not placed and (self._given(run) or self._evident(run))

    def _leads_in(self, run: list[_Token]) -> bool:
        """Whether the first word only opens the sentence of a full name ("Later Maria Ochoa said")."""
        first, *others = run
        lists = (lexicon.first_names(), lexicon.capital_first_names(), lexicon.surnames())
        known = any(first.folded in names for names in lists) or "-" in first.folded
        return len(others) > 1 and others[0].folded in lexicon.first_names() and not known and self._opens(first)

    def _given(self, run: list[_Token]) -> bool:
        """Whether the first word is a given name; one that is a common word too needs more than a capital."""
        first = run[0]
        if first.folded in lexicon.first_names() or first.folded.split("-")[0] in lexicon.first_names():
            return True
        common = first.folded in lexicon.capital_first_names()
        return common and (len(run) > 1 or not self._opens(first) or self._verb_after(run[-1]) is not None)

    def _evident(self, run: list[_Token]) -> bool:
        """Whether the words around a capitalised run are those around a person."""
        first, last = run[0], run[-1]
        if len(run) > 1 and last.folded in lexicon.surnames() and not self._before(first, lexicon.PLACE_BEFORE):
            return True
        labels = self._opens_line(first) and _LABEL.match(self._note, last.end) is not None and self._seldom(first)
        return labels or self._before(first, lexicon.ASKED) or self._acts(first, last)

    def _seldom(self, token: _Token) -> bool:
        """Whether a label's word is a name elsewhere too, or a family name."""
        others = re.findall(rf"(?<=[a-z,] ){re.escape(token.bare)}\b", self._note)
        return len(token.bare) > 2 and (token.folded in lexicon.surnames() or bool(others))

    def _acts(self, first: _Token, last: _Token) -> bool:
        verb = self._verb_after(last)
        return verb is not None and not (verb in lexicon.WEAK_VERBS and self._opens(first))

    def _verb_after(self, last: _Token) -> str | None:
        verb = lexicon.STRONG_VERBS.match(self._note, last.ends)
        return verb.group().split()[-1].casefold() if verb is not None else None

    def _take_lower(self, at: int) -> tuple[int, bool] | None:
        """A lower-case given name, with the family name after it where that is one."""
        token = self._tokens[at]
        if token.folded not in lexicon.first_names() or self._is_word(token) or len(token.folded) < _MIN_LOWER:
            return None
        if at + 1 < len(self._tokens) and not token.text.endswith(("'s", "’s")):
            following = self._tokens[at + 1]
            family = following.folded in lexicon.surnames() and not self._is_word(following)
            titled = TITLE.match(self._note, following.start) is None and _TITLE_NEXT.match(self._note, following.end)
            if self._note[token.end : following.start] == " " and (family or titled):
                return 2, True
        return 1, True

    def _surnames(self, at: int) -> int:
        """Count the further words of a name after the one at `at`."""
        count = 0
        while count < _MAX_NAME - 1 and at + count + 1 < len(self._tokens):
            if particles := self._particles(at + count):
                count += particles + 1
            elif self._goes_on(self._tokens[at + count], self._tokens[at + count + 1]):
                count += 1
            else:
                break
        return count

    def _particles(self, at: int) -> int:
        """Count the particles after the word at `at` that lead to a family name, as in "van der Berg"."""
        run = [self._tokens[at], *takewhile(lambda token: token.text in lexicon.PARTICLES, self._tokens[at + 1 :])]
        run += self._tokens[at + len(run) : at + len(run) + 1]
        joined = all(self._note[last.end : following.start] == " " for last, following in pairwise(run))
        return max(0, len(run) - 2) if joined and run[-1].capital else 0

    def _goes_on(self, last: _Token, following: _Token) -> bool:
        note = self._note
        apart = note[last.end : following.start] != " " or note[following.end : following.end + 1] in {"&", "@"}
        if apart or last.text.endswith(("'s", "’s")) or (last.text.endswith(".") and len(last.bare) > 1):
            return False
        if self._is_word(following) or TITLE.match(note, following.start):
            return False
        shouted = following.bare.isupper() and len(following.bare) > 1 and not last.bare.isupper()
        return (following.capital or following.folded in self._known) and not shouted

    def _is_word(self, token: _Token) -> bool:
        return token.folded in self._not_names or token.stem in lexicon.NOT_NAMES

    def _before(self, token: _Token, pattern: re.Pattern[str]) -> bool:
        return pattern.search(self._note[max(0, token.start - 14) : token.start]) is not None

    def _opens(self, token: _Token) -> bool:
        """Whether the word opens a sentence or line, where a capital tells nothing."""
        before = self._note[max(0, token.start - 4) : token.start].rstrip(" \t\"'“(*")
        return not before or before[-1] in ".!?\n:;-•>–—"

    def _opens_line(self, token: _Token) -> bool:
        return not self._note[self._note.rfind("\n", 0, token.start) + 1 : token.start].strip(" \t-*•>|/")

    def _org_follows(self, last: _Token) -> bool:
        following = _WORD.match(self._note, last.end + 1)
        return (
            following is not None and following.group()[:1].isupper() and fold(following.group()) in lexicon.ORG_WORDS
        )


def _known_forms(roster: Iterable[KnownPerson]) -> frozenset[str]:
    names = [fold(name) for person in roster for name in person.names]
    return frozenset([*names, *(word for name in names for word in name.split() if len(word) > 2)])


def _listed_together(note: str, spots: list[Spot]) -> list[Spot]:
    """What stands in a list beside a sure name, or beside "me", is a name too; so is a form of a sure one."""
    sure = [spot.sure or _TOGETHER_WITH_ME.match(note, spot.end) is not None for spot in spots]
    for _ in range(2):
        for index in range(len(spots) - 1):
            if _TOGETHER.fullmatch(note, spots[index].end, spots[index + 1].start):
                sure[index] = sure[index + 1] = sure[index] or sure[index + 1]
    named = {fold(spot.text) for spot, flag in zip(spots, sure, strict=True) if flag}
    return [
        replace(spot, sure=flag or any(may_mean(fold(spot.text), name) for name in named))
        for spot, flag in zip(spots, sure, strict=True)
    ]
