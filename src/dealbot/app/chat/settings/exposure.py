"""Reading what a message sets of the exposure: "Lakeshore exposure: medicare_ffs 45", or a line for each deal."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dealbot.app.chat.settings.said import with_deal
from dealbot.app.deal_names import DealName, nearest
from dealbot.app.set_exposure import Pair, pairs_of
from dealbot.app.wording import listed
from dealbot.domain.exposure import ATTRIBUTES, SETS, SHARES, ExposureKey
from dealbot.domain.exposures.by_hand import given, key_of
from dealbot.domain.when import find
from dealbot.errors import BadInput

_LONGEST, _LONGEST_LINE = 40_000, 2_000  # a message of Slack's, and all that there is to set of one deal
_NAME = 80
_MOST_WRONG = 3
_KEY_WORDS = 4
_OF = r"(?:\s+(?:at|of|for|in)\s+DEAL)?"
_SAYS = re.compile(
    rf"^\W*(?:(?:please|set|update)\s+)*(?:the\s+)?(?:DEAL(?:['\u2019]s)?\W*)?"
    rf"(?P<what>(?:reimbursement )?exposure|payer mix){_OF}\s*(?:[:=\u2013-]|\b(?:is|are|to)\b)\s*(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_LINE = re.compile(r"^\W*DEAL\s*[:|\t\u2013-]\s*(?P<rest>.*)$", re.DOTALL)
_NAMED = re.compile(r"^\W*(?P<name>[^:|\t]{2,80}?)\s*[:|\t]\s*(?P<rest>.+)$")
_TITLE = re.compile(r"\b(?:exposure|payer mix|table)\b", re.IGNORECASE)
_CUT = re.compile(r"\s*(?:[,;|\t]|\band\b|&)\s*")
_UNFILLED = re.compile(r"[\s?_.\u2026-]*")
_ASKED = re.compile(r"[^?]*\?\s*")
_FIGURE_FIRST = re.compile(
    r"(?P<share>(?:(?:~|about|around|roughly)\s*)?\d+(?:\.\d+)?)\s*(?:%|percent)?\s+(?:is |are )?(?P<key>\D.*)",
    re.IGNORECASE,
)
_NO = re.compile(r"(?:not|no)\s+(?:a |an |in )?(?P<key>.+)", re.IGNORECASE)
_SETS = re.compile(r"[:=]")
_BEFORE_VALUE = re.compile(r"^(?:(?:is|are|at)\b\s*)*")
_AS_OF = re.compile(r"[,;(]?\s*\bas of (?P<day>[^,;()]+)\)?", re.IGNORECASE)
_SOURCE = re.compile(
    r"\s*(?:\((?:source:?\s*)?(?P<aside>[^()]+)\)"
    r"|[,;]?\s*\b(?:source:?|per|according to|from)\s+(?P<words>[^,;]+))[\s.]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Exposed:
    """What is set of one deal's exposure; no deals where the message says none, several where it may mean several."""

    deals: tuple[str, ...]
    pairs: tuple[Pair, ...]
    on: date


@dataclass(frozen=True, slots=True)
class Table:
    """What a message sets, deal by deal, and what of it cannot be set, in a sentence each."""

    rows: tuple[Exposed, ...]
    refused: tuple[str, ...] = ()


def exposures_in(text: str, deals: Sequence[DealName], on: date) -> Table | None:
    """Tell what a message sets of the exposure of deals; None where it says anything else."""
    lines = [line for line in text.strip(" `\n").splitlines() if line.strip(" `")]
    if not lines or len(text) > _LONGEST or max(map(len, lines)) > _LONGEST_LINE:
        return None
    if len(lines) == 1:
        return None if text.rstrip().endswith("?") else _single(lines[0], deals, on)
    titled = _TITLE.search(lines[0]) is not None and not with_deal(lines[0], deals)[1]
    return _several(lines[1:] if titled else lines, deals, on, titled=titled)


def _single(line: str, deals: Sequence[DealName], on: date) -> Table | None:
    plain, named = with_deal(" ".join(line.split()), deals)
    outright = _SAYS.match(plain)
    found = outright or _LINE.match(plain)
    if found is None:
        return None
    row, wrong = _row(found["rest"], named, on, titled=outright is not None)
    if wrong:
        said = outright is not None and "exposure" in outright["what"].casefold()
        return Table((), wrong[:1]) if said else None
    shares = any(key in SHARES for key, _ in row.pairs)
    return Table((row,)) if row.pairs and (outright is not None or shares) else None


def _several(lines: Sequence[str], deals: Sequence[DealName], on: date, *, titled: bool) -> Table | None:
    """A line for each deal; one that cannot be read makes it a note, but where a title says what it is."""
    rows: list[Exposed] = []
    refused: list[str] = []
    for line in lines:
        plain, named = with_deal(" ".join(line.split()), deals)
        found = _LINE.match(plain) or _SAYS.match(plain)
        if found is not None and len(named) == 1:
            row, wrong = _row(found["rest"], named, on, titled=titled)
            rows.append(row)
            refused += [f"{named[0]}: {listed(wrong, _MOST_WRONG, ' ')}"] if wrong else []
        elif titled and found is not None and named:
            refused.append(f"Which deal: {' or '.join(named)}? Say it with its whole name.")
        elif titled:
            refused.append(_nobody(line, deals))
        else:
            return None
    filled = tuple(row for row in rows if row.pairs)
    return Table(filled, tuple(refused)) if filled and (titled or not refused) else None


def _nobody(line: str, deals: Sequence[DealName]) -> str:
    found = _NAMED.match(line)
    name = found["name"].strip() if found else line.strip()[:_NAME]
    near = nearest(name, deals)
    return f"There is no deal called '{name}'." + (f" Did you mean {' or '.join(near)}?" if near else "")


def _row(rest: str, named: tuple[str, ...], on: date, *, titled: bool) -> tuple[Exposed, tuple[str, ...]]:
    """What one line sets, and what of it cannot be read, in a sentence each."""
    day = on
    dated = _AS_OF.search(rest)
    if dated is not None:
        days = [each.end for each in find(dated["day"], on, past=True) if each.end <= on]
        day, rest = (days[0], rest[: dated.start()] + rest[dated.end() :]) if days else (on, rest)
    told = _SOURCE.search(rest)
    source = (told["aside"] or told["words"]) if told is not None else ""
    items, wrong = _items(rest[: told.start()] if told is not None else rest, titled=titled)
    pairs: list[Pair] = []
    for key, value in _joined(items).items():
        try:
            pairs += pairs_of([f"{key}={value}"], source)
        except BadInput as error:
            wrong.append(str(error))
    return Exposed(named, tuple(pairs), day), tuple(wrong)


def _joined(items: Iterable[tuple[ExposureKey, str]]) -> dict[ExposureKey, str]:
    """One setting for each key; the names of a set in one."""
    values: dict[ExposureKey, str] = {}
    for key, value in items:
        values[key] = f"{values[key]}, {value}" if key in SETS and key in values else value
    return values


def _items(text: str, *, titled: bool) -> tuple[list[tuple[ExposureKey, str]], list[str]]:
    """Keys with their values, and what is none, in a sentence each; what is left open says nothing."""
    items: list[tuple[ExposureKey, str]] = []
    wrong: list[str] = []
    last: ExposureKey | None = None
    for piece in (each.strip(" .*`") for each in _CUT.split(text)):
        found = _item(piece, titled=titled)
        if found is None and last in SETS and _fits(last, piece):
            found = (last, piece)
        if found is not None:
            last = found[0]
            items += [found] if not _UNFILLED.fullmatch(found[1]) else []
        elif not _UNFILLED.fullmatch(piece) and not _ASKED.fullmatch(piece):
            wrong.append(f"'{piece}' is no part of the exposure, such as medicare_ffs 45 or outpatient 55.")
    return items, wrong


def _item(piece: str, *, titled: bool) -> tuple[ExposureKey, str] | None:
    """A key with its value, in any of the ways people put it; a share is none only where it is said what it is of."""
    words = _SETS.sub(" ", piece).split()
    for count in range(min(_KEY_WORDS, len(words)), 0, -1):
        key = key_of(" ".join(words[:count]))
        if key is not None:
            value = _BEFORE_VALUE.sub("", " ".join(words[count:]))
            return key, value or ("yes" if key in ATTRIBUTES else "")
    denied, figure = _NO.fullmatch(piece), _FIGURE_FIRST.fullmatch(piece)
    key = key_of(denied["key"]) if denied is not None else None
    if key is not None and (titled or key not in SHARES):
        return key, "no"
    key = key_of(figure["key"]) if figure is not None else None
    return (key, figure["share"]) if key is not None and key in SHARES and figure is not None else None


def _fits(key: ExposureKey | None, piece: str) -> bool:
    try:
        return key is not None and given(key, piece).value is not None
    except ValueError:
        return False
