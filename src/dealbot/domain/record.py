"""What is set about a deal rather than said in notes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Call(StrEnum):
    """The account executive's own call on the forecast."""

    COMMIT = "commit"
    BEST_CASE = "best_case"
    PIPELINE = "pipeline"
    OMITTED = "omitted"


class Outcome(StrEnum):
    """How a deal ended or rests."""

    WON = "won"
    LOST = "lost"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class DealRecord:
    """A deal's name, account, people and money; `amount` in whole US dollars, `quarter` such as 2027-Q2."""

    id: int
    name: str
    account: str
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    team: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    amount: int | None = None
    quarter: str | None = None
    call: Call | None = None
    fiscal_start: int = 1
    outcome: Outcome | None = None
    closed_on: date | None = None
    cause: str | None = None
