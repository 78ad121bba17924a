"""Every form of an answer is taken apart item by item."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.domain.concern import ConcernStatus
from dealbot.domain.stakeholder import BuyingRole, Function, Side
from dealbot.reading.answer import MAX_ITEMS, Answer, parse_answer
from dealbot.reading.flaws import FlawKind

PERSON = {"name": "P1", "side": "buyer", "quote": "P1 likes it"}
READING = {"people": [PERSON], "signals": []}


@pytest.mark.parametrize(
    "answer",
    [
        Answer(calls=(READING,)),
        Answer(calls=(json.dumps(READING),)),
        Answer(calls=({"arguments": json.dumps(READING)},)),
        Answer(calls=([READING],)),
        Answer(text=json.dumps(READING)),
        Answer(text=f"Sure!\n```json\n{json.dumps(READING)}\n```"),
        Answer(text=f'{{"thought": "easy"}} so {json.dumps({"reading": READING})} {{'),
        Answer(text="people: see below", calls=("{broken", READING)),
    ],
)
def test_every_form_gives_the_same_items(answer: Answer) -> None:
    parsed = parse_answer(answer)
    assert parsed.readable
    assert [(person.name, person.quote) for person in parsed.items.people] == [("P1", "P1 likes it")]
    assert not parsed.flaws


def test_several_calls_are_one_answer() -> None:
    parsed = parse_answer(Answer(calls=(READING, {"people": PERSON | {"name": "P2"}})))
    assert [person.name for person in parsed.items.people] == ["P1", "P2"]


@pytest.mark.parametrize(
    "answer",
    [
        Answer(),
        Answer(text="I cannot do that."),
        Answer(text='{"people": [{"name": "P1"'),
        Answer(text="null"),
        Answer(text="[" * 50_000),
        Answer(text='{"a":' * 50_000),
        Answer(text='{"people": [], "x": "' + "y" * 300_000 + '"}'),
        Answer(calls=({"people": [], "x": "y" * 300_000},)),
        Answer(calls=(7, None, "words", [], {}, {"arguments": {"arguments": {"arguments": {"arguments": READING}}}})),
        Answer(text='{"number": ' + "9" * 10_000 + "}"),
    ],
    ids=["nothing", "prose", "half", "null", "deep list", "deep object", "big", "big call", "odd calls", "big number"],
)
def test_what_holds_no_reading_is_unreadable(answer: Answer) -> None:
    parsed = parse_answer(answer)
    assert not parsed.readable
    assert [flaw.kind for flaw in parsed.flaws] == [FlawKind.UNREADABLE]
    assert len(parsed.items) == 0


def test_values_of_closed_sets_are_read_in_any_writing() -> None:
    person = PERSON | {"function": "IT", "side": "Third Party", "roles": ["Economic-Buyer", "king"], "said_by": None}
    [read] = parse_answer(Answer(calls=({"people": [person]},))).items.people
    assert (read.function, read.side, read.roles) == (Function.IT, Side.THIRD_PARTY, [BuyingRole.ECONOMIC_BUYER])


def test_a_wrong_value_is_left_out_and_a_wrong_necessary_one_takes_its_item_along() -> None:
    answer = {
        "people": [PERSON | {"stance": "happy", "title": 7}, {"name": "P2"}, "P3"],
        "concerns": [{"topic": "weather", "quote": "x"}, {"topic": "other", "quote": "x", "status": "odd"}],
        "next_steps": {"action": "Send it", "side": "us", "quote": "x"},
        "views": None,
    }
    parsed = parse_answer(Answer(calls=(answer,)))
    assert [(person.stance, person.title) for person in parsed.items.people] == [(None, None)]
    assert [concern.status for concern in parsed.items.concerns] == [ConcernStatus.RAISED]
    assert len(parsed.items.next_steps) == 1
    assert {(flaw.kind, flaw.where) for flaw in parsed.flaws} == {
        (FlawKind.VALUE, "people[0].stance"),
        (FlawKind.VALUE, "people[0].title"),
        (FlawKind.VALUE, "people[1].quote"),
        (FlawKind.SHAPE, "people[2]"),
        (FlawKind.VALUE, "concerns[0].topic"),
        (FlawKind.VALUE, "concerns[1].status"),
    }


def test_repeated_keys_and_no_numbers_do_no_harm() -> None:
    one, two = json.dumps([PERSON]), json.dumps([PERSON | {"name": "P2"}])
    text = f'{{"people": {one}, "people": {two}, "concerns": [{{"topic": "other", "status": NaN, "quote": "x"}}]}}'
    items = parse_answer(Answer(text=text)).items
    assert [person.name for person in items.people] == ["P1", "P2"]
    assert [concern.status for concern in items.concerns] == [ConcernStatus.RAISED]


def test_more_items_than_a_note_can_hold_are_cut() -> None:
    parsed = parse_answer(Answer(calls=({"people": [PERSON] * (MAX_ITEMS + 1)},)))
    assert len(parsed.items) == MAX_ITEMS
    assert [flaw.kind for flaw in parsed.flaws] == [FlawKind.TOO_MANY]


JUNK: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["people", "concerns", "quote", "name", "topic", "roles", "arguments"]), inner
        )
    ),
    max_leaves=12,
)


@given(JUNK)
def test_any_json_is_parsed_without_a_fault(value: object) -> None:
    parse_answer(Answer(calls=(value,)))
    parse_answer(Answer(text=json.dumps(value)))


@given(st.text(alphabet='{}[]":,peoplquts 1'))
def test_any_text_is_parsed_without_a_fault(text: str) -> None:
    parse_answer(Answer(text=text))
