"""Long notes are cut into parts, and their readings become one again."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.evidence import Span
from dealbot.domain.observation import (
    ConcernStatement,
    PersonStatement,
    Reading,
    SignalStatement,
    StepStatement,
    ViewStatement,
)
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance
from dealbot.reading.chunks import chunks_of
from dealbot.reading.merge import merge

ON = date(2026, 3, 10)


def at(start: int, length: int = 10) -> Span:
    return Span("x" * length, start, start + length)


def somebody(
    name: str | None, start: int, stance: Stance | None = Stance.UNKNOWN, title: str | None = None
) -> PersonStatement:
    return PersonStatement(name, title, None, Side.BUYER, frozenset(), stance, at(start))


def reading(*people: PersonStatement) -> Reading:
    return Reading(ON, people=people)


@given(st.text(alphabet="ab .\n", max_size=400), st.integers(20, 80))
def test_parts_cover_the_whole_and_overlap(text: str, size: int) -> None:
    windows = chunks_of(text, size, size // 8)
    assert windows[0][0] == 0
    assert windows[-1][1] == len(text)
    assert all(end - start <= size for start, end in windows)
    assert all(later[0] <= earlier[1] < later[1] for earlier, later in pairwise(windows))


def test_parts_are_cut_between_lines() -> None:
    text = "a sentence of words.\n" * 50
    assert all(text[end - 1] == "\n" for _, end in chunks_of(text, 200, 40))


def test_a_person_told_of_twice_is_one_and_the_worse_known_stance_counts() -> None:
    told = [
        somebody("Ruiz", 5, Stance.SUPPORTIVE),
        replace(somebody("Dana Ruiz", 30, title="CFO"), roles=frozenset({BuyingRole.VETO})),
        replace(somebody("Dana", 60, Stance.CONCERNED), function=Function.FINANCE),
    ]
    [dana] = merge([reading(told[0]), reading(told[1]), reading(told[2])]).people
    assert (dana.name, dana.title, dana.function, dana.stance) == (
        "Dana Ruiz",
        "CFO",
        Function.FINANCE,
        Stance.CONCERNED,
    )
    assert dana.roles == {BuyingRole.VETO}
    assert dana.span == at(60)


@pytest.mark.parametrize(
    ("first", "second", "start"),
    [
        (Stance.NEUTRAL, Stance.NEUTRAL, 5),
        (Stance.UNKNOWN, Stance.NEUTRAL, 30),
        (None, None, 5),
        (Stance.OPPOSED, Stance.NEUTRAL, 5),
    ],
)
def test_the_quote_is_the_one_that_tells_the_stance(first: Stance | None, second: Stance | None, start: int) -> None:
    [one] = merge([reading(somebody("Dana Ruiz", 5, first)), reading(somebody("Dana Ruiz", 30, second))]).people
    assert one.span == at(start)


def test_a_first_name_that_two_may_bear_stays_apart_and_titles_join_the_nameless() -> None:
    people = (
        somebody("Sam Okafor", 0, title="CFO"),
        somebody("Sam Delacroix", 20),
        somebody("Sam", 40),
        somebody(None, 60, title="Chief Financial Officer"),
        somebody(None, 80, title="CNO"),
    )
    names = [(one.name, one.title) for one in merge([reading(*people)]).people]
    assert names == [("Sam Okafor", "CFO"), ("Sam Delacroix", None), ("Sam", None), (None, "CNO")]


def test_a_concern_told_twice_has_the_later_status_under_the_fullest_name() -> None:
    def concern(holder: str, start: int, status: ConcernStatus, *, blocking: bool = False) -> ConcernStatement:
        return ConcernStatement(holder, ConcernTopic.BUDGET_ROI, status, blocking, at(start))

    parts = [
        Reading(
            ON,
            people=(somebody("Dana Ruiz", 0),),
            concerns=(concern("Dana Ruiz", 5, ConcernStatus.RAISED, blocking=True),),
        ),
        Reading(ON, people=(somebody("Dana", 30),), concerns=(concern("Dana", 35, ConcernStatus.ADDRESSED),)),
    ]
    [one] = merge(parts).concerns
    assert (one.holder, one.status, one.blocking) == ("Dana Ruiz", ConcernStatus.ADDRESSED, True)
    parts.append(Reading(ON, concerns=(concern("Dana Ruiz", 70, ConcernStatus.RESOLVED),)))
    assert [(one.status, one.blocking) for one in merge(parts).concerns] == [(ConcernStatus.RESOLVED, False)]


def test_what_stands_in_the_overlap_is_taken_once_and_two_steps_in_one_quote_stay_two() -> None:
    def step(action: str, due: date | None = None) -> StepStatement:
        return StepStatement(action, None, Side.US, due, None, at(50))

    signal = SignalStatement(SignalKind.EHR, "Epic", at(10))
    view = ViewStatement("Dana Ruiz", Stance.OPPOSED, at(70))
    first = Reading(ON, next_steps=(step("Send the form"), step("Send the drawing")), signals=(signal,), views=(view,))
    second = Reading(
        ON, next_steps=(step("Send form", ON),), signals=(replace(signal, detail="epic", span=at(90)),), views=(view,)
    )
    whole = merge([first, second])
    assert [(one.action, one.due) for one in whole.next_steps] == [("Send form", ON), ("Send the drawing", None)]
    assert whole.signals == (signal,)
    assert whole.views == (view,)
