"""Trigger ids: what lets an app open a modal, once and soon after an interaction."""

import secrets
from dataclasses import dataclass

from dealbot.playground.local_slack.clock import Clock
from dealbot.playground.local_slack.refused import Refused
from dealbot.slack.limits import TRIGGER_SECONDS


@dataclass(slots=True)
class _Trigger:
    user: str
    expires: float
    used: bool = False


class Triggers:
    """The trigger ids that were given out; they do not outlive the process, nor would they."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._known: dict[str, _Trigger] = {}

    def give(self, user: str) -> str:
        """Make one for what a user did."""
        id_ = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._known[id_] = _Trigger(user, self._clock.now() + TRIGGER_SECONDS)
        return id_

    def use(self, id_: str) -> str:
        """Spend one, and tell whose it is; raises Refused."""
        trigger = self._known.get(id_)
        if trigger is None:
            raise Refused("invalid_trigger_id")
        if trigger.used:
            raise Refused("exchanged_trigger_id")
        if trigger.expires < self._clock.now():
            raise Refused("expired_trigger_id")
        trigger.used = True
        return trigger.user
