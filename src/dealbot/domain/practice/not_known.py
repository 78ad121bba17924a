"""Saying that one does not know, and nothing else: it is an answer, and no guess."""

import re

_SAYS = (
    r"(?:i )?(?:(?:really|honestly|just|still) )?(?:don['\u2019]?t|dont|do not) (?:(?:really|honestly) )?know"
    r"|(?:i )?(?:dunno|donno|idk)|(?:(?:i(?:['\u2019]ve| have)?|(?:i['\u2019]ve |i )?got) )?no (?:idea|clue)"
    r"|not a clue|i haven['\u2019]?t (?:got )?(?:an?|any) (?:idea|clue)|beats me|i give up|not known|unknown"
    r"|i (?:can['\u2019]?t|cannot|don['\u2019]?t|do not) (?:remember|recall)"
    r"|(?:i['\u2019]?m )?(?:really |honestly )?not sure"
)
_AFTER = (
    r"it|this|that|yet|sorry|the answer|that one|this one|what to say|at all|about (?:that|this)(?: one)?"
    r"|which(?: one| of (?:them|these|those))?(?: it is| is right)?"
)
_UNKNOWN = re.compile(
    rf"^\W*(?:(?:sorry|honestly|um+|uh+|hm+|well|ok|oh|no)[ ,.]+)*(?:{_SAYS})(?:[ ,]+(?:{_AFTER}))*\W*$",
    re.IGNORECASE,
)


def is_unknown(text: str) -> bool:
    """Whether a text says no more than that one does not know."""
    return _UNKNOWN.match(text) is not None
