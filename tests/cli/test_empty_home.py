"""On a machine without a home or a network nothing is written outside the data folder and nothing connects anywhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import NOTE, Program, Ran, in_lines

WATCH = """
import os, sys

log = os.open(os.environ["WATCH_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
network = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind", "socket.getaddrinfo"}
changing = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"}
starting = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"}
writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT

def watch(event, args):
    if event in network | starting or event in changing:
        os.write(log, f"{event}\\t{args!r}\\n".encode(errors="backslashreplace"))
        if event in network:
            raise OSError("there is no network")
    elif event == "open" and isinstance(args[2], int) and args[2] & writing:
        os.write(log, f"{event}\\t{args[0]!r}\\n".encode(errors="backslashreplace"))

sys.addaudithook(watch)
"""


class Watched(Program):
    """The program under watch; the data folder is told by the environment."""

    @property
    def root(self) -> Path:
        return self.data.parent

    def environment(self) -> dict[str, str]:
        known = super().environment()
        mine = {name: value for name, value in known.items() if not name.startswith("XDG_")}
        return mine | {
            "PYTHONPATH": os.pathsep.join([str(self.root / "watch"), mine["PYTHONPATH"]]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": str(self.root / "home"),
            "TMPDIR": str(self.root / "tmp"),
            "DEALBOT_DATA_DIR": str(self.data),
            "WATCH_LOG": str(self.root / "watch.log"),
        }

    def outside(self) -> list[str]:
        """Everything noted that is not inside the data folder."""
        noted = (self.root / "watch.log").read_text().splitlines()
        return [line for line in noted if str(self.data) not in line and "/dev/null" not in line]

    def tree(self) -> set[str]:
        """Every file of the home and the temporary folder."""
        return {str(path) for name in ("home", "tmp") for path in (self.root / name).rglob("*")}


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    """The program with an empty home, no network, and a log of whatever it opens to write, starts or connects to."""
    for name in ("watch", "home", "tmp"):
        (tmp_path / name).mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH)
    return Watched(tmp_path / "data", monkeypatch)


def test_nothing_is_written_outside_the_data_folder_and_nothing_connects_anywhere(watched: Watched) -> None:
    request = in_lines([{"id": "n1", "deal": "Lakeshore", "on": "2026-03-10", "text": NOTE}])

    ran: list[Ran] = [
        watched.apart("read", "--on", "2026-03-10", given=NOTE),
        watched.apart("log", "--jsonl", "-", given=request),
        watched.apart("notes", "Lakeshore"),
        watched.apart("deal", "list"),
        watched.apart("ask", "Who is against it?", "--deal", "Lakeshore"),
    ]

    assert [each.code for each in ran] == [0] * len(ran), [each.err for each in ran]
    assert watched.outside() == []
    assert watched.tree() == set()
    assert (watched.data / "dealbot.sqlite3").exists()


def test_the_watch_would_have_noticed(watched: Watched) -> None:
    script = "import socket, pathlib\npathlib.Path('x').write_text('x')\nsocket.create_connection(('127.0.0.1', 9))"
    ran = subprocess.run(
        [sys.executable, "-c", script], env=watched.environment(), cwd=watched.root, capture_output=True, check=False
    )

    assert b"there is no network" in ran.stderr
    assert {line.split("\t")[0] for line in watched.outside()} == {"open", "socket.getaddrinfo"}
