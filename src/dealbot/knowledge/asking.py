"""Whether a line asks something, as the questions of a guide do: by its mark, its verb or its first words."""

import re

from dealbot.domain.knowledge import plain

_NUMBER = re.compile(
    r"(?:(?:interview\s+)?(?:question|q)(?![a-z])\s*#?\s*(?P<asked>\d{1,3})?\s*(?:[.:)\-–—]+\s*|(?<=\d)\s+|$)"
    r"|#?(?P<counted>\d{1,3})\s*[.):\-–—]+\s*)",
    re.IGNORECASE,
)
_ORNAMENT = re.compile(r"^[^\w\"'“‘(\[#]+")
_AUXILIARY = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|might|may|must"
_ASKS = re.compile(
    rf"(?:{_AUXILIARY})\s+(?:you|your|we|our|the|a|an|there|this|it)\b"
    rf"|(?:how|what|why|when|where|which|who|whom|whose)(?:'s|’s|\s+(?:{_AUXILIARY}))\b"
    rf"|(?:how|what|which|whose)\s+(?:\w+\s+){{1,4}}(?:{_AUXILIARY})\s+(?:you|your|we|a|an|the)\b"
    r"|(?:describe|explain|discuss|imagine|suppose|compare|define|summari[sz]e|demonstrate|identify|elaborate)\s"
    r"|(?:tell|walk|talk|take)\s+(?:me|us)\b|(?:give|show)\s+(?:me|us|an?)\b"
    r"|(?:name|list|outline|design|sketch)\s+(?:the|your)\b"
    r"|(?:provide|share|name|list|outline|design|write|sketch|recall|consider|assume|propose|present)\s+"
    r"(?:me|us|an?|your|one|two|three|some|how|what|when|that|code)\b"
    r"|(?:if|you|your|our|we)\s.*\b(?:how|what|which|describe|explain)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\?[\"'”’)\]*_]*(?:\s*\([^()]*\))?[\"'”’*_]*$")
_TITLE_SHARE = 0.6
_FEWEST_WORDS = 4


def numbered(line: str) -> tuple[int | None, str]:
    """Take "3.", "Q3:", "Question 3 -" off a line: the number, if one is written, and what is left without marks."""
    text = _ORNAMENT.sub("", plain(line)).rstrip(" :")
    found = _NUMBER.match(text)
    if not found:
        return None, text
    number = found["asked"] or found["counted"]
    return int(number) if number else None, text[found.end() :].strip()


def called_question(line: str) -> bool:
    """Whether the line says of itself that it is a question: "Q3: ...", "Question: ..."."""
    return re.match(r"(?:interview\s+)?(?:question|q)\s*\d*\s*[.:)]", plain(line), re.IGNORECASE) is not None


def asks(text: str) -> bool:
    """Whether a text without its number asks: ends in a question mark, or starts as questions do and is no title."""
    words = text.split()
    if _ENDS.search(text):
        return len(words) >= _FEWEST_WORDS - 1
    return len(words) >= _FEWEST_WORDS + 1 and _ASKS.match(text) is not None and not _is_title(text)


def _is_title(text: str) -> bool:
    """Whether Most Words Are Written Like This, without a full stop."""
    long = [word for word in text.split()[1:] if len(word) > len("with")]
    return not text.endswith(".") and sum(word[0].isupper() for word in long) > _TITLE_SHARE * len(long)
