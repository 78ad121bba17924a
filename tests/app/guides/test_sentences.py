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
    cut = [(each.label, each.span.quote) for each in sentences_of(a_passage(text, 10))]

    assert cut == [("", "First."), ("", "Second!"), ("Pitfall to avoid", "Third."), ("", "Fourth about 3.5 beds.")]


@given(st.text(alphabet="ab .!?*:-_\n“”A1", max_size=80), st.integers(0, 5))
def test_every_sentence_is_a_piece_of_the_passage(text: str, start: int) -> None:
    whole = " " * start + text
    for each in sentences_of(a_passage(text, start)):
        assert whole[each.span.start : each.span.end] == each.span.quote
        assert each.span.quote.strip()
