"""Where a plain reply says that somebody stands: in the words of replies or of notes, denied or not."""

from dataclasses import dataclass

from dealbot.app.chat.fixes import lexicon
from dealbot.domain.stakeholder import Stance
from dealbot.reading.lexicon import persons

_WORDINGS = (*lexicon.STANCES, *persons.STANCES)
# Who is not against it is not yet for it.
_DENIED = {
    Stance.COMMITTED: Stance.NEUTRAL,
    Stance.SUPPORTIVE: Stance.CONCERNED,
    Stance.CONCERNED: Stance.NEUTRAL,
    Stance.OPPOSED: Stance.NEUTRAL,
}


@dataclass(frozen=True, slots=True)
class StanceTold:
    """A stance, and what the clause goes on to say after it."""

    stance: Stance
    rest: str


def stance_told(clause: str) -> StanceTold | None:
    """Tell the stance that a clause gives; None where it gives none."""
    for stance, wording in _WORDINGS:
        found = wording.search(clause)
        if found is not None:
            denied = lexicon.DENIES_NEXT.search(clause[: found.start()]) is not None
            told = _DENIED.get(stance) if denied else stance
            return StanceTold(told, clause[found.end() :]) if told is not None else None
    return None
