"""A question with nobody's name left in it: people, organisations, addresses and figures give way to a mark."""

import re
from functools import lru_cache

from dealbot.reading.lexicon.names import NOT_NAMES, capital_first_names, first_names, surnames
from dealbot.reading.namelike import ambiguous, plain, public
from dealbot.reading.outgoing import clean
from dealbot.reading.pseudonyms import Known, pseudonyms_for
from dealbot.reading.redaction import redact
from dealbot.reading.residual import residue_of

GONE = "…"
_MARKER = re.compile(r"\[[\w ]+ removed\]")
_WORD = re.compile(r"[^\W\d_](?:[\w'\u2019-]*[^\W_])?")
_NUMBER = re.compile(
    r"(?<![\w.,])(?:[$€£] ?)?\d[\d.,:/]*(?: ?(?:%|percent\b|k\b|mm?\b|bn\b|(?:m|b)illion\b|thousand\b))?(?!\w)",
    re.IGNORECASE,
)
# What a number belongs to that everybody knows, so that it stays: SOC 2, Part 11.
_NUMBERED = re.compile(r"(?:\b[A-Z][A-Z&]+|\b(?i:part|title|section|stage|type|tier|level|phase|version))[ -]\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_LONGEST_NUMBER, _LONGEST_SHORT_FORM = 5, 6
_REMEMBERED = 10_000  # the names of deals are looked at with every question
_SIGNS = r"(?:['\u2019]s\b|[\s,&/@<>()|'\u2019-])*"
_SEVERAL = re.compile(rf"{GONE}(?:{_SIGNS}{GONE})+")


@lru_cache(_REMEMBERED)
def unusual_words(text: str) -> frozenset[str]:
    """The words of a text, folded, that are no everyday words: what names may be made of."""
    words = (re.sub(r"['\u2019]s\Z", "", word.casefold()) for word in _WORD.findall(text))
    return frozenset(word for word in words if not plain(word))


def nameless(text: str, known: Known) -> str | None:
    """The text with a mark in place of all that tells of somebody; None where it may still tell of a patient."""
    redacted = _MARKER.sub(GONE, redact(clean(text)).text)
    names = pseudonyms_for([redacted], known)
    if residue_of(names.mask(redacted)):
        return None
    ours = {word for forms in (*known.people, *known.organisations) for form in forms for word in unusual_words(form)}
    hidden = sorted((form for form in names.tokens if not _is_public(form, ours)), key=len, reverse=True)
    bare = redacted
    if hidden:
        bare = re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, hidden))})(?!\w)", GONE, bare)
    bare = _WORD.sub(_unless_listed, _NUMBER.sub(_unless_known, bare))
    return " ".join(_SEVERAL.sub(GONE, bare).split())


def _is_public(form: str, ours: set[str]) -> bool:
    """Whether one word that looks like a name is a product or a short form, and nobody of ours."""
    folded = form.casefold()
    short = form.isupper() and form.isalpha() and 1 < len(form) <= _LONGEST_SHORT_FORM
    return folded not in ours and (short or folded in NOT_NAMES)


def _unless_known(match: re.Match[str]) -> str:
    number = match.group().rstrip(".,:/")
    belongs = len(number) < _LONGEST_NUMBER and _NUMBERED.search(match.string[: match.start()])
    return match.group() if belongs or _YEAR.match(number) else GONE + match.group()[len(number) :]


def _unless_listed(match: re.Match[str]) -> str:
    """Nothing of a word that is somebody's name; one that is an everyday word too only where it has a capital."""
    written = match.group()
    word = re.sub(r"['\u2019]s\Z", "", written.casefold())
    if plain(word) or public(word) or written.isupper() or (ambiguous(word) and written.islower()):
        return written
    listed = word in first_names() or word in surnames()
    return GONE if listed or (written[0].isupper() and word in capital_first_names()) else written
