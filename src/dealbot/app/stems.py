"""The telling words of a text, cut to their stems, for comparing what is asked with what is said."""

import re

from dealbot.app.words import word_set

_SHORTEST_STEM = 3
_STOP = word_set("""
a an the to of for and or with on in at by our their his her its us we i you he she they them him me my your it this
that these those will would is are was were be been has have had do does did done not no so as if then than but
about from up out over into who what when where why how which whom there here any some all just tell told say said
says saying ask asked mention mentioned think thinks anyone anybody somebody someone know known deal please ever
also still now again more most much many want wants wanted need needs like likes expect expects care cares happen
happened go went react reacted respond require requires answer answered see feel feels position come came get got
become became take took
""")
_ENDINGS = ("ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ers", "er", "ed", "es", "s", "e", "y")


def stems_of(text: str) -> frozenset[str]:
    """The telling words of a text, cut to their stems."""
    words = re.findall(r"[a-z0-9$]+(?:&[a-z0-9]+)?", text.casefold())
    return frozenset(_stem(word) for word in words if word not in _STOP and len(word) > 1)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
