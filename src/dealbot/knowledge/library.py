"""All documents of some files and folders; one that cannot be read does not keep the others out."""

import os
import stat
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dealbot.domain.knowledge import Document
from dealbot.domain.note import storable
from dealbot.errors import BadDocument
from dealbot.knowledge.documents import document
from dealbot.knowledge.files import LARGEST, READERS, TOO_LARGE


@dataclass(frozen=True, slots=True)
class Library:
    """What could be read, in the order of paths, and what could not, with the reasons."""

    documents: tuple[Document, ...]
    refused: tuple[BadDocument, ...]


def knowledge_folder() -> Path:
    """Where the knowledge that comes with dealbot is: in the checkout, or beside the environment of a wheel."""
    checkout = Path(__file__).parents[3] / "knowledge"
    return checkout if checkout.is_dir() else Path(sysconfig.get_path("data")) / "share" / "dealbot" / "knowledge"


def load(roots: Iterable[Path]) -> Library:
    """Read every document of the folders, and every file named by itself."""
    documents, refused = [], []
    for path, file, root in sorted(_files(roots)):
        try:
            documents.append(_read(path, file, root))
        except BadDocument as error:
            refused.append(error)
    return Library(tuple(documents), tuple(refused))


def _read(path: str, file: Path, root: Path) -> Document:
    if _leads_out(file, root):
        raise BadDocument(path, "it is a link out of the folder")
    return document(path, bytes_of(path, file))


def _files(roots: Iterable[Path]) -> Iterator[tuple[str, Path, Path]]:
    """Each file with its path below its folder; in folders, hidden files and other formats are passed over."""
    for root in roots:
        if not root.is_dir():
            yield storable(root.name), root, root
            continue
        for file in root.rglob("*"):
            below = file.relative_to(root)
            if _is_read(file, root) and not any(part[0] == "." for part in below.parts):
                yield storable(below.as_posix()), file, root


def _is_read(file: Path, root: Path) -> bool:
    """Whether something in a folder is a document, or would be one but for leading out of the folder."""
    if _leads_out(file, root):
        return file.suffix.lower() in READERS or file.is_dir()
    return file.suffix.lower() in READERS and file.is_file()


def _leads_out(file: Path, root: Path) -> bool:
    """Whether something is a link out of its folder; what comes with dealbot may be installed as links."""
    if file == root or not file.is_symlink() or root.is_relative_to(knowledge_folder()):
        return False
    return not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root))


def bytes_of(path: str, file: Path) -> bytes:
    """What a file holds, looked at for its size before it is read; raises BadDocument that calls it by `path`."""
    try:
        seen = file.stat()
        if seen.st_size <= LARGEST and stat.S_ISREG(seen.st_mode):
            return file.read_bytes()
    except OSError as error:
        raise BadDocument(path, f"it cannot be read: {error.strerror or 'unknown trouble'}") from error
    raise BadDocument(path, TOO_LARGE if stat.S_ISREG(seen.st_mode) else "it is no file")
