"""What is answered when something cannot be: to the app in Slack's words, to the page in a sentence."""

from collections.abc import Iterable


class Refused(Exception):
    """A call of the app is refused with one of Slack's error codes."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.error = error
        self.more = more

    @classmethod
    def because(cls, error: str, messages: Iterable[object]) -> "Refused":
        """Refuse, with what is wrong in detail."""
        return cls(error, response_metadata={"messages": [str(message) for message in messages]})


class NotPossible(Exception):
    """What the page or a test asks for cannot be; says why in a sentence."""
