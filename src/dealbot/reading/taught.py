"""A reading with what people set right of nearly the same words elsewhere; quotes stay as they are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.lesson import Lesson, LessonKind, has_most_words, names_holder, words_of
from dealbot.domain.names import fold
from dealbot.domain.observation import ConcernStatement, PersonStatement, Reading
from dealbot.domain.stakeholder import Stance
from dealbot.reading.heads import Encoder
from dealbot.reading.ports import NoteReader, NoteText

_NEAR = 0.9
_OF_WORRIES = frozenset({LessonKind.NO_CONCERN, LessonKind.TOPIC})


@dataclass(frozen=True, slots=True)
class TaughtReader:
    """A NoteReader that reads with another one and then as it was taught; the encoder is opened when it is needed."""

    reader: NoteReader
    encoder: Callable[[], Encoder]

    @property
    def version(self) -> str:
        """The version of the reader behind it; what it was taught is in the ledger."""
        return self.reader.version

    def read(self, note: NoteText) -> Reading:
        """Read one note; of words that are nearly those of a lesson, the lesson says what they mean."""
        reading = self.reader.read(note)
        if not note.lessons:
            return reading
        return replace(
            reading,
            people=tuple(self._person(person, note.lessons) for person in reading.people),
            concerns=tuple(kept for concern in reading.concerns for kept in self._concern(concern, note.lessons)),
        )

    def _person(self, person: PersonStatement, lessons: Sequence[Lesson]) -> PersonStatement:
        stances = [lesson for lesson in lessons if lesson.kind is LessonKind.STANCE]
        heard = person.stance is not None and person.stance is not Stance.UNKNOWN
        nearest = self._nearest(person.span.quote, stances) if heard else None
        return replace(person, stance=Stance(nearest.after)) if nearest is not None else person

    def _concern(self, concern: ConcernStatement, lessons: Sequence[Lesson]) -> Iterator[ConcernStatement]:
        about = [lesson for lesson in lessons if lesson.kind in _OF_WORRIES and lesson.before == concern.topic]
        nearest = self._nearest(concern.span.quote, about)
        if nearest is None:
            yield self._held(concern, lessons)
        elif nearest.kind is LessonKind.TOPIC:
            yield self._held(replace(concern, topic=ConcernTopic(nearest.after), leans=False), lessons)

    def _held(self, concern: ConcernStatement, lessons: Sequence[Lesson]) -> ConcernStatement:
        words = set(words_of(concern.span.quote))
        taken = [lesson for lesson in lessons if lesson.kind is LessonKind.HOLDER and names_holder(words, lesson)]
        same = [lesson for lesson in taken if fold(lesson.before or "") == fold(concern.holder or "")]
        nearest = self._nearest(concern.span.quote, same)
        return replace(concern, holder=nearest.after) if nearest is not None else concern

    def _nearest(self, quote: str, lessons: Sequence[Lesson]) -> Lesson | None:
        """The lesson about the same words, else the nearest that is very near; of several as near the last."""
        words = words_of(quote)
        same = [lesson for lesson in lessons if words_of(lesson.words) == words]
        like = [lesson for lesson in lessons if has_most_words(set(words), lesson)]
        if same or not like:
            return same[-1] if same else None
        vectors = self.encoder().encode([quote, *(lesson.words for lesson in like)])
        near = vectors[1:] @ vectors[0]
        best = max(range(len(like)), key=lambda place: (float(near[place]), place))
        return like[best] if near[best] >= _NEAR else None
