"""Patterns written as lines of alternatives, so that long lists of phrasings stay readable."""

import re
from collections.abc import Mapping

_NO_PIECES: Mapping[str, str] = {}


def alternatives(lines: str, pieces: Mapping[str, str] = _NO_PIECES) -> str:
    """Join lines of alternatives to one pattern; `<name>` stands for the piece of that name."""
    joined = "|".join(line.strip() for line in lines.split("\n") if line.strip())
    return re.sub(r"(?<!\?P)<(\w+)>", lambda name: pieces[name.group(1)], joined)
