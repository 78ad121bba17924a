"""Rankings put together, what a filter lets through, and where quoted words stand."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import About, Document, Passage, Question
from dealbot.domain.policy import PolicyKind, PolicyNote, PolicyStatus
from dealbot.domain.search import Citation, DocumentKind, Entry, Hit, SearchFilter, dated, fuse, kind_of, timely

RANKINGS = st.lists(st.lists(st.integers(0, 9), unique=True), min_size=2, max_size=2)
QUESTION = Question("q", 1, "", "Why?", (), Span("", 0, 0))
NOTE = PolicyNote(
    "a", "A", "CMS", PolicyKind.FINAL, PolicyStatus.IN_FORCE, date(2026, 1, 2), date(2026, 2, 3), "https://example.org"
)
GUIDE = Document(
    "a.md",
    "text",
    About("A", tags=("SOC 2",), audience=("Account Executive",), category="Topic", author="Ann"),
    (),
    (QUESTION,),
)
RULE = Document("b.md", "text", About("B", published_on=date(2026, 1, 2)), (), policy=NOTE)


def test_what_both_find_comes_before_what_one_finds_first() -> None:
    assert [item for item, _ in fuse([(1, 2), (3, 2)])] == [2, 1, 3]


def test_scores_are_those_of_reciprocal_rank() -> None:
    assert dict(fuse([(5,), (6, 5)])) == {5: 1 / 61 + 1 / 62, 6: 1 / 61}


@given(RANKINGS)
def test_equal_scores_go_by_number_whatever_the_order_of_rankings(rankings: list[list[int]]) -> None:
    assert fuse(rankings) == fuse(rankings[::-1])
    assert list(fuse(rankings)) == sorted(fuse(rankings), key=lambda scored: (-scored[1], scored[0]))


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (GUIDE, DocumentKind.PLAYBOOK),
        (RULE, DocumentKind.POLICY),
        (Document("c", "", About("C"), ()), DocumentKind.OTHER),
    ],
)
def test_a_kind_is_told_by_what_was_read(document: Document, kind: DocumentKind) -> None:
    assert kind_of(document) is kind


@pytest.mark.parametrize(
    ("wanted", "admitted"),
    [
        (SearchFilter(), True),
        (SearchFilter(kinds=frozenset({DocumentKind.PLAYBOOK})), True),
        (SearchFilter(kinds=frozenset({DocumentKind.POLICY})), False),
        (SearchFilter(roles=frozenset({"account executive", "nurse"})), True),
        (SearchFilter(roles=frozenset({"nurse"})), False),
        (SearchFilter(tags=frozenset({"soc 2", "topic"})), True),
        (SearchFilter(tags=frozenset({"soc 2", "pricing"})), False),
    ],
)
def test_a_filter_lets_through_what_it_names(wanted: SearchFilter, admitted: object) -> None:
    assert wanted.admits(Entry.of(GUIDE)) is admitted


def test_an_entry_without_its_questions_keeps_its_kind() -> None:
    assert Entry.of(RULE, DocumentKind.OTHER).kind is DocumentKind.OTHER


def test_a_citation_tells_document_heading_day_and_author() -> None:
    hit = Hit(Passage("p", "a.md", ("Topic", "Why?"), ("A",), Span("text", 0, 4)), GUIDE, 1.0)
    cited = Citation.of(hit, Span("ex", 1, 3))

    assert (cited.document, cited.heading, cited.on, cited.author) == ("a.md", ("Topic", "Why?"), None, "Ann")
    assert cited.quote == "ex"


def test_a_rule_is_of_the_day_it_was_published() -> None:
    assert dated(RULE) == date(2026, 1, 2)


def rule(title: str, status: PolicyStatus) -> Document:
    return Document(title, "text", About(title), (), policy=replace(NOTE, status=status))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("what changes for outpatient payment?", "CY 2026 final"),
        ("what changes for outpatient payment in 2024?", "CY 2024 proposed"),
        ("what did they propose for outpatient payment?", "CY 2024 proposed"),
        ("what was the draft for 2026?", "CY 2026 final"),
        ("what is document 2024-14768?", "CY 2026 final"),
    ],
)
def test_a_rule_that_was_replaced_or_is_of_another_year_comes_after_the_one_asked_about(
    question: str, first: str
) -> None:
    passage = Passage("p", "b.md", ("Words",), ("B",), Span("text", 0, 4))
    old, new = rule("CY 2024 proposed", PolicyStatus.SUPERSEDED), rule("CY 2026 final", PolicyStatus.IN_FORCE)
    hits = (Hit(passage, old, 0.032), Hit(passage, new, 0.031), Hit(passage, GUIDE, 0.025))
    found = [hit.document.about.title for hit in timely(hits, question)]
    assert found[0] == first
    assert found[-1] == "A"
