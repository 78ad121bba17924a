"""The two ways to Slack: a web server that Slack calls, and sockets that the bot opens."""

import errno
import socket
from contextlib import suppress
from threading import Event, Thread
from typing import Any

import uvicorn
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.client import BaseSocketModeClient

from dealbot.errors import BadInput
from dealbot.slack.client import open_client
from dealbot.slack.front_door import FrontDoor
from dealbot.slack.installation import SlackUnreachable

_DRAIN_S = 5
_WAITING = 128


class OverHttp:
    """A web server on one port; `connected` is set when Slack may have something to tell again."""

    def __init__(self, door: FrontDoor, host: str, port: int) -> None:
        """Take the port; raises BadInput where somebody else has it."""
        self._socket = _listening(host, port)
        config = uvicorn.Config(
            door.asgi(),
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=_DRAIN_S,
            server_header=False,
        )
        self._server = uvicorn.Server(config)
        # In a thread of its own it leaves the signals to the program.
        self._thread = Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self.connected = Event()
        self.where = f"http://{host}:{self._socket.getsockname()[1]}/slack/events"

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()
        self.connected.set()

    @property
    def works(self) -> bool:
        """Whether it still answers."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Answer what has begun, then no more."""
        self._server.should_exit = True
        self._thread.join(_DRAIN_S + 1)
        self._socket.close()


class OverSockets:
    """Socket Mode; it connects again by itself, and sets `connected` each time."""

    works = True
    where = "Slack's sockets"

    def __init__(self, app: App, app_token: str, api_url: str) -> None:
        """Take the app and the app's own token."""
        client = open_client(app_token, api_url)
        self._sockets = SocketModeHandler(app, app_token, web_client=client, proxy=client.proxy).client
        self._sockets.message_listeners.append(self._greeted)
        self.connected = Event()

    def start(self) -> None:
        """Connect; raises BadInput for a token that Slack does not take, SlackUnreachable."""
        try:
            self._sockets.connect()
        except SlackApiError as error:
            code = error.response.get("error")
            raise BadInput(f"Slack does not take SLACK_APP_TOKEN ({code}): set the app's token for sockets.") from error
        except OSError as error:
            raise SlackUnreachable("Slack's sockets cannot be reached: check the connection.") from error

    def _greeted(self, _client: BaseSocketModeClient, message: dict[str, Any], _raw: str | None = None) -> None:
        """Notice a new connection, which Slack begins with a hello."""
        if message.get("type") == "hello":
            self.connected.set()

    def stop(self) -> None:
        """Disconnect."""
        with suppress(OSError):
            self._sockets.close()


Transport = OverHttp | OverSockets


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise BadInput(f"Port {port} is in use: choose another with --port.") from error
        raise BadInput(f"Port {port} of {host} cannot be opened: choose another with --port or --host.") from error
