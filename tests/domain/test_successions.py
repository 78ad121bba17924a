"""New people in old seats, changes of the organisation, and the risks that come of them."""

import pytest

from dealbot.domain.alignment import Standing, align
from dealbot.domain.observation import Observation
from dealbot.domain.org_change import OrgChangeKind
from dealbot.domain.risks import risks
from tests.domain.builders import a_concern, a_correction, a_leaver, a_newcomer, a_person, a_signal, a_state, said

DANA = said(a_person("Dana Ruiz", "CFO", "supportive"), "01-10")
ANA = said(a_person("Ana Gomez", "CNO", "supportive"), "01-10")
NEW = said(a_newcomer(None, "CFO"), "03-02")


def test_a_new_officer_starts_unknown_and_the_yes_before_is_kept_and_expired() -> None:
    state = a_state(DANA, ANA, NEW)
    (change,) = state.successions
    heir, before = state.person(change.heir), state.person(change.before)
    assert heir is not None
    assert before is not None
    assert (heir.stance, before.label, before.stance) == ("unknown", "Dana Ruiz", "supportive")
    assert (change.expired, change.told.quote) == (True, "CFO starts")
    alignment = align(state)
    assert heir in alignment.unknown
    assert before in alignment.gone


def test_an_expired_yes_puts_a_deal_at_risk_until_the_new_one_is_heard() -> None:
    raj = said(a_person("Raj Patel", "CIO", "supportive"), "01-10")
    waits = align(a_state(DANA, ANA, raj, NEW))
    assert waits.standing is Standing.AT_RISK
    assert waits.reasons[0] == "the new CFO is unheard and Dana Ruiz's yes no longer counts"
    heard = said(a_person("Eve Moss", "CFO", "supportive"), "04-01")
    assert align(a_state(DANA, ANA, raj, NEW, heard)).standing is Standing.ON_TRACK


def test_a_no_that_leaves_expires_nothing() -> None:
    against = said(a_person("Dana Ruiz", "CFO", "opposed"), "01-10")
    (change,) = a_state(against, ANA, NEW).successions
    assert not change.expired
    assert all("no longer counts" not in text for text in texts(against, ANA, NEW))


def test_who_comes_by_name_is_told_by_name() -> None:
    state = a_state(DANA, ANA, said(a_newcomer("Eve Moss", "CFO"), "03-02"))
    assert "Eve Moss is unheard and Dana Ruiz's yes no longer counts" in [risk.text for risk in risks(state)]


def test_of_several_before_the_last_one_counts() -> None:
    again = said(a_newcomer("Eve Moss", "CFO"), "06-02")
    third = said(a_newcomer("Flo Park", "CFO"), "09-02")
    told = [(each.heir, each.before) for each in a_state(DANA, again, third).successions]
    assert told == [("eve moss", "dana ruiz"), ("flo park", "eve moss")]


@pytest.mark.parametrize(
    ("words", "kind", "held"),
    [
        ("they are closing two hospitals, everything is on hold", OrgChangeKind.CLOSURE, True),
        ("the merger with Bayview was announced", OrgChangeKind.MERGER, False),
        ("laid off 40 people", OrgChangeKind.LAYOFFS, False),
        ("a reorganization of the service lines", OrgChangeKind.RESTRUCTURING, False),
        ("a new tower", OrgChangeKind.OTHER, False),
    ],
)
def test_a_change_of_the_organisation_is_told_with_its_kind(words: str, kind: OrgChangeKind, *, held: bool) -> None:
    (change,) = a_state(said(a_signal("org_change", words))).org_changes
    assert (change.kind, change.on_hold) == (kind, held)


def texts(*told: Observation, on: str = "12-31") -> list[str]:
    return [risk.text for risk in risks(a_state(*told, on=on))]


def test_a_change_of_the_organisation_is_a_risk_for_half_a_year() -> None:
    closing = said(a_signal("org_change", "they are closing two hospitals, everything is on hold"), "03-10")
    other = said(a_signal("org_change", "a new tower"), "03-11")
    held, who = "closure, everything on hold", "a change of the organisation: who decides now?"
    assert texts(closing, other, on="06-10") == [held, who]
    assert texts(closing, other, on="12-31") == ["nobody runs the purchase on their side"]


def test_a_detractor_with_an_open_worry_is_a_risk_and_without_one_is_not() -> None:
    mona = said(a_person("Mona Shah", "Chief Pharmacy Officer", "opposed", "detractor"), "12-01")
    worry = said(a_concern("Mona Shah", "competing_priority"), "12-01")
    assert texts(mona, worry) == ["Mona Shah works against it: other priorities"]
    assert texts(mona) == []
    assert texts(mona, worry, said(a_leaver("Mona Shah"), "12-02")) == []


def test_a_conflict_nobody_can_settle_says_so() -> None:
    two = (said(a_person("Amelia Lee"), "12-01"), said(a_person("Mona Shah"), "12-01"))
    fought = "Amelia Lee and Mona Shah are at odds"
    assert texts(*two, said(a_signal("ehr", f"{fought} for four months"), "12-01")) == [
        "Amelia Lee against Mona Shah for 5 months, nobody named above both"
    ]
    assert texts(*two, said(a_signal("ehr", fought), "12-30")) == [
        "Amelia Lee against Mona Shah, nobody named above both"
    ]


def test_one_champion_without_a_second_and_one_by_title_only_are_risks() -> None:
    tested = said(a_person("Amelia Lee", "CMO", "supportive", "champion"), "12-01")
    assert texts(tested) == ["Amelia Lee is the only champion, no backup"]
    title = said(a_person(None, "CMO", "unknown", "champion"), "12-01")
    assert texts(title) == ["CMO is the only champion, no backup", "CMO is champion by title only, not tested"]


def test_nobody_who_owns_it_on_their_side_is_a_risk_after_half_a_year() -> None:
    assert texts(ANA, on="07-10") == []
    assert texts(ANA, on="07-20") == ["nobody runs the purchase on their side"]
    assert texts(ANA, said(a_correction("role", "owner", "Ana Gomez"), note=""), on="07-20") == []
