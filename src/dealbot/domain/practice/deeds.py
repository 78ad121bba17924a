"""What a warning warns of: the deed itself, without the warning and without what comes of it."""

import re

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


def deed_of(pitfall: str) -> str:
    """The deed that a pitfall warns of, in its own words; all of it where nothing else would be left."""
    deed = _CONSEQUENCE.sub("", _WARNING.sub("", pitfall.strip(), count=1))
    return deed if len(deed.split()) >= _FEWEST_WORDS else pitfall.strip()
