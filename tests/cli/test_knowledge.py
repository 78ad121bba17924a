"""`ingest` and `search`, and `ask` where the guides answer."""

from pathlib import Path
from typing import Any

import pytest

from tests.app.guides.shelf import FILES, RULE
from tests.cli.running import Program, in_lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small knowledge folder."""
    for path, text in FILES.items():
        (tmp_path / "own" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "own" / path).write_text(text)
    return tmp_path / "own"


def test_ingest_reports_what_became_of_the_files(dealbot: Program, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"no pdf")
    first = dealbot("ingest", str(folder), "--json").json
    (folder / "guides" / "prices.md").unlink()
    second = dealbot("ingest", str(folder))

    assert first == {
        "added": sorted(FILES),
        "changed": [],
        "removed": [],
        "unchanged": 0,
        "refused": [{"document": "broken.pdf", "reason": "it is damaged or no PDF"}],
    }
    assert second.out.splitlines() == [
        "0 added",
        "0 changed",
        "1 removed: guides/prices.md",
        "2 unchanged",
        "Refused: broken.pdf: it is damaged or no PDF.",
    ]


def test_ingest_of_nothing_fails_in_one_sentence(dealbot: Program, tmp_path: Path) -> None:
    assert "There is no document that can be read" in dealbot("ingest", str(tmp_path / "nowhere")).sentence


def test_search_answers_lines_in_order_each_by_itself(dealbot: Program, folder: Path) -> None:
    dealbot("ingest", str(folder))
    asked = {1: "nurse and alarm fatigue", 2: "who won the world cup"}
    requests: list[dict[str, Any]] = [*({"id": name, "query": text} for name, text in asked.items()), {"id": 3}]
    ran = dealbot("search", "--k", "2", "--jsonl", "-", given=in_lines(requests))
    first, second, third = ran.lines

    assert ran.code == 1
    assert (first["id"], first["found"], len(first["passages"])) == (1, True, 2)
    assert {*first["passages"][0]} == {"document", "heading", "text", "score"}
    assert first["passages"][0]["document"] == "guides/alarms.md"
    assert first["passages"][0]["heading"] == "Noise > What do you answer when a nurse complains about alarm fatigue?"
    assert (second["id"], second["found"], second["passages"]) == (2, False, [])
    assert third["error"]["code"] == "bad_input"


def test_search_finds_each_document_once_and_the_farthest_where_told_to(dealbot: Program, folder: Path) -> None:
    dealbot("ingest", str(folder))
    found = dealbot("search", "soup with noodles", "--by", "document", "--no-floor", "--k", "10", "--json").json

    assert found["found"]
    assert sorted(each["document"] for each in found["passages"]) == sorted(FILES)


def test_search_keeps_to_a_kind_and_tells_what_is_nearest(dealbot: Program, folder: Path) -> None:
    dealbot("ingest", str(folder))

    assert dealbot("search", "outpatient payment", "--kind", "policy").out.startswith("policies/outpatient.md: ")
    assert dealbot("search", "who won the world cup").out.startswith("Nothing found. Nearest: ")


def test_search_without_a_query_is_wrong_usage(dealbot: Program) -> None:
    assert dealbot("search").code == 2
    assert dealbot("search", " ").sentence == "The query is empty."
    assert "nobody" in dealbot("search", "price", "--by", "nobody").sentence


def test_ask_quotes_the_guides_with_where_the_words_stand(dealbot: Program, folder: Path) -> None:
    dealbot("ingest", str(folder))
    answer = dealbot("ask", "how do I answer a nurse who complains about alarm fatigue?", "--json").json
    source = answer["sources"][0]

    assert (answer["intent"], answer["answered"]) == ("knowledge", True)
    assert source["document"] == "guides/alarms.md"
    assert (folder / source["document"]).read_text()[source["start"] : source["end"]] == source["quote"]


def test_a_policy_note_that_was_added_is_found_beside_what_was_taken_in(dealbot: Program, folder: Path) -> None:
    dealbot("ingest", str(folder))
    note = RULE.replace("id: test-1", "id: test-2").replace("the outpatient conversion factor", "the fee for helipads")
    (folder.parent / "helipads.md").write_text(note)
    dealbot("policy", "add", str(folder.parent / "helipads.md"))
    found = dealbot("search", "what happens to the fee for helipads", "--json").json

    assert found["passages"][0]["document"] == "@local/policies/test-2.md"
    again = dealbot("ingest", str(folder / "guides"), "--json").json
    assert "@local/policies/test-2.md" not in again["removed"]
    assert dealbot("search", "what happens to the fee for helipads", "--json").json["found"]


def test_an_objection_goes_to_the_guides_only_where_they_have_something_near(dealbot: Program, folder: Path) -> None:
    dealbot("ingest", str(folder))
    asked = ["procurement wants a cheaper bid", "CMO says the study had no control group", "what worries the CFO?"]
    lines = dealbot("ask", "--jsonl", "-", given=in_lines([{"id": text, "question": text} for text in asked])).lines

    assert [line["intent"] for line in lines] == ["knowledge", "log_note", "need_deal"]
    assert lines[0]["sources"][0]["document"] == "guides/prices.md"


def test_a_claim_about_ourselves_is_made_up_by_nobody(dealbot: Program, folder: Path) -> None:
    dealbot("ingest", str(folder))
    answer = dealbot("ask", "are we FDA cleared", "--json").json

    assert (answer["intent"], answer["answered"]) == ("knowledge", False)
    assert "I'll ask our security liaison" in answer["text"]


def test_a_rule_is_found_by_its_number(dealbot: Program, folder: Path) -> None:
    dealbot("ingest", str(folder))
    assert dealbot("search", "2026-00001").out.startswith("policies/outpatient.md: ")
