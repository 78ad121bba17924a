"""How people put it when they set something about a deal; `tail` is what they go on to say."""

import re
from collections.abc import Mapping

from dealbot.app.patterns import alternatives
from dealbot.domain.record import Call

_PIECES = {
    "deal": r"(?:DEAL|it|this|this deal|that|that deal|the deal)",
    "have": r"(?:['\u2019]ve| have)?",
    "as": r"(?:as |to )?(?:closed )?",
    "begin": r"(?:(?:please|pls|ok|okay|so|let['\u2019]?s|sadly|unfortunately|great news|good news)\W+)*",
    "name": r"@?[A-Z][\w.\u2019'-]*(?: [A-Z][\w.\u2019'-]*){0,3}",
}
_ON = r"because|due|over|to|after|since|for|until|till|through|as"  # nothing else goes on from a deal's name
_TAIL = rf"(?P<tail>$|[.,;:!\u2013\u2014-].*| (?:-|(?:{_ON})\b).*)$"


def _begins(lines: str) -> re.Pattern[str]:
    words = alternatives(lines, _PIECES)
    return re.compile(rf"^\W*{_PIECES['begin']}(?:{words}){_TAIL}", re.IGNORECASE)


WON, LOST, PAUSED, OPEN, CLOSE = "won", "lost", "paused", "open", "close"
ENDS: Mapping[str, re.Pattern[str]] = {
    WON: _begins("we<have> won <deal>|(?:mark|close|set) <deal> <as>won|DEAL is (?:closed )?won"),
    LOST: _begins("we<have> lost <deal>|lose <deal>|DEAL is (?:closed )?lost|(?:mark|close|set) <deal> <as>lost"),
    PAUSED: _begins(
        r"""
        (?:pause|park|rest) <deal>|put <deal> on (?:hold|ice)|DEAL is paused|(?:mark|set) <deal> <as>(?:paused|on hold)
        """
    ),
    OPEN: _begins(
        r"""
        (?:revive|reopen|resume|reactivate|unpause) <deal>(?: again)?|take <deal> up again|bring <deal> back
        DEAL is (?:back|alive|live|active|open)(?: on| again)?|(?:mark|set) <deal> <as>(?:open|active|live)(?: again)?
        """
    ),
    CLOSE: _begins("close <deal>(?: out)?"),
}
TO_SOMEBODY = re.compile(r"^\s*to\b", re.IGNORECASE)
SNAPSHOT = re.compile(
    r"\W*(?:please )?(?:(?:take|keep|make) )?(?:(?:the|a|this week['\u2019]?s) )?(?:monday|pipeline|weekly) snapshot"
    r"(?: (?:of the pipeline|please|now))*\W*",
    re.IGNORECASE,
)
_GIVE = "give|reassign|transfer|pass|hand over|hand|assign"
GIVEN = tuple(
    re.compile(rf"^\W*(?i:{_PIECES['begin']})(?:{words})\W*$")
    for words in (
        rf"(?i:{_GIVE}) (?:DEAL|(?i:{_PIECES['deal']})) (?i:over )?(?i:to) (?P<heir>{_PIECES['name']})",
        rf"DEAL (?i:goes|now belongs|belongs) (?i:to) (?P<heir>{_PIECES['name']})(?i: now)?",
        rf"(?P<heir>{_PIECES['name']}) (?i:takes over|takes|owns) DEAL(?i: now| from now on)?",
    )
)

AMOUNT = re.compile(
    r"(?<![\w.])(?:\$\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:[km]|million|thousand)\b)?|\d+(?:\.\d+)?\s?(?:[km]|million)\b)",
    re.IGNORECASE,
)
QUARTER = re.compile(
    r"(?<!\w)(?:(?P<first>20\d\d)[ -]?q(?P<number>[1-4])"
    r"|q(?P<other>[1-4])(?:[ -]*(?:of |fy ?)?(?P<year>20\d\d|['\u2019]?\d\d))?)(?!\w)",
    re.IGNORECASE,
)
CALLS: Mapping[str, Call] = {
    "commit": Call.COMMIT,
    "best case": Call.BEST_CASE,
    "pipeline": Call.PIPELINE,
    "omitted": Call.OMITTED,
    "omit": Call.OMITTED,
}
CALL = re.compile(r"(?<!\w)(?:commit|best[ _-]case|pipeline|omit(?:ted)?)(?!\w)", re.IGNORECASE)
# Without a deal's name one of these tells that money is set: "pipeline" alone is a question.
SETS = re.compile(
    r"(?<!\w)(?:call(?:ed|ing)?|set|make|change|move|amount|worth|target|forecast|quarter)(?!\w)", re.IGNORECASE
)
# A quarter alone may be the day of a promise: "move it to Q3".
OF_THE_DEAL = re.compile(r"(?<!\w)(?:quarter|target|forecast|deal|clos(?:es?|ing))(?!\w)", re.IGNORECASE)
FILLERS = frozenset(
    """
    deal set make put move change update is are was now worth the its it this that a an to at for in on of as my our i
    we call called calling amount size value target quarter forecast say says would and with by closes closing close
    please from then new keep stays
    """.split()
)
