"""The seam for a model in a search: a follow-up made whole, and what was found put in order."""

from collections.abc import Sequence
from typing import Final, Protocol


class Sharpener(Protocol):
    """Makes more of a question and of what was found; of no use, it gives back what it was given. It never raises."""

    def standalone(self, question: str, before: str) -> str:
        """The question as it would be asked without the one before it."""
        ...

    def order(self, question: str, passages: Sequence[str]) -> Sequence[int]:
        """The places of all passages, those first that answer the question best."""
        ...


class AsAsked:
    """The built-in one: it changes nothing."""

    def standalone(self, question: str, before: str) -> str:  # noqa: ARG002 -- as the port has it
        """The question itself."""
        return question

    def order(self, question: str, passages: Sequence[str]) -> Sequence[int]:  # noqa: ARG002 -- as the port has it
        """The order they come in."""
        return range(len(passages))


AS_ASKED: Final[Sharpener] = AsAsked()
