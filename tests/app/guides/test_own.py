"""What a workspace has of its own is found by its people alone, as soon as it is approved."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest

from dealbot.app.guides.search import Searcher, Wanted
from dealbot.domain.dropped import DraftState
from dealbot.domain.principal import LOCAL_OPERATOR, Principal
from dealbot.domain.search import DocumentKind, SearchFilter
from dealbot.store.books import writing
from dealbot.store.database import Database, open_database
from dealbot.store.trouble import damaged
from tests.app.guides.shelf import RULE, Shelf

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
STRANGER = Principal("elsewhere", "operator", "operator")
PARKING = b"# Parking\n\nThe visitors park behind the tower.\n"
LOT = b"# Parking\n\nThe visitors park in the northern lot.\n"
WHERE = "where do visitors park"


@pytest.fixture
def ledger(shelf: Shelf, tmp_path: Path) -> Iterator[Database]:
    """The ledger beside the shelf."""
    with open_database(f"sqlite:///{tmp_path}/ledger.db") as database:
        shelf.ledger = database
        yield database


def drop(ledger: Database, content: bytes, *, approved: bool = True, by: Principal = LOCAL_OPERATOR) -> int:
    with writing(ledger, by) as books:
        kept, _ = books.documents.drop("parking.md", content, NOW)
        if approved:
            books.documents.decide(kept.key, DraftState.APPROVED, NOW)
    return kept.key


def paths(searcher: Searcher, query: str = WHERE, workspace: str | None = "local") -> list[str]:
    return [hit.document.path for hit in searcher.search(query, Wanted(1, workspace=workspace)).hits]


def test_what_is_approved_is_found_with_the_next_question_by_its_workspace_alone(
    shelf: Shelf, ledger: Database
) -> None:
    shelf.index().ingest()
    with closing(shelf.searcher()) as searcher, closing(shelf.searcher()) as another_process:
        assert (paths(searcher), paths(another_process)) == ([], [])
        drop(ledger, PARKING)

        assert (paths(searcher), paths(another_process)) == (["@local/parking.md"], ["@local/parking.md"])
        for workspace in ("elsewhere", None):
            found = searcher.search(WHERE, Wanted(workspace=workspace))
            assert (found.hits, "Parking" in found.nearest) == ((), False)
        everything = SearchFilter(kinds=frozenset(DocumentKind))
        assert searcher.search(WHERE, Wanted(floor=False, among=everything, workspace="elsewhere")).hits
        assert "@local/parking.md" not in {
            hit.document.path for hit in searcher.search(WHERE, Wanted(50, floor=False, workspace="elsewhere")).hits
        }


def test_each_of_two_workspaces_finds_its_own_file_of_one_name(shelf: Shelf, ledger: Database) -> None:
    drop(ledger, PARKING)
    drop(ledger, LOT, by=STRANGER)
    with closing(shelf.searcher()) as searcher:
        assert paths(searcher) == ["@local/parking.md"]
        assert paths(searcher, workspace="elsewhere") == ["@elsewhere/parking.md"]


def test_only_new_passages_are_embedded_and_nothing_is_written_where_nothing_changed(
    shelf: Shelf, ledger: Database
) -> None:
    shelf.index().ingest()
    with closing(shelf.searcher()) as searcher:
        paths(searcher)
        shelf.encoder.asked.clear()
        drop(ledger, PARKING)
        searcher.index.opened()
        assert len(shelf.encoder.asked) == 1
        before = shelf.written()
        searcher.index.opened()
        assert shelf.written() == before


def test_a_draft_is_not_found_and_the_approved_text_is_until_it_is_taken_out(shelf: Shelf, ledger: Database) -> None:
    drop(ledger, PARKING)
    key = drop(ledger, LOT, approved=False)
    with closing(shelf.searcher()) as searcher:

        def text() -> str:
            return " ".join(hit.passage.span.quote for hit in searcher.search(WHERE, Wanted(workspace="local")).hits)

        assert "behind the tower" in text()
        with writing(ledger, LOCAL_OPERATOR) as books:
            books.documents.decide(key, DraftState.APPROVED, NOW)
        assert "northern lot" in text()
        assert "behind the tower" not in text()
        with writing(ledger, LOCAL_OPERATOR) as books:
            books.documents.decide(key, DraftState.DISCARDED, NOW)
        assert "northern lot" not in text()


def test_an_added_policy_note_takes_the_place_of_the_one_for_all_in_its_workspace(
    shelf: Shelf, ledger: Database
) -> None:
    ours = RULE.replace("lower the outpatient conversion factor", "raise the outpatient conversion factor")
    with writing(ledger, LOCAL_OPERATOR) as books:
        books.policies.add("test-1", ours, NOW)
    asked = "what does the outpatient conversion factor rule change"
    with closing(shelf.searcher()) as searcher:
        assert set(paths(searcher, asked)) == {"@local/policies/test-1.md"}
        assert set(paths(searcher, asked, "elsewhere")) == {"policies/outpatient.md"}


def test_ingest_and_a_damaged_index_made_anew_hold_what_was_approved(
    shelf: Shelf, ledger: Database, tmp_path: Path
) -> None:
    drop(ledger, PARKING)
    other = tmp_path / "other.md"
    other.write_text("# Lunch\n\nLunch is at noon.\n")
    done = shelf.index().ingest([other])
    assert done.added == ("@local/parking.md", "other.md")
    (shelf.generation() / "catalog.sqlite3").write_bytes(b"no database")
    with closing(shelf.searcher()) as searcher:
        assert paths(searcher) == ["@local/parking.md"]
        assert paths(searcher, "when is lunch") == ["other.md"]


def test_a_word_file_is_kept_as_it_was_and_found_by_its_text(shelf: Shelf, ledger: Database) -> None:
    written, content = docx.Document(), BytesIO()
    written.add_heading("Parking", 1)
    written.add_paragraph("The visitors park behind the tower.")
    written.save(content)
    with writing(ledger, LOCAL_OPERATOR) as books:
        kept, _ = books.documents.drop("parking.docx", content.getvalue(), NOW)
        books.documents.decide(kept.key, DraftState.APPROVED, NOW)
    with closing(shelf.searcher()) as searcher:
        assert paths(searcher) == ["@local/parking.docx"]


def test_a_ledger_that_cannot_be_asked_changes_nothing(shelf: Shelf, ledger: Database) -> None:
    drop(ledger, PARKING)
    with closing(shelf.searcher()) as searcher:
        assert paths(searcher) == ["@local/parking.md"]
        searcher.index._own._ledger = _away(ledger)
        assert paths(searcher) == ["@local/parking.md"]


def _away(ledger: Database) -> Callable[[], Database | None]:
    def ask() -> Database | None:
        raise damaged(ledger.url)

    return ask


def test_a_document_that_cannot_be_read_any_more_is_left_out_once(shelf: Shelf, ledger: Database) -> None:
    drop(ledger, b"---\nterm: [unclosed\n---\n# Text\n")
    with closing(shelf.searcher()) as searcher:
        searcher.index.opened()
        before = shelf.written()
        assert paths(searcher) == []
        assert shelf.written() == before


def test_a_policy_note_that_cannot_be_read_any_more_takes_nobodys_place(shelf: Shelf, ledger: Database) -> None:
    with writing(ledger, LOCAL_OPERATOR) as books:
        books.policies.add("test-1", "---\nid: test-1\nagency: CMS\n---\n# Old\n", NOW)
    with closing(shelf.searcher()) as searcher:
        assert set(paths(searcher, "what does the outpatient conversion factor rule change")) == {
            "policies/outpatient.md"
        }
