"""One turn of the conversation: something that arrived, and what is answered in the transaction that ends it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dealbot.slack.payload import Payload, channel_of, first, thread_of, user_of, word
from dealbot.store.books import Books
from dealbot.store.post import Posting, Taken

RESPONSE_URL = "response_url"


@dataclass(frozen=True, slots=True)
class Turn:
    """An arrival in a worker's hands, with what Slack sent."""

    taken: Taken
    payload: Payload

    @classmethod
    def of(cls, taken: Taken) -> "Turn":
        """Take a turn at what was taken."""
        return cls(taken, taken.arrival.payload)

    def finish(self, books: Books, *postings: Posting) -> None:
        """End the turn in the transaction of its effects, with what is to be said then.

        Raises LostLease, which must undo the transaction, where another worker has taken over.
        """
        for number, posting in enumerate(postings, start=1):
            keyed = posting if posting.key else replace(posting, key=f"{self.taken.id}/{number}")
            books.outbox.add(keyed, self.taken.at)
        books.inbox.done(self.taken)


Converse = Callable[[Turn], None]


def to_person(payload: Payload, text: str, key: str) -> Posting:
    """Tell the person who said or did something, and nobody else; raises ValueError where there is no person."""
    user, channel = user_of(payload), channel_of(payload)
    if user is None:
        raise ValueError("there is nobody to tell")
    if url := word(payload, "response_url"):
        told = {"url": url, "text": text, "response_type": "ephemeral", "replace_original": False}
        return Posting(first(channel, user) or user, RESPONSE_URL, told, key=key)
    if channel is None or channel.startswith("D"):
        return Posting(channel or user, "chat.postMessage", _said(channel or user, text, payload), key=key)
    return Posting(channel, "chat.postEphemeral", _said(channel, text, payload) | {"user": user}, key=key)


def _said(channel: str, text: str, payload: Payload) -> dict[str, object]:
    said: dict[str, object] = {"channel": channel, "text": text}
    thread = thread_of(payload)
    return said | {"thread_ts": thread} if thread else said
