"""Lines that begin a call: with a past day, a number ("Call 2") or the name of an account."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dealbot.reading.call_days import Day, ahead_at, day_at
from dealbot.reading.lexicon import calls as lexicon
from dealbot.reading.lexicon import layout

_FEW_WORDS = 2
_MORE_WORDS = 8
_LATELY = 14
_TO_ITS_DAY = re.compile(r"\s*(?:[-–—:,(\[]|on\b)?\s*")
_CAPITALISED = re.compile(r"\b[A-Z]\w+")
_ACCOUNT_ENDS = r"(?=\s*(?:[:(,]|[-–—]+\s|$))"


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a call: where its line starts and what it is marked with, and what it names.

    `end` is where its words go on; `sure` tells that its day cannot be one to come, `ahead` that it is one.
    """

    start: int
    end: int
    style: tuple[bool, int]
    day: Day | None = None
    number: str | None = None
    account: str | None = None
    ahead: bool = False

    @property
    def tells_day(self) -> bool:
        """Whether it is a beginning by its day or number."""
        return self.day is not None or self.number is not None


@dataclass(frozen=True, slots=True)
class _Line:
    """The rest of a line, `text[at:end]`, of a note written on a day."""

    text: str
    at: int
    end: int
    on: date


def heads_of(text: str, on: date, accounts: Collection[str]) -> tuple[Head, ...]:
    """Every line that may begin a call; lists of what is to come and quoted mail begin none."""
    account = _account_pattern(accounts)
    heads = (_head(_Line(text, start, end, on), account) for start, end in _lines(text))
    return tuple(head for head in heads if head is not None)


def is_call(text: str, head: Head, end: int, on: date, *, alone: bool) -> bool:
    """Whether a stretch from a beginning to `end` tells of a call and not of a plan; strictly where it is `alone`."""
    told = text[head.end : end]
    first = told.strip().partition("\n")[0]
    if lexicon.TO_DO.match(told) or (head.day is not None and not head.day.sure and lexicon.PLANNED.search(first[:40])):
        return False
    few = head.day is None or (on - head.day.on).days <= _LATELY
    if len(told.split()) < (_FEW_WORDS if few else _MORE_WORDS):
        return False
    if head.day is None or head.day.sure or lexicon.OVER.search(told):
        return True
    return not alone and lexicon.IS.search(told) is not None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines outside of lists of plans, and before a quoted mail."""
    section: bool | None = None
    listed: bool | None = None
    for match in re.finditer(r"^.*$", text, re.MULTILINE):
        line = match.group()
        if layout.WROTE.match(line) or re.match(r"\s*-{2,}\s*(?:original|forwarded) message", line, re.IGNORECASE):
            return
        mark = lexicon.MARK.match(line)
        bullet = mark is not None and mark["bullet"] is not None
        if lexicon.SECTION.fullmatch(line[mark.end() :] if mark is not None else line):
            section, listed = True, None
        elif section and not line.strip():
            section = listed is None
        elif section:
            section = bullet or not listed
            listed = bullet if listed is None else listed
        if not section and line.strip() and not line.lstrip().startswith((">", '"', "“")):
            yield match.start(), match.end()


def _head(line: _Line, account: re.Pattern[str] | None) -> Head | None:
    mark = lexicon.MARK.match(line.text, line.at, line.end)
    at = mark.end() if mark is not None else line.at
    blank = Head(line.at, at, (mark is not None and mark["bullet"] is not None, len(mark["indent"]) if mark else 0))
    named = account.match(line.text, at, line.end) if account is not None else None
    numbered = lexicon.NUMBERED.match(line.text, at, line.end)
    if numbered is not None:
        return _numbered(line, numbered, blank)
    begins = named.end() if named is not None else at
    called = named.group().strip(" :,-–—") if named is not None else None
    found = _dated(replace(line, at=begins))
    if isinstance(found, Day):
        return replace(blank, end=_past_cut(line, found.end), day=found, account=called)
    if found:
        return replace(blank, ahead=True)
    return replace(blank, end=begins, account=called) if named is not None else None


def _numbered(line: _Line, numbered: re.Match[str], blank: Head) -> Head | None:
    number = (numbered["number"] or numbered["nth"]).casefold()
    led = _TO_ITS_DAY.match(line.text, numbered.end(), line.end)
    at = led.end() if led is not None else numbered.end()
    day = day_at(line.text, at, line.end, line.on)
    if day is not None:
        return replace(blank, end=_past_cut(line, day.end), day=day, number=number)
    if ahead_at(line.text, at, line.end, line.on) is not None:
        return replace(blank, ahead=True)
    cut = lexicon.CUT.match(line.text, numbered.end(), line.end)
    goes_on = cut or lexicon.WITH.match(line.text, numbered.end(), line.end)
    opened = line.text[numbered.end() : numbered.end() + 2].strip().startswith("(")
    return replace(blank, end=numbered.end(), number=number) if goes_on or opened else None


def _dated(line: _Line) -> Day | bool:
    """The day that a line begins with, after words that lead to it; true for one to come."""
    for place, must_end in _places(line):
        day = day_at(line.text, place, line.end, line.on)
        if day is not None and _heads(line, day.end, must_end=must_end, sure=day.sure):
            return day
        ahead = ahead_at(line.text, place, line.end, line.on)
        if ahead is not None and _heads(line, ahead, must_end=must_end, sure=True):
            return True
    return False


def _places(line: _Line) -> Iterator[tuple[int, bool]]:
    """Where a day may stand, and whether its heading has to end behind it."""
    yield line.at, False
    led = lexicon.LED.match(line.text, line.at, line.end)
    if led is not None:
        yield led.end(), False
    met = lexicon.MET_WHOM.match(line.text, line.at, line.end)
    if met is not None:
        yield met.end(), True
    named = lexicon.NAMED.match(line.text, line.at, line.end)
    if named is not None:
        yield named.end(), True
        led = lexicon.LED.match(line.text, named.end(), line.end)
        yield from ((found.end(), True) for found in [led] if found is not None)
        yield from ((within, True) for within in [_day_within(line, named.end())] if within is not None)


def _day_within(line: _Line, stop: int) -> int | None:
    """Where a day stands among the capitalised words at the beginning: "Lakeshore Tue", "Dana Ruiz, Mon 16 Nov"."""
    for word in _CAPITALISED.finditer(line.text, line.at + 1, stop):
        if day_at(line.text, word.start(), line.end, line.on) is not None:
            return word.start()
    return None


def _heads(line: _Line, at: int, *, must_end: bool, sure: bool) -> bool:
    """Whether a day that ends at a place is the heading of what follows, and not a word of a sentence."""
    text, end = line.text, line.end
    timed = lexicon.TIME.match(text, at, end)
    at = timed.end() if timed is not None else at
    if lexicon.CUT.match(text, at, end) or text[at - 1 : at] in {")", "]"}:
        return True
    if lexicon.WITH.match(text, at, end):
        return not must_end
    if lexicon.COMMA.match(text, at, end) or lexicon.PERSON.match(text, at, end):
        return True
    said = lexicon.SPACE.match(text, at, end)
    verb = lexicon.MET.match(text, said.end(), end) if said is not None else None
    return not must_end and verb is not None and (verb["noun"] is None or sure)


def _past_cut(line: _Line, at: int) -> int:
    timed = lexicon.TIME.match(line.text, at, line.end)
    at = timed.end() if timed is not None else at
    cut = lexicon.CUT.match(line.text, at, line.end) or lexicon.SPACE.match(line.text, at, line.end)
    return cut.end() if cut is not None else at


def _account_pattern(accounts: Collection[str]) -> re.Pattern[str] | None:
    names = sorted((re.escape(name) for name in accounts if name.strip()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(names)}){_ACCOUNT_ENDS}\s*[:,–—-]*\s*", re.IGNORECASE) if names else None
