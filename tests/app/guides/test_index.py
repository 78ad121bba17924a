"""The index becomes exactly what it is given; what did not change costs nothing."""

from contextlib import closing
from errno import ENOENT, ENOSPC, EROFS
from pathlib import Path
from threading import Thread

import pytest

from dealbot.errors import BadInput, IndexUnwritable
from tests.app.guides.shelf import FILES, PRICES, Shelf


def test_what_is_taken_in_first_is_added(shelf: Shelf) -> None:
    done = shelf.index().ingest()

    assert done.added == tuple(sorted(FILES))
    assert (done.changed, done.removed, done.unchanged, done.refused) == ((), (), (), ())


def test_unchanged_files_cost_no_writes_and_no_embedding(shelf: Shelf) -> None:
    shelf.index().ingest()
    before, asked = shelf.written(), len(shelf.encoder.asked)
    done = shelf.index().ingest()

    assert done.unchanged == tuple(sorted(FILES))
    assert shelf.written() == before
    assert len(shelf.encoder.asked) == asked


def test_of_a_changed_file_only_the_new_passages_are_embedded(shelf: Shelf) -> None:
    shelf.index().ingest()
    shelf.encoder.asked.clear()
    shelf.put("guides/prices.md", PRICES.replace("Compare the cost over three years.", "Compare five years."))
    done = shelf.index().ingest()

    assert (done.changed, len(done.unchanged)) == (("guides/prices.md",), 2)
    assert len(shelf.encoder.asked) == 1
    assert "Compare five years." in shelf.encoder.asked[0]


def test_a_removed_file_is_found_no_more(shelf: Shelf) -> None:
    shelf.index().ingest()
    (shelf.root / "guides/prices.md").unlink()
    done = shelf.index().ingest()

    assert done.removed == ("guides/prices.md",)
    with closing(shelf.searcher()) as searcher:
        assert "guides/prices.md" not in {hit.document.path for hit in searcher.search("cheaper bid discount").hits}


def test_a_broken_file_is_named_with_its_reason_and_the_others_load(shelf: Shelf) -> None:
    shelf.put("guides/broken.md", "---\nterm: [unclosed\n---\n# Text\n")
    done = shelf.index().ingest()

    assert [(error.path, "front matter" in error.reason) for error in done.refused] == [("guides/broken.md", True)]
    assert len(done.added) == 3


def test_the_index_is_exactly_the_paths_that_are_named(shelf: Shelf, tmp_path: Path) -> None:
    shelf.index().ingest()
    other = tmp_path / "other.md"
    other.write_text("# Parking\n\nThe visitors park behind the tower.\n")
    done = shelf.index().ingest([other])

    assert (done.added, done.removed) == (("other.md",), tuple(sorted(FILES)))
    with closing(shelf.searcher()) as searcher:
        assert [hit.document.path for hit in searcher.search("where do visitors park").hits] == ["other.md"]


def test_of_two_files_that_go_by_one_path_the_second_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    twin = tmp_path / "twin" / "guides"
    twin.mkdir(parents=True)
    (twin / "prices.md").write_text("# Other prices\n\nAnother text about it.\n")
    done = shelf.index().ingest([shelf.root, tmp_path / "twin"])

    assert [error.path for error in done.refused] == ["guides/prices.md"]
    assert len(done.added) == 3


def test_where_nothing_can_be_read_the_index_stays_as_it_was(shelf: Shelf, tmp_path: Path) -> None:
    shelf.index().ingest()
    before = shelf.written()
    with pytest.raises(BadInput, match="no document"):
        shelf.index().ingest([tmp_path / "nowhere"])

    assert shelf.written() == before


def test_without_an_index_the_first_search_makes_it(shelf: Shelf) -> None:
    with closing(shelf.searcher()) as searcher:
        assert searcher.search("alarm fatigue of a nurse").hits[0].document.path == "guides/alarms.md"


def test_who_has_it_open_sees_what_others_take_in(shelf: Shelf) -> None:
    with closing(shelf.searcher()) as searcher:
        assert searcher.search("alarm fatigue").hits
        shelf.put("guides/doors.md", "# Doors\n\nThe turnstile by the helipad wants a badge.\n")
        shelf.index().ingest()

        assert searcher.search("turnstile badge helipad").hits[0].document.path == "guides/doors.md"


def test_two_that_build_at_once_leave_one_whole_index(shelf: Shelf) -> None:
    threads = [Thread(target=shelf.index().ingest) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with closing(shelf.searcher()) as searcher:
        assert searcher.search("alarm fatigue").hits
        assert searcher.index.opened().dense is not None
    assert not list(shelf.place.glob("building-*"))


def test_only_the_last_index_but_one_is_kept(shelf: Shelf) -> None:
    for number in range(4):
        shelf.put("guides/doors.md", f"# Doors\n\nDoor number {number} wants a badge.\n")
        shelf.index().ingest()

    assert len([path for path in shelf.place.glob("index-*") if path.is_dir()]) == 2


def test_another_encoder_makes_all_vectors_anew(shelf: Shelf) -> None:
    shelf.index().ingest()
    asked = len(shelf.encoder.asked)
    shelf.tools = type(shelf.tools)("other words", shelf.tools.encoder, shelf.tools.count, shelf.tools.longest)
    shelf.index().ingest()

    assert len(shelf.encoder.asked) == 2 * asked


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (ENOSPC, "the disk of their index is full or failing"),
        (None, "the disk of their index is full or failing"),
        (EROFS, "the folder of their index is read-only"),
    ],
)
def test_an_index_that_cannot_be_written_is_told_and_what_was_there_stays(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, number: int | None, said: str
) -> None:
    shelf.index().ingest()
    shelf.put("guides/tower.md", "# The tower\n\nThe tower of the alarm.\n")

    def refuse(*_: object) -> None:
        raise OSError(*([number, "no"] if number is not None else ["1024 requested and 0 written"]))

    monkeypatch.setattr("dealbot.app.guides.building.write_vectors", refuse)
    with pytest.raises(IndexUnwritable, match=said):
        shelf.index().ingest()
    with closing(shelf.searcher()) as searcher:  # the upgrade waits: it is answered from as before
        assert searcher.search("alarm fatigue").hits
    assert not list(shelf.place.glob("building-*"))


def test_a_folder_of_the_index_that_is_a_file_is_told(shelf: Shelf) -> None:
    shelf.place.write_text("no folder")
    with closing(shelf.searcher()) as searcher, pytest.raises(IndexUnwritable, match="cannot be used"):
        searcher.search("alarm fatigue")


def test_what_else_goes_wrong_while_the_index_is_made_is_no_trouble_of_its_folder(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise FileNotFoundError(ENOENT, "the model")

    monkeypatch.setattr("dealbot.app.guides.building.write_vectors", gone)
    with pytest.raises(FileNotFoundError):
        shelf.index().ingest()


def test_that_chroma_worked_need_not_be_written_down(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise OSError(ENOSPC, "no room")

    monkeypatch.setattr("dealbot.app.guides.opened._look", refuse)
    assert shelf.index().ingest().added == tuple(sorted(FILES))
