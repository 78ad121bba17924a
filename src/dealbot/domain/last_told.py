"""How something stands as it was told last: gates and contract tracks, whose notes and hands may differ."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from dealbot.domain.evidence import Evidence


class Told(Protocol):
    """A state as somebody told it in words, or set it by hand."""

    @property
    def evidence(self) -> Evidence:
        """The words that tell it."""
        ...

    @property
    def by_hand(self) -> bool:
        """Whether a person set it."""
        ...


_T = TypeVar("_T", bound=Told)


def last_told(told: Sequence[_T], badness: Callable[[_T], int], goes_on: Callable[[_T, _T], bool]) -> _T | None:
    """The state as last told, in replay order: of one day the worst of its authors counts, a person's word after them.

    Words count after others where it `goes_on` from the one to the other; the first who told a state says since when.
    """
    now: _T | None = None
    for _, group in groupby(told, key=lambda each: each.evidence.on):
        of_day = list(group)
        by_hand = [each for each in of_day if each.by_hand]
        by_author = {each.evidence.author: each for each in of_day if not each.by_hand}
        new = by_hand[-1] if by_hand else max(by_author.values(), key=badness)
        if now is None or by_hand or goes_on(now, new):
            now = new
    return now
