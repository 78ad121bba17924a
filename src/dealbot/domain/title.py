"""Job titles: one canonical form for the many ways a title is written, and the function it tells."""

import re
from functools import lru_cache

from dealbot.domain.stakeholder import Function, Movement
from dealbot.domain.title_words import FUNCTIONS, LONG_FORMS, WORDS

_SAID_AROUND = "of for the and new interim acting current their our & a in outgoing departing retiring incoming"
_NOISE = frozenset(_SAID_AROUND.split())
_LEAVING = frozenset({"former", "ex", "previous", "past", "retired", "outgoing", "departing", "retiring"})
_SEVERAL_SEATS = {
    "cpo": ("Chief Pharmacy Officer", "Chief People Officer", "Chief Procurement Officer", "Chief Product Officer")
}
_PATTERNS = tuple((function, re.compile(words, re.IGNORECASE)) for function, words in FUNCTIONS)
_OFFICERS = frozenset(LONG_FORMS.values())
# "Senior Vice President and CFO" sits in the CFO's seat.
_BESIDES_CHIEF = re.compile(r"\b(?:(?:senior|executive) )?(?:vice )?president\b")
_ONE_AT_A_TIME = frozenset({"chief", "president", "director", "counsel", "controller", "treasurer"})
_ONE_OF_SEVERAL = frozenset({"associate", "assistant", "deputy", "regional"})
_HELD_BY_SEVERAL = (
    {"director", "medical"},
    {"director", "nursing"},
    {"director", "program"},
    {"board", "director"},
    {"president", "vice"},
    {"president", "senior", "vice"},
    {"executive", "president", "vice"},
)
_HELPER = re.compile(
    r"(?<!physician )(?<!medical )(?<!clinical )(?<!nursing )\bassistant$|\bassistant to\b|^ea\b|^admin$|\badmin to\b"
    r"|schedul|(?<!board )(?<!corporate )\bsecretary|receptionist|front desk|coordinator to\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def canonical_title(title: str) -> str:
    """Fold a title to one key, so that "CFO" and "the Chief Financial Officer" are the same seat."""
    spelt = _spelt(title)
    return spelt if spelt in _OFFICERS else " ".join(sorted(spelt.split())) or title.strip().casefold()


@lru_cache(maxsize=1024)
def function_of(title: str) -> Function | None:
    """Tell the function from a title's words, or None where they tell nothing."""
    for written in (title, _spelt(title)):
        for function, pattern in _PATTERNS:
            if pattern.search(written):
                return function
    return None


@lru_cache(maxsize=1024)
def held_by_one(canonical: str) -> bool:
    """Whether a canonical title is a seat that a new holder takes from the one before."""
    words = set(canonical.split())
    several = words & _ONE_OF_SEVERAL or words in _HELD_BY_SEVERAL
    area = len(words) > 1 or words == {"president"}
    return area and not several and not words.isdisjoint(_ONE_AT_A_TIME)


@lru_cache(maxsize=1024)
def movement_told(title: str) -> Movement | None:
    """Tell whether the title itself says that its holder comes or goes: "incoming CFO", "former CIO"."""
    words = set(_words(title))
    if "incoming" in words:
        return Movement.ARRIVING
    return Movement.LEAVING if words & _LEAVING else None


def seats_meant(title: str) -> tuple[str, ...]:
    """The seats that a short title may stand for, the likeliest in a hospital first; none where it is clear."""
    return _SEVERAL_SEATS.get(" ".join(word for word in _words(title) if word not in _NOISE), ())


def is_helper(title: str) -> bool:
    """Whether the title is that of somebody who arranges and passes on for others."""
    return _HELPER.search(title.strip()) is not None


def _spelt(title: str) -> str:
    words = [word for word in _words(title) if word not in _NOISE]
    short = " ".join(words)
    if short in LONG_FORMS:
        return LONG_FORMS[short]
    spelt = " ".join(LONG_FORMS.get(word, WORDS.get(word, word)) for word in words)
    if "chief" in spelt.split():
        spelt = _BESIDES_CHIEF.sub(" ", spelt)
    once = " ".join(dict.fromkeys(spelt.split()))
    return LONG_FORMS.get(once, once)


def _words(title: str) -> list[str]:
    text = re.sub(r"['\u2019]s\b", "", title.casefold())
    return [word for part in re.sub(r"[^\w&.']+", " ", text).split() if (word := part.strip(".'"))]
