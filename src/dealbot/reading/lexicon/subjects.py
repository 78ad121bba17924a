"""Words that tell whom a clause is about."""

import re

PRONOUN = re.compile(
    r"\W*(?:(?:later|then|now|also|again|today|still|and|but|so)\s+){0,2}(?:he|she|hes|shes|he's|she's|he'll|she'll|he'd|she'd|his|her|him)\b",
    re.IGNORECASE,
)
GUESSED = re.compile(
    r"\W*(?:my (?:gut|read|guess|bet|hunch|sense|feeling)|gut|i(?:'d|’d| would)? (?:think|bet|guess|suspect|reckon|believe|feel|wager))(?: (?:is|says|feeling))?[:,]?(?: that| like)? (?:he|she)\b",
    re.IGNORECASE,
)
FIRST = re.compile(
    r"\b(?:i|i'm|i’m|i've|i’ve|i'd|i’d|i'll|i’ll|im|ive|my|me|we|we're|we’re|we've|we’ve|we'd|we'll|we’ll|our|us)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\W*(?:they|they're|their|we|we'll|we're|i|i'll|i'm|im|ill|you|it|it's|its|this|that|there|there's|nobody|everyone|no one|the|our|my|next|new|contract|pilot|legal|budget|pricing)\b",
    re.IGNORECASE,
)
OBJECT_BEFORE = re.compile(
    r"\b(?:to|with|w/|for|from|about|of|on|at|by|told|tell|asked|ask|send|sent|sending|mail|mailing|email|emailed|call|called|calling|show|showed|gave|give|giving|owe|owes|meet|met|see|saw|cc|intro|introduce|introduced|loop in|loop|get|got|convince|win|nudge|chase|chasing|remind|brief|catch|help|thank|thanked|pull in|pulled in|bring|bring in|invite|invited|like|through|via|wants|want|needs|need|into|behind|than|after|before|until|til)\s+(?:the\s+|their\s+|our\s+|her\s+|his\s+|new\s+|dr\.?\s+|ms\.?\s+|mr\.?\s+|also\s+)*$",
    re.IGNORECASE,
)
MET = re.compile(
    r"\b(?:met|saw|met with|call with|spoke (?:to|with)|talked (?:to|with)|lunch with|coffee with|sat down with|ran into|bumped into|heard from|note from|per|according to|w/|with)\s+(?:the\s+|their\s+|dr\.?\s+|ms\.?\s+|mr\.?\s+)*$",
    re.IGNORECASE,
)
REPORTS = re.compile(
    r"\b(?:says?|said|thinks?|told (?:me|us)|claims?|mentioned|reckons?|swears?|hears?|heard|believes?|warned(?: me| us)?|hinted|lets? slip|reports?|per)\b",
    re.IGNORECASE,
)
