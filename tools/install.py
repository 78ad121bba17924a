"""Makes .venv from the lock: `make install`. Needs Python alone; does nothing when nothing has changed."""

from __future__ import annotations  # so that an old Python lives to say that it is too old

import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "made-from"
UV = ROOT / ".uv" / "bin" / "uv"
UV_LOCK = ROOT / "tools" / "installer.lock"
LOCK = ROOT / "requirements-test.lock"
SOURCES = (LOCK, UV_LOCK, Path(__file__))

OLDEST, NEWEST = (3, 11), (3, 14)
PIP_INSTALL = ("-m", "pip", "--quiet", "--disable-pip-version-check", "install")
LOCKED = ("--no-deps", "--require-hashes", "--only-binary=:all:", "-r")
PROJECT = ("--no-deps", "--no-build-isolation", "--editable", ROOT)


class CannotInstallError(Exception):
    """One sentence: what is missing and what to do."""


def check_python(version: tuple[int, int]) -> None:
    """Refuse a Python that dealbot does not run on, or one that cannot make environments."""
    if not OLDEST <= version <= NEWEST:
        raise CannotInstallError(
            f"dealbot needs Python {_dotted(OLDEST)} to {_dotted(NEWEST)} and this is {_dotted(version)}: "
            f"name another, as in `make PYTHON=python{_dotted(OLDEST)} install`."
        )
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        raise CannotInstallError(
            "This Python cannot make environments: on Debian and Ubuntu, "
            f"`sudo apt-get install python{_dotted(version)}-venv` adds what it lacks."
        )


def fingerprint(root: Path, sources: tuple[Path, ...]) -> str:
    """What an environment is made from: the locks, this Python, and the folder, which its scripts name."""
    digest = hashlib.sha256(f"{root}\n{sys.version}\n".encode())
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()


def is_made(python: Path, stamp: Path, wanted: str) -> bool:
    """Whether the environment is there and made from the same things."""
    return os.access(python, os.X_OK) and stamp.is_file() and stamp.read_text() == wanted


def install() -> None:
    """Make .venv as the lock says, unless it is so already."""
    check_python(sys.version_info[:2])
    wanted = fingerprint(ROOT, SOURCES)
    if is_made(PYTHON, STAMP, wanted):
        return
    try:
        _fetch_uv()
        _make_with_uv()
    except (OSError, subprocess.CalledProcessError):
        _make_with_pip()
    STAMP.write_text(wanted)
    _say("Ready.")


def _fetch_uv() -> None:
    pinned = UV_LOCK.read_text().split()[0].replace("==", " ")
    if UV.exists() and subprocess.check_output([UV, "--version"], text=True).startswith(pinned):
        return
    _say(f"Fetching {pinned} into .uv ...")
    _run(sys.executable, "-m", "venv", "--clear", UV.parent.parent)
    _run(UV.parent / "python", *PIP_INSTALL, *LOCKED, UV_LOCK)


def _make_with_uv() -> None:
    _say(f"Making .venv from {LOCK.name} with uv ...")
    _run(UV, "--quiet", "venv", "--clear", "--no-project", "--python", sys.executable, VENV)
    # The certificates of this machine, as pip has them: a company's network often brings its own.
    uv_install = (UV, "--quiet", "--system-certs", "pip", "install", "--python", PYTHON)
    _run(*uv_install, *LOCKED, LOCK)
    _run(*uv_install, *PROJECT)


def _make_with_pip() -> None:
    _say(f"That failed. Making .venv from {LOCK.name} with pip instead, in about two minutes ...")
    _run(sys.executable, "-m", "venv", "--clear", VENV)
    _run(PYTHON, *PIP_INSTALL, *LOCKED, LOCK)
    _run(PYTHON, *PIP_INSTALL, *PROJECT)


def _run(*command: str | Path) -> None:
    # An activated environment or a search path must not lead the installation astray.
    astray = {"CONDA_PREFIX", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"}
    clean = {key: value for key, value in os.environ.items() if key not in astray}
    subprocess.run(command, check=True, cwd=ROOT, env=clean)


def _say(sentence: str) -> None:
    print(sentence, flush=True)


def _dotted(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"


if __name__ == "__main__":
    try:
        install()
    except (CannotInstallError, OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"make install: {error}")
