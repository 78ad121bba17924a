"""What a role-play comes to: made, missed, a better sentence with its source, the change against last time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dealbot.domain.knowledge import fold, plain
from dealbot.domain.practice.card import CardSource
from dealbot.domain.practice.mark import Mark, PitfallMark, PointMark, PointState
from dealbot.domain.practice.role_play import Ending, Turn
from dealbot.domain.practice.scene import Scene

_SHARED = 0.5
_END = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[A-Z\"“])|\s*\n\s*(?:[-*+•]\s+|\d{1,2}[.)]\s+)?")
_WORD = re.compile(r"[a-z0-9']{3,}")


@dataclass(frozen=True, slots=True)
class Better:
    """A sentence of the guide's own answer that says what was missed, and where it stands."""

    text: str
    source: CardSource


@dataclass(frozen=True, slots=True)
class Change:
    """The difference to last time: key points shown now and not then, then and not now, and the score then."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]
    before: float


@dataclass(frozen=True, slots=True)
class RoleCard:
    """The outcome: `made` with the words that show it, `unsure` to be marked by whoever played, `missed`.

    `change` is None the first time, `better` where nothing was missed that the guide's answer has a sentence for.
    """

    scene: Scene
    mark: Mark
    ending: Ending | None
    made: tuple[PointMark, ...]
    unsure: tuple[PointMark, ...]
    missed: tuple[str, ...]
    better: Better | None
    pitfall: PitfallMark | None
    change: Change | None


def role_card(scene: Scene, turns: Sequence[Turn], mark: Mark, before: Mark | None = None) -> RoleCard:
    """Sum up the turns by the mark of all that was said; `before` is the mark of the last time."""
    missed = tuple(point.point for point in mark.of(PointState.MISSED))
    unsure = (*mark.of(PointState.PARTLY), *mark.of(PointState.UNSURE))
    last = turns[-1].reply if turns else None
    return RoleCard(
        scene=scene,
        mark=mark,
        ending=last.ending if last else None,
        made=mark.of(PointState.MET),
        unsure=unsure,
        missed=missed,
        better=_better(scene, (*missed, *(point.point for point in unsure))),
        pitfall=mark.pitfall,
        change=_change(mark, before) if before else None,
    )


def _better(scene: Scene, lacking: Sequence[str]) -> Better | None:
    """The sentence of the answer for the weightiest point that is lacking."""
    source = scene.card.source
    sentences = [sentence for sentence in map(plain, _END.split(source.quote)) if sentence]
    for point in lacking:
        best = max(sentences, key=lambda sentence: _alike(point, sentence), default="")
        if best and _alike(point, best) >= _SHARED:
            return Better(best, source)
    return None


def _alike(point: str, sentence: str) -> float:
    """The share of a point's words that a sentence has."""
    wanted = frozenset(_WORD.findall(fold(point)))
    return len(wanted & frozenset(_WORD.findall(fold(sentence)))) / max(len(wanted), 1)


def _change(mark: Mark, before: Mark) -> Change:
    now, then = _shown(mark), _shown(before)
    asked = {fold(point.point) for point in mark.points}
    gained = tuple(point for key, point in now.items() if key not in then)
    lost = tuple(point for key, point in then.items() if key not in now and key in asked)
    return Change(gained, lost, before.score)


def _shown(mark: Mark) -> dict[str, str]:
    return {fold(point.point): point.point for point in mark.of(PointState.MET)}
