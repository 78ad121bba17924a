"""Logging, taking back and setting right, where it gets difficult."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from dealbot.app.in_step import _TRIES, in_step
from dealbot.app.log_note import Logged
from dealbot.app.manage_deals import list_deals
from dealbot.app.mentions import mentions
from dealbot.app.place_note import undo_note
from dealbot.domain.observation import Reading, Visibility
from dealbot.domain.principal import LOCAL_WORKSPACE, Principal, Role
from dealbot.errors import BadInput, ModelUnavailable, NotRead, StoreUnavailable
from dealbot.reading.ports import KnownPerson, NoteReader, NoteText
from tests.app.ledger.writing import TODAY, Office

PRIYA = Principal(LOCAL_WORKSPACE, "priya", "Priya Nair", frozenset({Role.AE}))
SAM = Principal(LOCAL_WORKSPACE, "sam", "Sam Okafor", frozenset({Role.AE}))


@dataclass
class Unwilling:
    """A reader that does not answer while it is out of order, and remembers what it was asked."""

    reader: NoteReader
    out_of_order: bool = True
    asked: list[NoteText] = field(default_factory=list)

    @property
    def version(self) -> str:
        """The version of the reader behind it."""
        return self.reader.version

    def read(self, note: NoteText) -> Reading:
        """Read a note if it can."""
        self.asked.append(note)
        if self.out_of_order:
            raise ModelUnavailable("The model does not answer.")
        return self.reader.read(note)


def with_a_team(office: Office) -> Office:
    with office.desk.writing(office.who) as books:
        deal = books.deals.add("Lakeshore", office.clock(), owner="priya")
        books.deals.join(deal.id, "sam")
    return office


def names(logged: Logged) -> set[str | None]:
    return {change.who for change in logged.changes}


def test_a_note_is_kept_before_it_is_read(office: Office, reader: NoteReader) -> None:
    unwilling = Unwilling(reader)
    away = office.reading_with(unwilling)

    with pytest.raises(NotRead) as refused:
        away.log("Lakeshore", "n1", "Dana Ruiz, CFO, is against it.")

    assert str(refused.value) == (
        "The note is kept in Lakeshore as 'n1' but was not read yet: log it again and it will be. "
        "The model does not answer."
    )
    assert office.texts("Lakeshore") == {"n1": "Dana Ruiz, CFO, is against it."}
    assert office.observations("Lakeshore") == ()

    unwilling.out_of_order = False
    again = away.log("Lakeshore", "n1", "Dana Ruiz, CFO, is against it.")
    assert (again.duplicate, names(again)) == (True, {"Dana Ruiz"})
    assert office.log("Lakeshore", "n1", "Dana Ruiz, CFO, is against it.").changes == ()


def test_an_edit_that_could_not_be_read_is_made_good_as_if_nothing_had_happened(
    office: Office, reader: NoteReader
) -> None:
    office.log("Lakeshore", "n2", "webb likes it.", date(2026, 11, 17))
    office.log("Lakeshore", "n1", "Met Raj Patel, CIO.")
    expected = office.status("Lakeshore")
    office.log("Lakeshore", "n1", "Met Marcus Webb, CIO.")
    assert office.status("Lakeshore") != expected

    with pytest.raises(NotRead):
        office.reading_with(Unwilling(reader)).log("Lakeshore", "n1", "Met Raj Patel, CIO.")
    assert all(kept == replayed for kept, replayed in office.summaries())

    office.log("Lakeshore", "n1", "Met Raj Patel, CIO.")
    assert office.status("Lakeshore") == expected


def test_what_could_not_be_read_again_is_not_half_done(office: Office, reader: NoteReader) -> None:
    office.log("Lakeshore", "n1", "Met Marcus Webb, CIO.")
    office.log("Lakeshore", "n2", "webb likes it.")
    before = office.status("Lakeshore")

    with pytest.raises(ModelUnavailable):
        undo_note(office.reading_with(Unwilling(reader)).desk, office.who, "n1")

    assert office.status("Lakeshore") == before
    assert set(office.texts("Lakeshore")) == {"n1", "n2"}


def test_a_note_is_given_to_the_reader_once_where_it_leans_on_nobody(office: Office, reader: NoteReader) -> None:
    watched = Unwilling(reader, out_of_order=False)
    office = replace(office, desk=replace(office.desk, reader=lambda: watched))

    office.log("Lakeshore", "n1", "Met Raj Patel, CIO.")
    office.log("Lakeshore", "n2", "Nothing new this week.")

    assert [note.text for note in watched.asked] == ["Met Raj Patel, CIO.", "Nothing new this week."]


def test_those_who_write_the_notes_are_on_our_side(office: Office) -> None:
    office.log("Lakeshore", "n1", "Nothing new.", author="Sam Okafor")
    office.log("Lakeshore", "n2", "Sam Okafor sends the security paper by Friday. Met Raj Patel, CIO.")

    sides = {person.name: str(person.side) for person in office.state("Lakeshore").people}
    assert sides["Sam Okafor"] == "us"
    assert sides["Raj Patel"] == "buyer"


def test_private_words_stay_private_when_somebody_else_has_them_read_again(office: Office) -> None:
    with_a_team(office)
    sam, priya = office.by(SAM), office.by(PRIYA)
    sam.log("Lakeshore", "n1", "webb was there.\nprivate: webb is against it.", author="Sam Okafor")
    priya.log("Lakeshore", "n2", "Met Marcus Webb, CIO.")

    def private(seen_by: Office) -> list[str]:
        found = (o for o in seen_by.observations("Lakeshore") if o.origin.visibility is Visibility.PRIVATE)
        return [observation.item.span.quote for observation in found]

    assert private(sam)
    assert all("webb is against it" in quote for quote in private(sam))
    assert private(priya) == []
    assert [str(p.stance) for p in sam.state("Lakeshore").people if p.name == "Marcus Webb"] == ["opposed"]
    assert [str(p.stance) for p in priya.state("Lakeshore").people if p.name == "Marcus Webb"] == ["unknown"]
    assert all(kept == replayed for kept, replayed in office.summaries())


def test_many_at_once_lose_nothing(office: Office) -> None:
    texts = {
        f"n{number}": f"Met {name}, call {number}." for number, name in enumerate(["Raj Patel", "raj", "patel"] * 2)
    }

    with ThreadPoolExecutor(3) as pool:
        for logged in [pool.submit(office.log, "Lakeshore", name, text) for name, text in texts.items()]:
            logged.result(timeout=60)

    expected = replace(office, who=replace(office.who, workspace="elsewhere"))
    for name, text in texts.items():
        expected.log("Lakeshore", name, text)
    assert office.texts("Lakeshore") == texts
    assert office.state("Lakeshore") == expected.state("Lakeshore")
    assert all(kept == replayed for kept, replayed in office.summaries())


def test_a_deal_that_never_comes_to_rest_asks_to_try_again(office: Office) -> None:
    office.log("Lakeshore", "n1", "Met Raj Patel, CIO.")
    office.log("Lakeshore", "n2", "raj likes it.")
    asked: list[NoteText] = []

    def restless() -> NoteReader:
        office.log("Lakeshore", f"more {len(asked)}", f"raj said {'so ' * len(asked)}")
        return Unwilling(office.desk.reader(), out_of_order=False, asked=asked)

    desk = replace(office.desk, reader=restless)
    with pytest.raises(StoreUnavailable, match="Others keep changing this deal"):
        undo_note(desk, office.who, "n1")

    assert len(asked) >= _TRIES
    assert "n1" in office.texts("Lakeshore")


def test_work_that_needs_no_reader_opens_none(office: Office) -> None:
    def refuse() -> NoteReader:
        raise AssertionError

    desk = replace(office.desk, reader=refuse, introducer=refuse)

    assert in_step(desk, office.who, lambda books, _: books.deals.add("Lakeshore", office.clock()).name) == "Lakeshore"


def test_a_list_made_on_another_day_is_brought_up_to_date(office: Office) -> None:
    office.log("Lakeshore", "n1", "I send the plan by Friday. Raj Patel, CIO, likes it.", date(2026, 11, 16))
    office.log("Lakeshore", "n2", "Raj Patel is against it.", TODAY + timedelta(days=1))

    def listed(day: date) -> tuple[object, object]:
        ((_, summary),) = list_deals(replace(office.desk, today=lambda: day), office.who)
        return summary["late"], summary["aligned"]

    assert listed(date(2026, 11, 17)) == (0, ["Raj Patel"])
    assert listed(TODAY) == (1, ["Raj Patel"])
    assert listed(TODAY + timedelta(days=1)) == (1, [])
    assert listed(TODAY) == (1, ["Raj Patel"])


def test_a_name_somebody_else_holds_is_refused(office: Office) -> None:
    office.by(SAM).log("Lakeshore", "n1", "Met Raj.")

    with pytest.raises(BadInput, match="is taken"):
        office.by(PRIYA).log("Lakeshore", "n2", "Met Raj.")


@pytest.mark.parametrize(
    ("text", "name", "mentioned"),
    [
        ("dana called", "Dana Ruiz", True),
        ("Ruiz’s team", "Dana Ruiz", True),
        ("RUIZ'S TEAM", "Dana Ruiz", True),
        ("spoke to D. Ruiz", "Dana Ruiz", True),
        ("spoke to DR about it", "Dana Ruiz", True),
        ("li said", "Bo Li", True),
        ("(bo)", "Bo Li", True),
        ("Garcia-Lopez said", "Ana García Lopez", True),
        ("garcía came", "Ana García Lopez", True),
        ("Анна пришла", "Анна Иванова", True),
        ("cc @dana", "Dana Ruiz", True),
        ("dana.ruiz@lakeshore.example", "Dana Ruiz", True),
        ("nothing new", "Dana Ruiz", False),
        ("", "Dana Ruiz", False),
    ],
)
def test_a_note_that_may_speak_of_somebody_is_found(text: str, name: str, mentioned: bool) -> None:  # noqa: FBT001
    assert mentions(text, [KnownPerson((name,))]) is mentioned
    assert not mentions(text, [])
