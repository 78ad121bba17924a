"""Whether an answer says anything of its own: not blank, not the question again, not a text beyond all answers."""

from dealbot.reading.grading.windows import MOST_LETTERS
from dealbot.reading.grading.words import stems_in, words_in

_FEWEST_NEW = 2
_COPIED = 0.8
_MOST_REPEATED = 0.15


def says_something(question: str, answer: str) -> bool:
    """Whether there is something to mark."""
    if len(answer) > MOST_LETTERS or not words_in(answer):
        return False
    stems, asked = stems_in(answer), frozenset(stems_in(question))
    new = {stem for stem in stems if stem not in asked}
    copied = len(new) < _FEWEST_NEW and sum(stem in asked for stem in stems) >= _COPIED * len(asked) > 0
    # One word over and over: short answers repeat little, long ones repeat small words only.
    repeated = len(stems) > 20 and len(set(stems)) < _MOST_REPEATED * len(stems)
    return bool(stems) and not copied and not repeated
