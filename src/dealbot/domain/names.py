"""Names of people: folding, and whether one written form may mean another."""

import re
import unicodedata
from functools import lru_cache

_BEFORE = "dr mr mrs ms mx miss prof professor doctor sir madam"
_AFTER = "md rn phd pharmd mba mha bsn msn dnp np cpa esq jd facp mph cphq bcps fache jr sr ii iii"
_BETWEEN = "al ap bin da de del della den der di dos du el ibn la las le los san st ter van von y"
HONORIFICS, _CREDENTIALS, _PARTICLES = (frozenset(words.split()) for words in (_BEFORE, _AFTER, _BETWEEN))
# Do and Pa are family names too: credentials only after a comma, with dots, or in capitals beside a name that is not.
_DO_OR_PA = re.compile(r",\s*(?:DO|PA)\b|,?\s(?:D\.O|P\.A)\b\.?|(?-i:(?<=[a-z.] )(?:DO|PA)\b)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['\u2019`]s\b", re.IGNORECASE)
# Letters that no decomposition takes apart.
_PLAIN = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "`": "'",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "\u0131": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
_ACCENTS = dict.fromkeys(range(0x300, 0x370))


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Fold a name for comparison: no honorific, credentials, accents, case or punctuation but within a word."""
    written = _POSSESSIVE.sub("", _DO_OR_PA.sub("", name))
    plain = unicodedata.normalize("NFKD", written.casefold()).translate(_ACCENTS).translate(_PLAIN)
    words = [word for part in "".join(map(_kept, plain)).split() if (word := part.strip("-'"))]
    while len(words) > 1 and words[0] in HONORIFICS:
        del words[0]
    while (credential := _credential(words)) > 0:
        del words[-credential:]
    return " ".join(words) or name.strip().casefold()


def may_mean(short: str, full: str) -> bool:
    """Whether the folded `short` ("dana", "ruiz", "d ruiz") is a way to write the folded `full` name.

    A strict order but for equal names: of two different forms at most one may mean the other.
    """
    written, whole = _parts(short), _parts(full)
    if written == whole:
        return short <= full
    if not written or not whole[1:]:
        return False
    if " " not in short:
        return _one_name(written, whole)
    if written[0] in _PARTICLES and written == whole[-len(written) :]:
        return True
    return _abbreviates(written[0], whole[0]) and _in_order(written[1:], whole[1:])


def all_initials(folded: str) -> bool:
    """Whether a folded name is nothing but initials: it may be anybody's, and is nobody's until a person says so."""
    return all(len(word) == 1 and word.isascii() for word in folded.split())


def _kept(letter: str) -> str:
    return letter if letter in "-'" or unicodedata.category(letter)[0] in "LMN" else " "


def _credential(words: list[str]) -> int:
    """How many words at the end are one credential ("md" or "m d"); a name that is nothing else is a name."""
    for count in (1, 2):
        last = "".join(words[-count:])
        if count < len(words) and last in _CREDENTIALS:
            return count
    return 0


@lru_cache(maxsize=65_536)
def _parts(folded: str) -> tuple[str, ...]:
    return tuple(folded.replace("'", "").replace("-", " ").split())


def _one_name(written: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """First, last or any other name by itself, also half of a double one, but no initial and no particle between."""
    word, *more = written
    if more:
        return any(whole[at:][: len(written)] == written for at in range(len(whole)))
    return len(word) > 1 and (word in {whole[0], whole[-1]} or (word in whole and word not in _PARTICLES))


def _abbreviates(written: str, word: str) -> bool:
    return written == word or (len(written) == 1 and word.startswith(written))


def _in_order(written: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether the words or initials occur in this order, others left out in between."""
    rest = iter(whole)
    return all(any(_abbreviates(short, word) for word in rest) for short in written)
