"""Guides of every layout give their questions, and nothing else."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from dealbot.domain.knowledge import Document, PartKind
from dealbot.knowledge.documents import document

LAYOUTS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("layouts.yaml").read_text("utf-8"))


def guide(name: str) -> Document:
    return document("guide.md", LAYOUTS[name]["text"].encode())


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_guide_gives_its_questions_with_category_number_and_parts(name: str) -> None:
    asked = [
        f"{each.category} | {each.number} | {each.text} | {' '.join(part.kind for part in each.parts)}"
        for each in guide(name).questions
    ]
    assert asked == LAYOUTS[name]["asked"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_part_can_be_cited_by_its_offsets(name: str) -> None:
    found = guide(name)
    spans = [part.span for each in found.questions for part in each.parts] + [each.span for each in found.questions]
    assert all(found.text[span.start : span.end] == span.quote for span in spans)


@pytest.mark.parametrize("name", LAYOUTS)
def test_line_ends_and_a_byte_order_mark_change_nothing(name: str) -> None:
    text = LAYOUTS[name]["text"]
    assert document("guide.md", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == guide(name)


def test_labels_are_kept_as_written() -> None:
    first = guide("numbered headings, one bullet with its labels inside").questions[0]
    assert [(part.label, part.span.quote) for part in first.parts] == [
        ("Answer", "I start with the payer lines."),
        ("Outcome", "I knew whom to ask."),
        ("Pitfall to avoid", "Reading one year only."),
    ]


def test_an_answer_that_goes_on_after_an_example_says_its_label_once() -> None:
    first = guide("numbered list of bold questions, paragraphs inside the items").questions[0]
    assert [part.label for part in first.parts] == ["Answer", "Example", "", "Common Pitfalls", "Follow-Up"]
    assert first.of(PartKind.PITFALL)[0].span.quote == "Promising FHIR to a site without it."


def test_closing_words_are_no_part_of_the_last_answer() -> None:
    last = guide("headings without numbers, labels as lines of their own, closing words").questions[-1]
    assert last.parts[-1].span.quote == "I ask what would have to be true."


def test_code_in_an_answer_is_kept_whole() -> None:
    first = guide("what looks like a question and is none").questions[0]
    assert "**Pitfall:** none, it is code" in first.parts[0].span.quote
