"""Keeping what the guides could not answer: only what tells of no deal, and with nobody's name in it."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from hashlib import sha256

from dealbot.app.answer import Answer
from dealbot.app.desk import Desk
from dealbot.app.guides.sharpening import AS_ASKED
from dealbot.app.stems import stems_of
from dealbot.domain.note import storable
from dealbot.domain.principal import Principal
from dealbot.domain.record import fold_deal
from dealbot.domain.search import Citation
from dealbot.domain.visibility import private_spans
from dealbot.errors import StoreUnavailable
from dealbot.reading.lexicon.names import capital_first_names, first_names
from dealbot.reading.nameless import nameless, unusual_words
from dealbot.reading.pseudonyms import Known
from dealbot.store.unmet import Called

# Nobody asks one thing at greater length.
LONGEST = 300
# Whoever or whatever of theirs is meant so, it is of a deal that everybody there knows.
_POINTS = re.compile(
    r"\b(?:he|she|him|her|his|hers|(?:this|that|our|my|the) (?:deal|account|customer|client|prospect|opportunity))\b",
    re.IGNORECASE,
)


_MARK_LETTERS = 24


@dataclass(frozen=True, slots=True)
class Unfit:
    """A question as asked, and a mark of the words of the guides that were not what was asked."""

    asked: str
    mark: str


class Kept(Enum):
    """What became of a question that is to be kept."""

    NEW = auto()
    BEFORE = auto()
    NEVER = auto()


def keep_unmet(desk: Desk, principal: Principal, text: str, before: str | None = None) -> bool:
    """Keep a question that no guide answered, and say whether it is new; one that cannot be kept is still answered."""
    with suppress(StoreUnavailable):
        kept = _as_kept(desk, principal, text) if stands_alone(text, before) else None
        if kept is not None:
            with desk.writing(principal) as books:
                return books.unmet.keep(kept, desk.today(), desk.now())
    return False


def keep_unfit(desk: Desk, principal: Principal, unfit: Unfit, answer: Callable[[str], Answer]) -> Kept:
    """Keep a question that the guides answered with something else, once; raises StoreUnavailable.

    `answer` gives their answer to what is left of the question without names.
    """
    kept = _as_kept(desk, principal, unfit.asked) if stands_alone(unfit.asked, None) else None
    if kept is None:
        return Kept.NEVER
    mark = unfit.mark if kept == unfit.asked else mark_of(answer(kept))
    with desk.writing(principal) as books:
        return Kept.NEW if books.unmet.keep(kept, desk.today(), desk.now(), mark) else Kept.BEFORE


def mark_of(answer: Answer) -> str:
    """A mark of the words with which the guides answer first: other words, or elsewhere, have another one."""
    cited = [source for source in answer.sources if isinstance(source, Citation)]
    places = [(each.document, *each.heading) for each in cited]
    words = [each.quote for each, place in zip(cited, places, strict=True) if place == places[0]]
    return sha256("\n".join([*places[0], *words]).encode()).hexdigest()[:_MARK_LETTERS] if places else ""


def _as_kept(desk: Desk, principal: Principal, text: str) -> str | None:
    with desk.reading(principal) as books:
        called = books.unmet.called(unusual_words(text))
    return without_names(text, called)


def without_names(text: str, called: Called) -> str | None:
    """The question as it may be kept; None for one about a deal or a patient, and where nothing is left of it."""
    if any(_names(text, form) for forms in called.deals for form in forms):
        return None
    names = first_names() | capital_first_names()
    kept = nameless(storable(text), Known(tuple((name,) for name in called.people), first_names=names))
    return kept if kept is not None and stems_of(kept) else None


def stands_alone(text: str, before: str | None) -> bool:
    """Whether it is one question that says by itself what it asks, and nothing private."""
    leans = before is not None and AS_ASKED.standalone(text, before) != text
    return len(text) <= LONGEST and not leans and not _POINTS.search(text) and not private_spans(text)


def _names(text: str, form: str) -> bool:
    """Whether a text names a deal by this form or by a telling word of it; one everyday word is a name as written."""
    if unusual_words(text) & unusual_words(form):
        return True
    if len(form.split()) == 1:
        return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None
    return f" {fold_deal(form)} " in f" {fold_deal(text)} "
