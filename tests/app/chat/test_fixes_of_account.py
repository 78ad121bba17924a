"""A plain reply sets the checklist, the EHR and the pilot right, and takes nothing of people for it."""

from datetime import date

import pytest

from dealbot.app.chat.fixes.fix import Basis, SetRight
from dealbot.app.chat.fixes.parse import fixes_in
from tests.domain.builders import a_person, a_state, said

PEOPLE = said(a_person("Dana Ruiz", "CFO"), "03-01"), said(a_person("Noor Aziz", "CISO"), "03-01")
BASIS = Basis(a_state(*PEOPLE), (), (), date(2026, 3, 10))


def pairs(reply: str) -> list[str]:
    """What a reply sets right."""
    return [pair for fix in fixes_in(reply, BASIS) if isinstance(fix, SetRight) for pair in fix.pairs]


@pytest.mark.parametrize(
    ("reply", "set_right"),
    [
        ("no, they do have a CISO", ["ciso.qualification=yes"]),
        ("there is no audit process", ["audit_process.qualification=no"]),
        ("they don't need FedRAMP", ["fedramp.qualification=no"]),
        ("no it's Meditech, not Epic", ["ehr=Meditech"]),
        ("they run Epic November 2025", ["ehr=Epic November 2025"]),
        ("the pilot started on 2 March", ["pilot=running 2026-03-02"]),
        ("the pilot hasn't started", ["pilot=planned"]),
        ("pilot starts 1 June", ["pilot=planned 2026-06-01"]),
    ],
)
def test_a_reply_about_the_account_sets_it_right(reply: str, set_right: list[str]) -> None:
    assert pairs(reply) == set_right


@pytest.mark.parametrize(
    "reply", ["Dana is fine with the pilot", "the CISO is fine", "Dana is on Epic all day", "Epic is a worry of theirs"]
)
def test_a_reply_about_somebody_is_about_them(reply: str) -> None:
    assert not any(pair.startswith(("ehr", "pilot", "ciso")) for pair in pairs(reply))
