"""Which rule a question means, and what is written to whom about it."""

from dataclasses import replace
from datetime import date

import pytest

from dealbot.app.answer import Deal
from dealbot.app.exposure_words import value_words
from dealbot.app.policies.asked import near, policies_asked, rule_named
from dealbot.app.policies.impact import DealImpact, Impact
from dealbot.app.policies.letters import ROLES, letter, roles_of
from dealbot.app.policies.notes import Policy
from dealbot.app.policies.words import impact_text, reasons, table_to_fill, to_ask, typed
from dealbot.app.understand.bounds import writes
from dealbot.domain.exposure import NO_EXPOSURE_KNOWN, ExposureKey
from dealbot.domain.exposures.by_hand import key_of
from dealbot.domain.policy import Affects, PolicyNote, PolicyStatus
from dealbot.domain.policy_match import match
from dealbot.domain.policy_shelf import shelf, successor_of
from dealbot.domain.policy_words import status_of
from dealbot.domain.record import DealRecord
from dealbot.domain.stakeholder import Function
from dealbot.knowledge.library import knowledge_folder, load
from tests.app.deals import lakeshore
from tests.domain.labelled_policies import TODAY, exposure

DOCUMENTS = {
    each.policy.id: each for each in load([knowledge_folder() / "policies"]).documents if each.policy is not None
}
TYPICAL = lakeshore()
SOUTHWEST = exposure({"medicare_ffs": 45, "outpatient_share": 55, "settings": ["hospital_outpatient"], "ffs_share": 90})


def policies(day: date = TODAY) -> tuple[Policy, ...]:
    there = shelf((each.policy for each in DOCUMENTS.values() if each.policy is not None), day)
    return tuple(Policy(note, DOCUMENTS[note.id], None, successor_of(note, there, day)) for note in there)


def asked(text: str, day: date = TODAY) -> list[str]:
    return [each.note.id for each in policies_asked(text, policies(day), day)]


def policy(key: str, day: date = TODAY) -> Policy:
    return next(each for each in policies(day) if each.note.id == key)


def held(policy: Policy, known: object = SOUTHWEST, amount: int | None = None, name: str = "Southwest") -> DealImpact:
    assert isinstance(known, type(NO_EXPOSURE_KNOWN))
    return DealImpact(DealRecord(1, name, name, amount=amount), known, match(policy.note, known, TODAY))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("which deals are affected by the OPPS rule?", "cms-2025-20907"),
        ("does the outpatient rule hit Lakeshore?", "cms-2025-20907"),
        ("does the proposed outpatient rule hit us", "cms-2025-13360"),
        ("does the draft outpatient rule hit us", "cms-2025-13360"),
        ("draft outpatient rule: does it hit us?", "cms-2025-13360"),
        ("draft the CFO message about the outpatient rule", "cms-2025-20907"),
        ("please draft the CFO message about the proposed outpatient rule", "cms-2025-13360"),
        ("is Mercy affected by the 2024 outpatient rule", "cms-2023-24293"),
        ("who is hit by 2023-14768?", "cms-2023-14768"),
        ("draft the CFO message about the physician fee schedule", "cms-2025-19787"),
        ("which deals are affected by the nursing home staffing rule", "cms-2025-21792"),
        ("which accounts are exposed to the 340B rebate pilot", "hrsa-2025-14619"),
        ("what deals does the HIPAA security rule affect", "hhs-2024-30983"),
        ("which deals are hit by the home health rule", "cms-2025-21767"),
        ("which deals does the WISeR model touch", "cms-2025-12195"),
        ("cms-2024-00895", "cms-2024-00895"),
    ],
)
def test_the_rule_that_a_question_means(text: str, meant: str) -> None:
    assert asked(text) == [meant]


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("draft the CFO message about the outpatient rule", True),
        ("Can you draft a letter to their CFO about the outpatient rule?", True),
        ("draft the outpatient rule message for the CNO", True),
        ("draft outpatient rule message", True),
        ("draft CFO message about the OPPS rule", True),
        ("write to the CFO about 2023-14768", True),
        ("does the draft outpatient rule hit Southwest?", False),
        ("draft outpatient rule: does it hit Southwest?", False),
        ("what did CMS write in the outpatient rule that hits Southwest", False),
    ],
)
def test_a_letter_is_asked_for_by_a_verb_alone(text: str, *, letter: bool) -> None:
    assert writes(text) is letter


def test_words_that_fit_rules_about_different_things_mean_none_of_them_alone() -> None:
    assert len(asked("which deals are affected by the Medicaid rule?")) == 3


@pytest.mark.parametrize(
    "text", ["which deals does the new CMS rule touch?", "which deals does 2099-99999 hit", "hello"]
)
def test_words_that_fit_no_rule_mean_none(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("which deals does 2024-99999 hit?", "2024-99999"),
        ("which deals does the new MIPS rule hit", "new MIPS rule"),
        ("is Southwest affected by the stroke registry regulation?", "stroke registry regulation"),
        ("does that rule hit Southwest", None),
        ("which deals does the new CMS rule touch?", None),
        ("and does it hit Southwest?", None),
        ("draft the CFO message", None),
        ("which rule hits Southwest", None),
    ],
)
def test_what_a_question_calls_a_rule_that_is_not_at_hand(text: str, named: str | None) -> None:
    assert rule_named(text) == named


@pytest.mark.parametrize(
    ("named", "alike"),
    [("2025-20970", ["cms-2025-20907"]), ("2024-99999", []), ("dialisis rule", ["cms-2025-20681"]), ("MIPS rule", [])],
)
def test_only_what_is_written_much_alike_is_offered(named: str, alike: list[str]) -> None:
    assert [each.note.id for each in near(named, policies())] == alike


def test_on_an_earlier_day_only_what_was_published_by_then_is_meant() -> None:
    assert asked("which deals does the outpatient rule hit?", date(2023, 8, 1)) == ["cms-2023-14768"]
    assert asked("which deals does the physician fee schedule hit?", date(2023, 8, 1)) == []


@pytest.mark.parametrize(
    ("missing", "asked"),
    [
        (("medicare_ffs", "outpatient_share"), "ask the CFO: Medicare share, outpatient share"),
        (("settings", "medicaid", "program_340b"), "ask the CFO: Medicaid share, settings; ask pharmacy: 340B"),
        (
            ("medicaid", "settings", "commercial", "self_pay"),
            "ask the CFO: settings, shares of Medicaid, commercial, self-pay",
        ),
        ((), ""),
    ],
)
def test_a_share_is_asked_for_as_one_and_several_in_few_words(missing: tuple[str, ...], asked: str) -> None:
    assert to_ask(missing) == asked


def test_a_message_greets_who_has_a_title_by_it() -> None:
    cfo = next(each for each in TYPICAL.state.committee if each.function is Function.FINANCE)
    people = tuple(replace(each, name="Dr. Anita Rao") if each == cfo else each for each in TYPICAL.state.people)
    deal = replace(TYPICAL, state=replace(TYPICAL.state, people=people))
    assert "\n\nDr. Rao,\n\n" in written(deal, Function.FINANCE)


@pytest.mark.parametrize("key", ExposureKey)
def test_what_is_asked_for_in_the_table_is_understood_when_it_comes_back(key: ExposureKey) -> None:
    assert key_of(typed(key)) is key


def test_the_largest_deals_come_first_and_all_fits_a_phone() -> None:
    rule = policy("cms-2025-20907")
    deals = [held(rule, amount=amount * 1_000_000, name=f"System number {amount}") for amount in range(40, 0, -1)]
    text = impact_text(Impact(rule, TODAY, tuple(deals)))

    assert "40 affected, $820M" in text
    assert "• System number 40 $40M: Medicare 45%" in text
    assert len(text) <= 600


def test_a_note_that_names_nothing_says_that_it_is_for_everybody() -> None:
    note = replace(policy("cms-2025-20907").note, affects=Affects())
    assert reasons(match(note, NO_EXPOSURE_KNOWN, TODAY), TODAY) == (
        "the note names no payer, setting or state: it is for everybody",
    )


def test_the_cfo_is_written_to_first_and_then_who_else_is_on_the_committee() -> None:
    assert roles_of(TYPICAL)[0] is Function.FINANCE
    assert set(roles_of(TYPICAL)) == {
        role for role in ROLES if any(person.function is role and person.name for person in TYPICAL.state.committee)
    }


def written(deal: Deal, role: Function, day: date = TODAY) -> str:
    rule = policy("cms-2023-14768", day)
    return letter(rule, held(rule), deal, role, "Priya Nair").text


@pytest.mark.parametrize("role", ROLES)
def test_every_message_cites_the_rule_and_the_exposure_and_asks_for_both_ways_of_being_paid(role: Function) -> None:
    text = written(TYPICAL, role)

    assert "2023-14768" in text
    assert "https://www.federalregister.gov/documents/2023/07/31/2023-14768/" in text
    assert "superseded by 2023-24293" in text
    assert "Medicare 45%" in text
    assert "Medicare 45%, hospital outpatient, outpatient 55% (1 Jun)" in text
    assert "Fee-for-service (90%, 1 Jun): " in text
    assert "Value-based (share not known to me): " in text
    assert text.endswith("Priya Nair")


@pytest.mark.parametrize("key", DOCUMENTS)
def test_no_figure_stands_in_a_message_that_is_in_neither_the_note_nor_the_exposure(key: str) -> None:
    rule = policy(key)
    text = "\n".join(
        letter(rule, held(rule, NO_EXPOSURE_KNOWN), TYPICAL, role, "Priya Nair").text.replace(rule.note.title, "")
        for role in ROLES
    )

    assert "%" not in text
    if rule.note.status is not PolicyStatus.IN_FORCE:
        assert "in force" not in text.replace("not in force", "")


def test_the_table_names_the_deals_that_cannot_be_ruled_out() -> None:
    rule = policy("cms-2025-20907")
    impact = Impact(rule, TODAY, (held(rule), held(rule, NO_EXPOSURE_KNOWN, name="Mercy")))

    assert table_to_fill(impact) == "Exposure\nMercy: Medicare ?, settings ?, outpatient ?"


def test_what_no_exposure_tells_is_named_apart_and_every_key_of_the_table_is_one() -> None:
    rule = policy("cms-2025-12195")
    told = replace(SOUTHWEST, ffs_share=None)
    nothing = held(rule, NO_EXPOSURE_KNOWN, name="Mercy")
    assert table_to_fill(Impact(rule, TODAY, (held(rule, told), nothing))).splitlines() == [
        "To look up, it is not kept here: in the model area (Southwest, Mercy)",
        "Exposure",
        "Southwest: fee for service ?",
        "Mercy: Medicare ?, fee for service ?",
    ]
    known = Impact(rule, TODAY, (held(rule, SOUTHWEST),))
    assert table_to_fill(known) == "To look up, it is not kept here: in the model area (Southwest)"
    assert "Most cannot be ruled out: what decides is not kept here." in impact_text(known)


def test_a_table_longer_than_a_message_ends_with_a_whole_row_and_says_how_to_get_the_others() -> None:
    rule = policy("cms-2025-20907")
    deals = [held(rule, NO_EXPOSURE_KNOWN, name=f"Lakeshore Health System {number:03}") for number in range(200)]
    impact = Impact(rule, TODAY, tuple(deals))
    more, title, *rows = table_to_fill(impact).splitlines()
    assert title == "Exposure"
    assert {row.partition(": ")[2] for row in rows} == {"Medicare ?, settings ?, outpatient ?"}
    assert more == (
        f"and {200 - len(rows)} more: ask again when these are filled in, or see "
        "`dealbot policy affected cms-2025-20907`"
    )
    assert 60 < len(rows) < 200
    assert len(table_to_fill(impact, room=None).splitlines()) == 201


def test_values_are_told_as_the_card_tells_them() -> None:
    known = SOUTHWEST.medicare_ffs
    assert known is not None
    note: PolicyNote = policy("cms-2025-20907").note
    assert reasons(match(note, SOUTHWEST, TODAY), TODAY)[0] == (
        f"{value_words(ExposureKey.MEDICARE_FFS, known)} (Priya, 1 Jun)"
    )
    assert status_of(note, TODAY) == "in force, start date unknown"
