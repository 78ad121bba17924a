"""What officers say in a role-play: lines by officer, by topic, by what is pressed on, in variants chosen by a seed."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.practice.officer import Officer

WORDS = "{words}"
LONGEST = 160


class Say(StrEnum):
    """What a line is for; those that end in `_words` take somebody's own words in."""

    GREET = "greet"
    KNOWN = "known"
    KNOWN_WORDS = "known_words"
    ACK = "ack"
    ACK_WORDS = "ack_words"
    ASKED = "asked"
    LATER = "later"
    REPEAT_WORDS = "repeat_words"
    HALF = "half"
    ASTRAY = "astray"
    AGAIN = "again"
    BACK = "back"
    PITFALL = "pitfall"
    PITFALL_WORDS = "pitfall_words"
    INSTEAD = "instead"
    DATE = "date"
    NUMBER = "number"
    OWNER = "owner"
    WARN = "warn"
    NUDGE = "nudge"
    THEN = "then"
    STRONG = "strong"
    SOME = "some"
    WEAK = "weak"
    STOPPED = "stopped"
    OFFENDED = "offended"

    @property
    def takes_words(self) -> bool:
        """Whether its lines quote."""
        return self.value.endswith("_words")


@dataclass(frozen=True, slots=True)
class Theme:
    """Something to press on, known by the cues in a key point; one that `asks` is for who has asked nothing yet.

    It fits its `topics`, or all where there are none.
    """

    name: str
    cues: tuple[str, ...]
    hint: str
    lines: tuple[str, ...]
    asks: bool = False
    topics: tuple[ConcernTopic, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """A worry that a guide's question tells of without quoting it, and who would voice it."""

    name: str
    topic: ConcernTopic
    officers: tuple[Officer, ...]
    cues: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficerLines:
    """All lines: `common` are for everybody, as are the worries of `any`; `answers` tell what is behind one."""

    common: Mapping[Say, tuple[str, ...]]
    officers: Mapping[Officer, Mapping[Say, tuple[str, ...]]]
    worries: Mapping[Officer | str, Mapping[ConcernTopic, tuple[str, ...]]]
    presses: Mapping[ConcernTopic, tuple[str, ...]]
    answers: Mapping[ConcernTopic, tuple[str, ...]]
    hints: Mapping[ConcernTopic, str]
    topics: Mapping[ConcernTopic, tuple[str, ...]]
    themes: tuple[Theme, ...]
    situations: tuple[Situation, ...]

    def of(self, officer: Officer, say: Say) -> tuple[str, ...]:
        """What an officer may say to some end: lines of their own and those of everybody."""
        return (*self.officers.get(officer, {}).get(say, ()), *self.common.get(say, ()))

    def worry(self, officer: Officer, topic: ConcernTopic) -> tuple[str, ...]:
        """How an officer puts a worry on a topic."""
        return self.worries.get(officer, {}).get(topic, ()) or self.worries["any"][topic]

    def theme(self, point: str, topic: ConcernTopic, passed_over: Iterable[str] = ()) -> Theme | None:
        """The theme that most cues of a key point speak for, the first of several, those passed over left out."""
        out = frozenset(passed_over)
        fitting = (each for each in self.themes if each.name not in out and (not each.topics or topic in each.topics))
        found = [(_hits(theme.cues, point), theme) for theme in fitting]
        best = max(found, key=lambda each: each[0], default=None)
        return best[1] if best and best[0] else None

    def situation(self, text: str) -> Situation | None:
        """The situation that a text tells of, if it tells of one."""
        return next((each for each in self.situations if _hits(each.cues, text)), None)

    def topic(self, question: str, answer: str) -> ConcernTopic:
        """What a guide's question is about: its own words weigh more than those of its answer."""
        weights = {topic: 3 * _hits(cues, question) + _hits(cues, answer) for topic, cues in self.topics.items()}
        best = max(weights, key=lambda topic: weights[topic], default=ConcernTopic.OTHER)
        return best if weights.get(best) else ConcernTopic.OTHER

    @property
    def flaws(self) -> tuple[str, ...]:
        """What is wrong with them, in words."""
        return (*self._lacking(), *self._misshapen())

    def _lacking(self) -> Iterator[str]:
        for officer in Officer:
            yield from (f"{officer} has under two lines for {say}" for say in Say if len(self.of(officer, say)) < 2)
        for name, topics in self._by_topic.items():
            yield from (f"{name} lack {topic}" for topic in ConcernTopic if len(topics.get(topic, ())) < 2)
        yield from (f"hints lack {topic}" for topic in ConcernTopic if not self.hints.get(topic))
        yield from (f"{each.name} lacks cues or lines" for each in self._found if not each.cues or len(each.lines) < 2)

    def _misshapen(self) -> Iterator[str]:
        for line in self._plain:
            if WORDS in line or not 0 < len(line) <= LONGEST:
                yield f"'{line}' is too long, empty, or quotes where it may not"
        for book in (self.common, *self.officers.values()):
            for say, lines in book.items():
                wrong = (line for line in lines if line.count(WORDS) != say.takes_words or len(line) > LONGEST)
                yield from (f"'{line}' does not fit {say}" for line in wrong)

    @property
    def _by_topic(self) -> Mapping[str, Mapping[ConcernTopic, tuple[str, ...]]]:
        return {"worries of any": self.worries.get("any", {}), "presses": self.presses, "answers": self.answers}

    @property
    def _found(self) -> tuple[Theme | Situation, ...]:
        return (*self.themes, *self.situations)

    @property
    def _plain(self) -> Iterator[str]:
        own = (topics for officer, topics in self.worries.items() if officer != "any")
        for topics in (*self._by_topic.values(), *own):
            for lines in topics.values():
                yield from lines
        for each in self._found:
            yield from each.lines


def choose(lines: Sequence[str], seed: int, said: str = "") -> str:
    """One of the variants in an order that the seed tells, the first that has not been said before."""
    order = sorted(lines, key=lambda line: hashlib.sha256(f"{seed}:{line}".encode()).digest())
    return next((line for line in order if line.rpartition(WORDS)[2] not in said), order[0])


def _hits(cues: Iterable[str], text: str) -> int:
    return sum(_cue(cue).search(text) is not None for cue in cues)


@cache
def _cue(cue: str) -> re.Pattern[str]:
    """A cue is found where a word begins with it."""
    return re.compile(rf"(?<!\w){re.escape(cue)}", re.IGNORECASE)
