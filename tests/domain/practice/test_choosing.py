from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.choosing import (
    Known,
    for_check,
    for_drip,
    for_facts,
    for_interview,
    for_objections,
    for_role,
    for_seller,
    for_warm_up,
    for_work,
    in_order,
)
from dealbot.domain.practice.mark import Rating
from dealbot.domain.practice.schedule import Standing
from tests.domain.practice.cards import card, deck

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CATEGORIES = ("Technical", "Behavioral", "Situational", "Problem-Solving", "Values")
KINDS = (CardKind.RECALL, CardKind.NOT_TO_DO, CardKind.FOLLOW_UP, CardKind.CHOICE)


def known(**days: float) -> Known:
    """Cards due so many days ago (or, below zero, to come), all known but those whose names begin with "weak"."""
    standings = {
        name: Standing(name, NOW - timedelta(days=ago), Rating.AGAIN if name.startswith("weak") else Rating.GOOD)
        for name, ago in days.items()
    }
    return Known(NOW, standings, "Tom")


def guide(categories: int = 4, questions: int = 4) -> list[Card]:
    """Of each question a card of each kind."""
    return [
        card(f"{category}{number}{kind}", kind, category, question=f"{category}{number}")
        for category in CATEGORIES[:categories]
        for number in range(questions)
        for kind in KINDS
    ]


def names(cards: tuple[Card, ...]) -> list[str]:
    return [each.id for each in cards]


def test_an_interview_has_ten_cards_of_four_categories_as_even_as_can_be_and_all_kinds() -> None:
    chosen = for_interview([deck(*guide(categories=5))], known())

    assert len(chosen) == 10
    assert sorted(Counter(each.category for each in chosen).values()) == [2, 2, 3, 3]
    assert set(Counter(each.kind for each in chosen).values()) <= {2, 3}
    assert len({each.question for each in chosen}) == 10


def test_an_interview_and_a_check_ask_a_guides_own_questions_before_what_is_derived_from_them() -> None:
    cards = [
        card(f"{kind}{number}", kind, points=("Ask.",)) for number in range(4) for kind in (*KINDS, CardKind.CHOICE)[:3]
    ]
    for chosen in (for_interview([deck(*cards)], known()), for_check([deck(*cards)], known())):
        recall = [each.kind is CardKind.RECALL for each in chosen]
        assert recall == sorted(recall, reverse=True)
        assert any(recall)


def test_an_interview_asks_what_is_due_and_weak_before_what_is_new() -> None:
    cards = [card(name) for name in ("new", "later", "weak_later", "due", "weak_due", "older")]
    standings = known(later=-5, weak_later=-5, due=1, weak_due=1, older=3)

    assert names(for_interview([deck(*cards)], standings)) == [
        "weak_due",
        "older",
        "due",
        "new",
        "weak_later",
        "later",
    ]


def test_what_has_no_model_answer_is_never_in_a_check_and_in_practice_only_where_there_is_nothing_else() -> None:
    bare = [card("bare", CardKind.FOLLOW_UP), card("bare_too")]
    marked = [card("points", points=("Ask.",)), card("key", CardKind.CHOICE, choices=("Yes", "No"), accepted=("No",))]

    assert set(names(for_check([deck(*bare, *marked)], known()))) == {"points", "key"}
    assert set(names(for_interview([deck(*bare, *marked)], known()))) == {"points", "key"}
    assert not for_check([deck(*bare)], known())
    assert set(names(for_interview([deck(*bare)], known()))) == {"bare", "bare_too"}


def test_two_people_are_asked_new_cards_in_another_order_and_one_in_the_same() -> None:
    decks = [deck(*guide())]

    assert for_interview(decks, Known(NOW, {}, "Tom")) == for_interview(decks, Known(NOW, {}, "Tom"))
    assert for_interview(decks, Known(NOW, {}, "Tom")) != for_interview(decks, Known(NOW, {}, "Ann"))


@given(st.lists(st.integers(0, 3), max_size=12), st.integers(1, 3), st.integers(1, 12))
def test_no_two_cards_of_one_question_are_asked_in_a_row(questions: list[int], categories: int, size: int) -> None:
    cards = [
        card(f"c{number}", KINDS[number % 4], CATEGORIES[question % categories], question=f"q{question}")
        for number, question in enumerate(questions)
    ]

    for chosen in (for_interview([deck(*cards)], known(), size), in_order(cards)):
        assert all(a.question != b.question for a, b in pairwise(chosen))
        assert len({each.id for each in chosen}) == len(chosen)


def test_cards_of_no_question_may_follow_each_other() -> None:
    cards = [card(f"c{number}", question="") for number in range(3)]

    assert in_order(cards) == tuple(cards)


def test_a_card_that_fits_nowhere_is_left_out_and_one_that_fits_before_all_comes_first() -> None:
    a1, a2, b1 = card("a1", question="a"), card("a2", question="a"), card("b1", question="b")

    assert in_order([a1, a2]) == (a1,)
    assert in_order([b1, a1, a2]) == (a2, b1, a1)
    assert in_order([a1, a2, b1]) == (a1, b1, a2)
    assert names(in_order([a1, b1, card("c1"), a2, card("a3", question="a")])) == ["a1", "b1", "a3", "c1", "a2"]


def test_an_objection_drill_asks_what_a_buyer_says() -> None:
    cards = [
        card("said", prompt='"We have no time."'),
        card("plain"),
        card("situational", category="Situational"),
        card("choice", CardKind.CHOICE, prompt='"We have no time."'),
    ]

    assert set(names(for_objections([deck(*cards)], known()))) == {"said", "situational"}


def test_an_interview_is_about_ones_own_work_and_the_committee_before_other_work() -> None:
    own, cfo, other = (
        replace(deck(*(card(f"{name}{n}", points=("Ask.",)) for n in range(9)), name=name), title=title, personas=seats)
        for name, title, seats in (
            ("ae.md", "Enterprise account executive", ()),
            ("cfo.md", "Meeting the CFO", ("CFO",)),
            ("csm.md", "Customer success manager", ()),
        )
    )

    found = for_work([other, cfo, own], "account executive")
    assert found == (own, cfo)
    assert not for_work([other, cfo], "account executive")
    chosen = names(for_seller(found, "account executive", known()))
    assert [name[:2] for name in chosen] == ["ae"] * 5 + ["cf"] * 5


def test_what_buyers_say_comes_before_other_hard_moments() -> None:
    said = [card(f"said{number}", prompt=f'"We have no time, {number}."') for number in range(5)]

    assert set(names(for_objections([deck(*said, card("other", category="Situational"))], known()))) == {
        each.id for each in said
    }


def test_policy_notes_are_asked_of_only_where_there_is_no_guide() -> None:
    guide = deck(card("guide", prompt='"Why?"', points=("Ask.",)), name="playbooks/cfo.md", personas=("CFO",))
    rule = deck(card("rule", prompt='"Why this?"', points=("Ask.",)), name="policies/rule.md", personas=("CFO",))

    assert for_role([rule, guide], "CFO") == (guide,)
    assert for_role([rule], "CFO") == (rule,)
    for chosen in (for_interview, for_check, for_objections):
        assert names(chosen([rule, guide], known())) == ["guide"]
        assert names(chosen([rule], known())) == ["rule"]
    assert names(for_warm_up([rule, guide], "CFO", [], known())) == ["guide"]


def test_facts_have_one_right_answer_and_ask_for_no_pitfall() -> None:
    cards = [card("fact", CardKind.FACT), card("gap", CardKind.CLOZE), card("words"), card("choice", CardKind.CHOICE)]

    assert set(names(for_facts([deck(*cards)], known()))) == {"fact", "gap"}


def test_a_drip_is_three_cards_that_are_due_the_longest_overdue_first() -> None:
    cards = [card(name, question="one") for name in ("due", "older", "weak", "later", "oldest")]

    assert names(for_drip([deck(*cards)], known(due=1, older=3, weak=2, later=-1, oldest=9))) == [
        "oldest",
        "older",
        "weak",
    ]


def test_a_drip_is_filled_with_new_cards_and_never_with_what_is_not_due() -> None:
    cards = [card("new"), card("later"), card("due")]

    assert names(for_drip([deck(*cards)], known(later=-1, due=1, gone=5))) == ["due", "new"]


@given(st.dictionaries(st.sampled_from([f"c{number}" for number in range(12)]), st.integers(-30, 30)))
def test_what_is_due_longer_always_comes_first(days: dict[str, int]) -> None:
    cards = [card(f"c{number}", question="one") for number in range(12)]
    standings = known(**days)

    chosen = for_drip([deck(*cards)], standings, size=12)

    due = [standings.standings[each.id].due_at for each in chosen if each.id in days]
    assert due == sorted(due)
    assert all(at <= NOW for at in due)
    assert len(due) == sum(ago >= 0 for ago in days.values())


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("CNO", ["cno.md"]),
        ("chief nursing officer", ["cno.md"]),
        ("CISO", ["cio.md"]),
        ("Chief Pharmacy Officer", ["p.md"]),
        ("gc", ["gc.md"]),
        ("astronaut", []),
    ],
)
def test_a_deck_prepares_for_a_role_however_it_is_written(role: str, found: list[str]) -> None:
    decks = [
        deck(name="cno.md", personas=("CNO",)),
        deck(name="cio.md", personas=("CIO/CISO",)),
        deck(name="p.md", personas=("pharmacy",)),
        deck(name="gc.md", personas=("General Counsel",)),
        deck(),
    ]

    assert [each.name for each in for_role(decks, role)] == found


def test_a_warm_up_begins_with_the_concerns_and_goes_on_with_what_the_role_says() -> None:
    own = deck(card("plain"), card("clicks"), card("said", prompt='"Who does it?"'), personas=("CNO",))
    other = deck(card("money"), card("more", CardKind.CHOICE), name="cfo.md")
    speaking = [lambda each: each.id == "clicks", lambda each: each.id == "money", lambda _each: True]

    assert names(for_warm_up([own, other], "CNO", speaking, known())) == ["clicks", "money", "said"]
    assert names(for_warm_up([own, other], "CNO", [], known()))[0] == "said"
    assert names(for_warm_up([own], "CNO", [lambda _each: False], known())) == [
        "said",
        *names(for_warm_up([own], "CNO", [], known()))[1:],
    ]
    assert for_warm_up([other], "CNO", [], known()) == ()
