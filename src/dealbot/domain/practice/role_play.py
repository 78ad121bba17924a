"""A role-play as a pure state machine: an officer raises a concern, presses on what is still open, and closes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dealbot.domain.evidence import Span
from dealbot.domain.practice.mark import Mark, PointMark, PointState, Rating
from dealbot.domain.practice.marking import WORTH, share_of
from dealbot.domain.practice.moves import Move
from dealbot.domain.practice.officer_lines import WORDS, OfficerLines, Say, Theme, choose
from dealbot.domain.practice.scene import Scene
from dealbot.domain.practice.spoken import few_words

SCRIPTED = 3
_BEHIND = re.compile(r"\b(?:why|what|which|behind|tell me|how come)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\b(?:how (?:many|much|long|often)|when|who|whose|where)\b", re.IGNORECASE)
_ASKS = re.compile(r"[^.!?\n]*\?")
_SPARE = 5  # so many messages more than answers: for help, for questions back, for nothing said
_HINTS = 2
_STRONG, _WEAK = 0.6, 0.25
_GIVEN = {
    Say.DATE: re.compile(
        r"\b(?:\d{1,2}/\d{1,2}|mon|tues|wednes|thurs|fri|sun|weeks?|months?|quarter|january|february|march|april|june|july"
        r"|august|september|october|november|december)(?:day)?\b",
        re.IGNORECASE,
    ),
    Say.NUMBER: re.compile(r"\d"),
    Say.OWNER: re.compile(r"\b(?:owner|by name|responsible|in charge)\b", re.IGNORECASE),
}


class Beat(StrEnum):
    """What an officer does with an answer; the first four are the ones that a role-play has only so many of."""

    PRESS = "press"
    PITFALL = "pitfall"
    TEST = "test"
    CLOSE = "close"
    AGAIN = "again"
    BACK = "back"
    REPEAT = "repeat"
    HINT = "hint"
    WARN = "warn"

    @property
    def counts(self) -> bool:
        """Whether the answer before it was one of those that count."""
        return self in {Beat.PRESS, Beat.PITFALL, Beat.TEST, Beat.CLOSE}


class Ending(StrEnum):
    """How a role-play ended."""

    PLAYED = "played"
    STOPPED = "stopped"
    OFFENDED = "offended"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the officer says; `aside` is a nudge from outside the role, `point` and `theme` what is pressed on."""

    text: str
    beat: Beat
    point: str = ""
    theme: str = ""
    aside: str = ""
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What was said, what it does, the mark of all that was said so far, and the officer's answer once there is one.

    The words of the mark are places in `all_said` up to here.
    """

    said: str
    move: Move
    mark: Mark
    reply: Reply | None = None


def all_said(turns: Sequence[Turn]) -> str:
    """What is graded: every answer and question, in order, without requests for help and the like."""
    return "\n\n".join(turn.said for turn in turns if turn.move in {Move.ANSWER, Move.QUESTION})


def carried(before: Mark, now: Mark, start: int = 0) -> Mark:
    """The mark of all that was said, where a point once shown stays shown, and a pitfall once done stays done.

    Words that begin in an earlier answer and end in the last one, which begins at `start`, are of the last one.
    """
    kept = {point.point: point for point in before.points}
    clipped = tuple(replace(point, words=_within(point.words, start)) for point in now.points)
    points = tuple(_better(kept.get(point.point), point) for point in clipped)
    return replace(now, points=points, pitfall=now.pitfall or before.pitfall)


def _within(words: Span | None, start: int) -> Span | None:
    if words is None or not words.start < start < words.end:
        return words
    return Span(words.quote[start - words.start :], start, words.end)


def _better(before: PointMark | None, now: PointMark) -> PointMark:
    """The mark that shows more; of two that show as much the earlier, whose words stood when it was first seen."""
    if before is None or WORTH[before.state] < WORTH[now.state]:
        return now
    return before if before.words or before.state is not now.state else now


def react(scene: Scene, turns: Sequence[Turn], lines: OfficerLines, most: int = SCRIPTED) -> Reply:
    """What the officer says to the last of the turns, which has no reply yet; after `most` answers the end."""
    return _Officer(scene, tuple(turns), lines).answer(most)


@dataclass(frozen=True, slots=True)
class _Officer:
    scene: Scene
    turns: tuple[Turn, ...]
    lines: OfficerLines

    def answer(self, most: int) -> Reply:
        match self._last.move:
            case Move.STOP:
                return self._end(Say.STOPPED, Ending.STOPPED)
            case Move.INSULT if self._count(Beat.WARN):
                return self._end(Say.OFFENDED, Ending.OFFENDED)
            case Move.INSULT:
                return Reply(self._line(Say.WARN), Beat.WARN)
            case Move.HELP if self._count(Beat.HINT) < _HINTS:
                return self._hint()
            case _:
                return self._waived() or self._counted(most)

    def _waived(self) -> Reply | None:
        """The first time that nothing is said, or only something is asked, it costs no turn."""
        if self._gained or self._last.mark.pitfall:
            return None
        if self._last.move is Move.UNCLEAR and not self._count(Beat.REPEAT):
            return Reply(self._line(Say.REPEAT_WORDS, self.scene.concern), Beat.REPEAT)
        if self._last.move is Move.QUESTION and not self._count(Beat.BACK):
            behind = self._behind
            return Reply(_joined(behind, self._line(Say.THEN)) if behind else self._line(Say.BACK), Beat.BACK)
        if self._last.move is Move.NOTHING and not self._count(Beat.AGAIN):
            return Reply(self._line(Say.AGAIN), Beat.AGAIN)
        return None

    def _counted(self, most: int) -> Reply:
        number = 1 + sum(turn.reply is not None and turn.reply.beat.counts for turn in self.turns)
        told_all = number >= SCRIPTED and not self._open
        if number >= most or told_all or len(self.turns) >= most + _SPARE:
            return self._end(self._verdict, Ending.PLAYED)
        if self._last.mark.pitfall and not self._count(Beat.PITFALL):
            return self._on_pitfall()
        return self._press() if self._open else self._test()

    def _press(self) -> Reply:
        pressed = {turn.reply.point for turn in self.turns if turn.reply}
        point = next((each.point for each in self._open if each.point not in pressed), self._open[0].point)
        theme = self._theme(point)
        asked = choose(theme.lines if theme else self.lines.presses[self.scene.topic], self.scene.seed, self._heard)
        return Reply(_joined(self._head, asked), Beat.PRESS, point, theme.name if theme else "")

    def _test(self) -> Reply:
        """The best answer is tested by what it does not tell yet: a date, a number, an owner."""
        said = all_said(self.turns)
        done = {turn.reply.theme for turn in self.turns[: None if self._tested else -2] if turn.reply}
        lacking = [say for say, told in _GIVEN.items() if not told.search(said) and say not in done] or list(_GIVEN)
        asked = Say(choose([say.value for say in lacking], self.scene.seed))
        return Reply(_joined(self._head, self._line(asked)), Beat.TEST, theme=asked)

    def _on_pitfall(self) -> Reply:
        done = self._last.mark.pitfall
        words = few_words(done.words.quote) if done and done.words else ""
        told = self._line(Say.PITFALL_WORDS, words) if words else self._line(Say.PITFALL)
        return Reply(_joined(told, self._line(Say.INSTEAD)), Beat.PITFALL)

    def _hint(self) -> Reply:
        """A nudge towards what was pressed on last, or else the weightiest point."""
        pressed = [turn.reply.theme for turn in self.turns if turn.reply and turn.reply.beat is Beat.PRESS]
        theme = self._theme(self._open[0].point) if self._open else None
        if pressed:
            theme = next((each for each in self.lines.themes if each.name == pressed[-1]), None)
        hint = theme.hint if theme else self.lines.hints[self.scene.topic]
        return Reply(self._line(Say.NUDGE), Beat.HINT, aside=f"Hint: {hint}")

    def _end(self, say: Say, ending: Ending) -> Reply:
        return Reply(self._line(say), Beat.CLOSE, ending=ending)

    @property
    def _head(self) -> str:
        """What is said first to what was said: what of it was heard, or that it was no answer."""
        if self._gained:
            return self._heard_of([point.words for point in self._gained if point.words])
        if self._last.move is Move.QUESTION:
            return self._behind or self._line(Say.LATER)
        if self._last.move is not Move.ANSWER:
            return self._line(Say.AGAIN)
        if self._tested:
            return self._line(Say.ACK)
        near = self._nearer or self._last.mark.rating is not Rating.AGAIN
        return self._line(Say.HALF if near else Say.ASTRAY)

    @property
    def _tested(self) -> bool:
        """Whether the answer gives what was asked for last to test a good one: a day, a figure, somebody."""
        before = self.turns[-2].reply if len(self.turns) > 1 else None
        if before is None or before.beat is not Beat.TEST:
            return False
        return before.theme == Say.OWNER or _GIVEN[Say(before.theme)].search(self._last.said) is not None

    def _heard_of(self, words: Sequence[Span]) -> str:
        """That something was heard, in the last words of whoever said it; a question is not said back."""
        text = all_said(self.turns)
        last = [each for each in words if each.start >= len(text) - len(self._last.said)]
        told = [each.quote for each in last if not _ASKS.match(text, each.start)]
        if last and not told:
            return _joined(self._line(Say.ASKED), self._behind)
        few = next(filter(None, map(few_words, told)), "")
        return self._line(Say.ACK_WORDS, few) if few else self._line(Say.ACK)

    @property
    def _behind(self) -> str:
        """What is told to whoever asks what is behind it, once; a real person's reasons are not made up."""
        answers = self.lines.answers[self.scene.topic]
        asked = _BEHIND.search(self._last.said) and not _FIGURE.search(self._last.said)
        if self.scene.deal is not None or not asked or any(line in self._heard for line in answers):
            return ""
        return choose(answers, self.scene.seed)

    @property
    def _verdict(self) -> Say:
        points = self._last.mark.points
        share = share_of(points)
        if share < _WEAK:
            return Say.WEAK
        return Say.STRONG if share >= _STRONG and not self._last.mark.pitfall else Say.SOME

    @property
    def _last(self) -> Turn:
        return self.turns[-1]

    @property
    def _gained(self) -> tuple[PointMark, ...]:
        return self._new(PointState.MET)

    @property
    def _nearer(self) -> tuple[PointMark, ...]:
        return (*self._new(PointState.PARTLY), *self._new(PointState.UNSURE))

    def _new(self, state: PointState) -> tuple[PointMark, ...]:
        """The points that are in a state since the last turn."""
        before = self.turns[-2].mark.of(state) if len(self.turns) > 1 else ()
        known = {point.point for point in before}
        return tuple(point for point in self._last.mark.of(state) if point.point not in known)

    @property
    def _open(self) -> tuple[PointMark, ...]:
        """The points not shown yet, the weightiest first: those missed in their order, then those half shown."""
        mark = self._last.mark
        return (*mark.of(PointState.MISSED), *mark.of(PointState.PARTLY), *mark.of(PointState.UNSURE))

    def _theme(self, point: str) -> Theme | None:
        used = {turn.reply.theme for turn in self.turns if turn.reply}
        asked = {theme.name for theme in self.lines.themes if theme.asks} if "?" in all_said(self.turns) else set()
        return self.lines.theme(point, self.scene.topic, used | asked)

    def _count(self, beat: Beat) -> int:
        return sum(turn.reply is not None and turn.reply.beat is beat for turn in self.turns)

    def _own(self, say: Say) -> tuple[str, ...]:
        return self.lines.of(self.scene.officer, say)

    def _line(self, say: Say, words: str = "") -> str:
        line = choose(self._own(say), self.scene.seed, self._heard)
        begins = line.startswith(f'"{WORDS}')  # what is said back there begins a sentence
        return line.replace(WORDS, f"{words[:1].upper()}{words[1:]}" if begins else words)

    @property
    def _heard(self) -> str:
        return "\n".join((self.scene.opening, *(turn.reply.text for turn in self.turns if turn.reply)))


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))
