"""Whether what a model claims stands in the note: names, titles, numbers, days; a due date needs words for it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dealbot.domain.names import fold
from dealbot.domain.when import due
from dealbot.reading.align import Page, Window, words_in
from dealbot.reading.flaws import FlawKind
from dealbot.reading.namelike import ambiguous, names_in, plain
from dealbot.reading.ports import NoteText

_LATEST = timedelta(days=3 * 366)
_AMOUNT = re.compile(r"(\d+(?:[.,:/-]\d+)*)\s*(k|m|mm|b|bn|thousand|million|billion)?\b")
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9}
_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS = {"fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "ninety": 90.0}
_NUMBER_WORDS = {word: float(value) for value, word in enumerate(_UNITS)} | _TENS | {"dozen": 12.0, "hundred": 100.0}
_MONTH = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\b"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"\b(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b")
_ANY_DAY = re.compile(rf"(?<![a-z])(?:{'|'.join(_MONTHS)}|mon|tue|wed|thu|fri|sat|sun)")
_TELLS_TIME = re.compile(
    r"\d|\b(?:today|tonight|tomorrow|eow|eod|eom|eoy|q[1-4]|day|days|week|weeks|month|months|quarter|year|weekend"
    r"|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thanksgiving|christmas|xmas|holiday|holidays)",
    re.IGNORECASE,
)


def written_name(page: Page, name: str) -> str | None:
    """The fullest form of a name that the note writes, as it writes it; None for somebody it does not name."""
    tokens = fold(name).split()
    lengths = range(len(tokens), 0, -1)
    for part in (tokens[at : at + length] for length in lengths for at in range(len(tokens) - length + 1)):
        found = _named(page, part, whole=len(part) == len(tokens))
        if found is not None:
            return found
    return None


def written(page: Page, words: str | None, window: Window | None = None) -> str | None:
    """Words as the note writes them, or None where it does not."""
    span = page.find(words, window) if words else None
    return " ".join(span.quote.split()) if span else None


def unbacked(page: Page, claim: str, note: NoteText, day: date | None = None) -> FlawKind | None:
    """What a claim in the model's own words says that the note does not: a number, a day, a name."""
    known = numbers_in(page.text) | {float(note.on.year)}
    if day is not None:
        known |= {float(day.day), float(day.month), float(day.year)}
    if any(not amounts & known for amounts in _amounts(claim)):
        return FlawKind.INVENTED_NUMBER
    if not _days(claim) <= _days_told(page.text, known, day):
        return FlawKind.INVENTED_DATE
    if any(not set(words_in(name.text)) & page.vocabulary for name in names_in(claim)):
        return FlawKind.INVENTED_NAME
    return None


def due_of(claimed: str | None, due_text: str | None, note: NoteText) -> date | None:
    """The day a step is due: computed from the note's words where they can be, else as claimed if they tell a time."""
    if due_text is None:
        return None
    named = due(due_text, note.on, month_first=note.month_first, fiscal_start=note.fiscal_start)
    if named is not None and named.end >= note.on:
        return named.end
    day = _iso(claimed)
    sane = day is not None and note.on <= day <= note.on + _LATEST
    return day if sane and _TELLS_TIME.search(due_text) else None


def _named(page: Page, part: list[str], *, whole: bool) -> str | None:
    """These parts of a name side by side in the note, a middle initial between them allowed."""
    folded, places = page.folded
    pattern = r"(?<!\w)" + r"\W+(?:\w\W+)?".join(map(re.escape, part)) + r"(?!\w)"
    for match in re.finditer(pattern, folded):
        found = page.text[places[match.start()] : places[match.end() - 1] + 1]
        if whole or _stands_for_somebody(page, found):
            return " ".join(found.split())
    return None


def _stands_for_somebody(page: Page, word: str) -> bool:
    """Whether one part of a longer name is a name in the note, and no everyday word or initial."""
    folded = word.casefold()
    return len(word) > 1 and not plain(folded) and (not ambiguous(folded) or folded in page.named)


def _amounts(text: str) -> Iterator[set[float]]:
    """For every number in a text, the ways to read it."""
    for match in _AMOUNT.finditer(text.casefold()):
        digits = match.group(1).replace(",", "")
        atoms = [float(atom) for atom in re.findall(r"\d+", match.group(1))]
        if re.fullmatch(r"\d+(?:\.\d+)?", digits):
            scale = _SCALES.get(match.group(2) or "", 1.0)
            yield {float(digits), round(float(digits) * scale, 6)}
        else:
            yield from ({atom} for atom in atoms)


def numbers_in(text: str) -> set[float]:
    """Every number a text tells, in digits or words, whole and in its parts."""
    told = {amount for amounts in _amounts(text) for amount in amounts}
    told |= {float(digits) for digits in re.findall(r"\d{1,15}", text)}
    return told | {_NUMBER_WORDS[word] for word in re.findall(r"[a-z]+", text.casefold()) if word in _NUMBER_WORDS}


def _days(claim: str) -> set[str]:
    return {match.group()[:3].casefold() for pattern in (_MONTH, _DAY) for match in pattern.finditer(claim)}


def _days_told(text: str, numbers: set[float], day: date | None) -> set[str]:
    """Months and weekdays the note names, in words, as a number, or as the day that something is due."""
    told = set(
        re.findall(
            r"(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)", text.casefold()
        )
    )
    told |= {name for number, name in enumerate(_MONTHS, 1) if float(number) in numbers}
    return told | ({_MONTHS[day.month - 1], f"{day:%a}".casefold()} if day else set())


def _iso(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
