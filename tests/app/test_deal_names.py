"""A deal is found by name, alias, part or slip; several are all told, and another hospital's name is none of ours."""

import pytest

from dealbot.app.deal_names import DealName, exactly, names_of, nearest, resolve
from dealbot.app.words import words_of
from dealbot.errors import AmbiguousDeal, UnknownDeal

DEALS = (
    DealName("Lakeshore Health", ("LSH",)),
    DealName("Mercy General", ("Mercy",)),
    DealName("Mercy Valley", ("Mercy",)),
    DealName("St. Anne's Medical Center"),
    DealName("Union", ("Union Memorial",)),
    DealName("Palmetto Coast", ("PCH",)),
)


def found(text: str) -> list[tuple[str, ...]]:
    return [mention.deals for mention in names_of(DEALS).in_text(words_of(text), lambda _deal, _at: False)]


@pytest.mark.parametrize(
    ("typed", "deal"),
    [
        ("Lakeshore Health", "Lakeshore Health"),
        ("lakeshore health", "Lakeshore Health"),
        ("lsh", "Lakeshore Health"),
        ("Lakeshore", "Lakeshore Health"),
        ("lake", "Lakeshore Health"),
        ("saint annes", "St. Anne's Medical Center"),
        ("Mercy Valley", "Mercy Valley"),
        ("union", "Union"),
        ("Coast", "Palmetto Coast"),
    ],
)
def test_a_typed_name_means_one_deal(typed: str, deal: str) -> None:
    assert resolve(typed, DEALS) == deal


def test_a_typed_name_that_may_mean_two_is_told_with_both() -> None:
    with pytest.raises(AmbiguousDeal) as told:
        resolve("Mercy", DEALS)
    assert told.value.candidates == ("Mercy General", "Mercy Valley")


def test_a_slip_in_a_typed_name_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownDeal) as told:
        resolve("Lakshore Helth", DEALS)
    assert told.value.nearest == ("Lakeshore Health",)


def test_a_name_like_no_other_has_no_nearest() -> None:
    assert nearest("Qwxyz", DEALS) == ()


def test_a_shared_word_is_near_enough_to_be_offered() -> None:
    assert set(nearest("Mercy Heights", DEALS)) == {"Mercy General", "Mercy Valley"}


def test_only_a_whole_name_or_alias_is_exact() -> None:
    assert exactly("lakeshore health", DEALS) == ("Lakeshore Health",)
    assert exactly("mercy", DEALS) == ("Mercy General", "Mercy Valley")
    assert exactly("Lakeshore", DEALS) == ()


@pytest.mark.parametrize(
    ("text", "deals"),
    [
        ("where is lakeshore's money", [("Lakeshore Health",)]),
        ("lakshore and the union", [("Lakeshore Health",), ("Union",)]),
        ("mercy general or mercy valley", [("Mercy General",), ("Mercy Valley",)]),
        ("how is mercy", [("Mercy General", "Mercy Valley")]),
        ("St Annes next", [("St. Anne's Medical Center",)]),
        ("who is lakeshore general counsel", [("Lakeshore Health",)]),
        ("the Lakeshore hospital", [("Lakeshore Health",)]),
        ("nothing of ours here", []),
    ],
)
def test_a_text_names_deals(text: str, deals: list[tuple[str, ...]]) -> None:
    assert found(text) == deals


@pytest.mark.parametrize(
    "text",
    ["Union General called", "is mercy heights with us", "East Lakeshore", "Lakeshore Presbyterian", "mercy regional"],
)
def test_a_name_that_goes_on_is_another_hospital(text: str) -> None:
    assert found(text) == [()]


def test_a_person_after_a_name_is_no_part_of_it() -> None:
    mentions = names_of(DEALS).in_text(words_of("at Lakeshore Dana worries"), lambda _deal, at: at == 2)
    assert [mention.deals for mention in mentions] == [("Lakeshore Health",)]
