"""Which questions ask the same in other words: near in meaning, with telling words in common."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dealbot.app.stems import stems_of
from dealbot.reading.features import Floats
from dealbot.reading.namelike import public

# Of weights and floors tried on the questions of tests/app/guides/gaps.yaml these put the most together rightly with
# the fewest groups of two things.
_SAME, _SHARED_COUNTS, _WITHOUT_SHARED = 0.7, 0.3, 0.8
_WORD = re.compile(r"[^\W_]+")

Same = NDArray[np.bool_]


def grouped(texts: Sequence[str], cosines: Floats) -> tuple[tuple[str, ...], ...]:
    """Put together questions that ask the same, whatever their order; `cosines` tell how near each is to each.

    A group is a question with all that ask the same as that one, which comes first, then the likest.
    """
    same = _same(texts, cosines)
    left = dict.fromkeys(sorted(range(len(texts)), key=lambda at: texts[at]))
    groups = []
    while left:
        open_still = list(left)
        most = same[np.ix_(open_still, open_still)].sum(axis=1)
        centre = open_still[int(np.argmax(most))]
        members = [at for at in open_still if same[centre, at]]
        members.sort(key=lambda at: (at != centre, -round(float(cosines[centre, at]), 4), texts[at]))
        groups.append(tuple(texts[at] for at in members))
        left = {at: None for at in left if at not in members}
    return tuple(groups)


def _same(texts: Sequence[str], cosines: Floats) -> Same:
    """Whether each asks the same as each: near enough, the share of telling words in common counted in.

    Two that name different products or short forms do not, however alike they are.
    """
    stems = [stems_of(text) for text in texts]
    called = [_called(text) for text in texts]
    same = np.eye(len(texts), dtype=np.bool_)
    for one, other in np.argwhere(np.triu(cosines >= _SAME - _SHARED_COUNTS, 1)):
        shared = len(stems[one] & stems[other]) / max(1, min(len(stems[one]), len(stems[other])))
        near = cosines[one, other] + _SHARED_COUNTS * shared >= (_SAME if shared else _WITHOUT_SHARED)
        apart = called[one] and called[other] and not called[one] & called[other]
        same[one, other] = same[other, one] = near and not apart
    return same


def _called(text: str) -> frozenset[str]:
    """The products and short forms that a question names."""
    words = _WORD.findall(text)
    named = (word for word in words if public(word.casefold()) or (word.isupper() and len(word) > 1))
    return frozenset(word.casefold() for word in named)
