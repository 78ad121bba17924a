"""A champion's loss as it is shown to whoever logged it and to a manager."""

from typing import Any, cast

import pytest

from dealbot.app.chat.replies import ChampionLost, ManagerTold
from dealbot.domain.champion_loss import champion_losses
from dealbot.domain.stakeholder import BuyingRole, Stance
from dealbot.slack.blockcheck import check_message
from dealbot.slack.postings import Outlet, postings_of
from dealbot.slack.views.message import Message
from dealbot.slack.views.messages import message_of
from dealbot.slack.views.parts import harmless
from tests.builders import a_deal, a_leaver, a_person, an_observation


def lost(name: str = "Amelia Lee", *, shared: bool = False) -> ChampionLost:
    said = an_observation(a_person(name, "CMO", Stance.COMMITTED, "all for it", BuyingRole.CHAMPION), "11-10")
    gone = an_observation(a_leaver(name, "CMO", "moving to Houston"), "11-16")
    state = a_deal(said, gone).state
    return ChampionLost("Lakeshore", champion_losses(state)[0], state, shared)


def shown(reply: ChampionLost | ManagerTold) -> Message:
    message = message_of(reply)
    assert message is not None
    return message


def test_whoever_logged_it_may_tell_their_manager_by_a_tap() -> None:
    message = shown(lost())
    (tap,) = [element for block in message.blocks if block["type"] == "actions" for element in block["elements"]]
    assert (tap["text"]["text"], tap["action_id"]) == ("Tell my manager", "tell_manager")
    assert tap["value"] == '{"deal":"Lakeshore","who":"amelia lee"}'
    assert message.about == ("n-11-16-P",)
    assert message.text.startswith("Lakeshore: 1 change\nChampion lost, Lakeshore: Amelia Lee, CMO\n")


def test_a_manager_is_told_by_whom_and_with_the_words() -> None:
    message = shown(ManagerTold("U0MARIA", "Priya Nair", lost()))
    assert all(block["type"] != "actions" for block in message.blocks)
    assert 'Said: "moving to Houston" (Priya, 16 Nov)' in message.text
    assert message.text.endswith("Told by Priya Nair")


def test_where_others_may_read_only_the_teller_sees_it() -> None:
    assert shown(lost(shared=True)).quiet


@pytest.mark.parametrize("name", ["<!channel>", "*Bold*", "x" * 200, "Dr. " + "y" * 2_500, "&lt;"])
def test_whatever_somebody_is_called_slack_takes_the_message(name: str) -> None:
    for reply in (lost(name), ManagerTold("U0MARIA", name, lost(name))):
        message = shown(reply)
        told = {"channel": "C0DEAL", "text": harmless(message.text), "blocks": list(message.blocks)}
        assert check_message(told) == ()
        assert "<!channel>" not in str(message.blocks)


def test_a_manager_is_told_in_their_own_direct_message() -> None:
    outlet = Outlet("C0DEAL", "1.2", "U0PRIYA")
    (posting,) = postings_of(ManagerTold("U0MARIA", "Priya Nair", lost()), outlet, cast(Any, None))
    assert (posting.lane, posting.arguments["channel"]) == ("U0MARIA", "U0MARIA")
    assert "thread_ts" not in posting.arguments
