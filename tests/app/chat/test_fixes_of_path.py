"""A plain reply sets committees, contract tracks and the budget lock right, and nothing where it only hopes."""

from datetime import date

import pytest

from dealbot.app.chat.fixes.fix import Basis, SetRight
from dealbot.app.chat.fixes.parse import fixes_in
from dealbot.app.deal_names import DealName
from tests.domain.builders import a_person, a_state, said

BASIS = Basis(a_state(said(a_person("Dana Ruiz", "CFO"), "03-01")), (), (DealName("Norton"),), date(2026, 3, 16))


def pairs(reply: str) -> list[str]:
    """What a reply sets right."""
    return [pair for fix in fixes_in(reply, BASIS) if isinstance(fix, SetRight) for pair in fix.pairs]


@pytest.mark.parametrize(
    ("reply", "set_right"),
    [
        ("P&T passed it on 12 March", ["P&T.gate=passed 2026-03-12"]),
        ("the board approved it", ["Board.gate=passed"]),
        ("P&T is on 14 April", ["P&T.meets=2026-04-14"]),
        ("P&T papers are due 31 March", ["P&T.papers=2026-03-31"]),
        ("MEC is not needed", ["Medical Executive Committee.gate=not_needed"]),
        ("the BAA is signed", ["baa.track=agreed"]),
        ("the FY27 budget locks 31 March", ["budget_lock=2026-03-31 FY27"]),
        ("P&T on 14 April, Sam has the papers", ["P&T.meets=2026-04-14", "P&T.papers_by=Sam"]),
    ],
)
def test_a_reply_about_the_path_sets_it_right(reply: str, set_right: list[str]) -> None:
    assert pairs(reply) == set_right


@pytest.mark.parametrize(
    "reply",
    [
        "we hope P&T passed it",
        "has P&T passed it?",
        "Norton: P&T passed it",
        "their counsel has the BAA",
        "they approved it",
        "thanks, great",
    ],
)
def test_a_reply_that_hopes_asks_or_is_about_another_deal_sets_nothing_right(reply: str) -> None:
    assert pairs(reply) == []


def test_a_reply_about_somebody_is_about_them() -> None:
    assert pairs("Dana is fine") == ["Dana Ruiz.stance=supportive"]
