"""Shortcuts, from anywhere and on a message."""

from typing import Any

from slack_bolt import Ack, App

from dealbot.errors import BadInput
from dealbot.slack.screens import ANYTHING, Front


def register(app: App, front: Front) -> None:
    """Listen for the known shortcuts, and answer the others with help."""

    def known(ack: Ack, body: dict[str, Any]) -> None:
        try:
            front.take(body)
        except BadInput as error:
            front.intake.tell(body, str(error))
        ack()

    def unknown(ack: Ack, body: dict[str, Any]) -> None:
        front.intake.tell(body, front.screens.help)
        ack()

    for name in sorted(front.screens.shortcuts):
        app.shortcut(name)(known)
    app.shortcut(ANYTHING)(unknown)
