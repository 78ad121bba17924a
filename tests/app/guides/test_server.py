"""With DEALBOT_CHROMA_URL the vectors are on a Chroma server; without an answer from it, the search goes on."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dealbot.retrieval.chroma import _closing, _server
from tests.app.guides.shelf import PRICES, Shelf
from tests.playground.workspace import eventually

QUERY = "alarm fatigue of a nurse"


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def answers(port: int) -> bool:
    """Whether somebody listens."""
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a Chroma server on this machine."""
    port, folder = free_port(), tmp_path_factory.mktemp("server")
    program = Path(sys.executable).with_name("chroma")
    command = [str(program), "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        eventually(lambda: answers(port), 60)
        yield port
        process.terminate()


def collections(port: int) -> dict[str, int]:
    """What the server holds: the size of each collection."""
    with _closing(_server(f"http://127.0.0.1:{port}")) as client:
        return {each.name: each.count() for each in client.list_collections()}


def test_passages_are_kept_and_found_there_by_any_number_of_processes(server: int, tmp_path: Path) -> None:
    one, other = (Shelf(tmp_path / name, f"http://127.0.0.1:{server}") for name in ("one", "other"))
    for shelf in (one, other):
        with closing(shelf.searcher()) as searcher:
            assert searcher.search(QUERY).hits[0].document.path == "guides/alarms.md"
            assert searcher.index.opened().dense is not None
        assert not (shelf.generation() / "chroma").exists()

    assert len(collections(server)) == 1


def test_a_collection_that_was_taken_away_is_filled_again(server: int, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, f"http://127.0.0.1:{server}")
    shelf.index().ingest()
    with _closing(_server(f"http://127.0.0.1:{server}")) as client:
        for each in client.list_collections():
            client.delete_collection(each.name)

    with closing(shelf.searcher()) as searcher:
        assert searcher.search(QUERY).hits[0].document.path == "guides/alarms.md"
    with closing(shelf.searcher()) as searcher:
        assert searcher.index.opened().dense is not None


def test_old_collections_are_taken_away(server: int, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, f"http://127.0.0.1:{server}")
    for years in (4, 5, 6):
        shelf.put("guides/prices.md", PRICES.replace("three years", f"{years} years"))
        shelf.index().ingest()

    assert len(collections(server)) == 2


def test_without_the_server_passages_are_found_all_the_same(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, f"http://127.0.0.1:{free_port()}")
    with closing(shelf.searcher()) as searcher:
        assert searcher.search(QUERY).hits[0].document.path == "guides/alarms.md"
        assert searcher.index.opened().dense is None
