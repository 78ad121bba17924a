"""What a person sets of the pilot, the checklist and the EHR: one form each, refused with the form in anything else."""

import pytest

from dealbot.app.account_forms import check_buyers
from dealbot.app.account_lines import account_line
from dealbot.app.correct import parse
from dealbot.domain.deal import DealState
from dealbot.domain.stakeholder import Side
from dealbot.errors import BadInput
from tests.domain.builders import a_person, a_state, said


def state(*settings: str) -> DealState:
    """What the settings come to, in a deal that knows Ana Gomez of theirs and Sam Lee of ours."""
    people = said(a_person("Ana Gomez", "CNO"), "03-01"), said(a_person("Sam Lee", side=Side.US), "03-01")
    return a_state(*people, *(said(parse(one), "03-02", note="") for one in settings))


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        ("pilot=running 2026-03-02", "Pilot: running since 2 Mar, month 10"),
        ("pilot=planned", "Pilot: planned, no day told"),
        ("pilot=succeeded Ana Gomez: we want it", 'Pilot: done, they call it a success ("Ana Gomez: we want it")'),
        (
            "Adoption.criterion=60% of nurses",
            "Criterion: Adoption: 60% of nurses · agreed by nobody yet (Priya, 2 Mar)",
        ),
        ("Adoption.criterion=dropped", "Criterion: Adoption is dropped"),
        ("Cardiology.expansion=blocked: the EHR", "Expansion: Cardiology (blocked: the EHR)"),
        ("Cardiology.expansion=dropped", "Expansion: Cardiology is dropped"),
        ("using.indicator=62%", "Using it: 62%, your word"),
        ("budget.ready=no", "For the pilot, budget: not there"),
        ("CISO.qualification=Yes", "CISO: yes, your word"),
        ("pen test.qualification=unknown", "yearly pen test: unknown, your word"),
        ("audit_process.qualification=no", "security audit process: no, your word"),
        ("ehr=Epic November 2025", "EHR: Epic November 2025, your word"),
    ],
)
def test_what_was_set_is_said_as_it_holds(setting: str, line: str) -> None:
    assert account_line(parse(setting), state(setting)) == line


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("pilot=going well", "planned|running|failed"),
        ("pilot=succeeded", "for success is the buyer's to say"),
        ("Dana Ruiz.pilot=running", "planned|running|failed"),
        ("criterion=60%", "Adoption.criterion=60% of nurses"),
        ("Adoption.criterion=group sport", "clinical|workflow|operations|financial"),
        ("joy.indicator=yes", "using|value|recommend.indicator"),
        ("weather.ready=yes", "champion|budget|value.ready"),
        ("expansion=live", "Cardiology.expansion"),
        ("parking.qualification=yes", "ciso|audit_process"),
        ("CISO.qualification=perhaps", "yes|no|unknown"),
        ("Dana.ehr=Epic", "ehr=Epic November 2025"),
    ],
)
def test_anything_else_is_refused_with_the_form_it_has(setting: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse(setting)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "setting",
    ["pilot=succeeded Sam Lee: it went well", "Adoption.criterion=agreed Sam Lee", "Adoption.criterion=agreed Bob"],
)
def test_nobody_but_the_buyers_people_tells_of_success_or_agrees(setting: str) -> None:
    with pytest.raises(BadInput, match="nobody of the buyer's"):
        check_buyers(state(), parse(setting))


@pytest.mark.parametrize(
    "setting",
    [
        "pilot=succeeded Ana Gomez: we want it",
        "Adoption.criterion=agreed Ana",
        "pilot=running",
        "A.criterion=60%",
        "ehr=Epic",
    ],
)
def test_the_buyers_people_do(setting: str) -> None:
    check_buyers(state(), parse(setting))
