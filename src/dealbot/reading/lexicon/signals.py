"""How facts that change an account or a deal are worded."""

import re

from dealbot.domain.signal import SignalKind

EHR = r"\b(?:epic|cerner|oracle health|meditech|athena(?:health|one)?|allscripts|nextgen|eclinicalworks|ecw|netsmart|cpsi|evident|veradigm|medhost|azalea|greenway)\b"
STAYS = re.compile(
    r"\b(?:is|are|as|be|remains?|became) (?:still )?(?:our|the|a|my) (?:\w+ )?(?:champion|sponsor|advocate)\b",
    re.IGNORECASE,
)
KINDS: tuple[tuple[SignalKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (SignalKind.EHR, EHR + r"|\binterface (?:queue|team|engine|spec|build|analyst)|\behr\b"),
        (
            SignalKind.SECURITY_REQUIREMENT,
            r"\b(?:soc ?2|fedramp|hitrust|pen(?:etration)?[ -]?test|security (?:questionnaire|review|audit|assessment)|\d+[- ](?:line|question|item) (?:security )?questionnaire|questionnaire|right of audit|iso ?27001|mfa|data flow)\b",
        ),
        (
            SignalKind.CONTRACT,
            r"\b(?:baa|msa|vendor agreement|redlines?|indemnif\w+|liability(?: cap)?|their (?:paper|template)|insurance|order form|term sheet|terms?heet|governing law|contract|umbrella cert|sow)\b",
        ),
        (
            SignalKind.GATE,
            r"\b(?:p&t|mec|board|committee|cmte|council|irb|steering|value analysis|capital (?:call|round)|exec (?:team|council))\b",
        ),
        (SignalKind.PILOT, r"\b(?:pilot(?:s|ed|ing)?|trial|go-?live|proof of concept|poc|bake-?off)\b"),
        (
            SignalKind.ORG_CHANGE,
            r"\b(?:merg(?:er|ing|ed|es)|acqui(?:red|sition|ring)|clos(?:ing|ure|ed) (?:the|its|two|three|\w+ (?:hospital|unit|clinic))|layoffs?|laid off|let \w+ people go|restructur\w+|reorg\w*|spin(?:ning)? off|folding into|bought by|affiliat\w+|consolidat\w+)\b",
        ),
        (
            SignalKind.BUDGET_CHANGE,
            r"\b(?:freeze|frozen|budget(?:s|ed)?|fy ?\d\d|fiscal|capital|cut(?:s|ting)? \d+|set aside|moved the money|new money|grant|funding|earmark\w*)\b",
        ),
        (
            SignalKind.POLICY_CHANGE,
            r"\b(?:cms|medicare|medicaid|medi-cal|opps|340b|site[- ]neutral|waiver|payment reform|final rule|proposed rule|payer (?:policy|rule)|rate cut|prior auth)\b",
        ),
        (
            SignalKind.EXPOSURE,
            r"\b(?:payer mix|\d+\s?% (?:medicare|medicaid|commercial|ffs)|(?:medicare|medicaid) \d+|fee[- ]for[- ]service|ffs|value[- ]based|mssp|aco|risk contracts?|full risk|self-?insured|capitat\w+|covered lives|downside)\b",
        ),
        (
            SignalKind.FINANCIAL_STRESS,
            r"\b(?:days cash|margins?|debt|bonds?|covenant|operating loss|in the red|losing money|downgrad\w+|moody'?s|fitch|cash on hand|going concern|payroll)\b",
        ),
        (
            SignalKind.COMPETITOR,
            r"\b(?:competitor|incumbent|other vendor|another vendor|also (?:looking at|talking to|demoing)|rival|up against|bake-?off|versus us|cheaper than us|undercut\w*|comp(?:etition)?:)\b",
        ),
        (
            SignalKind.CHAMPION_LOST,
            r"\b(?:leav(?:es|ing)|resign\w*|retir\w+|last day|stepp?(?:s|ed|ing) (?:down|back)|reassigned|moving to|took a job|losing)\b",
        ),
        (
            SignalKind.LEADERSHIP_CHANGE,
            r"\b(?:new (?:cfo|cio|cmo|cno|ceo|coo|ciso|chief|vp)|interim|taking over|takes over|starts (?:on|as|in|\w+ \d)|joined as|leav(?:es|ing)|resign\w*|retir\w+|last day|made permanent|named|hired)\b",
        ),
    )
)
