"""What somebody promised to do, without the words that are told beside it: who does it, and by when."""

import re
from datetime import date

from dealbot.domain.when import due

_DOER = re.compile(
    r"^(?:i|we|me|us)(?:['\u2019]ll|:|\b(?: will| must| should| need to| have to| am to| are to| to|,)?)\s+",
    re.IGNORECASE,
)
_LEAD = re.compile(r"[\s,(]*\b(?:by|on|before|until|till|due|no later than)?\s*$", re.IGNORECASE)


_HEADING = re.compile(r"^[A-Z][\w .&'\u2019]{1,40}:\s+(?=(?:I|we|We)\b)")


def deed(action: str, today: date, *, dated: bool) -> str:
    """The bare deed; its day is taken off its end where it is `dated` beside."""
    flat = _HEADING.sub("", " ".join(action.split()))
    found = due(flat, today) if dated else None
    if found is not None and not flat[found.span[1] :].strip(" .,;)"):
        flat = _LEAD.sub("", flat[: found.span[0]]).strip() or flat
    return _DOER.sub("", flat) or flat
