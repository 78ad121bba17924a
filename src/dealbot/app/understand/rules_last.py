"""Wide words that come last: they decide only where nothing else of the question is left unread."""

from dealbot.app.question import Intent

LAST: tuple[tuple[Intent, str], ...] = (
    (
        Intent.STANDING,
        r"""
        the story\b|(?:short|second|minute|quick) version|up to speed|in a nutshell|good or bad|are we good\b
        \w+ing anywhere|\b(?:alive|dead)\b|should i (?:worry|know|tell)
        need to know about DEAL|cooking|how far along|mood\b|attitude|hot or cold|feels? about|leave off
        how did DEAL go|we looking|\bstands?\b|status|where (?:is|are|were|did|do|does|was) |on track|\bat risk
        \bstuck\b|updates?\b|rundown|latest|\btldr\b|catch me up|summar|recap|overview|picture|state of|going on
        how (?:healthy|good|bad)|\bphase\b|\bstage\b|stance|position|good shape|pulse|temperature
        how (?:is|are|goes|was) |read on|winning|losing|scoop|what is up with
        (?:think(?:s|ing)?|feels?) (?:of|about) (?:us|this|it|our)|what is happening
        """,
    ),
    (
        Intent.ROLES,
        r"""
        \bwho is (?:the )?(?:PERSON|TEAM)|players?\b|involved|who is who|stakeholders?\b
        do we know (?:at|in|over|there)|who do we know|who are (?:the people|they)|which people
        who is (?:there|on it)|our contacts
        """,
    ),
    (
        Intent.PIPELINE,
        r"""
        across (?:all |the |our |my )*deals
        \b(?:which|what|how many|all|my|our|list|show(?: me)?|every)(?: of)?(?: the| my| our| me)*(?: \w+)? deals\b
        """,
    ),
)
