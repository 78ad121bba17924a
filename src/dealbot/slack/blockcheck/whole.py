"""A payload as a whole: each block by the table, then what only holds between blocks."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import chain

from dealbot.slack import limits
from dealbot.slack.blockcheck.blocks import BLOCK
from dealbot.slack.blockcheck.figures import letters
from dealbot.slack.blockcheck.rules import Json, Problem, flag, many, one_of, shape, words
from dealbot.slack.blockcheck.texts import OPTION_GROUP, PLAIN_OPTION, plain


class Surface(StrEnum):
    """Where blocks stand."""

    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"


_NOT_ON = {
    Surface.MESSAGE: frozenset({"alert"}),
    Surface.MODAL: frozenset(
        "card carousel context_actions data_table data_visualization markdown plan table task_card".split()
    ),
    Surface.HOME: frozenset(
        "alert container context_actions data_table data_visualization markdown plan table task_card".split()
    ),
}
_TABLES = frozenset({"table", "data_table"})
_NAMED = words(limits.IDENTIFIER)
_VIEW = {
    "type": one_of("modal", "home"),
    "blocks": many(lambda _value, _at: iter(()), limits.VIEW_BLOCKS, 0),
}
_VIEW_MAY = {
    "callback_id": _NAMED,
    "private_metadata": words(limits.PRIVATE_METADATA, 0),
    "external_id": words(limits.IDENTIFIER, 0),
}
_MODAL_MAY = {
    **_VIEW_MAY,
    "submit": plain(limits.VIEW_TITLE),
    "close": plain(limits.VIEW_TITLE),
    **dict.fromkeys(("clear_on_close", "notify_on_close", "submit_disabled"), flag),
}
_MODAL = shape({**_VIEW, "title": plain(limits.VIEW_TITLE)}, _MODAL_MAY)
_HOME = shape(_VIEW, _VIEW_MAY)
_OPTIONS = shape({"options": many(PLAIN_OPTION, limits.OPTIONS, 0)})
_GROUPS = shape({"option_groups": many(OPTION_GROUP, limits.OPTION_GROUPS, 0)})


def check_message(arguments: Mapping[str, Json]) -> tuple[Problem, ...]:
    """Check the arguments of a call that posts or changes a message: its text and its blocks."""
    text, blocks = arguments.get("text"), arguments.get("blocks")
    problems = list(check_blocks(blocks, Surface.MESSAGE)) if blocks else []
    if not (isinstance(text, str) and text.strip()):
        problems.append(Problem("/text", "a message needs a text: it is what a screen reader reads"))
    elif len(text) > limits.MESSAGE_TEXT:
        problems.append(Problem("/text", f"must be no more than {limits.MESSAGE_TEXT} characters"))
    return tuple(problems)


def check_view(view: Json) -> tuple[Problem, ...]:
    """Check a modal or a home: its frame and its blocks."""
    if not isinstance(view, dict):
        return (Problem("/view", "must be an object"),)
    surface = Surface.HOME if view.get("type") == "home" else Surface.MODAL
    problems = list((_HOME if surface is Surface.HOME else _MODAL)(view, "/view"))
    blocks = view.get("blocks")
    if isinstance(blocks, list):
        found = check_blocks(blocks, surface) if blocks else ()
        problems.extend(Problem(f"/view{problem.pointer}", problem.text) for problem in found)
        if surface is Surface.MODAL and "submit" not in view and _kinds(blocks)["input"]:
            problems.append(Problem("/view/submit", "a modal with inputs needs a submit button"))
    return tuple(problems)


def check_options(answer: Json) -> tuple[Problem, ...]:
    """Check what an app answers when it is asked for the options of an external select."""
    grouped = isinstance(answer, dict) and "option_groups" in answer
    return tuple((_GROUPS if grouped else _OPTIONS)(answer, ""))


def check_blocks(blocks: Json, surface: Surface | str) -> tuple[Problem, ...]:
    """Check the blocks of a message, a modal or a home."""
    surface = Surface(surface)
    most = limits.MESSAGE_BLOCKS if surface is Surface.MESSAGE else limits.VIEW_BLOCKS
    problems = tuple(many(BLOCK, most)(blocks, "/blocks"))
    if problems:
        return problems
    return tuple(
        chain(
            _misplaced(blocks, surface),
            _repeated("block_id", _walk(blocks, "/blocks"), lambda _at: ""),
            _repeated("action_id", _walk(blocks, "/blocks"), lambda at: at.rpartition("/")[0]),
            _counts(blocks),
            _focus(blocks),
            _too_much(blocks),
        )
    )


def text_size(blocks: Json) -> int:
    """How many characters of text the blocks hold together."""
    return letters(blocks)


def _walk(value: Json, at: str) -> Iterator[tuple[str, dict[str, Json]]]:
    if isinstance(value, dict):
        yield at, value
        for key, item in value.items():
            yield from _walk(item, f"{at}/{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, f"{at}/{index}")


def _kinds(blocks: list[dict[str, Json]]) -> Counter[str]:
    return Counter(found["type"] for _, found in _walk(blocks, "") if isinstance(found.get("type"), str))


def _misplaced(blocks: list[dict[str, Json]], surface: Surface) -> Iterator[Problem]:
    for at, found in _walk(blocks, "/blocks"):
        if found.get("type") in _NOT_ON[surface]:
            yield Problem(f"{at}/type", f"a {found['type']} cannot stand in a {surface}")
        if found.get("type") == "file_input" and surface is not Surface.MODAL:
            yield Problem(f"{at}/type", f"a file_input cannot stand in a {surface}")


def _repeated(
    key: str, places: Iterable[tuple[str, dict[str, Json]]], among: Callable[[str], str]
) -> Iterator[Problem]:
    """Find a name that is used twice among things that need different ones."""
    seen = set()
    for at, found in places:
        if key in found and (among(at), found[key]) in seen:
            yield Problem(f"{at}/{key}", f"{key} {found[key]} is used twice")
        seen.add((among(at), found.get(key)))


def _counts(blocks: list[dict[str, Json]]) -> Iterator[Problem]:
    found = _kinds(blocks)
    if sum(found[kind] for kind in _TABLES) > limits.TABLES:
        yield Problem("/blocks", "only one table is allowed")
    if found["data_visualization"] > limits.CHARTS:
        yield Problem("/blocks", f"no more than {limits.CHARTS} charts allowed")


def _focus(blocks: list[dict[str, Json]]) -> Iterator[Problem]:
    focused = [at for at, found in _walk(blocks, "/blocks") if found.get("focus_on_load")]
    for at in focused[1:]:
        yield Problem(f"{at}/focus_on_load", "only one element can have the focus")


def _too_much(blocks: list[dict[str, Json]]) -> Iterator[Problem]:
    markdown = sum(len(block["text"]) for block in blocks if block["type"] == "markdown")
    if markdown > limits.MARKDOWN_TEXT:
        yield Problem("/blocks", f"no more than {limits.MARKDOWN_TEXT} characters of markdown allowed")
    if text_size(blocks) > limits.BLOCKS_TEXT:
        yield Problem("/blocks", f"no more than {limits.BLOCKS_TEXT} characters of text allowed")
