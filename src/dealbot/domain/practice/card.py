"""The cards of a deck: something to be asked, what a good answer does, and where that stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.domain.practice.rubric import Rubric


class CardKind(StrEnum):
    """How a card asks: the first three are answered in words, the others have a key."""

    RECALL = "recall"
    NOT_TO_DO = "not_to_do"
    FOLLOW_UP = "follow_up"
    CHOICE = "choice"
    CLOZE = "cloze"
    FACT = "fact"

    @property
    def keyed(self) -> bool:
        """Whether an answer is right or wrong, with nothing to weigh."""
        return self in {CardKind.CHOICE, CardKind.CLOZE, CardKind.FACT}


@dataclass(frozen=True, slots=True)
class CardSource:
    """Where a card's answer stands, shown after it is answered: `quote` as it reads in the document."""

    document: str
    title: str
    heading: tuple[str, ...]
    quote: str
    modified_on: date | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Something to practise; `id` stays the same when the source is reworded, `category` groups cards of a guide.

    A card with `choices` is answered by one of them, or its letter; one with `accepted` by any of these words; any
    other is graded by its rubric. `question` is the id of the guide's question that it was made of, empty for none.
    """

    id: str
    kind: CardKind
    deck: str
    category: str
    prompt: str
    source: CardSource
    points: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    question: str = ""

    @property
    def keyed(self) -> bool:
        """Whether its answer is right or wrong, with nothing to weigh."""
        return bool(self.choices or self.accepted)

    @property
    def gradable(self) -> bool:
        """Whether an answer can be marked: of what no guide has an answer, nobody could be right."""
        return self.keyed or bool(self.points)

    @property
    def rubric(self) -> Rubric:
        """What an answer in words is graded by."""
        return Rubric(self.prompt, self.points, self.pitfalls, self.source.quote)


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of one document; `name` is its path, `personas` whom of the committee it prepares for."""

    name: str
    title: str
    cards: tuple[Card, ...]
    tags: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
