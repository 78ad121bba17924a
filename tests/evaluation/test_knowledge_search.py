"""The knowledge that comes with dealbot: what is asked of it is found, what has nothing to do with it is not."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealbot.app.guides.search import Searcher
from dealbot.settings import Settings
from dealbot.wiring import open_searcher

QUERIES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "evals" / "knowledge" / "queries.yaml").read_text("utf-8")
)
HALVES = ("tuned", "held_back")


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """A searcher of the knowledge in the checkout."""
    with closing(open_searcher(Settings(data_dir=tmp_path_factory.mktemp("data")))) as opened:
        yield opened


@pytest.mark.parametrize("half", HALVES)
def test_off_topic_nothing_is_found_in_95_of_100(searcher: Searcher, half: str) -> None:
    queries = QUERIES["off_topic"][half]
    found = [query for query in queries if searcher.search(query).hits]

    assert len(queries) >= 20
    assert len(found) <= 0.05 * len(queries), found


@pytest.mark.parametrize("half", [*HALVES, "held_back_later"])
def test_on_topic_at_most_3_of_100_are_refused(searcher: Searcher, half: str) -> None:
    queries = QUERIES["on_topic"][half]
    refused = [query for query, _ in queries if not searcher.search(query).hits]

    assert len(queries) >= 30
    assert len(refused) <= 0.03 * len(queries), refused


@pytest.mark.parametrize("half", HALVES)
def test_the_document_that_answers_is_among_the_first_three_in_9_of_10(searcher: Searcher, half: str) -> None:
    queries = QUERIES["on_topic"][half]
    missed = [
        query
        for query, document in queries
        if document not in [hit.document.path for hit in searcher.search(query).hits[:3]]
    ]

    assert len(missed) <= 0.1 * len(queries), missed
