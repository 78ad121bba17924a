"""Clicks and choices in messages, in the Home tab and in dialogs."""

from typing import Any

from slack_bolt import Ack, App

from dealbot.errors import BadInput
from dealbot.slack.screens import ANYTHING, Front

_OLD = "dealbot no longer knows this button: it is from an older version of the message."


def register(app: App, front: Front) -> None:
    """Listen for the known actions, and say of the others that they are none any longer."""

    def tapped(ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        if action.get("action_id") in front.screens.actions:
            _take(front, body)
        elif "url" not in action:  # a link needs no answer
            front.intake.tell(body, _OLD)
        ack()

    app.action(ANYTHING)(tapped)


def _take(front: Front, body: dict[str, Any]) -> None:
    try:
        front.take(body)
    except BadInput as error:
        front.intake.tell(body, str(error))
