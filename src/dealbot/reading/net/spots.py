"""Tagged words put together: the names and titles of a note."""

import re
from collections.abc import Sequence

from dealbot.domain.names import fold
from dealbot.reading.lexicon.titles import DEFINITE_BEFORE
from dealbot.reading.net.looks import Word
from dealbot.reading.spotting import Spot, TitleSpot

TAGS = ("none", "name", "name goes on", "title", "title goes on")
_NAME = frozenset(place for place, tag in enumerate(TAGS) if tag.startswith("name"))
_BEFORE = 24
_MARK = re.compile(r"[-'’]")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")
_IN_NAME = re.compile(r"\.?,? ?")
_IN_TITLE = re.compile(r"[^\S\n]*[-–/&,.+'’]?[^\S\n]*")


def spots_of(text: str, words: Sequence[Word], tags: Sequence[int]) -> tuple[list[Spot], list[TitleSpot]]:
    """The names and titles that the tags (places in TAGS, one per word) mark, in order."""
    names: list[Spot] = []
    titles: list[TitleSpot] = []
    for is_name, start, end in _runs(text, words, tags):
        if is_name:
            last = end + 1 if _initial_last(text, start, end) else end - len(_POSSESSIVE.findall(text[start:end])) * 2
            names.append(Spot(text[start:last], start, last, sure=True))
        elif end - start > 1 and not _is_credential(text[start:end]):
            definite = DEFINITE_BEFORE.search(text[max(0, start - _BEFORE) : start]) is not None
            titles.append(TitleSpot(text[start:end], start, end, generic=False, definite=definite))
    return names, titles


def _runs(text: str, words: Sequence[Word], tags: Sequence[int]) -> list[tuple[bool, int, int]]:
    """Words of one name or title together: (whether a name, start, end)."""
    runs: list[tuple[bool, int, int]] = []
    for place, ((start, end), tag) in enumerate(zip(words, tags, strict=True)):
        joined = _joined(text, words, place)
        is_name = tag in _NAME or _name_beside(text, words, tags, place)
        if not (tag or is_name):
            continue
        follows = bool(runs) and place > 0 and runs[-1][2] == words[place - 1][1] and runs[-1][0] is is_name
        between = text[runs[-1][2] : start] if follows else ""
        goes_on = joined or (TAGS[tag].endswith("goes on") and (_IN_NAME if is_name else _IN_TITLE).fullmatch(between))
        if follows and goes_on:
            runs[-1] = (is_name, runs[-1][1], end)
        else:
            runs.append((is_name, start, end))
    return runs


def _joined(text: str, words: Sequence[Word], place: int) -> bool:
    """Whether only a hyphen or an apostrophe parts a word from the one before: both are one word."""
    return 0 < place < len(words) and _MARK.fullmatch(text[words[place - 1][1] : words[place][0]]) is not None


def _name_beside(text: str, words: Sequence[Word], tags: Sequence[int], place: int) -> bool:
    """Whether the word that this one is joined to is a name's: "El" of "El-Amin"."""
    before = _joined(text, words, place) and tags[place - 1] in _NAME
    return before or (_joined(text, words, place + 1) and tags[place + 1] in _NAME)


def _is_credential(title: str) -> bool:
    return fold(f"Maria {title}") == "maria"


def _initial_last(text: str, start: int, end: int) -> bool:
    """Whether a name ends with an initial and its full stop: "Mike D."."""
    return text[end : end + 1] == "." and text[start:end][-2:-1] == " "
