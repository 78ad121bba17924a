"""The day of a call as a note tells it: only a past one, and only where the words leave no doubt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dealbot.domain.when import Grain, When, find
from dealbot.reading.layout import Line, LineKind
from dealbot.reading.lexicon import calls as lexicon

_LONG_AGO = 92
_RUNNING_TEXT_AGO = 30
_WEEK = 7
_LOOKED_AT = 70
_TOP_LINES = 8
_FIRST_WORDS = 400
_SENTENCES = 40


@dataclass(frozen=True, slots=True)
class Day:
    """A past day that words name, `sure` where they cannot mean one to come; `end` is where they end.

    `today` tells that it is the weekday of the day the note was written, and may mean the one a week before.
    """

    on: date
    end: int
    sure: bool
    today: bool = False

    def near(self, other: "Day") -> "Day":
        """The day that lies nearer to that of the call beside it."""
        before = self.on - timedelta(days=_WEEK)
        nearer = abs(before - other.on) < abs(self.on - other.on)
        return replace(self, on=before, today=False) if self.today and nearer else self


def day_at(text: str, at: int, end: int, on: date) -> Day | None:
    """The past day that the words at a place of a text begin with, not longer than a quarter ago."""
    piece = text[at : min(end, at + _LOOKED_AT)]
    if not lexicon.MAY_NAME_DAY.search(piece[:20]):
        return None
    whens = find(piece, on, past=True)
    if not whens or whens[0].span[0] != 0 or piece[whens[0].span[1] - 1 : whens[0].span[1] + 1] in {"'s", "’s"}:
        return None
    return _day(whens[0], on, at, _LONG_AGO)


def ahead_at(text: str, at: int, end: int, on: date) -> int | None:
    """Where a day ends that the words at a place begin with and that can only be to come."""
    piece = text[at : min(end, at + _LOOKED_AT)]
    if not lexicon.MAY_NAME_DAY.search(piece[:20]):
        return None
    whens = find(piece, on)
    named = bool(whens) and whens[0].span[0] == 0 and whens[0].end > on and not lexicon.NO_LATER.match(piece)
    return at + whens[0].span[1] if named and day_at(text, at, end, on) is None else None


def day_of_fields(text: str, fields: Iterable[Line], on: date) -> tuple[tuple[Line, date], ...]:
    """The fields that tell the day of a call or a mail, with the day where it is one of the last month."""
    found = ((line, days_in(text[line.start : line.end], on)) for line in fields)
    return tuple((line, days[0].on) for line, days in found if days)


def days_in(text: str, on: date) -> tuple[Day, ...]:
    """The days of the last month that a text names, each read as over."""
    found = (_day(when, on, 0, _RUNNING_TEXT_AGO) for when in find(text, on, past=True))
    return tuple(day for day in found if day is not None)


def date_fields(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines that are labelled as the day of a call or a mail, quoted ones left out."""
    labelled = (line for line in lines if line.kind in {LineKind.FIELD, LineKind.HEADER})
    return tuple(
        line
        for line in labelled
        if (line.label or "").casefold() in lexicon.DATE_LABELS and not _is_quoted(text, line.start)
    )


def at_the_top(line: Line, lines: tuple[Line, ...]) -> bool:
    """Whether a line is one of the first of a note."""
    return line in lines[:_TOP_LINES]


def day_told_first(text: str, start: int, on: date) -> date | None:
    """The day of a contact that the first sentence tells: "met Dana yesterday", "spoke w raj on monday".

    None where another sentence begins with a contact of another day.
    """
    begins = [start, *(match.end() for match in lexicon.SENTENCE.finditer(text, start))]
    days = [_day_of_contact(text[at : at + _FIRST_WORDS], on) for at in begins[:_SENTENCES]]
    return days[0] if not {day for day in days if day is not None} - {days[0]} else None


def _day_of_contact(sentence: str, on: date) -> date | None:
    labelled = lexicon.LABEL.match(sentence)
    at = labelled.end() if labelled is not None else 0
    met = lexicon.MET.match(sentence, at)
    if met is None:
        return _day_before_contact(sentence, at, on)
    stop = lexicon.BREAK.search(sentence, met.end())
    words = sentence[met.start() : stop.start() if stop is not None else len(sentence)]
    days = set(days_in(words, on))
    if lexicon.ALSO.match(sentence, met.start() + len(words)):
        return None
    certain = {day.on for day in days if day.sure or met["noun"] is None}
    return next(iter(certain)) if len(certain) == 1 == len(days) else None


def _day_before_contact(sentence: str, at: int, on: date) -> date | None:
    """The day that stands before the contact: "yesterday I met Dana", "on Monday we spoke to Raj"."""
    day = day_at(sentence, at, len(sentence), on)
    if day is None or (on - day.on).days > _RUNNING_TEXT_AGO:
        return None
    met = lexicon.SPACE.match(sentence, day.end)
    verb = lexicon.MET.match(sentence, met.end()) if met is not None else None
    return day.on if verb is not None and verb["noun"] is None else None


def _day(when: When, on: date, at: int, most: int) -> Day | None:
    if not _is_day(when) or lexicon.NO_LATER.match(when.text):
        return None
    today = lexicon.WEEKDAY.fullmatch(when.text) is not None and (on - when.end).days == _WEEK
    day = on if today else when.end
    if not on - timedelta(days=most) <= day <= on:
        return None
    return Day(day, at + when.span[1], lexicon.SURE.search(when.text) is not None, today)


def _is_day(when: When) -> bool:
    return when.start == when.end and when.grain is Grain.DAY


def _is_quoted(text: str, at: int) -> bool:
    return text[text.rfind("\n", 0, at) + 1 : at].lstrip().startswith(">")
