"""How lines of notes are marked: fields, turns, mail headers, closings."""

import re

MARK = re.compile(r"[\s>]*(?:(?:[-*•·–—▪◦☐✅❌]+|\(?\d{1,2}[.)])\s+)?(?:\[[ xX]\]\s+)?")
HEADING = re.compile(r"\s*#{1,6}\s+")
MAIL = re.compile(r"\s*>*\s*\**(from|to|cc|bcc|subject|date|sent|reply-to)\**\s*:\s*\**\s*", re.IGNORECASE)
WROTE = re.compile(
    r"\s*>*\s*on\b.{4,60}?[,;]?\s+(?:[ap]\.?m\.?,?\s+)?(?P<who>[^<\n\d]{2,60}?)\s*(?:<[^>]+>)?\s+wrote:\s*$",
    re.IGNORECASE,
)
WHO = r"@?[A-Za-zÀ-ÿ][\w.'’ À-ÿ-]{0,38}?"
CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
TURN = re.compile(
    rf"\s*>?\s*\**\s*(?:\[?\(?{CLOCK}\)?\]?\s*)?[-–]?\s*\**"
    rf"(?:\[(?P<boxed>{WHO})\]\**\s*[:>]?\**|"
    rf"(?P<who>{WHO})\**\s*(?:\((?P<what>[^)\n]{{1,60}})\))?\s*(?:[\[(]?{CLOCK}[\])]?)?\s*\**\s*[:>]\**)\s+(?=\S)"
)
FIELD = re.compile(r"\s*\**(?P<label>[A-Za-z][\w/&' ()-]{0,34}?)\**\s*[:=]\s*\**\s*")
CLOSING = re.compile(
    r"\s*(best( regards| wishes)?|(kind |warm )?regards|thanks( again| so much)?|thank you|cheers|sincerely|thx|talk soon)[,.!]*\s*$",
    re.IGNORECASE,
)
FIELD_WORDS = frozenset(
    """
    account interviewer interviewee company duration role roles host customer prospect client rep seller location place participants action actions agenda amount attendees authority background blocker blockers budget buyer call calls
    champion close competition competitor competitors compelling concern concerns contact contacts context contract
    criteria date deal decision dc dp discussion due economic eb ehr event follow followup gate gates identified
    implicate incumbent integration issue issues key legal metrics meeting met mtg need next note notes objection
    objections opportunity opp outcome owner pain paper participants people pilot present process product purpose re
    recap risk risks security sentiment signals stage stakeholder stakeholders status step steps subject summary
    timeline timing todo topic topics type update who with went well m e d i p c ask asks feeling gut read vibe
    private other misc bottom line tldr fyi ps
    """.split()
)
