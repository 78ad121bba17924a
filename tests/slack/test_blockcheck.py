import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from dealbot.slack import limits
from dealbot.slack.blockcheck import Surface, check_blocks, check_message, check_options, check_view, text_size
from tests.slack import payloads
from tests.slack.payloads import BAD, GOOD, asking, modal, mrkdwn, option, plain, section

NOT_IN_THE_SDK = {"data_table", "data_visualization"}
TYPED = {"type": "plain_text_input", "action_id": "t"}


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_block_of_each_kind_is_accepted(kind: str) -> None:
    assert check_message({"text": "words", "blocks": GOOD[kind]}) == ()


@pytest.mark.parametrize("kind", sorted(GOOD.keys() - NOT_IN_THE_SDK))
def test_what_is_accepted_is_also_good_to_the_sdk(kind: str) -> None:
    for block in GOOD[kind]:
        parsed = Block.parse(block)
        assert parsed is not None
        parsed.validate_json()


@pytest.mark.parametrize("what", BAD)
def test_a_bad_payload_is_refused_where_it_is_wrong(what: str) -> None:
    blocks, pointer = BAD[what]

    problems = check_blocks(blocks, "message")

    assert pointer in {problem.pointer for problem in problems}


def test_a_message_needs_a_text_beside_its_blocks() -> None:
    assert [problem.pointer for problem in check_message({"blocks": [section()]})] == ["/text"]
    assert [problem.pointer for problem in check_message({"text": "a" * 40_001})] == ["/text"]


@pytest.mark.parametrize(
    ("kind", "surface"),
    [
        *((kind, Surface.MODAL) for kind in ("card", "carousel", "markdown", "table", "context_actions")),
        *((kind, Surface.HOME) for kind in ("markdown", "table", "data_table", "plan", "container")),
    ],
)
def test_what_stands_in_a_message_may_not_stand_elsewhere(kind: str, surface: Surface) -> None:
    assert any("cannot stand" in problem.text for problem in check_blocks(GOOD[kind], surface))


@pytest.mark.parametrize(
    "view",
    [
        modal(asking(TYPED), submit=plain("Save")),
        modal({"type": "alert", "text": plain(), "level": "warning"}),
        modal(asking({"type": "file_input", "filetypes": ["txt"]}), submit=plain("Send")),
        modal(*[section() for _ in range(limits.VIEW_BLOCKS)]),
        {"type": "home", "blocks": [section()], "callback_id": "home"},
    ],
)
def test_a_good_view_is_accepted(view: dict[str, Any]) -> None:
    assert check_view(view) == ()


@pytest.mark.parametrize(
    ("view", "pointer"),
    [
        ("modal", "/view"),
        (modal(title=plain("a" * 25)), "/view/title/text"),
        (modal(submit=plain("a" * 25)), "/view/submit/text"),
        (modal(close=mrkdwn()), "/view/close/type"),
        (modal(callback_id="a" * 256), "/view/callback_id"),
        (modal(private_metadata="a" * 3001), "/view/private_metadata"),
        (modal(*[section() for _ in range(101)]), "/view/blocks"),
        (modal(asking(TYPED)), "/view/submit"),
        (modal(section(colour=1)), "/view/blocks/0/colour"),
        (modal(color="red"), "/view/color"),
        ({"type": "home", "blocks": [], "title": plain()}, "/view/title"),
        ({"type": "modal", "title": plain()}, "/view/blocks"),
        (modal(asking(TYPED | {"focus_on_load": True}), asking(TYPED | {"focus_on_load": True}), submit=plain()),
         "/view/blocks/1/element/focus_on_load"),
    ],
)  # fmt: skip
def test_a_bad_view_is_refused_where_it_is_wrong(view: Any, pointer: str) -> None:
    assert pointer in {problem.pointer for problem in check_view(view)}


def test_options_are_held_to_their_number_and_length() -> None:
    assert check_options({"options": [option()]}) == ()
    assert check_options({"option_groups": [{"label": plain(), "options": [option()]}]}) == ()
    assert check_options({"options": [option(str(number)) for number in range(101)]})
    assert check_options({"options": [{"text": plain("a" * 76), "value": "a"}]})
    assert check_options(None)


def test_a_problem_is_written_as_slack_writes_it() -> None:
    (problem,) = check_blocks([payloads.section(colour=1)], Surface.MESSAGE)

    assert str(problem) == "[ERROR] unknown field [json-pointer:/blocks/0/colour]"


_KINDS = [*GOOD, "button", "plain_text", "mrkdwn", "static_select", "rich_text_section", "pie", "raw_text", "modal", 7]
_KEYS = sorted({key for blocks in GOOD.values() for block in blocks for key in block} | {"options", "value", "chart"})


def _kind(more: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from([None, *_KINDS]).map(lambda kind: {**more, "type": kind} if kind else more)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 200) | st.text(max_size=3) | st.just(plain()),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4).flatmap(_kind)
    ),
    max_leaves=12,
)


@given(_JSON)
@settings(max_examples=150)
def test_whatever_an_app_sends_is_judged(payload: Any) -> None:
    for surface in Surface:
        assert isinstance(check_blocks(payload, surface), tuple)
    assert isinstance(check_view(payload), tuple)
    assert isinstance(check_options(payload), tuple)
    assert isinstance(check_message({"text": payload, "blocks": payload}), tuple)
    assert text_size(payload) >= 0


@given(st.sampled_from(sorted(GOOD)), st.data())
def test_a_good_block_with_a_part_torn_out_is_judged(kind: str, data: st.DataObject) -> None:
    torn = copy.deepcopy(data.draw(st.sampled_from(GOOD[kind])))
    part: Any = torn
    while True:
        key = data.draw(st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
        if not (isinstance(part[key], dict | list) and part[key]) or data.draw(st.booleans()):
            break
        part = part[key]
    part[key] = data.draw(_JSON)

    assert isinstance(check_blocks([torn], Surface.MESSAGE), tuple)
