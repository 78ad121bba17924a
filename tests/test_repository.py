"""What no file of the project may hold."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.require import require

ROOT = Path(__file__).parent.parent

FORBIDDEN = {
    "the address of a package registry": re.compile(rb"pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)"),
    "an option that names a package registry": re.compile(rb"--(?:extra-)?index-url[ =]|--find-links[ =]"),
    "a folder of somebody's machine": re.compile(rb"(?<![\w.~*/-])/(?:home|root|work|Users)/\w"),
}


def tracked_files() -> list[Path]:
    """The files that git would hand to somebody else."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]  # the folder may belong to another user
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    require(found.returncode == 0, f"no list of files: {found.stderr.strip()}")
    return [ROOT / name for name in found.stdout.split("\0") if name]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    held = [str(file.relative_to(ROOT)) for file in tracked_files() if FORBIDDEN[what].search(file.read_bytes())]
    assert not held
