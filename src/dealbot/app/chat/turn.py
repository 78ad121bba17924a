"""One turn of a conversation: what was said, what is remembered, and how the reply leaves."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

from dealbot.app.ask import Answering
from dealbot.app.chat.first_run import next_tip
from dealbot.app.chat.memory import Memory, Unplaced
from dealbot.app.chat.practising import Practising
from dealbot.app.chat.replies import Reply
from dealbot.app.chat.said import Said
from dealbot.app.deal_names import DealName
from dealbot.app.desk import Desk
from dealbot.domain.principal import Principal
from dealbot.store.books import Books

Tell = Callable[[Books, tuple[Reply, ...]], None]


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn works with; `tell` sends the replies and ends the turn within the transaction of what was done.

    `tell_more` sends replies while the turn goes on.
    """

    desk: Desk
    answering: Answering
    practising: Practising
    principal: Principal
    said: Said
    memory: Memory
    tell: Tell
    tell_more: Tell

    def say(self, books: Books, memory: Memory, *replies: Reply) -> None:
        """Remember the conversation and reply, in the transaction of what was done."""
        partner = self.principal.user if replies else memory.partner
        kept = replace(memory, partner=partner, at=self.desk.now())
        books.talks.put(self.said.place, kept.as_json(), self.desk.now())
        self.tell(books, (*replies, *next_tip(books, self.principal, replies, self.desk.now())))

    def only_say(self, memory: Memory, *replies: Reply) -> None:
        """Remember and reply where nothing else is done."""
        with self.writing() as books:
            self.say(books, memory, *replies)

    def more(self, *replies: Reply) -> None:
        """Reply while the turn goes on."""
        with self.writing() as books:
            self.tell_more(books, replies)

    def reading(self) -> AbstractContextManager[Books]:
        """Open the books to read one moment."""
        return self.desk.reading(self.principal)

    def writing(self) -> AbstractContextManager[Books]:
        """Open the books for one transaction."""
        return self.desk.writing(self.principal)

    def then(self, act: Callable[[Books, Any], None]) -> Desk:
        """The desk on which a piece of work ends with an act of its own in the same transaction."""
        return replace(self.desk, then=act)

    def unplaced(self, text: str, *, asks: bool = False) -> Unplaced:
        """What was said, as something that waits for its deal."""
        return Unplaced(text, self.said.note, self.said.on, asks, self.principal.user)

    def deals(self) -> tuple[DealName, ...]:
        """The deals the person may see, by name."""
        with self.reading() as books:
            return tuple(DealName(deal.name, deal.aliases) for deal in books.deals.all())
