"""The choices of menus that ask for them while somebody types."""

from typing import Any

from slack_bolt import Ack, App

from dealbot.errors import DealbotError
from dealbot.slack.screens import ANYTHING, Front

_MOST = 100


def register(app: App, front: Front) -> None:
    """Listen for every menu: one that is not known has no choices."""

    def asked(ack: Ack, body: dict[str, Any]) -> None:
        try:
            found = front.screens.options(body)
        except DealbotError:
            found = ()
        ack(options=[dict(option) for option in found[:_MOST]])

    app.options(ANYTHING)(asked)
