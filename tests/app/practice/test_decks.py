"""The decks that a workspace may practise from."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from dealbot.app.practice.decks import Decks, parsed
from dealbot.app.practice.kept_decks import KeptDecks, code_of
from dealbot.domain.dropped import DraftState
from dealbot.domain.knowledge import About, Document
from dealbot.domain.practice.card import Deck
from dealbot.domain.practice.personas import Persona
from dealbot.domain.principal import LOCAL_OPERATOR
from dealbot.knowledge.library import knowledge_folder
from dealbot.store.books import writing
from dealbot.store.database import Database, open_database
from tests.app.guides.shelf import GLOSSARY, RULE, Shelf

DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
BEDS = b"# Beds\n\n## Selling\n\n### 1. How do you sell a bed to a ward?\n\n- **Answer**: I ask who sleeps in it.\n"
CHOOSE = BEDS.decode() + "- **Common Pitfall to Avoid**: Talking about the price of one bed alone.\n"
MADE: list[str] = []
FINAL = RULE.replace("status: proposed", "status: in_force").replace("doc_type: proposed", "doc_type: final")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


@pytest.fixture
def ledger(shelf: Shelf, tmp_path: Path) -> Iterator[Database]:
    with open_database(f"sqlite:///{tmp_path}/ledger.db") as database:
        shelf.ledger = database
        yield database


@pytest.fixture
def decks(shelf: Shelf) -> Iterator[Decks]:
    shelf.index().ingest()
    with closing(shelf.searcher()) as searcher:
        yield Decks(searcher, lambda: GLOSSARY)


def names(decks: Decks, workspace: str | None = "local", day: date = DAY) -> list[str]:
    return [deck.name for deck in decks.of(workspace, day)]


def test_guides_and_notes_give_decks_which_are_made_once(decks: Decks) -> None:
    first = decks.of("local", DAY)
    assert {"guides/alarms.md", "policies/outpatient.md"} <= {deck.name for deck in first}
    assert decks.of("elsewhere", DAY) is first
    later = {deck.name: deck for deck in decks.of("local", date(2026, 11, 25))}
    assert all(later[deck.name] is deck for deck in first if deck.name.startswith("guides/"))


def test_what_is_taken_in_anew_is_asked_from_then_on(shelf: Shelf, decks: Decks) -> None:
    before = names(decks)
    shelf.put("guides/beds.md", BEDS.decode())
    shelf.index().ingest()
    assert {*names(decks)} - {*before} == {"guides/beds.md"}


def test_an_approved_guide_of_ones_own_counts_and_a_draft_does_not(decks: Decks, ledger: Database) -> None:
    with writing(ledger, LOCAL_OPERATOR) as books:
        kept, _ = books.documents.drop("beds.md", BEDS, NOW)
    assert "@local/beds.md" not in names(decks)
    with writing(ledger, LOCAL_OPERATOR) as books:
        books.documents.decide(kept.key, DraftState.APPROVED, NOW)
    assert "@local/beds.md" in names(decks)
    assert "@local/beds.md" not in names(decks, "elsewhere") + names(decks, None)


def test_a_superseded_note_is_not_asked_any_more(shelf: Shelf, decks: Decks) -> None:
    assert "policies/outpatient.md" in names(decks)
    known = next(line for line in RULE.splitlines() if line.startswith("id: ")).removeprefix("id: ")
    final = FINAL.replace(f"id: {known}", "id: cms-final").replace("published: 2026-07-01", "published: 2026-11-01")
    lines = [line for line in final.splitlines() if not line.startswith("supersedes:")]
    lines.insert(2, f"supersedes: [{known}]")
    shelf.put("policies/outpatient-final.md", "\n".join(lines))
    shelf.index().ingest()
    assert "policies/outpatient.md" not in names(decks)
    assert "policies/outpatient.md" in names(decks, day=date(2026, 10, 31))


def test_a_damaged_index_is_made_anew_and_then_asked(decks: Decks) -> None:
    decks.searcher.index.opened().catalog.close()
    assert "guides/alarms.md" in names(decks)


def test_a_document_that_cannot_be_read_any_more_gives_no_cards() -> None:
    assert parsed(Document("policies/old.md", "---\nid: old\n---\n\nText.\n", About("Old"), ())) is None


def test_decks_of_days_long_past_are_forgotten(decks: Decks) -> None:
    first = decks.of("local", DAY)
    for day in range(1, 12):
        decks.of("local", date(2026, 12, day))
    assert decks.of("local", DAY) == first
    assert decks.of("local", DAY) is not first


@contextmanager
def fresh(shelf: Shelf, folder: Path, maker: str = "1") -> Iterator[Decks]:
    """The decks as another process would open them, with what was kept."""
    keep = KeptDecks(folder / "practice", lambda: maker)
    MADE.clear()

    def watched(of: str, make: Callable[[], tuple[Deck, ...]]) -> tuple[Deck, ...]:
        def noted() -> tuple[Deck, ...]:
            MADE.append(of)
            return make()

        return keep(of, noted)

    with closing(shelf.searcher()) as searcher:
        yield Decks(searcher, lambda: GLOSSARY, watched)


def guides_were_made() -> bool:
    """Whether the decks of guides were made since the last process began."""
    return any("guides/beds.md" in of for of in MADE)


@pytest.fixture
def kept(shelf: Shelf, tmp_path: Path) -> tuple[Deck, ...]:
    shelf.put("guides/beds.md", CHOOSE)
    shelf.index().ingest()
    with fresh(shelf, tmp_path) as decks:
        found = decks.of("local", DAY)
        assert guides_were_made()
    return found


def test_another_process_finds_the_decks_as_they_were_made(
    shelf: Shelf, kept: tuple[Deck, ...], tmp_path: Path
) -> None:
    with fresh(shelf, tmp_path) as decks:
        assert decks.of("local", DAY) == kept
        assert decks.of("local", date(2026, 11, 25))
    assert not guides_were_made()


def test_decks_that_other_code_made_are_made_anew(shelf: Shelf, kept: tuple[Deck, ...], tmp_path: Path) -> None:
    with fresh(shelf, tmp_path, maker="2") as decks:
        assert decks.of("local", DAY) == kept
    assert guides_were_made()


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"0\n[]"])
def test_decks_that_are_damaged_are_made_anew_and_kept_again(
    shelf: Shelf, kept: tuple[Deck, ...], tmp_path: Path, damage: bytes
) -> None:
    for file in (tmp_path / "practice").iterdir():
        file.write_bytes(damage or file.read_bytes()[:-9])
    for again in (True, False):
        with fresh(shelf, tmp_path) as decks:
            assert decks.of("local", DAY) == kept
        assert guides_were_made() is again


def test_decks_of_another_shape_are_made_anew(shelf: Shelf, kept: tuple[Deck, ...], tmp_path: Path) -> None:
    for file in (tmp_path / "practice").iterdir():
        raw = b'[{"name": "old"}]'
        file.write_bytes(sha256(raw).hexdigest().encode() + b"\n" + raw)
    with fresh(shelf, tmp_path) as decks:
        assert decks.of("local", DAY) == kept


def test_a_guide_that_changed_or_went_changes_what_is_asked_after_the_decks_were_kept(
    shelf: Shelf, kept: tuple[Deck, ...], tmp_path: Path
) -> None:
    shelf.put("guides/beds.md", CHOOSE.replace("who sleeps in it", "who wakes in it"))
    shelf.index().ingest()
    with fresh(shelf, tmp_path) as decks:
        changed = next(deck for deck in decks.of("local", DAY) if deck.name == "guides/beds.md")
    assert changed != next(deck for deck in kept if deck.name == "guides/beds.md")
    assert "who wakes in it" in changed.cards[0].source.quote

    (shelf.root / "guides" / "beds.md").unlink()
    shelf.index().ingest()
    with fresh(shelf, tmp_path) as decks:
        assert "guides/beds.md" not in names(decks)


def test_decks_that_cannot_be_kept_are_made_all_the_same(shelf: Shelf, tmp_path: Path) -> None:
    shelf.index().ingest()
    (tmp_path / "practice").write_text("in the way", encoding="utf-8")
    with fresh(shelf, tmp_path) as decks:
        assert "guides/alarms.md" in names(decks)


def test_only_so_many_decks_are_kept(tmp_path: Path) -> None:
    keep = KeptDecks(tmp_path, lambda: "1")
    for number in range(40):
        keep(str(number), tuple)
    assert len([*tmp_path.iterdir()]) == 32


def test_other_code_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "making.py").write_text("ONE = 1\n", encoding="utf-8")
    before = code_of([tmp_path])
    (tmp_path / "making.py").write_text("ONE = 2\n", encoding="utf-8")
    assert before != code_of([tmp_path])
    assert code_of() == code_of()


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Deck, ...]:
    shelf = Shelf(tmp_path_factory.mktemp("shipped"))
    shelf.root = knowledge_folder()
    shelf.index().ingest()
    with closing(shelf.searcher()) as searcher:
        return Decks(searcher, lambda: GLOSSARY).of("local", DAY)


@pytest.mark.parametrize("persona", Persona)
def test_the_shipped_knowledge_prepares_for_every_member_of_a_committee(
    shipped: tuple[Deck, ...], persona: Persona
) -> None:
    found = [deck for deck in shipped if persona in deck.personas]
    assert sum(len(deck.cards) for deck in found) >= 15


def test_every_shipped_note_that_holds_gives_three_to_five_cards(shipped: tuple[Deck, ...]) -> None:
    counts = [len(deck.cards) for deck in shipped if deck.name.startswith("policies/")]
    assert len(counts) >= 20
    assert {3 <= count <= 5 for count in counts} == {True}
