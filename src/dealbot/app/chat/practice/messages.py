"""Which message gave which answer, of the last ones, so that a change of a message is known for one of an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dealbot.store.books import Books

_MOST = 60


@dataclass(frozen=True, slots=True)
class Sent:
    """A message by its id as a note, the answer that it gave, and its words."""

    message: str
    review: int
    text: str


def keep_message(books: Books, sent: Sent, now: datetime) -> None:
    """Keep which answer a message gave, in the transaction that keeps the answer."""
    before = {key: each for key, each in _kept(books).items() if key != sent.message}
    last = dict(list(before.items())[1 - _MOST :])
    messages = [[key, *each] for key, each in (*last.items(), (sent.message, (sent.review, sent.text)))]
    books.talks.put(_place(books), {"messages": messages}, now)


def sent_as(books: Books, message: str) -> Sent | None:
    """The answer that a message of the principal gave, if it is one of the last."""
    found = _kept(books).get(message)
    return Sent(message, *found) if found is not None else None


def _kept(books: Books) -> Mapping[str, tuple[int, str]]:
    return {key: (review, text) for key, review, text in books.talks.get(_place(books)).get("messages", ())}


def _place(books: Books) -> str:
    """A place of its own, which no channel or thread goes by."""
    return f"practice-messages:{books.principal.user}"
