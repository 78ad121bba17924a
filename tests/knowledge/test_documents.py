"""One file to one document, or to one sentence that says what is wrong with it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.knowledge import Document
from dealbot.errors import BadDocument
from dealbot.knowledge.documents import document

GUIDE = """---
term: "Selling to *pharmacy*"
description: For reps.
category: Sales
vertical: Healthcare
pubDate: 2025-03-02
modDate: "2025-04-01"
author: Ada
avatar:
  url: /me.png
image: {url: /x.png, alt: X}
tags: [Pharmacy, "P&T"]
audience: enterprise AE, manager
---

Before you start.

## Questions
### Who decides on formulary?
- **Answer**: The committee."""


def read(text: str, path: str = "playbooks/pharmacy.md") -> Document:
    return document(path, text.encode())


def test_front_matter_says_what_the_document_is() -> None:
    about = read(GUIDE).about
    assert (about.title, about.author, about.vertical) == ("Selling to pharmacy", "Ada", "Healthcare")
    assert (about.published_on, about.modified_on) == (date(2025, 3, 2), date(2025, 4, 1))
    assert (about.tags, about.audience) == (("Pharmacy", "P&T"), ("enterprise AE", "manager"))


def test_empty_lines_before_the_front_matter_do_not_hide_it() -> None:
    assert read("\n\n" + GUIDE).about == read(GUIDE).about


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    assert read("Hello.\n\n# A *plain* note\n\nText.").about.title == "A plain note"


def test_without_any_heading_the_file_name_is_the_title() -> None:
    assert read("Just text.", "notes/q&a (old).txt").about.title == "q&a (old)"


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read("---\n\nA note between rules.\n\n---\n\nMore.").sections[0].blocks[0].quote == "A note between rules."


def test_a_plain_document_is_cut_by_its_headings() -> None:
    text = "# Security\nAll of it.\n## Hosting\nIn one country.\n\n- Backups too.\n### Keys\nOurs.\n## People\nNamed."
    found = read(text)
    assert not found.questions
    assert [(section.heading, [span.quote for span in section.blocks]) for section in found.sections] == [
        ((), ["All of it."]),
        (("Hosting",), ["In one country.", "Backups too."]),
        (("Hosting", "Keys"), ["Ours."]),
        (("People",), ["Named."]),
    ]


def test_a_single_heading_that_asks_does_not_make_a_guide() -> None:
    found = read("# Hosting\n## Where is the data kept?\nIn one country.\n## Share the screen once you are in.\nDo.")
    assert not found.questions
    assert [section.heading for section in found.sections] == [
        ("Where is the data kept?",),
        ("Share the screen once you are in.",),
    ]


def test_a_time_of_day_in_the_front_matter_is_passed_over() -> None:
    assert read(GUIDE.replace("2025-03-02", "2025-03-02 10:30:00")).about.published_on == date(2025, 3, 2)


def test_a_rule_between_the_parts_of_an_answer_does_not_end_it() -> None:
    (asked,) = read(GUIDE + "\n\n---\n\n**Pitfall**: Skipping it.").questions
    assert [part.span.quote for part in asked.parts] == ["The committee.", "Skipping it."]


def test_a_question_is_a_section_under_its_category() -> None:
    assert [section.heading for section in read(GUIDE).sections] == [(), ("Questions", "Who decides on formulary?")]


def test_a_line_below_a_paragraph_is_a_rule_and_below_a_title_a_heading() -> None:
    found = read("Title\n=====\nIt ends.\n---\nUnder\n-----\nText.")
    assert [(section.heading, section.blocks[0].quote) for section in found.sections] == [
        ((), "It ends."),
        (("Under",), "Text."),
    ]


def test_an_empty_heading_is_passed_over() -> None:
    assert [span.quote for span in read("##\n\nText.").sections[0].blocks] == ["Text."]


def test_a_question_keeps_its_id_when_its_answer_is_reworded_or_the_guide_moved() -> None:
    moved = read(GUIDE.replace("The committee.", "P&T, monthly."), "old/pharmacy.md")
    assert moved.questions[0].id == read(GUIDE).questions[0].id


def test_the_same_question_in_another_guide_or_again_in_this_one_has_another_id() -> None:
    twice = GUIDE + "\n### Who decides on formulary?\n- **Answer**: Ask twice."
    ids = {each.id for found in (read(twice), read(GUIDE, "other.md")) for each in found.questions}
    assert len(ids) == 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\nterm: A\n\n# Text", "its front matter is not closed: a line of three dashes is missing"),
        ("---\nterm: A\n\tcategory: B\n---\n", "its front matter is no YAML in line 3: found character"),
        ("---\nterm: [A\n---\nText", "its front matter is no YAML in line"),
        ("---\nterm: A\npubDate: 2025-02-30\n---\n", "its front matter is no YAML: day is out of range"),
        ("---\nterm: A\nmodDate: '2025-13-01'\n---\n", "its modDate is no date as in 2026-01-31: 2025-13-01"),
        ("---\ndescription: A\n---\nText", "its front matter has no term (or title)"),
        ("---\nterm: A\npubDate: [2025]\n---\n", "its pubDate is no date as in 2026-01-31: [2025]"),
        ("---\nterm: {a: b}\n---\nText", "its term is not a line of text"),
        ("---\nterm: A\ntags: 3\n---\nText", "its tags are no list"),
        ("---\n'a:': !!python/object:os.system x\n---\n", "its front matter is no YAML"),
        ('---\n"a: b"\n---\n', "its front matter is no list of names and values"),
        (f"---\na: {'[' * 3000}\n---\n", "its front matter is no YAML"),
        (" \n\t\n", "it holds no text"),
        ("", "it is empty"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(BadDocument) as refused:
        read(text)
    assert refused.value.path == "playbooks/pharmacy.md"
    assert refused.value.reason.startswith(reason)
    assert str(refused.value) == f"playbooks/pharmacy.md: {refused.value.reason}."


def test_another_encoding_is_refused() -> None:
    with pytest.raises(BadDocument, match=r"no text in UTF-8 \(byte 3"):
        document("a.md", b"don\x92t")


def test_a_format_that_is_not_read_is_refused() -> None:
    with pytest.raises(BadDocument, match=r"it is none of \.md, \.markdown, \.txt, \.pdf, \.docx"):
        document("a.xls", b"x")


def test_a_file_larger_than_any_guide_is_refused() -> None:
    with pytest.raises(BadDocument, match="larger than 20 MB"):
        document("a.md", b"a" * 20_000_001)


def test_a_text_longer_than_any_guide_is_refused() -> None:
    with pytest.raises(BadDocument, match="longer than 2,000,000 characters"):
        read("a" * 2_000_001)


def test_what_no_database_keeps_is_replaced() -> None:
    assert read('---\nterm: "a\\ud800b"\ntags: ["\\0"]\n---\nText.').about.title == "a\ufffdb"


@given(st.text(alphabet=st.sampled_from(list("#*_-`|>:?1.Qq \t\n\x00\u2028ab[]()<&\r\\~="))))
def test_any_text_gives_blocks_that_stand_where_they_say(text: str) -> None:
    found = read("x\n\n" + text, "a.md")
    spans = [span for section in found.sections for span in section.blocks]
    assert all(found.text[span.start : span.end] == span.quote for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
