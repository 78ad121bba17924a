"""Names of people: folding, and whether one written form may mean another."""

import re
import unicodedata
from functools import cache

_HONORIFICS = frozenset({"dr", "mr", "mrs", "ms", "mx", "prof", "professor", "doctor", "sir", "madam", "miss", "@dr"})
_CREDENTIALS = frozenset(
    {
        "md",
        "do",
        "rn",
        "phd",
        "pharmd",
        "mba",
        "mha",
        "bsn",
        "msn",
        "dnp",
        "np",
        "pa",
        "cpa",
        "esq",
        "jd",
        "facp",
        "mph",
        "bcps",
        "jr",
        "sr",
        "ii",
        "iii",
    }
)


@cache
def fold(name: str) -> str:
    """Fold a name for comparison: no honorific, credentials, accents, middle initials, case or punctuation."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    plain = re.sub(r"['’`]s\b", "", plain)
    words = [word for word in re.split(r"[^\w'-]+", plain.casefold().replace("@", " ")) if word]
    words = [word for word in words if word not in _HONORIFICS and word not in _CREDENTIALS] or words
    if len(words) > 2:
        words = [words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1]]
    return " ".join(words)


def may_mean(short: str, full: str) -> bool:
    """Whether the folded `short` ("dana", "ruiz", "d ruiz") is a way to write the folded `full` name."""
    if short == full:
        return True
    written, whole = short.split(), full.split()
    if len(whole) < 2 or not written or len(written) >= len(whole) + 1:
        return False
    if len(written) == 1:
        return written[0] in {whole[0], whole[-1]} or _initials(written[0], whole)
    first, last = written[0], written[-1]
    if len(last) == 1:
        return first == whole[0] and whole[-1].startswith(last)
    return last == whole[-1] and (first == whole[0] or (len(first) == 1 and whole[0].startswith(first)))


def _initials(written: str, whole: list[str]) -> bool:
    return 2 <= len(written) == len(whole) <= 3 and written == "".join(word[0] for word in whole)
