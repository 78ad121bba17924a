"""Warming up before a meeting: her role's questions, and for the deal's team alone her open concerns."""

from dataclasses import replace

import pytest

from dealbot.app.practice.asking import Asked
from dealbot.app.practice.keeping import current
from dealbot.app.practice.mark_text import answered_text, asked_text
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.observation import ConcernStatement, PersonStatement
from dealbot.domain.practice.card import CardKind
from dealbot.domain.practice.session import Mode
from dealbot.domain.principal import Principal
from dealbot.domain.stakeholder import Function, Side
from dealbot.errors import BadInput, UnknownDeal
from tests.app.practice.room import ADMIN, ANN, TOM, World, card, deck
from tests.store.book import Book, span, worry

CLICKS = card("clicks", prompt='"At two in the morning, whose clicks are these?"', category="Workload")
STAFF = card("staff", prompt="How do you answer a CNO who is short of staff?", category="Staffing")
MONEY = card("money", prompt='"Where is the money in this year\'s budget?"', category="Money")


@pytest.fixture
def ward(world: World) -> World:
    """Decks for two officers, and Tom's deal whose nursing chief worries about clicks."""
    world.decks = (
        deck(CLICKS, STAFF, card("choice", CardKind.CHOICE), personas=("CNO",), title="Meeting the CNO"),
        deck(MONEY, name="cfo.md", title="Meeting the CFO", personas=("CFO",)),
    )
    book = Book(world.database)
    deal = book.deal("Lakeshore", by=TOM)
    ana = PersonStatement("Ana Gomez", "CNO", Function.NURSING, Side.BUYER, frozenset(), None, span("met Ana"))
    clicks = ConcernStatement(
        "Ana Gomez", ConcernTopic.WORKFLOW_BURDEN, ConcernStatus.RAISED, blocking=False, span=span("no extra clicks", 3)
    )
    book.log(deal, "n1", ana, clicks, by=TOM)
    return world


def warms_up(world: World, who: Principal = TOM, **wanted: str) -> Asked:
    """Somebody has three minutes."""
    return world.starts(who, Mode.WARM_UP, **wanted)


def test_a_warm_up_asks_what_the_role_says_in_her_words(ward: World) -> None:
    asked = warms_up(ward, role="CNO")

    assert asked.prompt == 'The CNO asks: "At two in the morning, whose clicks are these?"'
    assert (asked.of, asked.why, asked.session.title) == (2, "", "CNO")
    following = ward.answers(TOM).then
    assert following is not None
    assert following.prompt == STAFF.prompt


@pytest.mark.parametrize("role", ["CNO", "Ana", "ana gomez"])
def test_for_a_deal_her_open_concern_comes_first(ward: World, role: str) -> None:
    asked = warms_up(ward, role=role, deal="Lakeshore")

    assert asked.card == CLICKS
    assert asked.prompt.startswith("The CNO asks:")
    assert asked.why == "Open at Ana Gomez, Lakeshore: workload, “no extra clicks”"


def test_a_concern_that_none_of_her_guides_speaks_of_is_asked_from_another(ward: World) -> None:
    book = Book(ward.database)
    with ward.desk.reading(TOM) as books:
        (deal,) = books.deals.all()
    book.log(deal.id, "n2", worry("Ana Gomez", ConcernTopic.BUDGET_ROI), by=TOM)

    asked = warms_up(ward, role="CNO", deal="Lakeshore")
    cards = {item.card: item.topic for item in asked.session.items}
    assert cards == {
        "clicks": ConcernTopic.WORKFLOW_BURDEN,
        "money": ConcernTopic.BUDGET_ROI,
        "staff": None,
    }


def test_somebody_who_is_not_of_the_deals_team_gets_no_concern_and_no_hint_of_the_deal(ward: World) -> None:
    with pytest.raises(UnknownDeal):
        warms_up(ward, ANN, role="CNO", deal="Lakeshore")

    assert warms_up(ward, ANN, role="CNO").why == ""


def test_who_has_left_the_team_sees_the_concern_no_more_in_what_they_left(ward: World) -> None:
    warms_up(ward, role="CNO", deal="Lakeshore")
    with ward.desk.writing(ADMIN) as books:
        (deal,) = books.deals.all()
        books.deals.own(deal.id, ANN.user)
        books.deals.leave(deal.id, TOM.user)

    asked = current(ward.room, TOM)
    assert asked is not None
    assert (asked.card, asked.why) == (CLICKS, "")


def test_a_concern_that_is_settled_meanwhile_is_told_no_more(ward: World) -> None:
    warms_up(ward, role="CNO", deal="Lakeshore")
    with ward.desk.reading(TOM) as books:
        (deal,) = books.deals.all()
    settled = replace(worry("Ana Gomez", ConcernTopic.WORKFLOW_BURDEN), status=ConcernStatus.RESOLVED)
    Book(ward.database).log(deal.id, "n2", settled, by=TOM)

    asked = current(ward.room, TOM)
    assert asked is not None
    assert asked.why == ""


def test_a_deal_alone_does_not_tell_whom_one_meets(ward: World) -> None:
    with pytest.raises(BadInput, match="For whom"):
        warms_up(ward, deal="Lakeshore")
    with pytest.raises(BadInput, match="No guide prepares"):
        warms_up(ward, role="Bob", deal="Lakeshore")


def test_an_objection_drill_is_spoken_by_the_role_that_is_named(ward: World) -> None:
    asked = ward.starts(TOM, Mode.OBJECTIONS, role="CFO")

    assert asked.prompt == f"The CFO asks: {MONEY.prompt}"
    assert ward.starts(TOM, Mode.OBJECTIONS).prompt in {CLICKS.prompt, MONEY.prompt}


def test_the_source_is_told_after_the_answer_and_never_before(ward: World) -> None:
    asked = warms_up(ward, role="CNO", deal="Lakeshore")
    before = asked_text(asked)
    after = answered_text(ward.answers(TOM, "I find the cause."))

    assert "cause finance" not in before
    assert before.startswith("1 of 2 · only you see this\nOpen at Ana Gomez")
    assert after.startswith("Covered 1 of 2\n1. covered: cause\n2. not yet: finance\nSource: The role, clicks")
    assert "Said it after all? dealbot quiz said 1 POINT" in after
    assert after.endswith(STAFF.prompt)
    assert answered_text(ward.answers(TOM)).endswith("That was the last one.")


def test_a_card_with_a_key_is_told_to_be_right_or_what_is(ward: World) -> None:
    choice = card("key", CardKind.FACT, choices=("This", "That"), accepted=("That",), points=())
    ward.decks = (deck(choice),)

    assert asked_text(ward.starts(TOM, Mode.FACTS)).endswith("What about key?\na) This\nb) That")
    assert answered_text(ward.answers(TOM, "a", card="key")).startswith("Not quite: That.")
    assert answered_text(ward.answers(TOM, "b", card="key")).startswith("Right.")
