"""A date phrase found in a text."""

from dataclasses import dataclass
from datetime import date

from dealbot.domain.when.interval import Grain


@dataclass(frozen=True, slots=True)
class When:
    """The stretch of days that words name, both ends inclusive: what is promised for it is due on `end`.

    `text == source[span[0]:span[1]]`, leading words such as "by" included; `past`: the words tell of something over.
    """

    start: date
    end: date
    grain: Grain
    span: tuple[int, int]
    text: str
    past: bool = False
