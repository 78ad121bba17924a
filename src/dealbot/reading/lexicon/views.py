"""How an author words a guess."""

import re

PLAIN = re.compile(
    r"\b(?:my (?:gut|guess|bet|hunch)|i(?:'d|’d| would)? (?:bet|guess|suspect|reckon|wager) (?!so\b)|gut (?:says|feel\w*))",
    re.IGNORECASE,
)
CUES = re.compile(
    r"\b(?:my (?:gut|read|guess|sense|bet|hunch|take|feeling)|i(?:'d| would)? (?:bet|guess|reckon|suspect|think|feel|wager|imagine|assume|figure|smell|believe)|if i had to (?:bet|guess)|gut(?: feel(?:ing)?| says)?[:,]?|trust me|i get the (?:feeling|sense|vibe)|imo|imho|vibe[: ]|"
    r"i(?:'m| am) (?:guessing|betting|reading|pretty sure|fairly sure|convinced)|feels? like (?:a |he|she|they)|seems (?:like )?(?:a |he|she)?|strikes me|between us|pretty sure|probably a (?:yes|no)|don'?t think (?:he|she|they))\b",
    re.IGNORECASE,
)
