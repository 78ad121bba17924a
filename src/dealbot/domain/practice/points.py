"""Key points: the behaviours that a model answer is made of."""

import re

from dealbot.domain.knowledge import plain

_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_MOST = 6


def key_points(reference: str) -> tuple[str, ...]:
    """Cut a model answer into at most six behaviours, in order."""
    sentences = [sentence.strip() for sentence in _END.split(plain(reference)) if sentence.strip()]
    return tuple(sentences[:_MOST])
