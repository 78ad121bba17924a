"""Every conversation of the tables, through the real app, worker and delivery."""

from collections.abc import Callable

import pytest

from dealbot.store.database import open_database
from tests.conversations.house import house
from tests.conversations.script import Script, Stage, scripts

_KINDS = {"http": ("http", "sqlite"), "postgres": ("sockets", "postgres")}
CASES = [
    pytest.param(script, *kind, id=f"{script.it} [{'-'.join(kind)}]")
    for script in scripts()
    for kind in (("sockets", "sqlite"), *(_KINDS[also] for also in script.also))
]


@pytest.mark.parametrize(("script", "transport", "store"), CASES)
def test_the_conversation_goes_as_told(
    script: Script, transport: str, store: str, ledger: Callable[[tuple[str, ...], str], str]
) -> None:
    with (
        open_database(ledger(script.deals, store)) as database,
        house(database, script.at, sockets=transport == "sockets") as opened,
    ):
        stage = Stage(opened)
        try:
            stage.play(script)
        except AssertionError as error:
            pytest.fail("\n".join([str(error), "", *stage.story]), pytrace=False)
