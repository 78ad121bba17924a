"""How notes tell that somebody has what a champion needs, or lacks it."""

import re

from dealbot.domain.champion import Criterion

_WHOSE = r"(?:her|his|their|the)"


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)


SHOWN: tuple[tuple[Criterion, re.Pattern[str]], ...] = (
    (
        Criterion.CREDIBILITY,
        _any(
            r"respect(?:s|ed)?\b(?! to\b)",
            r"(?:clinically )?credib(?:le|ility)\b",
            r"(?:well|highly) regarded",
            r"trusted by\b",
            r"(?:docs|doctors|physicians|surgeons|clinicians|nurses|staff|everyone|everybody) (?:really )?trusts?\b",
            r"still (?:rounds|practi[sc]es|practi[sc]ing|operates|sees patients|takes call|works shifts)",
            r"rounds (?:once|twice|every|daily|weekly|with)",
            r"(?:has )?published (?:on|the|in|a)\b",
            r"principal investigator",
            r"ran the (?:trial|study)",
            r"go-?to (?:doc|doctor|surgeon|clinician|nurse|pharmacist)",
        ),
    ),
    (
        Criterion.INFLUENCE,
        _any(
            r"listens? to\b",
            r"looks? (?:up )?to (?=her|him|them|dr\b|[A-Z])",
            rf"follow(?:s|ed)? {_WHOSE} lead",
            r"sways?\b",
            r"carries (?:a lot of |much |real )?weight",
            r"(?:has |real |a lot of |lots of |some )pull\b",
            r"influential\b",
            r"has (?:the ear of|\w+['\u2019]s ear)",
            rf"{_WHOSE} (?:word|opinion|vote) (?:counts|carries|decides)",
            r"(?:got|brought|talked) (?:the )?(?:chairs|chiefs|board|committee|others|colleagues)\b",
        ),
    ),
    (
        Criterion.BANDWIDTH,
        _any(
            rf"clear(?:s|ed) (?:{_WHOSE} )?(?:time|calendar|schedule|\w+days|mornings?|afternoons?)",
            r"(?:has|have|found|makes?|made|set aside|blocked(?: out)?) (?:the |any |enough |plenty of )?"
            r"(?:time|bandwidth|capacity)\b",
            r"freed up\b",
            r"protected time\b",
            rf"blocked (?:out )?{_WHOSE} \w+days",
            r"(?:hours?|half days?|mornings?|afternoons?|days?) (?:a|per|each|every) week (?:for|on) (?:us|this|it)\b",
        ),
    ),
)
LACKED: tuple[tuple[Criterion, re.Pattern[str]], ...] = (
    (
        Criterion.CREDIBILITY,
        _any(
            r"no (?:clinical )?credibility",
            r"(?:is )?(?:not a|no) clinician\b",
            r"lost the (?:respect|trust)\b",
            r"not (?:seen|treated) a patient\b",
        ),
    ),
    (
        Criterion.INFLUENCE,
        _any(
            r"no (?:pull|sway|weight|influence|say)\b",
            r"(?:lost|has little) (?:\w+ )?(?:pull|sway|influence)\b",
            r"(?:sidelined|ignored by|overruled)\b",
        ),
    ),
    (
        Criterion.BANDWIDTH,
        _any(
            r"swamped\b",
            r"(?:no|little|zero) (?:time|bandwidth|capacity)\b(?! (?:like|to waste))",
            r"too busy\b",
            r"stretched (?:too )?thin",
            r"spread (?:too )?thin",
            r"over(?:loaded|committed|stretched)\b",
            r"buried (?:in|under|with)\b",
            r"drowning\b",
            r"slammed\b",
            r"maxed out\b",
            r"double-?booked\b",
            r"underwater\b",
            r"on (?:parental |maternity |paternity |medical )?(?:leave|sabbatical)\b",
            rf"(?:{_WHOSE} )?plate is full\b",
        ),
    ),
)
# One look tells of most quotes that they tell nothing of this.
ANY_OF_IT = re.compile(
    "|".join(pattern.pattern for _, pattern in (*SHOWN, *LACKED)),
    re.IGNORECASE,
)
