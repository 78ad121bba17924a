"""The folders an index lives in: each is built aside under a lock, never changed again, and swapped in by one pointer.

The pointer names a folder and the hash of its manifest, the manifest the hash of every file: a flipped byte is seen.
"""

import errno
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from dealbot.errors import DamagedIndex, IndexUnwritable, StoreUnavailable

FORMAT: Final = 1
# Chroma changes this file of its own whenever it is opened: what it holds is probed instead.
CHANGES: Final = frozenset({"chroma/chroma.sqlite3"})
_POINTER = "current"
_MANIFEST = "manifest.json"
_WAIT_S = 3_600
_FULL: Final = ("the disk of their index is full or failing", "make room on the disk of its folder")
_READ_ONLY: Final = ("the folder of their index is read-only", "let dealbot write in its folder")
_NO_FOLDER: Final = ("the folder of their index cannot be used", "let its folder be one that can be written")
_UNWRITABLE: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EIO: _FULL,
    None: _FULL,  # what numpy could not write to the end
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.EEXIST: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index was made from and of: documents by path and files by name, each with its hash."""

    encoder: str
    documents: Mapping[str, str]
    files: Mapping[str, str]
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Generation:
    """One finished folder with its manifest."""

    folder: Path
    manifest: Manifest

    def damaged(self) -> frozenset[str]:
        """The files that are missing or not as they were written."""
        return frozenset(name for name, right in self.manifest.files.items() if _hash(self.folder / name) != right)


class Generations:
    """All generations below one folder."""

    def __init__(self, folder: Path) -> None:
        """Keep them below this folder, which need not be there yet."""
        self._folder = folder

    def pointer(self) -> str:
        """What the pointer says, empty where there is none: another text means another generation."""
        try:
            return (self._folder / _POINTER).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""

    def current(self) -> Generation | None:
        """The generation that counts, None where there was never one; raises DamagedIndex."""
        pointer = self.pointer()
        if not pointer and not self._has_pointer():
            return None
        name, _, right = pointer.partition(" ")
        folder = self._folder / name
        try:
            raw = (folder / _MANIFEST).read_bytes()
            if not name or folder.parent != self._folder or hashlib.sha256(raw).hexdigest() != right:
                raise DamagedIndex("The index's manifest is not the one it was made with.")
            manifest = Manifest(**json.loads(raw))
        except (OSError, ValueError, TypeError, LookupError) as error:
            raise DamagedIndex("The index's manifest cannot be read.") from error
        if manifest.format != FORMAT:
            raise DamagedIndex("The index is of another version of dealbot.")
        return Generation(folder, manifest)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Let nobody else build meanwhile; raises StoreUnavailable, and IndexUnwritable where that cannot be done."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self._folder / "lock", timeout=_WAIT_S):
                yield
        except Timeout as error:
            raise StoreUnavailable("The knowledge is being read by somebody else: try again later.") from error
        except OSError as error:
            if error.errno not in _UNWRITABLE:
                raise
            raise IndexUnwritable(str(self._folder), *_UNWRITABLE[error.errno]) from error

    @contextmanager
    def aside(self) -> Iterator[Path]:
        """A new folder to build in, gone afterwards unless it was published."""
        folder = self._folder / f"building-{secrets.token_hex(8)}"
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(self, aside: Path, manifest: Manifest) -> None:
        """Let what was built aside be the index from now on, its files hashed; to be called under the lock."""
        names = (file.relative_to(aside).as_posix() for file in sorted(aside.rglob("*")) if file.is_file())
        files = {name: str(_hash(aside / name)) for name in names if name not in CHANGES}
        raw = json.dumps(asdict(manifest) | {"files": files}, ensure_ascii=True).encode()
        (aside / _MANIFEST).write_bytes(raw)
        for each in (*aside.rglob("*"), aside):
            _on_disk(each)
        before = self._last()
        folder = aside.rename(self._folder / f"index-{secrets.token_hex(8)}")
        pointer = self._folder / f"{_POINTER}.new"
        pointer.write_text(f"{folder.name} {hashlib.sha256(raw).hexdigest()}\n", encoding="utf-8")
        _on_disk(pointer)
        pointer.replace(self._folder / _POINTER)
        _on_disk(self._folder)
        self._prune({folder.name, before})

    def _has_pointer(self) -> bool:
        try:
            return (self._folder / _POINTER).exists()
        except OSError:  # a folder that may not be looked into
            return False

    def _last(self) -> str:
        return self.pointer().partition(" ")[0]

    def _prune(self, kept: set[str]) -> None:
        """Remove what nobody uses: the last generation but one stays, for processes that have it open."""
        for left in self._folder.glob("building-*"):  # of a process that died; the lock is ours
            shutil.rmtree(left, ignore_errors=True)
        for folder in self._folder.glob("index-*"):
            if folder.stem not in kept:
                shutil.rmtree(folder) if folder.is_dir() else folder.unlink(missing_ok=True)


def _hash(file: Path) -> str | None:
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None


def _on_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
