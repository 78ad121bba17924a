"""The words of the trade: short forms and the names of rules, which a question may be about though no deal has them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from dealbot.app.understand.people import SHORT_TITLES
from dealbot.app.words import Word, bare, fold_word, word_set, words_of
from dealbot.domain.glossary import PLAIN_WORDS, Glossary
from dealbot.domain.policy import PolicyNote

_NO_NAME = word_set("a and of the for to in on final rule proposed notice interim cy fy it")
# A pair with one of these is said of much else.
_VAGUE = word_set("access care contract drug health it long model payment provider selected service term year")
_LONGEST_SHORT_FORM = 6
_APART = re.compile(r"[,:;()]")
_SHORT_FORM = re.compile(r"(?:\w*[A-Z]){2}|\d+[A-Z]")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}")
# What is left of a question that only asks what a word stands for, and of one that asks about a rule.
_OF_A_TERM = word_set("""
a about actually again an and are between define definition difference do does exactly explain for in is me mean
meaning means of please quick remind short stand standing stands tell term the to versus vs what whats ?
""")
_OF_A_RULE = _OF_A_TERM | word_set("""
apply applies be been by change changed changes cms current cut cuts did effect effective fiscal from has have hhs how
increase it its latest law list many medicaid medicare much new now on out over payment payments percent policy
proposal proposed rate rates rule rules say says since take takes that this update updates was when which why will year
years final finalized finalised force notice
""")


class Called(IntEnum):
    """What a stretch of a question names."""

    SEAT = 1
    TERM = 2
    RULE = 3


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names of the trade, and its telling words beside that; `words` are those of the names."""

    kinds: frozenset[Called]
    words: tuple[Word, ...]
    rest: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Trade:
    """Names by their folded words; `fillers` are the words that titles of rules are made of."""

    names: Mapping[tuple[str, ...], Called]
    fillers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, glossary: Glossary, rules: Iterable[PolicyNote]) -> "Trade":
        """The names of a glossary's terms and of rules: their numbers, topics, short forms and pairs of words."""
        notes = tuple(rules)
        names = {
            words: Called.SEAT if _folded(term.term)[0] in SHORT_TITLES else Called.TERM
            for term in glossary.terms
            for words in (_folded(term.term), _folded(term.means))
        }
        for note in notes:
            for topic in (_folded(topic.replace("_", " ")) for topic in note.topics):
                if len(topic) > 1 or len(topic[0]) <= _LONGEST_SHORT_FORM:
                    names.setdefault(topic, Called.RULE)
            names |= dict.fromkeys(_of_a_rule(note), Called.RULE)
        return cls(names, frozenset(word for note in notes for word in _folded(note.title)))

    def named(self, words: Sequence[Word]) -> Named | None:
        """What of the trade these words name, the longest name first; None where they name nothing."""
        kinds: set[Called] = set()
        of_names: list[Word] = []
        others: list[Word] = []
        at, most = 0, max(map(len, self.names), default=0)
        while at < len(words):
            length, kind = self._longest(words[at : at + most])
            (of_names if kind else others).extend(words[at : at + length])
            kinds |= {kind} if kind else set()
            at += length
        if not kinds:
            return None
        small = (_OF_A_RULE | self.fillers) if Called.RULE in kinds else _OF_A_TERM
        rest = (word for word in others if word.bare not in small and word.folded not in small)
        return Named(
            frozenset(kinds), tuple(of_names), tuple(word for word in rest if not _YEAR.fullmatch(word.folded))
        )

    def _longest(self, words: Sequence[Word]) -> tuple[int, Called | None]:
        """How many of the first words are a name, and of what; one that is none."""
        for length in range(len(words), 0, -1):
            stretch = words[:length]
            kind = self.names.get(tuple(word.bare for word in stretch))
            if kind and not (length == 1 and stretch[0].folded in PLAIN_WORDS and not stretch[0].written.isupper()):
                return length, kind
        return 1, None


NO_TRADE = Trade({})


def _folded(name: str) -> tuple[str, ...]:
    return tuple(bare(fold_word(word.written)) for word in words_of(name))


def _of_a_rule(note: PolicyNote) -> Iterator[tuple[str, ...]]:
    """Its number, the short forms in its title, and the pairs of words that stand together there."""
    if note.document_number:
        yield _folded(note.document_number)
    for part in _APART.split(note.title):
        words = words_of(part)
        yield from (_folded(word.written) for word in words if _names(word) and _SHORT_FORM.search(word.written))
        pairs = pairwise(words)
        yield from ((first.bare, last.bare) for first, last in pairs if _telling(first) and _telling(last))


def _names(word: Word) -> bool:
    return word.folded not in _NO_NAME and not word.folded.isdigit()


def _telling(word: Word) -> bool:
    return _names(word) and word.bare not in _VAGUE
