"""What the note's author believes about somebody: never evidence, kept as a view."""

from collections.abc import Sequence

from dealbot.domain.observation import ViewStatement
from dealbot.domain.stakeholder import Side, Stance
from dealbot.reading.judged import Judged
from dealbot.reading.lexicon import views as lexicon
from dealbot.reading.person_rules import ruled_stance
from dealbot.reading.said import Said
from dealbot.reading.subjects import About

_LIKELY = 0.25
_SURE = 0.5
_KNOWN = tuple(stance for stance in Stance if stance is not Stance.UNKNOWN)


def is_view(about: About, said: Said) -> bool:
    """Whether a clause is the author's own guess about a person."""
    if about.speaker is not None:
        return False
    cued = lexicon.CUES.search(about.clause.text) or lexicon.PLAIN.search(about.clause.text)
    return said.view > (_LIKELY if cued else _SURE)


def views_of(judged: Sequence[Judged]) -> list[ViewStatement]:
    """Find the author's views, one per person."""
    views: dict[str, ViewStatement] = {}
    for item in judged:
        person = item.viewed or item.subject
        if item.view and not item.outside and person is not None and person.side is Side.BUYER:
            stance = ruled_stance(item.text) or max(_KNOWN, key=lambda one: item.said.stance.get(one, 0.0))
            views.setdefault(person.label, ViewStatement(person.label, stance, item.span))
    return list(views.values())
