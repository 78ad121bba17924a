"""The words dates are made of, their short forms and common misspellings."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from dealbot.domain.when.interval import Unit

_SHORTEST_CORRECTED: Final = 6
_LOOKALIKES: Final = frozenset({"augusta", "augustus", "sundry", "sundae"})


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.split())


def _numbered(rows: Iterable[str], first: int) -> dict[str, int]:
    return {word: number for number, row in enumerate(rows, first) for word in row.split()}


def _counted(text: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(text.split(), 1)}


WEEKDAYS: Final = _numbered(
    (
        "monday mon mondy",
        "tuesday tue tues tu teusday tusday",
        "wednesday wed weds wensday wendesday wednes",
        "thursday thu thur thurs thrs",
        "friday fri",
        "saturday sat",
        "sunday sun",
    ),
    0,
)
WEEKDAYS_PLURAL: Final = {f"{word}s": number for word, number in WEEKDAYS.items() if word.endswith("day")}
MONTHS: Final = _numbered(
    (
        "january jan",
        "february feb febr feburary",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sep sept",
        "october oct",
        "november nov",
        "december dec",
    ),
    1,
)
UNITS: Final = {
    word: unit
    for unit, row in (
        (Unit.HOUR, "hour hours hr hrs"),
        (Unit.DAY, "day days"),
        (Unit.WEEK, "week weeks wk wks"),
        (Unit.MONTH, "month months mth mths mo mos"),
        (Unit.QUARTER, "quarter quarters qtr qtrs"),
        (Unit.YEAR, "year years yr yrs"),
    )
    for word in row.split()
}
NUMBERS: Final = _counted(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
)
TENS: Final = {
    word: 10 * (k + 1) for word, k in _counted("twenty thirty forty fifty sixty seventy eighty ninety").items()
}
ORDINALS: Final = _counted(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
) | {"thirtieth": 30}
ORDINAL_ENDINGS: Final = word_set("st nd rd th")
TODAY: Final = word_set("today tonight tonite")
TOMORROW: Final = word_set("tomorrow tmrw tmr tmw tmrrw tomo tommorow")
# Also given names or common words: bare, they are months or days only where the sentence leaves no other reading.
WEAK_MONTHS: Final = word_set("march mar april may june august jan")
WEAK_WEEKDAYS: Final = word_set("sat sun tu")
THIS: Final = word_set("this current")
NEXT: Final = word_set("next coming upcoming following nxt")
LAST: Final = word_set("last past previous prior")
# What may follow a date without making it an adjective of a noun ("the 14th works", but not "the 14th floor").
FOLLOWERS: Final = word_set(
    """and or but nor to for with at on in by from if so when that which who via per as because since before after
    until till unless while then than is was will would should can could may might must are were be has have had
    does did do works work i we you he she they it the a an our their his her my your please pls through thru
    around about latest instead too also again either not no ok okay only once just am pm of assuming pending depending
    including following barring starting provided contingent subject given along plus regarding re without within over
    under off out up back ahead right maybe otherwise so sharp sometime first thing tbd tbc fyi thanks thx cc w"""
)
COUNTS: Final = frozenset({*NUMBERS, *TENS, "a", "an", "another", "couple", "few"})
PLACES: Final = frozenset({*ORDINALS, *TENS})
_KNOWN: Final = frozenset({*WEEKDAYS, *WEEKDAYS_PLURAL, *MONTHS, *UNITS, *NUMBERS, *TENS, *ORDINALS, *TOMORROW})
_LONG_WORDS: Final = tuple(
    word
    for word in (*WEEKDAYS, *MONTHS, "christmas", "thanksgiving", "tomorrow", "yesterday")
    if len(word) >= _SHORTEST_CORRECTED
)


@lru_cache(maxsize=8192)
def corrected(word: str) -> str:
    """A long date word for its misspelling by one letter, any other word as it is."""
    if len(word) < _SHORTEST_CORRECTED or word in _KNOWN or word in _LOOKALIKES:
        return word
    return next((known for known in _LONG_WORDS if known[0] == word[0] and one_edit(word, known)), word)


def one_edit(word: str, known: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two neighbours have changed places."""
    if abs(len(word) - len(known)) > 1:
        return False
    same = next((k for k, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), min(len(word), len(known)))
    rest, wanted = word[same:], known[same:]
    swapped = rest[:2] == wanted[:2][::-1] and rest[2:] == wanted[2:]
    return swapped or rest[1:] == wanted[1:] or rest == wanted[1:] or rest[1:] == wanted
