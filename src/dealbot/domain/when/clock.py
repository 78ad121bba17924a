"""Times of day beside a date; they are read over, since a promise is due on a day."""

from typing import Final

from dealbot.domain.when import interval
from dealbot.domain.when.scan import FIGURE, Match, Rules, Scan
from dealbot.domain.when.words import NUMBERS, TODAY, TOMORROW, word_set

_PARTS: Final = word_set("morning afternoon evening night noon midday midnight eod cob lunch")
_NAMED: Final = word_set("noon midday midnight eod cob cop lunchtime")
_PHRASES: Final = (
    ("first", "thing"),
    ("last", "thing"),
    ("close", "of", "business"),
    ("close", "of", "play"),
    ("end", "of", "business"),
    ("end", "of", "day"),
    ("end", "of", "the", "day"),
)
_AT: Final = word_set("at @ around about by before after ~ from between - , in the (")
_HALVES: Final = word_set("am pm a p")
_ZONES: Final = word_set(
    "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist eastern central mountain pacific"
)
_RANGE: Final = word_set("- to until till and")
_LINKS: Final = word_set("on of , - the this")
_LAST_HOUR, _MINUTES, _DIGITS = 24, 60, 2
_MOST_TIMES: Final = 3


def timed(scan: Scan, i: int) -> Match | None:
    """A time in front of its date: "5pm Thursday", "close of business on Friday", "9 tomorrow"."""
    loose = scan.low(i - 1) in {"at", "@"} or scan.low(i + 1) in TOMORROW | TODAY
    j = _phrase(scan, i) or _time(scan, i, loose=loose)
    found = scan.at(scan.skip(_past_zone(scan, j), _LINKS)) if j else None
    return Match(found.node, found.end) if found else None


def today_by(scan: Scan, i: int) -> Match | None:
    """A deadline that is a time of the same day: "by 5pm", "before noon", "close of business"."""
    ends = _phrase(scan, i)
    if ends and scan.low(ends - 1) in {"business", "play"}:
        return Match(interval.day(scan.on), ends)
    j = _time(scan, i, loose=False) if scan.low(i - 1) in {"by", "before"} else None
    return Match(interval.day(scan.on), _past_zone(scan, j)) if j else None


def past_time(scan: Scan, i: int) -> int:
    """The index after the times of day that follow a date, or `i` when none does."""
    for _ in range(_MOST_TIMES):
        i = _past_one(scan, i)
    return i


def _past_one(scan: Scan, i: int) -> int:
    j = scan.skip(i, _AT)
    stated = j > i and scan.low(j - 1) in {"at", "@"}
    part = scan.skip(j, {"early", "late", "mid", "-"})
    if scan.low(part) in _PARTS and scan.low(i) not in {"before", "after", "from"}:
        return part + 1
    ends = _phrase(scan, j) or _time(scan, j, loose=stated)
    if ends is None:
        return i
    closed = scan.low(j - 1) == "(" and scan.low(_past_zone(scan, ends)) == ")"
    return _past_zone(scan, ends) + closed


def _phrase(scan: Scan, i: int) -> int | None:
    for phrase in _PHRASES:
        if scan.low(i) == phrase[0] and all(scan.low(i + k) == word for k, word in enumerate(phrase)):
            return i + len(phrase)
    return None


def _time(scan: Scan, i: int, *, loose: bool) -> int | None:
    """Past a time or a range of times; a bare hour only where the words allow it (`loose`)."""
    end = _hour(scan, i, loose=loose)
    if end is not None and scan.low(end) in _RANGE:
        return _hour(scan, end + 1, loose=loose) or end
    if end is None and scan.low(i + 1) in _RANGE and _hour(scan, i, loose=True) == i + 1:
        return _hour(scan, i + 2, loose=False)
    return end


def _hour(scan: Scan, i: int, *, loose: bool) -> int | None:
    """Past "5pm", "5:30", "17h30", "noon", "8 o'clock"; bare "5" when loose."""
    if scan.low(i) in _NAMED:
        return i + 1
    if scan.low(i) in NUMBERS:
        return _spelled_hour(scan, i)
    hour = scan.number(i)
    if hour is None or scan.digits(i) > _DIGITS or hour > _LAST_HOUR:
        return None
    j = _past_minutes(scan, i + 1)
    half = _past_half(scan, j)
    if half or scan.low(j) == "o'clock":
        return half or j + 1
    return j if j > i + 1 or (loose and not scan.glued(j)) else None


def _spelled_hour(scan: Scan, i: int) -> int | None:
    """Past "eight am", "eight o'clock", and the number in "eight tonight"."""
    if scan.low(i + 1) in TODAY:
        return i + 1
    return i + 2 if scan.low(i + 1) in {"o'clock", "am", "pm"} else None


def _past_minutes(scan: Scan, i: int) -> int:
    """Past ":30", "h30" or "h"."""
    minutes = scan.number(i + 1)
    if scan.low(i) not in {":", "h"} or not scan.glued(i):
        return i
    if minutes is not None and minutes < _MINUTES and scan.glued(i + 1):
        return i + 2
    return i + 1 if scan.low(i) == "h" else i


def _past_half(scan: Scan, i: int) -> int | None:
    """Past "pm", "p", "p.m."."""
    if scan.low(i) not in _HALVES:
        return None
    if scan.low(i) in {"am", "pm"}:
        return i + 1
    if scan.low(i + 1) == "." and scan.low(i + 2) == "m":
        return i + 3 + (scan.low(i + 3) == "." and scan.word_follows(i + 4))
    return i + 1 if scan.glued(i) else None


def _past_zone(scan: Scan, i: int) -> int:
    return i + 1 if scan.low(i) in _ZONES else i


_OPENINGS: Final = frozenset({*FIGURE, *NUMBERS, *_NAMED, *(phrase[0] for phrase in _PHRASES)})
RULES: Final[Rules] = ((timed, _OPENINGS), (today_by, _OPENINGS))
