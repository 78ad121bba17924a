"""Help tells each role what can be said, in lines for a phone, and what it tells is understood."""

import re

import pytest

from dealbot.app.chat.first_run import seat_of
from dealbot.app.chat.help_text import help_text
from dealbot.app.chat.kinds import Heard, Kinds, load_kinds
from dealbot.app.chat.said import Kind, Where
from dealbot.app.deal_names import DealName
from dealbot.app.question import Asking, Intent
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.app.understand.likeness import Likeness, load_likeness
from dealbot.domain.principal import Role
from dealbot.wiring import open_encoder, open_trade

ROLES = (Role.AE, Role.MANAGER, Role.ENABLEMENT, Role.ANALYST)
PRACTICE = frozenset(
    {"interview prep", "objection drill", "my progress", "warm me up for the CNO", "role-play the CFO"}
)
SAID = re.compile("“([^”]+)”")
LOST = {Intent.HELP, Intent.UNSUPPORTED, Intent.NEED_DEAL}
OF_PRACTICE = re.compile(r"cohort|check|practice|ready|answers|sign-off|November|in no guide|private:")


@pytest.mark.parametrize("role", ROLES)
def test_help_has_ten_lines_at_most_and_names_practice(role: Role) -> None:
    text = help_text({role})
    assert len(text.splitlines()) <= 10
    assert max(map(len, text.splitlines())) <= 100
    assert set(SAID.findall(text)) >= PRACTICE


def test_what_somebody_does_besides_selling_decides_what_they_are_told() -> None:
    assert seat_of(()) is Role.AE
    assert seat_of({Role.AE, Role.MANAGER}) is Role.MANAGER
    assert seat_of({Role.ADMIN}) is Role.MANAGER
    assert seat_of({Role.AE, Role.ENABLEMENT}) is Role.ENABLEMENT


@pytest.mark.parametrize("role", ROLES)
def test_every_question_that_help_tells_is_understood(role: Role) -> None:
    kinds = Kinds(open_encoder, load_kinds)
    asked = [said for said in SAID.findall(help_text({role})) if said not in PRACTICE and not OF_PRACTICE.search(said)]
    for said in asked:
        if said.startswith("Lakeshore: met"):
            assert kinds.of(Heard(said, Where.DM, None)) == (Kind.NOTE, True)
            continue
        question = BuiltinQuestions(Likeness(open_encoder, load_likeness), open_trade).read(
            said, Asking((DealName("Lakeshore", ()),), lambda _name: (), given="Lakeshore", sure=True)
        )
        assert question.intent not in LOST, said
