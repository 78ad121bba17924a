"""What the note's author believes about somebody: never evidence, kept as a view."""

import re
from collections.abc import Sequence

from dealbot.domain.observation import ViewStatement
from dealbot.domain.stakeholder import Stance
from dealbot.reading.heads import Guess
from dealbot.reading.judged import Judged
from dealbot.reading.subjects import About

_CUES = re.compile(
    r"\b(?:my (?:gut|read|guess|sense|bet|hunch|take|feeling)|i(?:'d| would)? (?:bet|guess|reckon|suspect|think|feel|wager|imagine|assume|figure|smell|believe)|if i had to (?:bet|guess)|gut(?: feel(?:ing)?| says)?[:,]?|trust me|i get the (?:feeling|sense|vibe)|imo|imho|vibe[: ]|"
    r"i(?:'m| am) (?:guessing|betting|reading|pretty sure|fairly sure|convinced)|feels? like (?:a |he|she|they)|seems (?:like )?(?:a |he|she)?|strikes me|between us|pretty sure|probably a (?:yes|no)|don'?t think (?:he|she|they))\b",
    re.IGNORECASE,
)
_LIKELY = 0.3
_SURE = 0.85
_KNOWN = tuple(stance.value for stance in Stance if stance is not Stance.UNKNOWN)


def is_view(about: About, guess: dict[str, Guess]) -> bool:
    """Whether a clause is the author's own guess about a person."""
    if about.speaker is not None:
        return False
    share = guess["view"].of("yes")
    return (_CUES.search(about.clause.text) is not None and share > _LIKELY) or share > _SURE


def views_of(judged: Sequence[Judged]) -> list[ViewStatement]:
    """Find the author's views, one per person."""
    views: dict[str, ViewStatement] = {}
    for item in judged:
        person = item.subject
        if item.view and not item.outside and person is not None:
            stance = Stance(item.guess["stance"].among(_KNOWN))
            views.setdefault(person.label, ViewStatement(person.label, stance, item.span))
    return list(views.values())
