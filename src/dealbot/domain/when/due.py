"""The one date in a promise by which it is to be kept."""

from typing import Final

from dealbot.domain.when.durations import Duration, duration
from dealbot.domain.when.interval import Grain, Unit, shifted
from dealbot.domain.when.phrase import Phrase, phrases
from dealbot.domain.when.scan import Scan
from dealbot.domain.when.value import When
from dealbot.domain.when.words import UNITS, word_set

_DEADLINES: Final = word_set("by before until till til due within than latest")
_NO_DEADLINES: Final = word_set("after since from of")
_LOOSE: Final = word_set("for about over during starting between")
# Before a bare length of time these say how long something takes, not when it is.
_MEASURES: Final = word_set(
    """for take takes took taking need needs needed last lasts run runs ran is was be of every per each the only spend
    than over to a an - , least most another about within wait waits past next give gives gave"""
)
_FIRM, _PLAIN, _WEAK, _NONE = 3, 2, 1, 0


def due_phrase(scan: Scan) -> When | None:
    """The date with the firmest leading word, the first among equals; else a bare length ("f/u 2 wks")."""
    ranked = [(_rank(phrase), -phrase.first, phrase.when) for phrase in phrases(scan)]
    best = max(ranked, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] > _NONE else _bare_length(scan)


def _rank(phrase: Phrase) -> int:
    """How firmly the words make it a due date."""
    leads = set(phrase.leads)
    stretch = phrase.when.start < phrase.when.end
    if phrase.when.past or leads & (_NO_DEADLINES - ({"from"} if stretch else set())):
        return _NONE
    if leads & _DEADLINES:
        return _FIRM
    if phrase.describing:
        return _WEAK if "for" in leads and phrase.when.grain is Grain.DAY else _NONE
    return _WEAK if leads & _LOOSE else _PLAIN


def _bare_length(scan: Scan) -> When | None:
    for i in range(len(scan.tokens)):
        length = duration(scan, i)
        if length and _names_day(scan, i, length):
            found = shifted(scan.on, length.count, length.unit)
            span = (scan.tokens[i].start, scan.tokens[length.end - 1].end)
            return When(found.start, found.end, found.grain, span, scan.text[slice(*span)])
    return None


def _names_day(scan: Scan, i: int, length: Duration) -> bool:
    """Whether the length ends the clause and no word before it makes it a measure."""
    measured = scan.low(i - 1) in _MEASURES or scan.low(i - 1) in UNITS
    return not measured and length.unit is not Unit.HOUR and not scan.word_follows(length.end)
