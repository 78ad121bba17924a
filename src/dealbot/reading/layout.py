"""The lines of a note: paragraphs, bullets, template fields, speaker turns, mail headers and signatures."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


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


_MARK = re.compile(r"[\s>]*(?:(?:[-*•·–—▪◦☐✅❌]+|\(?\d{1,2}[.)]|\[[ xX]\])\s+)?")
_HEADING = re.compile(r"\s*#{1,6}\s+")
_MAIL = re.compile(r"\s*>*\s*\**(from|to|cc|bcc|subject|date|sent|reply-to)\**\s*:\s*\**\s*", re.IGNORECASE)
_WROTE = re.compile(r"\s*>*\s*on\b.{4,60}?[,;]?\s+(?P<who>[^<\n]{2,60}?)\s*(?:<[^>]+>)?\s+wrote:\s*$", re.IGNORECASE)
_WHO = r"@?[A-Za-zÀ-ÿ][\w.'’ À-ÿ-]{0,38}?"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_TURN = re.compile(
    rf"\s*>?\s*\**\s*(?:\[?\(?{_CLOCK}\)?\]?\s*)?[-–]?\s*\**"
    rf"(?:\[(?P<boxed>{_WHO})\]\**\s*[:>]?\**|"
    rf"(?P<who>{_WHO})\**\s*(?:\((?P<what>[^)\n]{{1,60}})\))?\s*(?:[\[(]?{_CLOCK}[\])]?)?\s*\**\s*[:>]\**)\s+(?=\S)"
)
_FIELD = re.compile(r"\s*\**(?P<label>[A-Za-z][\w/&' ()-]{0,34}?)\**\s*[:=]\s*\**\s*")
_CLOSING = re.compile(
    r"\s*(best( regards| wishes)?|(kind |warm )?regards|thanks( again| so much)?|thank you|cheers|sincerely|thx|talk soon)[,.!]*\s*$",
    re.IGNORECASE,
)
_FIELD_WORDS = frozenset(
    "account action actions agenda amount attendees authority background blocker blockers budget buyer call calls champion close competition"
    " competitor competitors compelling concern concerns contact contacts context contract criteria date deal decision dc dp discussion due economic"
    " eb ehr event follow followup gate gates identified implicate incumbent integration issue issues key legal metrics meeting met mtg need next"
    " note notes objection objections opportunity opp outcome owner pain paper participants people pilot present process product purpose re"
    " recap risk risks security sentiment signals stage stakeholder stakeholders status step steps subject summary timeline timing todo topic"
    " topics type update who with went well m e d i p c ask asks feeling gut read vibe private other misc bottom line tldr fyi ps".split()
)
_LONG = 58


def lines_of(note: str) -> tuple[Line, ...]:
    """Cut a note into its lines, wrapped lines joined, with what each line is and who speaks in it."""
    raw = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", note)]
    speakers = _speakers(note, raw)
    lines: list[Line] = []
    state = _State()
    for start, end in raw:
        if note[start:end].strip():
            _add(lines, _line(note, start, end, speakers, state), note)
        else:
            state.closing = False
    return tuple(line for line in lines if line.end > line.start)


@dataclass(slots=True)
class _State:
    """What earlier lines say about the present one."""

    speaker: str | None = None
    closing: bool = False


def _speakers(note: str, raw: list[tuple[int, int]]) -> frozenset[str]:
    """Labels that open several lines, or stand in brackets or beside a time, are speakers."""
    seen: Counter[str] = Counter()
    for start, end in raw:
        match = _TURN.match(note, start, end)
        if match is None or _is_field(_who(match)):
            continue
        timed = re.search(r"\d", note[start : match.end()].replace(_who(match), "")) is not None
        marked = match.group("boxed") or match.group("what") or timed
        seen[_who(match).casefold()] += 2 if marked else 1
    talk = sum(1 for count in seen.values() if count > 1) >= 1
    return frozenset(
        who for who, count in seen.items() if count > 1 or (talk and len(who.split()) <= 2 and who[:1].isalpha())
    )


def _who(match: re.Match[str]) -> str:
    return (match.group("boxed") or match.group("who")).strip()


def _is_field(label: str) -> bool:
    words = re.findall(r"[a-z]+", label.casefold())
    return bool(words) and (words[0] in _FIELD_WORDS or words[-1] in _FIELD_WORDS)


def _line(note: str, start: int, end: int, speakers: frozenset[str], state: _State) -> Line:
    header = _MAIL.match(note, start, end)
    if header is not None:
        state.closing = False
        return _header(note, header, end, state)
    wrote = _WROTE.match(note, start, end)
    if wrote is not None:
        state.speaker = wrote.group("who").strip(' "')
        return Line(wrote.start("who"), wrote.end("who"), LineKind.HEADER, "from", None)
    if _CLOSING.match(note, start, end):
        state.closing = True
        return Line(start, start, LineKind.SIGNATURE)
    if state.closing:
        return Line(start, end, LineKind.SIGNATURE, speaker=state.speaker)
    turn = _TURN.match(note, start, end)
    if turn is not None and _who(turn).casefold() in speakers:
        state.speaker = _who(turn).lstrip("@")
        return Line(turn.end(), end, LineKind.TURN, turn.group("what"), state.speaker)
    heading = _HEADING.match(note, start, end)
    if heading is not None:
        return Line(heading.end(), end, LineKind.HEADING)
    return _plain(note, start, end, state)


def _header(note: str, header: re.Match[str], end: int, state: _State) -> Line:
    label = header.group(1).casefold()
    if label == "from":
        name = re.split(r"[<,(\[]", note[header.end() : end])[0]
        state.speaker = name.strip(' "*') or None
    return Line(header.end(), end, LineKind.HEADER, label)


def _plain(note: str, start: int, end: int, state: _State) -> Line:
    mark = _MARK.match(note, start, end)
    body = mark.end() if mark else start
    bullet = mark is not None and bool(mark.group().strip("> \t"))
    field = _FIELD.match(note, body, end)
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
