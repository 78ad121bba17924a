"""What the built-in reader is sure of is never lost."""

from dataclasses import replace
from datetime import date

from dealbot.domain.evidence import Span
from dealbot.domain.next_step import StepStatus
from dealbot.domain.observation import PersonStatement, Reading, StepClosed, StepStatement
from dealbot.domain.stakeholder import Movement, Side, Stance
from dealbot.errors import ModelUnavailable
from dealbot.reading.fallback import FallbackReader, fell_back, reconciled
from dealbot.reading.ports import KnownPerson, NoteText

ON = date(2026, 3, 10)
NOTE = NoteText("...", ON, roster=(KnownPerson(("Lena Ortiz", "Lena")),))


def at(start: int, words: str = "x" * 10) -> Span:
    return Span(words, start, start + 10)


def somebody(name: str | None, title: str | None = None, start: int = 0) -> PersonStatement:
    return PersonStatement(name, title, None, Side.BUYER, frozenset(), Stance.UNKNOWN, at(start))


def step(start: int, due: date | None, words: str = "I'll do it") -> StepStatement:
    return StepStatement(f"Do {start}", None, Side.US, due, "Friday" if due else None, at(start, words))


class Fixed:
    """A reader that returns what it was given, or fails."""

    def __init__(self, version: str, reading: Reading | None) -> None:
        self.version = version
        self._reading = reading

    def read(self, _: NoteText, /) -> Reading:
        if self._reading is None:
            raise ModelUnavailable("Out of order.")
        return self._reading


def test_people_with_a_title_or_on_the_roster_are_added_and_guesses_are_not() -> None:
    primary = Reading(ON, people=(somebody("Dana Ruiz", "CFO"),))
    builtin = Reading(
        ON,
        people=(
            somebody("Ruiz"),
            somebody("Lena"),
            somebody("Hank Roe", "CIO"),
            somebody("Guess"),
            somebody(None, "CNO"),
        ),
    )
    assert [one.name for one in reconciled(primary, builtin, NOTE).people] == ["Dana Ruiz", "Lena", "Hank Roe"]


def test_taking_part_and_movement_are_the_builtin_readers_word() -> None:
    primary = Reading(ON, people=(somebody("Dana Ruiz"), somebody("Lena Ortiz")))
    named = replace(somebody("Dana Ruiz"), took_part=False, movement=Movement.LEAVING)
    dana, lena = reconciled(primary, Reading(ON, people=(named,)), NOTE).people
    assert (dana.took_part, dana.movement) == (False, Movement.LEAVING)
    assert (lena.took_part, lena.movement) == (True, None)


def test_dated_steps_and_dates_the_model_missed_are_added() -> None:
    primary = Reading(ON, next_steps=(step(0, None), step(100, ON)))
    builtin = Reading(
        ON, next_steps=(step(2, ON), step(50, ON), step(70, None)), closed=(StepClosed(StepStatus.DONE, at(9)),)
    )
    both = reconciled(primary, builtin, NOTE)
    assert [(one.action, one.due) for one in both.next_steps] == [("Do 0", ON), ("Do 100", ON), ("Do 50", ON)]
    assert both.closed == builtin.closed


def test_a_date_is_no_promise_where_no_words_promise_or_the_model_took_them_for_something_else() -> None:
    primary = Reading(ON, people=(somebody("Lena Ortiz", start=0),))
    builtin = Reading(ON, next_steps=(step(0, ON), step(50, ON, "out Monday")))
    assert reconciled(primary, builtin, NOTE).next_steps == ()


def test_a_reading_by_both_and_one_in_the_models_place_say_so() -> None:
    model, builtin = Fixed("model:m@1", Reading(ON)), Fixed("builtin-1", Reading(ON))
    both = FallbackReader(model, builtin)
    alone = FallbackReader(Fixed("model:m@1", None), builtin).read(NOTE)
    assert both.read(NOTE).reader == both.version == "model:m@1+builtin-1"
    assert not fell_back(both.read(NOTE).reader)
    assert alone.reader == "builtin-1 instead of model:m@1 (model_unavailable)"
    assert fell_back(alone.reader)
