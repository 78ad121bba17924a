"""What holds of every deal, whatever was said of it and in whatever order it came in."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.alignment import align
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import DealState
from dealbot.domain.evidence import Evidence
from dealbot.domain.identity import Identities
from dealbot.domain.names import fold
from dealbot.domain.observation import Correction, Observation, PersonStatement
from dealbot.domain.reconcile import replay
from dealbot.domain.stakeholder import Side, Stance, badness
from tests.domain.builders import a_concern, a_correction, a_leaver, a_newcomer, a_person, a_span, a_step
from tests.domain.stories import (
    FIRST,
    FULL_NAMES,
    LAST,
    NAMING,
    TOPICS,
    concerns,
    corrections,
    days,
    labels,
    on_day,
    people,
    statements,
    steps,
    stories,
)

AFTER = LAST + timedelta(days=1)
KNOWN = [stance for stance in Stance if stance is not Stance.UNKNOWN]
a_stance = st.sampled_from(KNOWN)


def is_correction(observation: Observation) -> bool:
    return isinstance(observation.item, Correction)


def full_names(story: list[Observation]) -> list[str]:
    written = {o.item.name for o in story if isinstance(o.item, PersonStatement)}
    return [name for name in FULL_NAMES if name in written]


def open_worries(state: DealState) -> set[tuple[str | None, ConcernTopic]]:
    return {(concern.holder_key, concern.topic) for concern in state.open_concerns}


def known_stances(state: DealState) -> set[tuple[Evidence, Stance]]:
    return {(person.evidence, person.stance) for person in state.people if person.stance is not Stance.UNKNOWN}


@given(stories().flatmap(lambda story: st.tuples(st.just(story), st.permutations(story))))
def test_any_order_of_arrival_gives_the_same_state_and_the_same_alignment(
    arrivals: tuple[list[Observation], list[Observation]],
) -> None:
    one, other = (replay(story, LAST) for story in arrivals)
    assert one == other
    assert align(one) == align(other)


@given(stories(), days)
def test_what_was_said_after_the_day_changes_nothing_but_who_somebody_is(story: list[Observation], day: date) -> None:
    counted = [o for o in story if o.origin.said_on <= day or o.timeless]
    assert replay(story, day) == replay(counted, day)


@given(stories(), st.timedeltas(timedelta(days=-900), timedelta(days=900)))
def test_when_something_was_learned_matters_only_among_corrections(story: list[Observation], shift: timedelta) -> None:
    learned = [
        replace(o, origin=replace(o.origin, recorded_at=o.origin.recorded_at + shift * (1 + index % 3)))
        if not is_correction(o)
        else replace(o, origin=replace(o.origin, recorded_at=o.origin.recorded_at + shift))
        for index, o in enumerate(story)
    ]
    assert replay(learned, LAST) == replay(story, LAST)


@given(stories())
def test_the_four_lists_are_disjoint_and_cover_the_committee(story: list[Observation]) -> None:
    state = replay(story, LAST)
    alignment = align(state)
    listed = [*alignment.aligned, *alignment.to_convince, *alignment.unknown, *alignment.gone]
    assert sorted(person.key for person in listed) == sorted(person.key for person in state.committee)
    assert len({person.key for person in listed}) == len(listed)
    assert all((person.gone is not None) == (person in alignment.gone) for person in listed)


@given(stories())
def test_every_fact_is_shown_with_words_of_the_story(story: list[Observation]) -> None:
    state = replay(story, LAST)
    told = {o.evidence for o in story}
    assert {person.evidence for person in state.people} <= told
    assert {person.gone for person in state.people if person.gone is not None} <= told
    assert {concern.evidence for concern in state.concerns} <= told
    assert {step.evidence for step in state.steps} <= told
    assert {signal.evidence for signal in state.signals} <= told


theirs = people.map(lambda person: replace(person, side=Side.BUYER))


@given(stories(theirs, theirs, corrections(CorrectedField.STANCE, CorrectedField.GONE, *NAMING)))
def test_unknown_never_overwrites_a_known_stance(story: list[Observation]) -> None:
    unheard = [on_day(a_person(name, stance="unknown"), AFTER) for name in full_names(story)]
    assert known_stances(replay(story, AFTER)) <= known_stances(replay([*story, *unheard], AFTER))


@given(stories(), st.none() | labels, st.sampled_from(TOPICS), days)
def test_adding_a_settlement_never_opens_a_concern(
    story: list[Observation], holder: str | None, topic: ConcernTopic, day: date
) -> None:
    settlement = on_day(a_concern(holder, topic, "resolved"), day)
    assert open_worries(replay([*story, settlement], LAST)) <= open_worries(replay(story, LAST))


@given(stories(concerns, corrections(CorrectedField.CONCERN)), st.none() | labels, st.sampled_from(TOPICS))
def test_a_concern_raised_last_is_open_and_one_addressed_last_stays_as_it_was(
    story: list[Observation], holder: str | None, topic: ConcernTopic
) -> None:
    raised = [*story, on_day(a_concern(holder, topic, "raised"), AFTER)]
    addressed = [*raised, on_day(a_concern(holder, topic, "addressed"), AFTER + timedelta(days=1))]
    resolved = [*raised, on_day(a_concern(holder, topic, "resolved"), AFTER + timedelta(days=1))]
    now = AFTER + timedelta(days=2)
    assert open_worries(replay(story, now)) <= open_worries(replay(raised, now))
    assert open_worries(replay(addressed, now)) == open_worries(replay(raised, now))
    assert len(open_worries(replay(resolved, now))) == len(open_worries(replay(raised, now))) - 1
    reopened = [*resolved, on_day(a_concern(holder, topic, "raised"), now)]
    assert open_worries(replay(reopened, now)) == open_worries(replay(raised, now))


MARCH = date(2026, 3, 2)
readings = st.lists(st.tuples(st.dates(FIRST, MARCH), a_stance), max_size=5)


@given(readings, readings, a_stance, a_stance)
def test_a_correction_holds_against_old_notes_read_again_and_is_superseded_by_a_later_statement(
    read: list[tuple[date, Stance]], again: list[tuple[date, Stance]], corrected: Stance, later: Stance
) -> None:
    old = [on_day(a_person("Dana Ruiz", stance=stance), day) for day, stance in (*read, *again)]
    march = on_day(a_correction("stance", corrected, "Dana Ruiz"), MARCH, note="")
    april = on_day(a_person("Dana Ruiz", stance=later), MARCH + timedelta(days=30))
    for told in (old, old[: len(read)], old[len(read) :]):
        assert stance_of_dana([*told, march]) is corrected
        assert stance_of_dana([april, march, *told]) is later


def stance_of_dana(told: list[Observation]) -> Stance:
    dana = replay(told, LAST).person("dana ruiz")
    assert dana is not None
    return dana.stance


@given(st.dictionaries(st.sampled_from(("Ana", "Bea", "Cyd", "Dee")), a_stance, min_size=1))
def test_of_several_writers_of_one_day_the_worst_reading_counts_and_all_are_shown(told: dict[str, Stance]) -> None:
    notes = [on_day(a_person("Dana Ruiz", stance=stance), MARCH, author) for author, stance in told.items()]
    dana = replay(notes, LAST).people[0]
    shown = dana.disagreement.stances if dana.disagreement else ()
    assert dana.stance is max(told.values(), key=badness)
    assert sorted(stance for stance, _ in shown) == (sorted(told.values()) if len(set(told.values())) > 1 else [])
    settled = [*notes, on_day(a_correction("stance", "neutral", "Dana Ruiz"), MARCH, note="")]
    later = [*notes, on_day(a_person("Dana Ruiz", stance="neutral"), MARCH + timedelta(days=1))]
    for state in (replay(settled, LAST), replay(later, LAST)):
        assert (state.people[0].stance, state.people[0].disagreement) == (Stance.NEUTRAL, None)


@given(stories(statements))
def test_full_names_that_differ_are_never_one_person(story: list[Observation]) -> None:
    state = replay(story, LAST)
    for name in full_names(story):
        person = state.person(fold(name))
        assert person is not None
        assert person.name == name
        assert not (set(person.written) & set(FULL_NAMES)) - {name}


bare = theirs.map(lambda person: replace(person, title=None, function=None, movement=None))


@given(stories(bare), days, days)
def test_whom_a_half_name_meant_it_goes_on_meaning(story: list[Observation], one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    folded = {fold(name) for name in FULL_NAMES}
    before, after = (
        Identities(sorted((o for o in story if o.origin.said_on <= day), key=lambda o: o.order))
        for day in (earlier, later)
    )
    for o in story:
        if o.origin.said_on <= earlier and isinstance(o.item, PersonStatement) and o.item.name is not None:
            key = before.key_of(o, o.item)
            assert key not in folded or after.key_of(o, o.item) == key


@given(stories(steps), st.sampled_from((Side.US, Side.BUYER)))
def test_a_step_told_twice_is_one_step(story: list[Observation], side: Side) -> None:
    promised = [*story, on_day(a_step("Book the Epic demo", side=side), MARCH)]
    again = [*promised, on_day(a_step("book an Epic demo", side=side), AFTER, "Sam Lee")]
    assert len(replay(again, AFTER).steps) == len(replay(promised, AFTER).steps)
    assert [s.key for s in replay(again, AFTER).steps] == [s.key for s in replay(promised, AFTER).steps]


@given(
    st.sampled_from((None, "Dana Ruiz")),
    st.sampled_from((None, "Omar Diaz")),
    st.sampled_from(("leaves", "a new one comes", "both")),
    a_stance,
    a_stance,
)
def test_the_cfo_before_and_after_a_change_is_two_people_and_the_new_one_starts_unknown(
    old: str | None, new: str | None, change: str, before: Stance, after: Stance
) -> None:
    told = [on_day(a_person(old, "CFO", before), FIRST)]
    if change != "a new one comes":
        told.append(on_day(a_leaver(old, "CFO"), MARCH))
    if change != "leaves":
        told.append(on_day(a_newcomer(new, "CFO"), MARCH))
        assert [person.stance for person in align(replay(told, LAST)).unknown] == [Stance.UNKNOWN]
    assert [person.stance for person in align(replay(told, LAST)).gone] == [before]
    told.append(on_day(a_person(new, "CFO", after), MARCH + timedelta(days=9)))
    state = replay(told, LAST)
    assert sorted(person.stance for person in state.people) == sorted([before, after])
    assert [person.stance for person in align(state).gone] == [before]
    assert [o.evidence for o in told[:1]] == [person.evidence for person in align(state).gone]


def digest() -> str:
    """A state in words that do not hang on the order of sets."""
    story = [
        on_day(a_person(name, title, "neutral", "veto", "champion", "user"), MARCH + timedelta(days=at))
        for at, (name, title) in enumerate([("Dana Ruiz", "CFO"), ("Chris", "CIO"), ("Chris", "CNO"), (None, "GC")])
    ]
    story += [on_day(a_concern(holder, "other"), MARCH) for holder in ("Dana", "Chris", "CFO", "P&T", "Ruiz", "GC")]
    story += [
        on_day(replace(a_step(f"{verb} the ROI model"), span=a_span("x", at)), AFTER) for at, verb in enumerate("abcd")
    ]
    state = replay(story, AFTER)
    told = [replace(person, roles=frozenset()) for person in state.people]
    roles = [sorted(person.roles) for person in state.people]
    return f"{told} {roles} {state.concerns} {state.steps} {align(state).reasons}"


def test_nothing_hangs_on_the_order_of_sets() -> None:
    code = "from tests.domain.test_laws import digest; print(digest())"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert told == {f"{digest()}\n"}
