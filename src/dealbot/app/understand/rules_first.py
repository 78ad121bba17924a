"""Questions told by a word of their own, whatever else is said: help, odds, dates, plans, what somebody said."""

from dealbot.app.question import Intent

# A line between `.*` knows every word of the question: it decides whatever else is said.
FIRST: tuple[tuple[Intent, str], ...] = (
    (
        Intent.LEARNED,
        r"""
        .*(?:concern|worr|objection|doubt|rais|learn|hear|heard|brought up|came up|told).*<answered>.*<follows>.*
        """,
    ),
    (Intent.CONCERN_HISTORY, r".*<known> .*\b(?:concerns?|worr(?:y|ies)|objections?|doubts?)\b.*"),
    (
        Intent.ACCOUNT_HEALTH,
        r".*<known> .*\b(?:financ(?:e|es|ial|ials)|margins?|balance sheet|debt|growth|strategic priorities)\b.*",
    ),
    (Intent.EXPOSURE, r".*<known> .*\b(?:payer mix|reimbursement|risk contracts|fee for service)\b.*"),
    (Intent.EHR, r".*<known> .*\b(?:ehr|emr|record system)\b.*"),
    (Intent.COMPETITION, r".*<known> .*\b(?:market share|competitors?|rivals?|other vendors?)\b.*"),
    (Intent.KNOWLEDGE, r".*\b(?:playbook|(?:our|the) (?:guides?|library|materials?))\b.*"),
    (
        Intent.HELP,
        r"""
        what kinds? of (?:things|questions)|show me what you can|can you help me|how do i log
        how am i supposed to (?:talk|use)|(?:what are )?you good for
        ^(?:\?+|(?:help|commands?|menu|usage|hello|hi|hey|good morning)(?: me| please| there)?(?: \?+)?)$
        what (?:all )?can (?:you|i) (?:do|ask|say)|what do you do\b|who are you|what are you\b|what questions can
        how (?:do|can|should) (?:i|we|you) (?:use|work with|talk to) (?:this|it|you|dealbot)|help with commands
        how (?:does|do) (?:this|it|you|dealbot)(?: thing| bot)? works?
        """,
    ),
    (
        Intent.CONTACT,
        r"""
        \breports? to (?:who|whom|PERSON|TEAM)\b|\bwho reports to\b|\breporting lines?\b
        """,
    ),
    (
        Intent.ROLES,
        r"""
        \bconflicts?\b(?! of interest)|\bat odds\b|\bclash(?:es|ing)?\b|\binfighting\b|arbitrat|competing interests
        who is (?:fighting|against) (?:with )?(?:who|whom|each other|PERSON|TEAM)
        \bfighting (?:with|over|each other|PERSON)
        who (?:can|could|should) (?:settle|sort)|lost to (?:internal|their own|infighting)
        (?:back ?up|second|next|another|new) champion|who .*\b(?:become|be) (?:our|a|the) champion
        (?:replace|succeed|take over (?:from|for)|step in for) (?:PERSON|our champion|the champion|her|him)
        (?:how|is|are) (?:\w+ ){1,3}(?:a |our |the )?(?:\w+ )?champion\b
        """,
    ),
    (
        Intent.BRIEF,
        r"""
        get me ready|\bask PERSON (?:tomorrow|today|at)
        ^(?:i am )?(?:seeing|meeting(?: with)?|calling) (?:PERSON|TEAM|them)|\b(?:prep|prepare|brief) me\b
        before (?:my|the|our) (?:meeting|call|visit)|(?:prep|briefing|brief) for|about to (?:see|meet|call)
        walking into
        """,
    ),
    (
        Intent.POLICY_IMPACT,
        r"""
        \b(?:which|what|how many) (?:\w+ )?(?:deals|accounts|opportunities)\b.*(?:affect|impact|\bhit\b|expos|\btouch)
        ^(?!.*\b(?:say|said|says|told|tell|think)\b).*\b<rule>\b.* <hits> (?:\w+ )?(?:DEAL|us|them|this deal|any)\b
        \b(?:hit|affected|impacted|touched|exposed) (?:by|to) .*\b<rule>\b
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
        book of business|which ones need
        rank (?:my|our|the) (?:\w+ )?(?:deals|accounts|opportunities|opps)|across accounts|my number|\bpipeline\b
        \bdeals\b.*(?:at risk|on track|stuck|quiet|cold\b|dark\b|single threaded|slip|attention|mov(?:ed|ing))
        what (?:is|do we have|have we got) in (?:my |our |the )?(?:commit|best case)\b
        \bdeals\b.*(?:in danger|in trouble|worry me|need me)
        ^(?:my|our|all|list|show(?: me)?|the|every)(?: of)?(?: the| my| our| all| me)* (?:\w+ )?deals(?: please| \?+)*$
        \bdeals (?:sorted|ranked|ordered|by)\b
        """,
    ),
    (
        Intent.CONCERN_HISTORY,
        r"""
        what did we learn|how did we (?:address|answer|handle)|(?:concern|objection)s? history
        (?:history|chronology|evolution|development|timeline|story|course) of .*(?:concern|worr|objection|doubt)
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
        (?:TEAM|security|qualification|hipaa|gating) (?:checklist|items)
        what (?:else )?do (?:we|you) (?:still )?not (?:yet )?know
        <they_have>(?:a PERSON(?:$| \?)|security (?:audit|officer|assessment)|third party|audit process)|\bqualif
        <they_have>(?:agreement template|legal framework|soc 2|fedramp|pen(?:etration)? test)
        what (?:else )?do (?:we )?not (?:we )?(?:yet )?know(?: yet)?(?: about DEAL| of DEAL)?(?: \?)*$
        """,
    ),
    (
        Intent.TIMELINE,
        r"""
        get ink|\bsignature|make the quarter|more months|\btimeline\b|time line|close date|\beta\b
        how (?:long|much longer|soon) (?:until|till|before|will|to)\b
        when <will> (?!.*\b(?:last|next meeting)\b).*\b<signs>\b
        """,
    ),
    (
        Intent.LIKELIHOOD,
        r"""
        would you bet|going to happen|in commit\b|how sure|will (?:they|PERSON|TEAM) buy|likelihood|how likely
        \bchances?\b|\bodds\b|probability|percent|how confident|win rate
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
        Intent.STANDING,
        r"""
        tell my (?:boss|manager|team)|take on (?:us|this|it)
        ^(?:compare |put )?DEAL (?:and|with|to|vs|versus|against|next to) DEAL(?: side by side| please| \?+)*$
        """,
    ),
    (Intent.CONCERNS, r"^(?:compare )?DEAL (?:and|with|to|vs|versus|against) DEAL on TEAM(?: \?+)?$"),
    (Intent.NEXT_STEPS, r"what did (?:we|i) say (?:we|i) would|what (?:did|have) (?:we|i) promised?"),
    (
        Intent.LEARNED,
        r"""
        what (?:else |exactly )?(?:did|does|has|have|had|was|were|is|do) .*\b(?:<says>|<wants>)\b(?! yes)
        what <who> (?:said|told|wants?|mentioned|asked)|(?:did|has|have|had) <who> (?:\w+ )?<says>\b(?! yes)
        how did <who> (?:\w+ )?(?:react|respond|take|feel|answer)|what (?:do|did) we (?:know|hear|heard|learn) about
        """,
    ),
    (
        Intent.LEARNED,
        r"""
        what (?:was|were|did (?:we|they)) agree
        how (?:is|was|did|are) (?:the|their) (?:pilot|demo|visit|test|trial|call|meeting)\b
        when (?:does|do|did|is|will) .*\b(?:meet|start|begin|end|vote)\b|what (?:problem|pain|need)s? (?:are|is|do)\b
        \bhow (?:many|much)\b(?!.*\b(?:yes|votes?|on board|concerns?|worries|promises|people|deals|times|days|weeks)\b)
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
        the play with|bring to PERSON|how do we get (?:PERSON|TEAM)|approach TEAM|\bcampaigns?\b
        engagement (?:plan|strategy)|strategy for|plan for (?:PERSON|each|TEAM)
        how (?:do|should|can|would) (?:we|i) (?:approach|engage|win|handle|work) (?:PERSON|TEAM|each|them|her|him)
        """,
    ),
    (
        Intent.KNOWLEDGE,
        r"""
        talking points|what do i say when|other reps
        how (?:do|should|would|can) (?:i|we|you) (?:handle|respond|answer|deal with|position|explain|overcome|counter)
        best practice|playbook|what does \w+ stand for|what is an? \w+$
        """,
    ),
    (
        Intent.REVIEW,
        r"""
        ^(?:let us |please |do )?(?:the |our |a )?(?:monthly |quarterly )?review (?:of |for )?(?:DEAL|it|the deal)\b
        different from|what moved|anything happen|did i miss|what (?:has |have |is )?(?:changed|new)\b
        anything (?:new|changed)|circumstances changed|adjust our approach
        since (?:the |our |my )?(?:last )?(?:review|monday|week)|account review
        """,
    ),
)
