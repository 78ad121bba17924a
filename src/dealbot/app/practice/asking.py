"""What is asked now, in words: a card of a session, as somebody would say it, with the concern it stands for."""

import re
from dataclasses import dataclass

from dealbot.app.desk import Desk
from dealbot.app.practice.room import LaidOut
from dealbot.app.state import state_now
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.deal import DealState
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.session import Item, Mode, Session
from dealbot.reading.lexicon.concerns import TOPICS
from dealbot.store.books import Books

_PATTERNS = dict(TOPICS)
_ARTICLE = re.compile(r"^(?:(?:for|with|from|of) )?(?:(?:the|an?|our|their) )?", re.IGNORECASE)
_LONGEST_SHORT_FORM = 4
_QUOTES = ('"', "“")


@dataclass(frozen=True, slots=True)
class Asked:
    """A card as it is asked: `prompt` as somebody says it, `why` the open concern that it stands for, if any.

    Nothing in it tells the answer: neither does `source` belong on the screen before it is given.
    """

    session: Session
    card: Card
    prompt: str
    number: int
    of: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class OpenConcern:
    """An open concern of a deal: `words` as they were quoted, for the deal's team alone."""

    deal: int
    name: str
    topic: ConcernTopic
    holder_key: str | None
    holder: str | None
    words: str

    @property
    def why(self) -> str:
        """The line that stands above the card."""
        of = f"{self.holder}, {self.name}" if self.holder else self.name
        return f"Open at {of}: {self.topic.words}, “{self.words}”"


def asked(session: Session, laid_out: LaidOut, desk: Desk, books: Books) -> Asked | None:
    """What a session asks now; nothing where it is over."""
    item = session.current
    if item is None:
        return None
    card = laid_out.cards[item.card]
    concern = _still_open(item, desk, books)
    why = concern.why if concern is not None else ""
    return Asked(session, card, _prompt(session, card), session.number, session.of, why)


def speaks_of(topic: ConcernTopic, card: Card) -> bool:
    """Whether a card's question speaks of a topic, or the guide files it there."""
    pattern = _PATTERNS.get(topic)
    return pattern is not None and pattern.search(f"{card.category}\n{card.prompt}") is not None


def open_concerns(deal: int, name: str, state: DealState) -> tuple[OpenConcern, ...]:
    """The open concerns of a deal, those that block first."""
    return tuple(
        OpenConcern(deal, name, c.topic, c.holder_key, c.holder, c.evidence.quote) for c in state.open_concerns
    )


def _still_open(item: Item, desk: Desk, books: Books) -> OpenConcern | None:
    """The concern of an item as the principal may read it today; none where it is settled or no longer theirs."""
    if item.deal is None:
        return None
    record = next((each for each in books.deals.all() if each.id == item.deal), None)
    if record is None:
        return None
    told = open_concerns(record.id, record.name, state_now(books, record.id, desk.today()))
    return next((each for each in told if each.topic is item.topic), None)


def _prompt(session: Session, card: Card) -> str:
    """What somebody says is put into their mouth."""
    spoken = card.prompt.lstrip().startswith(_QUOTES)
    of_guide = session.title == card.source.title
    role = seat_of(session.title) if session.mode in {Mode.WARM_UP, Mode.OBJECTIONS} and not of_guide else ""
    return f"The {role} asks: {card.prompt}" if role and spoken else card.prompt


def seat_of(role: str) -> str:
    """A role as a heading names it: "the cno" is CNO."""
    bare = _ARTICLE.sub("", role.strip())
    return bare.upper() if bare.isalpha() and bare.islower() and len(bare) <= _LONGEST_SHORT_FORM else bare
