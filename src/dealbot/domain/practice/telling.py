"""Which words of a text tell something, so that two texts can be compared by them."""

import re

from dealbot.domain.knowledge import fold

_WORD = re.compile(r"[a-z0-9]+")
_STEM = 5
_FEWEST_LETTERS, _SHORTEST_OF_MANY = 2, 3
_EMPTY = frozenset(
    """
    a about after again all also am an and any anybody anyone anything are as at back be because been before being
    between both but by can cannot could did do does doing done down each either else even ever every everybody
    everyone everything few for from get gets getting give gives giving go goes going got had has have having he her
    here him his how if in instead into is it its itself just keep keeps keeping last least less let lets letting like
    ll made make makes making many may me might more most much must my never no nobody none nor not nothing now of off
    on once one only or other others our out over own per put puts putting re same say says saying see shall she should
    so some somebody someone something such take takes taking than that the their them themselves then there these they
    thing things this those through to today together too two under until up upon us use uses using ve very want wants
    was way ways we well were what when where whether which while who whole whom whose why will with within without
    would yet you your yours
    """.split()
)


def telling(text: str) -> frozenset[str]:
    """The beginnings of the words that tell something, short ones too, one and many alike."""
    words = _WORD.findall(fold(text))
    return frozenset(_stem(word) for word in words if len(word) >= _FEWEST_LETTERS and word not in _EMPTY)


def _stem(word: str) -> str:
    return (word.removesuffix("s") if len(word) > _SHORTEST_OF_MANY and not word.endswith("ss") else word)[:_STEM]
