from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.principal import User
from dealbot.domain.record import Call, DealRecord, Outcome, fold_deal
from dealbot.domain.stakeholder import Stance
from dealbot.errors import BadInput, UnknownDeal
from dealbot.store.deals import Deals
from dealbot.store.likeness import nearest
from dealbot.store.users import Users
from tests.store.book import ADMIN, MAYA, PRIYA, SAM, START, Book, person, stance_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Mary's Health-System", "st marys  health system"),
        ("\uff2c\uff41keshore", "LAKESHORE"),
        ("Universitätsklinikum STRASSE", "universitätsklinikum straße"),
        ("Mercy (East)", "mercy east"),
    ],
)
def test_names_are_the_same_whatever_their_case_width_punctuation_and_spaces(one: str, other: str) -> None:
    assert fold_deal(one) == fold_deal(other)


@given(st.text())
def test_a_folded_name_stays_as_it_is(name: str) -> None:
    assert fold_deal(fold_deal(name)) == fold_deal(name)


def test_a_name_that_is_all_signs_stays_a_name() -> None:
    assert fold_deal(" 🏥  🚑 ") == "🏥 🚑"


def test_a_deal_is_added_for_who_adds_it(book: Book) -> None:
    with book.database.write() as session:
        added = Deals(session, PRIYA).add("  Lakeshore   Health ", START)

    assert added == DealRecord(added.id, "Lakeshore Health", "Lakeshore Health", owner="U-PRIYA")
    with book.database.read() as session:
        assert Deals(session, PRIYA).all() == (added,)


def test_a_deal_may_be_added_for_somebody_else_at_another_account(book: Book) -> None:
    with book.database.write() as session:
        added = Deals(session, ADMIN).add("Lakeshore pharmacy", START, account="Lakeshore", owner="U-SAM")

    assert (added.account, added.owner) == ("Lakeshore", "U-SAM")


def test_a_name_that_is_taken_is_refused_and_the_rest_goes_on(book: Book) -> None:
    book.deal("Lakeshore")

    with book.database.write() as session:
        deals = Deals(session, ADMIN)
        with pytest.raises(BadInput, match="The name 'LAKESHORE' is taken: choose another"):
            deals.add("LAKESHORE", START)
        deals.add("Mercy", START)

    with book.database.read() as session:
        assert [deal.name for deal in Deals(session, ADMIN).all()] == ["Lakeshore", "Mercy"]


def test_a_deal_needs_a_name(book: Book) -> None:
    with pytest.raises(BadInput, match="A deal needs a name"):
        book.deal("  ")


def test_a_deal_is_found_by_name_and_by_alias_the_name_first(book: Book) -> None:
    for name, alias in (("A Health", "Mercy"), ("Mercy", "MH")):
        deal = book.deal(name)
        with book.database.write() as session:
            Deals(session, ADMIN).alias(deal, alias)

    with book.database.read() as session:
        deals = Deals(session, ADMIN)
        assert [deal.name for deal in deals.find("mercy")] == ["Mercy", "A Health"]
        assert [deal.name for deal in deals.find("M.H.") + deals.find("mh")] == ["Mercy"]
        assert deals.find("Lakeshore") == ()


def test_a_renamed_deal_still_goes_by_its_old_name(book: Book) -> None:
    deal = book.deal("Lakeshore")
    book.deal("Mercy")
    with book.database.write() as session:
        Deals(session, ADMIN).rename(deal, "Lakeside")
        with pytest.raises(BadInput, match="is taken"):
            Deals(session, ADMIN).rename(deal, "mercy")

    with book.database.read() as session:
        assert [(found.name, found.aliases) for found in Deals(session, ADMIN).find("lakeshore")] == [
            ("Lakeside", ("Lakeshore",))
        ]


def test_what_is_set_about_a_deal_is_kept(book: Book) -> None:
    deal = book.deal("Lakeshore")
    with book.database.write() as session:
        Deals(session, ADMIN).change(deal, amount=3_000_000_000, quarter="2027-Q2", call=Call.COMMIT, fiscal_start=7)
        Deals(session, ADMIN).change(
            deal, outcome=Outcome.LOST, closed_on=date(2026, 5, 1), cause="no budget", amount=None
        )
        Deals(session, ADMIN).change(deal, account="Lakeshore Health")

    with book.database.read() as session:
        assert Deals(session, ADMIN).by_id(deal) == DealRecord(
            deal,
            "Lakeshore",
            "Lakeshore Health",
            owner="operator",
            quarter="2027-Q2",
            call=Call.COMMIT,
            fiscal_start=7,
            outcome=Outcome.LOST,
            closed_on=date(2026, 5, 1),
            cause="no budget",
        )


def test_a_channel_belongs_to_one_deal(book: Book) -> None:
    lakeshore, mercy = book.deal("Lakeshore"), book.deal("Mercy")
    with book.database.write() as session:
        deals = Deals(session, ADMIN)
        deals.bind(lakeshore, "C1")
        deals.bind(lakeshore, "C2")
        deals.bind(mercy, "C1")

    with book.database.read() as session:
        deals = Deals(session, ADMIN)
        assert [deals.by_channel(name) and deals.by_channel(name).name for name in ("C1", "C2", "C3")] == [  # type: ignore[union-attr]
            "Mercy",
            "Lakeshore",
            None,
        ]
        assert deals.by_id(lakeshore).channels == ("C2",)


def test_who_may_read_a_deal_is_its_owner_the_team_and_the_owners_manager(book: Book) -> None:
    with book.database.write() as session:
        users, deals = Users(session, ADMIN), Deals(session, ADMIN)
        for user in (PRIYA, SAM, MAYA):
            users.add(User(user.user, user.name, user.roles, "east"))
        deal = deals.add("Lakeshore", START, owner=PRIYA.user).id
        deals.join(deal, "U-LEE")
        deals.join(deal, "U-LEE")

    with book.database.read() as session:
        assert Deals(session, ADMIN).readers(deal) == ("U-LEE", "U-MAYA", "U-PRIYA")
        assert [found.team for found in Deals(session, MAYA).all()] == [("U-LEE",)]
        assert Deals(session, SAM).all() == ()


def test_a_deal_given_to_another_is_theirs_alone(book: Book) -> None:
    deal = book.deal("Lakeshore", by=PRIYA)
    with book.database.write() as session:
        Deals(session, PRIYA).join(deal, SAM.user)
        Deals(session, PRIYA).leave(deal, SAM.user)
        Deals(session, PRIYA).own(deal, SAM.user)

    with book.database.read() as session:
        assert Deals(session, PRIYA).all() == ()
        assert Deals(session, SAM).by_id(deal).owner == SAM.user


def test_a_deal_that_is_not_there_is_unknown(book: Book) -> None:
    with pytest.raises(UnknownDeal, match="There is no deal called '#7'"), book.database.read() as session:
        Deals(session, ADMIN).by_id(7)


def test_two_deals_merged_are_one_with_the_names_people_and_notes_of_both(book: Book) -> None:
    into, other = book.deal("Lakeshore", by=PRIYA), book.deal("Lake Shore Health", by=SAM)
    book.log(into, "n1", person("Dana Ruiz"))
    book.log(other, "n1", person("Raj Patel"))
    book.place(book.log(other, "n2", person("Mei Lin")).note, None)
    book.correct(other, stance_of("Raj Patel", Stance.OPPOSED))
    with book.database.write() as session:
        deals = Deals(session, ADMIN)
        deals.alias(other, "LSH")
        deals.bind(other, "C1")
        deals.join(other, "U-LEE")
        deals.change(into, amount=1)
        deals.change(other, amount=2, quarter="2027-Q1")
        deals.merge(into, other, book.tick())

    with book.database.read() as session:
        merged = Deals(session, ADMIN).by_id(other)
        assert merged == DealRecord(
            into,
            "Lakeshore",
            "Lakeshore",
            ("LSH", "Lake Shore Health"),
            PRIYA.user,
            ("U-LEE", SAM.user),
            ("C1",),
            amount=1,
            quarter="2027-Q1",
        )
        assert Deals(session, ADMIN).find("lsh") == (merged,)
    assert [kept.note.id for kept in book.notes(into)] == ["n1", f"n1@{other}"]
    assert [o.origin.note for o in book.told(into)] == ["n1", f"n1@{other}", ""]
    assert book.told(other) == ()
    assert book.save(into, "n2").undone


def test_a_deal_is_not_merged_with_itself(book: Book) -> None:
    deal = book.deal("Lakeshore")

    with pytest.raises(BadInput, match="cannot be merged with itself"), book.database.write() as session:
        Deals(session, ADMIN).merge(deal, deal, START)


@pytest.mark.parametrize(
    ("asked", "suggested"),
    [
        ("Lakeshor", ("Lake Shore", "Lakeshore Health")),
        ("LAKESHORE", ("Lake Shore", "Lakeshore Health")),
        ("Mercy", ("Mercy East", "Mercy Health West")),
        ("Quux", ()),
    ],
)
def test_the_nearest_names_are_those_of_like_letters_or_the_same_words(asked: str, suggested: tuple[str, ...]) -> None:
    known = ("Lakeshore Health", "Lake Shore", "Mercy East", "Mercy Health West", "Northside")

    assert nearest(asked, known) == suggested


def test_the_nearest_names_are_names_and_aliases(book: Book) -> None:
    deal = book.deal("Lakeshore")
    with book.database.write() as session:
        Deals(session, ADMIN).alias(deal, "Lakeside")
        assert Deals(session, ADMIN).nearest("Lakesid") == ("Lakeside", "Lakeshore")
