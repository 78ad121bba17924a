"""Bodies that hold concerns: one key for the ways in which a committee, a board or a department is written."""

import re
from functools import lru_cache

_SAID_AROUND = "the their our of for and team group dept department office folks people"
_NOISE = frozenset(_SAID_AROUND.split())
_SAME = {"cmte": "committee", "comm": "committee", "council": "committee", "boards": "board", "committees": "committee"}
_KNOWN = {
    "pharmacy therapeutics": "pt",
    "medical executive": "mec",
    "value analysis": "vac",
    "institutional review": "irb",
    "board directors": "board",
    "board trustees": "board",
    "board commissioners": "board",
    "trustees": "board",
    "information technology": "it",
    "information services": "it",
    "information security": "security",
    "infosec": "security",
    "medical staff executive": "mec",
}
_COMMITTEES = frozenset({"pt", "mec", "vac", "irb"})
_SINGLE_LETTERS = re.compile(r"\b(?:[a-z] )+[a-z]\b")


@lru_cache(maxsize=1024)
def canonical_body(name: str) -> str:
    """Fold the name of a body to one key: "P&T", "the Pharmacy and Therapeutics Committee"; others stay as they are."""
    words = [_SAME.get(word, word) for word in re.findall(r"[^\W_]+", name.casefold()) if word not in _NOISE]
    spelt = _SINGLE_LETTERS.sub(lambda match: match.group().replace(" ", ""), " ".join(words))
    bare = " ".join(word for word in spelt.split() if word not in {"committee", "board"})
    known = _KNOWN.get(spelt) or _KNOWN.get(bare)
    return known or (bare if bare in _COMMITTEES else spelt) or name.strip().casefold()
