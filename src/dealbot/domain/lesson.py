"""What a correction taught about how words are read: for its deal, and for all deals once two people agree."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from dealbot.domain.evidence import Span
from dealbot.domain.names import fold


class LessonKind(StrEnum):
    """What words are taken for: a name, no worry, a worry's topic or holder, where somebody stands."""

    ALIAS = "alias"
    NO_CONCERN = "no_concern"
    TOPIC = "topic"
    HOLDER = "holder"
    STANCE = "stance"


class LessonState(StrEnum):
    """Where a lesson counts: in its deal, there and offered for all or refused, in all deals, or nowhere."""

    DEAL = "deal"
    OFFERED = "offered"
    REFUSED = "refused"
    WORKSPACE = "workspace"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Lesson:
    """The words in the span were read as `before` and mean `after`; `shared` tells that another deal taught it."""

    kind: LessonKind
    before: str | None
    after: str
    span: Span
    shared: bool = False

    @property
    def words(self) -> str:
        """The words that were set right."""
        return self.span.quote

    @property
    def subject(self) -> tuple[LessonKind, str]:
        """What it is about: of two lessons about the same the later counts, and a deal's own before another's."""
        return self.kind, fold(self.words)

    @property
    def says(self) -> tuple[LessonKind, str, str]:
        """The same for all who set the same right the same way."""
        return (*self.subject, fold(self.after))


_WORD = re.compile(r"[^\W_]+")
_SHARED = 0.6


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without case and marks."""
    return tuple(_WORD.findall(text.casefold()))


def has_most_words(words: AbstractSet[str], lesson: Lesson) -> bool:
    """Whether a text of these words has so many of a lesson's that a part of it may be meant the same way."""
    return shared_words(words, lesson) >= _SHARED


def shared_words(words: AbstractSet[str], lesson: Lesson) -> float:
    """Which part of a lesson's words a text has, 0 to 1."""
    taught = set(words_of(lesson.words))
    return len(taught & words) / len(taught) if taught else 0.0


def names_holder(words: AbstractSet[str], lesson: Lesson) -> bool:
    """Whether words have a part of the name of whose worry a lesson says it is: else they cannot tell whose."""
    return not words.isdisjoint(fold(lesson.after).replace("-", " ").split())
