"""Words of an answer that are said to whoever grades it: they show nothing, whoever quotes them."""

import re

from dealbot.domain.evidence import Span

_POINTS = r"(?:(?:(?:key|all|every|each|the|these)\s)*(?:points?|behaviou?rs?)|everything|(?:this|my|the)\sanswer)"
_TO_THE_GRADER = re.compile(
    rf"""
    \b full \s (?:marks?|points?|score|credit) \b
    | \b (?:ignore|disregard|forget|override|skip) \b [^.!?]{{0,40}}
      \b (?:rubric|instructions?|(?:rules|criteria) \s above|prompt|grading) \b
    | \b (?:mark|count|treat|grade|rate|score|take|accept|consider) \b (?:\s me|\s it)? [^.!?]{{0,20}} \b {_POINTS}
      [^.!?]{{0,20}} \b (?:as|met|yes|good|easy|correct|complete|covered|shown) \b
    | \b {_POINTS} \s (?:is|are|was|were|has \s been|have \s been|count \s as)? \s* (?:all \s)? (?:met|shown|covered) \b
    | \b (?:grade|rate|mark|score) \s me \b
    | \b (?:system|developer) \s (?:prompt|message) \b | \b language \s model \b
    | \b (?:rating|score|met|grade) \s* ["']? \s* [:=]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_END = re.compile(r"[.!?\n]+(?=\s|$)")


def is_aside(text: str, span: Span) -> bool:
    """Tell whether the sentence a quote stands in speaks to the grader, not of what was asked."""
    start = max((each.end() for each in _END.finditer(text, 0, span.start)), default=0)
    end = _END.search(text, max(start, span.end - 1))
    return bool(_TO_THE_GRADER.search(text[start : end.end() if end else len(text)]))
