from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.exposure import NO_EXPOSURE_KNOWN, Exposure, ExposureKey, exposure_from
from dealbot.domain.policy import Affects, Payer, PayModel, PolicyKind, PolicyNote, PolicyStatus, Setting
from dealbot.domain.policy_match import Match, Named, Verdict, match
from tests.domain.labelled_policies import TODAY, deals, exposure, labels, notes

SOUTHWEST = {"medicare_ffs": 45, "outpatient_share": 55, "settings": ["hospital_outpatient"]}
SHARES = ("medicare_ffs", "medicare_advantage", "medicaid", "commercial", "ffs_share", "vbc_share", "outpatient_share")
KINDS = {
    **dict.fromkeys(SHARES, st.integers(0, 100)),
    "settings": st.lists(st.sampled_from([each.value for each in Setting]), unique=True),
    "states": st.lists(st.sampled_from(["TX", "OK", "NY"]), min_size=1, unique=True),
    "program_340b": st.booleans(),
    "teaching": st.booleans(),
}
FACTS = st.fixed_dictionaries(KINDS)
NOTES = st.sampled_from(sorted(notes()))


def note(**affects: Any) -> PolicyNote:
    told = Affects(**affects)
    day = date(2026, 1, 1)
    return PolicyNote(
        "x-1", "A rule", "CMS", PolicyKind.FINAL, PolicyStatus.IN_FORCE, day, day, "https://x", affects=told
    )


def verdict(told: dict[str, Any], **affects: Any) -> Verdict:
    return match(note(**affects), exposure(told), TODAY).verdict


def of_outpatient_rule(told: dict[str, Any]) -> Match:
    return match(notes()["cms-2023-14768"], exposure(told), TODAY)


def test_every_label_of_the_labelled_set_is_told_as_labelled() -> None:
    wrong = []
    for label in labels():
        found = match(notes()[label.policy], deals()[label.deal], TODAY)
        if (found.verdict, frozenset(found.missing)) != (label.verdict, label.missing):
            wrong.append((label, found.verdict, found.missing))
    assert wrong == []
    counts = Counter(label.verdict for label in labels())
    assert (counts.total(), len(counts)) == (300, 3)


@given(NOTES, FACTS, st.sets(st.sampled_from(sorted(KINDS))))
def test_learning_an_unknown_never_turns_a_decision(policy: str, facts: dict[str, Any], known: set[str]) -> None:
    before = match(notes()[policy], exposure({key: facts[key] for key in known}), TODAY)
    after = match(notes()[policy], exposure(facts), TODAY)
    assert before.verdict in {Verdict.POSSIBLY, after.verdict}


@given(NOTES, FACTS, st.sets(st.sampled_from(sorted(KINDS))))
def test_what_is_open_is_decided_once_all_that_is_missing_is_known_but_for_what_no_exposure_tells(
    policy: str, facts: dict[str, Any], known: set[str]
) -> None:
    before = match(notes()[policy], exposure({key: facts[key] for key in known}), TODAY)
    learnt = exposure({key: facts[key] for key in facts.keys() & {*known, *before.missing}})
    after = match(notes()[policy], learnt, TODAY)
    assert (before.verdict is Verdict.POSSIBLY) is bool(before.missing)
    assert (after.verdict is Verdict.POSSIBLY) is bool(after.missing)
    assert set(after.missing) <= set(before.missing) - facts.keys()


@given(NOTES, FACTS)
def test_the_order_in_which_facts_are_told_is_nothing(policy: str, facts: dict[str, Any]) -> None:
    backwards = exposure(dict(reversed(facts.items())))
    assert match(notes()[policy], exposure(facts), TODAY) == match(notes()[policy], backwards, TODAY)


def test_a_system_that_lives_on_outpatient_medicare_is_affected_by_the_outpatient_rule() -> None:
    found = of_outpatient_rule(SOUTHWEST)
    assert found.verdict is Verdict.AFFECTED
    assert {key for condition in found.deciding for key, _ in condition.told} == set(SOUTHWEST)


def test_a_childrens_hospital_without_medicare_is_not_affected_whatever_else_is_unknown() -> None:
    found = of_outpatient_rule({"medicare_ffs": 0})
    assert found.verdict is Verdict.NOT_AFFECTED
    assert [condition.named for condition in found.deciding] == [Named.PAYERS]


def test_an_unknown_payer_mix_leaves_it_open() -> None:
    told = {key: value for key, value in SOUTHWEST.items() if key != "medicare_ffs"}
    assert of_outpatient_rule(told).missing == ("medicare_ffs",)


def test_a_rule_on_medicare_advantage_reaches_whom_its_plans_pay_by_whichever_model_and_nobody_else() -> None:
    def judged(**told: object) -> Verdict:
        return match(notes()["cms-2025-06008"], exposure({**told, "ffs_share": 100, "vbc_share": 0}), TODAY).verdict

    assert judged(medicare_ffs=45, medicare_advantage=0) is Verdict.NOT_AFFECTED
    assert judged(medicare_ffs=45, medicare_advantage=20) is Verdict.AFFECTED


def test_a_rule_that_names_one_way_of_paying_does_not_reach_who_is_paid_otherwise_only() -> None:
    by_service = {"ffs_share": 100, "vbc_share": 0}
    assert verdict(by_service, models=frozenset({PayModel.VALUE_BASED})) is Verdict.NOT_AFFECTED
    assert verdict(by_service, models=frozenset({PayModel.FFS})) is Verdict.AFFECTED


def test_a_note_on_a_state_reaches_deals_of_that_state_only() -> None:
    texas = {"states": frozenset({"TX"})}
    assert verdict({"states": ["TX", "OK"]}, **texas) is Verdict.AFFECTED
    assert verdict({"states": ["NY"]}, **texas) is Verdict.NOT_AFFECTED
    assert match(note(**texas), NO_EXPOSURE_KNOWN, TODAY).missing == (ExposureKey.STATES,)
    assert verdict({}, states=frozenset({"US"})) is Verdict.AFFECTED


def test_a_payer_counts_from_five_percent_on_and_one_of_several_is_enough() -> None:
    both = {"payers": frozenset({Payer.MEDICARE_FFS, Payer.MEDICAID})}
    assert verdict({"medicare_ffs": 5, "medicaid": 0}, **both) is Verdict.AFFECTED
    assert verdict({"medicare_ffs": 5}, **both) is Verdict.AFFECTED
    assert verdict({"medicare_ffs": 4.9, "medicaid": 4}, **both) is Verdict.NOT_AFFECTED
    assert match(note(**both), exposure({"medicare_ffs": 4}), TODAY).missing == ("medicaid",)


def test_settings_of_which_there_may_be_more_rule_nothing_out() -> None:
    known = exposure({"settings": ["dialysis"]})
    some_of_them = replace(known, settings=replace(known.settings, partial=True)) if known.settings else known
    asked = note(settings=frozenset({Setting.HOME_HEALTH}))
    assert match(asked, known, TODAY).verdict is Verdict.NOT_AFFECTED
    assert match(asked, some_of_them, TODAY).missing == ("settings",)
    assert match(note(settings=frozenset({Setting.DIALYSIS})), some_of_them, TODAY).verdict is Verdict.AFFECTED


def test_a_note_that_names_both_ways_of_paying_limits_nothing() -> None:
    assert verdict({}, models=frozenset(PayModel)) is Verdict.AFFECTED
    assert verdict({"vbc_share": 4}, models=frozenset({PayModel.VALUE_BASED})) is Verdict.NOT_AFFECTED


def test_attributes_are_read_against_what_is_known() -> None:
    def judged(name: str, wanted: str, **told: object) -> Verdict:
        return verdict(dict(told), attributes={name: wanted})

    assert judged("outpatient_share", "high", outpatient_share=40) is Verdict.AFFECTED
    assert judged("inpatient_share", "high", outpatient_share=61) is Verdict.NOT_AFFECTED
    assert judged("medicaid_share", "High", medicaid=39) is Verdict.NOT_AFFECTED
    assert judged("participates_340b", "yes", program_340b=True) is Verdict.AFFECTED
    assert judged("teaching", "no", teaching=True) is Verdict.NOT_AFFECTED


def test_an_attribute_that_no_exposure_tells_is_missing_by_its_own_name() -> None:
    asked = note(attributes={"days_cash": "low"})
    assert match(asked, exposure({"medicare_ffs": 40}), TODAY).missing == ("days_cash",)


def test_what_was_told_after_the_day_does_not_count_yet() -> None:
    told = exposure(SOUTHWEST, on=TODAY)
    assert match(notes()["cms-2023-14768"], told, TODAY - timedelta(days=1)).verdict is Verdict.POSSIBLY


def test_a_value_that_is_no_number_or_no_set_counts_for_nothing() -> None:
    odd: Exposure = exposure_from(
        {ExposureKey.MEDICAID: exposure({"settings": ["dialysis"]}).known[ExposureKey.SETTINGS]}
    )
    assert match(note(payers=frozenset({Payer.MEDICAID})), odd, TODAY).verdict is Verdict.NOT_AFFECTED
