"""The parts of a question beside deal and person: whose side of the house, which worry, which role, which part."""

import re
from typing import TypeVar

from dealbot.app.patterns import alternatives
from dealbot.app.question import Focus
from dealbot.app.understand.shape import Shape
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.stakeholder import BuyingRole, Function

_T = TypeVar("_T")
_TEAMS: tuple[tuple[Function, str], ...] = (
    (Function.NURSING, "nursing|nurses"),
    (Function.PHARMACY, "pharmacy|pharmacists|pharmacist"),
    (Function.COMPLIANCE, "compliance"),
    (Function.SECURITY, "security|infosec"),
    (Function.LEGAL, "legal|lawyers|counsel"),
    (Function.FINANCE, "finance|the money people|accounting"),
    (Function.IT, "information technology|it(?= (?:team|side|folks|guys|people|department|dept))"),
    (Function.PROCUREMENT, "procurement|purchasing|supply chain|sourcing"),
    (Function.QUALITY, "quality"),
    (Function.BOARD, "the board"),
    (Function.OPERATIONS, "operations|ops"),
    (Function.EXECUTIVE, "executives|leadership|execs|the c suite"),
    (Function.CLINICAL, "clinical|clinicians|physicians|doctors|docs"),
)
_GROUP = r"(?: (?:team|side|folks|guys|people|department|dept|group))"
_NOUN = (
    r"(?: (?:a )?(?:concern|worr|issue|objection|risk|review|question|problem|blocker|requirement|burden|evidence"
    r"|outcome|trial))"
)
_BEFORE = (
    r"(?:^|\b(?:from|with|by|to|are|is|does|do|did|has|have|and|about|at|in|of|for|against|the|get|got|on"
    r"|approach|engage|convince) )"
)

_ONE = "|".join(f"(?P<{function.value}>{words})" for function, words in _TEAMS)
_TEAM = re.compile(rf"{_BEFORE}(?P<team>(?:{_ONE})(?:{_GROUP}|'s)?)(?:(?<='s)|(?!{_NOUN}))(?![\w'])")

_TOPICS: tuple[tuple[ConcernTopic, str], ...] = (
    (ConcernTopic.SECURITY_PRIVACY, r"security|hipaa|privacy|soc 2|pen test|residency|phi\b|breach"),
    (ConcernTopic.REIMBURSEMENT, r"reimburse|\bcms\b|medicaid|medicare|payer"),
    (ConcernTopic.INTEGRATION, r"integrat|interface|\behr\b|\bepic\b|cerner|meditech|hl7|fhir|\bapi"),
    (ConcernTopic.LEGAL_CONTRACT, r"\bbaa\b|contract|indemnif|liabilit|agreement|legal|\bterms\b"),
    (ConcernTopic.WORKFLOW_BURDEN, r"workflow|click|workload|training|adoption|burden|charting"),
    (ConcernTopic.CLINICAL_EVIDENCE, r"clinical (?:evidence|proof|outcome)|outcomes|evidence|efficacy|proof\b|safety"),
    (ConcernTopic.BUDGET_ROI, r"budget|pric(?:e|ing)|\bcosts?\b|\broi\b|money|payment|expensive"),
    (ConcernTopic.GOVERNANCE, r"governance|p&t|committee approval|board approval|approvals?\b"),
    (ConcernTopic.COMPETING_PRIORITY, r"priorit|go live|competing|other vendor|another vendor"),
    (ConcernTopic.VENDOR_VIABILITY, r"references?\b|viability|roadmap|our size|how small we are"),
)
_ROLES: tuple[tuple[BuyingRole, str], ...] = (
    (
        BuyingRole.CHAMPION,
        r"champion|sponsor|sells? for us|advocate|inside (?:person|man|woman|guy)|fights for us|carries",
    ),
    (
        BuyingRole.ECONOMIC_BUYER,
        r"""
        economic buyer|controls? the|\beb\b|purse|check\b|cheque|budget|money|signs? off on|who signs|pays\b|paying
        funds?\b
        """,
    ),
    (BuyingRole.VETO, r"veto|kill|pull the plug|(?:can|could|able to|power to) (?:block|stop|say no)|single handed"),
    (BuyingRole.DETRACTOR, r"detractor|work(?:s|ing) against|sabotag|undermin|enem(?:y|ies)|bad mouth"),
    (BuyingRole.INFLUENCER, r"influen|sways?\b"),
    (BuyingRole.EVALUATOR, r"evaluat|tests it|who reviews|reviewers?\b"),
    (BuyingRole.OWNER, r"owns? (?:this|it|the (?:deal|purchase))|point person"),
    (BuyingRole.USER, r"\busers?\b|who w(?:ill|ould) (?:\w+ )?(?:be )?us(?:e|ing)"),
)
_ALL_PARTS = 4  # whoever names so many wants all of them
_THEY = {"they": "(?:they|he|she|PERSON|TEAM|DEAL)", "gives": "(?:owes?|promised?|commit|send|deliver|doing)"}
_MONDAY_ALONE = (
    r"^\W*(?:(?:show|give|send)\s+(?:me\s+)?)?(?:(?:my|our|the|this week['\u2019]?s)\s+)?"
    r"(?:(?:monday(?:['\u2019]?s)?\s+)?forecast|monday(?:['\u2019]?s)?(?:\s+(?:pack|report|digest|preview|numbers))?)"
    r"(?:\s+please)?\W*$"
)
_FOCUS: tuple[tuple[Focus, str], ...] = (
    (Focus.LATE, r"overdue|\blate\b|past due|slipped|missed|behind on"),
    (
        Focus.THEIRS,
        r"""
        \b<they>(?: (?:still|supposed to|going to|due to|need to))* <gives>|owes? us
        theirs|from them|their side|waiting (?:on|for)
        (?:did|does|do|are|is|was) <they> (?:supposed|owe|promise|commit|still owe|agree)
        """,
    ),
    (
        Focus.OURS,
        r"""
        \b(?:we|i) (?:still )?(?:owe|promised?|commit)|\bmy plate|\bmy (?:todo|action|task)|\bours\b
        (?:did|do|have|am|are) (?:we|i) (?:still )?(?:owe|promise|commit|agree|supposed|need|have to|got)
        """,
    ),
    (Focus.BLOCKING, r"block|show ?stopper|deal ?breaker|hard stop|non starter"),
    (
        Focus.UNHEARD,
        r"""
        (?:have|has|did|do|had) (?:we |i |you |anyone |anybody )?(?:not|never)|yet to
        never (?:met|heard|spoken|talked)
        """,
    ),
    (
        Focus.CONFLICTS,
        r"""
        conflict|at odds|clash|fighting|infighting|arbitrat|settle|competing interests|against (?:who|each)|internal
        """,
    ),
    (Focus.SUCCESSORS, r"replace|succe[es]|take over|backup|back up|second champion|next champion|become|step in"),
    (
        Focus.MONDAY,
        rf"""
        {_MONDAY_ALONE}
        what (?:will|does|would|is) (?:\w+ ){{0,3}}?monday(?:'s)?(?: \w+){{0,2}} (?:show|say|look|tell|read|bring)
        what (?:will|does|would|is) .{{0,40}}\b(?:see|hear|read|get)\b.{{0,20}}\bmonday\b
        monday (?:preview|pack|report|digest|numbers)|show me monday\b|ready for monday\b
        """,
    ),
    (
        Focus.QUEUE,
        r"""
        \breview queue\b|\b(?:up|due|overdue|ready) for (?:an? |the |their )?(?:\w+ )?reviews?\b
        \breviews? (?:are |is )?(?:due|overdue|late)\b|\boverdue reviews?\b
        (?:deals|accounts) (?:to|should (?:i|we)) review
        what (?:should|do|must) (?:i|we) (?:have to |need to )?review\b(?! (?:at|with|for|about))
        ^\W*(?:my |our |the )?(?:monthly|quarterly) reviews\W*$
        """,
    ),
    (Focus.QUIET, r"quiet|silent|silence|dark\b|cold\b|ghost|longest|stale|neglect"),
)


def team_in(shape: Shape) -> tuple[Shape, Function | None]:
    """Put TEAM where a question names a part of the house, and tell which."""
    match = _TEAM.search(shape.plain)
    if match is None:
        return shape, None
    function = next(function for function, _ in _TEAMS if match.group(function.value))
    return shape.with_label(*match.span("team"), "TEAM"), function


def topic_in(plain: str) -> ConcernTopic | None:
    """Tell what kind of worry a question asks about."""
    return _first(_TOPICS, plain)


def role_in(plain: str) -> BuyingRole | None:
    """Tell which part in the decision a question asks about; None where it goes through them all."""
    named = [role for role, pattern in _ROLES if re.search(alternatives(pattern, _THEY), plain)]
    return named[0] if 0 < len(named) < _ALL_PARTS else None


def focus_in(plain: str, among: frozenset[Focus]) -> Focus | None:
    """Tell which of these parts of an answer a question asks for."""
    return _first(tuple(row for row in _FOCUS if row[0] in among), plain)


def asks_for_monday(text: str) -> bool:
    """Whether a message is nothing but the name of what Monday shows: "forecast", "monday"."""
    return re.match(_MONDAY_ALONE, text, re.IGNORECASE) is not None


def _first(table: tuple[tuple[_T, str], ...], plain: str) -> _T | None:
    return next((value for value, pattern in table if re.search(alternatives(pattern, _THEY), plain)), None)
