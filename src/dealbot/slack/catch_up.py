"""After an outage longer than Slack's redelivery: what was said meanwhile is fetched and kept as if it arrived."""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from threading import Event
from typing import Any

from slack_sdk import WebClient

from dealbot.errors import BadInput, StoreUnavailable
from dealbot.slack.failures import ERRORS, failure_of
from dealbot.slack.history import History
from dealbot.slack.intake import Intake
from dealbot.slack.payload import Payload, part, word
from dealbot.slack.policy import Verdict, judge
from dealbot.store.inbox import Inbox
from dealbot.store.outbox import Outbox

_LOOK_S = 0.25
_PAUSE_S = 5.0
# What history adds to a message that no event has.
_ADDED = frozenset({"latest_reply", "reply_count", "reply_users", "reply_users_count", "subscribed", "last_read"})
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CatchUp:
    """Keeps what was said in the last `window` in the conversations dealbot talked in, as far as it is not yet."""

    intake: Intake
    client: WebClient
    window: timedelta

    def run(self, connected: Event, stop: Event) -> None:
        """Catch up whenever there is a new connection to Slack, until told to stop."""
        while not stop.is_set():
            if connected.wait(_LOOK_S):
                connected.clear()
                try:
                    self.now(stop.wait)
                except StoreUnavailable:
                    _log.warning("the ledger cannot be used now: what was said meanwhile is looked for later")
                    connected.set()
                    stop.wait(_PAUSE_S)

    def now(self, wait: Callable[[float], bool]) -> int:
        """Catch up on every conversation and tell how many messages were kept; raises StoreUnavailable."""
        if not self.window:
            return 0
        with self.intake.database.read() as session:
            channels = Outbox(session, self.intake.ours.workspace).channels()
        kept = sum(self._conversation(History(self.client, wait), channel) for channel in channels)
        if kept:
            _log.info("%d messages were said while dealbot could not hear", kept)
        return kept

    def _conversation(self, history: History, channel: str) -> int:
        now = self.intake.now()
        try:
            said = history.since(channel, now - self.window, now)
            told = self._unheard([self._told(channel, message) for message in said])
            shared = {"is_ext_shared_channel": True} if told and history.is_shared(channel) else {}
        except ERRORS as error:
            _log.warning("a conversation could not be looked through: %s", failure_of(error).code)
            return 0
        return sum(self._kept({**payload, **shared}) for payload in told)

    def _kept(self, payload: Payload) -> bool:
        return judge(payload, self.intake.ours).verdict is Verdict.KEEP and self.intake.keep(payload)

    def _unheard(self, told: list[Payload]) -> list[Payload]:
        """What is our business and was not kept before, in these words or later ones."""
        arrivals = list(self._arrivals(told))
        with self.intake.database.read() as session:
            known = Inbox(session, self.intake.ours.workspace).moments([about for about, _, _ in arrivals])
        return [payload for about, at, payload in arrivals if known.get(about, "") < at]

    def _arrivals(self, told: list[Payload]) -> Iterator[tuple[str, str, Payload]]:
        for payload in told:
            try:
                arrival = self.intake.arrival(payload)
            except BadInput:
                continue
            ours = judge(payload, self.intake.ours).verdict is Verdict.KEEP
            if ours and arrival.about is not None and arrival.about_at is not None:
                yield arrival.about, arrival.about_at, payload

    def _told(self, channel: str, message: Payload) -> dict[str, Any]:
        """The event that would have told of a message: said, or changed where it was edited since."""
        said = {name: value for name, value in message.items() if name not in _ADDED}
        if said.get("thread_ts") == said.get("ts"):
            del said["thread_ts"]
        edited = word(part(message, "edited"), "ts")
        event: Mapping[str, Any] = {**said, "type": "message", "channel": channel, "event_ts": said.get("ts")}
        if edited is not None:
            event = {"type": "message", "subtype": "message_changed", "channel": channel, "message": said}
            event = {**event, "ts": edited, "event_ts": edited}
        key = f"caught-up-{channel}-{said.get('ts')}-{edited or ''}"
        return {"type": "event_callback", "team_id": self.intake.ours.team, "event_id": key, "event": event}
