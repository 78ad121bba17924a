"""Champions, conflicts and who is affected, set right by plain replies."""

from datetime import date

import pytest

from dealbot.app.chat.fixes.fix import Basis, SetRight
from dealbot.app.chat.fixes.parse import fixes_in
from dealbot.domain.evidence import Span
from dealbot.domain.observation import SignalStatement
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Stance
from tests.builders import a_deal, a_person, an_observation

_FOUGHT = "Lee and Mona Shah are at odds over the build"
STATE = a_deal(
    an_observation(a_person("Amelia Lee", "chief of cardiology", Stance.COMMITTED, "wants it", BuyingRole.CHAMPION)),
    an_observation(a_person("Mona Shah", "Chief Pharmacy Officer", Stance.OPPOSED, "is against it")),
    an_observation(a_person("Omar Diaz", "CMO")),
    an_observation(SignalStatement(SignalKind.COMPETITOR, "build", Span(_FOUGHT, 0, len(_FOUGHT)))),
).state
BASIS = Basis(STATE, (), (), date(2026, 11, 20))


def pairs(text: str) -> list[str]:
    return [pair for fix in fixes_in(text, BASIS) if isinstance(fix, SetRight) for pair in fix.pairs]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lee is swamped", "Amelia Lee.tested=bandwidth no: Lee is swamped"),
        ("everybody listens to Lee", "Amelia Lee.tested=influence yes: everybody listens to Lee"),
        ("Omar Diaz is affected by the rounding view", "Omar Diaz.affected=yes: the rounding view"),
        ("Omar Diaz is not affected", "Omar Diaz.affected=no"),
        ("Lee is fighting with Omar Diaz over beds", "Amelia Lee.conflict=Omar Diaz over beds"),
        ("Lee clashes with Omar Diaz", "Amelia Lee.conflict=Omar Diaz"),
        ("Lee and Mona Shah made peace", "Amelia Lee.conflict_ended=Mona Shah"),
        ("Omar Diaz settled it between Lee and Shah", "Amelia Lee.conflict_ended=Mona Shah by Omar Diaz"),
        ("plan for Mona: agree on one vendor", "Mona Shah.resistance_plan=agree on one vendor"),
    ],
)
def test_a_plain_reply_sets_it_right(text: str, said: str) -> None:
    assert pairs(text) == [said]


@pytest.mark.parametrize("text", ["Lee and Omar Diaz made peace", "plan for Bob: talk", "Lee and Omar Diaz talked"])
def test_what_names_nothing_known_sets_nothing_right(text: str) -> None:
    assert pairs(text) == []
