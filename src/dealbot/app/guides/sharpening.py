"""The seam for a model in a search: a follow-up made whole, and what was found put in order."""

import re
from collections.abc import Sequence
from typing import Final, Protocol

from dealbot.app.guides.terms import terms_of
from dealbot.app.words import word_set

_GOES_ON = re.compile(
    r"\s*(?:and|so|but|ok|okay|now|what about|how about|what of)\b"
    r"(?![, ]*(?:who|what|where|when|why|how|which|is|are|do|does|did|can|should)\b)",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\W*(?:(?:and|so|ok|okay|please|now|can you|could you)\W+)*(?:(?:tell|give|show) me )?"
    r"(?:(?:some|anything|something|what|a bit) )?(?:more|else|go on)"
    r"(?: (?:details?|please|(?:of|about|on) (?:it|that|this)|is there|do (?:they|the guides) say))*\W*",
    re.IGNORECASE,
)
_MOST_OF_ITS_OWN = 4
_NONE_OF_ITS_OWN = word_set("else tell give show go come details detail elaborate explain please ok okay")
_PARTS = word_set(
    "pitfall pitfalls mistake mistakes avoid say example examples outcome outcomes follow practice practices"
)


def asks_further(question: str) -> bool:
    """Whether somebody only asks for more of what was asked before: "more", "what else?"."""
    return _FURTHER.fullmatch(question) is not None


class Sharpener(Protocol):
    """Makes more of a question and of what was found; of no use, it gives back what it was given. It never raises."""

    def standalone(self, question: str, before: str) -> str:
        """The question as it would be asked without the one before it."""
        ...

    def order(self, question: str, passages: Sequence[str]) -> Sequence[int]:
        """The places of all passages, those first that answer the question best."""
        ...


class AsAsked:
    """The built-in one: it puts before a question of few words what was asked before, and keeps the order."""

    def standalone(self, question: str, before: str) -> str:
        """The question after the one before where it says little of its own; that one alone where it only asks more."""
        own = set(terms_of(question)) - _NONE_OF_ITS_OWN
        if not own:
            return before
        leans = _GOES_ON.match(question) is not None and len(own) <= _MOST_OF_ITS_OWN
        return f"{before} {question}" if leans or own <= _PARTS else question

    def order(self, question: str, passages: Sequence[str]) -> Sequence[int]:  # noqa: ARG002 -- as the port has it
        """The order they come in."""
        return range(len(passages))


AS_ASKED: Final[Sharpener] = AsAsked()
