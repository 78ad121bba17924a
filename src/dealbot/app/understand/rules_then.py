"""The everyday questions of a deal, whose words overlap: the parts, who says yes, what worries, what next."""

from dealbot.app.question import Intent

THEN: tuple[tuple[Intent, str], ...] = (
    (
        Intent.TO_CONVINCE,
        r"""
        .*\bwhich .*\bnot (?:\w+ ){0,2}<yes>.*|blocking the yes|needs? more (?:work|love|convincing)|a maybe
        to get on board
        dragging (?:their|his|her) feet|left to win|lukewarm|cold on (?:this|it|us)|talk into|missing a yes
        \b(?:who|people|which ones) (?:\w+ )?hold(?:s|ing)? back\b
        yes is missing|(?:who|anyone|anybody) (?:is |are )?(?:still )?hesita|more love|lack support|hardest sell
        spend (?:my|our) time on|not feeling it|vote no|could say no|who is (?:a|the) problem|not there yet
        """,
    ),
    (
        Intent.ALIGNED,
        r"""
        ^which (?!.*\b(?:not|need|needs|still)\b).*(?:supportive|aligned|on board|convinced)
        friends\b|^who is in(?: at DEAL)?(?: \?+)?$
        who is pro\b|happy with (?:it|this|us)|locked down|got so far|already won|thumbs up|\bkeen\b|signed on\b
        c[ao]me around|count on|a friend\b|who wants (?:this|it|us)\b|lean on|excited|on our side|rooting
        stick their neck
        """,
    ),
    (
        Intent.ROLES,
        r"""
        \bpay(?:s|ing) for|who pays|calls the shots|inside (?:person|man|woman|guy)
        our (?:guy|man|woman|contact) (?:over|in|at)|fights for us|carries (?:this|it) for us|cast of|boss of (?!PERSON)
        (?:who|which) .*using it|last word|who is money|pull the plug|i need to know at|what does PERSON do\b|what part
        main people|in the room when|opinion counts|listens to|holds the keys|reviews it|undermining|at the table
        is PERSON important|\bveto|controls? the|(?:can|could|able to|power to) (?:block|stop|kill)
        who (?:can |could |will )?kills?\b|final say|authority|purse|economic buyer
        (?:signs?|writes?) (?:the|off on the) (?:check|cheque|money|budget)|holds the money|work(?:s|ing) against
        detractor|\bchampion|sponsor|who has the (?:money|power|budget)|gatekeeper|what role|roles?\b
        (?:the|on) (?:buying )?committee|buying (?:team|group|center)|key players|(?:stakeholder|influence) map|evaluat
        decision makers?|\bwho (?:\w+ )?decides?\b|influen|end users?|who (?:is|are) (?:the )?users?
        """,
    ),
    (
        Intent.OWNER,
        r"""
        \bownership of|runs point|driving the purchase|(?:single|one) (?:person|point)
        who (?:owns|runs|leads|drives) (?:this|the|it)\b|point person|deal owner
        """,
    ),
    (
        Intent.CONCERNS,
        r"""
        problem with (?:us|it|this)|<why> .*\bblock
        bugging|what is eating|have against|derail|go wrong|landmine|kill (?:this|it|the deal)|pushing back
        to be resolved|cautious|slowing (?:this|it|us)|the catch\b|does it hurt
        keeping (?:them|PERSON|TEAM|her|him|us) from|have to fix|scared|what bothers
        what (?:does|do|did|would|is) .*\bnot (?:like|want|agree)|(?:which|what|who) .*(?:worried|concerned|nervous)
        <why> .*\b(?:against|hesitat\w*|refus\w*|reluctant|worried)\b|who is blocking
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
        ball (?:is )?in|our court|still open with|needs to happen|on the list|get done|say we would|be chasing
        coming up|ever sen[dt]|delivered yet|have to send|my list|left to do|next move
        \bnext (?:steps?|actions?|moves?|things?)\b|what is (?:coming )?next|what (?:comes|happens) next|action items?
        \btodo\b|\bto do\b|\bowe[sd]?\b|promise|commit(?:ted|ments?)? to|commitments|overdue|\blate\b|past due
        deadlines?|\bdue\b|outstanding|follow ?ups?|open items?|supposed to|my plate|doing what|homework|deliverable
        pending|(?:should|do|must) (?:i|we) (?:need to )?do\b|have to do|to send us|do next|waiting (?:for|on)|tasks?\b
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
        went (?:dark|quiet|silent|cold)|in (?:any|a) meeting|talking to enough|how recently|not (?:we )?seen
        been to DEAL|lost touch|showed up|in front of|single threaded|only (?:know )?by name|got to TEAM|ignoring us
        \b(?:we|i|you|us|any(?:one|body)|nobody|ever|who) (?:\w+ ){0,3}(?:<talk>|engaged?)\b|touch(?:ed)? base|reached
        contacted|visited|heard? from|in touch|in contact|how long since|(?:days|weeks) since|how (?:often|frequently)
        gone (?:quiet|dark|silent|cold)|\bsilent\b|\bquiet|silence|ghost|engagement|touch ?points?|haven heard
        (?:not|never) heard
        """,
    ),
    (
        Intent.TO_CONVINCE,
        r"""
        \b(?:not|never|no one|nobody|yet to be|hardly) (?:\w+ )?<yes>|(?:has|have) not (?:\w+ )?(?:said|agreed|signed)
        (?:need|needs|have|left|still|yet|must|should|next|to|i|we|be) (?:\w+ ){0,3}<win_over>|convincing|holdouts?
        unaligned|unconvinced|undecided|s[kc]eptic|fence|(?<!up )against|oppos|resist|nay ?sayer|\bno votes?\b
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
        (?<!\bat )\brisks?\b|issues?\b|problem|push ?(?:ing )?back|reservation|hesita|hang ?up|sticking point|stopping
        stops?\b|\bbeef\b|fear|afraid|nervous|anxious|up at night|complain|pain points?|deal ?breaker|show ?stopper
        snag|roadblock|hates?\b|bother|(?<!in )trouble|barrier|friction|challenges?\b|uneasy
        """,
    ),
    (
        Intent.EHR,
        r"""
        epic or|or cerner|system do they|medical record|\behr\b|\bemr\b|(?:health|medical) records? (?:system|software)
        """,
    ),
    (
        Intent.EXPOSURE,
        r"""
        how do they get paid|their business is medicare|fee for service|value based|payer mix|self insured
        risk contracts?|exposure
        """,
    ),
    (
        Intent.ACCOUNT_HEALTH,
        r"""
        are they broke|have money|in trouble|financially|financial (?:health|position|shape|trouble)|growing or
        their (?:margins?|debt)|days cash|in debt
        """,
    ),
    (
        Intent.COMPETITION,
        r"""
        who else is in|looking at anybody|up against|competit|competing (?:vendor|product)|rival|incumbent
        who else are they|market share
        """,
    ),
)
