"""What a note or a correction changes of champions, conflicts and who is affected."""

from dealbot.domain.changes import changes_between
from dealbot.domain.observation import Observation
from tests.domain.builders import a_correction, a_leaver, a_person, a_signal, a_state, said

LEE = said(a_person("Amelia Lee", "CMO", "supportive", "champion"), "01-10")
SHAH = said(a_person("Mona Shah", "Chief Pharmacy Officer", "opposed"), "01-10")
FOUGHT = said(a_signal("ehr", "Lee and Mona Shah are at odds over the build"), "02-10")
OWN = ("conflict", "tested", "affected", "resistance_plan")

_Told = tuple[str, str | None, str | None, str | None]


def told(before: tuple[Observation, ...], *new: Observation) -> list[_Told]:
    changes = changes_between(a_state(*before), a_state(*before, *new))
    return [(each.what, each.who, each.before, each.after) for each in changes if each.what in OWN]


def by_hand(field: str, value: str, of: str = "Lee", on: str = "03-10") -> Observation:
    return said(a_correction(field, value, of), on, note="")


def test_a_conflict_begins_and_ends() -> None:
    against = "against Mona Shah over the build"
    assert told((LEE, SHAH), FOUGHT) == [("conflict", "Amelia Lee", None, against)]
    ended = by_hand("conflict_ended", "Mona Shah by Omar Diaz")
    assert told((LEE, SHAH, FOUGHT), ended) == [
        ("conflict", "Amelia Lee", against, "settled with Mona Shah by Omar Diaz")
    ]
    bare = (LEE, SHAH, by_hand("conflict", "Mona Shah"))
    assert told(bare, by_hand("conflict_ended", "Mona Shah", on="04-10")) == [
        ("conflict", "Amelia Lee", "against Mona Shah", "settled with Mona Shah")
    ]


def test_that_one_of_two_left_is_told_of_them_and_not_of_the_conflict() -> None:
    assert told((LEE, SHAH, FOUGHT), said(a_leaver("Mona Shah"), "04-10")) == []


def test_a_criterion_shown_is_told_but_for_what_stance_and_role_tell() -> None:
    assert told((LEE,), by_hand("tested", "bandwidth no")) == [
        ("tested", "Amelia Lee", "bandwidth unknown", "bandwidth no")
    ]
    assert told((LEE,), said(a_person("Amelia Lee", None, "neutral", "influencer"), "02-10")) == []


def test_who_is_affected_is_told_where_it_is_set_by_hand() -> None:
    yes = by_hand("affected", "yes: order sets")
    assert told((LEE,), yes) == [("affected", "Amelia Lee", None, "order sets")]
    assert told((LEE, yes), by_hand("affected", "no", on="04-10")) == [("affected", "Amelia Lee", "order sets", "no")]
    assert told((LEE,), said(a_person("Amelia Lee", None, None, "user"), "02-10")) == []


def test_a_plan_is_told_with_the_one_before() -> None:
    first = by_hand("resistance_plan", "show the clicks")
    assert told((LEE,), first) == [("resistance_plan", "Amelia Lee", None, "show the clicks")]
    assert told((LEE, first), by_hand("resistance_plan", "bring a peer", on="04-10")) == [
        ("resistance_plan", "Amelia Lee", "show the clicks", "bring a peer")
    ]


def test_a_plan_for_somebody_unknown_is_told_by_key() -> None:
    before = a_state(LEE)
    after = a_state(by_hand("resistance_plan", "bring a peer", of="Bob Hart"), on="03-10")
    gone = after.__class__(as_of=after.as_of, resistance_plans=after.resistance_plans)
    assert [(each.who, each.after) for each in changes_between(before, gone)] == [("bob hart", "bring a peer")]
