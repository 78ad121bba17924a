"""What was taught is read as it was taught, where the words are nearly the same; quotes stay as they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.evidence import Span
from dealbot.domain.lesson import Lesson, LessonKind
from dealbot.domain.observation import Reading
from dealbot.domain.stakeholder import Stance
from dealbot.reading.ports import NoteText
from dealbot.reading.taught import TaughtReader
from dealbot.wiring import open_encoder
from tests.domain.builders import a_concern, a_person

ON = date(2026, 3, 10)
WORDS = "the pharmacy team asked twice who pays for the tablets"
READ = Reading(
    ON,
    people=(a_person("Dana Ruiz", stance="concerned", quote=WORDS), a_person("Raj Patel", quote=WORDS)),
    concerns=(replace(a_concern("Dana Ruiz", "budget_roi"), span=Span(WORDS, 4, 4 + len(WORDS))),),
)


@dataclass(frozen=True)
class Always:
    """A reader that reads the same in every note."""

    version: str = "always 1"
    reading: Reading = READ

    def read(self, _note: NoteText) -> Reading:
        return self.reading


class Far:
    """An encoder to which no two texts are alike."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.eye(len(texts), dtype=np.float32)


def lesson(kind: LessonKind, after: str, words: str = WORDS, before: str | None = "budget_roi") -> Lesson:
    return Lesson(kind, before, after, Span(words, 0, len(words)))


def read(*lessons: Lesson) -> Reading:
    return TaughtReader(Always(), open_encoder).read(NoteText(WORDS, ON, lessons=lessons))


def test_without_a_lesson_it_is_the_reading_of_the_reader_behind_it() -> None:
    assert read() is READ
    assert TaughtReader(Always(), open_encoder).version == "always 1"


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        "The pharmacy team asked twice, who pays for the tablets?",
        "pharmacy team asked twice who pays for the tablets",
    ],
)
def test_words_that_are_nearly_the_same_mean_what_was_taught(words: str) -> None:
    stance = read(lesson(LessonKind.STANCE, "neutral", words, "concerned")).people
    topic = read(lesson(LessonKind.TOPIC, "reimbursement", words)).concerns

    assert read(lesson(LessonKind.NO_CONCERN, "none", words)).concerns == ()
    assert [concern.topic for concern in topic] == [ConcernTopic.REIMBURSEMENT]
    assert [person.stance for person in stance] == [Stance.NEUTRAL, Stance.UNKNOWN]
    assert [concern.span for concern in topic] == [concern.span for concern in READ.concerns]
    assert [person.span for person in stance] == [person.span for person in READ.people]


def test_words_that_name_whose_worry_it_is_are_theirs_where_it_was_taught() -> None:
    holders = lesson(LessonKind.HOLDER, "Pia Pharmacy", before="dana ruiz"), lesson(LessonKind.HOLDER, "Raj Patel")

    assert [concern.holder for concern in read(*holders).concerns] == ["Pia Pharmacy"]
    assert [c.holder for c in read(*holders, lesson(LessonKind.TOPIC, "other")).concerns] == ["Pia Pharmacy"]


@pytest.mark.parametrize(
    "other",
    [
        lesson(LessonKind.NO_CONCERN, "none", "the nursing team pays for the tablets and asked for the training twice"),
        lesson(LessonKind.NO_CONCERN, "none", "who pays"),
        lesson(LessonKind.NO_CONCERN, "none", before="integration"),
        lesson(LessonKind.HOLDER, "Raj Patel", before="Dana Ruiz"),
        lesson(LessonKind.STANCE, "neutral", "she asked who pays"),
    ],
)
def test_other_words_another_topic_and_whose_worry_it_is_change_nothing(other: Lesson) -> None:
    assert read(other) == READ


def test_the_same_words_count_before_those_that_are_like_them_and_the_last_of_the_same_counts() -> None:
    near, first, last = (
        lesson(LessonKind.TOPIC, "other", f"{WORDS} now"),
        lesson(LessonKind.TOPIC, "governance"),
        lesson(LessonKind.TOPIC, "reimbursement", WORDS.upper()),
    )

    assert [concern.topic for concern in read(first, last, near).concerns] == [ConcernTopic.REIMBURSEMENT]
    assert [concern.topic for concern in read(near).concerns] == [ConcernTopic.OTHER]


def test_the_topic_that_was_taught_is_meant_also_by_words_that_name_none() -> None:
    leaning = replace(READ, concerns=tuple(replace(concern, leans=True) for concern in READ.concerns))
    note = NoteText(WORDS, ON, lessons=(lesson(LessonKind.TOPIC, "reimbursement"),))

    (concern,) = TaughtReader(Always(reading=leaning), Far).read(note).concerns
    assert (concern.topic, concern.leans) == (ConcernTopic.REIMBURSEMENT, False)


def test_words_that_only_look_alike_change_nothing() -> None:
    reader = TaughtReader(Always(), Far)

    note = NoteText(WORDS, ON, lessons=(lesson(LessonKind.TOPIC, "other", f"{WORDS} now"),))
    assert reader.read(note) == READ
