"""Whether an answer is about what was asked at all: signs over all its points."""

from collections.abc import Mapping, Sequence

from dealbot.reading.grading.looks import Look

_OVER_ALL = ("near", "apart", "pieces", "pieces_there", "unusual", "recall_new", "whole")
_SHARED = ("asked", "asked_first", "asked_part", "asked_pieces", "asked_unusual", "length")


def topic_of(looks: Sequence[Look]) -> Mapping[str, float]:
    """The signs of at least one point together: what is usual of them, and the most."""
    signs = {name: looks[0].signs[name] for name in _SHARED}
    for name in _OVER_ALL:
        values = [each.signs[name] for each in looks]
        signs |= {f"{name}.mean": sum(values) / len(values), f"{name}.most": max(values)}
    return signs
