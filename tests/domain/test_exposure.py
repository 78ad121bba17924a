"""The exposure of an account: what counts of what notes tell and people set, and what stays unknown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.exposure import (
    ATTRIBUTES,
    SETS,
    SHARES,
    Exposure,
    ExposureKey,
    ExposurePart,
    RiskContract,
    part_of,
    whom_to_ask,
)
from dealbot.domain.exposures.by_hand import given as read
from dealbot.domain.exposures.by_hand import key_of, takes, value_text, with_source, written
from dealbot.domain.exposures.replay import exposure_on
from dealbot.domain.observation import Observation
from dealbot.domain.policy import Payer
from dealbot.domain.stakeholder import Function
from tests.domain.builders import DEAL, a_correction, a_day, a_signal, a_state, said

LATER = a_day("12-31")
MSSP, BPCI = frozenset({RiskContract.MSSP}), frozenset({RiskContract.BPCI})


def by_hand(key: str, value: str, on: str = "03-10") -> Observation:
    return said(a_correction("exposure", value, key), on, note=DEAL)


def noted(words: str, on: str = "03-10") -> Observation:
    return said(a_signal("exposure", words), on)


def exposure(*told: Observation, on: date = LATER) -> Exposure:
    return a_state(*told, on=on).exposure


def values(*told: Observation) -> dict[str, object]:
    return {key.value: known.value for key, known in exposure(*told).known.items()}


def test_nothing_is_known_until_somebody_tells_it() -> None:
    nothing = exposure()
    assert nothing == Exposure()
    assert nothing.unknown == tuple(ExposureKey)
    assert [*nothing.evidence] == []


def test_what_notes_tell_and_people_set_stands_with_its_words_and_day() -> None:
    told = exposure(noted("45% Medicare", "03-10"), by_hand("outpatient_share", "55; source CFO call", "04-10"))
    assert told.medicare_ffs is not None
    assert (told.medicare_ffs.value, told.medicare_ffs.on, told.medicare_ffs.evidence.quote) == (
        45,
        a_day("03-10"),
        "45% Medicare",
    )
    assert told.payer(Payer.MEDICARE_FFS) == told.medicare_ffs
    assert told.outpatient_share is not None
    assert (told.outpatient_share.value, told.outpatient_share.source) == (55, "CFO call")
    assert {evidence.on for evidence in told.evidence} == {a_day("03-10"), a_day("04-10")}


def test_the_later_word_counts_for_each_thing_alone() -> None:
    assert values(
        noted("45% Medicare, 20% Medicaid", "03-10"),
        by_hand("medicare_ffs", "48", "05-10"),
        noted("payer mix is 50% Medicare now", "04-10"),
        noted("25% Medicaid", "06-10"),
    ) == {"medicare_ffs": 48, "medicaid": 25}


def test_what_was_told_later_than_the_day_is_not_known_on_it() -> None:
    told = (noted("45% Medicare", "03-10"), noted("50% Medicare", "05-10"))
    first = exposure(*told, on=a_day("04-10")).medicare_ffs
    assert first is not None
    assert first.value == 45
    assert exposure(*told, on=a_day("03-09")) == Exposure()


def test_none_and_no_are_known_and_unknown_takes_back() -> None:
    told = (by_hand("risk_contracts", "none"), by_hand("self_insured", "no"), by_hand("medicaid", "20"))
    assert values(*told) == {"risk_contracts": frozenset(), "self_insured": False, "medicaid": 20}
    assert values(*told, by_hand("medicaid", "unknown", "04-10")) == {
        "risk_contracts": frozenset(),
        "self_insured": False,
    }


def test_contracts_that_notes_name_come_to_those_known_and_a_person_sets_the_whole() -> None:
    told = exposure(noted("two MSSP contracts"), noted("they are in BPCI too", "04-10")).risk_contracts
    assert told is not None
    assert (told.value, told.partial, len(told.also)) == (MSSP | BPCI, True, 1)
    whole = exposure(by_hand("risk_contracts", "mssp, bpci"), noted("MSSP starts well", "04-10")).risk_contracts
    assert whole is not None
    assert (whole.value, whole.partial) == (MSSP | BPCI, False)
    first = exposure(by_hand("risk_contracts", "none"), noted("they joined MSSP", "04-10")).risk_contracts
    assert first is not None
    assert (first.value, first.partial, first.also) == (MSSP, True, ())
    after = exposure(noted("two MSSP contracts"), by_hand("risk_contracts", "bpci", "04-10")).risk_contracts
    assert after is not None
    assert (after.value, after.partial) == (BPCI, False)


def words_of(told: Exposure) -> list[tuple[ExposurePart, str]]:
    return [(part, evidence.quote) for part, evidence in told.words]


def test_words_without_a_value_stand_until_one_is_told() -> None:
    mostly = noted("mostly fee-for-service")
    assert words_of(exposure(mostly)) == [(ExposurePart.PAYMENT_MODEL, "mostly fee-for-service")]
    assert values(mostly) == {}
    assert words_of(exposure(mostly, noted("70% fee-for-service", "04-10"))) == []
    assert words_of(exposure(noted("70% fee-for-service"), noted("less fee-for-service than before", "04-10"))) == [
        (ExposurePart.PAYMENT_MODEL, "less fee-for-service than before")
    ]


def test_other_facts_tell_nothing_of_the_exposure() -> None:
    assert exposure(said(a_signal("ehr", "Epic for the 45% Medicare crowd"))) == Exposure()


@pytest.mark.parametrize(("of", "old"), [("2025-12-31", False), ("2025-12-30", True)])
def test_a_value_is_old_after_a_year(of: str, *, old: bool) -> None:
    known = exposure(by_hand("medicaid", "20", of)).medicaid
    assert known is not None
    assert known.old(LATER) is old


def test_shares_that_add_up_to_more_than_all_are_told_and_left_as_they_are() -> None:
    told = exposure(noted("60% Medicare, 40% Medicaid, 18% commercial"), noted("70% FFS, 30% value-based"))
    assert told.too_much == ((ExposurePart.PAYER_MIX, 118),)
    assert told.medicare_ffs is not None
    assert told.medicare_ffs.value == 60
    assert exposure(noted("60% Medicare, 41% Medicaid")).too_much == ()


def test_every_key_is_of_one_kind_and_one_part_and_somebody_is_asked_for_it() -> None:
    assert sorted((*SHARES, *SETS, *ATTRIBUTES)) == sorted(ExposureKey)
    assert [key for part in ExposurePart for key in part.keys if part_of(key) is not part] == []
    assert sorted(key for part in ExposurePart for key in part.keys) == sorted(ExposureKey)
    assert [key for key in ExposureKey if whom_to_ask(key) is not Function.FINANCE] == [ExposureKey.PROGRAM_340B]


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("medicare_ffs", "45", "45"),
        ("medicare_ffs", "45.5 %", "45.5"),
        ("medicaid", "~20 percent", "about 20"),
        ("medicaid", "none", "0"),
        ("risk_contracts", "MSSP and ACO REACH", "aco_reach, mssp"),
        ("risk_contracts", "None", "none"),
        ("settings", "outpatient, ASC", "asc, hospital_outpatient"),
        ("states", "Texas, ok", "OK, TX"),
        ("self_insured", "Y", "yes"),
        ("program_340b", "false", "no"),
        ("teaching", "unknown", "unknown"),
        ("medicaid", "20; source CFO call", "20; source CFO call"),
    ],
)
def test_what_is_typed_is_kept_in_one_form(key: str, typed: str, kept: str) -> None:
    of = ExposureKey(key)
    assert written(of, read(of, typed)) == kept


@pytest.mark.parametrize(
    ("key", "typed", "takes_words"),
    [
        ("medicare_ffs", "101", "medicare_ffs takes a share from 0 to 100 percent, or unknown; not '101'"),
        ("medicare_ffs", "-1", "a share from 0 to 100"),
        ("outpatient_share", "most", "outpatient_share takes"),
        ("self_insured", "partly", "self_insured takes yes or no"),
        ("risk_contracts", "mssp, foo", "some of mssp, aco_reach, bpci, commercial, or none"),
        ("settings", "moon base", "settings takes some of hospital_inpatient"),
        ("states", "none", "states such as TX, OK"),
        ("states", "Texas and Narnia", "states such as TX, OK"),
        ("states", ",", "states such as TX, OK"),
    ],
)
def test_what_a_key_does_not_take_is_refused_with_what_it_takes(key: str, typed: str, takes_words: str) -> None:
    with pytest.raises(ValueError, match=takes_words):
        read(ExposureKey(key), typed)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("medicare_ffs", ExposureKey.MEDICARE_FFS),
        ("Medicare", ExposureKey.MEDICARE_FFS),
        ("Medicare Advantage", ExposureKey.MEDICARE_ADVANTAGE),
        ("fee-for-service", ExposureKey.FFS_SHARE),
        ("340B", ExposureKey.PROGRAM_340B),
        ("mood", None),
    ],
)
def test_a_key_goes_by_the_names_people_use(name: str, key: ExposureKey | None) -> None:
    assert key_of(name) is key


def test_a_source_is_one_line_behind_the_value() -> None:
    assert with_source("45", " CFO\ncall ") == "45; source CFO call"
    assert with_source("45", " ") == "45"


shares = st.sampled_from(sorted(SHARES))
told_by_hand = st.builds(
    lambda key, share, day: by_hand(key, f"{share}", f"2026-{day:02}-01"),
    shares,
    st.integers(0, 100),
    st.integers(1, 12),
)
told_in_notes = st.builds(
    lambda words, day: noted(words, f"2026-{day:02}-02"),
    st.sampled_from(("45% Medicare", "two MSSP contracts", "in BPCI", "mostly FFS", "self-insured", "70% FFS")),
    st.integers(1, 12),
)


@given(
    st.lists(told_by_hand | told_in_notes, max_size=8, unique=True).flatmap(
        lambda story: st.tuples(st.just(story), st.permutations(story))
    )
)
def test_any_order_of_arrival_gives_the_same_exposure(arrivals: tuple[list[Observation], list[Observation]]) -> None:
    one, other = arrivals
    assert exposure(*one) == exposure(*other)


@given(st.lists(told_by_hand | told_in_notes, max_size=8), st.dates(a_day("01-01"), LATER))
def test_worked_out_alone_it_is_what_the_whole_replay_says(story: list[Observation], day: date) -> None:
    assert exposure_on(story, day) == exposure(*story, on=day)


@given(st.lists(told_by_hand | told_in_notes, max_size=8))
def test_everything_known_has_words_of_the_story_and_all_else_is_unknown(story: list[Observation]) -> None:
    told = exposure(*story)
    assert set(told.evidence) <= {observation.evidence for observation in story}
    assert {*told.known, *told.unknown} == set(ExposureKey)
    assert not {*told.known} & {*told.unknown}


@given(shares, st.integers(0, 100))
def test_a_value_is_typed_as_it_is_read(key: ExposureKey, share: int) -> None:
    assert value_text(key, read(key, str(share)).value or 0.0) == str(share)
    assert takes(key) == "a share from 0 to 100 percent"
