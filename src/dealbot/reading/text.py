"""A note cut into blocks, sentences and clauses, each with its offsets and who is speaking."""

import re
from dataclasses import dataclass, replace

from dealbot.reading.layout import Line, LineKind, lines_of

_ABBREVIATIONS = frozenset(
    """
    dr mr mrs ms prof st sr jr vs e.g i.e etc approx no inc dept est fig gen gov hon rev vp mt ft ave co corp min
    max avg mtg appt ext attn cc re q u.s w
    """.split()
)
_BEFORE_FIGURES = frozenset(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri no fig approx est min max
    """.split()
)
_MAY_END = frozenset({"etc", "inc", "dept", "appt", "mtg", "a.m", "p.m"})
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_END = re.compile(r"[.!?…]+[\"'”’)\]*_]*(?=\s)|[;](?=\s)|\s(?:[-–—]{1,2}|->|=>|→|⇒|\|)\s|\s{3,}|(?<=[^\W\d_])\.{2,}")
_SPLIT = re.compile(
    r",?\s+(?:but|however|although|though|whereas|while|because|since|unless|yet)\s+"
    r"|,\s+(?:and|so|then|plus|also|who|which|if|as)\s+"
    r"|\s+(?:and then|and also|so that|and so)\s+"
    r"|,\s+(?=(?:she|he|they|we|i|it|you|her|his|their|the|who)\b)"
    r"|\s+and\s+(?=(?:she|he|they|we|i|it|you|his|her|their|the|[A-Z]\w+)\s+\w+)"
    r"|\s+\((?=\w+ \w+)|[:]\s+",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?<!\bsaid)(?<!\bsays)(?<!\bthink)(?<!\bthinks)(?<!\bthat)(?<!\bif)(?<!\bwhen)(?<!\bwhat)(?<!\bhow)(?<!\bwho)(?<!\bthan)"
    r"(?<!\btold)(?<!\buntil)(?<!\btill)(?<!\bbefore)(?<!\bafter)(?<!\bwhere)(?<!\bwhich)(?<!\bas)(?<!\bwhy)(?<!\bme)(?<!\bknow)"
    r"\s+(?=(?:he|she|they|we|i|there)(?:'s|'ll|'d|'re|'ve|'m)?\s+\w+)",
    re.IGNORECASE,
)
_MIN_CLAUSE = 3
_RUNS_ON = 32


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a note: `text == note[start:end]`, inside the sentence `sentence`, in block number `block`."""

    text: str
    start: int
    end: int
    sentence: tuple[int, int]
    block: int
    kind: LineKind
    label: str | None = None
    speaker: str | None = None


def clauses_of(note: str) -> tuple[Clause, ...]:
    """Cut a note into clauses in order; headers, quoting marks, bullets and labels are outside them."""
    clauses: list[Clause] = []
    for block, line in enumerate(lines_of(note)):
        for start, end in _sentences(note, line.start, line.end):
            clauses.extend(_clauses(note, start, end, block, line))
    return tuple(clauses)


def sentences_of(note: str) -> tuple[Clause, ...]:
    """Cut a note into whole sentences, given as clauses that span them."""
    whole: dict[tuple[int, int], Clause] = {}
    for clause in clauses_of(note):
        start, end = clause.sentence
        whole.setdefault(clause.sentence, replace(clause, text=note[start:end], start=start, end=end))
    return tuple(whole.values())


def _sentences(note: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    at = start
    for match in _END.finditer(note, start, end):
        if _is_abbreviation(note, start, match):
            continue
        cut = match.start() if match.group().isspace() or match.group()[0].isspace() else match.end()
        pieces.append((at, cut))
        at = match.end()
    pieces.append((at, end))
    trimmed = (_trim(note, piece) for piece in pieces)
    return [piece for piece in trimmed if piece[1] > piece[0]]


def _is_abbreviation(note: str, start: int, match: re.Match[str]) -> bool:
    if not match.group().startswith(".") or len(match.group().strip("\"'”’)]*_")) > 1:
        return False
    word = re.search(r"[\w.]+$", note[start : match.start()])
    if word is None:
        return False
    text = word.group().casefold()
    following = note[match.end() : match.end() + 2].strip()
    if text in _BEFORE_FIGURES:
        return following[:1].isdigit()
    if text in _MAY_END:
        return not following[:1].isupper()
    initials = text != "i" and _INITIALS.fullmatch(text) is not None
    before = note[start : match.start()].removesuffix(word.group())[-1:]
    return text in _ABBREVIATIONS or (initials and before in {"", " ", "("})


def _cuts(note: str, start: int, end: int) -> list[int]:
    """Where clauses of a sentence begin; speech without punctuation is cut at its subjects as well."""
    found = {match.start(): match.end() for match in _SPLIT.finditer(note, start, end)}
    if len(note[start:end].split()) > _RUNS_ON:
        found |= {match.start(): match.end() for match in _SUBJECT.finditer(note, start, end)}
    cuts = [start]
    for at in sorted(found):
        before, after = note[cuts[-1] : at], note[found[at] : end]
        if len(before.split()) >= _MIN_CLAUSE and len(after.split()) >= _MIN_CLAUSE:
            cuts.append(at)
    return cuts


def _clauses(note: str, start: int, end: int, block: int, line: Line) -> list[Clause]:
    cuts = _cuts(note, start, end)
    spans = zip(cuts, [*cuts[1:], end], strict=True)
    clauses = []
    for piece in (_trim(note, _unjoin(note, span)) for span in spans):
        if piece[1] > piece[0]:
            text = note[piece[0] : piece[1]]
            clauses.append(Clause(text, *piece, (start, end), block, line.kind, line.label, line.speaker))
    return clauses


_JOIN = re.compile(
    r"[,\s(:]*(?:(?:and|but|so|then|plus|also|however|yet|while|though|although|whereas)\s+)?", re.IGNORECASE
)


def _unjoin(note: str, span: tuple[int, int]) -> tuple[int, int]:
    """Leave the joining word before a clause out of it."""
    match = _JOIN.match(note, *span)
    return (match.end() if match else span[0], span[1])


def _trim(note: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and (note[start].isspace() or note[start] in "*_-–—•>|,;:→"):
        start += 1
    while end > start and (note[end - 1].isspace() or note[end - 1] in ",;:*_-–—|→("):
        end -= 1
    return start, end
