"""Words taken over from what somebody wrote: a few of an answer to say back, and what a note quotes."""

import re
from collections.abc import Sequence

_INNER = re.compile(r"[\"“]([^\"“”]{6,140})[\"”]")
_SENTENCE = re.compile(r"\s*[.!?\n]+\s*")
_APART = re.compile(r"\s*[,;:()–—]+\s*|\s+-+\s+|\s+(?=(?:because|so that|and then|but|and we|and I)\s)")
_OPENING = re.compile(
    r"^(?:(?:and|but|so|well|then|also|first(?:ly)?|second(?:ly)?|because|that|okay|ok|yes|sure|now)(?![\w'’])[\s,]*)+",
    re.IGNORECASE,
)
_LOWERED = frozenset(
    "we let's let’s our the a an let then if what how who when where which that this it you your they my as in on for"
    " to at before after only start take give tell show agree ask offer".split()
)
_MOST, _FEWEST = 10, 4
# A clause may end before these, rather before the first kind; on no other word than a telling one.
_JOINTS = frozenset("and or but by with without that which who if when while until before after than".split())
_LINKS = _JOINTS | frozenset("of to in on at for from as".split())
_BESIDES = frozenset("if when unless while by for between from with as before after perhaps in on at".split())
_DANGLING = _LINKS | frozenset("a an the we i our your my is are be would could can will their its".split())


def few_words(quote: str) -> str:
    """A few words of an answer that can be said back: the first clause of a sentence that tells something."""
    sentences = (
        [_OPENING.sub("", clause).strip(" \"'“”*_") for clause in _APART.split(sentence)]
        for sentence in _SENTENCE.split(quote.strip())
    )
    firsts = (_cut(next(filter(_tells, clauses), "")) for clauses in sentences)
    return _lowered(next(filter(None, firsts), "")).replace('"', "'")


def quoted_in(text: str) -> str:
    """What a text quotes in marks, without the full stop at its end; nothing where it quotes nothing of length."""
    found = (match[1].strip(" .,;") for match in _INNER.finditer(text))
    return next((words for words in found if len(words.split()) >= _FEWEST), "")


def _tells(clause: str) -> bool:
    words = clause.casefold().split()
    return len(words) >= _FEWEST and words[0] not in _BESIDES


def _cut(clause: str) -> str:
    """A long clause up to a word that links another to it, nothing where it cannot be cut."""
    words = clause.split()
    ends = [len(words)] if len(words) <= _MOST else _ends(words, _JOINTS) or _ends(words, _LINKS)
    return " ".join(words[: ends[-1]]) if ends and words and _closes(words[ends[-1] - 1]) else ""


def _ends(words: Sequence[str], links: frozenset[str]) -> list[int]:
    places = range(_FEWEST, _MOST + 1)
    return [at for at in places if words[at].casefold() in links and _closes(words[at - 1])]


def _closes(word: str) -> bool:
    return word.casefold() not in _DANGLING


def _lowered(words: str) -> str:
    first, space, rest = words.partition(" ")
    return f"{first.lower()}{space}{rest}" if first.lower() in _LOWERED else words
