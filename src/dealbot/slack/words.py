"""What people typed, out of Slack's markup: mentions by name, links by their words, entities as signs."""

import re
from collections.abc import Callable

_MARK = re.compile(r"<(?P<sign>[@#!]?)(?P<what>[^<>|\s]+)(?:\|(?P<label>[^<>]*))?>")
_SPECIAL = frozenset({"here", "channel", "everyone"})


def mentions(text: str, user: str) -> bool:
    """Whether a text mentions a user."""
    return f"<@{user}>" in text or f"<@{user}|" in text


def mentions_others(text: str, user: str) -> bool:
    """Whether a text mentions a user besides that one."""
    return any(found["sign"] == "@" and found["what"] != user for found in _MARK.finditer(text))


def mentioned(text: str, bot: str, name_of: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """The users whom a text mentions besides dealbot, each id with the name that `typed` gives it, in order."""
    found = (each for each in _MARK.finditer(text) if each["sign"] == "@" and each["what"] != bot)
    return tuple((each["what"], each["label"] or name_of(each["what"])) for each in found)


def typed(text: str, bot: str, name_of: Callable[[str], str]) -> str:
    """The words as typed, without the mention of dealbot itself; `name_of` tells a user's name."""

    def plain(found: re.Match[str]) -> str:
        what, label = found["what"], found["label"]
        if found["sign"] == "@":
            return "" if what == bot else label or name_of(what)
        if found["sign"] == "#":
            return f"#{label or what}"
        if found["sign"] == "!":
            return label or (f"@{what}" if what in _SPECIAL else "")
        return label or what.removeprefix("mailto:")

    words = _MARK.sub(plain, text)
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip(" \t")
