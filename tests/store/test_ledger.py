from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.observation import (
    Correction,
    Observation,
    Origin,
    Reading,
    SignalStatement,
    Statement,
    StepStatement,
    ViewStatement,
    Visibility,
)
from dealbot.domain.reconcile import replay
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import Side, Stance
from dealbot.errors import BadInput, UnknownDeal, UnknownNote
from dealbot.store.ledger import Ledger
from dealbot.store.notes import Notes
from dealbot.store.values import NoteIn
from tests.store.book import ADMIN, DAY, PRIYA, START, Book, person, span, stance_of, worry

PEOPLE = st.builds(
    person,
    st.sampled_from(["Dana Ruiz", "Dana", "Raj Patel", "Ruiz", "Mei Lin"]),
    st.sampled_from([*Stance, None]),
    start=st.integers(0, 30),
)
WORRIES = st.builds(worry, st.sampled_from(["Dana Ruiz", "Raj"]), st.sampled_from(list(ConcernTopic)[:3]))
NOTES = st.lists(
    st.tuples(st.lists(st.one_of(PEOPLE, WORRIES), max_size=4), st.dates(DAY, DAY.replace(day=14))),
    min_size=2,
    max_size=5,
)
ON_BOTH = settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_an_observation_comes_back_with_its_words_and_origin(book: Book) -> None:
    deal, said_at = book.deal("Lakeshore"), datetime(2026, 3, 10, 14, tzinfo=UTC)
    dana, step = (
        person("Dana Ruiz", Stance.SUPPORTIVE),
        StepStatement("Send it", None, Side.US, DAY, "today", span("x")),
    )
    signal, view = (
        SignalStatement(SignalKind.EHR, "Epic", span("Epic", 1)),
        ViewStatement("Dana", Stance.OPPOSED, span("g")),
    )
    reading = Reading(DAY, (dana,), (), (step,), (signal,), (view,), reader="rules 3")
    visibilities = [Visibility.NUANCE, Visibility.FACT, Visibility.NUANCE, Visibility.FACT]
    with book.database.write() as session:
        saved = Notes(session, ADMIN).save(NoteIn("n1", deal, "…", DAY, START, "Priya", said_at))
        Ledger(session, ADMIN).append_reading(saved.version, reading, visibilities, book.tick(), "p-1")

    assert book.told(deal) == tuple(
        Observation(Origin("n1", DAY, book.now, "Priya", said_at, "rules 3", visibility), statement)
        for visibility, statement in zip(visibilities, reading.statements, strict=True)
    )


def test_the_newest_reading_of_the_newest_version_counts(book: Book) -> None:
    deal = book.deal("Lakeshore")
    first = book.log(deal, "n1", person("Dana Ruiz"))
    book.read(first, person("Raj Patel"))
    assert [o.item.label for o in book.told(deal)] == ["Raj Patel"]  # type: ignore[union-attr]

    second = book.save(deal, "n1", "Something else.")
    assert book.told(deal) == ()

    book.read(second, person("Mei Lin"))
    book.read(first, person("Dana Ruiz"))
    assert [o.item.label for o in book.told(deal)] == ["Mei Lin"]  # type: ignore[union-attr]


def test_a_reading_that_failed_leaves_the_last_good_one(book: Book) -> None:
    deal = book.deal("Lakeshore")
    saved = book.log(deal, "n1", person("Dana Ruiz"))
    before = book.told(deal)
    with book.database.write() as session:
        Ledger(session, ADMIN).append_failure(saved.version, "model", book.tick(), "p-2")

    assert book.told(deal) == before


def test_whom_a_note_introduces_is_kept_apart_from_what_it_says(book: Book) -> None:
    deal = book.deal("Lakeshore")
    saved = book.log(deal, "n1", person("Dana Ruiz"))
    named = Reading(DAY, (person("Mei Lin"), person("Secret")))
    with book.database.write() as session:
        ledger = Ledger(session, ADMIN)
        ledger.append_introductions(saved.version, named, [Visibility.FACT, Visibility.PRIVATE], book.tick())
        introduced = ledger.introductions(deal)

    assert [o.item.label for o in introduced] == ["Mei Lin"]  # type: ignore[union-attr]
    assert [o.item.label for o in book.told(deal)] == ["Dana Ruiz"]  # type: ignore[union-attr]


def test_an_empty_reading_replaces_what_was_read_before(book: Book) -> None:
    deal = book.deal("Lakeshore")
    book.read(book.log(deal, "n1", person("Dana Ruiz")))

    assert book.told(deal) == ()


def test_a_correction_holds_against_reading_the_note_again(book: Book) -> None:
    deal = book.deal("Lakeshore")
    saved = book.log(deal, "n1", person("Dana Ruiz", Stance.OPPOSED))
    book.correct(deal, stance_of("Dana Ruiz", Stance.SUPPORTIVE), saved.note)
    book.read(saved, person("Dana Ruiz", Stance.OPPOSED))

    assert replay(book.told(deal), DAY).people[0].stance is Stance.SUPPORTIVE


def test_a_correction_of_a_note_goes_where_the_note_goes(book: Book) -> None:
    lakeshore, mercy = book.deal("Lakeshore"), book.deal("Mercy")
    saved = book.log(lakeshore, "n1", person("Dana Ruiz"))
    book.correct(lakeshore, stance_of("Dana Ruiz", Stance.OPPOSED), saved.note)
    book.correct(lakeshore, stance_of("Raj Patel", Stance.OPPOSED))
    book.place(saved.note, mercy)

    assert [o.origin.note for o in book.told(mercy)] == ["n1", "n1"]
    assert [o.origin.note for o in book.told(lakeshore)] == [""]


def test_a_correction_tells_who_set_it_right_and_when(book: Book) -> None:
    deal = book.deal("Lakeshore", by=PRIYA)
    book.correct(deal, stance_of("Dana Ruiz", Stance.OPPOSED), by=PRIYA)

    assert book.told(deal)[0].origin == Origin("", DAY, book.now, "Priya", None, "person", Visibility.NUANCE)


def test_a_correction_taken_back_no_longer_counts(book: Book) -> None:
    deal = book.deal("Lakeshore")
    book.log(deal, "n1", person("Dana Ruiz"))
    before = book.told(deal)
    key = book.correct(deal, Correction(CorrectedField.TITLE, "CFO", "Dana Ruiz", span("Dana is the CFO")))
    with book.database.read() as session:
        assert [kept.key for kept in Ledger(session, ADMIN).corrections(deal)] == [key]

    assert book.withdraw(key)
    assert not book.withdraw(key)
    assert book.told(deal) == before


def test_undo_after_log_is_as_before(book: Book) -> None:
    deal = book.deal("Lakeshore")
    book.log(deal, "n1", person("Dana Ruiz"))
    before = book.told(deal)

    book.place(book.log(deal, "n2", person("Dana Ruiz", Stance.OPPOSED)).note, None)

    assert book.told(deal) == before


@ON_BOTH
@given(notes=NOTES, data=st.data())
def test_any_order_of_arrival_gives_the_same_state(
    book: Book, notes: list[tuple[list[Statement], date]], data: st.DataObject
) -> None:
    book.tick()
    orders = (list(enumerate(notes)), data.draw(st.permutations(list(enumerate(notes)))))
    states = []
    for order in orders:
        deal = book.deal(f"Deal {book.now:%H%M%d%m%Y}")
        for number, (statements, on) in order:
            book.log(deal, f"n{number}", *statements, on=on)
        states.append(replay(book.told(deal), DAY.replace(day=13)))

    assert states[0] == states[1]


def test_two_statements_read_a_deal_however_many_notes_it_has(book: Book) -> None:
    deal, seen = book.deal("Lakeshore"), []
    for number in range(5):
        saved = book.log(deal, f"n{number}", person("Dana Ruiz"))
        book.correct(deal, stance_of("Dana Ruiz", Stance.OPPOSED), saved.note)
    with book.database.read() as session:
        session.connection()
        event.listen(session.get_bind(), "before_cursor_execute", lambda *given: seen.append(given[2]))
        observations = Ledger(session, PRIYA).observations(deal, book.now)
        observations = Ledger(session, ADMIN).observations(deal, book.now)

    assert len(observations) == 10
    assert len(seen) <= 4


def test_what_is_not_there_cannot_be_read_or_corrected(book: Book) -> None:
    deal, other = book.deal("Lakeshore"), book.deal("Mercy")
    saved = book.log(deal, "n1", person("Dana Ruiz"))

    with book.database.write() as session:
        ledger = Ledger(session, ADMIN)
        with pytest.raises(UnknownNote, match="There is no version #99 of a note"):
            ledger.append_reading(99, Reading(DAY), [], START)
        with pytest.raises(BadInput, match="There is no correction #1"):
            ledger.withdraw(1, START)
    with pytest.raises(UnknownDeal):
        book.correct(99, stance_of("Dana Ruiz", Stance.OPPOSED))
    with pytest.raises(BadInput, match="The note is not on this deal"):
        book.correct(other, stance_of("Dana Ruiz", Stance.OPPOSED), saved.note)
