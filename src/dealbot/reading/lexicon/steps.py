"""How promises are worded, asked for, kept and dropped."""

import re

ACT = r"(?:send|mail|email|share|get|give|set up|schedule|book|draft|prepare|build|call|ring|check|review|read|ask|intro(?:duce)?|loop in|follow up|confirm|provide|deliver|submit|present|bring|write|return|sign|run|pull|find|talk|meet|show|demo|update|redo|revise|forward|put|make|complete|fill|answer|reply|respond|circle back|come back|finish|redline|walk|line up|arrange|organi[sz]e|host|visit|ship|file|post|pass|collect|gather|test|look at|work (?:on|up|out)|chase|nudge|ping|push|add|move|turn|hold|raise|take|let|see|cut|clear|open)"
FIRST = re.compile(
    rf"\b(?:i'?ll|i’ll|ill|we'?ll|we’ll|i will|we will|i(?:'m| am|’m) (?:to |going to |gonna )|i(?:'m|’m)? ?(?:sending|mailing|getting|bringing|drafting|setting|calling|working|preparing|building|emailing|writing)|im (?:sending|going to|gonna|to)|i (?:owe|need to|have to|must|promised|said i'd|said i would|told \w+ i'?d|gotta|should)|we (?:owe|need to|have to|must|promised|agreed to|should)|let me|my (?:homework|turn|job|todo)|need to {ACT}|gotta|remind me to|on me|on us|me\s*(?:->|→|:|,|=)|us\s*(?:->|→|:)|todo|to-?do|we are (?:to|going to|sending)|we're (?:sending|going to|to)|you'?ll (?:have|get)|from me\b)",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:asked (?:us|me) (?:to|for)|wants? (?:us|me) to|wants? (?:a|an|the|our|my|another|one|some|it|two|three)\b.{0,50}\b(?:by|before)\b|please|pls|plz|can (?:you|u)|could you|would you|need(?:s)? (?:you|us|me) to|you (?:should|need to|must|owe)|send (?:me|us|it|over)|get me|has asked for|asked for (?:a|an|the|our|my)|need (?:from us|it by))\b",
    re.IGNORECASE,
)
TOLD = re.compile(rf"\b(?:asked|told|wants?|wanted|needs?) (?:us|me) to {ACT}\b", re.IGNORECASE)
THEIRS = re.compile(
    rf"\b(?:(?:she|he|they)(?:'ll|’ll| will|'s going to|’s going to| is going to| are going to| promised| agreed| offered| owes?| is (?:sending|getting|setting|bringing|checking|asking|reviewing|drafting|pulling)| are (?:sending|getting|setting))|will {ACT}|\bis (?:to|going to|gonna|sending|getting|setting|bringing|checking|asking|drafting|pulling|lining|arranging|booking|scheduling|taking it|putting)|promised|agreed to|offered to|said (?:he|she|they)(?:'d|’d|'ll| would| will)|owes (?:us|me)|has to {ACT}|is supposed to|to {ACT}\b|(?:->|→)\s*\w+)",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:sent|emailed|mailed|delivered|shared|signed|returned|submitted|completed|finished|done|handed over|got (?:it|them|the)|came (?:in|through|back)|has (?:it|them|the)|in hand|received|went out|did the|gave (?:her|him|them)|is in|landed|turned in)\b",
    re.IGNORECASE,
)
DROPPED = re.compile(
    r"\b(?:won'?t (?:do|happen|be)|no longer (?:needed|doing)|dropped|scrapped|cancel(?:l)?ed|called off|not doing|skip(?:ping)? (?:it|the)|forget (?:it|the)|off the list)\b",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"^(?:next|nxt|action|actions|todo|to do|follow|followup|steps?|next steps?|a/i|ai|asks?|owed|commitments?|tasks?)\b",
    re.IGNORECASE,
)
PAST = re.compile(r"\b(?:last (?:week|month|year|time|mon|tue|wed|thu|fri)|yesterday|already|ago)\b", re.IGNORECASE)
LEAD = re.compile(
    r"^\W*(?:and |so |then |also |but |ok |now )*(?:(?:i|we|she|he|they|you|[A-Z][\w'’.-]+(?: [A-Z][\w'’-]+)?|me|us|@?\w+)\s*(?:->|→|:|,|=)?\s*)?(?:'ll|’ll|will|'m|’m|am|are|is|need(?:s)? to|have to|has to|owes?(?: us| me)?|promised(?: me| us)?(?: to)?|agreed to|offered to|(?:is |am |are |'m |’m )?going to|gonna|gotta|must|should|to|please|pls|can (?:you|u)|could you|let me|said (?:she|he|they|i)(?:'d|’d|'ll| would| will))\s+",
    re.IGNORECASE,
)
