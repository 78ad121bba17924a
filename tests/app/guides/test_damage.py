"""Whatever happens to an index on the disk, a question is answered, truly, and the index is whole again afterwards."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dealbot.app.guides.search import Searcher
from tests.app.guides.shelf import Shelf

QUERY = "What does a nurse complain about: alarm fatigue?"
Damage = Callable[[Shelf], None]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with knowledge and its index, made once."""
    folder = tmp_path_factory.mktemp("whole")
    shelf = Shelf(folder)
    with closing(shelf.searcher()) as searcher:
        assert searcher.search(QUERY).hits
    return folder


def flipped(file: Path, at: float = 0.5) -> None:
    """Turn over the bits of one byte."""
    raw = bytearray(file.read_bytes())
    raw[int((len(raw) - 1) * at)] ^= 0xFF
    file.write_bytes(raw)


def scribbled(file: Path) -> None:
    """Write over all but the beginning."""
    raw = file.read_bytes()
    file.write_bytes(raw[:200] + bytes(byte ^ 0x5A for byte in raw[200:]))


def cut(file: Path, share: float = 0.5) -> None:
    """Leave only the first part."""
    raw = file.read_bytes()
    file.write_bytes(raw[: int(len(raw) * share)])


def written(file: Path, raw: bytes) -> None:
    """Put something else in its place."""
    file.write_bytes(raw)


def emptied(folder: Path) -> None:
    """Leave nothing in any file."""
    for file in folder.rglob("*.*"):
        if file.is_file():
            cut(file, 0)


def pickled(file: Path) -> None:
    """Put something else to be unpickled in its place."""
    file.write_bytes(b"\x80\x04cbuiltins\neval\n(V1/0\ntR.")


CATALOG, VECTORS, KEYS, MANIFEST = "catalog.sqlite3", "vectors.npy", "keys.txt", "manifest.json"
CHROMA = "chroma/chroma.sqlite3"
WAYS: dict[str, Damage] = {
    "the pointer is missing": lambda shelf: (shelf.place / "current").unlink(),
    "the pointer is empty": lambda shelf: written(shelf.place / "current", b""),
    "the pointer is noise": lambda shelf: written(shelf.place / "current", b"\xff\x00\xfe"),
    "the pointer names another place": lambda shelf: written(shelf.place / "current", b"../.. 0"),
    "a letter of the pointer is wrong": lambda shelf: flipped(shelf.place / "current"),
    "the folder is gone": lambda shelf: shutil.rmtree(shelf.generation()),
    "the manifest is missing": lambda shelf: (shelf.generation() / MANIFEST).unlink(),
    "a byte of the manifest is flipped": lambda shelf: flipped(shelf.generation() / MANIFEST),
    "the manifest is cut off": lambda shelf: cut(shelf.generation() / MANIFEST),
    "the catalog is missing": lambda shelf: (shelf.generation() / CATALOG).unlink(),
    "the catalog is empty": lambda shelf: cut(shelf.generation() / CATALOG, 0),
    "the catalog is cut off": lambda shelf: cut(shelf.generation() / CATALOG),
    "a byte of the catalog is flipped": lambda shelf: flipped(shelf.generation() / CATALOG, 0.8),
    "the vectors are missing": lambda shelf: (shelf.generation() / VECTORS).unlink(),
    "a byte of the vectors is flipped": lambda shelf: flipped(shelf.generation() / VECTORS),
    "the vectors are cut off": lambda shelf: cut(shelf.generation() / VECTORS),
    "the keys are missing": lambda shelf: (shelf.generation() / KEYS).unlink(),
    "a byte of the keys is flipped": lambda shelf: flipped(shelf.generation() / KEYS),
    "Chroma is gone": lambda shelf: shutil.rmtree(shelf.generation() / "chroma"),
    "Chroma's database is missing": lambda shelf: (shelf.generation() / CHROMA).unlink(),
    "Chroma's database is empty": lambda shelf: cut(shelf.generation() / CHROMA, 0),
    "Chroma's database is cut off": lambda shelf: cut(shelf.generation() / CHROMA),
    "Chroma's database is scribbled over": lambda shelf: scribbled(shelf.generation() / CHROMA),
    "the first byte of Chroma's database is flipped": lambda shelf: flipped(shelf.generation() / CHROMA, 0),
    "a byte of the graph's vectors is flipped": lambda shelf: flipped(shelf.graph("data_level0.bin"), 0.01),
    "the graph's vectors are missing": lambda shelf: shelf.graph("data_level0.bin").unlink(),
    "the graph's header is flipped": lambda shelf: flipped(shelf.graph("header.bin"), 0.3),
    "the graph's lengths are cut off": lambda shelf: cut(shelf.graph("length.bin")),
    "the graph's names are another pickle": lambda shelf: pickled(shelf.graph("index_metadata.pickle")),
    "everything is empty": lambda shelf: emptied(shelf.generation()),
}


def found(searcher: Searcher) -> list[tuple[str, str]]:
    """What a search finds first, with its words."""
    return [(hit.passage.id, hit.passage.span.quote) for hit in searcher.search(QUERY).hits[:2]]


def moved(whole: Path, folder: Path) -> Shelf:
    """The same knowledge and index in another place, to be damaged."""
    shutil.copytree(whole, folder, dirs_exist_ok=True)
    return Shelf(folder)


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_index_answers_as_before_and_is_mended(whole: Path, tmp_path: Path, way: str) -> None:
    with closing(Shelf(whole).searcher()) as searcher:
        right = found(searcher)
    shelf = moved(whole, tmp_path)
    WAYS[way](shelf)

    with closing(shelf.searcher()) as searcher:
        assert found(searcher)[0] == right[0]
    with closing(shelf.searcher()) as searcher:
        assert searcher.index.opened().dense is not None
        assert found(searcher) == right


def test_there_are_more_than_twenty_four_ways() -> None:
    assert len(WAYS) >= 24


def test_what_is_damaged_while_it_is_open_is_made_anew(whole: Path, tmp_path: Path) -> None:
    shelf = moved(whole, tmp_path)
    with closing(shelf.searcher()) as searcher:
        right = found(searcher)
        searcher.index.opened().catalog.close()
        (shelf.generation() / CATALOG).unlink()
        searcher.index.distrust()

        assert found(searcher) == right


def test_knowledge_that_is_gone_is_answered_from_what_comes_with_dealbot(whole: Path, tmp_path: Path) -> None:
    shelf = moved(whole, tmp_path)
    other = tmp_path / "other.md"
    other.write_text("# Parking\n\nThe visitors park behind the tower.\n")
    shelf.index().ingest([other])
    other.unlink()
    (shelf.generation() / CATALOG).unlink()

    with closing(shelf.searcher()) as searcher:
        assert searcher.search(QUERY).hits[0].document.path == "guides/alarms.md"
