"""Questions of how leads rank: "which leads first?"; known by their words, whichever deal is talked of."""

import re

from dealbot.app.patterns import alternatives

_MOST_WORDS = 16
_PIECES = {
    "our": r"(?:(?:my|our|all|the|of|these|open|best|top) )*",
    "does": r"(?:do|did|are|should|would|can)",
    "rank": r"(?:rank|score|compare|stack up|sort|order|prioriti[sz]e)",
    "noun": r"(?:criteria|ranking|ranks|rankings|scores?|scoring)",
    "end": r"(?: (?:please|now|today|first|then))*\W*$",
}
# Anchored: further on in a note "their project lead scores us well" asks nothing. "How do I prioritize leads?" is put
# to the guides.
_ASKS = re.compile(
    r"^\W*(?:(?:so|and|ok|okay|hey|please|now|then|can you|could you|dealbot)\W+)*(?:"
    + alternatives(
        r"""
        (?:what|which|how|where|show|list|give|tell)\b(?: \w+){0,5} (?:my|our|the) lead <noun>\b
        <our>lead <noun><end>
        what are <our>criteria (?:for|of) <our>leads\b
        (?:<rank>|list|show|show me|give me) <our>leads<end>
        how <does> (?:\w+ ){0,2}leads (?:\w+ )?<rank>\b
        (?:which|what) <our>leads (?:\w+ ){0,6}(?:first|next|best|most|top)\b
        <our>leads(?: (?:by score|in order|ranked|sorted))?<end>
        """,
        _PIECES,
    )
    + ")",
    re.IGNORECASE,
)


def asks_for_leads(text: str) -> bool:
    """Whether a message asks how leads rank or by what; told at more length it is a note."""
    words = text.split()
    return len(words) <= _MOST_WORDS and _ASKS.match(" ".join(words)) is not None
