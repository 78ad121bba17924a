"""Whether dealbot is set up in Slack: its token and scopes, the clock, its sockets; each found by asking Slack."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from dealbot.errors import DealbotError
from dealbot.slack.failures import failure_of
from dealbot.slack.installation import ask_who
from dealbot.slack.signature import WINDOW_S

_MUCH_S = 60
_NO_OTHER_WAY = "neither SLACK_APP_TOKEN (for sockets) nor SLACK_SIGNING_SECRET (for --http) is set"
_HTTP_ONLY = "SLACK_APP_TOKEN is not set: use `dealbot serve --http`"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that Slack told; `ok` None where it only should be known."""

    name: str
    ok: bool | None
    detail: str


@dataclass(frozen=True, slots=True)
class Checkup:
    """What is set, and what the app must be allowed to do."""

    client: WebClient
    app_token: str | None
    has_secret: bool
    scopes: frozenset[str]
    now: Callable[[], datetime]

    def findings(self) -> Iterator[Finding]:
        """Ask Slack; what cannot be asked after the token was refused is left out."""
        try:
            told = ask_who(self.client)
        except DealbotError as error:
            yield Finding("slack token", ok=False, detail=str(error))
        else:
            headers = {str(name).lower(): str(value) for name, value in told.headers.items()}
            if told.get("bot_id"):
                yield Finding("slack token", ok=True, detail=f"{told.get('user')} in {told.get('team')}")
            else:
                yield Finding("slack token", ok=False, detail="SLACK_BOT_TOKEN is none of a bot: it begins with xoxb-")
            yield self._scopes(headers)
            yield self._clock(headers)
        yield self._sockets()

    def _scopes(self, headers: Mapping[str, str]) -> Finding:
        if "x-oauth-scopes" not in headers:
            return Finding("slack scopes", ok=None, detail="Slack does not tell them")
        given = {scope.strip() for scope in headers["x-oauth-scopes"].split(",")}
        if missing := sorted(self.scopes - given):
            wanted = f"{', '.join(missing)} missing: set the app's manifest to manifest.json and install it again"
            return Finding("slack scopes", ok=False, detail=wanted)
        return Finding("slack scopes", ok=True, detail=f"all {len(self.scopes)} of manifest.json")

    def _clock(self, headers: Mapping[str, str]) -> Finding:
        """Compare the clocks: a request that is signed too long ago, or too far ahead, is refused."""
        theirs = _instant(headers.get("date", ""))
        if theirs is None:
            return Finding("slack clock", ok=None, detail="Slack does not tell the time")
        apart = round((self.now() - theirs).total_seconds())
        off = f"{abs(apart)} s {'ahead of' if apart > 0 else 'behind'} Slack's"
        if abs(apart) > WINDOW_S:
            return Finding("slack clock", ok=False, detail=f"{off}: every signed request is refused, set the clock")
        if abs(apart) > _MUCH_S:
            return Finding("slack clock", ok=None, detail=f"{off}: set it, from {WINDOW_S} s on requests are refused")
        return Finding("slack clock", ok=True, detail=off if apart else "the same as Slack's")

    def _sockets(self) -> Finding:
        if self.app_token is None:
            ok, detail = (None, _HTTP_ONLY) if self.has_secret else (False, _NO_OTHER_WAY)
            return Finding("slack sockets", ok, detail)
        try:
            self.client.apps_connections_open(app_token=self.app_token)
        except SlackApiError as error:
            code = failure_of(error).code
            said = f"Slack does not take SLACK_APP_TOKEN ({code}): make one with connections:write on the app's page"
            return Finding("slack sockets", ok=False, detail=said)
        except OSError:
            return Finding("slack sockets", ok=False, detail="Slack cannot be reached")
        return Finding("slack sockets", ok=True, detail="can be opened")


def _instant(date: str) -> datetime | None:
    with suppress(ValueError):
        return parsedate_to_datetime(date).astimezone(UTC)
    return None
