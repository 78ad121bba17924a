"""Whether a text is a note to keep rather than a question: sure only when it plainly reports."""

import re

from dealbot.app.patterns import alternatives

MARKED = re.compile(
    r"\s*(?:(?:note|notes|memo|fyi|call notes?|log|update|recap)\s*[:\-\u2013]"
    r"|(?:quick |short )?(?:note|update|recap|debrief)\b[^?:\n]{0,40}:\s+"
    r"(?!(?:who|what|where|when|why|how|which|any|is|are|do)\b)"
    r"|(?:please )?(?:log|save|record) (?:this|that|it|a note)\b)",
    re.IGNORECASE,
)
_FIRST = alternatives(r"""
    who|what|where|when|why|how|which|whom|is|are|am|was|were|do|does|did|has|have|had we|can|could|should|would|will
    any|anyone|anybody|anything|tell|show|give|list|find|remind|explain|summar\w*|compare|catch|help|prep|brief|write
    draft|recommend|book|translate|everyone|everybody|whoever|names
""")
ASKS = re.compile(
    rf"\s*(?:(?:so|and|ok|okay|hey|hi|but|please|just|quick question)[,:]? )*(?:{_FIRST})"
    r"(?:['\u2019]?(?:s|re|ve|ll|d)|n['\u2019]?t)?\b"
    r"|\s*(?:(?:so|and|ok|okay|hey|hi|but|please|just)[,:]? )*"
    r"(?:(?:by|in|at|for|to|on|with|from|since|until|of|across) (?:what|which|when|whom|who|how)\b"
    r"|\d+ ?(?:min(?:ute)?s?|h(?:ou)?rs?) (?:until|till|to|before)\b"
    r"|(?:the )?(?:history|story|timeline|status|state|list|odds|chances?"
    r"|evolution|rundown|summary|overview|log) (?:of|on|for)\b)",
    re.IGNORECASE,
)
REPORTS = re.compile(
    r"\b(?:"
    + alternatives(r"""
        met|spoke|talked|called|told|said|says|asked|confirmed|wants|likes|loves|hates|pushed back|agreed|sent|moved
        approved|signed|promised|mentioned|raised|leaving|left|joined|wrote|emailed|cooled|worried about|fine with
        had (?:a |an |my )?(?:\w+ )?(?:call|meeting|coffee|lunch|chat|visit)|had coffee|call (?:w|with)\b|got off
        will (?:send|review|get)
    """)
    + r")\b",
    re.IGNORECASE,
)
_FEWEST = 5
_LONG = 45
_MANY_LINES = 4


def is_note(text: str) -> bool:
    """Whether a text plainly is a note."""
    if MARKED.match(text):
        return True
    words = len(text.split())
    lines = sum(1 for line in text.splitlines() if line.strip())
    if words > _LONG or lines >= _MANY_LINES:
        return lines >= _MANY_LINES or not ASKS.match(text)
    if ASKS.match(text) or text.rstrip().endswith("?"):
        return False
    return words >= _FEWEST and REPORTS.search(text) is not None
