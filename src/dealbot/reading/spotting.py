"""Names and titles as they stand in a note: where each one is, before anybody decides who is who."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dealbot.domain.names import fold, may_mean
from dealbot.reading.lexicon import names as lexicon
from dealbot.reading.lexicon.titles import DEFINITE_BEFORE, GENERIC_BEFORE, LOWER_ACRONYMS, TITLE
from dealbot.reading.ports import KnownPerson

_WORD = re.compile(r"@?[^\W\d_][\w'’-]*\.?", re.UNICODE)
_GAP = re.compile(r"[ \t]+$")
_MAX_NAME = 4
_MIN_LOWER = 3
_TITLE_NEXT = re.compile(rf"(?:,|\s+(?:the|our|their|is the))?\s*(?:{TITLE.pattern})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A written name: `note[start:end]`; `sure` when it cannot well be anything but a person."""

    text: str
    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class TitleSpot:
    """A written title; `generic` when an article or the context makes it anybody's."""

    text: str
    start: int
    end: int
    generic: bool
    definite: bool


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        return self.text.strip("@.").removesuffix("'s").removesuffix("’s")

    @property
    def capital(self) -> bool:
        return self.bare[:1].isupper()

    @property
    def folded(self) -> str:
        return fold(self.bare)

    @property
    def stem(self) -> str:
        """The word before a contraction: "I've" is "i"."""
        return re.split(r"['’]", self.folded)[0] or self.folded


def spot_titles(note: str) -> tuple[TitleSpot, ...]:
    """Find the titles of a note, longest first where they overlap."""
    spots = []
    for match in TITLE.finditer(note):
        acronym = match.group("acronym")
        if acronym and acronym[0].islower() and acronym.casefold() not in LOWER_ACRONYMS:
            continue
        before = note[max(0, match.start() - 24) : match.start()]
        generic = GENERIC_BEFORE.search(before) is not None or note[match.end() : match.end() + 1] in {"s"}
        plural = match.group().endswith("s") and not match.group().lower().endswith(
            ("ops", "operations", "services", "systems")
        )
        definite = DEFINITE_BEFORE.search(before) is not None
        spots.append(TitleSpot(match.group(), match.start(), match.end(), generic or plural, definite))
    return tuple(spots)


def spot_names(note: str, start: int, end: int, roster: Iterable[KnownPerson], not_names: frozenset[str]) -> list[Spot]:
    """Find the names between two offsets; `not_names` are folded words that belong to the deal, not to people."""
    addresses = [m.span() for m in lexicon.ADDRESS.finditer(note, start, end) if not m.group().startswith("@")]
    words = (_Token(m.group(), m.start(), m.end()) for m in _WORD.finditer(note, start, end))
    tokens = [word for word in words if not any(a <= word.start < b for a, b in addresses)]
    known = _known_forms(roster)
    spots: list[Spot] = []
    at = 0
    while at < len(tokens):
        taken = _take(note, tokens, at, known, not_names)
        if taken is None:
            at += 1
            continue
        count, sure = taken
        first, last = tokens[at], tokens[at + count - 1]
        spots.append(_spot(note, first, last, sure))
        at += count
    spots = _listed_together(note, spots)
    sure = {fold(spot.text) for spot in spots if spot.sure}
    return [replace(spot, sure=spot.sure or any(may_mean(fold(spot.text), name) for name in sure)) for spot in spots]


_TOGETHER = re.compile(r"\s*(?:,|/|&|\+|;|\band\b|\bor\b|, and)\s*(?:(?:dr|mr|ms|mrs)\.?\s+)?", re.IGNORECASE)
_TOGETHER_WITH_ME = re.compile(r"\s*(?:/|,|&|\+|and)\s*(?:me|myself|i)\b", re.IGNORECASE)


def _listed_together(note: str, spots: list[Spot]) -> list[Spot]:
    """What stands in a list beside a sure name, or beside "me", is a name too."""
    sure = [spot.sure or _TOGETHER_WITH_ME.match(note, spot.end) is not None for spot in spots]
    for _ in range(2):
        for index in range(len(spots) - 1):
            if _TOGETHER.fullmatch(note, spots[index].end, spots[index + 1].start):
                sure[index] = sure[index + 1] = sure[index] or sure[index + 1]
    return [replace(spot, sure=flag) for spot, flag in zip(spots, sure, strict=True)]


def _spot(note: str, first: _Token, last: _Token, sure: bool) -> Spot:
    start = first.start + (1 if first.text.startswith("@") else 0)
    end = last.start + len(last.text.rstrip("."))
    text = note[start:end]
    for possessive in ("'s", "’s"):
        text = text.removesuffix(possessive)
    return Spot(text, start, start + len(text), sure)


def _known_forms(roster: Iterable[KnownPerson]) -> frozenset[str]:
    forms: set[str] = set()
    for person in roster:
        for name in person.names:
            words = fold(name).split()
            forms.add(" ".join(words))
            forms.update(word for word in words if len(word) > 2)
    return frozenset(forms)


def _take(
    note: str, tokens: list[_Token], at: int, known: frozenset[str], not_names: frozenset[str]
) -> tuple[int, bool] | None:
    """Tell how many tokens from here are one name and whether that is sure, or None."""
    token = tokens[at]
    initial = _initial(note, tokens, at, not_names)
    if initial:
        return initial, True
    if lexicon.HONORIFIC.fullmatch(f"{token.text} ") and token.text.rstrip(".").casefold() not in {"father"}:
        return None
    if token.text.startswith("@"):
        return 1, True
    if _honoured(note, token):
        return 1 + _surnames(note, tokens, at, not_names, lower=False), True
    if _from_roster(token, known):
        return 1 + _surnames(note, tokens, at, not_names, lower=False, known=known), True
    if token.capital:
        return _take_capital(note, tokens, at, not_names)
    return _take_lower(note, tokens, at, not_names)


def _initial(note: str, tokens: list[_Token], at: int, not_names: frozenset[str]) -> int:
    """An initial before a surname, as in "A. Deshmukh"."""
    token = tokens[at]
    if not re.fullmatch(r"[A-Z]\.", token.text) or at + 1 >= len(tokens):
        return 0
    following = tokens[at + 1]
    close = note[token.end : following.start] in {"", " "}
    named = following.capital and len(following.bare) > 2 and following.stem not in lexicon.NOT_NAMES | not_names
    return 2 if close and named and not following.bare.isupper() else 0


def _from_roster(token: _Token, known: frozenset[str]) -> bool:
    folded = token.folded
    if folded not in known:
        return False
    common = folded in lexicon.capital_first_names() or folded in lexicon.NOT_NAMES
    return token.capital if common else True


def _honoured(note: str, token: _Token) -> bool:
    before = note[max(0, token.start - 12) : token.start]
    match = re.search(r"(?:^|[\s(,;:/\"])(dr|mr|mrs|ms|prof|doctor|professor|sister)\.?\s+$", before, re.IGNORECASE)
    return match is not None and token.stem not in lexicon.NOT_NAMES and len(token.bare) > 1


def _take_capital(note: str, tokens: list[_Token], at: int, not_names: frozenset[str]) -> tuple[int, bool] | None:
    token = tokens[at]
    folded = token.folded
    if folded in not_names or token.stem in lexicon.NOT_NAMES or (token.bare.isupper() and len(token.bare) < 5):
        return None
    count = 1 + _surnames(note, tokens, at, not_names, lower=False)
    last = tokens[at + count - 1]
    run = {item.folded for item in tokens[at : at + count]}
    if run & lexicon.ORG_WORDS or _org_follows(note, last):
        return None
    placed = count == 1 and lexicon.PLACE_BEFORE.search(note[max(0, token.start - 12) : token.start]) is not None
    given = folded in lexicon.first_names() or folded.split("-")[0] in lexicon.first_names()
    common = folded in lexicon.capital_first_names() and (
        count > 1 or not _opens(note, token) or _verb_follows(note, last)
    )
    evident = given or common or _evident(note, tokens[at : at + count])
    return count, evident and not placed


_LABEL = re.compile(r"\s*(?:->|→|=>|:)\s*\S")


def _evident(note: str, run: list[_Token]) -> bool:
    """Whether the words around a capitalised run are those around a person."""
    first, last = run[0], run[-1]
    if (
        len(run) > 1
        and last.folded in lexicon.surnames()
        and not lexicon.PLACE_BEFORE.search(note[max(0, first.start - 12) : first.start])
    ):
        return True
    labels = _opens_line(note, first) and _LABEL.match(note, last.end) is not None and len(first.bare) > 2
    asked = lexicon.ASKED.search(note[max(0, first.start - 14) : first.start]) is not None
    return labels or asked or _acts_like_a_person(note, first, last)


def _opens_line(note: str, token: _Token) -> bool:
    return not note[note.rfind("\n", 0, token.start) + 1 : token.start].strip(" \t-*•>|/")


def _verb_follows(note: str, last: _Token) -> bool:
    return lexicon.STRONG_VERBS.match(note, last.start + len(last.text)) is not None


def _acts_like_a_person(note: str, first: _Token, last: _Token) -> bool:
    verb = lexicon.STRONG_VERBS.match(note, last.start + len(last.text))
    weak = verb is not None and verb.group().split()[-1].casefold() in lexicon.WEAK_VERBS
    return verb is not None and not (weak and _opens(note, first))


def _opens(note: str, token: _Token) -> bool:
    """Whether the word opens a sentence or line, where a capital tells nothing."""
    before = note[max(0, token.start - 4) : token.start].rstrip(" \t\"'“(*")
    return not before or before[-1] in ".!?\n:;-•>–—"


def _org_follows(note: str, last: _Token) -> bool:
    following = _WORD.match(note, last.end + 1)
    return following is not None and following.group()[:1].isupper() and fold(following.group()) in lexicon.ORG_WORDS


def _surnames(
    note: str,
    tokens: list[_Token],
    at: int,
    not_names: frozenset[str],
    *,
    lower: bool,
    known: frozenset[str] = frozenset(),
) -> int:
    """Count the further words of a name after the one at `at`."""
    count = 0
    while at + count + 1 < len(tokens) and count < _MAX_NAME - 1:
        last, following = tokens[at + count], tokens[at + count + 1]
        between = note[last.end : following.start]
        if last.text.endswith(".") and len(last.bare) > 1:
            break
        if (
            not between
            or between.strip()
            or between not in {" ", "\n"}
            or "\n" in between
            or note[following.end : following.end + 1] == "@"
            or last.text.endswith(("'s", "’s"))
        ):
            break
        folded = following.folded
        if (
            folded in lexicon.PARTICLES
            and at + count + 2 < len(tokens)
            and tokens[at + count + 2].capital
            and not following.capital
        ):
            count += 2
            continue
        fits = (
            (following.capital or folded in known or lower)
            and folded not in not_names
            and following.stem not in lexicon.NOT_NAMES
        )
        if (
            not fits
            or TITLE.match(note, following.start)
            or (following.bare.isupper() and len(following.bare) > 1 and not last.bare.isupper())
        ):
            break
        count += 1
    return count


def _take_lower(note: str, tokens: list[_Token], at: int, not_names: frozenset[str]) -> tuple[int, bool] | None:
    """A lower-case given name, with the family name after it where that is one."""
    token = tokens[at]
    folded = token.folded
    if (
        folded not in lexicon.first_names()
        or folded in not_names
        or folded in lexicon.NOT_NAMES
        or len(folded) < _MIN_LOWER
    ):
        return None
    if at + 1 < len(tokens) and not token.text.endswith(("'s", "’s")):
        following = tokens[at + 1]
        family = following.folded in lexicon.surnames() and following.stem not in lexicon.NOT_NAMES
        titled = TITLE.match(note, following.start) is None and _TITLE_NEXT.match(note, following.end) is not None
        if note[token.end : following.start] == " " and (family or titled):
            return 2, True
    return 1, True
