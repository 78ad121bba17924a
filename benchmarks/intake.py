"""How soon Slack hears that an event is kept, at the most it sends: `python -m benchmarks.intake`.

An open loop: each event is sent when it is due, whether or not those before it were answered, and its time counts from
then. The door is the real one, under the real web server, in a process of its own, with every event on the disk.
"""

import http.client
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from threading import Event

from benchmarks.figure import Figure
from dealbot import clock
from dealbot.slack.app import build_app
from dealbot.slack.client import open_client
from dealbot.slack.front_door import FrontDoor
from dealbot.slack.installation import Installation
from dealbot.slack.intake import Intake
from dealbot.slack.screens import Front, Screens
from dealbot.slack.signature import signature
from dealbot.slack.transports import OverHttp
from dealbot.store.database import open_database

_SECONDS = 60
_A_SECOND = 30_000 / 3_600  # what Slack sends of one app in one workspace before it drops events
_SECRET = "a secret of its own"  # noqa: S105 -- of nobody
_TEXT = "Met Dana Ruiz, the CFO: she likes the pilot but worries about the price. " * 5
_SENDERS = 16
_WARM_UP = 10


def figures() -> list[Figure]:
    """The times to the acknowledgement of all events of a minute."""
    with _door() as port:
        _sent(port, _WARM_UP / _A_SECOND)
        times = sorted(_sent(port, _SECONDS))
    return [
        Figure(f"intake: ack at {_A_SECOND:.1f}/s, median", times[len(times) // 2], 50, "ms"),
        Figure(f"intake: ack at {_A_SECOND:.1f}/s, 99 %", times[len(times) * 99 // 100], 100, "ms"),
        Figure(f"intake: ack at {_A_SECOND:.1f}/s, slowest of {len(times)}", times[-1], 3_000, "ms"),
    ]


def _sent(port: int, seconds: float) -> list[float]:
    """Send events for so long; milliseconds from when each was due to its acknowledgement."""
    start = time.perf_counter() + 0.1
    due = [start + number / _A_SECOND for number in range(int(seconds * _A_SECOND))]
    with ThreadPoolExecutor(_SENDERS) as pool:
        return list(pool.map(lambda at: _send(port, at), due))


def _send(port: int, due: float) -> float:
    body = _event()
    stamp = str(int(time.time()))
    headers = {
        "content-type": "application/json",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": signature(_SECRET, stamp.encode(), body).decode(),
    }
    time.sleep(max(0.0, due - time.perf_counter()))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST", "/slack/events", body, headers)
    status = connection.getresponse().status
    connection.close()
    if status != 200:
        raise RuntimeError(f"an event was answered with {status}")
    return (time.perf_counter() - due) * 1_000


_numbers = count()


def _event() -> bytes:
    number = next(_numbers)
    said = {"type": "message", "channel": f"C{number % 20}", "channel_type": "channel", "user": "U1", "text": _TEXT}
    inner = said | {"ts": f"{1_763_280_000 + number}.000100"}
    return json.dumps({"type": "event_callback", "team_id": "T1", "event_id": f"Ev{number}", "event": inner}).encode()


@contextmanager
def _door() -> Iterator[int]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.intake", "door", folder]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 -- this program
        try:
            yield int(process.stdout.readline() if process.stdout else 0)
        finally:
            process.kill()
            process.communicate()


def _open_door(folder: str) -> None:
    """Serve until killed, and say on which port."""
    with open_database(f"sqlite:///{folder}/dealbot.sqlite3") as database:
        intake = Intake(database, Installation("T1", "U0", "B0"), clock.now)
        front = Front(open_client("none", "http://127.0.0.1:9/api/"), intake, _no_screens())
        door = FrontDoor(build_app(front), _SECRET, clock.now, dict)
        transport = OverHttp(door, "127.0.0.1", 0)
        transport.start()
        print(transport.where.split(":")[2].partition("/")[0], flush=True)
        Event().wait()


def _no_screens() -> Screens:
    none: frozenset[str] = frozenset()
    return Screens(none, none, none, none, lambda _: None, lambda _: (), lambda _: None, "")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["door", folder]:
            _open_door(folder)
        case _:
            print(*figures(), sep="\n")
