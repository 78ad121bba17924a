"""Whose words are kept, whose are ignored, and who is refused."""

import pytest

from dealbot.slack.policy import Verdict, judge
from tests.slack.fakes import BOT, BOT_ID
from tests.slack.said import OURS, Payload, click, command, deleted, edited, event, form, mention, message, shortcut

KEPT = {
    "a message": event(message()),
    "a mention": event(mention()),
    "a direct message": event(message(channel="D1", channel_type="im")),
    "a message with a file": event(message(subtype="file_share")),
    "a reply that the channel sees too": event(message(subtype="thread_broadcast")),
    "an edit": event(edited("Met Dana and Raj today.")),
    "a deletion": event(deleted()),
    "the Home tab": event({"type": "app_home_opened", "user": "U1", "tab": "home", "channel": "D1"}),
    "an uninstalling": event({"type": "app_uninstalled"}),
    "a command": command(),
    "a click": click(),
    "a form": form(),
    "a shortcut": shortcut(),
}
IGNORED = {
    "our own message": event(message(user=BOT)),
    "our own message by its bot": event(message(bot_id=BOT_ID)),
    "another bot's message": event(message(bot_id="B9", user="U9")),
    "an old bot's message": event(message(subtype="bot_message", user=None)),
    "Slackbot": event(message(user="USLACKBOT")),
    "nobody": event(message(user=None)),
    "who joined": event(message(subtype="channel_join")),
    "a new topic": event(message(subtype="channel_topic")),
    "a preview of a link": event(edited("Met Dana today.")),
    "an edit of our own": event(edited("x") | {"message": {"user": BOT, "text": "x", "ts": "1.0"}}),
    "a deletion of a bot's": event(deleted() | {"previous_message": {"bot_id": "B9"}}),
    "a reaction": event({"type": "reaction_added", "user": "U1"}),
    "something without a type": event({}),
    "something that is no object": {"type": "event_callback", "team_id": "T0OURS", "event": [1]},
}
REFUSED = {
    "another team": event(message(), team_id="T0EVIL"),
    "no team": event(message(), team_id=None),
    "a team that is a list": event(message(), team_id=["T0OURS"]),
    "a channel of another team": event(message(), context_team_id="T0EVIL"),
    "a guest from another team": event(message(user_team="T0EVIL")),
    "a source in another team": event(message(source_team="T0EVIL")),
    "a member of another team": event(message(team="T0EVIL")),
    "an edit by another team": event(edited("x") | {"message": {"user": "U9", "text": "x", "team": "T0EVIL"}}),
    "a shared channel": event(message(), is_ext_shared_channel=True),
    "a command in another team": command(team_id="T0EVIL"),
    "a click in another team": click(team={"id": "T0EVIL"}),
    "a click by another team": click(user={"id": "U9", "team_id": "T0EVIL"}),
    "a click without a team": click(team=None),
}


@pytest.mark.parametrize("what", KEPT)
def test_kept_is(what: str) -> None:
    assert judge(KEPT[what], OURS).verdict is Verdict.KEEP


@pytest.mark.parametrize("what", IGNORED)
def test_ignored_is(what: str) -> None:
    assert judge(IGNORED[what], OURS).verdict is Verdict.IGNORE


@pytest.mark.parametrize("what", REFUSED)
def test_refused_is(what: str) -> None:
    assert judge(REFUSED[what], OURS).verdict is Verdict.REFUSE


@pytest.mark.parametrize(("said", "told"), [(mention(), True), (message(), False)])
def test_in_a_shared_channel_who_spoke_to_the_bot_is_told_why_it_is_silent(said: Payload, *, told: bool) -> None:
    assert bool(judge(event(said, is_ext_shared_channel=True), OURS).told) is told
