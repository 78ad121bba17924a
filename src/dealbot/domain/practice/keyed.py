"""Cards with a key: an answer is right or wrong, by its letter, the words of a choice, or words that mean the same."""

import re

from dealbot.domain.knowledge import fold
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.mark import Mark, Rating
from dealbot.domain.spelling import is_slip

KEY = "key 1"
_LETTER = re.compile(r"\W*([a-z])\W*", re.IGNORECASE)
_AROUND = re.compile(r"^(?:(?:it is|it's|its|that is|i think|the answer is|answer|option) )+")
_ARTICLES = frozenset({"a", "an", "the"})


def marked_by_key(card: Card, answer: str) -> Mark:
    """Mark an answer to a keyed card."""
    right = is_right(card, answer)
    return Mark(1.0 if right else 0.0, Rating.GOOD if right else Rating.AGAIN, by=KEY)


def is_right(card: Card, answer: str) -> bool:
    """Whether an answer is among those accepted, or is the choice that is."""
    said = _chosen(card, answer)
    return bool(said) and any(_same(said, _tidy(each)) for each in card.accepted)


def _chosen(card: Card, answer: str) -> str:
    """The choice that is meant, by its letter or its words; what is said where none is."""
    said = _tidy(answer)
    letter = _LETTER.fullmatch(said)
    if letter is None:
        near = [each for each in map(_tidy, card.choices) if _same(said, each)]
        return near[0] if len(near) == 1 else said
    number = ord(letter[1].casefold()) - ord("a")
    return _tidy(card.choices[number]) if number < len(card.choices) else said


def _tidy(text: str) -> str:
    """The words without an article, unless there is nothing else: "a" alone is a letter."""
    words = _AROUND.sub("", " ".join(fold(text).split())).split()
    return " ".join([word for word in words if word not in _ARTICLES] or words)


def _same(said: str, known: str) -> bool:
    """The same words, each with a small slip at most; what holds a figure has none."""
    if said == known:
        return True
    words, meant = said.split(), known.split()
    return len(words) == len(meant) and all(
        word == other or (word.isalpha() and is_slip(word, other)) for word, other in zip(words, meant, strict=True)
    )
