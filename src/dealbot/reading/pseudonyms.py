"""Reversible stand-ins for every person, organisation, address and number in a text, made anew for every reading.

Law: `restore(mask(text)) == text` for every text the pseudonyms were made for. It holds because only written forms that
begin and end with a word character and stand alone are replaced, and no stand-in is taken that the texts contain.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from dealbot.domain.names import fold, may_mean
from dealbot.reading.namelike import MONTHS, Name, NameKind, ambiguous, dated, lower_names_in, names_in, plain

_MAIL = re.compile(r"(?<![\w.+-])\w[\w.+-]*@\w[\w-]*(?:\.\w[\w-]*)*\.\w+")
_LINK = re.compile(r"(?<!\w)(?:https?://|www\.)[^\s<>|\"]*\w", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w.,$€£-])(?:\d{1,3}[\s.-])?(?:\d{3}\)?[\s./-]{0,2})?\d{3}[\s.-]\d{4}(?![\w-])"
    r"|(?<=\+)\d[\d\s().-]{7,16}\d(?!\w)"
)
_MENTION = re.compile(r"(?<=<@)\w+(?=[|>])|(?<=(?<!\w)@)\w[\w.-]*\w")
_MIN_LENGTH, _ALTERNATIVES = 3, 6
_ALPHABET = "bcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Known:
    """Who is known before the text is read: every tuple holds all written forms of one, the fullest first."""

    people: tuple[tuple[str, ...], ...] = ()
    organisations: tuple[tuple[str, ...], ...] = ()
    first_names: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Entity:
    """Somebody or something with all its written forms in the texts."""

    stem: str
    forms: list[str] = field(default_factory=list)
    template: str = "{}"

    def token(self, form: str) -> str:
        """The stand-in of one written form: P1, then P1b, P1c."""
        return self.template.format(self.stem + _letters(self.forms.index(form)))


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """A two-way table of written forms and stand-ins."""

    tokens: Mapping[str, str]
    siblings: Mapping[str, tuple[str, ...]]
    _hide: re.Pattern[str]
    _show: re.Pattern[str]

    def mask(self, text: str) -> str:
        """The text with every known written form replaced; a month's name with a day or a "by" stays."""
        return self._hide.sub(self._masked, text)

    def restore(self, text: str) -> str:
        """The text with every stand-in replaced by the form it stands for."""
        return self._show.sub(self._nth(0), text)

    def readings(self, text: str) -> Iterator[str]:
        """The restored text, then the same with other written forms of the people in it: models even forms out."""
        for nth in range(_ALTERNATIVES):
            yield self._show.sub(self._nth(nth), text)

    def _masked(self, match: re.Match[str]) -> str:
        surface = match.group()
        month = surface.casefold() in MONTHS and dated(
            match.string[max(0, match.start() - 12) : match.start()], match.string[match.end() : match.end() + 6]
        )
        return surface if month else self.tokens[surface]

    def _nth(self, nth: int) -> Callable[[re.Match[str]], str]:
        def form(match: re.Match[str]) -> str:
            forms = self.siblings.get(match.group().casefold(), (match.group(),))
            return forms[min(nth, len(forms) - 1)]

        return form


def pseudonyms_for(texts: Sequence[str], known: Known) -> Pseudonyms:
    """Find every name, address and number in the texts and give each a stand-in the texts do not contain."""
    return Masks(texts, known).names


class Masks:
    """Stand-ins for texts that may come one after another: what has one keeps it."""

    def __init__(self, texts: Sequence[str], known: Known) -> None:
        """Begin with these texts."""
        self._book = _Book()
        self._first_names = known.first_names
        self.names = self.meet(texts, known)

    def meet(self, texts: Sequence[str], known: Known) -> Pseudonyms:
        """Give stand-ins to whatever more texts name; no new one stands in any text met so far."""
        self._book.hear(texts)
        for forms in known.people:
            self._book.add(NameKind.PERSON, forms)
        for forms in known.organisations:
            self._book.add(NameKind.ORGANISATION, forms)
        first = self._first_names
        names = (name for text in texts for name in (*names_in(text, first), *lower_names_in(text, first)))
        found = sorted({name.text: name for name in names}.values(), key=_longest_first)
        self._book.meet(name for name in found if " " in name.text)
        self._book.settle_parts()
        self._book.meet(name for name in found if " " not in name.text)
        self._book.meet_addresses()
        self.names = self._book.close()
        return self.names


class _Book:
    """Collects entities and their forms, then closes into a table."""

    def __init__(self) -> None:
        self._texts: tuple[str, ...] = ()
        self._entities: list[_Entity] = []
        self._counts = {stem: count(1) for stem in ("P", "ORG", "N", "mail", "PHONE", "LINK")}
        self._names: dict[str, _Entity] = {}
        self._folded: dict[str, _Entity] = {}
        self._by_word: defaultdict[str, dict[str, _Entity]] = defaultdict(dict)
        self._parts: defaultdict[str, list[_Entity]] = defaultdict(list)

    def hear(self, texts: Iterable[str]) -> None:
        """Keep more texts, so that no stand-in is taken that they hold."""
        self._texts += tuple(texts)

    def add(self, kind: NameKind, names: Sequence[str]) -> None:
        """Somebody with all written forms, the fullest first; parts of them are settled later."""
        forms = [trimmed for trimmed in map(_trimmed, names) if trimmed]
        if not forms:
            return
        parts = _organisation_parts(forms) if kind is NameKind.ORGANISATION else _person_parts(forms)
        owner = next((self._names[part] for part in parts if part in self._names), None) or self._owner(forms[0])
        entity = owner or self._new(_STEMS[kind])
        for form in forms:
            self._register(entity, form)
        for part in parts:
            self._parts[part].append(entity)

    def meet(self, names: Iterable[Name]) -> None:
        """Names found in the texts: forms of somebody already met, or somebody new."""
        for name in names:
            owner = self._owner(name.text)
            if owner is None:
                self.add(name.kind, (name.text,))
            else:
                self._register(owner, name.text)

    def settle_parts(self) -> None:
        """A first or last name alone is a form of its one bearer; of several bearers it is a name of its own."""
        for part, bearers in self._parts.items():
            if part in self._names:
                continue
            one = all(bearer is bearers[0] for bearer in bearers)
            self._register(bearers[0] if one else self._new("P"), part)

    def meet_addresses(self) -> None:
        """Mails, telephone numbers, links and mentions."""
        for pattern, stem, template in _ADDRESSES:
            for surface in dict.fromkeys(match.group() for text in self._texts for match in pattern.finditer(text)):
                if surface not in self._names:
                    self._register(self._new(stem, template), surface)

    def close(self) -> Pseudonyms:
        """The finished table, with every case and spacing the texts write a form in."""
        self._meet_variants()
        tokens = {form: entity.token(form) for entity in self._entities for form in entity.forms}
        siblings = {
            entity.token(form).casefold(): (form, *(other for other in entity.forms if other != form))
            for entity in self._entities
            for form in entity.forms
        }
        return Pseudonyms(
            tokens, siblings, _any_of(map(re.escape, tokens)), _any_of(map(re.escape, siblings), loose=True)
        )

    def _meet_variants(self) -> None:
        """Everyday words are names only as written; all other forms in any case."""
        loose = {" ".join(form.casefold().split()): entity for form, entity in self._names.items() if not _spoken(form)}
        pattern = _any_of((r"\s+".join(map(re.escape, form.split())) for form in loose), loose=True)
        for surface in {match.group() for text in self._texts for match in pattern.finditer(text)}:
            entity = loose.get(" ".join(surface.casefold().split()))
            if entity is not None:
                self._register(entity, surface)

    def _new(self, stem: str, template: str = "{}") -> _Entity:
        entities = (_Entity(f"{stem}{number}", [], template) for number in self._counts[stem])
        entity = next(entity for entity in entities if not self._taken(entity.stem))
        self._entities.append(entity)
        return entity

    def _taken(self, stem: str) -> bool:
        """Whether the texts hold this stand-in, or one for another form of the same, as a word of their own."""
        written = re.compile(rf"(?<!\w){stem}[a-z]*(?!\w)", re.IGNORECASE)
        return any(written.search(text) for text in self._texts)

    def _register(self, entity: _Entity, form: str) -> None:
        if form in self._names:
            return
        self._names[form] = entity
        entity.forms.append(form)
        folded = fold(form)
        self._folded.setdefault(folded, entity)
        words = folded.split()
        for word in {*words, "".join(word[0] for word in words)}:
            self._by_word[word][folded] = entity

    def _owner(self, name: str) -> _Entity | None:
        """Who a written form belongs to: the same name, or the one full name it may be short for."""
        folded = fold(name)
        if folded in self._folded:
            return self._folded[folded]
        near = {full: entity for word in folded.split() for full, entity in self._by_word[word].items()}
        owners = {id(entity): entity for full, entity in near.items() if may_mean(folded, full)}
        return next(iter(owners.values())) if len(owners) == 1 else None


_STEMS = {NameKind.PERSON: "P", NameKind.ORGANISATION: "ORG", NameKind.EITHER: "N"}
_ADDRESSES = (
    (_MAIL, "mail", "{}@example.invalid"),
    (_LINK, "LINK", "{}"),
    (_PHONE, "PHONE", "{}"),
    (_MENTION, "P", "{}"),
)


def _any_of(patterns: Iterable[str], *, loose: bool = False) -> re.Pattern[str]:
    longest = sorted(patterns, key=len, reverse=True)
    whole = rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)" if longest else r"(?!)"
    return re.compile(whole, re.IGNORECASE if loose else re.NOFLAG)


def _longest_first(name: Name) -> tuple[int, str]:
    return -len(name.text), name.text


def _spoken(form: str) -> bool:
    """Whether a form is made of everyday words only."""
    return all(plain(word) or ambiguous(word) for word in form.casefold().split())


def _letters(index: int) -> str:
    """Nothing, b, c, ... z, bb, bc, ..."""
    letters = ""
    while index:
        index, rest = divmod(index - 1, len(_ALPHABET))
        letters = _ALPHABET[rest] + letters
    return letters


def _trimmed(name: str) -> str:
    """A name that begins and ends with a word character, without honorific."""
    core = re.sub(r"^\W+|\W+$", "", name)
    return re.sub(r"^(?:dr|mr|mrs|ms|prof|professor)\.?\s+(?=\w)", "", core, flags=re.IGNORECASE)


def _person_parts(names: Sequence[str]) -> list[str]:
    """First and last names alone."""
    ends = [(name.split()[0], name.split()[-1]) for name in names if len(name.split()) > 1]
    parts = dict.fromkeys(_trimmed(word) for pair in ends for word in pair)
    return [part for part in parts if len(part) > 1]


def _organisation_parts(names: Sequence[str]) -> list[str]:
    """The distinctive first word and the initials: "Bayview Medical Center" is also Bayview and BMC."""
    several = [name.split() for name in names if len(name.split()) > 1]
    firsts = [_trimmed(words[0]) for words in several if not _spoken(words[0])]
    initials = ["".join(word[0] for word in words if word[0].isupper()) for words in several]
    return list(dict.fromkeys(part for part in (*firsts, *initials) if len(part) >= _MIN_LENGTH))
