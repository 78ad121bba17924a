"""Where a long sentence may be cut: only where each half says by itself who does what."""

import re
from collections.abc import Iterator

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_FEWEST_WORDS = 4
_SEMICOLON = re.compile(r";\s+")
_THEN = re.compile(r",?\s+and then\s+|,\s+then\s+")
_WHILE = re.compile(r",\s+while\s+")
_AND = re.compile(r",\s+(?:and|but)\s+(?:then\s+)?")
_I = re.compile(r"(?:I|we)\b(?!['’])")
_DOER = re.compile(r"(?:(?:then|also|first|so)\s+)?(?:I|we)\b", re.IGNORECASE)
_VERB = (
    r"(?:accept|adapt|add|adopt|agree|answer|ask|bring|call|choose|close|come|describe|drop|explain|find|follow|give|go|keep"
    r"|leave|let|listen|look|make|mark|measure|meet|name|offer|point|prepare|put|read|repeat|say|send|set|share|show"
    r"|suggest|take|tell|test|thank|treat|wait|write)"
)
_DEED = re.compile(
    rf"{_VERB}\s+(?:the|an?|my|our|your|their|his|her|its|them|him|it|us|me|you|who|whom|whose|what|which|how|where|when"
    r"|why|whether|that|this|these|those|for|to|on|at|with|by|into|from|down|no|only|one|two|every|each|any|all)\b"
)
_ORDERS = re.compile(rf"(?:(?:then|also|first|always|never)\s+)?{_VERB}\b", re.IGNORECASE)
# A second verb after one of these would belong to them, and not to whoever does the first.
_GOES_DEEPER = re.compile(
    r"[,:(]|\b(?:not|never|no|without|to|who|whom|which|that|whether|if|when|while|because|as|since|until|before|after"
    r"|will|would|can|could|may|might|should|must)\b|n['’]t\b",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"(?:if|when|while|because|as|since|until|unless|although|though|where|once|before|after)\b", re.IGNORECASE
)
_LEANS = re.compile(
    r"(?:it|they|this|that|these|those|he|she|both|either|neither|so|otherwise|however|instead|then|which|and|or|but"
    r"|besides?|sometimes|often|also|with|in|by|for|from|of|to|on|if"
    r"|the (?:others?|rest|latter|former|second|third|last)"
    r"|(?:\S+ ){0,4}ones?)\b",
    re.IGNORECASE,
)
# What follows a semicolon and says by itself who does what: "I ...", "Ask ...", "The notice said ..."
_STANDS = re.compile(
    rf"(?!{_LEANS.pattern})"
    r"(?:[\w'’-]+ ){1,4}(?:is|are|was|were|has|have|will|can|may|must|should|does|do|binds?|means|counts?)\b",
    re.IGNORECASE,
)
# "the compiler chooses one": something that does something, told in a few words.
_DOES = re.compile(
    r"(?:an?|the) (?:(?!(?:of|for|with|in|on|to|at|by|and|or|from)\b)[\w-]+ ){1,3}[\w-]+(?<!s)s "
    r"(?:the|an?|one|its|their|when|while|whether|what|how|but|energy|only|all|no|into|from|whatever|wherever)\b",
    re.IGNORECASE,
)
# Without one of these, a half names things and does not tell what is done.
_TELLS = re.compile(
    r"\b(?:I|we|you|is|are|was|were|am|be|has|have|had|will|can|may|must|should|do|does|not)\b", re.IGNORECASE
)


def cuts_in(sentence: str) -> Iterator[tuple[str, str]]:
    """The halves of a sentence for each place where it may be cut, the best first."""
    quoted = [match.span() for match in QUOTED.finditer(sentence)]
    for pattern, may_be_cut in _PLACES:
        for match in pattern.finditer(sentence):
            before, after = sentence[: match.start()], sentence[match.end() :]
            whole = min(len(before.split()), len(after.split())) >= _FEWEST_WORDS
            inside = any(start < match.start() < end for start, end in quoted)
            if whole and not inside and before.count("(") == before.count(")") and may_be_cut(before, after):
                yield before, after


def _at_semicolon(before: str, after: str) -> bool:
    listed = not (_ORDERS.match(before) or _TELLS.search(before) or _LEANS.match(after) or _TELLS.search(after))
    return ":" not in before and (listed or any(begins.match(after) for begins in (_I, _ORDERS, _STANDS, _DOES)))


def _between_statements(before: str, after: str) -> bool:
    """Whether two things are told of two, each of its own."""
    told = not (_DOER.match(before) or _ORDERS.match(before) or _WAITS.match(before))
    return ":" not in before and told and any(begins.match(after) for begins in (_STANDS, _DOES))


def _between_deeds(before: str, after: str) -> bool:
    """Whether what follows names its doer, or is the second of two things that one is told to do."""
    if ":" in before or (_WAITS.match(before) and "," not in before):
        return False
    if _I.match(after):
        return _DOER.match(before) is not None or "," in before
    ordered = _DOER.match(before) or _ORDERS.match(before)
    return bool(_DEED.match(after) and ordered and not _GOES_DEEPER.search(before))


_PLACES = (
    (_SEMICOLON, _at_semicolon),
    (_THEN, _between_deeds),
    (_AND, _between_deeds),
    (_WHILE, _between_statements),
)
