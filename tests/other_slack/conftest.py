"""dealbot as `dealbot serve` runs it, in a Slack that others wrote: once over sockets, once over HTTP."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from dealbot.domain.principal import LOCAL_OPERATOR
from dealbot.settings import Settings, inherited
from dealbot.wiring import open_desk
from tests.other_slack.workspace import APP_TOKEN, BOT_TOKEN, CHANNEL, SIGNING_SECRET, Workspace, described
from tests.require import require

BUILD = Path(__file__).parents[2] / "build"
PLACE = BUILD / "other-slack" / "node_modules" / "local-slack-linux-x64" / "bin" / "local-slack"
VARIABLE = "DEALBOT_OTHER_SLACK"
_PATIENCE_S = 30


@pytest.fixture(scope="session")
def program() -> Path:
    """The other Slack, as the variable says or where .ci/run puts it."""
    found = Path(os.environ.get(VARIABLE) or PLACE)  # noqa: TID251 -- where a machine has it
    require(os.access(found, os.X_OK), f"no other Slack: put local-slack 0.1.8 into build/other-slack or {VARIABLE}")
    return found


@pytest.fixture(params=["socket", "http"])
def workspace(request: pytest.FixtureRequest) -> Workspace:
    """A workspace with dealbot in it, which knows two deals; the first has a channel."""
    opened: Workspace = request.getfixturevalue(f"over_{request.param}")
    return opened


@pytest.fixture(scope="module")
def over_socket(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The workspace in which dealbot listens on sockets."""
    with _opened(program, tmp_path_factory.mktemp("other-slack"), "socket") as workspace:
        yield workspace


@pytest.fixture(scope="module")
def over_http(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The workspace in which dealbot listens on HTTP."""
    with _opened(program, tmp_path_factory.mktemp("other-slack"), "http") as workspace:
        yield workspace


@contextmanager
def _opened(program: Path, folder: Path, way: str) -> Iterator[Workspace]:
    ports = _free_port(), _free_port()
    with _other_slack(program, folder, ports, way) as url, _dealbot(folder, ports, url, way):
        opened = Workspace(url, _events(ports))
        opened.direct()
        _fill(folder / "data")
        yield opened


@contextmanager
def _other_slack(program: Path, folder: Path, ports: tuple[int, int], way: str) -> Iterator[str]:
    config = folder / "config.json"
    config.write_text(json.dumps(described(None if way == "socket" else _events(ports))))
    options = ("--port", str(ports[0]), "--base-host", "127.0.0.1", "--files-dir", str(folder / "files"))
    url = f"http://127.0.0.1:{ports[0]}"
    with _running([str(program), "--config", str(config), *options], folder / "slack.log"):
        _wait(lambda: httpx.get(f"{url}/_control/state").is_success)
        yield url


@contextmanager
def _dealbot(folder: Path, ports: tuple[int, int], url: str, way: str) -> Iterator[None]:
    data, log = folder / "data", folder / "dealbot.log"
    told = {
        "SLACK_API_URL": f"{url}/api/",
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "DEALBOT_DATABASE_URL": "",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, "-m", "dealbot", "serve", f"--{way}", "--data", str(data), "--port", str(ports[1])]
    with _running(command, log, told):
        _wait(lambda: "dealbot listens on" in log.read_text())
        yield


def _events(ports: tuple[int, int]) -> str:
    return f"http://127.0.0.1:{ports[1]}/slack/events"


def _fill(data: Path) -> None:
    """Add deals to somebody whom dealbot knows since she opened it."""
    desk = open_desk(Settings(data_dir=data))

    def known() -> bool:
        with desk.reading(LOCAL_OPERATOR) as books:
            return bool(books.users.all())

    _wait(known)
    with desk.writing(LOCAL_OPERATOR) as books:
        priya = books.users.find("Priya Nair").id
        lakeshore = books.deals.add("Lakeshore Health", desk.now(), account="Lakeshore Health", owner=priya)
        books.deals.bind(lakeshore.id, CHANNEL)
        books.deals.add("Mercy Valley", desk.now(), account="Mercy Valley", owner=priya)
    desk.database.close()


@contextmanager
def _running(command: list[str], log: Path, told: dict[str, str] | None = None) -> Iterator[None]:
    with log.open("wb") as written:
        process = subprocess.Popen(command, stdout=written, stderr=written, env=inherited(told or {}))
    try:
        yield
    finally:
        process.terminate()
        process.wait(_PATIENCE_S)


def _wait(so: Any) -> None:
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until:
        try:
            if so():
                return
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    pytest.fail("it does not begin to listen", pytrace=False)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
