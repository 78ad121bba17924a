"""Slash commands."""

from typing import Any

from slack_bolt import Ack, App

from dealbot.errors import DealbotError
from dealbot.slack.screens import ANYTHING, Front


def register(app: App, front: Front) -> None:
    """Listen for the known commands, and answer the others with help."""

    def known(ack: Ack, body: dict[str, Any]) -> None:
        try:
            front.take(body)
        except DealbotError as error:
            ack(text=str(error), response_type="ephemeral")
        else:
            ack()

    def unknown(ack: Ack) -> None:
        ack(text=front.screens.help, response_type="ephemeral")

    for name in sorted(front.screens.commands):
        app.command(name)(known)
    app.command(ANYTHING)(unknown)
