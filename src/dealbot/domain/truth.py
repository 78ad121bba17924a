"""Logic in which a thing may be true, false or unknown (None), after Kleene: what is unknown decides nothing."""

from collections.abc import Iterable

Truth = bool | None


def every(truths: Iterable[Truth]) -> Truth:
    """Whether all are so: one that is not decides, else one that is unknown leaves it unknown; of none, yes."""
    found = set(truths)
    if False in found:
        return False
    return None if None in found else True


def some(truths: Iterable[Truth]) -> Truth:
    """Whether one is so: one that is decides, else one that is unknown leaves it unknown; of none, no."""
    found = set(truths)
    if True in found:
        return True
    return None if None in found else False
