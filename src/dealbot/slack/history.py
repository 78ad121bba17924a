"""What was said in a conversation as Slack keeps it: asked for no faster than Slack allows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient

from dealbot.slack.failures import ERRORS, Remedy, failure_of
from dealbot.slack.payload import Payload, word

MOST = 200  # messages of a conversation, or of a thread
_CLOCKS_APART = timedelta(minutes=2)
_THREADS_BEGAN = timedelta(days=7)  # threads that began earlier are not looked into
_TRIES = 3
_PAUSE_S = 1.0


@dataclass(frozen=True, slots=True)
class History:
    """Reads conversations; `wait` sleeps so many seconds, and is true where there is no time to go on."""

    client: WebClient
    wait: Callable[[float], bool]

    def since(self, channel: str, start: datetime, now: datetime) -> tuple[Payload, ...]:
        """Give the newest messages said or edited from a moment on, oldest first; raises what the client raises."""
        until = f"{(now + _CLOCKS_APART).timestamp():.6f}"
        began = f"{min(start, now - _THREADS_BEGAN).timestamp():.6f}"
        span = {"channel": channel, "latest": until, "limit": MOST}
        moment = f"{start.timestamp():.6f}"
        said: dict[str, Payload] = {}
        for root in self._ask(self.client.conversations_history, oldest=began, **span):
            said |= _named(root)
            if float(word(root, "latest_reply") or 0) >= start.timestamp():
                for reply in self._ask(self.client.conversations_replies, ts=root["ts"], oldest=moment, **span):
                    said |= _named(reply)
        new = [said[ts] for ts in sorted(said, key=float) if _newest(said[ts]) >= start.timestamp()]
        return tuple(new[-MOST:])

    def is_shared(self, channel: str) -> bool:
        """Whether people of another company read a conversation; raises what the client raises."""
        if channel.startswith("D"):
            return False
        told = self._told(self.client.conversations_info, channel=channel)["channel"]
        return bool(told.get("is_ext_shared") or told.get("is_pending_ext_shared"))

    def _ask(self, method: Callable[..., Any], **asked: Any) -> Iterator[Payload]:  # noqa: ANN401 -- as Slack's client
        yield from self._told(method, **asked)["messages"]

    def _told(self, method: Callable[..., Any], **asked: Any) -> Mapping[str, Any]:  # noqa: ANN401 -- as above
        """Ask as often as makes sense, each time after as long as Slack says."""
        for attempt in range(1, _TRIES + 1):
            try:
                answer: Mapping[str, Any] = method(**asked)
            except ERRORS as error:
                failure = failure_of(error)
                if failure.remedy is not Remedy.LATER or attempt == _TRIES:
                    raise
                if self.wait(failure.after.total_seconds() if failure.after else _PAUSE_S):
                    raise
            else:
                return answer
        raise AssertionError


def _named(message: Payload) -> dict[str, Payload]:
    ts = word(message, "ts")
    return {ts: message} if ts is not None else {}


def _newest(message: Payload) -> float:
    return float(word(message, "edited", "ts") or word(message, "ts") or 0)
