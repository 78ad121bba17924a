"""Reads a note with a chat model: asks for READING.md's items and keeps those that the note's own words back."""

import calendar
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dealbot.domain.lesson import Lesson, LessonKind, shared_words, words_of
from dealbot.domain.observation import Reading
from dealbot.domain.stakeholder import Side
from dealbot.prompts import Prompt
from dealbot.reading.align import Page, Window, words_in
from dealbot.reading.answer import Answer, parse_answer
from dealbot.reading.chunks import chunks_of
from dealbot.reading.claims import Ground, ground_items
from dealbot.reading.egress import Egress, Judgement, Task
from dealbot.reading.flaws import Flaw, FlawKind
from dealbot.reading.lexicon.names import capital_first_names, first_names
from dealbot.reading.merge import merge
from dealbot.reading.ports import NoteText
from dealbot.reading.pseudonyms import Known, Pseudonyms
from dealbot.reading.schema import Items

_LESSONS = 5
_SIDES = {Side.BUYER: "buyer", Side.US: "us", Side.THIRD_PARTY: "third_party"}


@dataclass(frozen=True, slots=True)
class Examined:
    """A reading with what was wrong with the model's answers, counted by kind."""

    reading: Reading
    flaws: Mapping[FlawKind, int]


class ModelReader:
    """A NoteReader on a chat model; raises ModelUnavailable when the model is of no use."""

    def __init__(self, egress: Egress, prompt: Prompt, model: str) -> None:
        """Take the way out to the model, the prompt, and the model's name."""
        self._egress = egress
        self._prompt = prompt
        self._model = model
        self._sentinels = frozenset(word for name in prompt.sentinels for word in words_in(name))

    @property
    def version(self) -> str:
        """The model's name and the version of the prompt."""
        return f"model:{self._model}@{self._prompt.version}"

    def read(self, note: NoteText) -> Reading:
        """Read one note."""
        return self.examine(note).reading

    def examine(self, note: NoteText) -> Examined:
        """Read one note and tell what was rejected."""
        if not note.text.strip():
            return Examined(Reading(note.on, reader=self.version), {})
        page = Page(note.text)
        windows = chunks_of(note.text)

        def judge(number: int, answer: Answer, names: Pseudonyms) -> Judgement[tuple[Reading, tuple[Flaw, ...]]]:
            ground = Ground(page, note, windows[number], names, self._sentinels)
            return _judged(answer, ground, self.version)

        task = Task(self._prompt, [_inputs(note, window, len(windows)) for window in windows], _known(note), Items)
        judged = self._egress.ask(task, judge)
        flaws = Counter(flaw.kind for _, found in judged for flaw in found)
        return Examined(merge([reading for reading, _ in judged]), flaws)


def _judged(answer: Answer, ground: Ground, reader: str) -> Judgement[tuple[Reading, tuple[Flaw, ...]]]:
    """An answer is asked for again if nothing of it can be used, or more of it is wrong than right."""
    parsed = parse_answer(answer)
    reading, flaws = ground_items(parsed.items, ground, reader)
    flaws = (*parsed.flaws, *flaws)
    kept = len(reading.statements)
    poor = len(flaws) > kept
    usable = parsed.readable and (kept > 0 or not flaws)
    complaints = tuple(f"{flaw.where}: {flaw.hint}" for flaw in flaws) if poor else ()
    return Judgement((reading, flaws) if usable else None, kept - len(flaws), complaints)


def _known(note: NoteText) -> Known:
    holders = [name for lesson in note.lessons if lesson.kind is LessonKind.HOLDER for name in _holders(lesson)]
    also = ((name,) for name in (note.author, *holders) if name)
    people = (*(person.names for person in note.roster), *also)
    return Known(people, ((note.deal,),) if note.deal else (), first_names() | capital_first_names())


def _inputs(note: NoteText, window: Window, parts: int) -> dict[str, str]:
    """What the prompt is filled in with for one part of a note, in clear: only egress may send it."""
    return {
        "note": note.text[slice(*window)],
        "note_on": note.on.isoformat(),
        "weekday": f"{note.on:%A}",
        "author": note.author or "not known",
        "deal": note.deal or "not known",
        "people": _roster(note),
        "lessons": _lessons(note),
        "dates": _conventions(note),
        "part": f", one of {parts} overlapping parts of it," if parts > 1 else "",
    }


def _roster(note: NoteText) -> str:
    lines = [
        f"- {' = '.join(person.names)}, {person.title or 'title not known'}, side {_SIDES[person.side]}"
        for person in note.roster
    ]
    return "\n".join(lines) or "none"


def _lessons(note: NoteText) -> str:
    """The lessons nearest to the note by their words, a line each."""
    words = set(words_of(note.text))
    nearest = sorted(note.lessons, key=lambda lesson: (-shared_words(words, lesson), lesson.subject))
    return (
        "\n".join(f'- "{" ".join(lesson.words.split())}": {_taught(lesson)}' for lesson in nearest[:_LESSONS]) or "none"
    )


def _taught(lesson: Lesson) -> str:
    match lesson.kind:
        case LessonKind.NO_CONCERN:
            return f"no concern, least of all {lesson.before}"
        case LessonKind.TOPIC:
            return f"topic {lesson.after}, not {lesson.before}"
        case LessonKind.STANCE:
            return f"stance {lesson.after}, not {lesson.before}"
        case LessonKind.HOLDER:
            return f"holder {lesson.after}, not {lesson.before or 'nobody'}"
        case LessonKind.ALIAS:
            return f"a name of {lesson.after}"


def _holders(lesson: Lesson) -> tuple[str, ...]:
    return tuple(name for name in (lesson.before, lesson.after) if name)


def _conventions(note: NoteText) -> str:
    order = "month/day" if note.month_first else "day/month"
    fiscal = f" Their fiscal year starts in {calendar.month_name[note.fiscal_start]}." if note.fiscal_start != 1 else ""
    return f"Numeric dates are {order}.{fiscal}"
