"""What corrections teach: kept with them, taken back, and taken for all deals once two people agree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dealbot.app.desk import Desk
from dealbot.app.in_step import InStep, in_step
from dealbot.app.mentions import mentions
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.learning import lessons_from
from dealbot.domain.lesson import Lesson, LessonKind, LessonState, has_most_words, words_of
from dealbot.domain.names import fold
from dealbot.domain.observation import Correction, Observation
from dealbot.domain.principal import Principal, Role
from dealbot.domain.reconcile import replay
from dealbot.errors import BadInput
from dealbot.reading.ports import KnownPerson
from dealbot.store.books import Books
from dealbot.store.lessons import KeptLesson
from dealbot.store.values import CorrectionIn, KeptNote

_QUOTED = 8


@dataclass(frozen=True, slots=True)
class Learnt:
    """A lesson as it was kept; `offered` tells that somebody else taught the same, so it may be taken for all deals."""

    key: int
    lesson: Lesson
    offered: bool = False


def teach(
    desk: Desk, books: Books, note: KeptNote, corrections: Sequence[Correction], told: Sequence[Observation]
) -> tuple[Learnt, ...]:
    """Keep what corrections of a note teach; `told` are the observations of its deal before them."""
    lessons = lessons_from(corrections, told, note.note.id, replay(told, date.max))
    return tuple(_keep(desk, books, note, lesson) for lesson in lessons)


def _keep(desk: Desk, books: Books, note: KeptNote, lesson: Lesson) -> Learnt:
    at = desk.now()
    key = books.ledger.append_correction(CorrectionIn(note.deal, lesson, desk.today(), at, note.key))
    offered = books.lessons.agreed(key)
    if offered:
        books.lessons.decide(key, LessonState.OFFERED, at)
    return Learnt(key, lesson, offered)


def lessons_of(desk: Desk, principal: Principal) -> tuple[KeptLesson, ...]:
    """List what was learnt in the deals that the principal may see, oldest first, without what was taken back."""
    with desk.reading(principal) as books:
        return tuple(kept for kept in books.lessons.all() if kept.state is not LessonState.TAKEN_BACK)


def forget(desk: Desk, principal: Principal, keys: Sequence[int]) -> tuple[KeptLesson, ...]:
    """Take lessons back, but not the corrections that taught them.

    Raises BadInput for one that is not there, not visible or was taken back already.
    """
    return _change(desk, principal, keys, LessonState.TAKEN_BACK)


def take_for_all(desk: Desk, principal: Principal, keys: Sequence[int]) -> tuple[KeptLesson, ...]:
    """Let lessons that are offered count in every deal of the workspace; raises BadInput as `forget` does."""
    return _change(desk, principal, keys, LessonState.WORKSPACE)


def refuse(desk: Desk, principal: Principal, keys: Sequence[int]) -> tuple[KeptLesson, ...]:
    """Let lessons that are offered go on counting in their deals only; raises BadInput as `forget` does."""
    return _change(desk, principal, keys, LessonState.REFUSED)


def _change(desk: Desk, principal: Principal, keys: Sequence[int], state: LessonState) -> tuple[KeptLesson, ...]:
    with desk.reading(principal) as books:
        lessons = tuple(_may_become(state, books.lessons.get(key)) for key in keys)

    def change(books: Books, step: InStep) -> tuple[KeptLesson, ...]:
        deals = sorted(_told_otherwise(books, lessons, state))
        books.deals.hold(*deals)
        for deal in deals:
            step.watch(deal)
        for kept in lessons:
            if state is LessonState.TAKEN_BACK:
                books.ledger.withdraw(kept.key, desk.now())
            else:
                books.lessons.decide(kept.key, state, desk.now())
        step.settle()
        return lessons

    # What counts in all deals changes deals that the person may not see, and shows nothing of them.
    return in_step(desk, replace(principal, roles=principal.roles | {Role.ADMIN}), change)


def _may_become(state: LessonState, kept: KeptLesson) -> KeptLesson:
    if kept.state is LessonState.TAKEN_BACK:
        raise BadInput(f"Lesson #{kept.key} was taken back already: nothing was changed.")
    if state is not LessonState.TAKEN_BACK and kept.state is not LessonState.OFFERED:
        raise BadInput(f"Lesson #{kept.key} is not offered for all deals: nothing was changed.")
    return kept


def _told_otherwise(books: Books, lessons: Sequence[KeptLesson], state: LessonState) -> Iterator[int]:
    """The deals in which something may be told otherwise: their own, and where all are meant those with the words."""
    own = {kept.deal for kept in lessons}
    everywhere = [kept.lesson for kept in lessons if LessonState.WORKSPACE in {kept.state, state}]
    for deal in books.deals.all():
        if deal.name in own or (everywhere and _has_words(books, deal.id, everywhere)):
            yield deal.id


def _has_words(books: Books, deal: int, lessons: Sequence[Lesson]) -> bool:
    names = [KnownPerson((lesson.words,)) for lesson in lessons if lesson.kind is LessonKind.ALIAS]
    examples = [lesson for lesson in lessons if lesson.kind is not LessonKind.ALIAS]
    folded = {fold(lesson.words) for lesson in lessons}
    for text in (kept.note.text for kept in books.notes.of_deal(deal)):
        words = set(words_of(text))
        if mentions(text, names) or any(has_most_words(words, lesson) for lesson in examples):
            return True
    by_hand = (kept.observation.item for kept in books.ledger.corrections(deal))
    return any(isinstance(item, Correction) and fold(item.subject or "") in folded for item in by_hand)


def lesson_line(lesson: Lesson, where: str = "in this deal") -> str:
    """Say what holds from now on."""
    return f"From now on '{_quoted(lesson)}' {_means(lesson)}, {where}"


def _quoted(lesson: Lesson) -> str:
    words = lesson.words.split()
    return " ".join(words[:_QUOTED]) + (" …" if len(words) > _QUOTED else "")


def _means(lesson: Lesson) -> str:
    match lesson.kind:
        case LessonKind.ALIAS | LessonKind.STANCE:
            return f"= {lesson.after}"
        case LessonKind.NO_CONCERN:
            return "is no worry"
        case LessonKind.TOPIC:
            return f"is a {ConcernTopic(lesson.after).words} worry"
        case LessonKind.HOLDER:
            return f"is {lesson.after}'s worry"
