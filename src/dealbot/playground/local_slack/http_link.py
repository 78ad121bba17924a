"""Events, interactions and commands as signed requests to the app's own addresses."""

import hmac
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from dealbot.playground.local_slack.clock import Clock
from dealbot.playground.local_slack.link import Answer, Kind, NoAnswer, Parcel
from dealbot.playground.local_slack.manifest import Manifest
from dealbot.playground.local_slack.post import Reply, post
from dealbot.slack.limits import ACK_SECONDS

_FORM = "application/x-www-form-urlencoded"


def sign(secret: str, timestamp: str, body: str) -> str:
    """Sign a request as Slack does (v0)."""
    return "v0=" + hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), "sha256").hexdigest()


class HttpLink:
    """The app behind request URLs; `point_to` sets one address for everything, whatever the manifest says."""

    def __init__(self, manifest: Manifest, secret: str, clock: Clock, changed: Callable[[bool], None]) -> None:
        self._manifest, self._secret, self._clock, self._changed = manifest, secret, clock, changed
        self._address: str | None = None
        self._up = False

    @property
    def up(self) -> bool:
        """Whether the latest request was answered."""
        return self._up

    async def point_to(self, address: str) -> bool:
        """Use an address from now on, if it answers the challenge Slack verifies it with."""
        self._address = address
        challenge = "a-challenge-of-the-local-slack"
        body = {"type": "url_verification", "challenge": challenge, "token": "verification"}
        try:
            answer = await self.send(Parcel(Kind.EVENT, body))
        except NoAnswer:
            return False
        return challenge in (answer.body.get("challenge"), answer.body.get("text"))

    async def send(self, parcel: Parcel) -> Answer:
        """Post it, signed; raises NoAnswer."""
        kind, body = _encode(parcel)
        url = self._url(parcel)
        timestamp = str(int(self._clock.now()))
        signature = sign(self._secret, timestamp, body)
        headers = {"Content-Type": kind, "X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature}
        headers["User-Agent"] = "Slackbot 1.0 (+https://api.slack.com/robots)"
        if parcel.attempt:
            headers |= {"X-Slack-Retry-Num": str(parcel.attempt), "X-Slack-Retry-Reason": parcel.reason or "unknown"}
        try:
            reply = await self._clock.within(ACK_SECONDS, post(url, headers, body))
        except TimeoutError as error:
            raise NoAnswer("http_timeout") from error
        except (OSError, ValueError) as error:
            self._set(up=False)
            raise NoAnswer("connection_failed") from error
        self._set(up=True)
        return _read(reply)

    def _url(self, parcel: Parcel) -> str:
        manifest = self._manifest
        own = manifest.events_url
        if parcel.kind is Kind.COMMAND:
            own = manifest.commands[parcel.payload["command"]].url
        elif parcel.kind is Kind.INTERACTIVE:
            asks = parcel.payload.get("type") == "block_suggestion"
            own = (manifest.options_url if asks else None) or manifest.interactivity_url
        return self._address or own or manifest.events_url or ""

    def _set(self, *, up: bool) -> None:
        if up is not self._up:
            self._up = up
            self._changed(up)


def _encode(parcel: Parcel) -> tuple[str, str]:
    match parcel.kind:
        case Kind.EVENT:
            return "application/json", json.dumps(parcel.payload)
        case Kind.COMMAND:
            return _FORM, urlencode(parcel.payload)
        case Kind.INTERACTIVE:
            return _FORM, urlencode({"payload": json.dumps(parcel.payload)})


def _read(reply: Reply) -> Answer:
    if not 200 <= reply.status < 300:
        raise NoAnswer("http_error", final=reply.headers.get("x-slack-no-retry") == "1")
    if not reply.body.strip():
        return Answer({})
    try:
        body: Any = json.loads(reply.body)
    except ValueError:
        body = reply.body
    return Answer(body if isinstance(body, dict) else {"text": reply.body})
