"""Composition objects: texts, options, confirmations and files."""

from collections.abc import Iterator

from dealbot.slack import limits
from dealbot.slack.blockcheck.rules import (
    Json,
    Problem,
    Rule,
    any_of,
    exactly_one,
    flag,
    kinds,
    link,
    many,
    one_of,
    shape,
    typed,
    words,
)


def plain(most: int) -> Rule:
    """A plain_text object."""
    return kinds({"plain_text": typed("plain_text", {"text": words(most)}, {"emoji": flag})}, "text")


def text(most: int) -> Rule:
    """A text object of either kind."""
    mrkdwn = typed("mrkdwn", {"text": words(most)}, {"verbatim": flag})
    return kinds({"plain_text": plain(most), "mrkdwn": mrkdwn}, "text")


def image_source(value: dict[str, Json], at: str) -> Iterator[Problem]:
    """An image has one source."""
    yield from exactly_one("image_url", "slack_file")(value, at)


def option(of: Rule) -> Rule:
    """An option whose label keeps a rule."""
    return shape(
        {"text": of, "value": words(limits.OPTION_VALUE)},
        {"description": text(limits.OPTION_TEXT), "url": link(limits.URL)},
    )


SLACK_FILE = shape({}, {"id": words(limits.IDENTIFIER), "url": link(limits.URL)}, exactly_one("id", "url"))
IMAGE = typed(
    "image",
    {"alt_text": words(limits.ALT_TEXT)},
    {"image_url": link(limits.URL), "slack_file": SLACK_FILE},
    image_source,
)
PLAIN_OPTION = option(plain(limits.OPTION_TEXT))
TEXT_OPTION = option(text(limits.OPTION_TEXT))
OPTION_GROUP = shape({"label": plain(limits.OPTION_TEXT), "options": many(PLAIN_OPTION, limits.OPTIONS)})
CONFIRM = shape(
    {
        "title": plain(limits.CONFIRM_TITLE),
        "text": text(limits.CONFIRM_TEXT),
        "confirm": plain(limits.CONFIRM_BUTTON),
        "deny": plain(limits.CONFIRM_BUTTON),
    },
    {"style": one_of("primary", "danger")},
)
DISPATCH = shape(
    {"trigger_actions_on": many(one_of("on_enter_pressed", "on_character_entered"), 2)},
)
CONVERSATIONS = shape(
    {},
    {
        "include": many(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": flag,
        "exclude_bot_users": flag,
    },
    any_of("include", "exclude_external_shared_channels", "exclude_bot_users"),
)
FEEDBACK = shape(
    {"text": plain(limits.BUTTON_TEXT), "value": words(limits.BUTTON_VALUE)},
    {"accessibility_label": words(limits.BUTTON_TEXT)},
)
