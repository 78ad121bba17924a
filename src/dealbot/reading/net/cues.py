"""What the rules say of every clause, as numbers: each cue a hint that the network weighs."""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np

from dealbot.domain.stakeholder import Side
from dealbot.reading.features import Floats
from dealbot.reading.layout import LineKind
from dealbot.reading.lexicon import concerns, persons, scope, signals, steps, subjects, views
from dealbot.reading.subjects import About

_WORDED: tuple[re.Pattern[str], ...] = (
    *(pattern for _, pattern in concerns.TOPICS),
    *(concerns.BLOCKING, concerns.SETTLED, concerns.CALM, concerns.PLAIN, concerns.NONE),
    *(concerns.RESOLVED, concerns.ADDRESSED, concerns.NEUTRAL_QUESTION, concerns.BODY),
    *(pattern for _, pattern in signals.KINDS),
    signals.STAYS,
    *(steps.ASKED, steps.FIRST, steps.THEIRS, steps.TOLD, steps.PAST, steps.DONE, steps.DROPPED),
    *(views.CUES, views.PLAIN, scope.ANECDOTE, scope.GENERIC, scope.TO_YOU),
    *(persons.QUESTION, persons.LEAVING, persons.ARRIVING),
    *(pattern for _, pattern in persons.STANCES),
    *(pattern for _, pattern in persons.ROLES),
    *(subjects.PRONOUN, subjects.GUESSED, subjects.FIRST),
)
PATTERNS: Final = tuple(re.compile(pattern.pattern, pattern.flags & ~re.IGNORECASE) for pattern in _WORDED)
"""The patterns for text in small letters: so they are found twice as fast."""
_KINDS = tuple(LineKind)
_SPEAKERS = (None, *Side)
CUES = len(PATTERNS) + len(_KINDS) + len(_SPEAKERS) + 4


def cues_of(abouts: Sequence[About]) -> Floats:
    """The cues of each clause in order, shape (clauses, CUES)."""
    rows = [_row(about, place / max(1, len(abouts))) for place, about in enumerate(abouts)]
    return np.array(rows, dtype=np.float32).reshape(-1, CUES)


def _row(about: About, place: float) -> list[float]:
    text = about.clause.text.lower()
    speaker = about.speaker.side if about.speaker is not None else None
    return [
        *(pattern.search(text) is not None for pattern in PATTERNS),
        *(about.clause.kind is kind for kind in _KINDS),
        *(speaker is side for side in _SPEAKERS),
        text.rstrip(" )”\"'").endswith("?"),
        about.subject is not None,
        about.reported_by is not None,
        place,
    ]
