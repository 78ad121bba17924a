"""What is answered at once, while the person waits: which names are known, and which dialog opens or is wrong."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from dealbot.errors import BadInput
from dealbot.slack.intake import Intake
from dealbot.slack.payload import Payload, word

ANYTHING = re.compile("")  # found in every name, so whoever listens for it listens last
_TOO_LATE = "The dialog could not be opened in time: please try again."
View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Screens:
    """The names that are known to the conversation, and its answers to what cannot wait.

    `open_modal` gives the view that a command, click or shortcut opens, `options` the choices of a menu, `check` what
    is wrong with a form by its blocks. They have three seconds together with everything else, so they only read.
    """

    commands: frozenset[str]
    actions: frozenset[str]
    shortcuts: frozenset[str]
    views: frozenset[str]
    open_modal: Callable[[Payload], View | None]
    options: Callable[[Payload], Sequence[Mapping[str, Any]]]
    check: Callable[[Payload], Mapping[str, str] | None]
    help: str


@dataclass(frozen=True, slots=True)
class Front:
    """What every listener works with."""

    client: WebClient
    intake: Intake
    screens: Screens

    def take(self, body: Payload) -> None:
        """Open the dialog that was asked for, or keep what was done for the worker.

        Raises BadInput where the dialog does not open, StoreUnavailable.
        """
        view = self.screens.open_modal(body)
        if view is None:
            self.intake.keep(body)
            return
        opening = self.client.views_push if word(body, "view", "type") == "modal" else self.client.views_open
        try:
            opening(trigger_id=word(body, "trigger_id"), view=dict(view))
        except (SlackApiError, OSError) as error:
            raise BadInput(_TOO_LATE) from error
