"""Patterns of wordings, written as lines of alternatives so that long lists stay readable."""

import re

# Short denials, also without their apostrophe; any word may end in "nt".
NOT = r"(?:is|are|was|were|do|does|did|has|have|had|wo|ca|would|could|should|must|need|ai)n['\u2019]?t"
_BOUNDARY = r"(?<!\w)"


def any_of(lines: str, *, after: str = "", before: str = "") -> re.Pattern[str]:
    """A pattern of these alternatives, each from the start of a word, whatever the case.

    `after` and `before` stand for all of them: what the words follow, and what follows them.
    """
    joined = "|".join(line.strip() for line in lines.split("\n") if line.strip())
    return re.compile(rf"{_BOUNDARY}{after}(?:{joined}){before}", re.IGNORECASE)
