"""Which question a shape asks: patterns in order, the first that fits decides.

Order is meaning here: what somebody said comes before what the words are about, "not on board" before "on board", and
wide words such as "status" come last.
"""

import re

from dealbot.app.patterns import alternatives
from dealbot.app.question import Intent

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

_TABLE: tuple[tuple[Intent, str], ...] = (
    (
        Intent.HELP,
        r"""
        ^(?:\?+|(?:help|commands?|menu|usage|hello|hi|hey|good morning)(?: me| please| there)?(?: \?+)?)$
        what (?:all )?can (?:you|i) (?:do|ask|say)|what do you do\b|who are you|what are you\b
        what questions can|how (?:do|can|should) (?:i|we|you) (?:use|work with|talk to) (?:this|it|you|dealbot)
        help with commands|how (?:does|do) (?:this|it|you|dealbot)(?: thing| bot)? works?
        """,
    ),
    (
        Intent.BRIEF,
        r"""
        ^(?:i am )?(?:seeing|meeting(?: with)?|calling) (?:PERSON|TEAM|them)|\b(?:prep|prepare|brief) me\b
        before (?:my|the|our) (?:meeting|call|visit)|(?:prep|briefing|brief) for|about to (?:see|meet|call)
        walking into
        """,
    ),
    (
        Intent.POLICY_IMPACT,
        r"""
        \b(?:which|what|how many) (?:\w+ )?(?:deals|accounts|opportunities)\b.*(?:affect|impact|\bhit\b|expos)
        """,
    ),
    (
        Intent.STALL_CAUSES,
        r"""
        (?:why|what).*\b(?:our |my |the |most )?deals (?:\w+ )?(?:stall|fail|slip|die|lost|lose)|root causes?
        why do we (?:usually )?lose
        """,
    ),
    (
        Intent.PIPELINE,
        r"""
        \bpipeline\b|across (?:all |the |our |my )*deals|\b(?:compare|versus|vs) .*DEAL
        \b(?:which|what|how many|all|my|our|list|show(?: me)?|every)(?: of)?(?: the| my| our| me)*(?: \w+)? deals\b
        """,
    ),
    (
        Intent.CONCERN_HISTORY,
        r"""
        what did we learn|how did we (?:address|answer|handle)|(?:concern|objection)s? history
        history of .*(?:concern|worr|objection)
        how (?:have|has|did) .*(?:concerns?|worries|objections?) (?:changed?|evolved?|moved?)
        """,
    ),
    (
        Intent.PILOT_INDICATORS,
        r"""
        are (?:the )?(?:they|TEAM|users|people) (?:\w+ )?using it|would they recommend|finding value
        (?:pilot|clinician) adoption
        """,
    ),
    (
        Intent.PILOT_CRITERIA,
        r"""
        (?:success|pilot) (?:success )?criteri|adoption above|pilot metrics
        what (?:does|would|counts as|defines|is) .*\bsuccess
        """,
    ),
    (
        Intent.GO_NO_GO,
        r"""
        \bmove on\b|walk away|\bgo no go\b|no go\b|help them build
        should we (?:stop|drop|quit|continue|pursue|keep going)
        worth (?:it|our time|pursuing|the (?:time|effort|investment))
        """,
    ),
    (
        Intent.QUALIFICATION,
        r"""
        <they_have>(?:a PERSON$|a PERSON \?|security (?:audit|officer|assessment)|third party|audit process)
        \bqualif|<they_have>(?:agreement template|legal framework|soc 2|fedramp|pen(?:etration)? test)
        """,
    ),
    (
        Intent.TIMELINE,
        r"""
        \btimeline\b|time line|close date|\beta\b|how (?:long|much longer|soon) (?:until|till|before|will|to)\b
        when <will> (?!.*\b(?:last|next meeting)\b).*\b<signs>\b
        """,
    ),
    (
        Intent.LIKELIHOOD,
        r"""
        likelihood|how likely|\bchances?\b|\bodds\b|probability|percent|how confident|win rate
        will (?:DEAL|it|this|they|we|the deal) (?:\w+ )?(?:close|win|sign|happen|land)
        are we going to (?:win|close|lose)
        """,
    ),
    (
        Intent.ENGAGEMENT,
        r"""
        \bwhen\b.*\b(?:last|latest|most recent|previous)\b
        \blast (?:time|contact|call|touch|touchpoint|conversation|meeting|heard|se?en|saw|visit|<talk>)\b
        \bwhen (?:did|have|was|were|had) (?:we|i|you|anyone|our)\b.*(?:<talk>|call|engag|see|visit|heard?)
        """,
    ),
    (
        Intent.LEARNED,
        r"""
        what (?:else |exactly )?(?:did|does|has|have|had|was|were|is|do) .*\b(?:<says>|<wants>)\b(?! yes)
        what <who> (?:said|told|wants?|mentioned|asked)|(?:did|has|have|had) <who> (?:\w+ )?<says>\b(?! yes)
        how did <who> (?:\w+ )?(?:react|respond|take|feel|answer)
        what (?:do|did) we (?:know|hear|heard|learn) about
        """,
    ),
    (
        Intent.AFFECTED,
        r"""
        (?:affected|impacted) by (?:the|this|our)|manage (?:the )?resistance|change management
        who (?:is|will be|gets).*affected
        """,
    ),
    (
        Intent.PLAN,
        r"""
        \bcampaigns?\b|engagement (?:plan|strategy)|strategy for|plan for (?:PERSON|each|TEAM)
        how (?:do|should|can|would) (?:we|i) (?:approach|engage|win|handle|work) (?:PERSON|TEAM|each|them|her|him)
        """,
    ),
    (
        Intent.KNOWLEDGE,
        r"""
        how (?:do|should|would|can) (?:i|we|you) (?:handle|respond|answer|deal with|position|explain|overcome|counter)
        best practice|playbook|what does \w+ stand for|what is an? \w+$
        """,
    ),
    (
        Intent.REVIEW,
        r"""
        what (?:has |have |is )?(?:changed|new)\b|anything (?:new|changed)|circumstances changed
        adjust our approach|since (?:the |our |my )?(?:last )?(?:review|monday|week)|account review
        """,
    ),
    (
        Intent.ROLES,
        r"""
        \bveto|(?:can|could|able to|power to) (?:block|stop|kill)|who (?:can |could |will )?kills?\b|final say
        authority|purse|economic buyer|(?:signs?|writes?) (?:the|off on the) (?:check|cheque|money|budget)
        holds the money|work(?:s|ing) against|detractor|\bchampion|sponsor|who has the (?:money|power|budget)
        gatekeeper|what role|roles?\b|(?:the|on) (?:buying )?committee|buying (?:team|group|center)|key players
        (?:stakeholder|influence) map|evaluat|decision makers?|\bwho (?:\w+ )?decides?\b|influenc|end users?
        who (?:is|are) (?:the )?users?
        """,
    ),
    (
        Intent.OWNER,
        r"""
        (?:single|one) (?:person|point)|who (?:owns|runs|leads|drives) (?:this|the|it)\b|point person|deal owner
        """,
    ),
    (
        Intent.CONCERNS,
        r"""
        what (?:does|do|did|would|is) .*\bnot (?:like|want|agree)
        (?:which|what|who) .*(?:worried|concerned|nervous)
        <why> .*\b(?:against|hesitat\w*|refus\w*|reluctant|worried)\b
        who is blocking
        <why> .*\bnot (?:\w+ )?(?:sign|say|agree|approv|budge|support|back|like|want|commit|on board|for)
        """,
    ),
    (
        Intent.LEARNED,
        r"""
        ^(?:so |and |but )?why\b(?! (?:is|are) (?:it|we|this|things|DEAL|the deal)\b)
        (?:position|views?|take|stance|thoughts?|opinion|feedback) (?:on|about) (?!us\b|this\b|it\b|the deal\b|DEAL)
        """,
    ),
    (
        Intent.NEXT_STEPS,
        r"""
        \bnext (?:steps?|actions?|moves?|things?)\b|what is (?:coming )?next|what (?:comes|happens) next
        action items?|\btodo\b|\bto do\b|\bowe[sd]?\b|promise|commit(?:ted|ments?)? to|commitments|overdue
        \blate\b|past due|deadlines?|\bdue\b|outstanding|follow ?ups?|open items?|supposed to|my plate
        doing what|homework|deliverable|pending|(?:should|do|must) (?:i|we) (?:need to )?do\b|have to do
        to send us|do next|waiting (?:for|on)|tasks?\b
        """,
    ),
    (
        Intent.CONTACT,
        r"""
        \be ?mail\b|phone|contact (?:info|details|card)|\breports? to\b|reporting (?:line|to)|\bboss\b|org chart
        """,
    ),
    (
        Intent.ENGAGEMENT,
        r"""
        \b(?:we|i|you|us|anyone|anybody|ever|who) (?:\w+ ){0,3}(?:<talk>|engaged?)\b
        touch(?:ed)? base|reached|contacted|visited|heard? from|in touch|in contact|how long since
        (?:days|weeks) since|how (?:often|frequently)|gone (?:quiet|dark|silent|cold)|\bsilent\b|\bquiet|silence
        ghost|engagement|touch ?points?|haven heard|(?:not|never) heard
        """,
    ),
    (
        Intent.TO_CONVINCE,
        r"""
        \b(?:not|never|no one|nobody|yet to be|hardly) (?:\w+ )?<yes>
        (?:has|have) not (?:\w+ )?(?:said|agreed|signed)
        (?:need|needs|have|left|still|yet|must|should|next|to|i|we|be) (?:\w+ ){0,3}<win_over>|convincing
        holdouts?|unaligned|unconvinced|undecided|s[kc]eptic|fence|against|oppos|resist|nay ?sayer|\bno votes?\b
        (?:says?|said|saying) no\b|not (?:like|want|support|back)\b|chang\w* .*mind|mind.* change
        """,
    ),
    (
        Intent.ALIGNED,
        r"""
        <yes>|in (?:our|my) corner|\bback(?:s|ing|ed)?\b (?:us|this|it|the)|\byes\b|\bvot|buy in\b
        likes? (?:us|it|this)|\bally|\ballies|\bfans?\b|friendly|positive
        """,
    ),
    (
        Intent.CONCERNS,
        r"""
        concern|worr|objection|\bblock|hold(?:s|ing)? .*(?:up|back)|\bin the way|obstacle|hurdle|red flag
        (?<!\bat )\brisks?\b|issues?\b|problem|push ?(?:ing )?back|reservation|hesita|hang ?up|sticking point
        stopping|stops?\b|\bbeef\b|fear|afraid|nervous|anxious|up at night|complain|pain points?|deal ?breaker
        show ?stopper|snag|roadblock|hates?\b|bother|trouble|barrier|friction|challenges?\b|uneasy
        """,
    ),
    (Intent.EHR, r"\behr\b|\bemr\b|(?:health|medical) records? (?:system|software)"),
    (Intent.EXPOSURE, r"fee for service|value based|payer mix|self insured|risk contracts?|exposure"),
    (
        Intent.ACCOUNT_HEALTH,
        r"""
        financially|financial (?:health|position|shape|trouble)|growing or|their (?:margins?|debt)|days cash
        in debt
        """,
    ),
    (Intent.COMPETITION, r"competit|competing (?:vendor|product)|rival|incumbent|who else are they|market share"),
    (
        Intent.STANDING,
        r"""
        \bstands?\b|status|where (?:is|are|were|did|do|does|was) |on track|\bat risk|\bstuck\b|updates?\b
        rundown|latest|\btldr\b|catch me up|summar|recap|overview|picture|state of|going on
        how (?:healthy|good|bad)|\bphase\b|\bstage\b|stance|position|good shape|pulse|temperature
        how (?:is|are|goes|was) |read on|winning|losing|scoop|what is up with
        (?:think(?:s|ing)?|feels?) (?:of|about) (?:us|this|it|our)|what is happening
        """,
    ),
    (
        Intent.ROLES,
        r"""
        \bwho is (?:the )?(?:PERSON|TEAM)|players?\b|involved|who is who|stakeholders?\b
        do we know (?:at|in|over|there)|who do we know|committee|who are (?:the people|they)|which people
        who is (?:there|on it)|our contacts
        """,
    ),
)


RULES = tuple((intent, re.compile(alternatives(lines, _PIECES))) for intent, lines in _TABLE)


def intent_of(plain: str) -> Intent | None:
    """Tell what a shape asks, or None where no rule fits."""
    return next((intent for intent, pattern in RULES if pattern.search(plain)), None)
