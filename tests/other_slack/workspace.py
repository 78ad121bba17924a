"""The workspace in the other Slack, and somebody who uses it."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from websockets.sync.client import ClientConnection, connect

from dealbot.slack.signature import signature

BOT_TOKEN, APP_TOKEN, SIGNING_SECRET = "xoxb-other", "xapp-other", "a secret of both"
BOT, PRIYA = "U0DEALBOT", "U0PRIYA"
CHANNEL, TEAM = "C0LAKESHORE", "T0BEACON"
_JSON = b"application/json"
_PATIENCE_S = 20
_GRACE_S = 0.5

Message = dict[str, Any]


def described(request_url: str | None) -> dict[str, Any]:
    """The workspace as it begins; without an address the app is told over sockets."""
    app = {"appId": "A0DEALBOT", "botUserId": BOT, "botName": "dealbot", "botToken": BOT_TOKEN, "appToken": APP_TOKEN}
    how = {"mode": "events", "requestUrl": request_url} if request_url else {"mode": "socket"}
    return {
        "workspace": {"name": "Beacon Clinical", "domain": "beacon", "teamId": TEAM},
        "apps": [{**app, "signingSecret": SIGNING_SECRET, **how}],
        "users": [{"id": PRIYA, "name": "priya", "real_name": "Priya Nair", "tz": "America/New_York"}],
        "channels": [{"id": CHANNEL, "name": "deal-lakeshore", "is_private": True, "members": [PRIYA, BOT]}],
    }


@dataclass(frozen=True)
class Workspace:
    """What Priya does in the other Slack, and what she sees."""

    url: str
    request_url: str

    def say(self, text: str, channel: str = CHANNEL, thread: str | None = None) -> str:
        told = {"channel": channel, "user": PRIYA, "text": text, **({"thread_ts": thread} if thread else {})}
        return str(self._post("message", **told)["message"]["ts"])

    def command(self, text: str) -> None:
        self._post("command", channel=CHANNEL, user=PRIYA, command="/deal", text=text)

    def tap(self, label: str, message: Message) -> None:
        """Tap the button of a message that says so."""
        button = next(each for each in _buttons(message) if each["text"]["text"] == label)
        self._post("interact", channel=message["channel"], messageTs=message["ts"], user=PRIYA, action=button)

    def direct(self) -> str:
        """Open the Home tab, and with it the direct message."""
        self._post("open-home", user=PRIYA)
        return next(str(each["id"]) for each in self._get("state")["channels"] if each["is_im"])

    def home(self) -> Any:
        return self.eventually(lambda: self._shown()["homeViews"])

    def modal(self, title: str) -> Any:
        """The dialog that is open, once it is the one with that title."""

        def look() -> Any:
            stack = self._shown()["modalStack"]
            return stack[-1] if stack and stack[-1]["title"]["text"] == title else None

        return self.eventually(look)

    def submit(self, **values: Any) -> None:
        """Submit the dialog that is open and wait until it is closed."""
        with self._page() as page:
            page.send(json.dumps({"t": "view_submit", "user": PRIYA, "values": values}))
            self.eventually(lambda: not self._shown()["modalStack"])

    def refused_form(self) -> Any:
        """What is wrong with the dialog that is open when nothing is filled in; it is closed then."""
        with self._page() as page:
            page.send(json.dumps({"t": "view_submit", "user": PRIYA, "values": {}}))
            while (told := json.loads(page.recv(_PATIENCE_S)))["t"] != "view_errors":
                pass
            page.send(json.dumps({"t": "view_close", "user": PRIYA}))
            self.eventually(lambda: not self._shown()["modalStack"])
        return told["errors"]

    def answer(self, root: str | None, text: str) -> Message:
        """What dealbot said in a thread of the channel, or in none, that holds a text, once it has."""
        found = self.eventually(lambda: [said for said in self.in_thread(root) if text in shown(said)])
        return dict(found[0])

    def in_thread(self, root: str | None) -> list[Message]:
        """Everything that dealbot said in a thread of the channel, or in none."""
        return [said for said in self.said(CHANNEL) if said.get("thread_ts") == root]

    def said(self, channel: str) -> list[Message]:
        """Everything that dealbot said in a channel."""
        return [said for said in self._get(f"messages/{channel}")["messages"] if said["user"] == BOT]

    def eventually(self, look: Callable[[], Any]) -> Any:
        until = time.monotonic() + _PATIENCE_S
        while not (found := look()):
            assert time.monotonic() < until, json.dumps(self._get("log")["log"][-6:])[:4_000]
            time.sleep(0.05)
        return found

    def settled(self) -> None:
        """Give a second answer time to come."""
        time.sleep(_GRACE_S)

    def asked(self, method: str) -> bool:
        """Whether dealbot called a method."""
        return any(method in entry["summary"] for entry in self._get("log")["log"])

    def look_at_messages(self, channel: str) -> None:
        """Open the messages of the app, which the other Slack cannot tell, with a request signed as Slack's are."""
        event = {"type": "app_home_opened", "user": PRIYA, "channel": channel, "tab": "messages", "event_ts": "1.1"}
        body = json.dumps({"type": "event_callback", "team_id": TEAM, "event_id": "Ev0TAB", "event": event}).encode()
        stamp = str(int(time.time())).encode()
        signed = signature(SIGNING_SECRET, stamp, body)
        headers = {b"x-slack-request-timestamp": stamp, b"x-slack-signature": signed, b"content-type": _JSON}
        httpx.post(self.request_url, content=body, headers=headers).raise_for_status()

    def _shown(self) -> Any:
        with connect(self._socket) as page:
            return json.loads(page.recv())["state"]

    @contextmanager
    def _page(self) -> Iterator[ClientConnection]:
        with connect(self._socket) as page:
            page.recv()
            yield page

    @property
    def _socket(self) -> str:
        return f"{self.url.replace('http', 'ws')}/ui"

    def _get(self, what: str) -> Any:
        return httpx.get(f"{self.url}/_control/{what}").raise_for_status().json()

    def _post(self, what: str, **told: Any) -> Any:
        answer = httpx.post(f"{self.url}/_control/{what}", json=told, timeout=_PATIENCE_S)
        return answer.raise_for_status().json()


def shown(message: Message) -> str:
    """What stands in a message: its text and its blocks."""
    return f"{message['text']}\n{json.dumps(message.get('blocks'), ensure_ascii=False)}"


def _buttons(message: Message) -> list[Any]:
    return [
        {**element, "block_id": block.get("block_id", "")}
        for block in message.get("blocks") or ()
        for element in (*block.get("elements", ()), block.get("accessory") or {})
        if element.get("type") == "button"
    ]
