"""A passage is cut into sentences that stand in it, each with its label."""

from hypothesis import given
from hypothesis import strategies as st

from dealbot.app.guides.sentences import sentences_of
from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import Passage


def a_passage(text: str, start: int = 0) -> Passage:
    return Passage("p", "a.md", (), (), Span(text, start, start + len(text)))


def test_sentences_have_the_label_of_their_line() -> None:
    text = "- **Answer**: First. Second!\n- **Pitfall to avoid**: Third.\n- **Follow-up**: Why?\nFourth about 3.5 beds."
    cut = [(each.label, each.span.quote) for each in sentences_of(a_passage(text, 10), " " * 10 + text)]

    assert cut == [("", "First."), ("", "Second!"), ("Pitfall to avoid", "Third."), ("", "Fourth about 3.5 beds.")]


TABLE = """Rates:

| Payer | Share | Note |
|:------|------:|------|
| Medicare | 40% | Cut. In 2027 a\\|b. |
| **Medicaid** |  | held<br>back | more |
Not of it.
"""


def test_the_row_of_a_table_is_told_whole_with_its_headers() -> None:
    told = [(each.says, each.span.quote) for each in sentences_of(a_passage(TABLE), TABLE)]

    assert told == [
        ("Rates:", "Rates:"),
        ("Payer: Medicare · Share: 40% · Note: Cut. In 2027 a|b.", "| Medicare | 40% | Cut. In 2027 a\\|b. |"),
        ("Payer: Medicaid · Note: held back", "| **Medicaid** |  | held<br>back | more |"),
        ("Not of it.", "Not of it."),
    ]


def test_a_row_that_a_passage_holds_a_part_of_is_told_whole_under_the_head_before_it() -> None:
    start, end = TABLE.index("In 2027"), TABLE.index("back")
    passage = Passage("p", "a.md", (), (), Span(TABLE[start:end], start, end))

    assert [each.says for each in sentences_of(passage, TABLE)] == [
        "Payer: Medicare · Share: 40% · Note: Cut. In 2027 a|b.",
        "Payer: Medicaid · Note: held back",
    ]


def test_bars_are_no_table_without_the_rule_below_its_head() -> None:
    text = "This | that.\n- | -\nSo | on.\n\na | b\n---\nc | d.\n\n| x | y |\n|---|\n| z |."

    assert not any(each.told for each in sentences_of(a_passage(text), text))


@given(st.text(alphabet="ab .!?*:-_|\n\u2028“”A1", max_size=80), st.integers(0, 5))
def test_every_sentence_is_a_piece_of_the_passage(text: str, start: int) -> None:
    whole = " " * start + text
    for each in sentences_of(a_passage(text, start), whole):
        assert whole[each.span.start : each.span.end] == each.span.quote
        assert each.span.quote.strip()
