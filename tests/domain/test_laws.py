"""What holds of every deal, whatever was said in it."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dealbot.domain.alignment import align
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.observation import Observation
from dealbot.domain.stakeholder import Stance
from tests.domain.builders import (
    a_closing,
    a_concern,
    a_correction,
    a_leaver,
    a_newcomer,
    a_person,
    a_signal,
    a_state,
    a_step,
    a_view,
    said,
)

NAMES = ("Dana Ruiz", "Dana", "Ruiz", "D. Ruiz", "Raj Patel", "Raj", "Dana Lee", "Amelia Lee", "Lee", None)
TITLES = ("CFO", "Chief Financial Officer", "CIO", "CMO", None)
KNOWN = [stance.value for stance in Stance if stance is not Stance.UNKNOWN]
SAMPLED = settings(max_examples=25)


@st.composite
def items(draw: st.DrawFn) -> object:
    """Anything a note may say or a person may set right."""
    name, title = draw(st.sampled_from(NAMES)), draw(st.sampled_from(TITLES))
    who = name or title or "P&T committee"
    topic = draw(st.sampled_from([topic.value for topic in ConcernTopic][:3]))
    return draw(
        st.one_of(
            st.builds(a_person, st.just(name or "Ana Gomez"), st.just(title), st.sampled_from([*KNOWN, "unknown"])),
            st.just(a_person(None, title or "CNO", "concerned")),
            st.just(a_leaver(name or "Dana Ruiz", title)),
            st.just(a_newcomer(name, title or "CFO")),
            st.builds(a_concern, st.just(who), st.just(topic), st.sampled_from(["raised", "addressed", "resolved"])),
            st.just(a_step("Send the ROI model")),
            st.just(a_closing("sent the ROI model")),
            st.just(a_signal("ehr", "Epic")),
            st.just(a_view(who, "opposed")),
            st.builds(a_correction, st.just("stance"), st.sampled_from(KNOWN), st.just("Dana Ruiz")),
            st.just(a_correction("name", "Dana Ortiz", "Dana Ruiz")),
        )
    )


@st.composite
def observations(draw: st.DrawFn) -> list[Observation]:
    """Up to a dozen statements of a year, each in a note of its own."""
    told = draw(st.lists(st.tuples(items(), st.integers(0, 300), st.sampled_from(["Priya", "Sam"])), max_size=12))
    first = date(2026, 1, 1)
    return [
        said(item, first + timedelta(days=day), author, f"n{number}")  # type: ignore[arg-type]
        for number, (item, day, author) in enumerate(told)
    ]


@SAMPLED
@given(observations(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_state(told: list[Observation], chance: object) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert a_state(*shuffled) == a_state(*told)
    assert align(a_state(*shuffled)) == align(a_state(*told))


@SAMPLED
@given(observations(), st.integers(0, 300))
def test_what_is_said_later_does_not_count(told: list[Observation], day: int) -> None:
    on = date(2026, 1, 1) + timedelta(days=day)
    earlier = [o for o in told if o.origin.said_on <= on or getattr(getattr(o.item, "field", None), "identity", False)]
    assert a_state(*told, on=on) == a_state(*earlier, on=on)


@SAMPLED
@given(observations())
def test_the_four_lists_are_disjoint_and_make_up_the_committee(told: list[Observation]) -> None:
    state = a_state(*told)
    found = align(state)
    listed = [p.key for p in (*found.aligned, *found.to_convince, *found.unknown, *found.gone)]
    assert len(listed) == len(set(listed))
    assert set(listed) == {person.key for person in state.committee}


@SAMPLED
@given(st.lists(st.sampled_from(KNOWN), min_size=1, max_size=6), st.integers(1, 200))
def test_nothing_known_of_a_stance_never_overwrites_what_is(stances: list[str], day: int) -> None:
    first = date(2026, 1, 1)
    told = [said(a_person("Dana Ruiz", "CFO", s), first + timedelta(days=9 * n)) for n, s in enumerate(stances)]
    silent = said(a_person("Dana Ruiz", "CFO", "unknown"), first + timedelta(days=day), note="silent")
    assert [person.stance for person in a_state(*told, silent).people] == [Stance(stances[-1])]


@SAMPLED
@given(observations())
def test_a_settled_concern_opens_nothing(told: list[Observation]) -> None:
    settled = said(a_concern("Dana Ruiz", "budget_roi", "resolved"), "12-30", note="last")
    assert len(a_state(*told, settled).open_concerns) <= len(a_state(*told).open_concerns)


def test_a_correction_holds_against_reading_an_old_note_again_and_yields_to_a_later_word() -> None:
    old = said(a_person("Dana Ruiz", "CFO", "opposed"), "01-10", note="jan")
    corrected = said(a_correction("stance", "supportive", "Dana Ruiz"), "03-02", note="")
    read_again = said(a_person("Dana Ruiz", "CFO", "opposed"), "01-10", note="jan", reader="builtin-2")
    later = said(a_person("Dana Ruiz", "CFO", "concerned"), "04-05", note="apr")

    assert [p.stance for p in a_state(old, corrected).people] == [Stance.SUPPORTIVE]
    assert [p.stance for p in a_state(old, corrected, read_again).people] == [Stance.SUPPORTIVE]
    assert [p.stance for p in a_state(old, corrected, read_again, later).people] == [Stance.CONCERNED]
