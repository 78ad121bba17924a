"""Cards with a key: an answer is right or wrong, by its letter, the words of a choice, or words that mean the same."""

import re
from collections.abc import Iterator

from dealbot.domain.knowledge import fold
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.mark import Mark, Rating
from dealbot.domain.practice.not_known import is_unknown
from dealbot.domain.practice.option_meant import option_meant
from dealbot.domain.practice.words_said import bare, same_words

KEY = "key 1"
_MOST_WORDS = 30
_UNSURE_OR_NOT = re.compile(
    r"\b(?:not|never|no|or|either|neither|nor|except|instead|unlike|versus|vs|maybe|perhaps)\b|n['\u2019]t\b"
)
_JOINED = re.compile(r"[,;|\n]| (?:and|&|plus) ")
_EACH = re.compile(r"[,;|\n/]| (?:and|or|&|plus) ")
_SLASHED = re.compile(r"\w\s*/\s*\w")
_NAME = re.compile(
    r"\b(?:[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]*"
    r"|[A-Z0-9][\w'\u2019-]*(?: (?:[a-z]{1,3} )?[A-Z][\w'\u2019-]*)* (?:Act|Rule))\b"
)
_LONGEST_ITEM = 3
_SHORT_NAME = 3
_BETWEEN = r"(?:\W+(?:(?:an?|the)\b\W*)?|\s*&\s*)"
_ITSELF = "itself"


def marked_by_key(card: Card, answer: str) -> Mark:
    """Mark an answer to a keyed card."""
    right = is_right(card, answer)
    return Mark(1.0 if right else 0.0, Rating.GOOD if right else Rating.AGAIN, by=KEY)


def is_right(card: Card, answer: str) -> bool:
    """Whether an answer is the choice that is accepted, or says what is, by itself or in a sentence."""
    if card.choices:
        at = option_meant(card.choices, answer)
        return at is not None and bare(card.choices[at]) in map(bare, card.accepted)
    return _words_accepted(card, answer) is not None


def can_be_marked(card: Card, answer: str) -> bool:
    """Whether an answer says something of the choices of a card, if only that one does not know."""
    return not card.choices or option_meant(card.choices, answer) is not None or is_unknown(answer)


def slip_in(card: Card, answer: str) -> str | None:
    """The words of a right answer that were written with a slip; None where there is none."""
    said = _words_accepted(card, answer) if not card.choices else None
    return said if said is not None and said not in map(bare, card.accepted) else None


def _words_accepted(card: Card, answer: str) -> str | None:
    """The words of an answer that are what is accepted; None where there are none, or others are offered beside."""
    said, accepted = bare(answer), [bare(each) for each in card.accepted]
    if any(same_words(said, each) for each in accepted):
        return said
    each_said = [item for item in map(bare, _EACH.split(answer)) if item]
    if each_said and all(any(same_words(item, known) for known in accepted) for item in each_said):
        return each_said[0]
    if len(said.split()) > _MOST_WORDS or _UNSURE_OR_NOT.search(said):
        return None
    found = (part for each in accepted for part in _parts_like(each, said) if _is_meant(each, part, answer))
    return next((part for part in found if not _lists_others(card, part, answer)), None)


def _parts_like(known: str, said: str) -> Iterator[str]:
    """The parts of what is said that are what is known, or a slip of it."""
    words, size = said.split(), len(known.split())
    parts = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
    return (part for part in parts if size and same_words(part, known))


def _is_meant(name: str, part: str, answer: str) -> bool:
    """Whether a part of a sentence is the name: a short one in capitals, and none that goes on ("Medicare Part")."""
    if len(name) <= _SHORT_NAME and not re.search(rf"\b{re.escape(name.upper())}\b", answer):
        return False
    return re.search(rf"{_written(part)} [A-Z][a-z]", answer) is None


def _lists_others(card: Card, part: str, answer: str) -> bool:
    """Whether others are offered beside: a name that the question does not hold, or a list of a few words each."""
    rest = re.sub(_written(part), _ITSELF, answer)
    known = f" {fold(' '.join((card.prompt, *card.accepted)))} "
    if _SLASHED.search(rest) or any(f" {fold(name)} " not in known for name in _NAME.findall(rest)):
        return True
    items = [item for item in map(bare, _JOINED.split(rest)) if item]
    return len(items) > 1 and all(len(item.split()) <= _LONGEST_ITEM for item in items)


def _written(part: str) -> str:
    """The pattern of words as they were written: in any case, with any marks between."""
    return rf"(?i:\b{_BETWEEN.join(map(re.escape, part.split()))}\b)"
