"""The Dockerfile's own steps, done on this machine: the source read-only, and for root as another user."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.packaging.dockerfile import ROOT, stages
from tests.require import require
from tools.install import NEWEST, OLDEST, UV

NOBODY = 65534
NOTE = "Met Dana Ruiz, CFO: she likes the pilot but worries about the price."
_FOR_UV = {"UV_SYSTEM_CERTS": "1"}  # as tools/install.py
_TELLS_ITS_VERSION = "import sys, venv; print(*sys.version_info[:2])"


@dataclass(frozen=True)
class Image:
    """What the steps make, in a folder that stands for the machine's root."""

    root: Path
    user: int | None
    python: str

    @property
    def environment(self) -> Mapping[str, str]:
        """What a container would be told, and where uv is."""
        return {
            "PATH": f"{self.root}/opt/dealbot/bin:{self.root}/bin:/usr/local/bin:/usr/bin:/bin",
            "HOME": f"{self.root}/home",
            "TMPDIR": str(self.root / "tmp"),
            "DEALBOT_DATA_DIR": f"{self.root}/data",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def step(self, line: str) -> None:
        """Do a RUN as whoever runs the tests, as a builder does: with this machine's cache and settings."""
        around = {name: value for name, value in os.environ.items() if name not in {"VIRTUAL_ENV", "PYTHONPATH"}}  # noqa: TID251 -- as above
        done = self._run(
            self.here(line), {**around, "PATH": self.environment["PATH"], **_FOR_UV, "UV_PYTHON": self.python}, None
        )
        assert done.returncode == 0, done.stderr

    def alone(self, line: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Do something as the other user, who is told nothing of this machine."""
        return self._run(self.here(line), self.environment, self.user, given)

    def here(self, line: str) -> str:
        own = line.replace("/tmp/", f"{self.root}/tmp/")  # noqa: S108 -- the image's own
        return own.replace("/opt/dealbot", f"{self.root}/opt/dealbot")

    def _run(
        self, line: str, told: Mapping[str, str], user: int | None, given: str = ""
    ) -> subprocess.CompletedProcess[str]:
        whose = list[int]() if user is not None else None
        return subprocess.run(
            ["/bin/sh", "-ec", line],
            cwd=self.root / "source",
            env=told,
            input=given,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
            user=user,
            group=user,
            extra_groups=whose,
        )


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    """What the first stage makes of a source tree that nobody may write to."""
    require(UV.exists(), "no uv in .uv: `make install` fetches it")
    with tempfile.TemporaryDirectory(prefix="dealbot-image-") as folder:
        user = NOBODY if os.geteuid() == 0 else None
        made = Image(Path(folder), user, _python(user))
        _lay_out(made.root)
        *before, last, _compile = [step.rest for step in stages()[0].of("RUN")]
        for line in before[1:]:  # the first fetches uv
            made.step(line)
        _hand_over(made)
        done = made.alone(f"{last} --offline --no-cache")
        assert done.returncode == 0, done.stderr
        yield made


def test_nothing_of_the_source_is_needed_any_longer(image: Image) -> None:
    told = image.alone("python -I -c 'import dealbot; print(dealbot.__file__)'")

    assert told.stdout.startswith(f"{image.root}/opt/dealbot/lib"), told.stderr


def test_in_an_empty_home_all_is_well_and_a_note_is_read(image: Image) -> None:
    checked = image.alone("dealbot doctor")
    read = image.alone("dealbot read --on 2026-03-10", NOTE)

    assert (checked.returncode, checked.stderr) == (0, "")
    assert "ok    ledger" in checked.stdout
    assert "Dana Ruiz" in read.stdout, read.stderr
    assert not list((image.root / "home").iterdir())


def test_the_app_can_be_described_to_slack(image: Image) -> None:
    told = image.alone("python -I -c 'from dealbot.slack.app_manifest import bot_scopes; print(*bot_scopes())'")

    assert "chat:write" in told.stdout, told.stderr


def _lay_out(root: Path) -> None:
    """Make the folders, and a copy of what is copied that may only be read."""
    root.chmod(0o755)
    for name in ("bin", "data", "home", "opt", "source", "tmp"):
        (root / name).mkdir()
    shutil.copy(UV, root / "bin" / "uv")
    for step in stages()[0].of("COPY"):
        *sources, target = step.words
        for source in sources:
            _copy(ROOT / source, root / "source" / (Path(source).name if target == "./" else target))
    for path in (root / "source", *(root / "source").rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    else:
        shutil.copy(source, target)


def _hand_over(image: Image) -> None:
    """Give the folders to the other user; files may be the cache's own, and stay as they are."""
    if image.user is None:
        return
    for name in ("data", "home", "opt", "tmp"):
        for path in (image.root / name, *(image.root / name).rglob("*")):
            if path.is_dir() and not path.is_symlink():
                os.chown(path, image.user, image.user)


def _python(user: int | None) -> str:
    """A Python that the other user may run."""
    for python in (os.path.realpath(sys.executable), "/usr/local/bin/python3", "/usr/bin/python3"):
        try:
            told = subprocess.run(
                [python, "-c", _TELLS_ITS_VERSION], user=user, capture_output=True, text=True, check=True
            )
        except (OSError, subprocess.CalledProcessError):
            continue
        version = tuple(map(int, told.stdout.split()))
        if OLDEST <= version <= NEWEST:
            return python
    require(condition=False, missing="no Python that another user may run")
    raise AssertionError
