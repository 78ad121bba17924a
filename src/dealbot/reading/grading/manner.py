"""How somebody talks who does what one must not: what they call needless, put off, rush, promise or force."""

import re

_NEEDLESS = re.compile(
    r"\bno (?:need|point|use|sense|reason)\b"
    r"|\b(?:do|does|did|would|wo|could|ca)n['’]t (?:need|bother|waste|burn|worry|fuss"
    r"|poke|dwell|touch)\b|\bwast(?:e|es|ing) (?:of|time|your|weeks|days|it)\b|\bis a waste\b"
    r"|\bnot worth\b|\boverkill\b"
    r"|\boverthink|\bovercomplicat|\b(?:only|just) (?:slows|delays|confuses|complicates|scares|invites)\b"
    r"|\bslows? (?:things|us|it|down|the|everything)\b|\bformality\b|\bbureaucra|\bred tape\b",
    re.IGNORECASE,
)
_BELIEVED = re.compile(
    r"\bI (?:do not|don['’]t|never) (?:believe|care|ask|check|read|see (?:why|the point)|go into|get into|spend)\b"
    r"|\bnot (?:really )?my (?:area|job|problem|business|concern)\b|\b(?:their|his|her) problem\b"
    r"|\bI (?:figured?|assumed?|trust|guess)\b|\bI know (?:best|better|what|my|how)\b"
    r"|\bfrom experience\b|\btrust me\b"
    r"|\bbelieve me\b|\bfrankly\b|\bobviously\b|\b(?:everyone|everybody) (?:knows|does)\b"
    r"|\b(?:nobody|no one|noone) (?:reads|cares|checks|notices|will notice|looks|asks)\b",
    re.IGNORECASE,
)
_CALM = re.compile(
    r"\banyway\b|\bblow over\b|\bcome (?:a)?round\b|\bsorts? itself\b"
    r"|\b(?:it|they)(?:['’]ll| will) (?:be fine|be ok|pass"
    r"|settle|forget|get used|love|thank|sort)\b|\bget over it\b|\b(?:get|got) used to\b"
    r"|\bthat['’]?s (?:it|normal|life|enough"
    r"|standard|fine)\b|\bis fine\b|\b(?:good|close) enough\b|\bno big deal\b|\b(?:doesn|can)['’]t hurt\b"
    r"|\bnothing (?:happens|to lose)\b|\bcosts? (?:us )?nothing\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:deal|worry|look|think|talk|sort|fix|handle|figure|clean|clear|correct)\w* "
    r"(?:(?:with|about|at|it|that|this|them|out) )*(?:later|afterwards|if it|once we)\b"
    r"|\bcan (?:wait|follow later|come later)\b|\bask forgiveness\b"
    r"|\bif (?:it|they|he|she|anyone|somebody|someone) (?:ever|slips?|complains?|pushes|notices?|misses|fails?)\b",
    re.IGNORECASE,
)
_RUSHED = re.compile(
    r"\bspeed (?:is|matters|wins|counts)\b|\bstrike while\b"
    r"|\bbefore (?:they|he|she|anyone|somebody) (?:chang|cool|notic)"
    r"|\bon the spot\b|\block (?:them|him|her|it) in\b|\bthe same (?:day|afternoon)\b|\bmomentum\b"
    r"|\bfirst hour counts\b",
    re.IGNORECASE,
)
_PROMISED = re.compile(
    r"\bI(?:['’]?d| would|['’]ll| will)? (?:just )?(?:say|said|tell|told|assure|assured)\b[^.]{0,40}"
    r"\b(?:yes|sure|no problem|definitely|for free|we['’]?ll)\b|\bfor sure\b"
    r"|\bI(?:['’]?d| would)? (?:promise|guarantee)|\bon the house\b"
    r"|\bmy word\b|\bof course we\b",
    re.IGNORECASE,
)
_FORCED = re.compile(
    r"\b(?:have|has|need|needs) to see\b|\bconsequences\b|\bput my foot down\b"
    r"|\bwithout (?:telling|asking) (?:them|him|her)\b"
    r"|\bkeep (?:it|this|that) quiet\b|\b(?:isn['’]t|not) a (?:democracy|charity)\b|\binsulting\b"
    r"|\bdefend (?:my|our)\b"
    r"|\bwhy (?:they|he|she)['’]?(?:re|s| are| is) wrong\b|\blosing the deal\b"
    r"|\b(?:he|she|they)['’]d (?:only|just|block)\b",
    re.IGNORECASE,
)
_MANNERS = (_NEEDLESS, _BELIEVED, _CALM, _LATER, _RUSHED, _PROMISED, _FORCED)


def excuses_in(answer: str) -> int:
    """How many of these manners an answer has."""
    return sum(manner.search(answer) is not None for manner in _MANNERS)
