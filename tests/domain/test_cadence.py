"""Who and which group has gone quiet, for their part and the phase of the deal."""

import pytest

from dealbot.domain.cadence import Group, Touch, group_of, groups_due, touch_of
from dealbot.domain.observation import Observation
from tests.domain.builders import DEAL, Day, a_correction, a_leaver, a_person, a_state, said

ANA = said(a_person("Ana Gomez", "CNO", "supportive"), "03-10")


def touch(*observations: Observation, of: str = "ana gomez", on: Day = "05-23") -> Touch:
    state = a_state(*observations, on=on)
    person = state.person(of)
    assert person is not None
    return touch_of(person, state)


def due(*observations: Observation, on: Day = "05-23") -> dict[str, tuple[int, bool]]:
    return {each.group.value: (each.days, each.last is not None) for each in groups_due(a_state(*observations, on=on))}


def in_phase(phase: str) -> Observation:
    return said(a_correction("phase", phase), "03-11", note=DEAL)


def test_a_touch_is_the_last_day_heard_and_how_often_in_ninety_days() -> None:
    told = [said(a_person("Ana Gomez", "CNO"), day) for day in ("01-05", "02-22", "05-20")]
    found = touch(*told)
    assert (found.days, found.recent) == (3, 2)


def test_somebody_never_heard_is_not_stale() -> None:
    found = touch(said(a_person("Ana Gomez", "CNO", took_part=False)))
    assert (found.last, found.days, found.recent, found.stale) == (None, None, 0, False)


@pytest.mark.parametrize(
    ("title", "roles", "phase", "every"),
    [
        ("CNO", (), "strategic_alignment", 45),
        ("CNO", (), "validation", 21),
        ("CNO", ("champion",), "strategic_alignment", 14),
        ("CFO", ("economic_buyer",), "contracting", 14),
        ("CFO", ("veto", "economic_buyer"), "strategic_alignment", 30),
        ("General Counsel", (), "contracting", 14),
        ("gardener", (), "strategic_alignment", 60),
    ],
)
def test_how_long_somebody_may_go_unheard_hangs_on_their_part_and_the_phase(
    title: str, roles: tuple[str, ...], phase: str, every: int
) -> None:
    assert touch(said(a_person("Ana Gomez", title, "supportive", *roles)), in_phase(phase)).every == every


def test_the_phase_makes_the_same_silence_stale() -> None:
    assert not touch(ANA, on="04-10").stale
    assert touch(ANA, in_phase("validation"), on="04-10").stale


def test_a_group_that_was_not_heard_for_long_is_due() -> None:
    assert due(ANA)["nursing"] == (74, True)
    assert "nursing" not in due(ANA, on="04-10")


def test_a_gating_group_never_heard_is_due_since_the_first_note() -> None:
    assert due(ANA)["legal"] == (74, False)
    assert "legal" not in due(ANA, on="05-01")


def test_a_group_whose_last_person_left_counts_from_when_they_were_heard() -> None:
    assert due(ANA, said(a_leaver("Ana Gomez", "CNO"), "03-20"))["nursing"][1]


def test_a_group_beside_the_gating_ones_is_due_where_somebody_of_it_is_on_the_committee() -> None:
    assert "executive" not in due(ANA)
    assert "executive" in due(said(a_person("Bill Stone", "COO", "supportive"), "03-10"))


def test_whoever_belongs_to_no_group_makes_none_due() -> None:
    groundsman = said(a_person("Bo Vance", "groundsman", "supportive"), "03-10")
    dean = said(a_correction("required", "yes", "The Dean"), "03-11", note=DEAL)
    assert set(due(groundsman, dean)) == set(due(groundsman))


def test_the_longest_silence_comes_first() -> None:
    lee = said(a_person("Amelia Lee", "CMO", "committed"), "04-10")
    assert list(due(ANA, lee))[:1] == ["IT and security"]
    assert list(due(ANA, lee))[-1:] == ["clinical"]


def test_nothing_is_due_in_a_deal_without_a_note() -> None:
    assert groups_due(a_state()) == ()


def test_whoever_belongs_nowhere_has_no_group() -> None:
    assert group_of(None) is None
    assert [each.value for each in Group] == [
        "clinical",
        "nursing",
        "pharmacy",
        "finance",
        "IT and security",
        "legal",
        "executive",
    ]
