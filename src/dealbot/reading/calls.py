"""The calls that a note tells of, each with its day: several are split where their beginnings leave no doubt."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from dealbot.reading.call_days import at_the_top, date_fields, day_of_fields, day_told_first
from dealbot.reading.call_heads import Head, heads_of, is_call
from dealbot.reading.layout import Line, is_transcript, lines_of

MOST_CALLS = 12


@dataclass(frozen=True, slots=True)
class Call:
    """A stretch of a note, `note[start:end]`, and the day of the call it tells of."""

    start: int
    end: int
    on: date


def calls_of(text: str, on: date, accounts: Collection[str] = ()) -> tuple[Call, ...]:
    """Split a note that was written on a day into its calls, at least one; where it is unsure, one on that day.

    Lines that begin with a past day, with "Call 2", or with different `accounts` begin calls; what stands before the
    first belongs to it.
    """
    lines = lines_of(text)
    if not lines:
        return (Call(0, len(text), on),)
    fields = date_fields(text, lines)
    if fields:
        return _by_fields(text, fields, lines, on)
    heads = () if is_transcript(lines) else heads_of(text, on, accounts)
    calls = _split(text, _told(text, heads, on), on)
    return calls if len(calls) > 1 else (Call(0, len(text), _day_of_one(text, heads, on)),)


def _by_fields(text: str, fields: tuple[Line, ...], lines: tuple[Line, ...], on: date) -> tuple[Call, ...]:
    """A template filled in once or several times, or a mail: its date fields tell the days."""
    told = day_of_fields(text, fields, on)
    starts = [_block(text, line.start) for line, _ in told]
    mail = any(line.label in {"from", "to", "subject"} for line in lines)
    several = len({day for _, day in told}) > 1 and not mail
    if several and len(told) == len(fields) == len(set(starts)) and len(told) <= MOST_CALLS:
        ends = [*starts[1:], len(text)]
        return tuple(
            Call(0 if number == 0 else start, end, day)
            for number, (start, end, (_, day)) in enumerate(zip(starts, ends, told, strict=True))
        )
    first = next((day for line, day in told if line == fields[0] and at_the_top(line, lines)), None)
    return (Call(0, len(text), on if first is None or several else first),)


def _block(text: str, at: int) -> int:
    """Where the block of lines begins that a place is in."""
    blank = [match.end() for match in re.finditer(r"\n[ \t]*\n+", text[:at])]
    return blank[-1] if blank else 0


def _told(text: str, heads: tuple[Head, ...], on: date) -> tuple[Head, ...]:
    """The beginnings that tell of calls, all of one style; none beside a day to come."""
    dated = [head for head in heads if head.tells_day or head.ahead]
    named = [head for head in heads if head.account is not None and not head.tells_day]
    if dated:
        style = min(head.style for head in dated)
        dated = [head for head in dated if head.style == style]
        if any(head.ahead for head in dated):
            return ()
    every = sorted({*dated, *named}, key=lambda head: head.start)
    bounds = pairwise([*every, None])
    return tuple(
        head
        for head, end in ((head, after.start if after else len(text)) for head, after in bounds if head)
        if _opens(text, head, end, every) or is_call(text, head, end, on, alone=False)
    )


def _opens(text: str, head: Head, end: int, every: list[Head]) -> bool:
    """Whether a day stands alone on its line over the accounts of that day."""
    nested = any(other.start == end and other.account is not None and not other.tells_day for other in every)
    return head.day is not None and not text[head.end : end].strip() and nested


def _split(text: str, heads: tuple[Head, ...], on: date) -> tuple[Call, ...]:
    ones = _with_days(text, heads)
    marks = {(head.day.on if head.day else None, head.number, (head.account or "").casefold()) for head in ones}
    if not 1 < len(ones) <= MOST_CALLS or len(marks) < 2:
        return ()
    starts = [0, *(head.start for head in ones[1:]), len(text)]
    return tuple(
        Call(start, end, head.day.on if head.day is not None else on)
        for head, (start, end) in zip(ones, pairwise(starts), strict=True)
    )


def _with_days(text: str, heads: tuple[Head, ...]) -> list[Head]:
    """Beginnings by account with the day they stand under; a day alone on its line begins the next of them."""
    ones: list[Head] = []
    above: Head | None = None
    for place, head in enumerate(heads):
        end = heads[place + 1].start if place + 1 < len(heads) else len(text)
        if head.day is not None and not text[head.end : end].strip():
            above = head
            continue
        under = ones[-1] if above is None and ones and not head.tells_day else above
        day = head.day or (under.day if under is not None and head.account is not None else None)
        start = above.start if above is not None else head.start
        ones.append(replace(head, start=start, day=day))
        above = None
    return [_beside(ones, place) for place in range(len(ones))]


def _beside(ones: list[Head], place: int) -> Head:
    """A beginning with its day settled by the call after it, or else before it."""
    day, beside = ones[place].day, [*ones[place + 1 : place + 2], *ones[max(0, place - 1) : place]]
    others = [one.day for one in beside if one.day is not None and not one.day.today]
    return replace(ones[place], day=day.near(others[0])) if day is not None and others else ones[place]


def _day_of_one(text: str, heads: tuple[Head, ...], on: date) -> date:
    """The day of a note that tells of one call: of its very first words, or told in its first sentence."""
    start = len(text) - len(text.lstrip())
    first = next((head for head in heads if head.start <= start), None)
    if first is not None and first.day is not None:
        others = [head for head in heads if head is not first and head.style == first.style]
        alone = not any(head.ahead or (head.day is not None and head.day.on != first.day.on) for head in others)
        if not alone or is_call(text, first, len(text), on, alone=True):
            return first.day.on if alone else on
    at = first.end if first is not None and first.account is not None and first.day is None else start
    return day_told_first(text, at, on) or on
