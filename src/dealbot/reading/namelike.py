"""What in a text looks like a name: capitalised words that are no plain words, told from where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from dealbot.reading.lexicon.names import first_names as given_names
from dealbot.reading.lexicon.names import surnames

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|-(?=[^\W\d_])|['\u2019](?!s\b)(?=[^\W\d_]))*(?<!-)")
_LINK = re.compile(r"\.? {1,2}(?:(?:de|da|del|la|le|van|von|der|den|bin|al|di) )*")
_OPENS = re.compile(r"(?:^|[.!?:;\n>*•|/#→\u2013—\[(\"“\u2018-])[\s\"“\u2018(\[*]*\Z")
_ACTS = (
    r"\s+(?:said|says|asked|asks|wants|wanted|thinks|thought|told|likes|liked|loves|signed|approved|agreed|confirmed"
    r"|mentioned|worries|wrote|sent|called|promised|feels|pushed|hates|joined)\b"
    r"|,\s*(?:the\s+)?(?:C[A-Z]{1,3}O\b|S?VP\b|[Hh]ead\b|[Dd]irector\b|[Cc]hief\b)|\s*\((?=[A-Z])"
)
# What only a person does tells a name from an everyday word; what may follow either does not.
_PERSON_ACTS = re.compile(_ACTS)
_MAY_BE_PERSON = re.compile(_ACTS + r"|['\u2019]s\b|\s+(?:is|was|has|had|will|would|needs|owns|runs)\b|\s*[:>\]]")
_DATED = re.compile(
    r"\b(?:by|in|of|until|till|before|after|since|for|early|late|mid|next|this|last|to|from|through|around|end)[\s-]+\Z",
    re.IGNORECASE,
)
_DAY_FOLLOWS = re.compile(r"\.?[\s,]*\d")
_LOWER = re.compile(r"(?<![\w'\u2019-])[^\W\d_]+(?![\w-])")
_DID = re.compile(r"[^\W\d_]{2}(?:ed|ing)\Z")
_SHORT = 3

MONTHS = frozenset({"jan", "january", "march", "april", "may", "june", "august", "mar", "apr", "jun", "aug"})
_HONORIFICS = frozenset({"dr", "mr", "mrs", "ms", "mx", "prof", "professor", "doctor", "sister"})
# Products, standards and payers by law are public, tell of nobody, and are what signals are made of.
_TELL_OF_NOBODY = ("plain", "public", "acronyms")


class NameKind(StrEnum):
    """What a name names, as far as the words tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of text that looks like a name."""

    text: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word folded, without what an apostrophe adds to it: "she'd" is she, "O'Brien" is himself."""
        head = re.split(r"['\u2019]", self.text.casefold(), maxsplit=1)[0]
        return head if len(head) > 1 or head == "i" else self.text.casefold()


def names_in(text: str, first_names: frozenset[str] = frozenset()) -> Iterator[Name]:
    """Every stretch that looks like a name; masked too often is harmless, too seldom is not."""
    for run in _runs(text):
        for segment in _segments(text, run):
            if _counts(text, segment, first_names):
                yield Name(text[segment[0].start : segment[-1].end], _kind(text, segment))


def lower_names_in(text: str, first_names: frozenset[str]) -> Iterator[Name]:
    """Names typed in lower case: after a honorific, or a first name that is no everyday word, with what follows it."""
    before: re.Match[str] | None = None
    named = False
    for match in _LOWER.finditer(text):
        word = match.group()
        beside = before is not None and text[before.end() : match.start()] in {" ", ". "}
        unusual = word.islower() and not plain(word) and not ambiguous(word) and not _did(word)
        titled = beside and before is not None and before.group().casefold() in _HONORIFICS
        if unusual and named and beside and before is not None:
            yield Name(text[before.start() : match.end()], NameKind.PERSON)
        named = unusual and (word in first_names or titled)
        if named:
            yield Name(word, NameKind.PERSON)
        before = match


def _did(word: str) -> bool:
    """Whether a word in small letters ends as what somebody did does, and is nobody's family name."""
    return _DID.search(word) is not None and word not in surnames() | given_names()


def dated(before: str, after: str) -> bool:
    """Whether a month's name between these words is a month."""
    return bool(_DATED.search(before) or _DAY_FOLLOWS.match(after))


def plain(word: str) -> bool:
    """Whether a word, casefolded, is an everyday word, a title, a public product or an acronym of the trade."""
    return all(part in _HONORIFICS or any(part in _words(kind) for kind in _TELL_OF_NOBODY) for part in word.split("-"))


def ambiguous(word: str) -> bool:
    """Whether a word, casefolded, is both an everyday word and a name."""
    return word in _words("ambiguous")


def public(word: str) -> bool:
    """Whether a word, casefolded, names a public product, a standard or a payer."""
    return word in _words("public")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        resources.files("dealbot.reading").joinpath("words", f"{kind}.txt").read_text(encoding="utf-8").split()
    )


def _runs(text: str) -> Iterator[list[_Token]]:
    """Capitalised words that stand beside each other."""
    run: list[_Token] = []
    for match in _WORD.finditer(text):
        token = _Token(match.group(), match.start(), match.end())
        if not token.text[0].isupper():
            continue
        if run and not _linked(text, run[-1], token):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _linked(text: str, before: _Token, token: _Token) -> bool:
    between = text[before.end : token.start]
    dotted = len(before.text) == 1 or before.key in _HONORIFICS | {"st"}
    return _LINK.fullmatch(between) is not None and (dotted or not between.startswith("."))


def _segments(text: str, run: list[_Token]) -> Iterator[list[_Token]]:
    """The parts of a run between words that belong to no name; an organisation's last words belong to it."""
    segment: list[_Token] = []
    for token in run:
        if not _stops(text, token) or (segment and token.key in _words("organisations")):
            segment.append(token)
        elif segment:
            yield segment
            segment = []
    if segment:
        yield segment


def _stops(text: str, token: _Token) -> bool:
    """Whether a capitalised word is no part of a name."""
    letters = token.text.removesuffix("s")
    if letters.isupper() and len(letters) > 1:
        return plain(letters.casefold()) or (len(letters) <= _SHORT and not _labels(text, token))
    if token.key in MONTHS and dated(text[max(0, token.start - 12) : token.start], text[token.end : token.end + 6]):
        return True
    return plain(token.key)


def _labels(text: str, token: _Token) -> bool:
    """Whether a word labels what follows, as a speaker's name does."""
    return text[token.end : token.end + 3].lstrip("]*)").startswith(":") or text[token.start - 1 : token.start] == "["


def _counts(text: str, segment: list[_Token], first_names: frozenset[str]) -> bool:
    """Whether a segment is taken for a name; one word that may be an everyday word needs to stand like a name."""
    first = segment[0]
    if len(segment) > 1:
        return any(len(token.text) > 1 for token in segment)
    if len(first.text) == 1 or not ambiguous(first.key):
        return len(first.text) > 1
    if first.start and _OPENS.search(text[max(0, first.start - 8) : first.start]) is None:
        return True
    shown = _MAY_BE_PERSON if first.key in first_names else _PERSON_ACTS
    return shown.match(text, first.end) is not None


def _kind(text: str, segment: list[_Token]) -> NameKind:
    if segment[-1].key in _words("organisations") and len(segment) > 1:
        return NameKind.ORGANISATION
    before = text[max(0, segment[0].start - 12) : segment[0].start].casefold()
    titled = re.search(r"\b(?:dr|mr|mrs|ms|prof|professor)\.? +\Z", before) is not None
    if len(segment) > 1 or titled or _MAY_BE_PERSON.match(text, segment[-1].end):
        return NameKind.PERSON
    return NameKind.EITHER
