"""What every handler works with, and the turn of a conversation that it opens."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dealbot.app.chat.hear import Ears, turn_of
from dealbot.app.chat.replies import Reply
from dealbot.app.chat.said import Said
from dealbot.app.chat.turn import Tell
from dealbot.app.chat.turn import Turn as Talk
from dealbot.slack.people import People, Person
from dealbot.slack.postings import Outlet, postings_of
from dealbot.slack.turn import Turn
from dealbot.store.books import Books
from dealbot.store.post import Posting


@dataclass(frozen=True, slots=True)
class Room:
    """The ears of dealbot, the people it speaks with, and its own user id."""

    ears: Ears
    people: People
    bot: str

    def end(self, turn: Turn, person: Person, *postings: Posting) -> None:
        """End a turn with nothing done but what is said."""
        with self.ears.desk.writing(person.principal) as books:
            turn.finish(books, *postings)

    def pass_over(self, turn: Turn, person: Person) -> None:
        """End a turn at a telling in whose place a later one comes."""
        with self.ears.desk.writing(person.principal) as books:
            books.inbox.done(turn.taken, passed_over=True)

    def talk(self, turn: Turn, person: Person, said: Said, outlet: Outlet) -> Talk:
        """Open the turn of the conversation."""
        heard_by_others = not outlet.alone and outlet.response_url is None
        principal = replace(person.principal, aloud=heard_by_others)
        ears = replace(self.ears, desk=self.ears.desk.within(person.zone))
        return turn_of(ears, principal, said, tell(turn, outlet), self.more(turn, outlet))

    def deal_of(self, channel: str, person: Person) -> str | None:
        """The deal that a channel belongs to, if the person may see it."""
        with self.ears.desk.reading(person.principal) as books:
            deal = books.deals.by_channel(channel)
        return deal.name if deal is not None else None

    def more(self, turn: Turn, outlet: Outlet) -> Tell:
        """Send replies while the turn goes on."""

        def say(books: Books, replies: tuple[Reply, ...]) -> None:
            made = [posting for reply in replies for posting in postings_of(reply, outlet, books)]
            for number, posting in enumerate(made):
                key = f"{turn.taken.id}/{posting.about or ''}/{number}"
                books.outbox.add(replace(posting, key=key), self.ears.desk.now())

        return say


def tell(turn: Turn, outlet: Outlet) -> Callable[[Books, tuple[Reply, ...]], None]:
    """Send the replies and end the turn, in the transaction of what was done."""

    def say(books: Books, replies: tuple[Reply, ...]) -> None:
        turn.finish(books, *(posting for reply in replies for posting in postings_of(reply, outlet, books)))

    return say


def alone_with(user: str) -> str:
    """The name of somebody's conversation with dealbot alone."""
    return f"dm:{user}"


def thread(channel: str, root: str) -> str:
    """The name of the conversation in a thread."""
    return f"{channel}:{root}"


def note_id(channel: str, ts: str) -> str:
    """The id of the note that a message is."""
    return f"{channel}-{ts}"


def instant(ts: str) -> datetime:
    """The moment that Slack's name of a message tells."""
    return datetime.fromtimestamp(float(ts), UTC)
