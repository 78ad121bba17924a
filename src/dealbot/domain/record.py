"""What is set about a deal rather than said in notes."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.domain.when.interval import quarter


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


def fold_deal(name: str) -> str:
    """Fold a deal's name for comparison: no case, width, punctuation or spacing; all punctuation stays as written."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    kept = "".join(_folded(letter) for letter in plain)
    return " ".join(kept.split()) or " ".join(name.split())


def _folded(letter: str) -> str:
    if letter in "'\u2019`":
        return ""
    return letter if unicodedata.category(letter)[0] in "LNM" else " "


@dataclass(frozen=True, slots=True)
class DealRecord:
    """A deal's name, account, people and money; `amount` in whole US dollars, `quarter` such as 2027-Q2.

    `team` are the users put on the deal besides its owner.
    """

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

    @property
    def target_on(self) -> date | None:
        """The last day of the target quarter, of the fiscal year."""
        year, _, number = (self.quarter or "").partition("-Q")
        return quarter(int(year), int(number), self.fiscal_start).end if number else None
