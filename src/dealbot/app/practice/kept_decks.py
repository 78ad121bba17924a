"""Decks kept in a folder by what they were made of: whatever is damaged, old or made otherwise is made anew."""

import hashlib
import logging
import secrets
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from dealbot.domain.practice.card import Deck

Keep = Callable[[str, Callable[[], tuple[Deck, ...]]], tuple[Deck, ...]]

_MOST = 32
_PACKAGE = Path(__file__).parents[2]
_MAKERS = (_PACKAGE / "domain", _PACKAGE / "knowledge", _PACKAGE / "app" / "practice")
_log = logging.getLogger(__name__)


def not_kept(_of: str, make: Callable[[], tuple[Deck, ...]]) -> tuple[Deck, ...]:
    """Make them every time."""
    return make()


@cache
def _decks() -> TypeAdapter[tuple[Deck, ...]]:
    return TypeAdapter(tuple[Deck, ...])


def code_of(folders: Iterable[Path] = _MAKERS) -> str:
    """What is another whenever the code that makes cards is."""
    mark = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*.py")):
            mark.update(f"{file.relative_to(folder)}\n".encode() + file.read_bytes())
    return mark.hexdigest()


class KeptDecks:
    """Decks in files that are called by what they were made of and by; processes may share the folder."""

    def __init__(self, folder: Path, maker: Callable[[], str]) -> None:
        """Keep them in this folder, which need not be there yet; another `maker` means other decks."""
        self._folder = folder
        self._maker = maker

    def __call__(self, of: str, make: Callable[[], tuple[Deck, ...]]) -> tuple[Deck, ...]:
        """The decks that are kept of something; made, and kept, where there are none."""
        name = _hash(f"{self._maker()} {of}".encode())
        file = self._folder / f"decks-{name}.json"
        found = _read(file)
        if found is None:
            found = make()
            self._write(file, found)
        return found

    def _write(self, file: Path, decks: tuple[Deck, ...]) -> None:
        """Keep decks, whole or not at all; who may not write makes them again next time."""
        try:
            raw = _decks().dump_json(decks)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = file.with_name(f"{file.stem}.{secrets.token_hex(4)}.new")
            new.write_bytes(_hash(raw).encode() + b"\n" + raw)
            new.replace(file)
            self._prune()
        except (OSError, ValueError) as error:
            _log.warning("The decks are not kept: %s", type(error).__name__)

    def _prune(self) -> None:
        """Remove what was used longest ago, and what a process that died left behind."""
        by_age = sorted(self._folder.glob("decks-*"), key=lambda file: -file.stat().st_mtime)
        for old in by_age[_MOST:]:
            old.unlink(missing_ok=True)


def _read(file: Path) -> tuple[Deck, ...] | None:
    """What a file holds, None where it is not as it was written."""
    try:
        right, _, raw = file.read_bytes().partition(b"\n")
        if _hash(raw).encode() != right:
            return None
        found = _decks().validate_json(raw)
        file.touch()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        _log.info("Decks that were kept cannot be read: %s", type(error).__name__)
        return None
    return found


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
