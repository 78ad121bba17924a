"""Which files and folders the index is made of: those taken in last, else the knowledge that comes with dealbot."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

_ROOTS: Final = "roots"
_SHIPPED: Final = "shipped"


class Roots:
    """What was taken in last, kept in a file that is no part of the index: that one is thrown away now and then."""

    def __init__(self, file: Path, shipped: Callable[[], Path]) -> None:
        """Keep them in this file; `shipped` is the folder of the knowledge that comes with dealbot."""
        self._file = file
        self._shipped = shipped

    def taken_in(self) -> list[Path]:
        """What was taken in last, nothing where that was the knowledge that comes with dealbot."""
        told = self._told().get(_ROOTS)
        return [Path(str(root)) for root in told] if isinstance(told, list) else []

    def wanted(self, roots: Sequence[Path]) -> list[Path]:
        """The files and folders to take in, absolute; for none the knowledge that comes with dealbot."""
        return [root.absolute() for root in roots] or [self._shipped()]

    def outdated(self) -> bool:
        """Whether the knowledge that comes with dealbot is in use and is another than when it was taken in."""
        told = self._told()
        return not told.get(_ROOTS) and told.get(_SHIPPED) != self._mark()

    def remember(self, roots: Sequence[Path]) -> None:
        """Write down what was taken in, whole or not at all; raises OSError."""
        shipped = [*roots] == [self._shipped()]
        told = {_ROOTS: [], _SHIPPED: self._mark()} if shipped else {_ROOTS: [str(root) for root in roots]}
        if told == self._told():
            return
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(told), encoding="utf-8")
        new.replace(self._file)

    def _told(self) -> dict[str, object]:
        try:
            told = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    def _mark(self) -> str:
        """What is another whenever a file of the shipped knowledge is."""
        mark = hashlib.sha256()
        for file in sorted(file for file in self._shipped().rglob("*") if file.is_file()):
            mark.update(f"{file.relative_to(self._shipped())}\n".encode() + file.read_bytes())
        return mark.hexdigest()
