"""Which question a shape asks: patterns in order, the first that fits decides.

Order is meaning here: what somebody said comes before what the words are about, "not on board" before "on board", and
wide words such as "status" come last.
"""

import re

from dealbot.app.patterns import alternatives
from dealbot.app.question import Intent
from dealbot.app.understand.rules_first import FIRST
from dealbot.app.understand.rules_then import THEN

_PIECES = {
    "who": r"(?:PERSON|TEAM|DEAL|they|he|she|we|anyone|anybody|someone|somebody|everyone|the \w+|XX)",
    "signs": r"(?:clos\w+|sign\w*|go live|finish|contract|done|decision|decide)",
    "yes": r"(?:on board|align(?:ed|ment)|convinced|sold|with us|behind (?:us|it|this)|support\w*|in favou?r|bought in"
    r"|agreed|for it|for us|a yes|there yet)",
    "says": r"(?:sa(?:y|id|ying)|t(?:ell|old)|mention(?:ed)?|bring up|brought up|talk(?:ed)? about|describe\w*"
    r"|explain\w*)",
    "wants": r"(?:asked? (?:for|about|us)|react\w*|respond\w*|want\w*|need\w* from|cares?|expects?|prefers?|hopes?"
    r"|looking for)",
    "win_over": r"(?:convinc\w*|persuad\w*|w[io]n(?:ning)? (?:\w+ )?over|work on|sway"
    r"|bring (?:round|around|along)|say yes)",
    "talk": r"(?:talk|talked|spoken?|speak|met|meet)",
    "they_have": r"(?:do|does|is|are|have|has) (?:they|there|DEAL|it|we) .*",
    "will": r"(?:will|do|does|can|should|is|are|would)",
    "why": r"why (?:will|would|does|do|is|are|has|have)",
}

_NOT_WORDS = re.compile(r"\\[a-zA-Z]|<\w+>")
RULES = tuple((intent, re.compile(alternatives(lines, _PIECES))) for intent, lines in (*FIRST, *THEN))
# The words the rules are made of: typed right they are nobody's name.
WORDS = frozenset(word for _, lines in (*FIRST, *THEN) for word in re.findall(r"[a-z]{3,}", _NOT_WORDS.sub(" ", lines)))


def intent_of(plain: str) -> Intent | None:
    """Tell what a shape asks, or None where no rule fits."""
    return next((intent for intent, pattern in RULES if pattern.search(plain)), None)
