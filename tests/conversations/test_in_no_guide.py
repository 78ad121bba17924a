"""What three people say by a tap is not what they asked is shown to enablement as something that stands in no guide."""

from collections.abc import Callable

from dealbot.app.guides.gaps import gaps_of
from dealbot.store.database import open_database
from dealbot.wiring import open_encoder
from tests.conversations.cast import person, user_called
from tests.conversations.house import _answering, house
from tests.conversations.script import Script, Stage

ASKED = ("which limits has Oracle Health?", "what are the limits of Oracle Health?", "which limits has Oracle Health?")


def test_what_three_people_were_not_told_is_shown_to_enablement(ledger: Callable[[tuple[str, ...], str], str]) -> None:
    talk = [
        {f"{who} {verb}": what}
        for who, question in zip(("priya", "sam", "tom"), ASKED, strict=True)
        for verb, what in (("says", question), ("taps", "Ask the guides"), ("taps", "Not what I asked"))
    ]
    script = Script("three people ask", tuple(talk))
    deals = ("Lakeshore", "Norton", "Bayview")
    with (
        open_database(ledger(deals, "sqlite")) as database,
        house(database, script.at, sockets=False) as opened,
    ):
        Stage(opened).play(script)
        guides = _answering().guides
        assert guides is not None
        (gap,) = gaps_of(opened.desk, person(user_called("erin")), guides(), open_encoder())

    assert (gap.askers, set(gap.questions)) == (3, set(ASKED))
