from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.evidence import Span
from dealbot.domain.lesson import Lesson
from dealbot.domain.observation import (
    ConcernStatement,
    Correction,
    Item,
    PersonStatement,
    SignalStatement,
    StepClosed,
    StepStatement,
    ViewStatement,
)
from dealbot.domain.stakeholder import Side
from dealbot.store.codec import decode, encode

EVERY_KIND = (
    PersonStatement,
    ConcernStatement,
    StepStatement,
    StepClosed,
    SignalStatement,
    ViewStatement,
    Correction,
    Lesson,
)
spans = st.builds(Span, st.text(), st.integers(0), st.integers(0))
st.register_type_strategy(Span, spans)
items = st.one_of(*(st.from_type(kind) for kind in EVERY_KIND))


@given(items)
def test_every_item_comes_back_as_it_was(item: Item) -> None:
    kind, payload = encode(item)

    assert decode(kind, payload, item.span) == item


@given(items)
def test_what_is_absent_or_false_takes_no_room(item: Item) -> None:
    assert not {None, False} & {value for value in encode(item)[1].values() if not isinstance(value, list)}


def test_a_date_is_kept_as_text() -> None:
    step = StepStatement("Send it", None, Side.US, date(2026, 2, 28), None, Span("by", 0, 2))

    assert encode(step) == ("step", {"action": "Send it", "side": "us", "due": "2026-02-28"})
