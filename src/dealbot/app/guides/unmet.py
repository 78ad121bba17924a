"""Keeping what the guides could not answer: only what tells of no deal, and with nobody's name in it."""

import re
from contextlib import suppress

from dealbot.app.desk import Desk
from dealbot.app.guides.sharpening import AS_ASKED
from dealbot.app.stems import stems_of
from dealbot.domain.note import storable
from dealbot.domain.principal import Principal
from dealbot.domain.record import fold_deal
from dealbot.domain.visibility import private_spans
from dealbot.errors import StoreUnavailable
from dealbot.reading.lexicon.names import capital_first_names, first_names
from dealbot.reading.nameless import nameless, unusual_words
from dealbot.reading.pseudonyms import Known
from dealbot.store.unmet import Called

# Nobody asks one thing at greater length.
_LONGEST = 300
# Whoever or whatever of theirs is meant so, it is of a deal that everybody there knows.
_POINTS = re.compile(
    r"\b(?:he|she|him|her|his|hers|(?:this|that|our|my|the) (?:deal|account|customer|client|prospect|opportunity))\b",
    re.IGNORECASE,
)


def keep_unmet(desk: Desk, principal: Principal, text: str, before: str | None = None) -> bool:
    """Keep a question that no guide answered, and say whether it is new; one that cannot be kept is still answered."""
    if not _stands_alone(text, before):
        return False
    with suppress(StoreUnavailable):
        with desk.reading(principal) as books:
            called = books.unmet.called(unusual_words(text))
        kept = without_names(text, called)
        if kept is not None:
            with desk.writing(principal) as books:
                return books.unmet.keep(kept, desk.today(), desk.now())
    return False


def without_names(text: str, called: Called) -> str | None:
    """The question as it may be kept; None for one about a deal or a patient, and where nothing is left of it."""
    if any(_names(text, form) for forms in called.deals for form in forms):
        return None
    names = first_names() | capital_first_names()
    kept = nameless(storable(text), Known(tuple((name,) for name in called.people), first_names=names))
    return kept if kept is not None and stems_of(kept) else None


def _stands_alone(text: str, before: str | None) -> bool:
    """Whether it is one question that says by itself what it asks, and nothing private."""
    leans = before is not None and AS_ASKED.standalone(text, before) != text
    return len(text) <= _LONGEST and not leans and not _POINTS.search(text) and not private_spans(text)


def _names(text: str, form: str) -> bool:
    """Whether a text names a deal by this form or by a telling word of it; one everyday word is a name as written."""
    if unusual_words(text) & unusual_words(form):
        return True
    if len(form.split()) == 1:
        return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None
    return f" {fold_deal(form)} " in f" {fold_deal(text)} "
