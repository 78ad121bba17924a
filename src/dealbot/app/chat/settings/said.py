"""Reading what a whole message sets about a deal; where something is left over it is none, but a note or a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dealbot.app.chat.settings import lexicon
from dealbot.app.deal_names import DealName, names_of
from dealbot.app.terms import amount
from dealbot.app.words import words_of
from dealbot.domain.cause import Cause, cause_in
from dealbot.domain.record import Call, Outcome
from dealbot.domain.when import due, find
from dealbot.domain.when.interval import quarter

_LONGEST = 200
_FEW = 2


@dataclass(frozen=True, slots=True)
class Money:
    """Parts of the money, each None where it is not said; a quarter is (year or None, number)."""

    amount: int | None = None
    quarter: tuple[int | None, int] | None = None
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class End:
    """A deal is closed, rests or is taken up again (no outcome), with the words of why.

    `unclear` tells that it is closed and nobody said whether won or lost.
    """

    outcome: Outcome | None
    cause: Cause | None = None
    revisit_on: date | None = None
    reason: str = ""
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class Give:
    """A deal is given to somebody, by name as written."""

    heir: str


@dataclass(frozen=True, slots=True)
class Snap:
    """The rows of this week's pipeline are to be kept."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is set, and the deals that the message may mean; none where it says "it" or nothing."""

    what: Money | End | Give | Snap
    deals: tuple[str, ...] = ()


def setting_in(text: str, deals: Sequence[DealName], on: date) -> Setting | None:
    """Tell what a message sets about a deal; None where it says anything else."""
    flat = " ".join(text.split())
    if "?" in flat or "\n" in text.strip() or len(flat) > _LONGEST:
        return None
    if lexicon.SNAPSHOT.fullmatch(flat):
        return Setting(Snap())
    plain, named = with_deal(flat, deals)
    found = _ended(plain, on) or _given(plain) or _money(plain, named=bool(named))
    return Setting(found, named) if found is not None else None


def quarter_name(told: tuple[int | None, int], today: date, fiscal_start: int) -> str:
    """A quarter by name; without a year the first that is not over yet, of the account's fiscal year."""
    year, number = told
    ahead = (each for each in range(today.year, today.year + 3) if quarter(each, number, fiscal_start).end >= today)
    return f"{year if year is not None else next(ahead)}-Q{number}"


def with_deal(text: str, deals: Sequence[DealName]) -> tuple[str, tuple[str, ...]]:
    """The text with DEAL in the place of the first deal it names, and the deals that may be meant."""
    words = words_of(text)
    mentions = [m for m in names_of(tuple(deals)).in_text(words, lambda _deal, _index: False) if m.deals]
    if not mentions:
        return text, ()
    start, end = words[mentions[0].start].start, words[mentions[0].end - 1].end
    owned = re.search(r"['\u2019]s$", text[start:end])
    return f"{text[:start]}DEAL{owned.group() if owned else ''}{text[end:]}", mentions[0].deals


def _ended(plain: str, on: date) -> End | None:
    for name, words in lexicon.ENDS.items():
        found = words.match(plain)
        if found is not None:
            return _end(name, found["tail"], on)
    return None


def _end(name: str, tail: str, on: date) -> End | None:
    words = tail.strip(" .,;:!\u2013\u2014-")
    cause = cause_in(words) if words else None
    reason = words if len(words.split()) > _FEW else ""
    match name:
        case lexicon.OPEN:
            return End(None, reason=reason)
        case lexicon.CLOSE:
            return End(None, cause, reason=reason, unclear=True)
        case lexicon.PAUSED:
            again = due(words, on) or next(iter(find(words, on)), None)
            return End(Outcome.PAUSED, cause, again.end if again and again.end > on else None, reason)
        case _:
            lost_to = name == lexicon.LOST and cause is None and lexicon.TO_SOMEBODY.match(tail)
            return End(Outcome(name), Cause.OTHER_VENDOR if lost_to else cause, reason=reason)


def _given(plain: str) -> Give | None:
    found = next((match for pattern in lexicon.GIVEN if (match := pattern.match(plain)) is not None), None)
    return Give(re.sub(r"['\u2019]s$", "", found["heir"].strip("@."))) if found else None


def _money(plain: str, *, named: bool) -> Money | None:
    """The money, where the message tells nothing else."""
    rest, dollars = _take(lexicon.AMOUNT, plain.replace("DEAL", ""))
    rest, quarters = _take(lexicon.QUARTER, rest)
    rest, calls = _take(lexicon.CALL, rest)
    left = [word.folded for word in words_of(rest) if word.folded not in lexicon.FILLERS]
    counts = [len(found) for found in (dollars, quarters, calls)]
    if left or max(counts) != 1 or not (named or _says_so(plain, only_quarter=counts == [0, 1, 0])):
        return None
    return Money(
        amount=_dollars(dollars[0].group()) if dollars else None,
        quarter=_quarter(quarters[0]) if quarters else None,
        call=lexicon.CALLS[re.sub(r"[ _-]+", " ", calls[0].group().casefold())] if calls else None,
    )


def _says_so(plain: str, *, only_quarter: bool) -> bool:
    """Whether a message that names no deal sets something about one."""
    return (lexicon.OF_THE_DEAL if only_quarter else lexicon.SETS).search(plain) is not None


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, list[re.Match[str]]]:
    return pattern.sub(" ", text), list(pattern.finditer(text))


def _dollars(written: str) -> int:
    short = written.casefold().replace("million", "m").replace("thousand", "k")
    return amount("".join(short.split()))


def _quarter(found: re.Match[str]) -> tuple[int | None, int]:
    year = found["first"] or found["year"]
    return (int(f"20{year[-2:]}") if year else None), int(found["number"] or found["other"])
