"""When figures are told anew: by three people's answers at least, under whatever name."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dealbot.domain.practice.releases import Changed, Counted, Released, released

THEN, NOW = datetime(2026, 11, 20, 9, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC)
MOMENT = (NOW, date(2026, 11, 23))
CARDS = frozenset({"a", "b"})


def now(people: int = 5, unit: str = "price", cards: frozenset[str] = CARDS) -> Counted:
    return Counted(unit, cards, people, {"share": 0.9})


def before(unit: str = "price", cards: frozenset[str] = CARDS) -> Released:
    return Released(unit, cards, THEN, date(2026, 11, 20), {"share": 0.5})


def changed(*people: str, card: str = "a", at: datetime = NOW) -> list[Changed]:
    return [Changed(person, card, at) for person in people]


@pytest.mark.parametrize("people", [0, 1, 2])
def test_of_fewer_than_three_nothing_is_told(people: int) -> None:
    assert released(now(people), [], [], MOMENT) is None


def test_the_first_figures_of_three_are_told() -> None:
    assert released(now(3), [], [], MOMENT) == Released("price", CARDS, *MOMENT, {"share": 0.9})


def test_what_one_or_two_changed_is_not_told() -> None:
    twice = [*changed("tom", "ann"), *changed("tom", card="b")]
    earlier = changed("ben", at=THEN - timedelta(days=1))
    elsewhere = changed("cem", card="other")
    assert released(now(), [before()], [*twice, *earlier, *elsewhere], MOMENT) == before()


def test_what_three_changed_is_told_anew() -> None:
    found = released(now(), [before()], changed("tom", "ann", "ben"), MOMENT)
    assert found is not None
    assert found.told == {"share": 0.9}


def test_another_name_or_more_cards_tell_nothing_earlier() -> None:
    assert released(now(unit="money"), [before()], changed("tom"), MOMENT) is None
    wider = frozenset({"a", "b", "c"})
    assert released(now(cards=wider), [before()], changed("tom"), MOMENT) == before()
    assert released(now(unit="other", cards=frozenset({"z"})), [before()], [], MOMENT) is not None
