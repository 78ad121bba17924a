"""A search finds by meaning and by words, only what is near enough, always in the same order."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from dealbot.app.guides.search import Searcher, Wanted
from dealbot.domain.search import DocumentKind, SearchFilter
from tests.app.guides.shelf import Shelf


@pytest.fixture
def searcher(shelf: Shelf) -> Iterator[Searcher]:
    """A searcher of the small shelf."""
    with closing(shelf.searcher()) as opened:
        yield opened


def documents(searcher: Searcher, query: str, wanted: Wanted | None = None) -> list[str]:
    """The documents of what is found, in order."""
    return [hit.document.path for hit in searcher.search(query, wanted).hits]


def test_a_passage_stands_where_its_document_says(searcher: Searcher) -> None:
    for hit in searcher.search("discount on a cheaper bid").hits:
        span = hit.passage.span
        assert hit.document.text[span.start : span.end] == span.quote
        assert hit.document.path == hit.passage.document


def test_short_forms_are_found_by_what_they_stand_for(searcher: Searcher) -> None:
    assert documents(searcher, "RN", Wanted(floor=False))[0] == "guides/alarms.md"


def test_far_from_everything_nothing_is_found_but_the_nearest_titles(searcher: Searcher) -> None:
    found = searcher.search("capital of Peru")

    assert found.hits == ()
    assert 1 <= len(found.nearest) <= 3


def test_without_the_floor_the_nearest_is_shown_however_far(searcher: Searcher) -> None:
    assert documents(searcher, "capital of Peru", Wanted(2, floor=False))


def test_by_document_each_is_found_once(searcher: Searcher) -> None:
    found = documents(searcher, "alarm price discount nurse outpatient", Wanted(10, by_document=True, floor=False))

    assert sorted(found) == ["guides/alarms.md", "guides/prices.md", "policies/outpatient.md"]


@pytest.mark.parametrize(
    ("among", "left"),
    [
        (SearchFilter(kinds=frozenset({DocumentKind.POLICY})), {"policies/outpatient.md"}),
        (SearchFilter(roles=frozenset({"Account executive"})), {"guides/prices.md"}),
        (SearchFilter(tags=frozenset({"nursing"})), {"guides/alarms.md"}),
        (SearchFilter(tags=frozenset({"opps asc"})), {"policies/outpatient.md"}),
        (SearchFilter(tags=frozenset({"no such"})), set()),
    ],
)
def test_a_filter_leaves_only_what_it_names(searcher: Searcher, among: SearchFilter, left: set[str]) -> None:
    query = "alarm price discount nurse outpatient"
    assert {*documents(searcher, query, Wanted(20, floor=False, among=among))} == left


def test_the_same_is_found_in_the_same_order_by_whoever_asks(shelf: Shelf, searcher: Searcher) -> None:
    query = "alarm price discount nurse outpatient"
    first = [(hit.passage.id, hit.score) for hit in searcher.search(query, Wanted(20, floor=False)).hits]
    with closing(shelf.searcher()) as other:
        assert [(hit.passage.id, hit.score) for hit in other.search(query, Wanted(20, floor=False)).hits] == first


@pytest.mark.parametrize("query", ['"', "()", "NEAR(", "a OR -b", "*", "🙂", "the of and", "x" * 5_000, 'say "hi" AND'])
def test_whatever_is_typed_is_a_query(searcher: Searcher, query: str) -> None:
    assert searcher.search(query).nearest is not None
