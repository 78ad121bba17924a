from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.observation import Correction, Observation, Visibility
from dealbot.domain.principal import LOCAL_WORKSPACE, Principal, Role
from dealbot.domain.stakeholder import Stance
from dealbot.store.facts import Facts
from dealbot.store.ledger import Ledger
from dealbot.store.values import CorrectionIn
from tests.store.book import DAY, PRIYA, SAM, STRANGER, Book, person, span, stance_of

ANALYST = Principal(LOCAL_WORKSPACE, "U-ANA", "Ana", frozenset({Role.ANALYST}))


def fact(book: Book, deal: int) -> Correction:
    """Something that may leave the team, set by hand."""
    given = Correction(CorrectedField.AMOUNT, "100", None, span("amount=100"))
    with book.database.write() as session:
        Ledger(session, PRIYA).append_correction(
            CorrectionIn(deal, given, DAY, book.tick(), visibility=Visibility.FACT)
        )
    return given


def told(book: Book, deal: int, by: Principal) -> list[Observation]:
    with book.database.read() as session:
        return list(Facts(session, by).on_account(deal))


def names(book: Book, by: Principal) -> list[str]:
    with book.database.read() as session:
        return [deal.name for deal in Facts(session, by).all()]


def test_an_analyst_reads_the_facts_of_every_deal_and_no_nuance(book: Book) -> None:
    deal = book.deal("Lakeshore", by=PRIYA)
    book.log(deal, "n1", person("Dana", Stance.OPPOSED), by=PRIYA)
    book.correct(deal, stance_of("Dana", Stance.OPPOSED), by=PRIYA)
    given = fact(book, deal)

    assert names(book, ANALYST) == ["Lakeshore"]
    assert [each.item for each in told(book, deal, ANALYST)] == [given]


def test_others_read_the_facts_of_the_deals_they_may_see(book: Book) -> None:
    deal = book.deal("Lakeshore", by=PRIYA)
    given = fact(book, deal)

    assert (names(book, PRIYA), [each.item for each in told(book, deal, PRIYA)]) == (["Lakeshore"], [given])
    for stranger in (SAM, STRANGER):
        assert (names(book, stranger), told(book, deal, stranger)) == ([], [])


def test_an_analyst_sees_no_deal_but_for_its_facts(book: Book) -> None:
    deal = book.deal("Lakeshore", by=PRIYA)
    fact(book, deal)
    with book.database.read() as session:
        assert Ledger(session, ANALYST).observations(deal) == ()


def test_of_an_instant_the_deals_that_had_been_added_by_then_are_given(book: Book) -> None:
    book.deal("Lakeshore", by=PRIYA)
    by_then = book.now
    book.deal("Norton", by=PRIYA)
    with book.database.read() as session:
        assert [deal.name for deal in Facts(session, ANALYST).all(by_then)] == ["Lakeshore"]
