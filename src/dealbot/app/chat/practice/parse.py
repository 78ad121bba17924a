"""Reading what somebody asks of practice; None where they speak of anything else."""

import re
from datetime import date

from dealbot.app.chat.practice import lexicon
from dealbot.app.chat.practice.asks import Ask, Begin, Control, DailyAt, InterviewOn
from dealbot.domain.practice.days import time_said
from dealbot.domain.practice.session import Mode
from dealbot.domain.title import function_of
from dealbot.domain.when import Grain, find
from dealbot.domain.when.words import one_edit

_LONGEST = 120
_SHORTEST = 4
_OURS = (
    "interview practice practise objection objections drill warm quiz facts certification certifications resume"
    " progress pause skip continue mastery"
).split()
_LOOKALIKES = frozenset("ward warn wars quit quid ship skin pauses".split())
_WORDS_OF_GUIDES = re.compile(
    r"\b(?:hipaa|baa|hitech|soc ?2|cures act|340b|medicare|medicaid|fhir|hl7|ehr|epic|objections?|pric(?:e|ing)"
    r"|undercutting|pilots?|certifications?|interview|playbook|policy|policies|rule|rules|reimbursement)\b",
    re.IGNORECASE,
)
_BESIDE_DAY = frozenset({"on", "the", "at", "in", "by", "of", "next", "this", "coming"})
_OF_PRACTICE = re.compile(
    r"(?:quiz|practi[cs]e|practi[cs]ing|prep|prepare|warm|warm-?up|drill|objections?|interview|role[ -]?play"
    r"|test me|resume|progress)\b",
    re.IGNORECASE,
)
_WARMS = re.compile(
    r"^(?:prep(?:are)?|warm(?:[ -]?up)?)(?: me)?(?: up)?(?: (?:for|with|before|on))?(?: (?:the|my))?\b(?P<about>.*)$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:(?:quiz|practi[cs]e|drill|test)(?: me)? )?(?:(?:on|about|the) )*", re.IGNORECASE)
_WHEN = re.compile(
    r"(?:\s+(?:at (?:noon|\d{1,2}(?:[:.]\d\d)?)|in (?:\d+|an?|half an) ?\w*|today|tonight|tomorrow|tmrw|soon|now)"
    r" ?(?:[ap]\.?m\.?)?)+$",
    re.IGNORECASE,
)


def asked_in(text: str, on: date) -> Ask | None:
    """Tell what a whole message asks of practice."""
    said = " ".join(text.split())
    if len(said) > _LONGEST or "\n" in text.strip():
        return None
    mended = _mended(said)
    return _asked(said, on) or (_asked(mended, on) if mended != said else None)


def _asked(said: str, on: date) -> Ask | None:
    about = next((what for what, pattern in lexicon.ABOUT.items() if pattern.match(said)), None)
    return about or _daily_at(said) or _interview(said, on) or _begin(said) or _bare(said)


def commanded(text: str, on: date) -> Ask | None:
    """What a command asks: the same words, or what to be asked about; None where it is empty or wants help."""
    said = " ".join(text.split())
    if said.casefold() in {"", "help", "?"}:
        return None
    return asked_in(said, on) or _warmed(said) or Begin(about=_LEAD.sub("", said)[:_LONGEST])


def practises(text: str) -> bool:
    """Whether a command begins with a word of practice."""
    return _OF_PRACTICE.match(text.strip()) is not None


def _warmed(said: str) -> Begin | None:
    """A warm-up in a command's few words: "prep Dana", "warm up CNO"."""
    found = _WARMS.match(said)
    return Begin(Mode.WARM_UP, _WHEN.sub("", found["about"]).strip(" .,!")) if found else None


def may_play(text: str) -> str:
    """Whom a message asks us to play, if they are of a deal that is known; most such words mean something else."""
    said = " ".join(text.split())
    mode, pattern = lexicon.BEGINS[0]
    found = (
        pattern.match(said) if mode is Mode.ROLE_PLAY and len(said) <= _LONGEST and "\n" not in text.strip() else None
    )
    return _about(found) if found is not None and found["seat"] else ""


def wants_practice(text: str) -> bool:
    """Whether somebody wants to practise, in whatever words: it sets nothing of a deal right."""
    return len(text) <= _LONGEST and lexicon.WANTS.search(text) is not None and ":" not in text


def control_in(text: str) -> Control | None:
    """What is said to a practice that is open, and nothing else."""
    said = " ".join(text.split())
    return next(
        (what for each in (said, _mended(said)) for what, pattern in lexicon.CONTROLS.items() if pattern.match(each)),
        None,
    )


def _mended(said: str) -> str:
    """The same with a word that is one letter beside one of ours put right."""
    return " ".join(_right(word) for word in said.split())


def _right(word: str) -> str:
    plain = word.casefold().strip(",.!?")
    if len(plain) < _SHORTEST or plain in _OURS or plain in _LOOKALIKES:
        return word
    return next((known for known in _OURS if known[0] == plain[0] and one_edit(plain, known)), word)


def _begin(said: str) -> Begin | None:
    for mode, pattern in lexicon.BEGINS:
        found = pattern.match(said)
        if found is not None:
            about = _about(found)
            if mode is Mode.ROLE_PLAY and found["seat"] and function_of(about) is None:
                continue
            return Begin(mode, about, sure=mode is not Mode.CHECK or " " in said)
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


def _daily_at(said: str) -> DailyAt | None:
    found = lexicon.DAILY_AT.match(said)
    return DailyAt(time_said(found["time"])) if found else None


def _interview(said: str, on: date) -> InterviewOn | None:
    found = lexicon.INTERVIEW_ON.match(said)
    whens = [when for when in find(found["when"], on) if when.grain is Grain.DAY] if found else []
    if not found or len(whens) != 1:
        return None
    start, end = whens[0].span
    beside = f"{found['when'][:start]} {found['when'][end:]}".split()
    return InterviewOn(whens[0].end) if all(word.casefold() in _BESIDE_DAY for word in beside) else None
