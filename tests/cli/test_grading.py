"""`quiz grade`: answers marked by a guide's question or by references."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.running import Program, in_lines
from tests.fakes_openai import KEY, FakeOpenAI
from tests.reading.grading.answers import GOOD, OFF_TOPIC, PITFALL, RUBRIC, honest

WARNED_OF = "Matching the lower price on the same day to keep the deal."

GUIDE = f"""---
term: "Keeping the price"
---

## Questions and answers

### Price

#### 1. {RUBRIC.question}
- **Answer**: {RUBRIC.reference}
- **Pitfall to avoid**: {RUBRIC.pitfalls[0]}

#### 2. Who signs the order at the hospital?
- **Answer**: I ask who signs. I ask by when they can sign. I write both into the plan.
"""
LAMP = ["The bulb is in a closed path with the battery.", "A closed path holds both the bulb and the battery."]


@pytest.fixture
def taught(dealbot: Program, tmp_path: Path) -> Program:
    """dealbot with one guide taken in."""
    file = tmp_path / "own" / "keeping-the-price.md"
    file.parent.mkdir()
    file.write_text(GUIDE, encoding="utf-8")
    dealbot("ingest", str(file.parent))
    return dealbot


def test_an_answer_is_marked_by_the_question_of_a_guide(taught: Program) -> None:
    asked: list[dict[str, object]] = [
        {"id": 1, "guide": "keeping-the-price", "question": 1, "answer": GOOD},
        {"id": 2, "guide": "Keeping the Price", "question": "1", "answer": OFF_TOPIC},
        {"id": 3, "guide": "keeping-the-price.md", "question": RUBRIC.question.lower(), "answer": PITFALL},
        {
            "id": "four",
            "guide": "keeping-the-price",
            "question": "who signs the orders at the hospital",
            "answer": "👍",
        },
    ]
    good, off, pitfall, empty = taught("quiz", "grade", "--jsonl", given=in_lines(asked)).lines

    assert [good["id"], off["id"], pitfall["id"], empty["id"]] == [1, 2, 3, "four"]
    assert set(good) == {"id", "score", "rating", "met", "missed", "unsure", "pitfall"}
    assert sorted([*good["met"], *good["missed"], *good["unsure"]]) == sorted(RUBRIC.points)
    assert good["rating"] in {"good", "easy"}
    assert off["rating"] == "again"
    assert (pitfall["rating"], pitfall["pitfall"]) == ("again", {"text": WARNED_OF})
    assert (empty["rating"], empty["score"]) == ("again", 0.0)


def test_an_answer_is_marked_by_references(dealbot: Program) -> None:
    asked: list[dict[str, object]] = [
        {
            "id": 1,
            "reference": LAMP[0],
            "question": "Why is it lit?",
            "answer": "bulb and battery are in a closed path",
        },
        {"id": 2, "reference": LAMP, "question": "Why is it lit?", "answer": "bulb and battery are in a closed path"},
        {"id": 3, "reference": LAMP, "question": "Why is it lit?", "answer": "nobody knows, it just happens"},
        {"id": 4, "reference": LAMP[0], "answer": ""},
    ]
    one, several, wrong, empty = dealbot("quiz", "grade", "--jsonl", given=in_lines(asked)).lines

    assert one["score"] > 0.5
    assert several["score"] > wrong["score"]
    assert sorted([*several["met"], *several["missed"], *several["unsure"]]) == sorted(LAMP)
    assert wrong["rating"] in {"again", "hard"}
    assert (empty["score"], empty["rating"]) == (0.0, "again")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            {"guide": "keeping-price", "question": 1, "answer": "x"},
            "There is no guide 'keeping-price'. The nearest: keeping-the-price.",
        ),
        ({"guide": "keeping-the-price", "question": 7, "answer": "x"}, "The nearest: 1. Procurement wants"),
        ({"guide": "keeping-the-price", "question": "who signs what", "answer": "x"}, "The nearest: 2. Who signs"),
        ({"guide": "keeping-the-price", "question": True, "answer": "x"}, "'question' is a text"),
        ({"guide": "keeping-the-price", "answer": "x"}, "The text 'question' is missing"),
        ({"guide": "a", "reference": "b", "question": 1, "answer": "x"}, "either a 'guide' or a 'reference'"),
        ({"question": 1, "answer": "x"}, "either a 'guide' or a 'reference'"),
        ({"reference": [], "answer": "x"}, "'reference' is empty"),
        ({"reference": [" "], "answer": "x"}, "'reference' is empty"),
        ({"reference": [1], "answer": "x"}, "a text or a list of texts"),
        ({"reference": "It is so."}, "The text 'answer' is missing"),
    ],
)
def test_what_cannot_be_marked_is_said(taught: Program, line: dict[str, object], says: str) -> None:
    ran = taught("quiz", "grade", "--jsonl", given=in_lines([{"id": 1, **line}]))
    assert ran.code == 1
    assert says in ran.lines[0]["error"]["message"]


def test_a_mark_in_words_shows_what_stood_where(taught: Program) -> None:
    said = taught("quiz", "grade", GOOD, "--guide", "keeping-the-price", "--question", "1").out
    assert said.splitlines()[0].startswith(("Good (", "Easy ("))
    assert "+ I ask who wanted the comparison:" in said
    warned = taught("quiz", "grade", PITFALL, "--guide", "keeping-the-price", "--question", "1").out
    assert warned.splitlines()[-1] == f"! The guide warns of this: {WARNED_OF}"


def test_one_answer_can_be_marked_by_a_reference_of_the_command_line(dealbot: Program) -> None:
    told = dealbot("quiz", "grade", LAMP[1], "--reference", LAMP[0], "--json").json
    assert (told["id"], told["rating"]) == (None, "good")


def test_lines_that_failed_are_told_by_their_numbers_in_the_file(dealbot: Program) -> None:
    good = in_lines([{"id": 1, "reference": LAMP[0], "answer": LAMP[0]}])
    ran = dealbot("quiz", "grade", "--jsonl", given=f"\n{good}[1]\n\nnot json\n{good}")
    assert (ran.code, ran.err) == (1, "2 of 4 lines failed (line 3, 5): each says why in its answer.\n")
    assert [line.get("rating") is not None for line in ran.lines] == [True, False, False, True]


def test_an_answer_is_needed(dealbot: Program) -> None:
    assert dealbot("quiz", "grade").code == 2


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_with_a_model_set_the_model_tells_the_points(taught: Program) -> None:
    with FakeOpenAI(honest) as server:
        settings = {"MODEL": "openai:stand-in", "MODEL_BASE_URL": server.base_url, "MODEL_API_KEY": KEY}
        modelled = replace(taught, settings={f"DEALBOT_{name}": value for name, value in settings.items()})
        line = {"id": 1, "guide": "keeping-the-price", "question": 1, "answer": GOOD}
        told = modelled("quiz", "grade", "--jsonl", given=in_lines([line])).lines[0]
        assert json.loads(server.sent[0])["tools"][0]["function"]["name"] == "GradedAnswer"
    assert told["met"] == list(RUBRIC.points)
