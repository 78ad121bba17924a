"""The program on a new data folder, with no setting of the machine's."""

import os
from pathlib import Path

import pytest

from tests.cli.running import Program


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:  # noqa: TID251 - the machine's settings are not this test's
        if name.startswith(("DEALBOT_", "SLACK_")) and name != "DEALBOT_REQUIRE_ALL":
            monkeypatch.delenv(name)


@pytest.fixture
def dealbot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program on an empty data folder."""
    return Program(tmp_path / "data", monkeypatch)
