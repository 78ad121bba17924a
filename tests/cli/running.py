"""Running the real program: in this process for speed, or in one of its own where that makes a difference."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from dealbot.cli.program import run

NOTE = (
    "Met Dana Ruiz, CFO: she likes the pilot but worries about the price. "
    "Raj Patel, CIO, is on board. I send the ROI model by Friday."
)


@dataclass(frozen=True)
class Ran:
    """What a command wrote and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as JSON."""
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The answers line by line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def sentence(self) -> str:
        """The one line that says why a command failed; it answered nothing."""
        assert (self.code, self.out) == (1, ""), (self.code, self.out)
        assert self.err.endswith("\n"), self.err
        assert len(self.err.splitlines()) == 1, self.err
        assert "Traceback" not in self.err, self.err
        return self.err.strip()


@dataclass(frozen=True)
class Program:
    """dealbot on a data folder of its own."""

    data: Path
    patch: pytest.MonkeyPatch
    settings: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, *words: str, given: str | bytes = "") -> Ran:
        """Run a command in this process."""
        out, err = _stream(), _stream()
        raw = given if isinstance(given, bytes) else given.encode()
        with self.patch.context() as patch:
            for name, value in self.settings.items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = _ended([*words, "--data", str(self.data)])
        return Ran(code, _written(out), _written(err))

    def apart(self, *words: str, given: str | bytes = "", **options: Any) -> Ran:
        """Run a command in a process of its own."""
        raw = given if isinstance(given, bytes) else given.encode()
        command = [sys.executable, "-m", "dealbot", *words, "--data", str(self.data)]
        ran = subprocess.run(
            command, input=raw, capture_output=True, check=False, env=self.environment(), timeout=120, **options
        )
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    def environment(self) -> dict[str, str]:
        """What a process of its own is told by the machine."""
        mine = {name: value for name, value in os.environ.items() if not name.startswith("DEALBOT_")}
        return mine | {"PYTHONPATH": os.pathsep.join(sys.path), **self.settings}

    def log(self, deal: str = "Lakeshore", text: str = NOTE, on: str = "2026-03-10", name: str | None = None) -> Any:
        """Log a note and give the answer."""
        request: dict[str, Any] = {"id": name, "deal": deal, "on": on, "text": text, "author": "Priya Nair"}
        (answer,) = self("log", "--jsonl", "-", given=json.dumps(request)).lines
        assert "error" not in answer, answer
        return answer


def in_lines(requests: Iterable[Mapping[str, Any]]) -> str:
    """Write requests a line each."""
    return "".join(f"{json.dumps(request)}\n" for request in requests)


def _ended(words: list[str]) -> int:
    try:
        run(words)
    except SystemExit as error:
        assert isinstance(error.code, int | None)
        return error.code or 0
    return 0


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()
