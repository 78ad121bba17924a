"""What words tell as done, apart from what is hoped, planned, supposed, denied or asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+|\s*[\u2022|]\s*")
_PIECE = re.compile(
    r",\s+|:\s+|\s*(?:->|=>|\u2192)\s*|\s+>\s+|\s+[-\u2013\u2014]+\s+|\s+(?:but|while|though|although|then|so|yet)\s+"
    r"|(?<!\bp)\s+and\s+(?!t\b|therapeutics\b)",
    re.IGNORECASE,
)
# What comes before a verb and takes from it that it happened.
_UNREAL = re.compile(
    r"""\b(?:not|never|neither|nor|nobody|without|unless|until|till|if|once|when|whether|before|as\ soon\ as|cannot
    |would|could|should|might|must|will|shall|can|may\ (?:be|have|get|not|well|also|still)|no\ (?:one|vote|decision)
    |hop(?:e|es|ed|ing)|hopefully|expect\w*|plan(?:s|ned|ning)?|want\w*|need\w*|wait\w*|likely|probably|perhaps|maybe
    |thinks?|guess\w*|bet|assum\w*|pending|aim\w*|trying|tries|promis\w*|supposed|provided|target\w*|to\ (?:be|get|have)
    |gets?|getting|almost|nearly|about\ to)\b|n['\u2019]t\b|\bcant\b|\bwont\b|['\u2019]ll\b""",
    re.IGNORECASE | re.VERBOSE,
)
# What is supposed at the head of a sentence is supposed to its end.
_SUPPOSED = re.compile(
    r"^\W*(?:(?:but|and|so|then|only)\s+)?"
    r"(?:if|once|unless|until|assuming|provided|hopefully|as soon as|we hope|hoping)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence that tells one thing; `supposed`: the sentence only supposes it, or asks."""

    words: str
    supposed: bool = False

    def tells(self, wording: re.Pattern[str]) -> re.Match[str] | None:
        """Find a wording that the piece tells as a fact."""
        if self.supposed:
            return None
        return next((m for m in wording.finditer(self.words) if not _UNREAL.search(self.words, 0, m.start())), None)


def pieces(text: str) -> Iterator[Piece]:
    """Cut a text where it begins to tell of something else."""
    for sentence in filter(None, _SENTENCE.split(text)):
        supposed = sentence.rstrip(" \"'\u201d)").endswith("?") or _SUPPOSED.match(sentence) is not None
        for words in filter(None, (part.strip() for part in _PIECE.split(sentence))):
            supposed = supposed or _SUPPOSED.match(words) is not None
            yield Piece(words, supposed)
