"""Key points: the behaviours that a model answer is made of.

A story's scene and its outcome are no behaviours, nor is a figure; what is said word for word only illustrates one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from dealbot.domain.knowledge import plain

FEWEST, MOST = 3, 6
_SHORT, _LONG, _PIECE = 4, 26, 4
_SCRIPT = 16
_BULLET = re.compile(r"^\s*(?:[-*+•–]|\d{1,2}[.)])\s+")
_END = re.compile(r"[.!?…][)\]]?[\"”]?(?=\s+[\"“(]?[A-Z0-9])|[.!?][\"”](?=\s+[^a-z\s])")
_SHORTENED = re.compile(
    r"\b(?:(?:[A-Za-z]\.)+[A-Za-z]|dr|mr|mrs|ms|prof|st|vs|etc|approx|no|inc|corp|dept|est|sr|jr|[A-Z])\.$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_PARTS: tuple[re.Pattern[str], ...] = (
    re.compile(r";\s+"),
    re.compile(r",?\s+and then\s+|,\s+then\s+"),
    re.compile(r",\s+and\s+(?=(?:I|we|you|he|she|they|it)\b)"),
    re.compile(r",\s+(?:and|but|while)\s+"),
)
# Before the last comma of an enumeration, which does not end a behaviour.
_LISTED = re.compile(r":|,.*,|, \w+(?: \w+)?$")
_SCENE = re.compile(
    r"(?:at|in|during|with|for) (?:my|our|a|an|one|the) (?:\w+ ){0,2}(?:previous|last|former|current|prior|old|past)\b"
    r"|(?:at|in) (?:my|one of my|a previous|an earlier|19\d\d|20\d\d)\b|when I (?:was|worked|joined|started)\b"
    r"|(?:for example|for instance|once|recently|last (?:year|month|week|quarter|spring|summer|fall|winter)),?\s"
    r"|(?:a|one) (?:hospital|health system|clinic|client|customer|prospect|buyer|physician)\b.{0,60}"
    r"\b(?:was|were|had|wanted|faced)\b"
    r"|(?:we|I) (?:once |had |recently )?(?:were|was|had|faced|encountered|worked (?:at|for)|sold to)\b"
    r"|(?:during|after|before|while|amid) (?:(?!\b(?:I|we)\b).){3,60}\b(?:were|was|had|became)\b"
    r"|.{3,60}\b(?:is|are) (?:a |an |the |always |often )?(?:\w+ )?"
    r"(?:crucial|important|essential|key|critical|vital|necessary)\b"
    r"|(?:context|situation|background|overview|scenario):",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"(?:as a result|ultimately|in the end|eventually|consequently)\b"
    r"|(?:this|that|it|which|the (?:result|outcome|project|deal|effort|approach|strategy)\w*)\s+(?:has\s+|also\s+)?"
    r"(?:led|resulted|increased|improved|reduced|grew|helped|allowed|enabled|made|gave|secured|closed|won|was|is|cut|brought"
    r"|saved|built|turned|makes|gives|keeps|helps|leads|shows)\b"
    r"|(?:we|they|he|she) (?:closed|signed|won|renewed|agreed|bought|exceeded|achieved|accepted|approved)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",?\s+and (?:even |also |thereby )?(?:increased|improved|reduced|grew|boosted|cut) .{0,40}\d+\s?(?:%|percent).*$"
    r"|,\s+(?:ultimately |thereby |thus )?(?:resulting in|leading to|increasing|reducing)\b.*$"
    r"|,\s+which (?:led|resulted)\b.*$"
)


def key_points(reference: str) -> tuple[str, ...]:
    """Cut a model answer into at most six behaviours, in order; three or more where it has as many."""
    lines = (plain(_BULLET.sub("", line, count=1)) for line in reference.splitlines())
    said = [spoken for line in lines for sentence in _sentences(line) for spoken in _script(sentence)]
    told = _without(_without(_without(said, _only_quoted), _scene), _outcome)
    points = [piece for sentence in told for piece in _pieces(_TAIL.sub(".", sentence), _LONG)]
    if len(points) < FEWEST:
        points = [piece for point in points for piece in _pieces(point, 3 * _PIECE)]
    return tuple(_tidy(point) for point in _fewer(_with_company(points)))


def _sentences(line: str) -> Iterator[str]:
    quoted = [match.span() for match in _QUOTED.finditer(line)]
    begin = 0
    for match in _END.finditer(line):
        inside = any(start < match.end() < end for start, end in quoted)
        if inside or _SHORTENED.search(line[begin : match.start() + 1]):
            continue
        yield line[begin : match.end()].strip()
        begin = match.end()
    if any(map(str.isalnum, line[begin:])):
        yield line[begin:].strip()


def _script(sentence: str) -> Iterator[str]:
    """A long text that is to be said word for word is the answer itself: its sentences; others as they are."""
    if _only_quoted(sentence) and _words(sentence) >= _SCRIPT:
        yield from _sentences(sentence.strip(' “”"'))
    else:
        yield sentence


def _without(sentences: Sequence[str], dropped: Callable[[str], bool]) -> list[str]:
    """The sentences without some, unless nothing to tell would be left."""
    kept = [sentence for sentence in sentences if not dropped(sentence)]
    return kept if len(kept) > 1 or len(kept) == len(sentences) else list(sentences)


def _only_quoted(sentence: str) -> bool:
    return not any(map(str.isalpha, _QUOTED.sub("", sentence)))


def _scene(sentence: str) -> bool:
    return _SCENE.match(sentence) is not None


def _outcome(sentence: str) -> bool:
    """Whether a sentence tells what came of it, or nothing: a figure alone, a label of the lines below it."""
    label = sentence.endswith(":") and _words(sentence) <= _SHORT
    return label or _OUTCOME.match(sentence) is not None or sum(map(str.isalpha, sentence)) < _SHORT


def _pieces(sentence: str, longest: int) -> Iterator[str]:
    """A sentence, cut where that is too long for one point and two whole ones come of it."""
    cut = next(_cuts(sentence), None) if _words(sentence) > longest else None
    if cut is None:
        yield sentence
        return
    for part in cut:
        yield from _pieces(part, longest)


def _cuts(sentence: str) -> Iterator[tuple[str, str]]:
    quoted = [match.span() for match in _QUOTED.finditer(sentence)]
    for pattern in _PARTS:
        for match in pattern.finditer(sentence):
            before, after = sentence[: match.start()], sentence[match.end() :]
            whole = min(_words(before), _words(after)) >= _PIECE
            listed = (pattern is _PARTS[-1] and _LISTED.search(before)) or (pattern is _PARTS[-2] and ":" in before)
            if whole and not listed and not any(start < match.start() < end for start, end in quoted):
                yield before, after


def _with_company(points: Iterable[str]) -> list[str]:
    """Very short ones said together with what comes before, or with what comes after the first."""
    joined: list[str] = []
    for point in points:
        if joined and min(_words(point), _words(joined[-1])) < _SHORT:
            joined[-1] = f"{joined[-1]} {point}"
        else:
            joined.append(point)
    return joined


def _fewer(points: list[str]) -> list[str]:
    """No more than six: the two neighbours that are shortest together become one."""
    while len(points) > MOST:
        at = min(range(len(points) - 1), key=[_words(a) + _words(b) for a, b in pairwise(points)].__getitem__)
        points = [*points[:at], f"{points[at]} {points[at + 1]}", *points[at + 2 :]]
    return points


def _words(text: str) -> int:
    return len(text.split())


def _tidy(point: str) -> str:
    """As it is shown in a list: begun with a capital, without a full stop."""
    point = point.strip(" ,;:").removesuffix(".")
    return point[:1].upper() + point[1:]
