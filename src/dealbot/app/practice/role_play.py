"""A role-play as it is held: a turn is graded and answered, kept as plain JSON, taken up again, and summed up."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from dealbot.app.practice.scenes import Repertoire, Whose, again, again_by_deal, replay_of
from dealbot.domain.practice.mark import Mark, PointMark, PointState, Rating
from dealbot.domain.practice.moves import Move, move_of
from dealbot.domain.practice.officer import Officer
from dealbot.domain.practice.officer_lines import OfficerLines
from dealbot.domain.practice.role_card import RoleCard, role_card
from dealbot.domain.practice.role_play import Turn, all_said, carried, react
from dealbot.domain.practice.scene import Scene
from dealbot.errors import BadInput
from dealbot.reading.ports import AnswerGrader, OfficerVoice
from dealbot.store.books import Books

LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Play:
    """A role-play so far."""

    scene: Scene
    turns: tuple[Turn, ...] = ()

    @property
    def last_words(self) -> str:
        """What the officer said last."""
        reply = self.turns[-1].reply if self.turns else None
        return reply.text if reply else self.scene.opening

    @property
    def over(self) -> bool:
        """Whether the officer has closed it."""
        reply = self.turns[-1].reply if self.turns else None
        return reply is not None and reply.ending is not None


@dataclass(frozen=True, slots=True)
class Stage:
    """What role-plays are held with."""

    lines: OfficerLines
    grader: AnswerGrader
    voice: OfficerVoice

    def say(self, play: Play, said: str) -> Play:
        """Take in what somebody says, and let the officer answer; one that is over stays as it is."""
        if play.over:
            return play
        said = said.strip()[:LONGEST]
        turn = self._heard(play, said, move_of(said, play.last_words))
        script = react(play.scene, (*play.turns, turn), self.lines, self.voice.answers)
        worded = self.voice.say(play.scene, (*play.turns, turn), script)
        return replace(play, turns=(*play.turns, replace(turn, reply=replace(script, text=worded))))

    def card(self, play: Play, before: Mark | None = None) -> RoleCard:
        """What it came to; `before` is the mark of the last time."""
        return role_card(play.scene, play.turns, self._mark(play), before)

    def _heard(self, play: Play, said: str, move: Move) -> Turn:
        """A turn with the mark of all that was said up to it; what tells nothing is not graded."""
        before = self._mark(play)
        turn = Turn(said, move, before)
        text = all_said((*play.turns, turn))
        if text == all_said(play.turns):
            return turn
        mark = self.grader.grade(play.scene.card.rubric, text)
        return replace(turn, mark=carried(before, mark, len(text) - len(said)))

    def _mark(self, play: Play) -> Mark:
        if play.turns:
            return play.turns[-1].mark
        missed = tuple(PointMark(point, PointState.MISSED) for point in play.scene.card.points)
        return Mark(0.0, Rating.AGAIN, missed, by=self.grader.version)


@dataclass(frozen=True, slots=True)
class Kept:
    """A role-play as it is kept: of a deal's concern only whose it is, so that it is looked up anew when taken up."""

    card: str
    officer: Officer
    seed: int
    turns: tuple[Turn, ...]
    meant: Whose | None = None


_KEPT = TypeAdapter(Kept)


def to_json(play: Play) -> dict[str, Any]:
    """Give a role-play as plain JSON."""
    scene, meant = play.scene, replay_of(play.scene).meant
    kept: dict[str, Any] = _KEPT.dump_python(
        Kept(scene.card.id, scene.officer, scene.seed, play.turns, meant), mode="json"
    )
    return kept


def taken_up(kept: Mapping[str, Any], there: Repertoire, books: Books, today: date) -> Play:
    """Take a role-play up again; raises UnknownDeal where its deal is no longer the asker's to see, BadInput."""
    try:
        state = _KEPT.validate_python(kept)
    except ValidationError as error:
        raise BadInput("This role-play cannot be taken up again. Start another one.") from error
    if state.meant is None:
        return Play(again(there, state.card, state.officer, state.seed), state.turns)
    scene = again_by_deal(there, books, state.meant, (state.card, state.officer, state.seed), today)
    return Play(scene, state.turns)
