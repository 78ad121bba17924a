"""All documents of some files and folders; one that cannot be read does not keep the others out."""

import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dealbot.domain.knowledge import Document
from dealbot.domain.note import storable
from dealbot.errors import BadDocument
from dealbot.knowledge.documents import document
from dealbot.knowledge.files import READERS


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
    for path, file in sorted(_files(roots)):
        try:
            documents.append(document(path, _bytes(path, file)))
        except BadDocument as error:
            refused.append(error)
    return Library(tuple(documents), tuple(refused))


def _files(roots: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Each file with its path below its folder; in folders, hidden files and other formats are passed over."""
    for root in roots:
        if not root.is_dir():
            yield storable(root.name), root
            continue
        for file in root.rglob("*"):
            below = file.relative_to(root)
            if file.suffix.lower() in READERS and file.is_file() and not any(part[0] == "." for part in below.parts):
                yield storable(below.as_posix()), file


def _bytes(path: str, file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadDocument(path, f"it cannot be read: {error.strerror or 'unknown trouble'}") from error
