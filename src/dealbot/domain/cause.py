"""Why deals stall or are lost: a closed set, each cause with what it may be more closely."""

import re
from enum import StrEnum


class Cause(StrEnum):
    """A cause, or after the dot what it is more closely; "left" alone would say nothing, so the values are whole."""

    CHAMPION_LOST = "champion_lost"
    CHAMPION_LEFT = "champion_lost.left"
    CHAMPION_REASSIGNED = "champion_lost.reassigned"
    CHAMPION_STEPPED_BACK = "champion_lost.stepped_back"
    ORG_CHANGE = "org_change"
    MERGER = "org_change.merger"
    CLOSURE = "org_change.closure"
    NEW_EXECUTIVE = "org_change.new_executive"
    LAYOFFS = "org_change.layoffs"
    PRIORITIES = "org_change.priorities"
    OTHER_VENDOR = "org_change.other_vendor"
    BUDGET = "budget"
    FREEZE = "budget.freeze"
    CUT = "budget.cut"
    MISSED_CYCLE = "budget.missed_cycle"
    PRICE = "budget.price"
    REIMBURSEMENT = "reimbursement"
    CMS = "reimbursement.cms"
    MEDICAID = "reimbursement.medicaid"
    PAYER = "reimbursement.payer"

    @property
    def root(self) -> "Cause":
        """The cause without what it is more closely."""
        return Cause(self.value.partition(".")[0])


ROOTS = tuple(cause for cause in Cause if cause is cause.root)

# The first that fits counts: what is told more closely stands before what is told in general.
_WORDS: tuple[tuple[Cause, str], ...] = (
    (Cause.CMS, r"\bcms\b|\bmedicare\b|outpatient (?:rule|change|payment)|\bopps\b|\bipps\b|fee schedule"),
    (Cause.MEDICAID, r"\bmedicaid\b"),
    (Cause.PAYER, r"\bpayers?\b|\binsurers?\b|\bcommercial (?:rates?|contracts?)"),
    (Cause.REIMBURSEMENT, r"reimburs|payment (?:rule|change|cut)s?"),
    (Cause.CHAMPION_REASSIGNED, r"(?:champion|sponsor)\b.{0,40}(?:reassigned|moved to|new (?:role|job)|promoted)"),
    (Cause.CHAMPION_STEPPED_BACK, r"(?:champion|sponsor)\b.{0,40}stepp(?:ed|ing) (?:back|down)"),
    (
        Cause.CHAMPION_LEFT,
        r"(?:champion|sponsor)\b.{0,40}(?:left|leav|gone|quit|retire|resign)|(?:left|quit|retired)\b.{0,20}champion",
    ),
    (Cause.CHAMPION_LOST, r"(?:lost|losing|loss of|no) (?:our |the |a |their )?(?:champion|sponsor)|champion[_ ]lost"),
    (Cause.MERGER, r"\bmerg(?:er|ed|ing|e)\b|acqui(?:red|sition|ring)|affiliation"),
    (Cause.CLOSURE, r"\bclos(?:ure|ing|ed down|es)\b|shut(?:s|ting)? down|shuttered"),
    (Cause.NEW_EXECUTIVE, r"new (?:ceo|cfo|cmo|cio|cno|coo|executive|leadership|management|boss)"),
    (Cause.LAYOFFS, r"lay[- ]?offs?|laid off|job cuts|restructur"),
    (Cause.OTHER_VENDOR, r"competitor|another vendor|other vendor|incumbent|chose .+ instead|went with|lost to"),
    (Cause.PRIORITIES, r"priorit"),
    (Cause.ORG_CHANGE, r"re-?org|organi[sz]ational change|org[_ ]change"),
    (Cause.FREEZE, r"freez|frozen|froze\b"),
    (Cause.MISSED_CYCLE, r"(?:missed|next|out of|not in)\b.{0,20}(?:budget|fiscal year|cycle)|budget (?:lock|cycle)"),
    (Cause.CUT, r"(?:budget|spending|capital)\b.{0,20}\bcuts?\b|\bcuts?\b.{0,20}(?:budget|spending|capital)"),
    (Cause.PRICE, r"\bprice|\bpricing|too expensive|cheaper"),
    (Cause.BUDGET, r"budget|\bno money\b|\bfunds?\b|\bfunding\b|\bmoney\b"),
)
_PATTERNS = tuple((cause, re.compile(words, re.IGNORECASE)) for cause, words in _WORDS)


def cause_in(text: str) -> Cause | None:
    """Tell the cause that words name, by its own name or as people put it; None where they name none."""
    named = text.strip().casefold().replace(" ", "_")
    if named in tuple(Cause):
        return Cause(named)
    return next((cause for cause, words in _PATTERNS if words.search(text)), None)
