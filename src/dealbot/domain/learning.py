"""What corrections teach about how words are read, and what of it says who is who."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from dealbot.domain.concern import NOT_A_CONCERN, ConcernStatus
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.evidence import Span
from dealbot.domain.lesson import Lesson, LessonKind, names_holder, words_of
from dealbot.domain.names import all_initials, fold, may_mean
from dealbot.domain.namesakes import may_be_one
from dealbot.domain.observation import ConcernStatement, Correction, Observation, PersonStatement, Visibility
from dealbot.domain.stakeholder import Stance
from dealbot.domain.title import canonical_title, function_of


@dataclass(frozen=True, slots=True)
class _Page:
    """The note that is set right: what was read in it, the names that other notes have, the state before."""

    people: tuple[PersonStatement, ...]
    concerns: tuple[ConcernStatement, ...]
    elsewhere: frozenset[str]
    state: DealState


def lessons_from(
    corrections: Sequence[Correction], observations: Iterable[Observation], note: str, before: DealState
) -> tuple[Lesson, ...]:
    """Tell what corrections of a note teach, given all observations of its deal; private words teach nothing."""
    told = [o for o in observations if o.origin.visibility is not Visibility.PRIVATE]
    noted = [o.item for o in told if o.origin.note == note]
    others = (o.item for o in told if o.origin.note != note)
    page = _Page(
        tuple(item for item in noted if isinstance(item, PersonStatement)),
        tuple(item for item in noted if isinstance(item, ConcernStatement)),
        frozenset(fold(item.name) for item in others if isinstance(item, PersonStatement) and item.name),
        before,
    )
    taught = (lesson for given in corrections for lesson in _taught(given, corrections, page))
    return tuple(lesson for lesson in taught if lesson.before != lesson.after)


def who_is_who(observations: Iterable[Observation]) -> Iterator[Observation]:
    """Put what lessons say of names as corrections that hold for the deal; they say nothing else of its state.

    What another deal taught counts only for names of which this one was told nothing.
    """
    every = tuple(observations)
    own = {fold(name) for name in map(_named_by_hand, every) if name is not None}
    for observation in every:
        lesson = observation.item
        if not isinstance(lesson, Lesson):
            yield observation
        elif lesson.kind is LessonKind.ALIAS and not (lesson.shared and fold(lesson.words) in own):
            alias = Correction(CorrectedField.ALIAS, lesson.words, lesson.after, lesson.span)
            yield replace(observation, item=alias)


def examples_in(observations: Iterable[Observation]) -> tuple[tuple[str, Lesson], ...]:
    """Give what counts of the lessons that are not about names, each with the note that taught it, in their order.

    Of several about the same words the last counts, and a deal's own before what another one taught.
    """
    taught = [(o.origin, o.item) for o in observations if isinstance(o.item, Lesson)]
    examples = [(origin, lesson) for origin, lesson in taught if lesson.kind is not LessonKind.ALIAS]
    examples.sort(key=lambda one: (not one[1].shared, one[0].recorded_at, one[0].note, one[1].span.start))
    last = {lesson.subject: (origin.note, lesson) for origin, lesson in examples}
    return tuple(sorted(last.values(), key=lambda one: one[1].subject))


def _named_by_hand(observation: Observation) -> str | None:
    match observation.item:
        case Lesson(kind=LessonKind.ALIAS, shared=False, span=span):
            return span.quote
        case Correction(field=CorrectedField.ALIAS | CorrectedField.NAME, value=name):
            return name
        case _:
            return None


def _taught(given: Correction, beside: Sequence[Correction], page: _Page) -> Iterator[Lesson]:
    if given.field is CorrectedField.SAME_AS:
        yield from _alias(given, page)
    elif given.field is CorrectedField.STANCE:
        yield from _stance(given, beside, page)
    elif given.field is CorrectedField.HOLDER:
        for concern in _concerns(given, page):
            lesson = Lesson(LessonKind.HOLDER, concern.holder, given.value, concern.span)
            if concern.holder is not None and names_holder(set(words_of(lesson.words)), lesson):
                yield lesson
    elif given.field is CorrectedField.CONCERN and given.value == NOT_A_CONCERN:
        topic = _instead(given, beside)
        kind = LessonKind.TOPIC if topic else LessonKind.NO_CONCERN
        for concern in _concerns(given, page):
            yield Lesson(kind, concern.topic.value, topic or NOT_A_CONCERN, concern.span)


def _alias(given: Correction, page: _Page) -> Iterator[Lesson]:
    """A name of theirs, and nobody else's: no title, no half of somebody's name, nobody known by it elsewhere."""
    name, whose = given.subject or "", fold(given.value)
    people = [person for person in page.state.people if person.name]
    person = next((one for one in people if may_mean(whose, one.key)), None)
    after = person.label if person is not None else given.value
    is_title = function_of(name) is not None or canonical_title(name) in _titles(page.state.people)
    if not is_title and not _is_anothers(fold(name), person, people, page.elsewhere):
        yield Lesson(LessonKind.ALIAS, None, after, Span(name, 0, len(name)))


def _is_anothers(
    name: str, person: Stakeholder | None, people: Iterable[Stakeholder], elsewhere: AbstractSet[str]
) -> bool:
    """Whether a folded name is half of a full name, or one that other notes know as somebody not at all like them."""
    if all_initials(name):
        return False
    if any(may_mean(name, other.key) and name != other.key for other in people):
        return True
    known = next((other for other in people if other.key == name), None)
    alike = known is not None and person is not None and may_be_one(known, person)
    return " " in name and name in elsewhere and not alike


def _titles(people: Iterable[Stakeholder]) -> set[str]:
    return {canonical_title(person.title) for person in people if person.title}


def _stance(given: Correction, beside: Sequence[Correction], page: _Page) -> Iterator[Lesson]:
    """What a person's words mean; words that were somebody else's mean of them what they say."""
    elsewhere = [concern.span for other in beside for concern in _moved(other, page)]
    for person in page.people:
        heard = person.stance is not None and person.stance is not Stance.UNKNOWN
        theirs = not any(person.span.overlaps(span) for span in elsewhere)
        if heard and theirs and _means(given.subject, person.label):
            yield Lesson(LessonKind.STANCE, person.stance, given.value, person.span)


def _moved(given: Correction, page: _Page) -> list[ConcernStatement]:
    """The worries that a correction gives to somebody else."""
    return _concerns(given, page) if given.field is CorrectedField.HOLDER else []


def _concerns(given: Correction, page: _Page) -> list[ConcernStatement]:
    """The worries of a topic that a correction means; the only one there is needs no holder."""
    worries = [concern for concern in page.concerns if concern.topic is given.topic]
    return worries if len(worries) == 1 else [each for each in worries if _means(given.subject, each.holder)]


def _instead(given: Correction, beside: Sequence[Correction]) -> str | None:
    """The topic that the same person's worry has instead."""
    for other in beside:
        raised = other.field is CorrectedField.CONCERN and other.value == ConcernStatus.RAISED
        if raised and other.topic is not None and other.subject == given.subject:
            return other.topic.value
    return None


def _means(subject: str | None, label: str | None) -> bool:
    said, written = fold(subject or ""), fold(label or "")
    return may_mean(said, written) or may_mean(written, said)
