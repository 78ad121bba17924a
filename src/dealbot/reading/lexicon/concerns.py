"""How concerns are worded, by topic, and how far they have come."""

import re

from dealbot.domain.concern import ConcernTopic

RESOLVED = re.compile(
    r"\b(?:resolved|settled|no longer (?:a|an)|not (?:a|an) (?:issue|concern|problem) (?:any ?more|now)|satisfied|off the (?:table|list)|closed (?:out)?|cleared|signed off|good (?:with|w/) (?:it|that|the)|happy with|fine with|ok(?:ay)?'?d|approved|passed|one less|put to bed|done and dusted|withdrew|dropped (?:it|the|her|his)|came around|good enough|works for|that'?s fine|no more (?:questions|issues)|nothing left|accepted|can live with|is over|lifted|is free again|that excuse is gone|solved|sorted|behind us)\b",
    re.IGNORECASE,
)
ADDRESSED = re.compile(
    r"\b(?:(?:i|we) (?:told|showed|explained|walked|sent|gave|answered|offered|shared|pointed|said|put|ran|demoed|promised)|sent (?:her|him|them|over)|answered|addressed|no (?:verdict|word|reply|answer) (?:yet|back)|hasn'?t (?:said|replied|answered|responded)|waiting (?:to hear|for (?:her|his|their) (?:reply|answer|verdict)))\b",
    re.IGNORECASE,
)
BLOCKING = re.compile(
    r"\b(?:non-?starter|hard stop|deal-?breaker|dealbreaker|dead on arrival|no go without|no deal without|won'?t (?:sign|release|approve|pay|fund|go|move|open|grant|clear|let|touch|put|bring|start|take)[^.]{0,60}\b(?:until|till|til|unless|without|before)|not (?:signing|releasing|paying|approving|opening|moving)[^.]{0,50}\b(?:until|till|til|unless|without|before|on)|"
    r"no (?:money|funds?|signature|approval|start|go-?live|conversation|contract|interface|dollars?)[^.]{0,30}\b(?:until|till|til|unless|without|before)|nothing (?:moves|happens|goes|gets signed)[^.]{0,30}\b(?:until|till|til|unless|without|before)|refus(?:es|ed|ing) to (?:sign|pay|release|approve)|can'?t (?:sign|approve|release)[^.]{0,30}\b(?:until|unless|without)|will not (?:grant|sign|release|approve|have|accept)|isn'?t (?:paying|signing|something i can approve)|no .{3,40}, no .{3,40})",
    re.IGNORECASE,
)
NONE = re.compile(
    r"\b(?:no|zero|without|any) (?:real |further |other |big |more |major )?(?:concerns?|issues?|objections?|worries|problems?|complaints?|pushback)\b|\bnot (?:a )?(?:worried|concerned)\b|\bnone came up\b|\bno (?:budget|price) talk\b",
    re.IGNORECASE,
)
PLAIN = re.compile(
    r"\b(?:worr(?:ied|ies|y) (?:about|that|over)|concern(?:ed|s)? (?:about|that|over|is\b)|nervous about|uneasy (?:about|with)|afraid (?:of|that)|fears?\b|push(?:ed|es|ing) back (?:\w+ )?on|object(?:s|ed) to|sk?c?eptical (?:of|about)|(?:isn'?t|is not|not|wasn'?t) (?:yet )?(?:sold|convinced)|too (?:high|expensive|costly|steep|risky)|(?:has|have|had) (?:a |an |some )?(?:problems?|issues?|reservations?|doubts) (?:with|about))\b",
    re.IGNORECASE,
)
CALM = re.compile(
    r"\b(?:not|no longer|never|nobody|(?:is|was|are|were|does|do)n'?t|without|less) (?:\w+ )?(?:worr(?:ied|y)|concern(?:ed)?|nervous|uneasy|afraid|fear)\b|\bhad (?:been )?(?:worried|concerned|nervous|uneasy)\b|\b(?:no|zero) (?:\w+ )?(?:concerns?|worries|worry|issues?|objections?|doubts|fears?)\b",
    re.IGNORECASE,
)
SETTLED = re.compile(
    r"\b(?:concerns?|worr(?:y|ies)|issues?|objections?)\b.{0,40}\b(?:resolved|settled|gone|closed|sorted|cleared)\b|\b(?:happy|fine|ok|okay) with (?:it|that|this|them) now\b|\bno longer (?:worried|concerned)\b",
    re.IGNORECASE,
)
NEUTRAL_QUESTION = re.compile(r"^(?:\W*\w+){0,3}\W*(?:asked|wanted to know|wondered)\b", re.IGNORECASE)
BODY = re.compile(
    r"\b((?:the |their )?(?:(?-i:[A-Z])[\w&']+ |capital |finance |pharmacy |steering |value analysis |credentials |quality |ethics |security |investment |exec(?:utive)? |privacy |nursing |medical exec(?:utive)? |change |data |clinical |it |purchasing |budget |governance )*(?:committee|cmte|board|council|p&t|mec|irb)(?: committee)?)\b",
    re.IGNORECASE,
)
TOPICS: tuple[tuple[ConcernTopic, re.Pattern[str]], ...] = tuple(
    (topic, re.compile(pattern, re.IGNORECASE))
    for topic, pattern in (
        (
            ConcernTopic.SECURITY_PRIVACY,
            r"\b(?:security|hipaa|soc ?2|pen(?:etration)?[ -]?test|data residency|privacy|fedramp|hitrust|phi\b|encrypt|breach(?!\s*(?:liab|cap|clause))|sso|part 2\b|consent|data (?:leav|leak|map|flow))",
        ),
        (
            ConcernTopic.LEGAL_CONTRACT,
            r"\b(?:baa|indemnif|liabilit|cap\b|redline|msa\b|vendor agreement|their (?:paper|template)|contract (?:language|terms|wording)|termination|governing law|insurance (?:rider|cert)|legal terms|clause)",
        ),
        (
            ConcernTopic.INTEGRATION,
            r"\b(?:integrat|interface|hl7|fhir|adt\b|epic (?:queue|team|build|side)|connector|api\b|write-?back|single sign|it effort|version|bridge|feed\b)",
        ),
        (
            ConcernTopic.WORKFLOW_BURDEN,
            r"\b(?:click|workload|workflow|alert fatigue|alerts?\b|training time|train(?:ing)? (?:the )?(?:nurses|staff)|adoption|burden|one more (?:screen|thing|login)|extra (?:step|work|charting)|night shift|staff time|double (?:chart|document)|overrid)",
        ),
        (
            ConcernTopic.CLINICAL_EVIDENCE,
            r"\b(?:evidence|outcomes?|validat|peer[- ]review|study|studies|published|false (?:positive|alarm)|sensitivity|accura|drug safety|interactions?|proof it works|safety|denominator|kids|pediatric data|bias)",
        ),
        (
            ConcernTopic.BUDGET_ROI,
            r"\b(?:budget|price|pricing|cost|roi|payback|capital|expensive|discount|opex|capex|money|dollars|savings|fund(?:s|ing)?\b|fte|cash|pay for)",
        ),
        (
            ConcernTopic.REIMBURSEMENT,
            r"\b(?:cms|medicare|medicaid|payer|reimburs|waiver|drg|fee[- ]for[- ]service|value[- ]based|340b|opps|site[- ]neutral|code(?:s)?\b.{0,20}bill|billing code|rates?\b.{0,12}cut|medi-cal)",
        ),
        (
            ConcernTopic.GOVERNANCE,
            r"\b(?:committee|cmte|board|p&t|mec\b|council|approval|sign-?off|agenda|governance|irb|steering|calendar|vote)",
        ),
        (
            ConcernTopic.COMPETING_PRIORITY,
            r"\b(?:go-?live|other project|competing|incumbent|already (?:bought|committed|signed|using)|other vendor|another vendor|bandwidth|short-?staffed|staffing|conversion|too much on|on (?:our|their) plate|hiring freeze|epic (?:move|cutover|migration)|freeze\b.{0,20}(?:build|it|change)|wait for (?:epic|our own))",
        ),
        (
            ConcernTopic.VENDOR_VIABILITY,
            r"\b(?:reference|your size|our size|too small|startup|start-up|run(?:way)?|funding round|acquired|go under|roadmap|support (?:hours|team|line)|be around|track record|how many customers|bankrupt)",
        ),
    )
)
