"""What a warning warns of: the deed itself, without the warning and without what comes of it."""

import re

from dealbot.domain.practice.wording import gerund

_WARNING = re.compile(
    r"(?:please\s+)?(?:avoid|never|do not|don['’]t|not to|try not to|be careful not to|refrain from|beware of"
    r"|steer clear of|the (?:mistake|trap) is(?: to)?)\s+",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(
    r",?\s+(?:can|may|might|could|will|would|often|usually)\s+(?:\w+\s+)?(?:backfire|lead|result|cause|damage|hurt|erode|harm"
    r"|undermine|alienate|create|make|cost|lose|reduce|limit|hinder|break|be)\b.*$|\s+that\s+(?:erodes|damages|hurts)\b.*$"
    r"|,?\s+(?:leads?|as it|since it|because it|which)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_FEWEST_WORDS = 2

_AVOID = re.compile(r"(?:avoid|beware of|refrain from)\s+(?P<rest>.+)$", re.IGNORECASE)
_DO_NOT = re.compile(
    r"(?:do not|don['’]t|never)\s+(?P<how>(?:(?!(?:re|app|rep|comp|imp|supp|multip)ly)\w+ly|just|outright|only)\s+)?"
    r"(?P<verb>[a-z]+)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\buntil\b")
_WAITS = re.compile(r"(?:wait|delay|postpone|put|hold|stay|keep|sit)$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"(?:it|this|that|these|those|them|to)\b", re.IGNORECASE)
# What is to be done instead, or why.
_REMEDY = re.compile(
    r";.*$|,?\s+and\s+(?:instead|always|ensure|make sure|focus|keep|maintain|consider|verify|check)\b.*$"
    r"|\s+to avoid\b.*$",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"\b(?:or|and) (?!(?:that|if|when|where|who)\b|\w+(?:ing|ed|ly|s)\b)[a-z]+"
    r" (?:a|an|the|it|them|your|their|up|to|what|that)\b"
)
_ADVICE = re.compile(
    r"(?:ensure|use|make sure|keep|maintain|always|be|consider|focus|remember|regularly|foster|validate|verify"
    r"|check)\b",
    re.IGNORECASE,
)
_NO_DEED = re.compile(
    r"^(?:difficult(?:y|ies)|limited|requires?|single point|lock-in|over(?:head|all|view|whelmed|fitting)"
    r"|underfitting)\b"
    r"|\b(?:can be|is) (?:challenging|difficult|hard|complex)\b"
    r"|^(?:balancing|managing|ensuring|handling|maintaining|dealing|understanding|keeping up)\b"
    r"(?!.*\b(?:without|only)\b)",
    re.IGNORECASE,
)
_FAULT = re.compile(
    r"(?:not \w+ing|lack of|poor|too|no|failure to|insufficient|inadequate|premature|excessive|complacency"
    r"|incorrect(?:ly)?|over-?\w+(?:ing|ment|ance|sis|tion)|over-\w+)\b",
    re.IGNORECASE,
)
_DOING = re.compile(r"(?:\w+ly )?[\w-]+ing\b", re.IGNORECASE)
_DOING_SOMETHING = re.compile(
    r"(?:\w+ly )?(?!marketing|pricing|training|existing|timing|engineering|networking|accounting|licensing|onboarding)"
    r"[\w-]+ing \w|over[\w-]+ing\b|under[\w-]+ing\b",
    re.IGNORECASE,
)
_FAILING = re.compile(
    r"(?:ignoring|neglecting|failing|relying|overlooking|assuming|skipping|rushing|not \w+ing)\b", re.IGNORECASE
)
_ASIDE = re.compile(r",| (?:that|who|which|because)\b")
_TELLS = re.compile(r"\b(?:can|may|might|could|is|are|will|leads?|results?)\b", re.IGNORECASE)
_LEFT_OUT = re.compile(r"(?:not|avoiding|failing|failure|lack|neglecting)\b", re.IGNORECASE)


def deed_of(pitfall: str) -> str:
    """The deed that a pitfall warns of, in its own words; all of it where nothing else would be left."""
    deed = _CONSEQUENCE.sub("", _WARNING.sub("", pitfall.strip(), count=1))
    return deed if len(deed.split()) >= _FEWEST_WORDS else pitfall.strip()


def warned_of(sentence: str) -> str:
    """The deed of a sentence that warns, "Rushing" for "Don't rush"; empty for advice, a fact, or a broken sentence."""
    avoided, forbidden = _AVOID.match(sentence), _DO_NOT.match(sentence)
    if avoided is not None:
        deed = avoided["rest"]
    elif forbidden is not None:
        rest = forbidden["rest"] if _WAITS.match(forbidden["verb"]) else _UNTIL.sub("before", forbidden["rest"])
        deed = f"{forbidden['how'] or ''}{gerund(forbidden['verb'].lower())}{rest}"
    else:
        return sentence if _is_deed(sentence) else ""
    deed = _REMEDY.sub("", deed).strip()
    broken = not deed or _POINTS_BACK.match(deed) or (forbidden is not None and _ALSO.search(deed))
    return "" if broken else deed[0].upper() + deed[1:]


def _is_deed(sentence: str) -> bool:
    """Whether a sentence tells of something that is done wrong, and not of how things are."""
    if _ADVICE.match(sentence) or _NO_DEED.search(sentence):
        return False
    told = _ASIDE.split(sentence, maxsplit=1)[0]
    return bool(_DOING.match(sentence) or _FAULT.match(sentence) or sentence[0] in '"“' or not _TELLS.search(told))


def under_heading(head: str, rest: str) -> str:
    """The deed of a warning below a bold heading: what it forbids, or the heading itself where that names an act."""
    if _AVOID.match(rest) or _DO_NOT.match(rest):
        return warned_of(rest)
    if not _NO_DEED.match(head) and (_DOING_SOMETHING.match(head) or _FAULT.match(head)):
        return head
    return rest if _FAILING.match(rest) else ""


def is_plain(deed: str) -> bool:
    """Whether a deed can follow "you should not be": something done, and not something left out."""
    return bool(_DOING.match(deed)) and not _LEFT_OUT.match(deed)
