"""What the note's author believes about somebody: never evidence, kept as a view."""

from collections.abc import Sequence

from dealbot.domain.observation import ViewStatement
from dealbot.domain.stakeholder import Stance
from dealbot.reading.heads import Guess
from dealbot.reading.judged import Judged
from dealbot.reading.lexicon import views as lexicon
from dealbot.reading.lexicon.concerns import PLAIN as CONCERN
from dealbot.reading.person_rules import ruled_stance
from dealbot.reading.subjects import About

_LIKELY = 0.3
_SURE = 0.85
_KNOWN = tuple(stance.value for stance in Stance if stance is not Stance.UNKNOWN)


def is_view(about: About, guess: dict[str, Guess]) -> bool:
    """Whether a clause is the author's own guess about a person."""
    if about.speaker is not None:
        return False
    share = guess["view"].of("yes")
    if about.subject is not None and lexicon.PLAIN.search(about.clause.text):
        return True
    return (lexicon.CUES.search(about.clause.text) is not None and share > _LIKELY) or (
        share > _SURE and not CONCERN.search(about.clause.text)
    )


def views_of(judged: Sequence[Judged]) -> list[ViewStatement]:
    """Find the author's views, one per person."""
    views: dict[str, ViewStatement] = {}
    for item in judged:
        person = item.subject
        if item.view and not item.outside and person is not None:
            stance = ruled_stance(item.text) or Stance(item.guess["stance"].among(_KNOWN))
            views.setdefault(person.label, ViewStatement(person.label, stance, item.span))
    return list(views.values())
