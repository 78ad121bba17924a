"""Reading what somebody asks of practice; None where they speak of anything else."""

import re
from datetime import date

from dealbot.app.chat.practice import lexicon
from dealbot.app.chat.practice.asks import Ask, Begin, Control, InterviewOn
from dealbot.domain.practice.session import Mode
from dealbot.domain.title import function_of
from dealbot.domain.when import Grain, find

_LONGEST = 120
_WORDS_OF_GUIDES = re.compile(
    r"\b(?:hipaa|baa|hitech|soc ?2|cures act|340b|medicare|medicaid|fhir|hl7|ehr|epic|objections?|pric(?:e|ing)"
    r"|undercutting|pilots?|certifications?|interview|playbook|policy|policies|rule|rules|reimbursement)\b",
    re.IGNORECASE,
)
_BESIDE_DAY = frozenset({"on", "the", "at", "in", "by", "of", "next", "this", "coming"})
_WHEN = re.compile(
    r"\s+(?:at (?:noon|\d{1,2}(?:[:.]\d\d)?)|in (?:\d+|an?|half an) ?\w*|today|tonight|tomorrow|tmrw|soon|now)"
    r" ?(?:[ap]\.?m\.?)?$",
    re.IGNORECASE,
)


def asked_in(text: str, on: date) -> Ask | None:
    """Tell what a whole message asks of practice."""
    said = " ".join(text.split())
    if len(said) > _LONGEST or "\n" in text.strip():
        return None
    about = next((what for what, pattern in lexicon.ABOUT.items() if pattern.match(said)), None)
    return about or _interview(said, on) or _begin(said) or _bare(said)


def commanded(text: str, on: date) -> Ask | None:
    """What a command asks: the same words, or what to be asked about; None where it is empty or wants help."""
    said = " ".join(text.split())
    if said.casefold() in {"", "help", "?"}:
        return None
    return asked_in(said, on) or Begin(about=re.sub(r"^(?:on|about|the) ", "", said, flags=re.IGNORECASE)[:_LONGEST])


def control_in(text: str) -> Control | None:
    """What is said to a practice that is open, and nothing else."""
    said = " ".join(text.split())
    return next((what for what, pattern in lexicon.CONTROLS.items() if pattern.match(said)), None)


def _begin(said: str) -> Begin | None:
    for mode, pattern in lexicon.BEGINS:
        found = pattern.match(said)
        if found is not None:
            about = _about(found)
            if mode is Mode.ROLE_PLAY and found["seat"] and function_of(about) is None:
                continue
            return Begin(mode, about)
    return None


def _bare(said: str) -> Begin | None:
    """A few words that count only where they name a seat or what the guides are about."""
    found = lexicon.BARE.match(said)
    about = _about(found) if found else ""
    named = about and (function_of(about) is not None or _WORDS_OF_GUIDES.search(about))
    return Begin(about=about, sure=False) if named else None


def _about(found: "re.Match[str]") -> str:
    told = next((words for words in found.groupdict().values() if words), "")
    return _WHEN.sub("", told).strip(" .,!\"'\u201c\u201d")


def _interview(said: str, on: date) -> InterviewOn | None:
    found = lexicon.INTERVIEW_ON.match(said)
    whens = [when for when in find(found["when"], on) if when.grain is Grain.DAY] if found else []
    if not found or len(whens) != 1:
        return None
    start, end = whens[0].span
    beside = f"{found['when'][:start]} {found['when'][end:]}".split()
    return InterviewOn(whens[0].end) if all(word.casefold() in _BESIDE_DAY for word in beside) else None
