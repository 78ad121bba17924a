"""Where a person stands, from the clauses about them."""

import re
from collections.abc import Sequence

from dealbot.domain.stakeholder import BuyingRole, Movement, Stance
from dealbot.reading.judged import Judged
from dealbot.reading.lexicon import persons as lexicon
from dealbot.reading.lexicon.concerns import BLOCKING

_SEVERITY = (Stance.UNKNOWN, Stance.NEUTRAL, Stance.SUPPORTIVE, Stance.COMMITTED, Stance.CONCERNED, Stance.OPPOSED)
_RULED = 0.75
_SURE = 0.45
_KNOWN = tuple(stance.value for stance in Stance if stance is not Stance.UNKNOWN)


def stance_of(judged: Sequence[Judged]) -> tuple[Stance, Judged | None]:
    """Tell the stance the clauses about one person add up to and the clause that shows it.

    A worry that must be met first outweighs liking it; what was settled later in the note outweighs the worry.
    """
    found = [(stance, weight, clause) for clause in judged for stance, weight in [_of_clause(clause)]]
    settled = max((item.clause.start for item in judged if item.settled and not item.outside), default=-1)
    told = [
        (stance, weight, clause)
        for stance, weight, clause in found
        if stance is not Stance.UNKNOWN and not (stance is Stance.CONCERNED and clause.clause.start <= settled)
    ]
    if not told:
        return Stance.UNKNOWN, None
    stance, _, clause = max(told, key=lambda item: (_SEVERITY.index(item[0]), item[1], -item[2].clause.start))
    return stance, clause


def _of_clause(judged: Judged) -> tuple[Stance, float]:
    if judged.view or judged.outside or judged.asked_by_author:
        return Stance.UNKNOWN, 0.0
    head = judged.guess["stance"]
    known = head.among(_KNOWN)
    ruled = ruled_stance(judged.text)
    if lexicon.QUESTION.search(judged.text) and head.of(known) < _RULED:
        return Stance.UNKNOWN, 0.0
    if ruled is not None and head.of(ruled) >= 0.15:
        return ruled, 1.0 + head.of(ruled)
    if judged.worried or (BLOCKING.search(judged.text) and known != Stance.OPPOSED):
        return Stance.CONCERNED, 1.0
    if head.of(known) >= _SURE and head.best == known:
        return Stance(known), head.of(known)
    return Stance.UNKNOWN, 0.0


def ruled_stance(text: str) -> Stance | None:
    """Tell the stance that plain words give, the strongest first."""
    return next((stance for stance, pattern in lexicon.STANCES if pattern.search(text)), None)


def movement_of(judged: Sequence[Judged]) -> tuple[Movement | None, Judged | None]:
    """Tell whether the clauses say that the person comes or goes."""
    for item in judged:
        if item.outside or item.view:
            continue
        if lexicon.ARRIVING.search(item.text) and not re.search(
            r"\bleav|\bretir|\bresign|\blast day", item.text, re.IGNORECASE
        ):
            return Movement.ARRIVING, item
        if (
            lexicon.LEAVING.search(item.text)
            and item.guess["signal"].of("champion_lost") + item.guess["signal"].of("leadership_change") > 0.2
        ):
            return Movement.LEAVING, item
    return None, None


def roles_of(judged: Sequence[Judged]) -> frozenset[BuyingRole]:
    """Tell the parts that the words give the person."""
    roles = set()
    for item in judged:
        if item.outside or item.view or item.text.rstrip(' "”').endswith("?"):
            continue
        for role, pattern in lexicon.ROLES:
            share = item.guess[role.value].of("yes")
            labelled = pattern.search(item.clause.label or "") is not None
            if labelled or (pattern.search(item.labelled) and share > 0.1) or share > 0.8:
                roles.add(role)
    return frozenset(roles)
