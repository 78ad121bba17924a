"""How stances, parts in the decision, and comings and goings are worded."""

import re

from dealbot.domain.stakeholder import BuyingRole, Stance

LEAVING = re.compile(
    r"\b(?:leav(?:es|ing)|left|retir(?:es|ed|ing)|resign(?:s|ed|ing)|quit|depart(?:s|ed|ing|ure)|last day|stepp(?:ed|ing) down|steps down|steps? back|stepping back|moving (?:to|on)|moves to|taking a job|took a job|took (?:a|another) (?:role|position)|is out\b|is gone|-> gone|gone,? last|was let go|let go|fired|reassigned|off the project|losing|no longer (?:with|there|at|works?|working)|headed to|replaced by|going to a)\b|\bout,",
    re.IGNORECASE,
)
ARRIVING = re.compile(
    r"\b(?:new (?:cfo|cio|cmo|cno|ceo|coo|ciso|chief|vp|director|head|general counsel|gc|interim|one|person|boss|\w+ officer)|starts (?:on|in|as|monday|next|apr|jan|feb|mar|may|jun|jul|aug|sep|oct|nov|dec)|starting (?:on|in|as|apr|may|next|jan|feb|mar|jun|jul|aug|sep|oct|nov|dec)|started (?:as|on|last|\d)|joins|joined as|taking over|takes over|took over|replac(?:es|ed|ing)|succeed(?:s|ed)|stepping in|steps in|fills in|filling in|promoted to|made permanent|named (?:as )?(?:interim|the new)|hired as|in since|acting)\b",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"\?\s*[\"”')]*$|\basked (?:how|what|when|which|if|whether|about|for|who|where)\b|\bwanted to know\b", re.IGNORECASE
)
STANCES: tuple[tuple[Stance, re.Pattern[str]], ...] = tuple(
    (stance, re.compile(pattern, re.IGNORECASE))
    for stance, pattern in (
        (
            Stance.OPPOSED,
            r"\b(?:hard no|flat no|dead set against|against (?:it|us|the)|opposed|opposes|voted (?:against|no)|says no|said no|a no\b|blocks?|blocking it|killed it|vetoed|refuses|won't (?:have|support|back) (?:it|us)|over (?:my|her|his) dead|no way|not on (?:my|his|her) watch|torpedo|lobbying against|working against)\b",
        ),
        (
            Stance.COMMITTED,
            r"\b(?:sponsor(?:s|ing|ed)?|fully behind|all in|selling (?:it|us)|sells us|pushing (?:it|us|for us|this)|champion(?:s|ing|ed)? (?:it|us|this)|signed off|approved (?:it|the|us)|gave (?:us )?(?:the )?(?:budget|money)|set aside|put us on the agenda|submitted our|told (?:her|his|the) (?:team|staff|colleagues)|voted (?:for|yes)|carry it|going to bat|made the case|released the (?:money|funds)|wrote the board)\b",
        ),
        (
            Stance.SUPPORTIVE,
            r"\b(?:likes|liked|loves?|loved|in favou?r|for it|on board|supportive|good to go|fine with|happy|keen|excited|impressed|a fan|wants (?:it|this|us|to (?:move|go|start|proceed|buy))|warm|satisfied|no (?:further )?(?:issues|concerns|objections|worries)|thinks it'?s (?:great|the best|good)|yes in principle|we'?re good|i'?m good|looks good)\b",
        ),
        (
            Stance.NEUTRAL,
            r"\b(?:on the fence|wait and see|waiting to see|no opinion|undecided|go(?:es)? along|will follow|whatever \w+ (?:decides|says)|could go either way|neutral|abstain(?:s|ed)?|rather wait|sitting it out|non-?committal|no strong)\b",
        ),
        (
            Stance.CONCERNED,
            r"\b(?:worr(?:y|ied|ies)|concern(?:ed|s)?|nervous|not (?:so )?sure|isn'?t sure|not sold|not convinced|skeptical|sceptical|hesita|reservations?|pushed back|pushback|wants (?:proof|evidence|to see)|won'?t \w+ (?:until|unless|without|before)|not (?:until|before|without)|only if|afraid|fears?|uneasy|dragging|doubts?)\b",
        ),
    )
)
ROLES: tuple[tuple[BuyingRole, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (
            BuyingRole.CHAMPION,
            r"\bchampion\b|\bsell(?:s|ing)? (?:us|it|this) (?:inside|internally|to)|\bcarry it (?:upstairs|to)|\bour (?:guy|gal|person|advocate) (?:inside|there)|\bgoing to bat\b|\btold (?:her|his|the) (?:boss|ceo|cfo|board|team).{0,20}\b(?:buy|should)|\bc\s*[:=]",
        ),
        (
            BuyingRole.ECONOMIC_BUYER,
            r"\b(?:holds?|controls?|owns?|releases?|releasing) (?:the )?(?:purse|budget|money|funds?|cash|checkbook|po|dollars)|\bsigns? (?:off on )?(?:the )?(?:money|checks?|cheques?|everything|anything|all)\b|\beconomic buyer\b|\bfinal say on (?:money|budget|spend)|\breleases (?:anything|nothing|it|the)|\bevery po\b.{0,24}\bhers|\bsigns (?:>|<|above|over|up to)|\bmoney is (?:his|hers)\b|\be\s*[:=]|\beb\b",
        ),
        (
            BuyingRole.VETO,
            r"\bveto\b|\bcan (?:stop|kill|sink|block) (?:it|this|the deal|us|anything)(?: alone| cold| dead)?|\bno go without (?:her|him|his|hers)|\bnothing (?:moves|happens|goes) without (?:her|him|his)",
        ),
        (
            BuyingRole.USER,
            r"\bend users?\b|\bwill (?:be )?us(?:e|ing) it\b|\bwould be (?:the ones )?using\b|\buses it (?:daily|every)|\bhas used it\b|\bused it for\b",
        ),
        (
            BuyingRole.EVALUATOR,
            r"\b(?:security review|reviews? (?:it|us|the|every)|evaluat(?:es|or|ing|ion)|vetting|vets\b|pen test|tests? it|testing it|assess(?:es|ing|ment)|reads every|chairs? (?:p&t|the value)|sign-?off on security|clear(?:s|ed) us)\b",
        ),
        (
            BuyingRole.INFLUENCER,
            r"\b(?:everyone|everybody|the others?|they all|docs|people|nurses|surgeons) (?:listens? to|follows?|do(?:es)? what)|\binfluen(?:ce|tial)|\bsways?\b|\bears? of\b|\bwhat (?:she|he) says goes|\bopinion leader",
        ),
        (
            BuyingRole.DETRACTOR,
            r"\bdetractor\b|\blobb(?:y|ies|ying) against|\bwork(?:s|ing) against (?:us|it)|\btrying to kill|\bbad-?mouth|\bpoison(?:s|ing) the well|\bagainst us\b",
        ),
        (
            BuyingRole.OWNER,
            r"\bruns? (?:the|this) (?:purchase|project|process|evaluation|deal|rfp|whole)|\bowns? (?:the|this) (?:purchase|project|process|evaluation|deal|rfp)|\bleads? the (?:evaluation|purchase|selection|rfp|project)|\bpoint person\b|\bproject lead\b|\bquarterback",
        ),
    )
)
