"""Looks at an embedded Chroma in a process of its own, where a crash hurts nobody: `python -m dealbot.retrieval.probe`.

Chroma reads its files in compiled code: what is damaged may end the process that opens them.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from dealbot.errors import DamagedIndex
from dealbot.retrieval.chroma import open_embedded
from dealbot.retrieval.vectors import KeptVectors

_SECONDS = 120.0
_COMMAND = (sys.executable, "-m", "dealbot.retrieval.probe")


def probe(folder: Path, kept: Path, command: Sequence[str] = _COMMAND, seconds: float = _SECONDS) -> None:
    """Open an embedded Chroma elsewhere and ask what is known; raises DamagedIndex however that ends badly."""
    try:
        ran = subprocess.run(  # noqa: S603 -- our own
            [*command, str(folder), str(kept)],
            capture_output=True,
            check=False,
            timeout=seconds,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        raise DamagedIndex("Chroma hangs when it is opened.") from None
    if ran.returncode != 0:
        raise DamagedIndex(f"Chroma failed its probe ({ran.returncode}).")


def main(folder: str, kept: str) -> None:
    """Ask the known questions; ends with an error where an answer is not as it should be."""
    chroma = open_embedded(Path(folder), KeptVectors(Path(kept)))
    chroma.check()
    chroma.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
