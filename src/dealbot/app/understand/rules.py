"""Which question a shape asks: patterns in order, the first that fits decides.

Order is meaning here: what somebody said comes before what the words are about, "not on board" before "on board", and
wide words such as "status" come last.
"""

import re
from dataclasses import dataclass

from dealbot.app.patterns import alternatives
from dealbot.app.question import Intent
from dealbot.app.understand.rules_first import FIRST
from dealbot.app.understand.rules_last import LAST
from dealbot.app.understand.rules_then import THEN
from dealbot.app.words import word_set

_PIECES = {
    "hits": r"(?:hits?|affects?|impacts?|touch(?:es)?|reach(?:es)?|concerns?)",
    "rule": r"(?:rules?|regulations?|polic(?:y|ies)|proposal|opps|ipps|pfs|fee schedule|340b|\d{4} \d{4,6})",
    "who": r"(?:PERSON|TEAM|DEAL|they|he|she|we|anyone|anybody|someone|somebody|everyone|the \w+|XX)",
    "signs": r"(?:clos\w+|sign\w*|go live|finish|contract|done|decision|decide)",
    "yes": r"(?:on board|align(?:ed|ment)|convinced|sold|with us|behind (?:us|it|this)|support\w*|in favou?r|bought in"
    r"|agreed|for it|for us|a yes|there yet|come (?:a)?round)",
    "says": r"(?:sa(?:y|id|ying)|t(?:ell|old)|mention(?:ed)?|bring up|brought up|talk(?:ed)? about|describe\w*"
    r"|explain\w*)",
    "wants": r"(?:asked? (?:for|about|us)|react\w*|respond\w*|want\w*|need\w* from|cares?|expects?|prefers?|hopes?"
    r"|looking for)",
    "win_over": r"(?:convinc\w*|persuad\w*|w[io]n(?:ning)? (?:\w+ )?over|work on|sway"
    r"|bring (?:round|around|along)|say yes)",
    "talk": r"(?:talk|talked|spoken?|speak|met|meet)",
    "they_have": r"(?:do|does|is|are|have|has) (?:they|there|DEAL|it|we) .*",
    "will": r"(?:will|do|does|can|should|is|are|would)",
    "answered": r"(?:address|answer|handl|dealt|deals? with|respon|repl(?:y|ied)|done about"
    r"|did about|counter|reacted|acted)",
    "follows": r"(?:\bnext\b|\bfollow|from here|\bdo now\b|coming|left to do)",
    "known": r"what (?:do|did|have|else do) (?:we|you|i) (?:\w+ )?(?:know|heard?|learn(?:ed)?|find out|found out)"
    r" (?:about|of)",
    "why": r"why (?:will|would|does|do|is|are|has|have)",
}

_NOT_WORDS = re.compile(r"\\[a-zA-Z]|<\w+>")
RULES = tuple((intent, re.compile(alternatives(lines, _PIECES))) for intent, lines in (*FIRST, *THEN, *LAST))
_WIDE = len(FIRST) + len(THEN)
# The words the rules are made of: typed right they are nobody's name.
WORDS = frozenset(
    word for _, lines in (*FIRST, *THEN, *LAST) for word in re.findall(r"[a-z]{3,}", _NOT_WORDS.sub(" ", lines))
)


# Words that say nothing of what is asked: a rule need not know them.
_SMALL = word_set("""
a about actually all am an and any anybody anyone are as at be been but by can could did do does for from get
got had has have he her here him his how i if in is it its just me my not now of on or our ours please really
right s she should so some still that the their them there they this to up us was we were what when where
which who whom why will with would yet you your deal DEAL PERSON TEAM ?
""")


@dataclass(frozen=True, slots=True)
class Fit:
    """The rule that fits first: what it takes a shape to ask, and how many telling words it leaves unread.

    A wide rule counts one more.
    """

    intent: Intent
    unread: int


def fit_of(plain: str) -> Fit | None:
    """Tell what a shape asks by the rules, or None where none fits."""
    for at, (intent, pattern) in enumerate(RULES):
        match = pattern.search(plain)
        if match is not None:
            beside = f"{plain[: match.start()]} {plain[match.end() :]}"
            return Fit(intent, (at >= _WIDE) + sum(word not in _SMALL for word in beside.split()))
    return None


def intent_of(plain: str) -> Intent | None:
    """Tell what a shape asks, or None where no rule fits."""
    fit = fit_of(plain)
    return fit.intent if fit is not None else None
