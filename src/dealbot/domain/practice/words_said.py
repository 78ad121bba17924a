"""Words as they are compared where an answer has a key: without what stands around them, with a small slip at most."""

import re

from dealbot.domain.knowledge import fold
from dealbot.domain.spelling import is_slip

_AROUND = re.compile(
    r"^(?:(?:it is|it's|it was|its|that is|that's|this is|i think|i guess|i believe|the answer is|answer is|answer"
    r"|option|letter) )+"
)
_AFTER = re.compile(r"(?: (?:i think|i guess|i believe|please|of course|right))+$")
_AND = re.compile(r" & ")
_ARTICLES = frozenset({"a", "an", "the"})


def bare(text: str) -> str:
    """The words without an article, unless there is nothing else: "a" alone is a letter."""
    told = " ".join(fold(_AND.sub(" and ", text)).split())
    words = _AFTER.sub("", _AROUND.sub("", told)).split()
    return " ".join([word for word in words if word not in _ARTICLES] or words)


def same_words(said: str, known: str) -> bool:
    """The same words, each with a small slip at most; what holds a figure has none."""
    if said == known:
        return bool(said)
    words, meant = said.split(), known.split()
    return len(words) == len(meant) and all(map(same_word, words, meant))


def same_word(said: str, known: str) -> bool:
    """The same word, or a slip of it."""
    return said == known or (said.isalpha() and is_slip(said, known))
