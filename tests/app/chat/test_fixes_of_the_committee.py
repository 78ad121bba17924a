"""What plain replies set right of the committee, and what they leave to a note."""

import pytest

from dealbot.app.chat.fixes.committee import of_committee
from dealbot.app.chat.fixes.fix import Basis
from dealbot.app.must_say_yes import Choice, choices, settings
from dealbot.domain.alignment import align
from tests.app.deals import lakeshore
from tests.builders import AS_OF

BASIS = Basis(lakeshore().state, (), (), AS_OF)


def pairs(text: str) -> list[str]:
    return [pair for fix in of_committee(text, BASIS) for pair in fix.pairs]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Colleen must say yes too", "Colleen Burke.required=yes"),
        ("we need Colleen's sign-off", "Colleen Burke.required=yes"),
        ("the CISO has to sign off", "CISO.required=yes"),
        ("Raj doesn't need to approve", "Raj Patel.required=no"),
        ("we don't need Raj's yes", "Raj Patel.required=no"),
        ("take Raj off the must-say-yes list", "Raj Patel.required=no"),
        (
            "Colleen has influence 5: sways the night shift, all of it",
            "Colleen Burke.influence=5: sways the night shift, all of it",
        ),
        ("Raj, influence of 2 of 5 because he leaves soon", "Raj Patel.influence=2: he leaves soon"),
        ("Raj is still evaluating", "Raj Patel.stage=evaluating"),
        ("Raj's stage: needs evidence", "Raj Patel.stage=needs_evidence"),
        ("Dana wants financial proof", "Dana Ruiz.needs=financial"),
        ("Raj asks for security evidence", "Raj Patel.needs=security_legal"),
        ("Ana needs to see drug safety data", "Ana Gomez.needs=drug_safety"),
    ],
)
def test_a_plain_reply_sets_the_committee_right(text: str, pair: str) -> None:
    assert pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "Dana has to sign off by Friday",
        "Dana must say yes before P&T meets",
        "Dana wants financial proof by Friday",
        "she must say yes",
        "influence 5: sways all",
        "Dana has influence 5",
        "Raj is evaluating two vendors",
        "Dana is fine",
    ],
)
def test_what_says_more_names_nobody_or_gives_no_reason_sets_nothing(text: str) -> None:
    assert pairs(text) == []


def test_a_choice_sets_what_is_not_so_yet_and_nothing_else() -> None:
    deal = lakeshore()
    offered = choices(align(deal.state), deal.state)
    chosen = [each.label for each in offered if each.needed and each.label != "CISO"]
    assert settings(offered, [*chosen, "Colleen Burke"]) == ("CISO.required=no", "Colleen Burke.required=yes")
    assert settings(offered, [each.label for each in offered if each.needed]) == ()


def test_a_label_longer_than_a_choice_holds_is_known_by_its_beginning() -> None:
    long = Choice("A" * 200, "A", needed=True)
    assert settings([long], [long.value]) == ()
