"""Where a person stands and what part they have, from what the network makes of them and of the clauses about them."""

import re
from collections.abc import Sequence

from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Movement, Stance
from dealbot.reading.judged import Judged
from dealbot.reading.lexicon import persons as lexicon
from dealbot.reading.said import Stand

_ROLE = 0.35
_CUED = 0.2
_MOVES = 0.2
_SURE = 0.7
_ANY = 0.1
_DOUBTS = 0.2
_GOES = re.compile(r"\bleav|\bretir|\bresign|\blast day", re.IGNORECASE)


def stance_of(
    stand: Stand, own: Sequence[Judged], judged: Sequence[Judged], worry: Judged | None
) -> tuple[Stance, Judged | None]:
    """Tell where a person stands and the clause that shows it best; a guess of the author shows nothing.

    Plain words count where the network is not sure. Who likes it and has a worry that is not settled is concerned,
    unless the network is sure that they are not.
    """
    telling = [item for item in own if not (item.view or item.asked_by_author)]
    if own and not telling:
        return Stance.UNKNOWN, None
    stance, shown = _told(stand, telling, judged)
    if worry is not None and stance is not Stance.OPPOSED and _may_doubt(stand):
        return Stance.CONCERNED, worry
    return stance, shown


def _may_doubt(stand: Stand) -> bool:
    doubts = (stand.stance.get(stance, 0.0) for stance in (Stance.CONCERNED, Stance.OPPOSED))
    return not stand.stance or sum(doubts) >= _DOUBTS


def _told(stand: Stand, telling: Sequence[Judged], judged: Sequence[Judged]) -> tuple[Stance, Judged | None]:
    stance = max(stand.stance, key=lambda one: stand.stance[one], default=Stance.UNKNOWN)
    plain = [(found, item) for item in telling if (found := ruled_stance(item.text)) is not None]
    plain = plain or [(Stance.CONCERNED, item) for item in telling if item.worried]
    wavers = stance in {Stance.UNKNOWN, Stance.OPPOSED} or stand.stance[stance] < _SURE
    if plain and wavers:
        return plain[-1]
    shown = [
        (tells * (_ANY + item.said.stance.get(stance, 0.0)), item)
        for tells, item in zip(stand.tells, judged, strict=True)
        if not (item.view or item.outside)
    ]
    if stance is Stance.UNKNOWN or not shown:
        return Stance.UNKNOWN, None
    return stance, max(shown, key=lambda pair: pair[0])[1]


def ruled_stance(text: str) -> Stance | None:
    """Tell the stance that plain words give, the strongest first."""
    return next((stance for stance, pattern in lexicon.STANCES if pattern.search(text)), None)


def movement_of(own: Sequence[Judged], mentions: Sequence[Judged]) -> tuple[Movement | None, Judged | None]:
    """Tell whether the clauses about a person, or those that mention them, say that the person comes or goes."""
    for item in (*own, *mentions):
        if item.outside or item.view:
            continue
        if lexicon.ARRIVING.search(item.text) and not _GOES.search(item.text):
            return Movement.ARRIVING, item
        moves = item.said.signal(SignalKind.CHAMPION_LOST, SignalKind.LEADERSHIP_CHANGE)
        if lexicon.LEAVING.search(item.text) and (moves > _MOVES or item in own):
            return Movement.LEAVING, item
    return None, None


def roles_of(stand: Stand, judged: Sequence[Judged]) -> frozenset[BuyingRole]:
    """Tell the parts that the words give the person; plain words for a part make it likelier."""
    plain = {role for role, pattern in lexicon.ROLES for item in judged if pattern.search(item.text)}
    labels = [item.clause.label or "" for item in judged]
    given = {role for role, pattern in lexicon.ROLES if any(pattern.search(label) for label in labels)}
    likely = {role for role, share in stand.roles.items() if share > (_CUED if role in plain else _ROLE)}
    return frozenset(given | likely)
