"""Key points: the behaviours that a model answer is made of.

A story's scene and its outcome are no behaviours, nor is a figure; what is said word for word only illustrates one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dealbot.domain.knowledge import fold
from dealbot.domain.practice.cuts import QUOTED, cuts_in
from dealbot.domain.practice.outline import Item, outline
from dealbot.domain.practice.pieces import Piece, fewer, leaning_together, short_together
from dealbot.domain.practice.stories import advice_among, asks_for_a_story

FEWEST, MOST = 3, 6
_SHORT, _LONG, _PIECE = 4, 26, 4
_SCRIPT = 16
_END = re.compile(r"[.!?…][)\]]?[\"”]?(?=\s+[\"“(]?[A-Z0-9])|[.!?][\"”](?=\s+[^a-z\s])")
_SHORTENED = re.compile(
    r"\b(?:(?:[A-Za-z]\.)+[A-Za-z]|dr|mr|mrs|ms|prof|st|vs|etc|approx|inc|corp|dept|est|sr|jr|sec|art|fig|[A-Z])\.$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\bno\.$", re.IGNORECASE)
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
    r"|.{0,60}\b(?:we|I) (?:faced|encountered)\b"
    r"|the (?:\w+ )?(?:issue|problem|challenge|complexity|difficulty) (?:was|arose|came|stemmed|lay)\b"
    r"|(?:context|situation|background|overview|scenario|example)s?:",
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


_SCENE_HEADS = re.compile(
    r"(?:(?:example|contextual|real[- ]world|specific|key) )?"
    r"(?:contexts?|situations?|backgrounds?|scenarios?|examples?|outcomes?|results?)"
    r"(?: (?:and|&) (?:context|scenario|outcome|result|example)s?)?$|example \w+$",
    re.IGNORECASE,
)
_STORY = re.compile(r"(?:situation|task|context|background|challenge|problem|result|outcome)$", re.IGNORECASE)
_ACTS = re.compile(r"(?:actions?|approach|steps?|solutions?|resolution)(?: taken)?$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:(?:key|my|our|main|general) )?(?:answers?|approach|actions?|practices|strateg(?:y|ies)|responses?)"
    r"(?: (?:and|&) (?:approach|actions?|strateg(?:y|ies)))?(?: taken)?",
    re.IGNORECASE,
)
_BEGINS_A_STORY = re.compile(r"(?:situation|task|results?|problem)$", re.IGNORECASE)
_DEFINES = re.compile(r"(?:\S+ ){1,6}(?:refers? to|is an?|are)\b")
_TERMS = re.compile(
    r"(?:what (?:is|are|does|do)|explain|define|describe) (?P<terms>.+?)(?: (?:mean|stand for))?[?.]*$", re.IGNORECASE
)
_LISTED = re.compile(r",? and |, ")
_ARTICLE = re.compile(r"(?:an?|the) ")
_FEWEST_TERMS = 3
_OF_WHAT_WAS_ASKED = re.compile(r"[“\"](?:it|this|that|they|these)\b", re.IGNORECASE)
_COMPARES = re.compile(r"\b(?:differ|differs|differences?|compare|compared|distinguish)\b", re.IGNORECASE)
_AND = re.compile(r"^(?:(?:And|But|So) (?=[a-zI])|For (?:example|instance), (?=(?:I|we) ))")


def key_points(
    reference: str, dropped: Callable[[str], bool] = lambda _: False, fewest: int = FEWEST, asked: str = ""
) -> tuple[str, ...]:
    """Cut a model answer into at most six behaviours, in order; `fewest` or more where it has as many.

    What is `dropped` is none, even where nothing else is left. Where a question asks for terms by name,
    nothing else is told.
    """
    told = [
        piece for number, item in enumerate(_told(outline(reference), asked)) for piece in _said(number, item, asked)
    ]
    terms = asked_terms(asked)
    for aside in () if terms else (_only_quoted, _scene, _outcome):
        told = _without(told, aside)
    points = [part for piece in told for part in _pieces(replace(piece, text=_TAIL.sub(".", piece.text)), _LONG)]
    if len(points) < fewest:
        points = [part for piece in points for part in _pieces(piece, 3 * _PIECE)]
    kept = [replace(piece, text=_AND.sub("", piece.text)) for piece in leaning_together(points)]
    kept = [piece for piece in kept if not dropped(piece.text)]
    return tuple(_tidy(f"{piece.lead}{piece.text}") for piece in fewer(_of_terms(short_together(kept), terms), MOST))


def _of_terms(pieces: Sequence[Piece], terms: Sequence[str]) -> list[Piece]:
    """The pieces that tell of the terms that a question asks for; all where one of them is not told of by its name."""
    named = [piece for piece in pieces if any(term in fold(piece.text) for term in terms)]
    told = fold(" ".join(piece.text for piece in named))
    return named if named and all(term in told for term in terms) else list(pieces)


def asked_terms(question: str) -> tuple[str, ...]:
    """The terms that a question asks for by name: "What are an MSA, an SLA and a BAA?"; none of another question."""
    found = _TERMS.match(question)
    named = [_ARTICLE.sub("", fold(term)) for term in _LISTED.split(found["terms"])] if found else []
    several = len(named) >= _FEWEST_TERMS and all(0 < _words(term) <= _SHORT for term in named)
    return tuple(named) if several else ()


def _told(items: Sequence[Item], asked: str) -> tuple[Item, ...]:
    """The items that tell what to do: not a bare label, nor what stands below or behind the heading of a story."""
    labels = [head for item in items for head in (item.label, *item.under)]
    story = any(map(_ACTS.match, labels)) and any(map(_BEGINS_A_STORY.match, labels))
    if asks_for_a_story(asked):
        acts_at = (place for place, item in enumerate(items) if any(map(_ACTS.match, (item.label, *item.under))))
        first, advice = next(acts_at, 0), advice_among(items)
        later = (item for place, item in enumerate(items) if place >= first or _asked_for(item, asked))
        items = [item for item in later if item in advice]
    told = tuple(item for item in items if not _sets_scene(item, story=story))
    acts = tuple(item for item in told if not item.bare)
    return acts or told or tuple(items)


def _asked_for(item: Item, asked: str) -> bool:
    """Whether a question names what stands before or above an item: "What challenges did you face?"."""
    return not set(fold(asked).split()).isdisjoint(fold(head) for head in (item.label, *item.under) if head)


def _sets_scene(item: Item, *, story: bool) -> bool:
    heads = tuple(filter(None, (*item.under, item.label)))
    aside = any(map(_SCENE_HEADS.match, heads)) and not _DEFINES.match(item.text)
    return aside or (story and any(map(_STORY.match, heads)))


def _said(number: int, item: Item, asked: str) -> Iterator[Piece]:
    """The sentences of an item; where things are compared, each with what it is said of."""
    item = _without_bare_label(item)
    of_it = f"{item.label} – " if item.label and _COMPARES.search(asked) else ""
    lead = item.lead
    for sentence in _sentences(item.text):
        for spoken in _script(sentence):
            yield Piece(spoken, number, item.under, lead)
            lead = of_it


def _without_bare_label(item: Item) -> Item:
    """An item without a label such as "Approach", which says nothing of what follows it."""
    if not _SAYS_NOTHING.fullmatch(item.label):
        return item
    return replace(item, text=item.text.removeprefix(f"{item.label}: "), lead=item.lead.replace(" – ", ": "))


def _sentences(line: str) -> Iterator[str]:
    quoted = [match.span() for match in QUOTED.finditer(line)]
    begin = 0
    for match in _END.finditer(line):
        inside = any(start < match.end() < end for start, end in quoted)
        if inside or _goes_on(line[begin : match.start() + 1], line[match.end() :].lstrip()):
            continue
        yield line[begin : match.end()].strip()
        begin = match.end()
    if any(map(str.isalnum, line[begin:])):
        yield line[begin:].strip()


def _goes_on(before: str, after: str) -> bool:
    """Whether a full stop ends no sentence, but a short form."""
    return _SHORTENED.search(before) is not None or bool(_NUMBER.search(before) and after[:1].isdigit())


def _script(sentence: str) -> Iterator[str]:
    """A long text that is to be said word for word is the answer itself: its sentences; others as they are.

    It stays whole where it begins with what was asked about, as "It is ...".
    """
    if not _only_quoted(sentence) or _words(sentence) < _SCRIPT:
        yield sentence
    elif _OF_WHAT_WAS_ASKED.match(sentence):
        yield f"Say: {sentence}"
    else:
        yield from _sentences(sentence.strip(' “”"'))


def _without(pieces: Sequence[Piece], dropped: Callable[[str], bool]) -> list[Piece]:
    """The pieces without some, unless nothing to tell would be left."""
    kept = [piece for piece in pieces if not dropped(piece.text)]
    return kept if len(kept) > 1 or len(kept) == len(pieces) else list(pieces)


def _only_quoted(sentence: str) -> bool:
    return not any(map(str.isalpha, QUOTED.sub("", sentence)))


def _scene(sentence: str) -> bool:
    return _SCENE.match(sentence) is not None


def _outcome(sentence: str) -> bool:
    """Whether a sentence tells what came of it, or nothing: a figure alone, a label of the lines below it."""
    label = sentence.endswith(":") and _words(sentence) <= _SHORT
    return label or _OUTCOME.match(sentence) is not None or sum(map(str.isalpha, sentence)) < _SHORT


def _pieces(piece: Piece, longest: int) -> Iterator[Piece]:
    """A sentence, cut where that is too long for one point and two whole ones come of it."""
    cut = next(cuts_in(piece.text), None) if piece.words > longest else None
    if cut is None:
        yield piece
        return
    for lead, part in zip((piece.lead, ""), cut, strict=True):
        yield from _pieces(replace(piece, text=part, lead=lead), longest)


def _words(text: str) -> int:
    return len(text.split())


def _tidy(point: str) -> str:
    """As it is shown in a list: begun with a capital, without a full stop."""
    point = point.strip(" ,;:").removesuffix(".")
    return point[:1].upper() + point[1:]
