"""Which option of a card an answer means: by its letter, its words, or enough of its words that no other has."""

import re
from collections.abc import Sequence

from dealbot.domain.practice.words_said import bare, same_word, same_words

_LETTER = re.compile(r"\W*(?P<letter>[a-z])(?:\)|\.(?!\w)|:|\W*$)(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_SMALL = frozenset(
    "and as at by for from in into is it of on or so that their they this to was what when with you".split()
)
_NOT = frozenset({"not", "never", "no", "don't", "doesn't", "isn't", "dont", "without"})
_SHARE, _AHEAD = 0.6, 0.25


def option_meant(choices: Sequence[str], answer: str) -> int | None:
    """The place of the option that is meant, from 0; None where none is, or more than one might be."""
    letter = _lettered(choices, answer)
    if letter is not None:
        return letter
    said = bare(answer)
    same = [at for at, each in enumerate(choices) if same_words(said, bare(each))]
    if same:
        return same[0] if len(same) == 1 else None
    shares = sorted(((_share(said, bare(each)), -at) for at, each in enumerate(choices)), reverse=True)
    (best, at), (next_best, _) = shares[0], shares[1] if len(shares) > 1 else (0.0, 0)
    return -at if best >= _SHARE and best - next_best >= _AHEAD else None


def _lettered(choices: Sequence[str], answer: str) -> int | None:
    """The option of a letter, alone or before its words; not where the words are another's."""
    found = _LETTER.match(bare(answer)) or _LETTER.match(answer)
    if found is None:
        return None
    at = ord(found["letter"].casefold()) - ord("a")
    if at >= len(choices):
        return None
    rest = found["rest"].strip()
    return at if not rest or option_meant([choices[at]], rest) == 0 else None


def _share(said: str, option: str) -> float:
    """How many of the words that are said are the option's; none where one says "not" and the other does not."""
    words, known = said.split(), option.split()
    if (_NOT & set(words)) and not _NOT & set(known):
        return 0.0
    telling = [word for word in words if word not in _SMALL | _NOT]
    shown = sum(any(same_word(word, each) for each in known) for word in telling)
    return shown / len(telling) if telling else 0.0
