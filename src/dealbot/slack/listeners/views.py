"""Dialogs that were sent or closed: checked while the person waits, then kept."""

from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack, App

from dealbot.errors import DealbotError
from dealbot.slack.payload import part
from dealbot.slack.screens import ANYTHING, Front

_OLD = "dealbot no longer knows this dialog: close it and open it again."


def register(app: App, front: Front) -> None:
    """Listen for the known dialogs, and say of the others that they are none any longer."""

    def sent(ack: Ack, body: dict[str, Any]) -> None:
        _answer(ack, _wrong(front, body))

    def unknown(ack: Ack, body: dict[str, Any]) -> None:
        errors = _on_the_form(body, _OLD)
        if not errors:
            front.intake.tell(body, _OLD)
        _answer(ack, errors)

    def closed(ack: Ack) -> None:
        ack()

    for name in sorted(front.screens.views):
        app.view(name)(sent)
    app.view(ANYTHING)(unknown)
    app.view_closed(ANYTHING)(closed)


def _wrong(front: Front, body: dict[str, Any]) -> Mapping[str, str] | None:
    """What is wrong with a form; where nothing is, it is kept."""
    try:
        errors = front.screens.check(body)
        if not errors:
            front.intake.keep(body)
    except DealbotError as error:
        return _on_the_form(body, str(error))
    return errors


def _on_the_form(body: dict[str, Any], text: str) -> dict[str, str]:
    """The text under the first thing on the form that can carry one."""
    return dict.fromkeys(list(part(body, "view", "state", "values"))[:1], text)


def _answer(ack: Ack, errors: Mapping[str, str] | None) -> None:
    if errors:
        ack(response_action="errors", errors=dict(errors))
    else:
        ack()
