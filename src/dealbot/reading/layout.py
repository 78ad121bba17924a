"""The lines of a note: paragraphs, bullets, template fields, speaker turns, mail headers and signatures."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dealbot.reading.lexicon import layout as lexicon
from dealbot.reading.lexicon.names import NOT_NAMES, capital_first_names, first_names


class LineKind(StrEnum):
    """What a line is."""

    TEXT = "text"
    BULLET = "bullet"
    FIELD = "field"
    TURN = "turn"
    HEADER = "header"
    HEADING = "heading"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a note, marks and labels left out: `note[start:end]`."""

    start: int
    end: int
    kind: LineKind
    label: str | None = None
    speaker: str | None = None


_LONG = 58
_NOTES = 4


@lru_cache(maxsize=_NOTES)
def lines_of(note: str) -> tuple[Line, ...]:
    """Cut a note into its lines, wrapped lines joined, with what each line is and who speaks in it."""
    raw = [(match.start(), match.end()) for match in re.finditer(r"^.*$", note, re.MULTILINE)]
    speakers = _speakers(note, raw)
    lines: list[Line] = []
    state = _State()
    for start, end in raw:
        if note[start:end].strip():
            _add(lines, _line(note, start, end, speakers, state), note)
        else:
            state.closing = False
    return tuple(line for line in lines if line.end > line.start)


def is_transcript(lines: tuple[Line, ...]) -> bool:
    """Whether most of what is said is said in speakers' turns."""
    turns = sum(line.end - line.start for line in lines if line.kind is LineKind.TURN)
    return len({line.speaker for line in lines if line.kind is LineKind.TURN}) > 1 and 2 * turns > lines[-1].end


@dataclass(slots=True)
class _State:
    """What earlier lines say about the present one."""

    speaker: str | None = None
    closing: bool = False


def _speakers(note: str, raw: list[tuple[int, int]]) -> frozenset[str]:
    """Labels that open several lines, or stand in brackets or beside a time, are speakers."""
    seen: Counter[str] = Counter()
    for start, end in raw:
        match = lexicon.TURN.match(note, start, end)
        if match is None or not _may_speak(_who(match)):
            continue
        timed = re.search(r"\d", note[start : match.end()].replace(_who(match), "")) is not None
        marked = match.group("boxed") or match.group("what") or timed
        seen[_who(match).casefold()] += 2 if marked else 1
    talk = sum(1 for count in seen.values() if count > 1) >= 1
    return frozenset(who for who, count in seen.items() if count > 1 or (talk and len(who.split()) <= 2))


def _may_speak(label: str) -> bool:
    """Whether a label is a person's: a few capitalised words, none of them a field's or a common one."""
    words = label.lstrip("@").split()
    capital = all(word[:1].isupper() or word in {"de", "van", "von", "al", "la"} for word in words)
    common = any(re.split(r"['’-]", word.casefold())[0].strip(".") in NOT_NAMES for word in words)
    given = any(words[0].casefold() in names for names in (first_names(), capital_first_names()))
    lower = len(words) == 1 and given
    return len(words) <= 3 and (capital or lower) and not common and not _is_field(label)


def _who(match: re.Match[str]) -> str:
    return (match.group("boxed") or match.group("who")).strip()


def _is_field(label: str) -> bool:
    words = re.findall(r"[a-z]+", label.casefold())
    return bool(words) and (words[0] in lexicon.FIELD_WORDS or words[-1] in lexicon.FIELD_WORDS)


def _line(note: str, start: int, end: int, speakers: frozenset[str], state: _State) -> Line:
    header = lexicon.MAIL.match(note, start, end)
    if header is not None:
        state.closing = False
        return _header(note, header, end, state)
    return (
        _signature(note, start, end, state)
        or _turn(note, start, end, speakers, state)
        or _plain(note, start, end, state)
    )


def _signature(note: str, start: int, end: int, state: _State) -> Line | None:
    """A closing formula and what follows it; the line that names who wrote a quoted mail."""
    wrote = lexicon.WROTE.match(note, start, end)
    if wrote is not None:
        state.speaker = wrote.group("who").strip(' "')
        return Line(wrote.start("who"), wrote.end("who"), LineKind.HEADER, "from", None)
    if lexicon.CLOSING.match(note, start, end):
        state.closing = True
        return Line(start, start, LineKind.SIGNATURE)
    return Line(start, end, LineKind.SIGNATURE, speaker=state.speaker) if state.closing else None


def _turn(note: str, start: int, end: int, speakers: frozenset[str], state: _State) -> Line | None:
    turn = lexicon.TURN.match(note, start, end)
    if turn is None or _who(turn).casefold() not in speakers:
        return None
    state.speaker = _who(turn).lstrip("@")
    return Line(turn.end(), end, LineKind.TURN, turn.group("what"), state.speaker)


def _header(note: str, header: re.Match[str], end: int, state: _State) -> Line:
    label = header.group(1).casefold()
    if label == "from":
        name = re.split(r"[<,(\[]", note[header.end() : end])[0]
        state.speaker = name.strip(' "*') or None
    return Line(header.end(), end, LineKind.HEADER, label)


def _plain(note: str, start: int, end: int, state: _State) -> Line:
    heading = lexicon.HEADING.match(note, start, end)
    if heading is not None:
        return Line(heading.end(), end, LineKind.HEADING)
    mark = lexicon.MARK.match(note, start, end)
    body = mark.end() if mark else start
    bullet = mark is not None and bool(mark.group().strip("> \t"))
    field = lexicon.FIELD.match(note, body, end)
    if field is not None and _is_field(field.group("label")):
        return Line(field.end(), end, LineKind.FIELD, field.group("label").strip().casefold(), state.speaker)
    return Line(body, end, LineKind.BULLET if bullet else LineKind.TEXT, None, state.speaker)


def _add(lines: list[Line], line: Line, note: str) -> None:
    """Join a wrapped line to the one before it."""
    before = lines[-1] if lines else None
    wrapped = (
        before is not None
        and line.kind is LineKind.TEXT
        and before.kind in {LineKind.TEXT, LineKind.BULLET, LineKind.TURN, LineKind.FIELD}
        and before.end + 1 >= line.start - 2
        and before.end - before.start >= _LONG
        and note[before.end - 1] not in ".!?:"
        and (note[line.start].islower() or note[before.end - 1] == ",")
        and "\n\n" not in note[before.end : line.start]
    )
    if wrapped and before is not None:
        lines[-1] = Line(before.start, line.end, before.kind, before.label, before.speaker)
    else:
        lines.append(line)
