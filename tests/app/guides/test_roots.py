"""What the index is made of is remembered apart from it; what comes with dealbot is taken in again when it changes."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from dealbot.app.guides.roots import Roots
from dealbot.app.guides.search import Searcher, Wanted
from tests.app.guides.shelf import ALARMS, Shelf

_ANY = Wanted(20, floor=False)


def documents(searcher: Searcher) -> set[str]:
    """The documents of everything that is found."""
    return {hit.document.path for hit in searcher.search("alarm price outpatient tower", _ANY).hits}


def test_after_an_upgrade_the_next_search_is_of_the_new_knowledge(shelf: Shelf) -> None:
    with closing(shelf.searcher()) as before:
        documents(before)
    shelf.put("guides/tower.md", "# The tower\n\nThe tower of the alarm.\n")
    with closing(shelf.searcher()) as after:
        assert "guides/tower.md" in documents(after)


def test_unchanged_knowledge_is_not_indexed_again(shelf: Shelf) -> None:
    with closing(shelf.searcher()) as before:
        documents(before)
    generation = shelf.generation()
    with closing(shelf.searcher()) as after:
        documents(after)
    assert shelf.generation() == generation


def test_knowledge_that_cannot_be_read_any_more_is_answered_from_as_it_was(shelf: Shelf) -> None:
    with closing(shelf.searcher()) as before:
        known = documents(before)
    shutil.rmtree(shelf.root)
    with closing(shelf.searcher()) as after:
        assert documents(after) == known


def test_what_was_taken_in_outlives_the_index(shelf: Shelf, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "own.md").write_text(ALARMS)
    with closing(shelf.searcher()) as searcher:
        searcher.index.ingest([mine])
        assert documents(searcher) == {"own.md"}
    shutil.rmtree(shelf.place)
    with closing(shelf.searcher()) as again:
        assert documents(again) == {"own.md"}


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"roots": 3}'])
def test_a_torn_file_means_the_knowledge_that_comes_with_dealbot(tmp_path: Path, torn: str) -> None:
    file = tmp_path / "knowledge.json"
    file.write_text(torn)

    assert Roots(file, lambda: tmp_path).taken_in() == []
