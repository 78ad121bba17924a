"""Rich text: sections, lists, quotes and code, and the pieces they are made of."""

from dealbot.slack import limits
from dealbot.slack.blockcheck.rules import Rule, flag, kinds, link, many, number, one_of, shape, typed, words

_NAME = words(limits.IDENTIFIER)
_STYLES = ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink")
_STYLE = {"style": shape({}, dict.fromkeys(_STYLES, flag))}
_TEXT = words(limits.BLOCKS_TEXT)

_PIECES: dict[str, Rule] = {
    "text": typed("text", {"text": _TEXT}, _STYLE),
    "link": typed("link", {"url": link(limits.URL)}, {"text": _TEXT, "unsafe": flag, **_STYLE}),
    "emoji": typed("emoji", {"name": _NAME}, {"unicode": _NAME, "skin_tone": number(1, 6), **_STYLE}),
    "user": typed("user", {"user_id": _NAME}, _STYLE),
    "channel": typed("channel", {"channel_id": _NAME}, _STYLE),
    "usergroup": typed("usergroup", {"usergroup_id": _NAME}, _STYLE),
    "team": typed("team", {"team_id": _NAME}, _STYLE),
    "color": typed("color", {"value": _NAME}, _STYLE),
    "broadcast": typed("broadcast", {"range": one_of("here", "channel", "everyone")}, _STYLE),
    "date": typed(
        "date",
        {"timestamp": number(0, 99_999_999_999), "format": _NAME},
        {"url": link(limits.URL), "fallback": _NAME, **_STYLE},
    ),
}
_RUN = many(kinds(_PIECES, "rich text piece"), least=0)
_BORDER = {"border": number(0, 1)}
_SECTION = typed("rich_text_section", {"elements": _RUN})
_LIST = typed(
    "rich_text_list",
    {"style": one_of("bullet", "ordered"), "elements": many(_SECTION)},
    {"indent": number(0, 8), "offset": number(0, 10_000), **_BORDER},
)
_PARTS: dict[str, Rule] = {
    "rich_text_section": _SECTION,
    "rich_text_list": _LIST,
    "rich_text_quote": typed("rich_text_quote", {"elements": _RUN}, _BORDER),
    "rich_text_preformatted": typed("rich_text_preformatted", {"elements": _RUN}, {**_BORDER, "language": _NAME}),
}
RICH_TEXT = typed(
    "rich_text", {"elements": many(kinds(_PARTS, "rich text element"))}, {"block_id": words(limits.IDENTIFIER)}
)
