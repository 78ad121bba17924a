"""How notes tell on which day a call was: beginnings of calls, verbs of contact, and what is no call."""

import re

# Every beginning that may name a day: looked at before anything is parsed.
MAY_NAME_DAY = re.compile(
    r"\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|yest|today|ton|last|this|"
    r"ago|earlier)",
    re.IGNORECASE,
)
SPACE = re.compile(r",?\s+")
MARK = re.compile(
    r"(?P<indent>[ \t]*)(?:#{1,6}\s+|(?P<bullet>[-*•·–—▪◦]+\s+|\(?\d{1,2}[.)]\s+|:[\w+-]+:\s*|[^\x00-\x7f\w\s“”‘’«»]+\s*))?[*_]*"
)
_CONTACT = r"call|meeting|mtg|meet|visit|conversation|convo|chat|demo|sync|check-?in|onsite|on-site|lunch|dinner|coffee"
NUMBERED = re.compile(
    rf"(?:(?:{_CONTACT})\s*(?:#|no\.?\s*)?(?P<number>\d{{1,2}})(?!\d|[/:.]\d|st|nd|rd|th)"
    rf"|(?P<nth>1st|2nd|3rd|4th|first|second|third|fourth)\s+(?:{_CONTACT}))\b",
    re.IGNORECASE,
)
LED = re.compile(
    rf"(?:(?:notes?|log|update|recap|summary|re|from|of|on|quick|{_CONTACT})\b\s*[:,]?\s*){{0,3}}[(\[]?\s*",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?:[A-Z][\w'’&.-]*(?:,?\s+|(?=[(:])|(?=\s*[-–—])))(?:[A-Z&][\w'’&.-]*,?\s*){0,4}(?:[-–—:(|]\s*)?[(\[]?"
)
TIME = re.compile(
    r"(?:[,@]?\s*\(?(?:at\s+)?(?:\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\b\.?)|\d{1,2}:\d\d|noon|early|morning|afternoon|"
    r"evening|[ap]m\b)(?:\s*(?:[ce]s?t|[mp]s?t)\b)?\)?)?[)\]*_.]*",
    re.IGNORECASE,
)
CUT = re.compile(r"\s*(?:$|[:|;)]|->|(?:[-–—]+(?=\s|$)))\s*")
COMMA = re.compile(r",\s+(?P<label>[^:\n–—.!?]{1,40}?)\s*(?:$|:|\s[-–—]+\s)")
# "Call w/ Dana Ruiz, CFO (", "Met Raj on": where a day that follows and ends the heading is that of the call.
MET_WHOM = re.compile(
    rf"(?:(?:quick|good|notes?|from|recap|of)\s+)*(?:{_CONTACT}|met|spoke|talked|chatted|called|visited|saw)"
    r"\s+(?:(?:w/|w\s|with\s|to\s)\s*)?[\w'’.-]+(?:\s+(?!on\b)[\w'’.-]+){0,2}?(?:,\s+[A-Z][\w/&]{1,12})?"
    r"\s*(?:[,(–—-]\s*|\bon\s+|(?<=\s)(?=\d|mon|tue|wed|thu|fri|yesterday|last))[(\[]?",
    re.IGNORECASE,
)
WITH = re.compile(
    rf"\s*,?\s*(?:w/|w\s|with\b|(?:notes?|recap|update)\s*(?=[:–—-]|$)|(?:{_CONTACT})\b(?!\s+(?!w/|w\b|with\b|at\b|re\b|on\b|notes?\b|between\b)\w))",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\s+[A-Z][\w'’.-]+(?:\s+[A-Z][\w'’.-]+){0,2}(?:,\s+[A-Z][\w /&-]{1,30})?"
    rf"(?:\s+(?:{_CONTACT}|notes?|recap))?\s*(?:$|:|\s[-–—]+\s)"
)
OVER = re.compile(
    r"\b(?:met|spoke|talked|chatted|had|saw|sat|ran|went|did|got|gave|told|said|asked|was|were|heard|came|left|brought|"
    r"caught|thought|felt|kept|began|won|lost|didn[’']?t|wasn[’']?t|weren[’']?t|couldn[’']?t|(?!need|exceed|proceed|"
    r"schedul|indeed)[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
IS = re.compile(
    r"\b(?:is|are|isn[’']?t|aren[’']?t|’s|'s|says|wants?|likes?|loves?|hates?|thinks?|feels?|knows?|supports?|"
    r"doesn[’']?t|won[’']?t|can[’']?t|worried|concerned|happy|fine|ok|okay|supportive|neutral|opposed|skeptical|"
    r"sceptical|nervous|excited|on ?board|no (?:show|money|budget|answer))\b",
    re.IGNORECASE,
)
TO_DO = re.compile(
    r"\W*(?:need(?:s|ed)? to|to|must|should|will|we[’']?ll|i[’']?ll|they[’']?ll|due|deadline|go[- ]?live|send|sending|"
    r"email|follow|get|schedule|book|prep|prepare|draft|share|finali[sz]e|confirm|ping|chase|review|submit|finish|"
    r"deliver|present to|call(?!\s*(?:w/|w\b|with|notes?|[-–—:,]|$))|meet(?!ing)|kick|renewal|expires?|target|eta|"
    r"contract (?:sign|ends)|tbd|tentative|planned|upcoming|next)\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:will|we[’']?ll|i[’']?ll|she[’']?ll|he[’']?ll|they[’']?ll|going to|gonna|due|deadline|tentative|scheduled|"
    r"to be|planned|tbd)\b",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"\W*(?:(?:[\w'’&-]+\s+){0,3}(?:next steps?|action items?|agenda|timelines?|dates|milestones?|schedule|plan|cycle|"
    r"deadlines?|roadmap|rollout|gates|history|availability)|actions|to-?dos?|(?:the )?plan (?:for|this|next)\b.*|"
    r"next week|coming up|upcoming|background|previous(?: calls?| notes?)?|earlier notes?|context|map)"
    r"(?:\s*\([^)\n]*\))?\W*$",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:(?-i:[A-Z])[\w'’&. -]{0,40}?(?::|\s[-–—])\s+)?"
    r"(?:(?:so|ok|okay|hey|hi|fyi|note|notes|log|update|quick (?:note|update|one)|hi team|just|finally|also|good news)"
    r"\b\W*){0,3}",
    re.IGNORECASE,
)
MET = re.compile(
    r"(?:(?P<called>(?:[\w'’.-]+\s+){1,2}(?:called|phoned|rang|texted|messaged|pinged|emailed|told)\s+(?:me|us))\b|"
    r"(?:(?:i|we|i[’']ve|we[’']ve|(?:\w+ and i)|me and \w+)\s+)?(?:(?:just|finally|also|quickly|both)\s+)?"
    r"(?P<verb>met|spoke|talked|chatted|caught up|sat down|saw|visited|called|ran into|connected|presented|demoed|"
    r"had\s+(?:(?:a|an|the|my|our|another|really|super|very|nice|solid|quick|good|great|brief|short|long|first|second|intro|"
    r"follow-?up)\s+)*(?:call|meeting|mtg|chat|lunch|dinner|coffee|breakfast|demo|sync|check-?in|conversation|zoom|visit|"
    r"review|drinks|intro|session|qbr|ebr|workshop|kick-?off|onsite)"
    r"|(?P<noun>(?:(?:a|quick|good|great|brief|short|long|intro|follow-?up|first|second)\s+)*"
    r"(?:call|meeting|mtg|chat|lunch|dinner|coffee|breakfast|demo|sync|check-?in|conversation|zoom|visit))))\b"
    r"(?:\s+(?:to|with)\b)?",
    re.IGNORECASE,
)
BREAK = re.compile(
    r"[;!?\n(]|\.(?=\s|$)|:\s|\s[-–—]+\s|,\s*(?:she|he|they|it|we|i|her|his|their|our|the|who|which|but|so|and)\b"
    r"|\b(?:who|that|because|since|after|before|until|by|says?|said|told|wants?|wanted|is|was|are|were|will|needs?|to|"
    r"about|re|regarding|if|when|where|going|asked|for)\b",
    re.IGNORECASE,
)
ALSO = re.compile(
    r"[,\s]*(?:and\s+|then\s+)*(?:to|with|w/?)\s[^,.!?\n]*?\b(?:mon|tue|wed|thu|fri|sat|sun|yesterday|today|this morning)",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?:[.!?;]\s+|\n\s*)(?=\S)")
NO_LATER = re.compile(r"(?:by|until|till?|before|since|due|for|from|no later)\b", re.IGNORECASE)
SURE = re.compile(
    r"\d\s*[/.-]\s*\d|\b(?:yesterday|last|ago|past|previous|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|"
    r"sept?\w*|oct\w*|nov\w*|dec\w*)\b",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"\W*(?:on\s+)?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W*", re.IGNORECASE)
DATE_LABELS = frozenset(
    {
        "date",
        "sent",
        "when",
        "day",
        "call date",
        "meeting date",
        "visit date",
        "date of call",
        "date of meeting",
        "date of visit",
        "date/time",
        "date & time",
        "date and time",
    }
)
